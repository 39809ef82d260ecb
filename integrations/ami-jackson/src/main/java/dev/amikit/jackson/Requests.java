package dev.amikit.jackson;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static dev.amikit.jackson.AccountShapes.ALLOWED_IMAGES_SETTINGS_STATE;
import static dev.amikit.jackson.AccountShapes.BLOCK_PUBLIC_ACCESS;
import static dev.amikit.jackson.AccountShapes.IMAGE_CRITERION;
import static dev.amikit.jackson.AccountShapes.USER_ID;
import static dev.amikit.jackson.DeviceShapes.BLOCK_DEVICE_MAPPING;
import static dev.amikit.jackson.FastLaunchShapes.LAUNCH_TEMPLATE;
import static dev.amikit.jackson.Forms.BOOLEAN;
import static dev.amikit.jackson.Forms.INT;
import static dev.amikit.jackson.Forms.TEXT;
import static dev.amikit.jackson.Forms.TIME;
import static dev.amikit.jackson.Forms.list;
import static dev.amikit.jackson.Forms.mapped;
import static dev.amikit.jackson.Forms.oneOf;
import static dev.amikit.jackson.Forms.set;
import static dev.amikit.jackson.Forms.text;
import static dev.amikit.jackson.ImageShapes.BOOT_MODE;
import static dev.amikit.jackson.ImageShapes.IMDS_SUPPORT;
import static dev.amikit.jackson.ImageShapes.SRIOV_NET_SUPPORT;
import static dev.amikit.jackson.ImageShapes.TPM_SUPPORT;
import static dev.amikit.jackson.ImageShapes.WATERMARK_KEY;
import static dev.amikit.jackson.ImageShapes.value;
import static dev.amikit.jackson.PermissionShapes.CREATE_VOLUME_PERMISSION;
import static dev.amikit.jackson.PermissionShapes.LAUNCH_PERMISSION;
import static dev.amikit.jackson.RecycleBinShapes.LOCK_CONFIGURATION;
import static dev.amikit.jackson.RecycleBinShapes.LOCK_STATE;
import static dev.amikit.jackson.RecycleBinShapes.RESOURCE_TAG;
import static dev.amikit.jackson.RecycleBinShapes.RESOURCE_TYPE;
import static dev.amikit.jackson.RecycleBinShapes.RETENTION_PERIOD;
import static dev.amikit.jackson.S3Shapes.S3_OBJECT_TAG;
import static dev.amikit.jackson.Shapes.ACCOUNT_ID;
import static dev.amikit.jackson.Shapes.DEVICE_NAME;
import static dev.amikit.jackson.Shapes.IMAGE_ID;
import static dev.amikit.jackson.Shapes.INSTANCE_ID;
import static dev.amikit.jackson.Shapes.KERNEL_ID;
import static dev.amikit.jackson.Shapes.KMS_KEY_ID;
import static dev.amikit.jackson.Shapes.RAMDISK_ID;
import static dev.amikit.jackson.Shapes.REGION;
import static dev.amikit.jackson.Shapes.SNAPSHOT_ID;
import static dev.amikit.jackson.Shapes.VOLUME_ID;
import static dev.amikit.jackson.Shapes.VOLUME_TYPE;
import static dev.amikit.jackson.Shapes.boxed;
import static dev.amikit.jackson.Shapes.unlessEmpty;
import static dev.amikit.jackson.UsageShapes.IMAGE_USAGE_REPORT_ID;
import static dev.amikit.jackson.UsageShapes.RESOURCE_TYPE_REQUEST;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.filter.Filter;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageReference;
import dev.amikit.id.InstanceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Architecture;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.ImageName;
import dev.amikit.image.VirtualizationType;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.page.PageRequest;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.account.DisableAllowedImagesSettings;
import dev.amikit.registry.account.DisableEbsEncryptionByDefault;
import dev.amikit.registry.account.DisableImageBlockPublicAccess;
import dev.amikit.registry.account.DisableSnapshotBlockPublicAccess;
import dev.amikit.registry.account.EnableAllowedImagesSettings;
import dev.amikit.registry.account.EnableEbsEncryptionByDefault;
import dev.amikit.registry.account.EnableImageBlockPublicAccess;
import dev.amikit.registry.account.EnableSnapshotBlockPublicAccess;
import dev.amikit.registry.account.GetAllowedImagesSettings;
import dev.amikit.registry.account.GetEbsDefaultKmsKeyId;
import dev.amikit.registry.account.GetEbsEncryptionByDefault;
import dev.amikit.registry.account.GetImageBlockPublicAccessState;
import dev.amikit.registry.account.GetSnapshotBlockPublicAccessState;
import dev.amikit.registry.account.ModifyEbsDefaultKmsKeyId;
import dev.amikit.registry.account.ReplaceImageCriteriaInAllowedImagesSettings;
import dev.amikit.registry.account.ResetEbsDefaultKmsKeyId;
import dev.amikit.registry.fastlaunch.DescribeFastLaunchImages;
import dev.amikit.registry.fastlaunch.DisableFastLaunch;
import dev.amikit.registry.fastlaunch.EnableFastLaunch;
import dev.amikit.registry.image.AttachImageWatermark;
import dev.amikit.registry.image.CancelImageLaunchPermission;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.image.DeregisterImage;
import dev.amikit.registry.image.DescribeImageAttribute;
import dev.amikit.registry.image.DescribeImages;
import dev.amikit.registry.image.DetachImageWatermark;
import dev.amikit.registry.image.DisableImage;
import dev.amikit.registry.image.DisableImageDeprecation;
import dev.amikit.registry.image.DisableImageDeregistrationProtection;
import dev.amikit.registry.image.EnableImage;
import dev.amikit.registry.image.EnableImageDeprecation;
import dev.amikit.registry.image.EnableImageDeregistrationProtection;
import dev.amikit.registry.image.GetImageAncestry;
import dev.amikit.registry.image.ModifyImageAttribute;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.image.ResetImageAttribute;
import dev.amikit.registry.instance.AttachVolume;
import dev.amikit.registry.instance.CreateVolume;
import dev.amikit.registry.instance.DeleteVolume;
import dev.amikit.registry.instance.DescribeInstanceImageMetadata;
import dev.amikit.registry.instance.DescribeInstances;
import dev.amikit.registry.instance.DescribeVolumes;
import dev.amikit.registry.instance.DetachVolume;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.instance.StartInstances;
import dev.amikit.registry.instance.StopInstances;
import dev.amikit.registry.instance.TerminateInstances;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.recyclebin.DeleteRule;
import dev.amikit.registry.recyclebin.GetRule;
import dev.amikit.registry.recyclebin.ListImagesInRecycleBin;
import dev.amikit.registry.recyclebin.ListRules;
import dev.amikit.registry.recyclebin.ListSnapshotsInRecycleBin;
import dev.amikit.registry.recyclebin.LockRule;
import dev.amikit.registry.recyclebin.RestoreImageFromRecycleBin;
import dev.amikit.registry.recyclebin.RestoreSnapshotFromRecycleBin;
import dev.amikit.registry.recyclebin.UnlockRule;
import dev.amikit.registry.recyclebin.UpdateRule;
import dev.amikit.registry.s3.CreateRestoreImageTask;
import dev.amikit.registry.s3.CreateStoreImageTask;
import dev.amikit.registry.s3.DescribeStoreImageTasks;
import dev.amikit.registry.snapshot.CopySnapshot;
import dev.amikit.registry.snapshot.CreateSnapshot;
import dev.amikit.registry.snapshot.CreateSnapshots;
import dev.amikit.registry.snapshot.DeleteSnapshot;
import dev.amikit.registry.snapshot.DescribeLockedSnapshots;
import dev.amikit.registry.snapshot.DescribeSnapshotAttribute;
import dev.amikit.registry.snapshot.DescribeSnapshotTierStatus;
import dev.amikit.registry.snapshot.DescribeSnapshots;
import dev.amikit.registry.snapshot.InstanceSpecification;
import dev.amikit.registry.snapshot.LockSnapshot;
import dev.amikit.registry.snapshot.ModifySnapshotAttribute;
import dev.amikit.registry.snapshot.ModifySnapshotTier;
import dev.amikit.registry.snapshot.ResetSnapshotAttribute;
import dev.amikit.registry.snapshot.RestoreSnapshotTier;
import dev.amikit.registry.snapshot.UnlockSnapshot;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.tag.CreateTags;
import dev.amikit.registry.tag.DeleteTags;
import dev.amikit.registry.tag.DeleteTags.TagToDelete;
import dev.amikit.registry.tag.DescribeTags;
import dev.amikit.registry.usage.CreateImageUsageReport;
import dev.amikit.registry.usage.DeleteImageUsageReport;
import dev.amikit.registry.usage.DescribeImageReferences;
import dev.amikit.registry.usage.DescribeImageUsageReportEntries;
import dev.amikit.registry.usage.DescribeImageUsageReports;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.SnapshotAttributeName;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The tables of requests, operation by operation. A member that EC2 has and the library has not is
 * unknown here.
 */
