package dev.amikit.registry.state;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.id.AccountId;
import dev.amikit.id.FastLaunchId;
import dev.amikit.image.StateReason;
import dev.amikit.lifecycle.fastlaunch.FailProvisioning;
import dev.amikit.lifecycle.fastlaunch.FastLaunchCommand;
import dev.amikit.lifecycle.fastlaunch.FinishProvisioning;
import dev.amikit.lifecycle.snapshot.SnapshotCompleted;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Snapshots are being made for fast launch of an image, as many at a time as its configuration
 * says. The instances that they are made of are AWS's affair, and nowhere to be seen. When one
 * round ends well, the next begins, which takes as long.
 *
 * @param fastLaunchId the account and the image
 * @param round the snapshots of this round, as they are while they are being made
 * @param later those of later rounds
 * @param begun when the round began
 * @param due when it ends; empty if only when told
 * @param failure why it will fail; empty if it will succeed
 */
public record SnapshotProvisioning(
    FastLaunchId fastLaunchId,
    ImmutableList<Snapshot> round,
    ImmutableList<Snapshot> later,
    Instant begun,
    Optional<Instant> due,
    Optional<StateReason> failure)
    implements Task {
  /**
   * Refuses null.
   *
   * @param fastLaunchId the account and the image
   * @param round the snapshots of this round, as they are while they are being made
   * @param later those of later rounds
   * @param begun when the round began
   * @param due when it ends; empty if only when told
   * @param failure why it will fail; empty if it will succeed
   */
  public SnapshotProvisioning {
    requireNonNull(fastLaunchId, "fastLaunchId");
    requireNonNull(round, "round");
    requireNonNull(later, "later");
    requireNonNull(begun, "begun");
    requireNonNull(due, "due");
    requireNonNull(failure, "failure");
  }

  /**
   * Makes the task for the first round of some snapshots.
   *
   * @param fastLaunch what they are made for
   * @param snapshots the snapshots, as they are while they are being made
   * @param begun when the round begins
   * @param due when it ends; empty if only when told
   * @param failure why it will fail; empty if it will succeed
   * @return the task
   */
  public static SnapshotProvisioning of(
      FastLaunch fastLaunch,
      ImmutableList<Snapshot> snapshots,
      Instant begun,
      Optional<Instant> due,
      Optional<StateReason> failure) {
    requireNonNull(fastLaunch, "fastLaunch");
    requireNonNull(snapshots, "snapshots");
    requireNonNull(begun, "begun");
    int now = Math.min(snapshots.size(), fastLaunch.configuration().maxParallelLaunches());
    ImmutableList<Snapshot> round = snapshots.subList(0, now).stream()
        .map(snapshot -> snapshot.toBuilder()
            .startTime(begun.truncatedTo(Snapshot.TIME_UNIT))
            .build())
        .collect(toImmutableList());
    return new SnapshotProvisioning(
        fastLaunch.id(), round, snapshots.subList(now, snapshots.size()), begun, due, failure);
  }

  /**
   * Returns the same task, with more snapshots for later rounds.
   *
   * @param more the snapshots
   * @return the task
   */
  public SnapshotProvisioning with(ImmutableList<Snapshot> more) {
    requireNonNull(more, "more");
    ImmutableList<Snapshot> all =
        ImmutableList.<Snapshot>builder().addAll(later).addAll(more).build();
    return new SnapshotProvisioning(fastLaunchId, round, all, begun, due, failure);
  }

  /** {@return how many snapshots are made, in this round and later} */
  public int size() {
    return round.size() + later.size();
  }

  @Override
  public Kind kind() {
    return Kind.SNAPSHOT_PROVISIONING;
  }

  @Override
  public FastLaunchId subject() {
    return fastLaunchId;
  }

  @Override
  public AccountId ownerId() {
    return fastLaunchId.ownerId();
  }

  @Override
  public ImmutableList<RegistryEvent> completed(RegionState here, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(end, "end");
    Optional<FastLaunch> fastLaunch = here.fastLaunches().get(fastLaunchId);
    FinishProvisioning command = new FinishProvisioning();
    if (fastLaunch.isEmpty() || !command.decide(fastLaunch, end).isAccepted()) {
      return ImmutableList.of(new RegistryEvent.TaskEnded(here.region(), fastLaunchId));
    }
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    events.add(new RegistryEvent.TaskEnded(here.region(), fastLaunchId));
    round.stream()
        .filter(snapshot -> isNew(here, snapshot))
        .forEach(snapshot -> events.add(
            new RegistryEvent.SnapshotCreated(
                here.region(),
                new SnapshotCompleted(end.truncatedTo(Snapshot.TIME_UNIT)).evolve(snapshot)),
            new FastLaunchInRegion.FastLaunchSnapshotProvisioned(
                here.region(), fastLaunchId, snapshot.snapshotId())));
    events.addAll(here.events(fastLaunchId, command, end));
    if (!later.isEmpty()) {
      Optional<Instant> next = due.map(at -> Times.plus(end, Duration.between(begun, at)));
      events.add(new RegistryEvent.TaskBegun(
          here.region(), of(fastLaunch.get(), later, end, next, failure)));
    }
    return events.build();
  }

  /** An ID that somebody else took meanwhile is not given again. */
  private boolean isNew(RegionState here, Snapshot snapshot) {
    return here.snapshots().get(snapshot.snapshotId()).isEmpty()
        && here.fastLaunches().snapshots(fastLaunchId).noneMatch(snapshot.snapshotId()::equals)
        && snapshot.ownerId().equals(fastLaunchId.ownerId());
  }

  @Override
  public ImmutableList<RegistryEvent> failed(RegionState here, StateReason reason, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(reason, "reason");
    requireNonNull(end, "end");
    FastLaunchCommand command =
        new FailProvisioning(here.fastLaunches().wasEnabled(fastLaunchId), reason.message());
    return ImmutableList.<RegistryEvent>builder()
        .add(new RegistryEvent.TaskEnded(here.region(), fastLaunchId))
        .addAll(here.events(fastLaunchId, command, end))
        .build();
  }
}
