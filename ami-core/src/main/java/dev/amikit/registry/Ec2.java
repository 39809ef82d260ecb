package dev.amikit.registry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;

/**
 * EC2 as one account sees it in one Region. Every operation of EC2 has a method of its name; one
 * that is refused throws {@link dev.amikit.rule.RefusedException}, and has changed nothing.
 */
public final class Ec2 {
  private final InMemoryAmiRegistry registry;
  private final AccountId caller;
  private final Region region;

  Ec2(InMemoryAmiRegistry registry, AccountId caller, Region region) {
    this.registry = registry;
    this.caller = caller;
    this.region = region;
  }

  /**
   * Carries out an operation.
   *
   * @param <R> what the operation answers with
   * @param operation the operation
   * @return the answer
   * @throws dev.amikit.rule.RefusedException if it is refused
   */
  public <R> R call(Operation<R> operation) {
    return registry.call(caller, region, operation);
  }

  /** {@return the account that asks} */
  public AccountId caller() {
    return caller;
  }

  /** {@return the Region that is asked} */
  public Region region() {
    return region;
  }

  /**
   * {@code DisableImage}.
   *
   * @param imageId the image
   */
  public void disableImage(ImageId imageId) {
    call(new DisableImage(imageId));
  }

  /**
   * {@code EnableImage}.
   *
   * @param imageId the image
   */
  public void enableImage(ImageId imageId) {
    call(new EnableImage(imageId));
  }

  // Making images

  // Instances

  // Snapshots

  // Encryption

  // Attributes and permissions

  // Deprecation, protection, watermarks, ancestry

  // Tags

  // Account settings

  // Recycle Bin

  /**
   * {@code DeregisterImage}, with its snapshots kept.
   *
   * @param imageId the image
   */
  public void deregisterImage(ImageId imageId) {
    call(new DeregisterImage(imageId, false));
  }

  /**
   * {@code DeregisterImage}.
   *
   * @param request the request
   * @return what became of the snapshots that were to be deleted
   */
  public ImmutableList<DeregisterImage.DeletedSnapshot> deregisterImage(DeregisterImage request) {
    return call(request);
  }

  /** {@return {@code ListImagesInRecycleBin}: the caller's images in the Recycle Bin} */
  public ImmutableList<ListImagesInRecycleBin.BinnedImage> listImagesInRecycleBin() {
    return call(new ListImagesInRecycleBin(ImmutableSet.of()));
  }

  /** {@return {@code ListSnapshotsInRecycleBin}: the caller's snapshots in the Recycle Bin} */
  public ImmutableList<ListSnapshotsInRecycleBin.BinnedSnapshot> listSnapshotsInRecycleBin() {
    return call(new ListSnapshotsInRecycleBin(ImmutableSet.of()));
  }

  /**
   * {@code RestoreImageFromRecycleBin}.
   *
   * @param imageId the image
   */
  public void restoreImageFromRecycleBin(ImageId imageId) {
    call(new RestoreImageFromRecycleBin(imageId));
  }

  /**
   * {@code RestoreSnapshotFromRecycleBin}.
   *
   * @param snapshotId the snapshot
   */
  public void restoreSnapshotFromRecycleBin(SnapshotId snapshotId) {
    call(new RestoreSnapshotFromRecycleBin(snapshotId));
  }

  /**
   * {@code CreateRule} of the Recycle Bin.
   *
   * @param request the request
   * @return the rule
   */
  public RetentionRule createRetentionRule(CreateRetentionRule request) {
    return call(request);
  }

  // Queries
}
