package dev.amikit.lifecycle;

import static dev.amikit.lifecycle.Images.EVERYONE;
import static dev.amikit.lifecycle.Images.NOW;
import static dev.amikit.lifecycle.Images.WEEK;
import static dev.amikit.lifecycle.Images.assertUnchanged;
import static dev.amikit.lifecycle.Images.available;
import static dev.amikit.lifecycle.Images.protectedBy;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.rule.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The time is 2026-06-01T12:00:00Z throughout. */
class DeregistrationProtectionTest {
  @ParameterizedTest
  @Rules({"PROT-02", "PROT-03", "PROT-05", "PROT-06", "PROT-08", "PROT-09", "PROT-10"})
  @CsvSource({
    "none,                                enable with,    enabled-with-cooldown",
    "none,                                enable without, enabled-without-cooldown",
    "none,                                disable,        unchanged",
    "disabled,                            enable with,    enabled-with-cooldown",
    "disabled,                            enable without, enabled-without-cooldown",
    "disabled,                            disable,        unchanged",
    "enabled-without-cooldown,            enable with,    enabled-with-cooldown",
    "enabled-without-cooldown,            enable without, unchanged",
    "enabled-without-cooldown,            disable,        disabled",
    "enabled-with-cooldown,               enable with,    unchanged",
    "enabled-with-cooldown,               enable without, refused",
    "enabled-with-cooldown,               disable,        disabled after 2026-06-02T12:00:00Z",
    // Cooling down for one more second.
    "disabled after 2026-06-01T12:00:01Z, enable with,    enabled-with-cooldown",
    "disabled after 2026-06-01T12:00:01Z, enable without, refused",
    "disabled after 2026-06-01T12:00:01Z, disable,        unchanged",
    // The cool-down ends now, and so is over.
    "disabled after 2026-06-01T12:00:00Z, enable with,    enabled-with-cooldown",
    "disabled after 2026-06-01T12:00:00Z, enable without, enabled-without-cooldown",
    "disabled after 2026-06-01T12:00:00Z, disable,        unchanged"
  })
  void enabling_and_disabling_lead_to(String before, String call, String after) {
    Ami ami = before.equals("none") ? available() : protectedBy(before).build();
    AmiCommand command = switch (call) {
      case "enable with" -> new EnableDeregistrationProtection(true);
      case "enable without" -> new EnableDeregistrationProtection(false);
      default -> new DisableDeregistrationProtection();
    };

    switch (after) {
      case "unchanged" -> assertUnchanged(command, ami, NOW);
      case "refused" ->
        assertRefused(
            command,
            ami,
            NOW,
            "enable-image-deregistration-protection.keeps-cooldown",
            "OperationNotPermitted");
      default ->
        assertThat(command.decide(ami, NOW).orThrow().applyTo(ami))
            .isEqualTo(protectedBy(after).build());
    }
  }

  @ParameterizedTest
  @Rules({"DEREG-02", "PROT-06"})
  @ValueSource(
      strings = {
        "enabled-without-cooldown",
        "enabled-with-cooldown",
        "disabled after 2026-06-01T12:00:00.000000001Z"
      })
  void a_protected_image_cannot_be_deregistered(String protection) {
    for (Optional<Duration> retention : List.of(Optional.<Duration>empty(), Optional.of(WEEK))) {
      assertRefused(
          new Deregister(retention),
          protectedBy(protection).build(),
          NOW,
          "deregister-image.unprotected",
          "OperationNotPermitted");
    }
  }

  @ParameterizedTest
  @Rules({"PROT-01", "PROT-05", "PROT-07"})
  @ValueSource(strings = {"none", "disabled", "disabled after 2026-06-01T12:00:00Z"})
  void any_other_can(String protection) {
    Ami ami = protection.equals("none") ? available() : protectedBy(protection).build();

    assertThat(new Deregister().decide(ami, NOW).isAccepted()).isTrue();
    assertThat(new Deregister(Optional.of(WEEK)).decide(ami, NOW).isAccepted()).isTrue();
  }

  @Test
  @Rules({"PROT-06", "PROT-07", "PROT-08"})
  void a_cool_down_takes_24_hours_from_the_first_disabling() {
    Ami guarded = protectedBy("enabled-with-cooldown").build();
    Instant later = NOW.plus(Duration.ofHours(23));
    Instant end = NOW.plus(Duration.ofHours(24));

    Ami cooling = new DisableDeregistrationProtection().decide(guarded, NOW).applyTo(guarded);
    Ami again = new DisableDeregistrationProtection().decide(cooling, later).applyTo(cooling);

    assertThat(new Deregister().decide(again, end.minusNanos(1)).isAccepted()).isFalse();
    assertThat(new Deregister().decide(again, end).isAccepted()).isTrue();
  }

  @Test
  @Rules("PROT-09")
  void enabling_with_cool_down_during_a_cool_down_ends_it() {
    Ami cooling = protectedBy("disabled after " + NOW.plusSeconds(1)).build();

    Ami guarded = new EnableDeregistrationProtection(true).decide(cooling, NOW).applyTo(cooling);

    assertThat(guarded.isProtectedAt(NOW.plus(Duration.ofDays(1000)))).isTrue();
  }

  @Test
  @Rules("PROT-12")
  void protection_blocks_deregistration_and_nothing_else() {
    Ami ami = protectedBy("enabled-with-cooldown").build();

    assertThat(List.of(
            new Disable(),
            new EnableDeprecation(NOW),
            ModifyLaunchPermission.grant(EVERYONE),
            new ResetLaunchPermission(),
            new ModifyDescription("golden"),
            new AttachWatermark(Images.key("golden"), Region.US_EAST_1),
            new Launch()))
        .allSatisfy(command -> {
          Decision<Ami> decision = command.decide(ami, NOW);
          assertThat(decision.events()).isNotEmpty();
          assertThat(decision.applyTo(ami).deregistrationProtection())
              .isEqualTo(ami.deregistrationProtection());
        });
  }

  @Test
  @Rules("PROT-13")
  void a_disabled_image_can_be_protected_and_stays_disabled() {
    Ami disabled = Images.in(AmiStage.DISABLED);
    Decision<Ami> decision = new EnableDeregistrationProtection(false).decide(disabled, NOW);

    assertThat(decision.applyTo(disabled).deregistrationProtection())
        .hasValueSatisfying(
            protection -> assertThat(protection).hasToString("enabled-without-cooldown"));
    assertThat(AmiStage.of(decision.applyTo(disabled))).isEqualTo(AmiStage.DISABLED);
  }
}