final class Requests {
  private static final Form<ImageName> IMAGE_NAME = text(ImageName::of);
  private static final Form<ImageAttributeName> IMAGE_ATTRIBUTE_NAME = text(ImageAttributeName::of);
  private static final Form<SnapshotAttributeName> SNAPSHOT_ATTRIBUTE_NAME =
      text(SnapshotAttributeName::of);

  static final Form<Filter> FILTER = Shape.<Filter>ofRecord(
          parts -> new Filter(parts.get("Name"), parts.all("Values")))
      .required("Name", TEXT, Filter::name)
      .many("Values", list(TEXT), Filter::values)
      .end();

  /** A tag to attach; without a value it has the empty one. */
  private static final Form<Map.Entry<String, String>> TAG =
      Shape.<Map.Entry<String, String>>ofRecord(parts ->
              Map.entry(parts.<String>get("Key"), parts.<String>find("Value").orElse("")))
          .required("Key", TEXT, Map.Entry::getKey)
          .optional("Value", TEXT, tag -> Optional.of(tag.getValue()))
          .end();

  private static final Form<Tags> TAGS = mapped(
      list(mapped(TAG, tag -> Tag.of(tag.getKey(), tag.getValue()), Requests::entry)),
      Tags::from,
      ImmutableList::copyOf);

  private static final Form<TagSpecification> TAG_SPECIFICATION = Shape.<TagSpecification>ofRecord(
          parts -> TagSpecification.of(
              parts.<String>find("ResourceType").orElse(""),
              parts.<Map.Entry<String, String>>all("Tags")))
      .optional("ResourceType", TEXT, specification -> unlessEmpty(specification.resourceType()))
      .optional(
          "Tags",
          list(TAG),
          specification -> unlessEmpty(
              Streams.stream(specification.tags()).map(Requests::entry).collect(toImmutableList())))
      .end();

  private static final Form<TagToDelete> TAG_TO_DELETE = Shape.<TagToDelete>ofRecord(
          parts -> new TagToDelete(parts.get("Key"), parts.find("Value")))
      .required("Key", TEXT, TagToDelete::key)
      .optional("Value", TEXT, TagToDelete::value)
      .end();

  private static final Form<ModifyLaunchPermission> LAUNCH_PERMISSION_MODIFICATIONS =
      Shape.<ModifyLaunchPermission>ofRecord(
              parts -> new ModifyLaunchPermission(parts.each("Add"), parts.each("Remove")))
          .many("Add", set(LAUNCH_PERMISSION), ModifyLaunchPermission::add)
          .many("Remove", set(LAUNCH_PERMISSION), ModifyLaunchPermission::remove)
          .end();

  private static final Form<CreateVolumePermissions> CREATE_VOLUME_PERMISSION_MODIFICATIONS =
      Shape.<CreateVolumePermissions>ofRecord(
              parts -> new CreateVolumePermissions(parts.each("Add"), parts.each("Remove")))
          .many("Add", set(CREATE_VOLUME_PERMISSION), CreateVolumePermissions::add)
          .many("Remove", set(CREATE_VOLUME_PERMISSION), CreateVolumePermissions::remove)
          .end();

  private static final Form<Optional<String>> PLACEMENT = Shape.<Optional<String>>ofRecord(
          parts -> parts.find("AvailabilityZone"))
      .optional("AvailabilityZone", TEXT, zone -> zone)
      .end();

  /** How many snapshots are kept ready; a configuration that does not say leaves it open. */
  private static final Form<OptionalInt> SNAPSHOT_CONFIGURATION = Shape.<OptionalInt>ofRecord(
          parts -> parts.figure("TargetResourceCount"))
      .optional("TargetResourceCount", INT, count -> boxed(count))
      .end();

  /** What a launch says of the metadata service of its instances. */
  private record MetadataOptions(Optional<Boolean> tokensRequired, OptionalInt hopLimit) {
    static final MetadataOptions NONE = new MetadataOptions(Optional.empty(), OptionalInt.empty());

    static Optional<MetadataOptions> of(RunInstances request) {
      return Optional.of(
              new MetadataOptions(request.httpTokensRequired(), request.httpPutResponseHopLimit()))
          .filter(options -> !options.equals(NONE));
    }
  }

  private static final Form<MetadataOptions> METADATA_OPTIONS = Shape.<MetadataOptions>ofRecord(
          parts -> new MetadataOptions(
              parts.find("HttpTokens"), parts.figure("HttpPutResponseHopLimit")))
      .optional(
          "HttpTokens",
          oneOf(required -> required ? "required" : "optional", true, false),
          MetadataOptions::tokensRequired)
      .optional("HttpPutResponseHopLimit", INT, options -> boxed(options.hopLimit()))
      .end();

  private static final Form<InstanceSpecification> INSTANCE_SPECIFICATION =
      Shape.<InstanceSpecification>ofRecord(parts -> new InstanceSpecification(
              parts.get("InstanceId"),
              parts.isTrue("ExcludeBootVolume"),
              parts.each("ExcludeDataVolumeIds")))
          .required("InstanceId", INSTANCE_ID, InstanceSpecification::instanceId)
          .optional(
              "ExcludeBootVolume",
              BOOLEAN,
              specification -> ifTrue(specification.excludeBootVolume()))
          .many("ExcludeDataVolumeIds", set(VOLUME_ID), InstanceSpecification::excludeDataVolumeIds)
          .end();

