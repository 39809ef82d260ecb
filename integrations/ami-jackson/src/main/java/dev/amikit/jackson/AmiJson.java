package dev.amikit.jackson;

import static dev.amikit.jackson.AccountShapes.ALLOWED_IMAGES_STATE;
import static dev.amikit.jackson.AccountShapes.IMAGE_BLOCK_PUBLIC_ACCESS_STATE;
import static dev.amikit.jackson.AccountShapes.SNAPSHOT_BLOCK_PUBLIC_ACCESS_STATE;
import static dev.amikit.jackson.DeviceShapes.BLOCK_DEVICE_MAPPING;
import static dev.amikit.jackson.ImageShapes.AMI;
import static dev.amikit.jackson.ImageShapes.DEREGISTRATION;
import static dev.amikit.jackson.ImageShapes.IMAGE_ANCESTRY_ENTRY;
import static dev.amikit.jackson.ImageShapes.IMAGE_ATTRIBUTE;
import static dev.amikit.jackson.InstanceShapes.INSTANCE_IMAGE_METADATA;
import static dev.amikit.jackson.PermissionShapes.CREATE_VOLUME_PERMISSION;
import static dev.amikit.jackson.PermissionShapes.LAUNCH_PERMISSION;
import static dev.amikit.jackson.RecycleBinShapes.IMAGE_RECYCLE_BIN_INFO;
import static dev.amikit.jackson.RecycleBinShapes.RETENTION_RULE;
import static dev.amikit.jackson.RecycleBinShapes.RULE_SUMMARY;
import static dev.amikit.jackson.RecycleBinShapes.SNAPSHOT_RECYCLE_BIN_INFO;
import static dev.amikit.jackson.Shapes.TAG_DESCRIPTION;
import static dev.amikit.jackson.SnapshotShapes.SNAPSHOT_ATTRIBUTE;
import static dev.amikit.jackson.SnapshotShapes.SNAPSHOT_TIER_STATUS;

import com.google.common.collect.ImmutableList;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.filter.Filter;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageAttribute;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.account.AllowedImagesState;
import dev.amikit.registry.account.BlockPublicAccessState;
import dev.amikit.registry.image.DeleteSnapshotReturnCode;
import dev.amikit.registry.image.ImageAncestryEntry;
import dev.amikit.registry.instance.InstanceImageMetadata;
import dev.amikit.registry.recyclebin.ImageRecycleBinInfo;
import dev.amikit.registry.recyclebin.RuleSummary;
import dev.amikit.registry.recyclebin.SnapshotRecycleBinInfo;
import dev.amikit.registry.snapshot.SnapshotTierStatus;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.tag.TagDescription;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotAttribute;
import dev.amikit.tag.Tag;

/**
 * The JSON that the AWS CLI prints.
 *
 * <pre>{@code
 * for (ReadResult<Ami> image : AmiJson.images().read(Path.of("images.json")).records()) {
 *   if (image instanceof ReadResult.Read<Ami> read) {
 *     System.out.println(read.value().imageId());
 *   } else if (image instanceof ReadResult.Refused<Ami> refused) {
 *     System.out.println(refused.violations());
 *   }
 * }
 * }</pre>
 */
