package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.snapshot.Snapshot;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on all that there is in a registry. Images and snapshots are looked at as their owners
 * have them, with all their permissions, whoever could see them.
 */
public final class RegistryAssert extends AbstractAssert<RegistryAssert, @Nullable PartitionState> {
  RegistryAssert(@Nullable PartitionState actual) {
    super(actual, RegistryAssert.class);
  }

  /**
   * Checks that an image is on record, and goes on to it.
   *
   * @param region where
   * @param imageId the image
   * @return an assertion on the image, as its owner has it
   */
  public AmiAssert image(Region region, ImageId imageId) {
    requireNonNull(region, "region");
    requireNonNull(imageId, "imageId");
    Optional<Ami> found = state().image(region, imageId);
    if (found.isEmpty()) {
      failWithMessage("Expected %s in %s but there is none", imageId, region);
    }
    return new AmiAssert(found.orElseThrow());
  }

  /**
   * Checks that an image is not on record, or deregistered for good.
   *
   * @param region where
   * @param imageId the image
   * @return this
   */
  @CanIgnoreReturnValue
  public RegistryAssert hasNoImage(Region region, ImageId imageId) {
    requireNonNull(region, "region");
    requireNonNull(imageId, "imageId");
    state()
        .image(region, imageId)
        .map(AmiStage::of)
        .filter(stage -> stage != AmiStage.DEREGISTERED)
        .ifPresent(
            stage -> failWithMessage("Expected no %s in %s but it is %s", imageId, region, stage));
    return this;
  }

  /**
   * Checks that there is a snapshot, and goes on to it.
   *
   * @param region where
   * @param snapshotId the snapshot
   * @return an assertion on the snapshot, as its owner has it
   */
  public SnapshotAssert snapshot(Region region, SnapshotId snapshotId) {
    requireNonNull(region, "region");
    requireNonNull(snapshotId, "snapshotId");
    Optional<Snapshot> found = state().snapshot(region, snapshotId);
    if (found.isEmpty()) {
      failWithMessage("Expected %s in %s but there is none", snapshotId, region);
    }
    return new SnapshotAssert(found.orElseThrow());
  }

  /**
   * Checks that there is no such snapshot.
   *
   * @param region where
   * @param snapshotId the snapshot
   * @return this
   */
  @CanIgnoreReturnValue
  public RegistryAssert hasNoSnapshot(Region region, SnapshotId snapshotId) {
    requireNonNull(region, "region");
    requireNonNull(snapshotId, "snapshotId");
    state()
        .snapshot(region, snapshotId)
        .ifPresent(found -> failWithMessage(
            "Expected no %s in %s but it is %s",
            snapshotId, region, found.isInRecycleBin() ? "in the Recycle Bin" : found.state()));
    return this;
  }

  /**
   * Checks that no work goes on in the background.
   *
   * @return this
   */
  @CanIgnoreReturnValue
  public RegistryAssert hasNoWorkUnderWay() {
    state()
        .regions()
        .sorted()
        .flatMap(region -> state().in(region).agenda().work())
        .findFirst()
        .ifPresent(task -> failWithMessage(
            "Expected no work under way but there is %s of %s", task.kind(), task.subject()));
    return this;
  }

  private PartitionState state() {
    isNotNull();
    return requireNonNull(actual);
  }
}
