package dev.amikit.image;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.rule.Rules;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The word lists that do not grow. */
class ClosedWordsTest {
  @Rules({"LIFE-01", "IMG-06", "LIFE-12"})
  @Test
  void an_image_has_one_of_eight_states() {
    assertThat(AmiState.values())
        .extracting(AmiState::toString)
        .containsExactlyInAnyOrder(
            "pending",
            "available",
            "invalid",
            "deregistered",
            "transient",
            "failed",
            "error",
            "disabled");
  }

  @ParameterizedTest
  @EnumSource
  void the_constant_of_a_state_is_its_word_in_capitals(AmiState state) {
    assertThat(AmiState.of(state.name().toLowerCase(Locale.ROOT))).isEqualTo(state);
    assertThat(state).hasToString(state.name().toLowerCase(Locale.ROOT));
  }

  @Rules("LIFE-01")
  @ParameterizedTest
  @ValueSource(strings = {"", "Available", "AVAILABLE", "available ", "deprecated", "archived"})
  void there_is_no_other_state(String word) {
    assertRefused(() -> AmiState.of(word), "ami-state.known", "", INVALID_PARAMETER_VALUE);
  }
}