public final class AmiJson {
  private static final AnswerFormat<Ami> IMAGES = new AnswerFormat<>("Images", AMI);
  private static final RecordFormat<Ami> IMAGE = new RecordFormat<>(AMI);
  private static final RecordFormat<ImageAttribute> IMAGE_ATTRIBUTES =
      new RecordFormat<>(IMAGE_ATTRIBUTE);
  private static final AnswerFormat<ImageAncestryEntry> IMAGE_ANCESTRY =
      new AnswerFormat<>("ImageAncestryEntries", IMAGE_ANCESTRY_ENTRY);
  private static final RecordFormat<ImmutableList<DeleteSnapshotReturnCode>> DEREGISTERED =
      new RecordFormat<>(DEREGISTRATION);
  private static final AnswerFormat<Snapshot> SNAPSHOTS =
      new AnswerFormat<>("Snapshots", SnapshotShapes.SNAPSHOT);
  private static final RecordFormat<Snapshot> SNAPSHOT =
      new RecordFormat<>(SnapshotShapes.SNAPSHOT);
  private static final RecordFormat<SnapshotAttribute> SNAPSHOT_ATTRIBUTES =
      new RecordFormat<>(SNAPSHOT_ATTRIBUTE);
  private static final AnswerFormat<SnapshotTierStatus> SNAPSHOT_TIER_STATUSES =
      new AnswerFormat<>("SnapshotTierStatuses", SNAPSHOT_TIER_STATUS);
  private static final AnswerFormat<InstanceImageMetadata> METADATA =
      new AnswerFormat<>("InstanceImageMetadata", INSTANCE_IMAGE_METADATA);
  private static final AnswerFormat<TagDescription> TAGS =
      new AnswerFormat<>("Tags", TAG_DESCRIPTION);
  private static final AnswerFormat<ImageRecycleBinInfo> IMAGES_IN_RECYCLE_BIN =
      new AnswerFormat<>("Images", IMAGE_RECYCLE_BIN_INFO);
  private static final AnswerFormat<SnapshotRecycleBinInfo> SNAPSHOTS_IN_RECYCLE_BIN =
      new AnswerFormat<>("Snapshots", SNAPSHOT_RECYCLE_BIN_INFO);
  private static final AnswerFormat<RuleSummary> RULES = new AnswerFormat<>("Rules", RULE_SUMMARY);
  private static final RecordFormat<RetentionRule> RULE = new RecordFormat<>(RETENTION_RULE);
  private static final RecordFormat<BlockPublicAccessState> IMAGE_BLOCK_PUBLIC_ACCESS =
      new RecordFormat<>(IMAGE_BLOCK_PUBLIC_ACCESS_STATE);
  private static final RecordFormat<BlockPublicAccessState> SNAPSHOT_BLOCK_PUBLIC_ACCESS =
      new RecordFormat<>(SNAPSHOT_BLOCK_PUBLIC_ACCESS_STATE);
  private static final RecordFormat<AllowedImagesState> ALLOWED_IMAGES_SETTINGS =
      new RecordFormat<>(ALLOWED_IMAGES_STATE);
  private static final RecordFormat<BlockDeviceMapping> MAPPING =
      new RecordFormat<>(BLOCK_DEVICE_MAPPING);
  private static final RecordFormat<LaunchPermission> PERMISSION =
      new RecordFormat<>(LAUNCH_PERMISSION);
  private static final RecordFormat<CreateVolumePermission> SNAPSHOT_PERMISSION =
      new RecordFormat<>(CREATE_VOLUME_PERMISSION);
  private static final RecordFormat<Tag> TAG = new RecordFormat<>(Shapes.TAG);
  private static final RecordFormat<Filter> FILTER = new RecordFormat<>(Requests.FILTER);
  private static final AnswerPrinter ANSWERS = new AnswerPrinter(false);
  private static final RequestFormat REQUESTS = new RequestFormat(false);

  private AmiJson() {}

  /** {@return what {@code aws ec2 describe-images} prints} */
  public static AnswerFormat<Ami> images() {
    return IMAGES;
  }

  /** {@return one image out of what {@code aws ec2 describe-images} prints} */
  public static RecordFormat<Ami> image() {
    return IMAGE;
  }

  /** {@return what {@code aws ec2 describe-image-attribute} prints} */
  public static RecordFormat<ImageAttribute> imageAttributes() {
    return IMAGE_ATTRIBUTES;
  }

  /** {@return what {@code aws ec2 get-image-ancestry} prints} */
  public static AnswerFormat<ImageAncestryEntry> imageAncestry() {
    return IMAGE_ANCESTRY;
  }

