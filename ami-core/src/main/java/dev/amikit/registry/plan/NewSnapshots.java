package dev.amikit.registry.plan;

import com.google.common.collect.ImmutableList;
import dev.amikit.image.StateReason;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.SnapshotCreation;
import dev.amikit.registry.state.Task;
import dev.amikit.registry.state.Volume;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TransferType;
import java.util.Optional;

/** What operations that make snapshots have in common. */
public final class NewSnapshots {
  private NewSnapshots() {}

  /** A snapshot of a volume as it is while it is being made, encrypted like the volume. */
  public static Snapshot pending(
      Plan plan,
      Volume volume,
      Optional<String> description,
      ImmutableList<TagSpecification> tagSpecifications) {
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
        .tags(NewTags.tagsOf(tagSpecifications, TagSpecification.SNAPSHOT))
        .build();
  }

  /**
   * Plans that a snapshot is there and is being made on its own. It will fail if there is an
   * obstacle, whatever the policy says.
   */
  public static void begin(
      Plan plan, Snapshot snapshot, Task.Kind kind, Optional<StateReason> obstacle) {
    plan.happens(new RegistryEvent.SnapshotCreated(plan.region(), snapshot));
    plan.begin(new SnapshotCreation(
        snapshot.snapshotId(),
        kind,
        plan.caller(),
        plan.now(),
        plan.due(kind),
        obstacle.or(() -> plan.failure(kind))));
  }
}
