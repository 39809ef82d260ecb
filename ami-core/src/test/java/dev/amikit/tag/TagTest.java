package dev.amikit.tag;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.INVALID_TAG_KEY_MALFORMED;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.rule.Rules;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagTest {
  /** One character, two chars. */
  private static final String PENGUIN = "🐧";

  @Rules({"TAG-02", "TAG-03", "TAG-04"})
  @ParameterizedTest
  @ValueSource(strings = {"a", "é", PENGUIN, "\n"})
  void keys_and_values_are_measured_in_characters(String character) {
    assertThat(Tag.of(character.repeat(128), character.repeat(256)).value())
        .isEqualTo(character.repeat(256));
    assertRefused(
        () -> Tag.of(character.repeat(129), ""), "tag.key-length", "key", INVALID_PARAMETER_VALUE);
    assertRefused(
        () -> Tag.of("key", character.repeat(257)),
        "tag.value-length",
        "value",
        INVALID_PARAMETER_VALUE);
  }

  @Rules("TAG-02")
  @Property
  void a_key_has_1_to_128_characters(@ForAll @IntRange(max = 140) int length) {
    for (String key : new String[] {"k".repeat(length), PENGUIN.repeat(length)}) {
      if (length >= 1 && length <= 128) {
        assertThat(Tag.of(key, "").key()).isEqualTo(key);
      } else {
        assertRefused(() -> Tag.of(key, ""), length == 0 ? "tag.key-not-empty" : "tag.key-length");
      }
    }
  }

  @Rules("TAG-02")
  @Test
  void an_empty_key_has_an_error_code_of_its_own() {
    assertRefused(() -> Tag.of("", "value"), "tag.key-not-empty", "key", INVALID_TAG_KEY_MALFORMED);
  }

  @Rules({"TAG-01", "TAG-03"})
  @Test
  void a_value_may_be_empty() {
    assertThat(Tag.of("key", "").value()).isEmpty();
  }

  @Rules("TAG-04")
  @Test
  void case_counts_in_key_and_value() {
    assertThat(Tag.of("Name", "Golden"))
        .isEqualTo(Tag.of("Name", "Golden"))
        .isNotEqualTo(Tag.of("name", "Golden"))
        .isNotEqualTo(Tag.of("Name", "golden"));
  }

  @ParameterizedTest
  @CsvSource({
    "aws:, true",
    "aws:cloudformation:stack-name, true",
    "AWS:name, false",
    "aws, false",
    "awsome, false",
    "my-aws:name, false"
  })
  void keys_of_aws_itself_begin_with_its_prefix(String key, boolean reserved) {
    assertThat(Tag.isReserved(key)).isEqualTo(reserved);
    assertThat(Tag.of(key, "").isReserved()).isEqualTo(reserved);
  }

  @Test
  void a_tag_shows_key_and_value() {
    assertThat(Tag.of("Name", "golden")).hasToString("Name=golden");
  }
}
