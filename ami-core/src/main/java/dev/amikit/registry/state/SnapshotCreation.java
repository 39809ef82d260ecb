package dev.amikit.registry.state;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.id.AccountId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.StateReason;
import dev.amikit.lifecycle.snapshot.Complete;
import dev.amikit.lifecycle.snapshot.Fail;
import dev.amikit.snapshot.Snapshot;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A snapshot is being made on its own, or in a set of snapshots of the volumes of an instance.
 * Where one of a set fails, those that are still being made fail with it.
 *
 * @param snapshotId the snapshot
 * @param madeWith the other snapshots of its set; empty for one on its own
 * @param kind whether it is created or copied
 * @param ownerId the account that it is made for
 * @param begun when it began
 * @param due when it ends; empty if only when told
 * @param failure why it will fail; empty if it will succeed
 */
public record SnapshotCreation(
    SnapshotId snapshotId,
    ImmutableSet<SnapshotId> madeWith,
    Kind kind,
    AccountId ownerId,
    Instant begun,
    Optional<Instant> due,
    Optional<StateReason> failure)
    implements Task {
  /** Why a copy fails whose key cannot be used. */
  public static final StateReason KEY_NOT_ACCESSIBLE = new StateReason(
      "Client.InternalError",
      "Given key ID is not accessible. You must have DescribeKey permissions on the default CMK");

  private static final ImmutableSet<Kind> KINDS =
      Sets.immutableEnumSet(Kind.SNAPSHOT_CREATION, Kind.SNAPSHOT_COPY);

  /**
   * Refuses null, and kinds that make no snapshot.
   *
   * @param snapshotId the snapshot
   * @param madeWith the other snapshots of its set; empty for one on its own
   * @param kind whether it is created or copied
   * @param ownerId the account that it is made for
   * @param begun when it began
   * @param due when it ends; empty if only when told
   * @param failure why it will fail; empty if it will succeed
   */
  public SnapshotCreation {
    requireNonNull(snapshotId, "snapshotId");
    requireNonNull(madeWith, "madeWith");
    requireNonNull(kind, "kind");
    requireNonNull(ownerId, "ownerId");
    requireNonNull(begun, "begun");
    requireNonNull(due, "due");
    requireNonNull(failure, "failure");
    checkArgument(KINDS.contains(kind), "%s makes no snapshot", kind);
  }

  @Override
  public SnapshotId subject() {
    return snapshotId;
  }

  @Override
  public ImmutableList<RegistryEvent> completed(RegionState here, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(end, "end");
    return ImmutableList.<RegistryEvent>builder()
        .addAll(completed(here, snapshotId, end))
        .add(new RegistryEvent.TaskEnded(here.region(), snapshotId))
        .build();
  }

  @Override
  public ImmutableList<RegistryEvent> failed(RegionState here, StateReason reason, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(reason, "reason");
    requireNonNull(end, "end");
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    Stream.concat(Stream.of(snapshotId), madeWith.stream().filter(id -> isUnderWay(here, id)))
        .forEach(id -> events
            .addAll(failed(here, id, reason, end))
            .add(new RegistryEvent.TaskEnded(here.region(), id)));
    return events.build();
  }

  /** Whether another snapshot of the set is still being made. */
  private boolean isUnderWay(RegionState here, SnapshotId id) {
    return here.agenda()
        .task(id, SnapshotCreation.class)
        .filter(task -> task.madeWith().contains(snapshotId))
        .isPresent();
  }

  /** What happens to a snapshot that is complete; it goes if that was asked for meanwhile. */
  static ImmutableList<RegistryEvent> completed(RegionState here, SnapshotId id, Instant end) {
    return here.snapshots()
        .get(id)
        .map(snapshot -> here.events(
            snapshot, new Complete(here.retention(snapshot)), end.truncatedTo(Snapshot.TIME_UNIT)))
        .orElse(ImmutableList.of());
  }

  /** What happens to a snapshot that could not be made; it goes if that was asked for. */
  static ImmutableList<RegistryEvent> failed(
      RegionState here, SnapshotId id, StateReason reason, Instant end) {
    return here.snapshots()
        .get(id)
        .map(snapshot -> here.events(
            snapshot,
            new Fail(reason.message(), here.retention(snapshot)),
            end.truncatedTo(Snapshot.TIME_UNIT)))
        .orElse(ImmutableList.of());
  }
}
