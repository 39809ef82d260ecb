package dev.amikit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.ImdsSupport;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every command, for every image, at any time. */
class CommandTest {
  @Provide
  Arbitrary<Ami> images() {
    return Arbitraries.of(Images.all());
  }

  @Provide
  Arbitrary<AmiCommand> commands() {
    return Arbitraries.of(Commands.all());
  }

  @Provide
  Arbitrary<Instant> times() {
    return Arbitraries.of(Images.NOW, Images.LEAVES_BIN, Images.NOW.plus(Duration.ofDays(3000)));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void the_decision_agrees_with_the_transition_table(
      @ForAll("images") Ami ami,
      @ForAll("commands") AmiCommand command,
      @ForAll("times") Instant now) {
    Decision<Ami> decision = command.decide(ami, now);

    if (decision.isAccepted()) {
      assertThat(LifeCycle.transition(AmiStage.of(ami), command.action()).targets())
          .contains(AmiStage.of(decision.applyTo(ami)));
    }
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void a_decision_is_either_accepted_or_has_a_reason(
      @ForAll("images") Ami ami,
      @ForAll("commands") AmiCommand command,
      @ForAll("times") Instant now) {
    Decision<Ami> decision = command.decide(ami, now);

    assertThat(decision.refusal().isPresent()).isNotEqualTo(decision.isAccepted());
    assertThat(command.decide(ami, now)).isEqualTo(decision);
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules("PERM-44")
  void a_refused_command_changes_nothing_and_can_be_thrown(
      @ForAll("images") Ami ami,
      @ForAll("commands") AmiCommand command,
      @ForAll("times") Instant now) {
    Decision<Ami> decision = command.decide(ami, now);

    decision.refusal().ifPresent(refusal -> {
      assertThat(decision.events()).isEmpty();
      assertThat(decision.applyTo(ami)).isSameAs(ami);
      assertThat(refusal.violations()).isNotEmpty();
      assertThatThrownBy(() -> decision.orThrow().applyTo(ami))
          .isInstanceOfSatisfying(
              RefusedException.class, thrown -> assertThat(thrown.refusal()).isEqualTo(refusal))
          .hasMessageContaining(refusal.errorCode().toString());
    });
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void replaying_the_events_is_applying_the_decision(
      @ForAll("images") Ami ami,
      @ForAll("commands") AmiCommand command,
      @ForAll("times") Instant now) {
    Decision<Ami> decision = command.decide(ami, now);

    Ami replayed = ami;
    for (Event<Ami> event : decision.events()) {
      replayed = event.evolve(replayed);
    }
    assertThat(replayed).isEqualTo(decision.applyTo(ami));
    assertThat(Event.replay(ami, decision.events())).isEqualTo(replayed);
    if (decision.isAccepted()) {
      assertThat(decision.orThrow().applyTo(ami)).isEqualTo(replayed);
    }
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void without_events_the_image_stays_the_same_and_with_events_it_changes(
      @ForAll("images") Ami ami,
      @ForAll("commands") AmiCommand command,
      @ForAll("times") Instant now) {
    Decision<Ami> decision = command.decide(ami, now);

    if (decision.events().isEmpty()) {
      assertThat(decision.applyTo(ami)).isSameAs(ami);
    } else if (!ami.lastLaunchedTime().equals(Optional.of(now))) {
      assertThat(decision.applyTo(ami)).isNotEqualTo(ami);
    }
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules("INV-01")
  void the_changed_image_keeps_every_rule_of_images(
      @ForAll("images") Ami ami,
      @ForAll("commands") AmiCommand command,
      @ForAll("times") Instant now) {
    Ami after = command.decide(ami, now).applyTo(ami);

    assertThat(after.toBuilder().build()).isEqualTo(after);
    if (after.state() == AmiState.DISABLED || after.isInRecycleBin()) {
      assertThat(after.launchPermissions()).hasValue(ImmutableSet.of());
      assertThat(after.isPublic()).isFalse();
    }
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules({"INV-09", "COM-10", "LIFE-24", "PAID-03"})
  void the_content_of_a_finished_image_never_changes(
      @ForAll("images") Ami ami,
      @ForAll("commands") AmiCommand command,
      @ForAll("times") Instant now) {
    Ami after = command.decide(ami, now).applyTo(ami);

    if (ami.state() != AmiState.PENDING) {
      assertThat(content(after)).isEqualTo(content(ami));
    }
    assertThat(after.imageId()).isEqualTo(ami.imageId());
    assertThat(after.ownerId()).isEqualTo(ami.ownerId());
    assertThat(after.name()).isEqualTo(ami.name());
    assertThat(after.creationDate()).isEqualTo(ami.creationDate());
    assertThat(after.sourceImageId()).isEqualTo(ami.sourceImageId());
    assertThat(after.sourceInstanceId()).isEqualTo(ami.sourceInstanceId());
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules({"INV-12", "BOOT-29", "ATTR-07"})
  void the_metadata_service_support_once_there_stays(
      @ForAll("images") Ami ami,
      @ForAll("commands") AmiCommand command,
      @ForAll("times") Instant now) {
    Ami after = command.decide(ami, now).applyTo(ami);

    if (ami.imdsSupport().isPresent()) {
      assertThat(after.imdsSupport()).hasValue(ImdsSupport.V2_0);
    }
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules({"INV-04", "DEREG-02"})
  void a_protected_image_is_neither_deregistered_nor_moved_to_the_recycle_bin(
      @ForAll("images") Ami ami,
      @ForAll("commands") AmiCommand command,
      @ForAll("times") Instant now) {
    Ami after = command.decide(ami, now).applyTo(ami);

    if (ami.isProtectedAt(now)) {
      assertThat(after.state()).isNotEqualTo(AmiState.DEREGISTERED);
      assertThat(after.isInRecycleBin()).isFalse();
    }
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules({"INV-03", "INV-02"})
  void an_image_that_becomes_public_is_free_of_obstacles_and_has_a_date(
      @ForAll("images") Ami ami,
      @ForAll("commands") AmiCommand command,
      @ForAll("times") Instant now) {
    Ami after = command.decide(ami, now).applyTo(ami);

    if (after.isPublic() && !ami.isPublic() && !ami.isInRecycleBin()) {
      assertThat(after.imageWatermarks()).isEmpty();
      assertThat(after.productCodes()).isEmpty();
      assertThat(after.blockDeviceMappings())
          .noneMatch(device -> device.ebs().orElseThrow().isEncrypted());
      assertThat(after.deprecationTime())
          .hasValueSatisfying(
              time -> assertThat(time).isBeforeOrEqualTo(Instant.parse("2028-01-15T10:20:30Z")));
    }
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules({"LLT-01", "LLT-05"})
  void only_a_launch_sets_the_last_launched_time(
      @ForAll("images") Ami ami,
      @ForAll("commands") AmiCommand command,
      @ForAll("times") Instant now) {
    Decision<Ami> decision = command.decide(ami, now);

    assertThat(decision.applyTo(ami).lastLaunchedTime())
        .isEqualTo(
            command instanceof Launch && decision.isAccepted()
                ? Optional.of(now)
                : ami.lastLaunchedTime());
  }

  /** The image without what may change in its life. */
  private static Ami content(Ami ami) {
    return ami.toBuilder()
        .state(AmiState.AVAILABLE)
        .stateReason(Optional.empty())
        .description(Optional.empty())
        .imdsSupport(Optional.empty())
        .launchPermissions(ImmutableSet.of())
        .deprecationTime(Optional.empty())
        .deregistrationProtection(Optional.empty())
        .lastLaunchedTime(Optional.empty())
        .imageWatermarks(ImmutableSet.of())
        .recycleBinStay(Optional.empty())
        .tags(Tags.none())
        .build();
  }
}
