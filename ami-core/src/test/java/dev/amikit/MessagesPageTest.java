package dev.amikit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Prints what every rule says as {@code docs/messages.md} and holds the page to it. */
class MessagesPageTest {
  private static final Path PAGE = Path.of(
      System.getProperty("basedir", System.getProperty("user.dir")), "..", "docs", "messages.md");

  @Test
  void the_page_of_messages_says_what_the_rules_say() throws IOException {
    if (System.getProperty("amikit.write-docs") != null) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page());
    }
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "no page")
        .as("docs/messages.md; to print it again: mvn -Damikit.write-docs -pl ami-core test"
            + " -Dtest=MessagesPageTest")
        .isEqualTo(page());
  }

  private static String page() {
    StringBuilder page = new StringBuilder("""
        # Messages

        What a refusal says, rule by rule. Texts of EC2's are given letter by letter; `recorded` ones were seen in an answer of EC2, `tested` ones \
        are what a test against EC2 asks for, `quoted` ones were told by users, `documented` ones stand in EC2's documentation. \
        Those that are the library's `own` are written in EC2's manner, because none of EC2's is known.
        A name in braces is a place that the refusal fills: `{value}` is what was found, `{parameter}` the name of the attribute.
        This page is printed from `RuleCatalogue` by the build; do not edit it.

        | rule | error code | message | evidence |
        | --- | --- | --- | --- |
        """);
    RuleCatalogue.all()
        .forEach(rule -> rule.messages().forEach(message -> page.append(row(rule, message))));
    return page.toString();
  }

  private static String row(Rule rule, MessageTemplate message) {
    return "| `%s` | `%s` | `%s` | %s |\n"
        .formatted(
            rule.id(),
            rule.errorCode(),
            message.text().replace("|", "\\|"),
            message.evidence().name().toLowerCase(Locale.ROOT));
  }
}