  private static final ImmutableMap<String, Request<?>> ALL = new Table()
      // Images
      .put(
          RegisterImage.class,
          Shape.of(RegisterImage::builder, RegisterImage.Builder::build)
              .optional(
                  "ImageLocation",
                  TEXT,
                  RegisterImage::imageLocation,
                  (to, v) -> to.imageLocation(v))
              .many(
                  "BillingProducts",
                  list(TEXT),
                  RegisterImage::billingProducts,
                  (to, v) -> to.billingProducts(v))
              .optional("BootMode", BOOT_MODE, RegisterImage::bootMode, (to, v) -> to.bootMode(v))
              .optional(
                  "TpmSupport", TPM_SUPPORT, RegisterImage::tpmSupport, (to, v) -> to.tpmSupport(v))
              .optional("UefiData", TEXT, RegisterImage::uefiData, (to, v) -> to.uefiData(v))
              .optional(
                  "ImdsSupport",
                  IMDS_SUPPORT,
                  RegisterImage::imdsSupport,
                  (to, v) -> to.imdsSupport(v))
              .many(
                  "TagSpecifications",
                  list(TAG_SPECIFICATION),
                  RegisterImage::tagSpecifications,
                  (to, v) -> to.tagSpecifications(v))
              .required("Name", IMAGE_NAME, RegisterImage::name, (to, v) -> to.name(v))
              .optional(
                  "Description", TEXT, RegisterImage::description, (to, v) -> to.description(v))
              .optional(
                  "Architecture",
                  text(Architecture::of),
                  request -> Optional.of(request.architecture()),
                  (to, v) -> to.architecture(v))
              .optional("KernelId", KERNEL_ID, RegisterImage::kernelId, (to, v) -> to.kernelId(v))
              .optional(
                  "RamdiskId", RAMDISK_ID, RegisterImage::ramdiskId, (to, v) -> to.ramdiskId(v))
              .optional(
                  "RootDeviceName",
                  DEVICE_NAME,
                  RegisterImage::rootDeviceName,
                  (to, v) -> to.rootDeviceName(v))
              .many(
                  "BlockDeviceMappings",
                  list(BLOCK_DEVICE_MAPPING),
                  RegisterImage::blockDeviceMappings,
                  (to, v) -> to.blockDeviceMappings(v))
              .optional(
                  "VirtualizationType",
                  text(VirtualizationType::of),
                  request -> Optional.of(request.virtualizationType()),
                  (to, v) -> to.virtualizationType(v))
              .optional(
                  "SriovNetSupport",
                  SRIOV_NET_SUPPORT,
                  RegisterImage::sriovNetSupport,
                  (to, v) -> to.sriovNetSupport(v))
              .optional(
                  "EnaSupport", BOOLEAN, RegisterImage::enaSupport, (to, v) -> to.enaSupport(v))
              .end())
      .put(
          CreateImage.class,
          Shape.of(CreateImage::builder, CreateImage.Builder::build)
              .many(
                  "TagSpecifications",
                  list(TAG_SPECIFICATION),
                  CreateImage::tagSpecifications,
                  (to, v) -> to.tagSpecifications(v))
              .required(
                  "InstanceId", INSTANCE_ID, CreateImage::instanceId, (to, v) -> to.instanceId(v))
              .required("Name", IMAGE_NAME, CreateImage::name, (to, v) -> to.name(v))
              .optional("Description", TEXT, CreateImage::description, (to, v) -> to.description(v))
              .optional(
                  "NoReboot",
                  BOOLEAN,
                  request -> ifTrue(request.noReboot()),
                  (to, v) -> to.noReboot(v))
              .many(
                  "BlockDeviceMappings",
                  list(BLOCK_DEVICE_MAPPING),
                  CreateImage::blockDeviceMappings,
                  (to, v) -> to.blockDeviceMappings(v))
              .end())
      .put(
          CopyImage.class,
          Shape.of(CopyImage::builder, CopyImage.Builder::build)
              .optional("ClientToken", TEXT, CopyImage::clientToken, (to, v) -> to.clientToken(v))
              .optional("Description", TEXT, CopyImage::description, (to, v) -> to.description(v))
              .optional("Encrypted", BOOLEAN, CopyImage::encrypted, (to, v) -> to.encrypted(v))
              .optional("KmsKeyId", KMS_KEY_ID, CopyImage::kmsKeyId, (to, v) -> to.kmsKeyId(v))
              .required("Name", IMAGE_NAME, CopyImage::name, (to, v) -> to.name(v))
              .required(
                  "SourceImageId",
                  IMAGE_ID,
                  CopyImage::sourceImageId,
                  (to, v) -> to.sourceImageId(v))
              .required(
                  "SourceRegion", REGION, CopyImage::sourceRegion, (to, v) -> to.sourceRegion(v))
              .optional(
                  "DestinationOutpostArn",
                  TEXT,
                  CopyImage::destinationOutpostArn,
                  (to, v) -> to.destinationOutpostArn(v))
              .optional(
                  "CopyImageTags",
                  BOOLEAN,
                  request -> ifTrue(request.copyImageTags()),
                  (to, v) -> to.copyImageTags(v))
              .many(
                  "TagSpecifications",
                  list(TAG_SPECIFICATION),
                  CopyImage::tagSpecifications,
                  (to, v) -> to.tagSpecifications(v))
              .optional(
                  "SnapshotCopyCompletionDurationMinutes",
                  INT,
                  request -> boxed(request.snapshotCopyCompletionDurationMinutes()),
                  (to, v) -> to.snapshotCopyCompletionDurationMinutes(v))
              .optional(
                  "DestinationAvailabilityZone",
                  TEXT,
                  CopyImage::destinationAvailabilityZone,
                  (to, v) -> to.destinationAvailabilityZone(v))
              .optional(
                  "DestinationAvailabilityZoneId",
                  TEXT,
                  CopyImage::destinationAvailabilityZoneId,
                  (to, v) -> to.destinationAvailabilityZoneId(v))
              .end())
      .put(
          DeregisterImage.class,
          Shape.<DeregisterImage>ofRecord(parts -> new DeregisterImage(
                  parts.get("ImageId"), parts.isTrue("DeleteAssociatedSnapshots")))
              .required("ImageId", IMAGE_ID, DeregisterImage::imageId)
              .optional(
                  "DeleteAssociatedSnapshots",
                  BOOLEAN,
                  request -> ifTrue(request.deleteAssociatedSnapshots()))
              .end())
      .put(DisableImage.class, ofImage(DisableImage::new, DisableImage::imageId))
      .put(EnableImage.class, ofImage(EnableImage::new, EnableImage::imageId))
      .put(
          EnableImageDeprecation.class,
          Shape.of(EnableImageDeprecation::builder, EnableImageDeprecation.Builder::build)
              .required(
                  "ImageId", IMAGE_ID, EnableImageDeprecation::imageId, (to, v) -> to.imageId(v))
              .required(
                  "DeprecateAt",
                  TIME,
                  EnableImageDeprecation::deprecateAt,
                  (to, v) -> to.deprecateAt(v))
              .end())
      .put(
          DisableImageDeprecation.class,
          ofImage(DisableImageDeprecation::new, DisableImageDeprecation::imageId))
      .put(
          EnableImageDeregistrationProtection.class,
          Shape.<EnableImageDeregistrationProtection>ofRecord(
                  parts -> new EnableImageDeregistrationProtection(
                      parts.get("ImageId"), parts.isTrue("WithCooldown")))
              .required("ImageId", IMAGE_ID, EnableImageDeregistrationProtection::imageId)
              .optional("WithCooldown", BOOLEAN, request -> ifTrue(request.withCooldown()))
              .end())
      .put(
          DisableImageDeregistrationProtection.class,
          ofImage(
              DisableImageDeregistrationProtection::new,
              DisableImageDeregistrationProtection::imageId))
      .put(
          AttachImageWatermark.class,
          Shape.<AttachImageWatermark>ofRecord(parts ->
                  new AttachImageWatermark(parts.get("ImageId"), parts.get("WatermarkName")))
              .required("ImageId", IMAGE_ID, AttachImageWatermark::imageId)
              .required("WatermarkName", TEXT, AttachImageWatermark::watermarkName)
              .end())
      .put(
          DetachImageWatermark.class,
          Shape.<DetachImageWatermark>ofRecord(parts ->
                  new DetachImageWatermark(parts.get("ImageId"), parts.get("WatermarkKey")))
              .required("ImageId", IMAGE_ID, DetachImageWatermark::imageId)
              .required("WatermarkKey", WATERMARK_KEY, DetachImageWatermark::watermarkKey)
              .end())
      .put(GetImageAncestry.class, ofImage(GetImageAncestry::new, GetImageAncestry::imageId))
      .put(
          ModifyImageAttribute.class,
          Shape.of(ModifyImageAttribute::builder, ModifyImageAttribute.Builder::build)
              .optional(
                  "Attribute",
                  IMAGE_ATTRIBUTE_NAME,
                  ModifyImageAttribute::attribute,
                  (to, v) -> to.attribute(v))
              .optional(
                  "Description",
                  value(TEXT),
                  ModifyImageAttribute::description,
                  (to, v) -> to.description(v))
              .required(
                  "ImageId", IMAGE_ID, ModifyImageAttribute::imageId, (to, v) -> to.imageId(v))
              .optional(
                  "LaunchPermission",
                  LAUNCH_PERMISSION_MODIFICATIONS,
                  ModifyImageAttribute::launchPermission,
                  (to, v) -> to.launchPermission(v))
              .optional(
                  "ProductCodes",
                  list(TEXT),
                  request -> unlessEmpty(request.productCodes().asList()),
                  (to, v) -> to.productCodes(v))
              .optional(
                  "ImdsSupport",
                  value(IMDS_SUPPORT),
                  ModifyImageAttribute::imdsSupport,
                  (to, v) -> to.imdsSupport(v))
              .end())
      .put(
          DescribeImageAttribute.class,
          Shape.of(DescribeImageAttribute::builder, DescribeImageAttribute.Builder::build)
              .required(
                  "Attribute",
                  IMAGE_ATTRIBUTE_NAME,
                  DescribeImageAttribute::attribute,
                  (to, v) -> to.attribute(v))
              .required(
                  "ImageId", IMAGE_ID, DescribeImageAttribute::imageId, (to, v) -> to.imageId(v))
              .end())
      .put(
          ResetImageAttribute.class,
          Shape.<ResetImageAttribute>ofRecord(
                  parts -> new ResetImageAttribute(parts.get("ImageId"), parts.get("Attribute")))
              .required("Attribute", IMAGE_ATTRIBUTE_NAME, ResetImageAttribute::attribute)
              .required("ImageId", IMAGE_ID, ResetImageAttribute::imageId)
              .end())
      .put(
          CancelImageLaunchPermission.class,
          ofImage(CancelImageLaunchPermission::new, CancelImageLaunchPermission::imageId))
      .put(
          DescribeImages.class,
          mapped(
              Shape.of(ImageQuery::builder, ImageQuery.Builder::build)
                  .many(
                      "ExecutableUsers",
                      set(USER_ID),
                      ImageQuery::executableUsers,
                      (to, v) -> to.executableUsers(v))
                  .many("ImageIds", set(IMAGE_ID), ImageQuery::imageIds, (to, v) -> to.imageIds(v))
                  .many("Owners", set(USER_ID), ImageQuery::owners, (to, v) -> to.owners(v))
                  .optional(
                      "IncludeDeprecated",
                      BOOLEAN,
                      query -> ifTrue(query.includeDeprecated()),
                      (to, v) -> to.includeDeprecated(v))
                  .optional(
                      "IncludeDisabled",
                      BOOLEAN,
                      query -> ifTrue(query.includeDisabled()),
                      (to, v) -> to.includeDisabled(v))
                  .optional(
                      "MaxResults",
                      INT,
                      query -> boxed(query.maxResults()),
                      (to, v) -> to.maxResults(v))
                  .optional("NextToken", TEXT, ImageQuery::nextToken, (to, v) -> to.nextToken(v))
                  .many("Filters", list(FILTER), ImageQuery::filters, (to, v) -> to.filters(v))
                  .end(),
              DescribeImages::new,
              DescribeImages::query))
      // Images in S3
      .put(
          CreateStoreImageTask.class,
          Shape.<CreateStoreImageTask>ofRecord(parts -> new CreateStoreImageTask(
                  parts.get("ImageId"), parts.get("Bucket"), parts.all("S3ObjectTags")))
              .required("ImageId", IMAGE_ID, CreateStoreImageTask::imageId)
              .required("Bucket", TEXT, CreateStoreImageTask::bucket)
              .many("S3ObjectTags", list(S3_OBJECT_TAG), CreateStoreImageTask::s3ObjectTags)
              .end())
      .put(
          DescribeStoreImageTasks.class,
          Shape.<DescribeStoreImageTasks>ofRecord(parts -> new DescribeStoreImageTasks(
                  parts.each("ImageIds"), parts.all("Filters"), page(parts)))
              .many("ImageIds", set(IMAGE_ID), DescribeStoreImageTasks::imageIds)
              .many("Filters", list(FILTER), DescribeStoreImageTasks::filters)
              .optional("NextToken", TEXT, Requests::nextToken)
              .optional("MaxResults", INT, Requests::maxResults)
              .end())
      .put(
          CreateRestoreImageTask.class,
          Shape.of(CreateRestoreImageTask::builder, CreateRestoreImageTask.Builder::build)
              .required("Bucket", TEXT, CreateRestoreImageTask::bucket, (to, v) -> to.bucket(v))
              .required(
                  "ObjectKey", TEXT, CreateRestoreImageTask::objectKey, (to, v) -> to.objectKey(v))
              .optional("Name", IMAGE_NAME, CreateRestoreImageTask::name, (to, v) -> to.name(v))
              .many(
                  "TagSpecifications",
                  list(TAG_SPECIFICATION),
                  CreateRestoreImageTask::tagSpecifications,
                  (to, v) -> to.tagSpecifications(v))
              .end())
      // Fast launch
      .put(
          EnableFastLaunch.class,
          Shape.of(EnableFastLaunch::builder, EnableFastLaunch.Builder::build)
              .required("ImageId", IMAGE_ID, EnableFastLaunch::imageId, (to, v) -> to.imageId(v))
              .optional(
                  "ResourceType",
                  FastLaunchShapes.RESOURCE_TYPE,
                  request -> Optional.of(request.resourceType()),
                  (to, v) -> to.resourceType(v))
              .optional(
                  "SnapshotConfiguration",
                  SNAPSHOT_CONFIGURATION,
                  request -> Optional.of(OptionalInt.of(request.targetResourceCount())),
                  (to, v) -> v.ifPresent(to::targetResourceCount))
              .optional(
                  "LaunchTemplate",
                  LAUNCH_TEMPLATE,
                  EnableFastLaunch::launchTemplate,
                  (to, v) -> to.launchTemplate(v))
              .optional(
                  "MaxParallelLaunches",
                  INT,
                  request -> Optional.of(request.maxParallelLaunches()),
                  (to, v) -> to.maxParallelLaunches(v))
              .end())
      .put(
          DisableFastLaunch.class,
          Shape.<DisableFastLaunch>ofRecord(
                  parts -> new DisableFastLaunch(parts.get("ImageId"), parts.isTrue("Force")))
              .required("ImageId", IMAGE_ID, DisableFastLaunch::imageId)
              .optional("Force", BOOLEAN, request -> ifTrue(request.force()))
              .end())
      .put(
          DescribeFastLaunchImages.class,
          Shape.<DescribeFastLaunchImages>ofRecord(parts -> new DescribeFastLaunchImages(
                  parts.each("ImageIds"), parts.all("Filters"), page(parts)))
              .many("ImageIds", set(IMAGE_ID), DescribeFastLaunchImages::imageIds)
              .many("Filters", list(FILTER), DescribeFastLaunchImages::filters)
              .optional("MaxResults", INT, Requests::maxResults)
              .optional("NextToken", TEXT, Requests::nextToken)
              .end())
      // Who uses images
      .put(
          CreateImageUsageReport.class,
          Shape.of(CreateImageUsageReport::builder, CreateImageUsageReport.Builder::build)
              .required(
                  "ImageId", IMAGE_ID, CreateImageUsageReport::imageId, (to, v) -> to.imageId(v))
              .many(
                  "ResourceTypes",
                  list(RESOURCE_TYPE_REQUEST),
                  CreateImageUsageReport::resourceTypes,
                  (to, v) -> to.resourceTypes(v))
              .many(
                  "AccountIds",
                  list(ACCOUNT_ID),
                  CreateImageUsageReport::accountIds,
                  (to, v) -> to.accountIds(v))
              .optional(
                  "ClientToken",
                  TEXT,
                  CreateImageUsageReport::clientToken,
                  (to, v) -> to.clientToken(v))
              .many(
                  "TagSpecifications",
                  list(TAG_SPECIFICATION),
                  CreateImageUsageReport::tagSpecifications,
                  (to, v) -> to.tagSpecifications(v))
              .end())
      .put(
          DescribeImageUsageReports.class,
          Shape.<DescribeImageUsageReports>ofRecord(parts -> new DescribeImageUsageReports(
                  parts.each("ImageIds"),
                  parts.each("ReportIds"),
                  parts.all("Filters"),
                  page(parts)))
              .many("ImageIds", set(IMAGE_ID), DescribeImageUsageReports::imageIds)
              .many("ReportIds", set(IMAGE_USAGE_REPORT_ID), DescribeImageUsageReports::reportIds)
              .optional("NextToken", TEXT, Requests::nextToken)
              .many("Filters", list(FILTER), DescribeImageUsageReports::filters)
              .optional("MaxResults", INT, Requests::maxResults)
              .end())
      .put(
          DescribeImageUsageReportEntries.class,
          Shape.<DescribeImageUsageReportEntries>ofRecord(
                  parts -> new DescribeImageUsageReportEntries(
                      parts.each("ImageIds"),
                      parts.each("ReportIds"),
                      parts.all("Filters"),
                      page(parts)))
              .many("ImageIds", set(IMAGE_ID), DescribeImageUsageReportEntries::imageIds)
              .many(
                  "ReportIds",
                  set(IMAGE_USAGE_REPORT_ID),
                  DescribeImageUsageReportEntries::reportIds)
              .optional("NextToken", TEXT, Requests::nextToken)
              .many("Filters", list(FILTER), DescribeImageUsageReportEntries::filters)
              .optional("MaxResults", INT, Requests::maxResults)
              .end())
      .put(
          DeleteImageUsageReport.class,
          Shape.<DeleteImageUsageReport>ofRecord(
                  parts -> new DeleteImageUsageReport(parts.get("ReportId")))
              .required("ReportId", IMAGE_USAGE_REPORT_ID, DeleteImageUsageReport::reportId)
              .end())
      .put(
          DescribeImageReferences.class,
          Shape.<DescribeImageReferences>ofRecord(parts -> new DescribeImageReferences(
                  parts.each("ImageIds"),
                  parts.isTrue("IncludeAllResourceTypes"),
                  parts.all("ResourceTypes"),
                  page(parts)))
              .many("ImageIds", set(IMAGE_ID), DescribeImageReferences::imageIds)
              .optional(
                  "IncludeAllResourceTypes",
                  BOOLEAN,
                  request -> ifTrue(request.includeAllResourceTypes()))
              .many(
                  "ResourceTypes",
                  list(RESOURCE_TYPE_REQUEST),
                  DescribeImageReferences::resourceTypes)
              .optional("NextToken", TEXT, Requests::nextToken)
              .optional("MaxResults", INT, Requests::maxResults)
              .end())
      // Snapshots
      .put(
          CreateSnapshot.class,
          Shape.of(CreateSnapshot::builder, CreateSnapshot.Builder::build)
              .optional(
                  "Description", TEXT, CreateSnapshot::description, (to, v) -> to.description(v))
              .optional("OutpostArn", TEXT, CreateSnapshot::outpostArn, (to, v) -> to.outpostArn(v))
              .required("VolumeId", VOLUME_ID, CreateSnapshot::volumeId, (to, v) -> to.volumeId(v))
              .many(
                  "TagSpecifications",
                  list(TAG_SPECIFICATION),
                  CreateSnapshot::tagSpecifications,
                  (to, v) -> to.tagSpecifications(v))
              .optional("Location", TEXT, CreateSnapshot::location, (to, v) -> to.location(v))
              .end())
      .put(
          CreateSnapshots.class,
          Shape.of(CreateSnapshots::builder, CreateSnapshots.Builder::build)
              .optional(
                  "Description", TEXT, CreateSnapshots::description, (to, v) -> to.description(v))
              .required(
                  "InstanceSpecification",
                  INSTANCE_SPECIFICATION,
                  CreateSnapshots::instanceSpecification,
                  (to, v) -> to.instanceSpecification(v))
              .optional(
                  "OutpostArn", TEXT, CreateSnapshots::outpostArn, (to, v) -> to.outpostArn(v))
              .many(
                  "TagSpecifications",
                  list(TAG_SPECIFICATION),
                  CreateSnapshots::tagSpecifications,
                  (to, v) -> to.tagSpecifications(v))
              .optional(
                  "CopyTagsFromSource",
                  TEXT,
                  CreateSnapshots::copyTagsFromSource,
                  (to, v) -> to.copyTagsFromSource(v))
              .optional("Location", TEXT, CreateSnapshots::location, (to, v) -> to.location(v))
              .end())
      .put(
          CopySnapshot.class,
          Shape.of(CopySnapshot::builder, CopySnapshot.Builder::build)
              .optional(
                  "Description", TEXT, CopySnapshot::description, (to, v) -> to.description(v))
              .optional(
                  "DestinationOutpostArn",
                  TEXT,
                  CopySnapshot::destinationOutpostArn,
                  (to, v) -> to.destinationOutpostArn(v))
              .optional("Encrypted", BOOLEAN, CopySnapshot::encrypted, (to, v) -> to.encrypted(v))
              .optional("KmsKeyId", KMS_KEY_ID, CopySnapshot::kmsKeyId, (to, v) -> to.kmsKeyId(v))
              .required(
                  "SourceRegion", REGION, CopySnapshot::sourceRegion, (to, v) -> to.sourceRegion(v))
              .required(
                  "SourceSnapshotId",
                  SNAPSHOT_ID,
                  CopySnapshot::sourceSnapshotId,
                  (to, v) -> to.sourceSnapshotId(v))
              .many(
                  "TagSpecifications",
                  list(TAG_SPECIFICATION),
                  CopySnapshot::tagSpecifications,
                  (to, v) -> to.tagSpecifications(v))
              .optional(
                  "CompletionDurationMinutes",
                  INT,
                  request -> boxed(request.completionDurationMinutes()),
                  (to, v) -> to.completionDurationMinutes(v))
              .optional(
                  "DestinationAvailabilityZone",
                  TEXT,
                  CopySnapshot::destinationAvailabilityZone,
                  (to, v) -> to.destinationAvailabilityZone(v))
              .end())
      .put(DeleteSnapshot.class, ofSnapshot(DeleteSnapshot::new, DeleteSnapshot::snapshotId))
      .put(
          DescribeSnapshots.class,
          mapped(
              Shape.of(SnapshotQuery::builder, SnapshotQuery.Builder::build)
                  .optional(
                      "MaxResults",
                      INT,
                      query -> boxed(query.maxResults()),
                      (to, v) -> to.maxResults(v))
                  .optional("NextToken", TEXT, SnapshotQuery::nextToken, (to, v) -> to.nextToken(v))
                  .many(
                      "OwnerIds", set(USER_ID), SnapshotQuery::ownerIds, (to, v) -> to.ownerIds(v))
                  .many(
                      "RestorableByUserIds",
                      set(USER_ID),
                      SnapshotQuery::restorableByUserIds,
                      (to, v) -> to.restorableByUserIds(v))
                  .many(
                      "SnapshotIds",
                      set(SNAPSHOT_ID),
                      SnapshotQuery::snapshotIds,
                      (to, v) -> to.snapshotIds(v))
                  .many("Filters", list(FILTER), SnapshotQuery::filters, (to, v) -> to.filters(v))
                  .end(),
              DescribeSnapshots::new,
              DescribeSnapshots::query))
      .put(
          ModifySnapshotAttribute.class,
          Shape.of(ModifySnapshotAttribute::builder, ModifySnapshotAttribute.Builder::build)
              .optional(
                  "Attribute",
                  SNAPSHOT_ATTRIBUTE_NAME,
                  request -> Optional.of(request.attribute()),
                  (to, v) -> to.attribute(v))
              .optional(
                  "CreateVolumePermission",
                  CREATE_VOLUME_PERMISSION_MODIFICATIONS,
                  request ->
                      Optional.of(new CreateVolumePermissions(request.add(), request.remove())),
                  (to, v) -> to.add(v.add()).remove(v.remove()))
              .required(
                  "SnapshotId",
                  SNAPSHOT_ID,
                  ModifySnapshotAttribute::snapshotId,
                  (to, v) -> to.snapshotId(v))
              .end())
      .put(
          ResetSnapshotAttribute.class,
          Shape.<ResetSnapshotAttribute>ofRecord(parts ->
                  new ResetSnapshotAttribute(parts.get("SnapshotId"), parts.get("Attribute")))
              .required("Attribute", SNAPSHOT_ATTRIBUTE_NAME, ResetSnapshotAttribute::attribute)
              .required("SnapshotId", SNAPSHOT_ID, ResetSnapshotAttribute::snapshotId)
              .end())
      .put(
          DescribeSnapshotAttribute.class,
          Shape.<DescribeSnapshotAttribute>ofRecord(parts ->
                  new DescribeSnapshotAttribute(parts.get("SnapshotId"), parts.get("Attribute")))
              .required("Attribute", SNAPSHOT_ATTRIBUTE_NAME, DescribeSnapshotAttribute::attribute)
              .required("SnapshotId", SNAPSHOT_ID, DescribeSnapshotAttribute::snapshotId)
              .end())
      .put(
          ModifySnapshotTier.class,
          Shape.<ModifySnapshotTier>ofRecord(parts -> new ModifySnapshotTier(
                  parts.get("SnapshotId"),
                  parts.<StorageTier>find("StorageTier").orElse(StorageTier.ARCHIVE)))
              .required("SnapshotId", SNAPSHOT_ID, ModifySnapshotTier::snapshotId)
              .optional(
                  "StorageTier",
                  text(StorageTier::of),
                  request -> Optional.of(request.storageTier()))
              .end())
      .put(
          RestoreSnapshotTier.class,
          Shape.of(RestoreSnapshotTier::builder, RestoreSnapshotTier.Builder::build)
              .required(
                  "SnapshotId",
                  SNAPSHOT_ID,
                  RestoreSnapshotTier::snapshotId,
                  (to, v) -> to.snapshotId(v))
              .optional(
                  "TemporaryRestoreDays",
                  INT,
                  request -> boxed(request.temporaryRestoreDays()),
                  (to, v) -> to.temporaryRestoreDays(v))
              .optional(
                  "PermanentRestore",
                  BOOLEAN,
                  request -> ifTrue(request.permanentRestore()),
                  (to, v) -> to.permanentRestore(v))
              .end())
      .put(
          DescribeSnapshotTierStatus.class,
          Shape.<DescribeSnapshotTierStatus>ofRecord(
                  parts -> new DescribeSnapshotTierStatus(parts.all("Filters"), page(parts)))
              .many("Filters", list(FILTER), DescribeSnapshotTierStatus::filters)
              .optional("NextToken", TEXT, Requests::nextToken)
              .optional("MaxResults", INT, Requests::maxResults)
              .end())
      .put(
          LockSnapshot.class,
          Shape.of(LockSnapshot::builder, LockSnapshot.Builder::build)
              .required(
                  "SnapshotId", SNAPSHOT_ID, LockSnapshot::snapshotId, (to, v) -> to.snapshotId(v))
              .required(
                  "LockMode", text(LockMode::of), LockSnapshot::lockMode, (to, v) -> to.lockMode(v))
              .optional(
                  "CoolOffPeriod",
                  INT,
                  request -> boxed(request.coolOffPeriod()),
                  (to, v) -> to.coolOffPeriod(v))
              .optional(
                  "LockDuration",
                  INT,
                  request -> boxed(request.lockDuration()),
                  (to, v) -> to.lockDuration(v))
              .optional(
                  "ExpirationDate",
                  TIME,
                  LockSnapshot::expirationDate,
                  (to, v) -> to.expirationDate(v))
              .end())
      .put(UnlockSnapshot.class, ofSnapshot(UnlockSnapshot::new, UnlockSnapshot::snapshotId))
      .put(
          DescribeLockedSnapshots.class,
          Shape.<DescribeLockedSnapshots>ofRecord(parts -> new DescribeLockedSnapshots(
                  parts.each("SnapshotIds"), parts.all("Filters"), page(parts)))
              .many("Filters", list(FILTER), DescribeLockedSnapshots::filters)
              .optional("MaxResults", INT, Requests::maxResults)
              .optional("NextToken", TEXT, Requests::nextToken)
              .many("SnapshotIds", set(SNAPSHOT_ID), DescribeLockedSnapshots::snapshotIds)
              .end())
      // Instances and volumes
      .put(
          RunInstances.class,
          Shape.of(RunInstances::builder, RunInstances.Builder::build)
              .many(
                  "BlockDeviceMappings",
                  list(BLOCK_DEVICE_MAPPING),
                  RunInstances::blockDeviceMappings,
                  (to, v) -> to.blockDeviceMappings(v))
              .required(
                  "ImageId",
                  text(ImageReference::parse),
                  RunInstances::imageId,
                  (to, v) -> to.imageId(v))
              .required(
                  "InstanceType", TEXT, RunInstances::instanceType, (to, v) -> to.instanceType(v))
              .required("MaxCount", INT, RunInstances::maxCount, (to, v) -> to.maxCount(v))
              .required("MinCount", INT, RunInstances::minCount, (to, v) -> to.minCount(v))
              .optional(
                  "Placement",
                  PLACEMENT,
                  request -> Optional.of(request.availabilityZone()).filter(Optional::isPresent),
                  (to, v) -> to.availabilityZone(v))
              .many(
                  "TagSpecifications",
                  list(TAG_SPECIFICATION),
                  RunInstances::tagSpecifications,
                  (to, v) -> to.tagSpecifications(v))
              .optional(
                  "MetadataOptions",
                  METADATA_OPTIONS,
                  MetadataOptions::of,
                  (to, v) -> to.httpTokensRequired(v.tokensRequired())
                      .httpPutResponseHopLimit(v.hopLimit()))
              .optional(
                  "ClientToken", TEXT, RunInstances::clientToken, (to, v) -> to.clientToken(v))
              .end())
      .put(StartInstances.class, ofInstances(StartInstances::new, StartInstances::instanceIds))
      .put(StopInstances.class, ofInstances(StopInstances::new, StopInstances::instanceIds))
      .put(
          TerminateInstances.class,
          ofInstances(TerminateInstances::new, TerminateInstances::instanceIds))
      .put(
          DescribeInstances.class,
          Shape.<DescribeInstances>ofRecord(parts -> new DescribeInstances(
                  parts.each("InstanceIds"), parts.all("Filters"), page(parts)))
              .many("InstanceIds", set(INSTANCE_ID), DescribeInstances::instanceIds)
              .many("Filters", list(FILTER), DescribeInstances::filters)
              .optional("NextToken", TEXT, Requests::nextToken)
              .optional("MaxResults", INT, Requests::maxResults)
              .end())
      .put(
          DescribeInstanceImageMetadata.class,
          Shape.<DescribeInstanceImageMetadata>ofRecord(parts -> new DescribeInstanceImageMetadata(
                  parts.each("InstanceIds"), parts.all("Filters"), page(parts)))
              .many("Filters", list(FILTER), DescribeInstanceImageMetadata::filters)
              .many("InstanceIds", set(INSTANCE_ID), DescribeInstanceImageMetadata::instanceIds)
              .optional("MaxResults", INT, Requests::maxResults)
              .optional("NextToken", TEXT, Requests::nextToken)
              .end())
      .put(
          CreateVolume.class,
          Shape.<CreateVolume>ofRecord(parts -> new CreateVolume(
                  ebs(parts), parts.all("TagSpecifications"), parts.find("ClientToken")))
              .optional("AvailabilityZone", TEXT, request -> request.ebs().availabilityZone())
              .optional("Encrypted", BOOLEAN, request -> request.ebs().encrypted())
              .optional("Iops", INT, request -> boxed(request.ebs().iops()))
              .optional("KmsKeyId", KMS_KEY_ID, request -> request.ebs().kmsKeyId())
              .optional("Size", INT, request -> boxed(request.ebs().volumeSize()))
              .optional("SnapshotId", SNAPSHOT_ID, request -> request.ebs().snapshotId())
              .optional("VolumeType", VOLUME_TYPE, request -> request.ebs().volumeType())
              .many("TagSpecifications", list(TAG_SPECIFICATION), CreateVolume::tagSpecifications)
              .optional("Throughput", INT, request -> boxed(request.ebs().throughput()))
              .optional(
                  "VolumeInitializationRate",
                  INT,
                  request -> boxed(request.ebs().volumeInitializationRate()))
              .optional("ClientToken", TEXT, CreateVolume::clientToken)
              .alias("volumeSize", "Size")
              .end())
      .put(
          DeleteVolume.class,
          Shape.<DeleteVolume>ofRecord(parts -> new DeleteVolume(parts.get("VolumeId")))
              .required("VolumeId", VOLUME_ID, DeleteVolume::volumeId)
              .end())
      .put(
          DescribeVolumes.class,
          Shape.<DescribeVolumes>ofRecord(parts ->
                  new DescribeVolumes(parts.each("VolumeIds"), parts.all("Filters"), page(parts)))
              .many("VolumeIds", set(VOLUME_ID), DescribeVolumes::volumeIds)
              .many("Filters", list(FILTER), DescribeVolumes::filters)
              .optional("NextToken", TEXT, Requests::nextToken)
              .optional("MaxResults", INT, Requests::maxResults)
              .end())
      .put(
          AttachVolume.class,
          Shape.<AttachVolume>ofRecord(parts -> new AttachVolume(
                  parts.get("VolumeId"),
                  parts.get("InstanceId"),
                  parts.get("Device"),
                  parts.figure("EbsCardIndex")))
              .required("Device", DEVICE_NAME, AttachVolume::device)
              .required("InstanceId", INSTANCE_ID, AttachVolume::instanceId)
              .required("VolumeId", VOLUME_ID, AttachVolume::volumeId)
              .optional("EbsCardIndex", INT, request -> boxed(request.ebsCardIndex()))
              .end())
      .put(
          DetachVolume.class,
          Shape.<DetachVolume>ofRecord(parts -> new DetachVolume(
                  parts.get("VolumeId"), parts.find("InstanceId"), parts.find("Device")))
              .optional("Device", DEVICE_NAME, DetachVolume::device)
              .optional("InstanceId", INSTANCE_ID, DetachVolume::instanceId)
              .required("VolumeId", VOLUME_ID, DetachVolume::volumeId)
              .end())
      // Tags
      .put(
          CreateTags.class,
          Shape.<CreateTags>ofRecord(parts -> new CreateTags(
                  parts.all("Resources"), parts.<Tags>find("Tags").orElse(Tags.none())))
              .many("Resources", list(TEXT), CreateTags::resources)
              .optional("Tags", TAGS, request -> unlessEmpty(request.tags()))
              .end())
      .put(
          DeleteTags.class,
          Shape.<DeleteTags>ofRecord(
                  parts -> new DeleteTags(parts.all("Resources"), parts.all("Tags")))
              .many("Resources", list(TEXT), DeleteTags::resources)
              .many("Tags", list(TAG_TO_DELETE), DeleteTags::tags)
              .end())
      .put(
          DescribeTags.class,
          Shape.<DescribeTags>ofRecord(parts -> new DescribeTags(parts.all("Filters"), page(parts)))
              .many("Filters", list(FILTER), DescribeTags::filters)
              .optional("MaxResults", INT, Requests::maxResults)
              .optional("NextToken", TEXT, Requests::nextToken)
              .end())
      // The Recycle Bin
      .put(
          ListImagesInRecycleBin.class,
          Shape.<ListImagesInRecycleBin>ofRecord(
                  parts -> new ListImagesInRecycleBin(parts.each("ImageIds"), page(parts)))
              .many("ImageIds", set(IMAGE_ID), ListImagesInRecycleBin::imageIds)
              .optional("NextToken", TEXT, Requests::nextToken)
              .optional("MaxResults", INT, Requests::maxResults)
              .end())
      .put(
          RestoreImageFromRecycleBin.class,
          ofImage(RestoreImageFromRecycleBin::new, RestoreImageFromRecycleBin::imageId))
      .put(
          ListSnapshotsInRecycleBin.class,
          Shape.<ListSnapshotsInRecycleBin>ofRecord(
                  parts -> new ListSnapshotsInRecycleBin(parts.each("SnapshotIds"), page(parts)))
              .optional("MaxResults", INT, Requests::maxResults)
              .optional("NextToken", TEXT, Requests::nextToken)
              .many("SnapshotIds", set(SNAPSHOT_ID), ListSnapshotsInRecycleBin::snapshotIds)
              .end())
      .put(
          RestoreSnapshotFromRecycleBin.class,
          ofSnapshot(RestoreSnapshotFromRecycleBin::new, RestoreSnapshotFromRecycleBin::snapshotId))
      .put(
          CreateRule.class,
          Shape.of(CreateRule::builder, CreateRule.Builder::build)
              .required(
                  "RetentionPeriod",
                  RETENTION_PERIOD,
                  CreateRule::retentionPeriodDays,
                  (to, v) -> to.retentionPeriodDays(v))
              .optional(
                  "Description",
                  TEXT,
                  request -> unlessEmpty(request.description()),
                  (to, v) -> to.description(v))
              .required(
                  "ResourceType",
                  RESOURCE_TYPE,
                  CreateRule::resourceType,
                  (to, v) -> to.resourceType(v))
              .many(
                  "ResourceTags",
                  set(RESOURCE_TAG),
                  CreateRule::resourceTags,
                  (to, v) -> to.resourceTags(v))
              .optional(
                  "LockConfiguration",
                  LOCK_CONFIGURATION,
                  CreateRule::unlockDelayDays,
                  (to, v) -> to.unlockDelayDays(v))
              .many(
                  "ExcludeResourceTags",
                  set(RESOURCE_TAG),
                  CreateRule::excludeResourceTags,
                  (to, v) -> to.excludeResourceTags(v))
              .end())
      .put(GetRule.class, ofRule(GetRule::new, GetRule::identifier))
      .put(
          ListRules.class,
          Shape.<ListRules>ofRecord(parts -> new ListRules(
                  parts.get("ResourceType"),
                  parts.each("ResourceTags"),
                  parts.each("ExcludeResourceTags"),
                  parts.find("LockState"),
                  page(parts)))
              .optional("MaxResults", INT, Requests::maxResults)
              .optional("NextToken", TEXT, Requests::nextToken)
              .required("ResourceType", RESOURCE_TYPE, ListRules::resourceType)
              .many("ResourceTags", set(RESOURCE_TAG), ListRules::resourceTags)
              .optional("LockState", LOCK_STATE, ListRules::lockState)
              .many("ExcludeResourceTags", set(RESOURCE_TAG), ListRules::excludeResourceTags)
              .end())
      .put(
          UpdateRule.class,
          Shape.of(UpdateRule::builder, UpdateRule.Builder::build)
              .required("Identifier", TEXT, UpdateRule::identifier, (to, v) -> to.identifier(v))
              .optional(
                  "RetentionPeriod",
                  RETENTION_PERIOD,
                  request -> boxed(request.retentionPeriodDays()),
                  (to, v) -> to.retentionPeriodDays(v))
              .optional("Description", TEXT, UpdateRule::description, (to, v) -> to.description(v))
              .optional(
                  "ResourceTags",
                  set(RESOURCE_TAG),
                  UpdateRule::resourceTags,
                  (UpdateRule.Builder to, ImmutableSet<ResourceTag> v) -> to.resourceTags(v))
              .optional(
                  "ExcludeResourceTags",
                  set(RESOURCE_TAG),
                  UpdateRule::excludeResourceTags,
                  (UpdateRule.Builder to, ImmutableSet<ResourceTag> v) -> to.excludeResourceTags(v))
              .end())
      .put(DeleteRule.class, ofRule(DeleteRule::new, DeleteRule::identifier))
      .put(
          LockRule.class,
          Shape.<LockRule>ofRecord(
                  parts -> new LockRule(parts.get("Identifier"), parts.get("LockConfiguration")))
              .required("Identifier", TEXT, LockRule::identifier)
              .required("LockConfiguration", LOCK_CONFIGURATION, LockRule::unlockDelayDays)
              .end())
      .put(UnlockRule.class, ofRule(UnlockRule::new, UnlockRule::identifier))
      // Settings of the account
      .put(
          EnableImageBlockPublicAccess.class,
          Shape.of(
                  EnableImageBlockPublicAccess::builder,
                  EnableImageBlockPublicAccess.Builder::build)
              .required(
                  "ImageBlockPublicAccessState",
                  BLOCK_PUBLIC_ACCESS,
                  EnableImageBlockPublicAccess::imageBlockPublicAccessState,
                  (to, v) -> to.imageBlockPublicAccessState(v))
              .end())
      .put(DisableImageBlockPublicAccess.class, empty(DisableImageBlockPublicAccess::new))
      .put(GetImageBlockPublicAccessState.class, empty(GetImageBlockPublicAccessState::new))
      .put(
          EnableSnapshotBlockPublicAccess.class,
          Shape.of(
                  EnableSnapshotBlockPublicAccess::builder,
                  EnableSnapshotBlockPublicAccess.Builder::build)
              .required(
                  "State",
                  BLOCK_PUBLIC_ACCESS,
                  EnableSnapshotBlockPublicAccess::state,
                  (to, v) -> to.state(v))
              .end())
      .put(DisableSnapshotBlockPublicAccess.class, empty(DisableSnapshotBlockPublicAccess::new))
      .put(GetSnapshotBlockPublicAccessState.class, empty(GetSnapshotBlockPublicAccessState::new))
      .put(
          EnableAllowedImagesSettings.class,
          Shape.<EnableAllowedImagesSettings>ofRecord(
                  parts -> new EnableAllowedImagesSettings(parts.get("AllowedImagesSettingsState")))
              .required(
                  "AllowedImagesSettingsState",
                  ALLOWED_IMAGES_SETTINGS_STATE,
                  EnableAllowedImagesSettings::allowedImagesSettingsState)
              .end())
      .put(DisableAllowedImagesSettings.class, empty(DisableAllowedImagesSettings::new))
      .put(GetAllowedImagesSettings.class, empty(GetAllowedImagesSettings::new))
      .put(
          ReplaceImageCriteriaInAllowedImagesSettings.class,
          Shape.<ReplaceImageCriteriaInAllowedImagesSettings>ofRecord(parts ->
                  new ReplaceImageCriteriaInAllowedImagesSettings(parts.all("ImageCriteria")))
              .many(
                  "ImageCriteria",
                  list(IMAGE_CRITERION),
                  ReplaceImageCriteriaInAllowedImagesSettings::imageCriteria)
              .end())
      .put(EnableEbsEncryptionByDefault.class, empty(EnableEbsEncryptionByDefault::new))
      .put(DisableEbsEncryptionByDefault.class, empty(DisableEbsEncryptionByDefault::new))
      .put(GetEbsEncryptionByDefault.class, empty(GetEbsEncryptionByDefault::new))
      .put(
          ModifyEbsDefaultKmsKeyId.class,
          Shape.<ModifyEbsDefaultKmsKeyId>ofRecord(
                  parts -> new ModifyEbsDefaultKmsKeyId(parts.get("KmsKeyId")))
              .required("KmsKeyId", KMS_KEY_ID, ModifyEbsDefaultKmsKeyId::kmsKeyId)
              .end())
      .put(ResetEbsDefaultKmsKeyId.class, empty(ResetEbsDefaultKmsKeyId::new))
      .put(GetEbsDefaultKmsKeyId.class, empty(GetEbsDefaultKmsKeyId::new))
      .end();

