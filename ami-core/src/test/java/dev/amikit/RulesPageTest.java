package dev.amikit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Prints the catalogue as {@code docs/rules.md} and holds the page to it. */
class RulesPageTest {
  private static final Path PAGE = Path.of(
      System.getProperty("basedir", System.getProperty("user.dir")), "..", "docs", "rules.md");

  @Test
  void the_page_of_rules_says_what_the_catalogue_says() throws IOException {
    if (System.getProperty("amikit.write-docs") != null) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page());
    }
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "no page")
        .as("docs/rules.md; to print it again: mvn -Damikit.write-docs -pl ami-core test"
            + " -Dtest=RulesPageTest")
        .isEqualTo(page());
  }

  private static String page() {
    StringBuilder page = new StringBuilder("""
        # Rules

        Everything that amikit holds a value or an operation to: %d rules. A refusal names the rule \
        by its ID, which never changes, together with the attribute and what was found there.
        This page is printed from `RuleCatalogue` by the build; do not edit it.

        | ID | rule | error code | source | rulebook |
        | --- | --- | --- | --- | --- |
        """.formatted(RuleCatalogue.all().size()));
    RuleCatalogue.all().forEach(rule -> page.append(row(rule)));
    return page.toString();
  }

  private static String row(Rule rule) {
    return "| `%s` | %s | `%s` | %s | %s |\n"
        .formatted(
            rule.id(),
            cell(rule.sentence()),
            rule.errorCode(),
            cell(rule.source()),
            String.join(", ", rule.rulebook()));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("_", "\\_").replace("[", "\\[");
  }
}
