package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.TaskSubject;
import dev.amikit.id.VolumeId;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.registry.state.PartitionState;
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
    return new AmiAssert(found(state().image(region, imageId), imageId, region));
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
    return new SnapshotAssert(found(state().snapshot(region, snapshotId), snapshotId, region));
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
   * Checks that there is an instance, and goes on to it.
   *
   * @param region where
   * @param instanceId the instance
   * @return an assertion on the instance, which may be terminated
   */
  public InstanceAssert instance(Region region, InstanceId instanceId) {
    requireNonNull(region, "region");
    requireNonNull(instanceId, "instanceId");
    return new InstanceAssert(found(state().instance(region, instanceId), instanceId, region));
  }

  /**
   * Checks that there is a volume, and goes on to it.
   *
   * @param region where
   * @param volumeId the volume
   * @return an assertion on the volume
   */
  public VolumeAssert volume(Region region, VolumeId volumeId) {
    requireNonNull(region, "region");
    requireNonNull(volumeId, "volumeId");
    return new VolumeAssert(found(state().volume(region, volumeId), volumeId, region));
  }

  /**
   * Checks that there is no such volume.
   *
   * @param region where
   * @param volumeId the volume
   * @return this
   */
  @CanIgnoreReturnValue
  public RegistryAssert hasNoVolume(Region region, VolumeId volumeId) {
    requireNonNull(region, "region");
    requireNonNull(volumeId, "volumeId");
    state()
        .volume(region, volumeId)
        .ifPresent(found ->
            failWithMessage("Expected no %s in %s but it is %s", volumeId, region, found.state()));
    return this;
  }

  /**
   * Checks that an account has a retention rule, and goes on to it.
   *
   * @param region where
   * @param account the account
   * @param identifier the identifier of the rule
   * @return an assertion on the rule
   */
  public RetentionRuleAssert retentionRule(Region region, AccountId account, String identifier) {
    requireNonNull(region, "region");
    requireNonNull(account, "account");
    requireNonNull(identifier, "identifier");
    return new RetentionRuleAssert(found(
        state().in(region).accounts().retentionRule(account, identifier),
        "retention rule %s of %s".formatted(identifier, account),
        region));
  }

  /**
   * Checks that work goes on in the background.
   *
   * @param region where
   * @param subject what is being made, or moved
   * @return this
   */
  @CanIgnoreReturnValue
  public RegistryAssert hasWorkUnderWay(Region region, TaskSubject subject) {
    requireNonNull(region, "region");
    requireNonNull(subject, "subject");
    if (state().in(region).agenda().work().noneMatch(task -> task.subject().equals(subject))) {
      failWithMessage("Expected work under way for %s in %s but there is none", subject, region);
    }
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

  private <T> T found(Optional<T> found, Object wanted, Region region) {
    if (found.isEmpty()) {
      failWithMessage("Expected %s in %s but there is none", wanted, region);
    }
    return found.orElseThrow();
  }

  private PartitionState state() {
    isNotNull();
    return requireNonNull(actual);
  }
}