  private Requests() {}

  /** The operations whose requests are read and written, by name. */
  static ImmutableMap<String, Request<?>> all() {
    return ALL;
  }

  /** Returns how a request is written. */
  @SuppressWarnings("unchecked") // the table has for each operation the form of its own requests
  static Written<Operation<?>> of(Operation<?> request) {
    Form<Operation<?>> form = (Form<Operation<?>>) entry(request).form();
    return form;
  }

  /** Returns the name of the operation that a request is for. */
  static String nameOf(Operation<?> request) {
    return entry(request).name();
  }

  private static Request<?> entry(Operation<?> request) {
    for (Class<?> type = request.getClass(); type != null; type = type.getSuperclass()) {
      Request<?> form = ALL.get(type.getSimpleName());
      if (form != null && form.operation() == type) {
        return form;
      }
    }
    throw new IllegalArgumentException(request.getClass() + " is no operation of EC2");
  }

  /**
   * How the requests for an operation stand in JSON.
   *
   * @param <O> the operation
   */
  record Request<O extends Operation<?>>(Class<O> operation, Form<O> form) {
    String name() {
      return operation.getSimpleName();
    }
  }

  private static <O> Form<O> empty(Supplier<O> operation) {
    return Shape.<O>ofRecord(parts -> operation.get()).end();
  }

