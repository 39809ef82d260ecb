package dev.amikit.testkit.lifecycle;

import static dev.amikit.testkit.arbitrary.AmiArbitraries.amis;
import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.lifecycle.AmiCommand;
import dev.amikit.lifecycle.CancelLaunchPermission;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Deregister;
import dev.amikit.lifecycle.Disable;
import dev.amikit.lifecycle.DisableDeregistrationProtection;
import dev.amikit.lifecycle.Enable;
import dev.amikit.lifecycle.ExpireInRecycleBin;
import dev.amikit.lifecycle.LaunchPermissionsChanged;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.lifecycle.ResetLaunchPermission;
import dev.amikit.lifecycle.RestoreFromRecycleBin;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rules;
import dev.amikit.testkit.arbitrary.AmiArbitraries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of one command for any image, or of one and its opposite. */
class CommandTest {
  private static final long DAY = 86_400_000_000_000L;

  @Property
  @Rules({"INV-10", "DISABLE-03", "DISABLE-04", "DISABLE-16"})
  void disabling_and_enabling_restores_all_but_the_permissions(
      @ForAll("available") Ami ami,
      @ForAll("times") Instant now,
      @ForAll @LongRange(max = DAY) long later) {
    Ami disabled = new Disable().decide(ami, now).orThrow().applyTo(ami);
    Ami enabled = new Enable().decide(disabled, now.plusNanos(later)).orThrow().applyTo(disabled);

    assertThat(disabled).isDisabled().isPrivate();
    assertThat(disabled.toBuilder().state(ami.state()).build())
        .isEqualTo(ami.withLaunchPermissions(ImmutableSet.of()));
    assertThat(enabled).isEqualTo(ami.withLaunchPermissions(ImmutableSet.of()));
  }

  @Property
  @Rules({"INV-10", "BIN-11", "BIN-15", "BIN-18", "BIN-19", "PERM-72"})
  void deregistering_into_the_recycle_bin_and_restoring_restores_all(
      @ForAll("binnable") Ami ami,
      @ForAll("times") Instant now,
      @ForAll @IntRange(min = 1, max = 365) int days,
      @ForAll @LongRange(min = 1, max = DAY) long left) {
    Instant exit = now.plus(Duration.ofDays(days));
    Ami binned = new Deregister(Optional.of(Duration.ofDays(days)))
        .decide(ami, now)
        .orThrow()
        .applyTo(ami);

    assertThat(binned).isInRecycleBin().isInState(ami.state());
    assertThat(binned.knownLaunchPermissions()).isEmpty();
    assertThat(binned.launchPermissions().isPresent())
        .isEqualTo(ami.launchPermissions().isPresent());
    assertThat(binned.recycleBinStay().orElseThrow().exitTime()).isEqualTo(exit);
    assertThat(new RestoreFromRecycleBin()
            .decide(binned, exit.minusNanos(left))
            .orThrow()
            .applyTo(binned))
        .isEqualTo(ami);
  }

  @Property
  @Rules({"PERM-67", "PERM-69"})
  void what_was_not_told_of_permissions_may_be_taken_and_stays_untold(
      @ForAll("untold") Ami ami, @ForAll("times") Instant now, @ForAll AccountId account) {
    LaunchPermission own = LaunchPermission.userId(account);
    for (AmiCommand command :
        List.of(new CancelLaunchPermission(account), ModifyLaunchPermission.revoke(own))) {
      Decision<Ami> decision = command.decide(ami, now);

      assertThat(decision.orThrow().events())
          .containsExactly(new LaunchPermissionsChanged(ImmutableSet.of(), ImmutableSet.of(own)));
      assertThat(decision.applyTo(ami)).isEqualTo(ami);
    }
    Ami unpublished = ModifyLaunchPermission.revoke(LaunchPermission.everyone())
        .decide(ami, now)
        .applyTo(ami);
    assertThat(unpublished).isEqualTo(ami.withIsPublic(false));
    assertThat(new ResetLaunchPermission().decide(ami, now).applyTo(ami)).isEqualTo(unpublished);
    assertThat(ModifyLaunchPermission.grant(own).decide(ami, now).applyTo(ami)).isEqualTo(ami);
  }

  @Property
  @Rules("BIN-13")
  void at_the_exit_time_an_image_in_the_recycle_bin_is_gone_and_not_a_moment_before(
      @ForAll("binned") Ami ami) {
    Instant exit = ami.recycleBinStay().orElseThrow().exitTime();

    assertThat(new RestoreFromRecycleBin().decide(ami, exit.minusNanos(1))).isAccepted();
    assertThat(new RestoreFromRecycleBin().decide(ami, exit))
        .isRefusedOnlyBy("restore-image-from-recycle-bin.before-exit-time")
        .isRefusedWith(ErrorCode.INVALID_AMI_ID_NOT_FOUND);
    assertThat(new ExpireInRecycleBin().decide(ami, exit.minusNanos(1)))
        .isRefusedOnlyBy("expire-in-recycle-bin.after-exit-time");
    Decision<Ami> expiry = new ExpireInRecycleBin().decide(ami, exit);
    assertThat(expiry.orThrow().applyTo(ami)).isInState(AmiState.DEREGISTERED).isPrivate();
    assertThat(expiry.orThrow().applyTo(ami).isInRecycleBin()).isFalse();
  }

  @Property
  @Rules({"DEREG-02", "PROT-06", "PROT-07"})
  void a_cool_down_ends_24_hours_after_protection_was_disabled_and_not_a_moment_before(
      @ForAll("usable") Ami ami,
      @ForAll("times") Instant now,
      @ForAll("deregistrations") Deregister deregistration) {
    Ami guarded = ami.withDeregistrationProtection(
        Optional.of(DeregistrationProtection.enabledWithCooldown()));
    Ami cooling =
        new DisableDeregistrationProtection().decide(guarded, now).orThrow().applyTo(guarded);
    Instant end = now.plus(Duration.ofHours(24));

    assertThat(cooling).isProtectedAt(end.minusNanos(1)).isNotProtectedAt(end);
    assertThat(deregistration.decide(cooling, end.minusNanos(1)))
        .isRefusedOnlyBy("deregister-image.unprotected")
        .isRefusedWith(ErrorCode.OPERATION_NOT_PERMITTED);
    assertThat(deregistration.decide(cooling, end)).isAccepted();
  }

  @Provide
  Arbitrary<Ami> available() {
    return amis().notInRecycleBin().inState(AmiState.AVAILABLE);
  }

  @Provide
  Arbitrary<Ami> usable() {
    return amis().notInRecycleBin().inState(AmiState.AVAILABLE, AmiState.DISABLED);
  }

  @Provide
  Arbitrary<Ami> untold() {
    return amis().usable().notTellingLaunchPermissions();
  }

  @Provide
  Arbitrary<Ami> binned() {
    return amis().inRecycleBin();
  }

  @Provide
  Arbitrary<Ami> binnable() {
    return amis()
        .ebsBacked()
        .notInRecycleBin()
        .inState(AmiState.AVAILABLE, AmiState.DISABLED)
        .map(ami -> ami.withDeregistrationProtection(
            ami.deregistrationProtection().map(any -> DeregistrationProtection.disabled())));
  }

  @Provide
  Arbitrary<Instant> times() {
    return AmiArbitraries.instants();
  }

  @Provide
  Arbitrary<Deregister> deregistrations() {
    return Arbitraries.integers()
        .between(1, 365)
        .map(Duration::ofDays)
        .optional(0.5)
        .map(Deregister::new);
  }
}
