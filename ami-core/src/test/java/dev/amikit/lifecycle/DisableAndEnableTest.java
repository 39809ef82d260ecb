package dev.amikit.lifecycle;

import static dev.amikit.lifecycle.Images.CREATED;
import static dev.amikit.lifecycle.Images.EVERYONE;
import static dev.amikit.lifecycle.Images.NOW;
import static dev.amikit.lifecycle.Images.ORGANIZATION;
import static dev.amikit.lifecycle.Images.PARTNER;
import static dev.amikit.lifecycle.Images.UNIT;
import static dev.amikit.lifecycle.Images.WEEK;
import static dev.amikit.lifecycle.Images.assertUnchanged;
import static dev.amikit.lifecycle.Images.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.rule.Rules;
import dev.amikit.tag.Tags;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisableAndEnableTest {
  private static final Ami RICH = Images.image()
      .addLaunchPermission(EVERYONE)
      .addLaunchPermission(ORGANIZATION)
      .addLaunchPermission(UNIT)
      .description("golden")
      .deprecationTime(NOW.plus(WEEK))
      .deregistrationProtection(DeregistrationProtection.enabledWithCooldown())
      .addImageWatermark(Images.watermark("mark-1"))
      .tags(Tags.of("env", "prod"))
      .lastLaunchedTime(CREATED.plusSeconds(60))
      .build();

  @Test
  @Rules({"DISABLE-02", "DISABLE-03", "DISABLE-10", "PERM-71", "DEPR-11", "PUB-11"})
  void disabling_takes_every_launch_permission_and_nothing_else() {
    Decision<Ami> decision = new Disable().decide(RICH, NOW);

    assertThat(decision.events()).containsExactly(new ImageDisabled());
    Ami disabled = decision.applyTo(RICH);
    assertThat(disabled.state()).isEqualTo(AmiState.DISABLED);
    assertThat(disabled.launchPermissions()).hasValue(ImmutableSet.of());
    assertThat(disabled.isPublic()).isFalse();
    assertThat(disabled.toBuilder()
            .state(AmiState.AVAILABLE)
            .launchPermissions(RICH.launchPermissions().orElseThrow())
            .build())
        .isEqualTo(RICH);
  }

  @Test
  @Rules({"INV-10", "DISABLE-04", "DISABLE-16", "PERM-71", "WMK-16", "LIFE-08"})
  void disabling_and_enabling_restores_all_but_the_permissions() {
    Ami disabled = new Disable().decide(RICH, NOW).applyTo(RICH);
    Decision<Ami> decision = new Enable().decide(disabled, NOW);

    assertThat(decision.events()).containsExactly(new ImageEnabled());
    assertThat(decision.applyTo(disabled))
        .isEqualTo(RICH.toBuilder().launchPermissions(ImmutableSet.of()).build());
  }

  @Test
  @Rules("LIFE-08")
  void disabling_and_enabling_can_go_on_forever() {
    Ami ami = Images.unshared().build();
    for (int i = 0; i < 3; i++) {
      Ami disabled = new Disable().decide(ami, NOW).applyTo(ami);
      assertThat(disabled.state()).isEqualTo(AmiState.DISABLED);
      assertThat(new Enable().decide(disabled, NOW).applyTo(disabled)).isEqualTo(ami);
    }
  }

  @Test
  @Rules("DISABLE-17")
  void doing_it_again_succeeds_and_changes_nothing() {
    assertUnchanged(new Disable(), in(AmiStage.DISABLED), NOW);
    assertUnchanged(new Enable(), in(AmiStage.AVAILABLE), NOW);
  }

  @Test
  @Rules("DISABLE-10")
  void private_and_public_images_and_both_kinds_of_root_can_be_disabled() {
    for (Ami ami : new Ami[] {
      Images.unshared().build(),
      Images.published().build(),
      Images.onInstanceStore().build()
    }) {
      assertThat(new Disable().decide(ami, NOW).applyTo(ami).state()).isEqualTo(AmiState.DISABLED);
    }
  }

  @Test
  @Rules("PROT-12")
  void neither_protection_nor_deprecation_keeps_an_image_from_being_disabled() {
    Ami ami =
        Images.protectedBy("enabled-with-cooldown").deprecationTime(CREATED).build();

    assertThat(new Disable().decide(ami, NOW).applyTo(ami).state()).isEqualTo(AmiState.DISABLED);
  }

  @Test
  @Rules("DISABLE-04")
  void an_enabled_image_can_be_shared_again() {
    Ami disabled = in(AmiStage.DISABLED);
    Ami enabled = new Enable().decide(disabled, NOW).applyTo(disabled);

    assertThat(ModifyLaunchPermission.grant(PARTNER)
            .decide(enabled, NOW)
            .applyTo(enabled)
            .launchPermissions()
            .orElseThrow())
        .containsExactly(PARTNER);
  }

  @Test
  @Rules({"DISABLE-14", "PROT-13"})
  void a_disabled_image_can_be_protected_unprotected_and_deregistered() {
    Ami disabled = in(AmiStage.DISABLED);

    Ami guarded =
        new EnableDeregistrationProtection(false).decide(disabled, NOW).applyTo(disabled);
    assertThat(guarded.isProtectedAt(NOW)).isTrue();
    Ami free = new DisableDeregistrationProtection().decide(guarded, NOW).applyTo(guarded);
    assertThat(free.isProtectedAt(NOW)).isFalse();
    assertThat(new Deregister(Optional.empty()).decide(free, NOW).applyTo(free).state())
        .isEqualTo(AmiState.DEREGISTERED);
  }
}
