package dev.amikit.registry.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.StateReason;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.SnapshotCreation;
import dev.amikit.registry.state.Task;
import dev.amikit.registry.state.Volume;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TransferType;
import dev.amikit.tag.Tags;
import java.util.Optional;

/** What operations that make snapshots have in common. */
public final class NewSnapshots {
  private NewSnapshots() {}

  /** A snapshot of a volume as it is while it is being made, encrypted like the volume. */
  public static Snapshot.Builder pending(
      Plan plan, Volume volume, Optional<String> description, Tags tags) {
    return Snapshot.builder()
        .snapshotId(plan.newSnapshotId())
        .ownerId(plan.caller())
        .ownerAlias(plan.state().profile(plan.caller()).ownerAlias())
        .state(SnapshotState.PENDING)
        .progress(0)
        .startTime(plan.now().truncatedTo(Snapshot.TIME_UNIT))
        .volumeId(volume.volumeId())
        .volumeSize(volume.size())
        .description(description.orElse(""))
        .encrypted(volume.isEncrypted())
        .kmsKeyId(volume.kmsKeyId())
        .dataEncryptionKeyId(volume.dataEncryptionKeyId())
        .storageTier(StorageTier.STANDARD)
        .transferType(TransferType.STANDARD)
        .productCodes(volume.productCodes())
        .tags(tags);
  }

  /**
   * Plans that a snapshot is there and is being made on its own. It will fail if there is an
   * obstacle, whatever the policy says.
   */
  public static void begin(
      Plan plan, Snapshot snapshot, Task.Kind kind, Optional<StateReason> obstacle) {
    begin(plan, snapshot, kind, obstacle, ImmutableSet.of());
  }

  /** Plans that the snapshots of a set are there and are being made together. */
  public static void begin(Plan plan, ImmutableList<Snapshot> set) {
    ImmutableSet<SnapshotId> ids =
        set.stream().map(Snapshot::snapshotId).collect(ImmutableSet.toImmutableSet());
    for (Snapshot snapshot : set) {
      begin(
          plan,
          snapshot,
          Task.Kind.SNAPSHOT_CREATION,
          Optional.empty(),
          Sets.difference(ids, ImmutableSet.of(snapshot.snapshotId())).immutableCopy());
    }
  }

  private static void begin(
      Plan plan,
      Snapshot snapshot,
      Task.Kind kind,
      Optional<StateReason> obstacle,
      ImmutableSet<SnapshotId> madeWith) {
    plan.happens(new RegistryEvent.SnapshotCreated(plan.region(), snapshot));
    plan.begin(new SnapshotCreation(
        snapshot.snapshotId(),
        madeWith,
        kind,
        plan.caller(),
        plan.now(),
        plan.due(kind),
        obstacle.or(() -> plan.failure(kind))));
  }
}
