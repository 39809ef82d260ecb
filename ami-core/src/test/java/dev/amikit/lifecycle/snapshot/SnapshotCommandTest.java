package dev.amikit.lifecycle.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Event;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.LockState;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.tag.Tags;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every command, for every snapshot, at any time. */
class SnapshotCommandTest {
  @Provide
  Arbitrary<Snapshot> snapshots() {
    return Arbitraries.of(Snapshots.all());
  }

  @Provide
  Arbitrary<SnapshotCommand> commands() {
    return Arbitraries.of(SnapshotCommands.all());
  }

  @Provide
  Arbitrary<Instant> times() {
    return Arbitraries.of(Snapshots.NOW, Snapshots.LEAVES_BIN, Snapshots.NOW.plus(Snapshots.WEEK));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void the_decision_agrees_with_the_transition_table(
      @ForAll("snapshots") Snapshot snapshot,
      @ForAll("commands") SnapshotCommand command,
      @ForAll("times") Instant now) {
    Decision<Snapshot> decision = command.decide(snapshot, now);

    if (decision.isAccepted()) {
      assertThat(SnapshotLifeCycle.transition(SnapshotStage.of(snapshot), command.action())
              .targets())
          .contains(SnapshotStage.of(decision.applyTo(snapshot)));
    }
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void a_decision_is_either_accepted_or_has_a_reason(
      @ForAll("snapshots") Snapshot snapshot,
      @ForAll("commands") SnapshotCommand command,
      @ForAll("times") Instant now) {
    Decision<Snapshot> decision = command.decide(snapshot, now);

    assertThat(decision.refusal().isPresent()).isNotEqualTo(decision.isAccepted());
    assertThat(command.decide(snapshot, now)).isEqualTo(decision);
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void a_malformed_command_is_refused_whatever_it_is_given_for(
      @ForAll("snapshots") Snapshot snapshot,
      @ForAll("commands") SnapshotCommand command,
      @ForAll("times") Instant now) {
    command
        .malformed(now)
        .ifPresent(
            refusal -> assertThat(command.decide(snapshot, now).refusal()).contains(refusal));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void a_refused_command_changes_nothing_and_can_be_thrown(
      @ForAll("snapshots") Snapshot snapshot,
      @ForAll("commands") SnapshotCommand command,
      @ForAll("times") Instant now) {
    Decision<Snapshot> decision = command.decide(snapshot, now);

    decision.refusal().ifPresent(refusal -> {
      assertThat(decision.events()).isEmpty();
      assertThat(decision.applyTo(snapshot)).isSameAs(snapshot);
      assertThat(refusal.violations()).isNotEmpty();
      assertThatThrownBy(() -> decision.orThrow().applyTo(snapshot))
          .isInstanceOfSatisfying(
              RefusedException.class, thrown -> assertThat(thrown.refusal()).isEqualTo(refusal));
    });
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void replaying_the_events_is_applying_the_decision(
      @ForAll("snapshots") Snapshot snapshot,
      @ForAll("commands") SnapshotCommand command,
      @ForAll("times") Instant now) {
    Decision<Snapshot> decision = command.decide(snapshot, now);

    Snapshot replayed = snapshot;
    for (Event<Snapshot> event : decision.events()) {
      assertThat(event).isInstanceOf(SnapshotEvent.class);
      replayed = event.evolve(replayed);
    }
    assertThat(replayed).isEqualTo(decision.applyTo(snapshot));
    assertThat(Event.replay(snapshot, decision.events())).isEqualTo(replayed);
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void without_events_the_snapshot_stays_the_same_and_with_events_it_changes(
      @ForAll("snapshots") Snapshot snapshot,
      @ForAll("commands") SnapshotCommand command,
      @ForAll("times") Instant now) {
    Decision<Snapshot> decision = command.decide(snapshot, now);

    if (decision.events().isEmpty()) {
      assertThat(decision.applyTo(snapshot)).isSameAs(snapshot);
    } else {
      assertThat(decision.applyTo(snapshot)).isNotEqualTo(snapshot);
    }
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules("SNAP-11")
  void what_the_snapshot_shows_never_changes(
      @ForAll("snapshots") Snapshot snapshot,
      @ForAll("commands") SnapshotCommand command,
      @ForAll("times") Instant now) {
    Snapshot after = command.decide(snapshot, now).applyTo(snapshot);

    assertThat(content(after)).isEqualTo(content(snapshot));
    if (!snapshot.state().equals(SnapshotState.PENDING)) {
      assertThat(after.state()).isEqualTo(snapshot.state());
      assertThat(after.completionTime()).isEqualTo(snapshot.completionTime());
    }
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules({"LOCK-05", "LOCK-08", "SNAP-39"})
  void a_final_lock_is_neither_taken_nor_shortened_and_stands_against_deletion(
      @ForAll("snapshots") Snapshot snapshot,
      @ForAll("commands") SnapshotCommand command,
      @ForAll("times") Instant now) {
    Snapshot after = command.decide(snapshot, now).applyTo(snapshot);

    snapshot
        .lock()
        .filter(lock -> lock.stateAt(now).equals(LockState.COMPLIANCE))
        .ifPresent(lock -> {
          assertThat(SnapshotStage.of(after).isGone()).isFalse();
          assertThat(after.lock().orElseThrow().stateAt(now)).isEqualTo(LockState.COMPLIANCE);
          assertThat(after.lock().orElseThrow().lockExpiresOn().orElseThrow())
              .isAfterOrEqualTo(lock.lockExpiresOn().orElseThrow());
        });
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules({"SHR-04", "SPERM-04", "SPERM-07", "SBIN-04", "ARC-04"})
  void what_is_encrypted_is_never_public_and_what_is_gone_or_newly_archived_is_not_shared(
      @ForAll("snapshots") Snapshot snapshot,
      @ForAll("commands") SnapshotCommand command,
      @ForAll("times") Instant now) {
    Snapshot after = command.decide(snapshot, now).applyTo(snapshot);

    assertThat(after.isEncrypted() && after.isPublic()).isFalse();
    if (SnapshotStage.of(after).isGone() || after.isArchived() && !snapshot.isArchived()) {
      assertThat(after.createVolumePermissions()).isEmpty();
    }
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules("SNAP-18")
  void tier_lock_and_permissions_move_by_commands_of_their_own(
      @ForAll("snapshots") Snapshot snapshot,
      @ForAll("commands") SnapshotCommand command,
      @ForAll("times") Instant now) {
    Snapshot after = command.decide(snapshot, now).applyTo(snapshot);

    switch (command.action()) {
      case LOCK_SNAPSHOT, UNLOCK_SNAPSHOT ->
        assertThat(after.toBuilder().lock(snapshot.lock()).build()).isEqualTo(snapshot);
      case MODIFY_CREATE_VOLUME_PERMISSION, RESET_CREATE_VOLUME_PERMISSION ->
        assertThat(after.toBuilder()
                .createVolumePermissions(snapshot.createVolumePermissions())
                .build())
            .isEqualTo(snapshot);
      case COMPLETE_SNAPSHOT -> assertThat(after.storageTier()).isEqualTo(snapshot.storageTier());
      default -> assertThat(after.lock()).isEqualTo(snapshot.lock());
    }
  }

  /** The snapshot without what may change in its life. */
  private static Snapshot content(Snapshot snapshot) {
    return snapshot.toBuilder()
        .state(SnapshotState.COMPLETED)
        .fullSnapshotSizeInBytes(OptionalLong.empty())
        .stateMessage(Optional.empty())
        .progress(OptionalInt.empty())
        .completionTime(Optional.empty())
        .storageTier(Optional.empty())
        .restoreExpiryTime(Optional.empty())
        .createVolumePermissions(ImmutableSet.of())
        .lock(Optional.empty())
        .lastTieringOperationStatus(Optional.empty())
        .lastTieringStartTime(Optional.empty())
        .lastTieringOperationStatusDetail(Optional.empty())
        .archivalCompleteTime(Optional.empty())
        .recycleBinStay(Optional.empty())
        .deletionRequested(false)
        .deleted(false)
        .tags(Tags.none())
        .build();
  }
}
