package dev.amikit.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FilterTest {
  @Property
  void the_form_of_the_cli_reads_back(@ForAll("filters") Filter filter) {
    assertThat(Filter.parse(filter.toString())).isEqualTo(filter);
  }

  @Example
  void reads_what_users_type() {
    assertThat(Filter.parse("Name=name,Values=al2023-ami-2023.*"))
        .isEqualTo(Filter.of("name", "al2023-ami-2023.*"));
    assertThat(Filter.parse("Name=tag:env,Values=prod,stage"))
        .isEqualTo(Filter.of("tag:env", "prod", "stage"));
    assertThat(Filter.parse("Values=a,b,Name=tag-key")).isEqualTo(Filter.of("tag-key", "a", "b"));
    assertThat(Filter.parse("Name=description,Values=\"a, \\\"b\\\"\",'c d'"))
        .isEqualTo(Filter.of("description", "a, \"b\"", "c d"));
    assertThat(Filter.parse("Name=description,Values=\"a\\\\\",'b\\n\\''"))
        .as("a backslash stands for itself unless a quote or another follows")
        .isEqualTo(Filter.of("description", "a\\", "b\\n'"));
    assertThat(Filter.parse("Name=description,Values=[a,b]"))
        .isEqualTo(Filter.of("description", "a", "b"));
    assertThat(Filter.parse("Name=name,Values=a\\,b")).isEqualTo(Filter.of("name", "a,b"));
    assertThat(Filter.parse("Name=tag:env,Values=")).isEqualTo(Filter.of("tag:env", ""));
    assertThat(Filter.parse("Name=name,Values=[]")).isEqualTo(Filter.of("name"));
  }

  @Example
  void white_space_counts_in_quotes_only() {
    for (String text : ImmutableList.of(
        "Name=tag:env, Values=prod , a b ",
        "Name = tag:env,Values = prod,\n  a b",
        "Values=[ prod, a b ], Name=tag:env",
        "Values=[prod,\"a b\" ,],Name=tag:env ")) {
      assertThat(Filter.parse(text)).as(text).isEqualTo(Filter.of("tag:env", "prod", "a b"));
    }
    assertThat(Filter.parse("Name=name,Values=' a ',b")).isEqualTo(Filter.of("name", " a ", "b"));
  }

  @Example
  void prints_plain_values_bare_and_all_others_in_quotes() {
    assertThat(Filter.of("tag:env", "prod", "stage")).hasToString("Name=tag:env,Values=prod,stage");
    assertThat(Filter.of("name", "\uD83D\uDE00", "a b", "")) // the CLI reads none of these bare
        .hasToString("Name=name,Values=\"\uD83D\uDE00\",\"a b\",\"\"");
  }

  @Example
  void refuses_other_text() {
    for (String text : ImmutableList.of(
        "",
        "name=a,Values=b",
        "Name=a",
        "Name=a,Values",
        "Values=a",
        "Name=a,Values=\"b",
        "Name=a,Values=\"b\\",
        "Name=a,Values=\"b\\\"",
        "Name=a,Values=[b",
        "Name=a,Values=b,Name=c",
        "Name=a,Values=b,c=d",
        "Name=a,Values=b,",
        "Name=a,Values=b,,c",
        "Name=a,Values=b,[c]",
        "Name=a,Values=it's",
        "Name=a,Values='b'c",
        "Name=a,b,Values=c",
        " Name=a,Values=b")) {
      assertThatThrownBy(() -> Filter.parse(text)).hasMessageContaining("filter.cli-form");
    }
  }

  @Provide
  Arbitrary<Filter> filters() {
    Arbitrary<String> texts =
        Arbitraries.strings().withChars("ab*?:-,=\"'\\[]{} \n\u00e9").ofMaxLength(6);
    return texts.flatMap(name ->
        texts.list().ofMaxSize(4).map(values -> new Filter(name, ImmutableList.copyOf(values))));
  }
}
