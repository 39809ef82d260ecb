package dev.amikit.testkit.arbitrary;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.S3ObjectId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.s3.S3ObjectTag;
import dev.amikit.s3.StoreImageTask;
import dev.amikit.s3.StoreTaskState;
import dev.amikit.s3.StoredImage;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.StorageTier;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Images stored in S3, and the tasks that store them. */
public final class S3Arbitraries {
  private static final int ALL = 100;
  private static final int USUAL_SIZE = 8;

  private S3Arbitraries() {}

  /** {@return tags of objects, as those of other resources} */
  public static Arbitrary<S3ObjectTag> s3ObjectTags() {
    return TagArbitraries.tags().map(tag -> S3ObjectTag.of(tag.key(), tag.value()));
  }

  /**
   * {@return tasks in progress, completed and failed, and in a state that AWS might add; the object
   * is named after the image}
   */
  public static Arbitrary<StoreImageTask> storeImageTasks() {
    return Combinators.combine(
            IdArbitraries.machineImageIds(),
            Arbitraries.of("amzn-s3-demo-bucket", "my.images", "amzn-s3-demo-bucket/golden"),
            AmiArbitraries.instants(),
            WordArbitraries.wordsOf(StoreTaskState.WORDS),
            Arbitraries.integers().between(0, ALL - 1),
            Arbitraries.of("Server.InternalError", "The bucket does not exist"))
        .as((image, bucket, start, state, progress, failure) -> new StoreImageTask(
            image,
            S3ObjectId.ofImage(bucket, image),
            start,
            state,
            state.equals(StoreTaskState.COMPLETED) ? ALL : progress,
            state.equals(StoreTaskState.FAILED) ? Optional.of(failure) : Optional.empty()))
        .withoutEdgeCases();
  }

  /**
   * {@return available images with an EBS root, as their owners stored them, each with the
   * snapshots of all its volumes, none of which are encrypted}
   */
  public static Arbitrary<StoredImage> storedImages() {
    return Combinators.combine(
            AmiArbitraries.amis()
                .machines()
                .ebsBacked()
                .inState(AmiState.AVAILABLE)
                .notInRecycleBin(),
            SnapshotArbitraries.snapshots().completed().unencrypted().notGone(),
            IdArbitraries.regions(),
            AmiArbitraries.instants(),
            s3ObjectTags().list().uniqueElements(S3ObjectTag::key).ofMaxSize(2))
        .as((ami, snapshot, region, at, tags) -> {
          Ami image = withoutEncryption(ami);
          return new StoredImage(
              image,
              snapshotsOf(image, snapshot),
              region,
              image.ownerId(),
              at,
              ImmutableList.copyOf(tags));
        })
        .withoutEdgeCases();
  }

  private static Ami withoutEncryption(Ami ami) {
    return ami.toBuilder()
        .blockDeviceMappings(ami.blockDeviceMappings().stream()
            .map(mapping -> mapping
                .ebs()
                .map(ebs -> BlockDeviceMapping.ebs(
                    mapping.deviceName(),
                    ebs.toBuilder().encrypted(false).kmsKeyId(Optional.empty()).build()))
                .orElse(mapping))
            .collect(toImmutableList()))
        .build();
  }

  /**
   * The snapshots of the volumes of an image, each as large as its volume, none of them archived.
   */
  private static ImmutableList<Snapshot> snapshotsOf(Ami image, Snapshot like) {
    return image.snapshotIds().stream()
        .map(id -> like.toBuilder()
            .snapshotId(id)
            .ownerId(image.ownerId())
            .volumeSize(image.blockDeviceMappings().stream()
                .flatMap(mapping -> mapping.ebs().stream())
                .filter(ebs -> ebs.snapshotId().filter(id::equals).isPresent())
                .map(EbsBlockDevice::volumeSize)
                .flatMap(size -> size.stream().boxed())
                .findFirst()
                .orElse(USUAL_SIZE))
            .fullSnapshotSizeInBytes(OptionalLong.empty())
            .storageTier(StorageTier.STANDARD)
            .restoreExpiryTime(Optional.empty())
            .archivalCompleteTime(Optional.empty())
            .lastTieringOperationStatus(Optional.empty())
            .lastTieringStartTime(Optional.empty())
            .lastTieringOperationStatusDetail(Optional.empty())
            .build())
        .collect(toImmutableList());
  }
}
