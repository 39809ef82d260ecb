package dev.amikit.lifecycle;

import static dev.amikit.lifecycle.Images.CREATED;
import static dev.amikit.lifecycle.Images.ENTERED_BIN;
import static dev.amikit.lifecycle.Images.EVERYONE;
import static dev.amikit.lifecycle.Images.LEAVES_BIN;
import static dev.amikit.lifecycle.Images.NOW;
import static dev.amikit.lifecycle.Images.ORGANIZATION;
import static dev.amikit.lifecycle.Images.PARTNER;
import static dev.amikit.lifecycle.Images.WEEK;
import static dev.amikit.lifecycle.Images.binned;
import static dev.amikit.lifecycle.Images.in;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.rule.Rules;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deregistration, and the Recycle Bin as far as one image is concerned. */
class DeregistrationTest {
  private static final Deregister RETAINED = new Deregister(Optional.of(WEEK));
  private static final String SYSTEM_TAG = "aws:recycle-bin:resource-in-bin";

  private static final Ami RICH = Images.published()
      .addLaunchPermission(ORGANIZATION)
      .description("golden")
      .deregistrationProtection(DeregistrationProtection.disabled())
      .tags(Tags.of("env", "prod"))
      .lastLaunchedTime(CREATED.plusSeconds(60))
      .build();

  @Test
  @Rules({"DEREG-06", "PERM-74", "DEREG-08", "LIFE-09"})
  void without_a_retention_rule_an_image_is_gone_at_once_and_its_permissions_end() {
    Decision<Ami> decision = new Deregister().decide(RICH, NOW);

    assertThat(decision.events()).containsExactly(new ImageDeregistered());
    Ami gone = decision.applyTo(RICH);
    assertThat(gone.state()).isEqualTo(AmiState.DEREGISTERED);
    assertThat(gone.isInRecycleBin()).isFalse();
    assertThat(gone.launchPermissions()).hasValue(ImmutableSet.of());
    assertRefused(new Launch(), gone, NOW, "launch.stage", "InvalidAMIID.Unavailable");
  }

  @ParameterizedTest
  @Rules({"DEREG-08", "BIN-11", "BIN-15", "BIN-14", "PERM-72"})
  @EnumSource(
      value = AmiStage.class,
      names = {"AVAILABLE", "DISABLED"})
  void a_retained_image_moves_to_the_recycle_bin_unshared_and_marked(AmiStage stage) {
    Ami ami = in(stage);

    Ami binned = RETAINED.decide(ami, NOW).applyTo(ami);

    assertThat(binned.state()).isEqualTo(ami.state());
    assertThat(binned.recycleBinStay())
        .hasValue(new RecycleBinStay(
            NOW, NOW.plus(Duration.ofDays(7)), ami.launchPermissions().orElseThrow()));
    assertThat(binned.launchPermissions()).hasValue(ImmutableSet.of());
    assertThat(binned.tags()).isEqualTo(Tags.of(SYSTEM_TAG, "true"));
  }

  @ParameterizedTest
  @Rules({"DEREG-04", "LIFE-06"})
  @EnumSource(
      value = AmiStage.class,
      names = {"PENDING", "FAILED"})
  void a_pending_or_failed_image_never_enters_the_recycle_bin(AmiStage stage) {
    Ami ami = in(stage);

    assertThat(RETAINED.decide(ami, NOW).events()).containsExactly(new ImageDeregistered());
  }

  @Test
  @Rules({"DEREG-09", "BIN-01", "INV-05"})
  void an_instance_store_image_never_enters_the_recycle_bin() {
    Ami available = Images.onInstanceStore().build();
    Ami disabled = new Disable().decide(available, NOW).applyTo(available);

    assertThat(RETAINED.decide(available, NOW).events()).containsExactly(new ImageDeregistered());
    assertThat(RETAINED.decide(disabled, NOW).events()).containsExactly(new ImageDeregistered());
  }

