package dev.amikit.lifecycle.snapshot;

import com.google.common.collect.ImmutableList;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Event;
import dev.amikit.rule.Refusal;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How a snapshot goes: into the Recycle Bin if a retention rule keeps it there, or for good. */
final class Removal {
  private Removal() {}

  /** Why a retention is none. */
  static Optional<Refusal> malformed(Optional<Duration> retention, Instant now) {
    return retention
        .filter(period -> !Times.plus(now, period).isAfter(now))
        .map(period -> Refusal.of(SnapshotRecycleBinStay.ENDS_LATER.brokenBy("retention", period)));
  }

  /** What happens to a snapshot that goes; a move between tiers comes to nothing. */
  static Decision<Snapshot> of(Snapshot snapshot, Optional<Duration> retention, Instant now) {
    ImmutableList.Builder<Event<Snapshot>> events = ImmutableList.builder();
    snapshot
        .tieringUnderWay()
        .map(move -> new SnapshotTieringFailed(move, Optional.empty()))
        .ifPresent(events::add);
    events.add(gone(retention, now));
    return new Decision.Accepted<>(events.build());
  }

  /** What happens to a snapshot that is no longer pending; it goes if that was asked for. */
  static Decision<Snapshot> after(
      SnapshotEvent end, Snapshot snapshot, Optional<Duration> retention, Instant now) {
    return snapshot.deletionRequested()
        ? new Decision.Accepted<>(ImmutableList.of(end, gone(retention, now)))
        : Decision.accepted(end);
  }

  private static SnapshotEvent gone(Optional<Duration> retention, Instant now) {
    return retention.isPresent()
        ? new SnapshotMovedToRecycleBin(now, Times.plus(now, retention.get()))
        : new SnapshotDeleted();
  }
}
