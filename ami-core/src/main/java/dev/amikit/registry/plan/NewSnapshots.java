package dev.amikit.registry.plan;

import com.google.common.collect.ImmutableList;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.state.Volume;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TransferType;
import java.util.Optional;

/** What CreateSnapshot and CreateImage have in common. */
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
        .startTime(plan.now())
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
}