  @Test
  @Rules("DEREG-20")
  void deprecation_is_no_obstacle_and_no_condition() {
    Ami deprecated = Images.image().deprecationTime(CREATED).build();

    assertThat(new Deregister().decide(deprecated, NOW).isAccepted()).isTrue();
    assertThat(new Deregister().decide(Images.available(), NOW).isAccepted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-0.000000001S", "P-7D"})
  void a_retention_of_nothing_is_refused_whatever_the_stage(Duration retention) {
    for (AmiStage stage : AmiStage.values()) {
      assertRefused(
          new Deregister(Optional.of(retention)),
          in(stage),
          NOW,
          "recycle-bin-stay.ends-later",
          "InvalidParameterValue");
    }
  }

  @Test
  @Rules({"BIN-15", "BIN-18", "INV-10", "PERM-72", "DEREG-17", "WMK-16", "BIN-14"})
  void restoring_brings_back_the_very_image_permissions_included() {
    for (Ami ami : new Ami[] {RICH, Images.watermarked(5).build()}) {
      Ami binned = RETAINED.decide(ami, NOW).applyTo(ami);
      Decision<Ami> decision = new RestoreFromRecycleBin().decide(binned, NOW.plusSeconds(1));

      assertThat(decision.events()).containsExactly(new ImageRestoredFromRecycleBin());
      assertThat(decision.applyTo(binned)).isEqualTo(ami);
    }
  }

  @ParameterizedTest
  @Rules({"BIN-19", "BIN-18"})
  @EnumSource(
      value = AmiState.class,
      names = {"AVAILABLE", "DISABLED"})
  void a_restored_image_has_the_state_that_it_had(AmiState state) {
    Ami binned = binned(state);

    Ami restored = new RestoreFromRecycleBin().decide(binned, NOW).applyTo(binned);

    assertThat(restored.state()).isEqualTo(state);
    assertThat(restored.isInRecycleBin()).isFalse();
  }

  @Test
  @Rules("BIN-18")
  void a_restored_image_can_be_launched_and_binned_again() {
    Ami binned = binned(AmiState.AVAILABLE, PARTNER, EVERYONE);
    Ami restored = new RestoreFromRecycleBin().decide(binned, NOW).applyTo(binned);

    assertThat(restored.launchPermissions()).hasValue(ImmutableSet.of(PARTNER, EVERYONE));
    assertThat(new Launch().decide(restored, NOW).isAccepted()).isTrue();
    assertThat(RETAINED.decide(restored, NOW).applyTo(restored).isInRecycleBin())
        .isTrue();
  }

  @Test
  @Rules({"BIN-11", "BIN-13"})
  void an_image_expires_at_its_exit_time_and_not_before() {
    Ami binned = binned(AmiState.AVAILABLE, PARTNER);

    assertRefused(
        new ExpireInRecycleBin(),
        binned,
        LEAVES_BIN.minusNanos(1),
        "expire-in-recycle-bin.after-exit-time",
        "InvalidAMIID.Unavailable");
    Decision<Ami> decision = new ExpireInRecycleBin().decide(binned, LEAVES_BIN);
    assertThat(decision.events()).containsExactly(new ImageExpired());
    assertThat(decision.applyTo(binned)).isEqualTo(in(AmiStage.DEREGISTERED));
  }

  @Test
  @Rules({"BIN-11", "BIN-21"})
  void an_image_can_be_restored_until_its_exit_time() {
    Ami binned = binned(AmiState.AVAILABLE, PARTNER);

    assertThat(new RestoreFromRecycleBin().decide(binned, ENTERED_BIN).isAccepted())
        .isTrue();
    assertThat(
            new RestoreFromRecycleBin().decide(binned, LEAVES_BIN.minusNanos(1)).isAccepted())
        .isTrue();
    assertRefused(
        new RestoreFromRecycleBin(),
        binned,
        LEAVES_BIN,
        "restore-image-from-recycle-bin.before-exit-time",
        "InvalidAMIID.NotFound");
  }

  @Test
  @Rules({"DEREG-05", "LIFE-10", "ERR-03", "IDEM-08"})
  void a_second_deregistration_is_refused() {
    Ami ami = Images.available();
    Ami gone = new Deregister().decide(ami, NOW).applyTo(ami);
    Ami binned = RETAINED.decide(ami, NOW).applyTo(ami);

    assertRefused(
        new Deregister(), gone, NOW, "deregister-image.stage", "InvalidAMIID.Unavailable");
    assertRefused(
        new Deregister(), binned, NOW, "deregister-image.stage", "InvalidAMIID.Unavailable");
  }

  @Test
  void an_image_whose_protection_has_cooled_down_can_expire() {
    Ami cooled = Images.protectedBy("disabled after " + NOW).build();
    Ami binned = RETAINED.decide(cooled, NOW).applyTo(cooled);

    assertThat(new ExpireInRecycleBin()
            .decide(binned, NOW.plus(WEEK))
            .applyTo(binned)
            .state())
        .isEqualTo(AmiState.DEREGISTERED);
  }

  @Test
  @Rules({"INV-01", "DISABLE-03"})
  void a_disabled_image_in_the_recycle_bin_has_no_permission_to_get_back() {
    assertThatThrownBy(() -> binned(AmiState.DISABLED, PARTNER))
        .hasMessageContaining("ami.disabled-is-not-shared");
  }
}