  private static <O> Form<O> ofImage(Function<ImageId, O> operation, Function<O, ImageId> imageId) {
    return Shape.<O>ofRecord(parts -> operation.apply(parts.get("ImageId")))
        .required("ImageId", IMAGE_ID, imageId)
        .end();
  }

  private static <O> Form<O> ofSnapshot(
      Function<SnapshotId, O> operation, Function<O, SnapshotId> snapshotId) {
    return Shape.<O>ofRecord(parts -> operation.apply(parts.get("SnapshotId")))
        .required("SnapshotId", SNAPSHOT_ID, snapshotId)
        .end();
  }

  private static <O> Form<O> ofInstances(
      Function<ImmutableSet<InstanceId>, O> operation,
      Function<O, ImmutableSet<InstanceId>> instanceIds) {
    return Shape.<O>ofRecord(parts -> operation.apply(parts.get("InstanceIds")))
        .required("InstanceIds", set(INSTANCE_ID), instanceIds)
        .end();
  }

  private static <O> Form<O> ofRule(Function<String, O> operation, Function<O, String> identifier) {
    return Shape.<O>ofRecord(parts -> operation.apply(parts.get("Identifier")))
        .required("Identifier", TEXT, identifier)
        .end();
  }

  private static Map.Entry<String, String> entry(Tag tag) {
    return Map.entry(tag.key(), tag.value());
  }