  /** {@return what {@code aws ec2 deregister-image --delete-associated-snapshots} prints} */
  public static RecordFormat<ImmutableList<DeleteSnapshotReturnCode>> deleteSnapshotResults() {
    return DEREGISTERED;
  }

  /** {@return what {@code aws ec2 describe-snapshots} prints} */
  public static AnswerFormat<Snapshot> snapshots() {
    return SNAPSHOTS;
  }

  /** {@return one snapshot out of what {@code aws ec2 describe-snapshots} prints} */
  public static RecordFormat<Snapshot> snapshot() {
    return SNAPSHOT;
  }

  /** {@return what {@code aws ec2 describe-snapshot-attribute} prints} */
  public static RecordFormat<SnapshotAttribute> snapshotAttributes() {
    return SNAPSHOT_ATTRIBUTES;
  }

  /** {@return what {@code aws ec2 describe-snapshot-tier-status} prints} */
  public static AnswerFormat<SnapshotTierStatus> snapshotTierStatuses() {
    return SNAPSHOT_TIER_STATUSES;
  }

  /** {@return what {@code aws ec2 describe-instance-image-metadata} prints, as to the images} */
  public static AnswerFormat<InstanceImageMetadata> instanceImageMetadata() {
    return METADATA;
  }

  /** {@return what {@code aws ec2 describe-tags} prints} */
  public static AnswerFormat<TagDescription> tags() {
    return TAGS;
  }

  /** {@return what {@code aws ec2 list-images-in-recycle-bin} prints} */
  public static AnswerFormat<ImageRecycleBinInfo> imagesInRecycleBin() {
    return IMAGES_IN_RECYCLE_BIN;
  }

  /** {@return what {@code aws ec2 list-snapshots-in-recycle-bin} prints} */
  public static AnswerFormat<SnapshotRecycleBinInfo> snapshotsInRecycleBin() {
    return SNAPSHOTS_IN_RECYCLE_BIN;
  }

  /** {@return what {@code aws rbin list-rules} prints} */
  public static AnswerFormat<RuleSummary> rules() {
    return RULES;
  }

  /** {@return what {@code aws rbin get-rule} prints, and whatever makes or changes a rule} */
  public static RecordFormat<RetentionRule> rule() {
    return RULE;
  }

  /** {@return what {@code aws ec2 get-image-block-public-access-state} prints} */
  public static RecordFormat<BlockPublicAccessState> imageBlockPublicAccessState() {
    return IMAGE_BLOCK_PUBLIC_ACCESS;
  }

  /** {@return what {@code aws ec2 get-snapshot-block-public-access-state} prints} */
  public static RecordFormat<BlockPublicAccessState> snapshotBlockPublicAccessState() {
    return SNAPSHOT_BLOCK_PUBLIC_ACCESS;
  }

  /** {@return what {@code aws ec2 get-allowed-images-settings} prints} */
  public static RecordFormat<AllowedImagesState> allowedImagesSettings() {
    return ALLOWED_IMAGES_SETTINGS;
  }

  /** {@return one mapping out of the block device mappings of an image or a request} */
  public static RecordFormat<BlockDeviceMapping> blockDeviceMapping() {
    return MAPPING;
  }

  /** {@return one launch permission of an image} */
  public static RecordFormat<LaunchPermission> launchPermission() {
    return PERMISSION;
  }

  /** {@return one permission on a snapshot} */
  public static RecordFormat<CreateVolumePermission> createVolumePermission() {
    return SNAPSHOT_PERMISSION;
  }

  /** {@return one tag} */
  public static RecordFormat<Tag> tag() {
    return TAG;
  }

  /** {@return one filter of a request} */
  public static RecordFormat<Filter> filter() {
    return FILTER;
  }

  /** {@return requests for any operation, as {@code --cli-input-json} of the AWS CLI takes them} */
  public static RequestFormat requests() {
    return REQUESTS;
  }

  /** {@return what prints the answer to any operation} */
  public static AnswerPrinter answers() {
    return ANSWERS;
  }
}
