package dev.amikit.registry;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.image.WatermarkKey;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.tag.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

  /**
   * {@code ModifyImageAttribute}.
   *
   * @param request which image, and what to change
   */
  public void modifyImageAttribute(ModifyImageAttribute request) {
    call(request);
  }

  /**
   * {@code ModifyImageAttribute} of the launch permissions.
   *
   * @param imageId the image
   * @param change the permissions to give and to take
   */
  public void modifyImageAttribute(ImageId imageId, ModifyLaunchPermission change) {
    call(ModifyImageAttribute.of(imageId, change));
  }

  /**
   * {@code DescribeImageAttribute}.
   *
   * @param imageId the image
   * @param attribute which attribute
   * @return the attribute
   */
  public ImageAttribute describeImageAttribute(ImageId imageId, ImageAttributeName attribute) {
    return registry.read(caller, region, new DescribeImageAttribute(imageId, attribute));
  }

  /**
   * {@code ResetImageAttribute}.
   *
   * @param imageId the image
   * @param attribute {@code launchPermission}
   */
  public void resetImageAttribute(ImageId imageId, ImageAttributeName attribute) {
    call(new ResetImageAttribute(imageId, attribute));
  }

  /**
   * {@code CancelImageLaunchPermission}.
   *
   * @param imageId the image of another account
   */
  public void cancelImageLaunchPermission(ImageId imageId) {
    call(new CancelImageLaunchPermission(imageId));
  }

  // Deprecation, protection, watermarks, ancestry

  /**
   * {@code EnableImageDeprecation}.
   *
   * @param imageId the image
   * @param deprecateAt from when on it is deprecated
   */
  public void enableImageDeprecation(ImageId imageId, Instant deprecateAt) {
    call(new EnableImageDeprecation(imageId, deprecateAt));
  }

  /**
   * {@code DisableImageDeprecation}.
   *
   * @param imageId the image
   */
  public void disableImageDeprecation(ImageId imageId) {
    call(new DisableImageDeprecation(imageId));
  }

  /**
   * {@code EnableImageDeregistrationProtection}.
   *
   * @param imageId the image
   * @param withCooldown whether protection is to go on for 24 hours after it is disabled
   * @return the setting, such as {@code enabled-without-cooldown}
   */
  public String enableImageDeregistrationProtection(ImageId imageId, boolean withCooldown) {
    return call(new EnableImageDeregistrationProtection(imageId, withCooldown));
  }

  /**
   * {@code DisableImageDeregistrationProtection}.
   *
   * @param imageId the image
   * @return the setting: {@code disabled}, or {@code disabled after} and a time
   */
  public String disableImageDeregistrationProtection(ImageId imageId) {
    return call(new DisableImageDeregistrationProtection(imageId));
  }

  /**
   * {@code AttachImageWatermark}.
   *
   * @param imageId the image
   * @param watermarkName the name
   * @return the key of the watermark
   */
  public WatermarkKey attachImageWatermark(ImageId imageId, String watermarkName) {
    return call(new AttachImageWatermark(imageId, watermarkName));
  }

  /**
   * {@code DetachImageWatermark}.
   *
   * @param imageId the image
   * @param watermarkKey the key of the watermark
   */
  public void detachImageWatermark(ImageId imageId, WatermarkKey watermarkKey) {
    call(new DetachImageWatermark(imageId, watermarkKey));
  }

  /**
   * {@code GetImageAncestry}.
   *
   * @param imageId the image
   * @return the image, the image that it comes from, and so on
   */
  public ImmutableList<ImageAncestryEntry> getImageAncestry(ImageId imageId) {
    return registry.read(caller, region, new GetImageAncestry(imageId));
  }

  // Tags

  /**
   * {@code CreateTags}.
   *
   * @param tags the tags
   * @param resources the IDs of images and snapshots
   */
  public void createTags(Tags tags, String... resources) {
    call(new CreateTags(ImmutableList.copyOf(resources), tags));
  }

  /**
   * {@code DeleteTags}.
   *
   * @param tags the tags; none for all that the caller put there
   * @param resources the IDs of images and snapshots
   */
  public void deleteTags(List<DeleteTags.TagToDelete> tags, String... resources) {
    call(new DeleteTags(ImmutableList.copyOf(resources), ImmutableList.copyOf(tags)));
  }

  // Account settings

  /** {@code EnableImageBlockPublicAccess}: no image of the account can become public. */
  public void enableImageBlockPublicAccess() {
    call(new EnableImageBlockPublicAccess(Optional.of(BlockPublicAccess.BLOCK_NEW_SHARING)));
  }

  /** {@code DisableImageBlockPublicAccess}: images of the account can become public. */
  public void disableImageBlockPublicAccess() {
    call(new DisableImageBlockPublicAccess());
  }

  /**
   * {@code GetImageBlockPublicAccessState}.
   *
   * @return whether images of the account may become public
   */
  public BlockPublicAccessState getImageBlockPublicAccessState() {
    return registry.read(caller, region, new GetImageBlockPublicAccessState());
  }

  /**
   * {@code EnableSnapshotBlockPublicAccess}.
   *
   * @param state {@code block-new-sharing} or {@code block-all-sharing}
   */
  public void enableSnapshotBlockPublicAccess(BlockPublicAccess state) {
    call(new EnableSnapshotBlockPublicAccess(Optional.of(state)));
  }

  /** {@code DisableSnapshotBlockPublicAccess}: snapshots of the account can be public. */
  public void disableSnapshotBlockPublicAccess() {
    call(new DisableSnapshotBlockPublicAccess());
  }

  /**
   * {@code GetSnapshotBlockPublicAccessState}.
   *
   * @return whether snapshots of the account may be public
   */
  public BlockPublicAccessState getSnapshotBlockPublicAccessState() {
    return registry.read(caller, region, new GetSnapshotBlockPublicAccessState());
  }

  // Recycle Bin

  // Queries
}