  private static EbsBlockDevice ebs(Parts parts) {
    EbsBlockDevice.Builder ebs = EbsBlockDevice.builder()
        .availabilityZone(parts.<String>find("AvailabilityZone"))
        .encrypted(parts.<Boolean>find("Encrypted"))
        .iops(parts.figure("Iops"))
        .kmsKeyId(parts.find("KmsKeyId"))
        .volumeSize(parts.figure("Size"))
        .snapshotId(parts.find("SnapshotId"))
        .throughput(parts.figure("Throughput"))
        .volumeInitializationRate(parts.figure("VolumeInitializationRate"));
    return ebs.volumeType(parts.find("VolumeType")).build();
  }

  private static PageRequest page(Parts parts) {
    return new PageRequest(parts.figure("MaxResults"), parts.find("NextToken"));
  }

  private static Optional<String> nextToken(Listing<?> listing) {
    return listing.page().nextToken();
  }

  private static Optional<Integer> maxResults(Listing<?> listing) {
    return boxed(listing.page().maxResults());
  }

  /** What is false if it is not told. */
  private static Optional<Boolean> ifTrue(boolean value) {
    return value ? Optional.of(true) : Optional.empty();
  }

  /** EC2's shape CreateVolumePermissionModifications. */
  private record CreateVolumePermissions(
      ImmutableSet<CreateVolumePermission> add, ImmutableSet<CreateVolumePermission> remove) {}

  /** The table while it is written down. */
  private static final class Table {
    private final ImmutableList.Builder<Request<?>> requests = ImmutableList.builder();

    <O extends Operation<?>> Table put(Class<O> operation, Form<O> form) {
      requests.add(new Request<>(operation, form));
      return this;
    }

    ImmutableMap<String, Request<?>> end() {
      return requests.build().stream().collect(toImmutableMap(Request::name, request -> request));
    }
  }
}
