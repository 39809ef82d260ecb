package dev.amikit.lifecycle;

import static dev.amikit.lifecycle.Images.NOW;
import static dev.amikit.lifecycle.Images.assertUnchanged;
import static dev.amikit.lifecycle.Images.available;
import static dev.amikit.lifecycle.Images.image;
import static dev.amikit.lifecycle.Images.in;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.image.Ami;
import dev.amikit.image.ImdsSupport;
import dev.amikit.rule.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeTest {
  /** One character, two Java chars. */
  private static final String DISK = "\uD83D\uDCBE";

  @Test
  @Rules({"COM-11", "NAME-07"})
  void a_description_has_up_to_255_characters_counted_in_code_points() {
    for (String description : new String[] {"x", "x".repeat(255), DISK.repeat(255)}) {
      Decision<Ami> decision = new ModifyDescription(description).decide(available(), NOW);

      assertThat(decision.events()).containsExactly(new DescriptionChanged(description));
      assertThat(decision.applyTo(available()))
          .isEqualTo(image().description(description).build());
    }
  }

  @ParameterizedTest
  @EnumSource
  @Rules({"COM-11", "NAME-07"})
  void a_longer_description_is_refused_whatever_the_stage(AmiStage stage) {
    for (String description : new String[] {"x".repeat(256), DISK.repeat(256)}) {
      assertRefused(
          new ModifyDescription(description),
          in(stage),
          NOW,
          "image-description.length",
          "InvalidParameterValue");
    }
  }

  @ParameterizedTest
  @EnumSource
  @Rules({"ATTR-02", "MSG-107"})
  void no_description_is_refused_whatever_the_stage(AmiStage stage) {
    // Before the recording of MSG-107 an empty one was taken.
    assertRefused(
        new ModifyDescription(""),
        in(stage),
        NOW,
        "modify-description.not-empty",
        "MissingParameter");
  }

  @Test
  void the_description_that_is_there_changes_nothing() {
    assertUnchanged(
        new ModifyDescription("golden"), image().description("golden").build(), NOW);
  }

  @Test
  @Rules({"ATTR-07", "BOOT-28", "BOOT-29"})
  void the_metadata_service_support_can_be_set_to_v2() {
    Decision<Ami> decision = new ModifyImdsSupport(ImdsSupport.V2_0).decide(available(), NOW);

    assertThat(decision.events()).containsExactly(new ImdsSupportChanged(ImdsSupport.V2_0));
    assertThat(decision.applyTo(available()).imdsSupport()).hasValue(ImdsSupport.V2_0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1.0", "V2.0", "v2", "default"})
  @Rules({"ATTR-07", "BOOT-28", "BOOT-29"})
  void any_other_support_is_refused_whatever_the_stage(String word) {
    for (AmiStage stage : AmiStage.values()) {
      assertRefused(
          new ModifyImdsSupport(ImdsSupport.of(word)),
          in(stage),
          NOW,
          "modify-imds-support.is-v2",
          "InvalidParameterValue");
    }
  }

  @Test
  void the_support_that_is_there_changes_nothing() {
    assertUnchanged(
        new ModifyImdsSupport(ImdsSupport.V2_0),
        image().imdsSupport(ImdsSupport.V2_0).build(),
        NOW);
  }
}
