package dev.amikit.image;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.ImageId;
import dev.amikit.rule.Rules;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @Rules("IMG-11")
  @ParameterizedTest
  @CsvSource({"machine, ami-1a2b3c4d", "kernel, aki-1a2b3c4d", "ramdisk, ari-1a2b3c4d"})
  void an_image_has_one_of_three_types_and_its_id_says_which(String word, String id) {
    assertThat(ImageType.of(word)).hasToString(word);
    assertThat(ImageType.of(ImageId.of(id))).isEqualTo(ImageType.of(word));
  }

  @Rules("IMG-11")
  @ParameterizedTest
  @ValueSource(strings = {"", "Machine", "volume", "ami"})
  void there_is_no_other_type(String word) {
    assertThat(ImageType.values()).hasSize(3);
    assertRefused(() -> ImageType.of(word), "image-type.known", "", INVALID_PARAMETER_VALUE);
  }

  @Rules({"PLAT-01", "IMG-17"})
  @ParameterizedTest
  @ValueSource(strings = {"windows", "Windows", "WINDOWS", "wInDoWs"})
  void the_platform_is_read_in_any_case_and_written_in_lower_case(String word) {
    assertThat(Platform.of(word)).isEqualTo(Platform.WINDOWS).hasToString("windows");
  }

  @Rules({"PLAT-02", "IMG-17"})
  @ParameterizedTest
  @ValueSource(strings = {"", "linux", "Linux/UNIX", "macos", "windows ", "wındows"})
  void nothing_but_windows_is_a_platform(String word) {
    assertThat(Platform.values()).hasSize(1);
    assertRefused(() -> Platform.of(word), "platform.is-windows", "", INVALID_PARAMETER_VALUE);
  }
}
