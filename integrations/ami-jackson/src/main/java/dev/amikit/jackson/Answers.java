package dev.amikit.jackson;

import static dev.amikit.jackson.AccountShapes.ALLOWED_IMAGES_SETTINGS_STATE;
import static dev.amikit.jackson.AccountShapes.ALLOWED_IMAGES_STATE;
import static dev.amikit.jackson.AccountShapes.BLOCK_PUBLIC_ACCESS;
import static dev.amikit.jackson.AccountShapes.IMAGE_BLOCK_PUBLIC_ACCESS_STATE;
import static dev.amikit.jackson.AccountShapes.SNAPSHOT_BLOCK_PUBLIC_ACCESS_STATE;
import static dev.amikit.jackson.FastLaunchShapes.FAST_LAUNCH;
import static dev.amikit.jackson.Forms.BOOLEAN;
import static dev.amikit.jackson.Forms.TEXT;
import static dev.amikit.jackson.Forms.listed;
import static dev.amikit.jackson.ImageShapes.AMI;
import static dev.amikit.jackson.ImageShapes.DEREGISTRATION;
import static dev.amikit.jackson.ImageShapes.DEREGISTRATION_PROTECTION;
import static dev.amikit.jackson.ImageShapes.IMAGE_ANCESTRY_ENTRY;
import static dev.amikit.jackson.ImageShapes.IMAGE_ATTRIBUTE;
import static dev.amikit.jackson.ImageShapes.WATERMARK_KEY;
import static dev.amikit.jackson.InstanceShapes.INSTANCE_IMAGE_METADATA;
import static dev.amikit.jackson.InstanceShapes.INSTANCE_STATE_CHANGE;
import static dev.amikit.jackson.InstanceShapes.NEW_VOLUME;
import static dev.amikit.jackson.InstanceShapes.RESERVATION;
import static dev.amikit.jackson.InstanceShapes.VOLUME;
import static dev.amikit.jackson.InstanceShapes.VOLUME_ATTACHMENT_CHANGE;
import static dev.amikit.jackson.RecycleBinShapes.IMAGE_RECYCLE_BIN_INFO;
import static dev.amikit.jackson.RecycleBinShapes.RETENTION_RULE;
import static dev.amikit.jackson.RecycleBinShapes.RULE_SUMMARY;
import static dev.amikit.jackson.RecycleBinShapes.SNAPSHOT_RECYCLE_BIN_INFO;
import static dev.amikit.jackson.S3Shapes.OBJECT_KEY;
import static dev.amikit.jackson.S3Shapes.STORE_IMAGE_TASK;
import static dev.amikit.jackson.Shapes.IMAGE_ID;
import static dev.amikit.jackson.Shapes.KMS_KEY_ID;
import static dev.amikit.jackson.Shapes.SNAPSHOT_ID;
import static dev.amikit.jackson.Shapes.TAG;
import static dev.amikit.jackson.Shapes.TAG_DESCRIPTION;
import static dev.amikit.jackson.Shapes.unlessEmpty;
import static dev.amikit.jackson.SnapshotShapes.LOCKED_SNAPSHOTS_INFO;
import static dev.amikit.jackson.SnapshotShapes.SNAPSHOT;
import static dev.amikit.jackson.SnapshotShapes.SNAPSHOT_ATTRIBUTE;
import static dev.amikit.jackson.SnapshotShapes.SNAPSHOT_INFO;
import static dev.amikit.jackson.SnapshotShapes.SNAPSHOT_LOCK;
import static dev.amikit.jackson.SnapshotShapes.SNAPSHOT_RESTORATION;
import static dev.amikit.jackson.SnapshotShapes.SNAPSHOT_TIERING;
import static dev.amikit.jackson.SnapshotShapes.SNAPSHOT_TIER_STATUS;
import static dev.amikit.jackson.UsageShapes.IMAGE_USAGE_REPORT;
import static dev.amikit.jackson.UsageShapes.IMAGE_USAGE_REPORT_ENTRY;
import static dev.amikit.jackson.UsageShapes.IMAGE_USAGE_REPORT_ID;
import static dev.amikit.jackson.UsageShapes.RESOURCE_REFERENCE;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.id.SnapshotId;
import dev.amikit.page.Page;
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
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Return;
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
import dev.amikit.registry.snapshot.LockSnapshot;
import dev.amikit.registry.snapshot.ModifySnapshotAttribute;
import dev.amikit.registry.snapshot.ModifySnapshotTier;
import dev.amikit.registry.snapshot.ResetSnapshotAttribute;
import dev.amikit.registry.snapshot.RestoreSnapshotTier;
import dev.amikit.registry.snapshot.UnlockSnapshot;
import dev.amikit.registry.tag.CreateTags;
import dev.amikit.registry.tag.DeleteTags;
import dev.amikit.registry.tag.DescribeTags;
import dev.amikit.registry.usage.CreateImageUsageReport;
import dev.amikit.registry.usage.DeleteImageUsageReport;
import dev.amikit.registry.usage.DescribeImageReferences;
import dev.amikit.registry.usage.DescribeImageUsageReportEntries;
import dev.amikit.registry.usage.DescribeImageUsageReports;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tag;
import java.io.IOException;
import java.util.function.Function;

/** How the answers to EC2's operations are printed, operation by operation. */
final class Answers {
  private static final Written<Return> TRUE = (any, out) -> out.writeBoolean(true);

  /** Of these the service model has no members, and the AWS CLI prints nothing. */
  static final Written<Return> NOTHING = (any, out) -> {
    out.writeStartObject();
    out.writeEndObject();
  };

  private static final Written<AllowedImagesSettings> STATE_OF_ALLOWED_IMAGES =
      Outline.<AllowedImagesSettings>empty()
          .required(
              "AllowedImagesSettingsState",
              ALLOWED_IMAGES_SETTINGS_STATE,
              AllowedImagesSettings::state);

  private static final ImmutableMap<Class<?>, Function<Operation<?>, Written<?>>> ANSWERS =
      new Table()
          // Images
          .put(RegisterImage.class, member("ImageId", IMAGE_ID))
          .put(CreateImage.class, member("ImageId", IMAGE_ID))
          .put(CopyImage.class, member("ImageId", IMAGE_ID))
          .put(DeregisterImage.class, DEREGISTRATION)
          .put(DisableImage.class, member("Return", TRUE))
          .put(EnableImage.class, member("Return", TRUE))
          .put(EnableImageDeprecation.class, member("Return", TRUE))
          .put(DisableImageDeprecation.class, member("Return", TRUE))
          .put(
              EnableImageDeregistrationProtection.class,
              member("Return", DEREGISTRATION_PROTECTION))
          .put(
              DisableImageDeregistrationProtection.class,
              member("Return", DEREGISTRATION_PROTECTION))
          .put(AttachImageWatermark.class, member("WatermarkKey", WATERMARK_KEY))
          .put(DetachImageWatermark.class, member("Return", TRUE))
          .put(GetImageAncestry.class, member("ImageAncestryEntries", listed(IMAGE_ANCESTRY_ENTRY)))
          .put(ModifyImageAttribute.class, NOTHING)
          .put(DescribeImageAttribute.class, IMAGE_ATTRIBUTE)
          .put(ResetImageAttribute.class, NOTHING)
          .put(CancelImageLaunchPermission.class, member("Return", TRUE))
          .put(DescribeImages.class, page("Images", AMI))
          // Images in S3
          .put(CreateStoreImageTask.class, OBJECT_KEY)
          .put(DescribeStoreImageTasks.class, page("StoreImageTaskResults", STORE_IMAGE_TASK))
          .put(CreateRestoreImageTask.class, member("ImageId", IMAGE_ID))
          // Fast launch
          .put(EnableFastLaunch.class, FAST_LAUNCH)
          .put(DisableFastLaunch.class, FAST_LAUNCH)
          .put(DescribeFastLaunchImages.class, page("FastLaunchImages", FAST_LAUNCH))
          // Who uses images
          .put(CreateImageUsageReport.class, member("ReportId", IMAGE_USAGE_REPORT_ID))
          .put(DescribeImageUsageReports.class, page("ImageUsageReports", IMAGE_USAGE_REPORT))
          .put(
              DescribeImageUsageReportEntries.class,
              page("ImageUsageReportEntries", IMAGE_USAGE_REPORT_ENTRY))
          .put(DeleteImageUsageReport.class, member("Return", TRUE))
          .put(DescribeImageReferences.class, page("ImageReferences", RESOURCE_REFERENCE))
          // Snapshots
          .put(CreateSnapshot.class, Answers::writeNew)
          .put(CreateSnapshots.class, member("Snapshots", listed(SNAPSHOT_INFO)))
          .putFor(CopySnapshot.class, Answers::copied)
          .put(DeleteSnapshot.class, NOTHING)
          .put(DescribeSnapshots.class, page("Snapshots", SNAPSHOT))
          .put(ModifySnapshotAttribute.class, NOTHING)
          .put(ResetSnapshotAttribute.class, NOTHING)
          .put(DescribeSnapshotAttribute.class, SNAPSHOT_ATTRIBUTE)
          .put(ModifySnapshotTier.class, SNAPSHOT_TIERING)
          .put(RestoreSnapshotTier.class, SNAPSHOT_RESTORATION)
          .put(DescribeSnapshotTierStatus.class, page("SnapshotTierStatuses", SNAPSHOT_TIER_STATUS))
          .put(LockSnapshot.class, SNAPSHOT_LOCK)
          .put(UnlockSnapshot.class, member("SnapshotId", SNAPSHOT_ID))
          .put(DescribeLockedSnapshots.class, page("Snapshots", LOCKED_SNAPSHOTS_INFO))
          // Instances and volumes
          .put(RunInstances.class, RESERVATION)
          .put(StartInstances.class, member("StartingInstances", listed(INSTANCE_STATE_CHANGE)))
          .put(StopInstances.class, member("StoppingInstances", listed(INSTANCE_STATE_CHANGE)))
          .put(
              TerminateInstances.class,
              member("TerminatingInstances", listed(INSTANCE_STATE_CHANGE)))
          .put(DescribeInstances.class, page("Reservations", RESERVATION))
          .put(
              DescribeInstanceImageMetadata.class,
              page("InstanceImageMetadata", INSTANCE_IMAGE_METADATA))
          .put(CreateVolume.class, NEW_VOLUME)
          .put(DeleteVolume.class, NOTHING)
          .put(DescribeVolumes.class, page("Volumes", VOLUME))
          .put(AttachVolume.class, VOLUME_ATTACHMENT_CHANGE)
          .put(DetachVolume.class, VOLUME_ATTACHMENT_CHANGE)
          // Tags
          .put(CreateTags.class, NOTHING)
          .put(DeleteTags.class, NOTHING)
          .put(DescribeTags.class, page("Tags", TAG_DESCRIPTION))
          // The Recycle Bin
          .put(ListImagesInRecycleBin.class, page("Images", IMAGE_RECYCLE_BIN_INFO))
          .put(RestoreImageFromRecycleBin.class, member("Return", TRUE))
          .put(ListSnapshotsInRecycleBin.class, page("Snapshots", SNAPSHOT_RECYCLE_BIN_INFO))
          .put(RestoreSnapshotFromRecycleBin.class, SNAPSHOT)
          .put(CreateRule.class, RETENTION_RULE)
          .put(GetRule.class, RETENTION_RULE)
          .put(ListRules.class, page("Rules", RULE_SUMMARY))
          .put(UpdateRule.class, RETENTION_RULE)
          .put(DeleteRule.class, NOTHING)
          .put(LockRule.class, RETENTION_RULE)
          .put(UnlockRule.class, RETENTION_RULE)
          // Settings of the account
          .put(
              EnableImageBlockPublicAccess.class,
              member("ImageBlockPublicAccessState", BLOCK_PUBLIC_ACCESS))
          .put(
              DisableImageBlockPublicAccess.class,
              member("ImageBlockPublicAccessState", BLOCK_PUBLIC_ACCESS))
          .put(GetImageBlockPublicAccessState.class, IMAGE_BLOCK_PUBLIC_ACCESS_STATE)
          .put(EnableSnapshotBlockPublicAccess.class, member("State", BLOCK_PUBLIC_ACCESS))
          .put(DisableSnapshotBlockPublicAccess.class, member("State", BLOCK_PUBLIC_ACCESS))
          .put(GetSnapshotBlockPublicAccessState.class, SNAPSHOT_BLOCK_PUBLIC_ACCESS_STATE)
          .put(EnableAllowedImagesSettings.class, STATE_OF_ALLOWED_IMAGES)
          .put(DisableAllowedImagesSettings.class, STATE_OF_ALLOWED_IMAGES)
          .put(GetAllowedImagesSettings.class, ALLOWED_IMAGES_STATE)
          .put(
              ReplaceImageCriteriaInAllowedImagesSettings.class,
              Outline.<AllowedImagesSettings>empty().required("ReturnValue", BOOLEAN, any -> true))
          .put(EnableEbsEncryptionByDefault.class, member("EbsEncryptionByDefault", BOOLEAN))
          .put(DisableEbsEncryptionByDefault.class, member("EbsEncryptionByDefault", BOOLEAN))
          .put(GetEbsEncryptionByDefault.class, member("EbsEncryptionByDefault", BOOLEAN))
          .put(ModifyEbsDefaultKmsKeyId.class, member("KmsKeyId", KMS_KEY_ID))
          .put(ResetEbsDefaultKmsKeyId.class, member("KmsKeyId", KMS_KEY_ID))
          .put(GetEbsDefaultKmsKeyId.class, member("KmsKeyId", KMS_KEY_ID))
          .end();

  private Answers() {}

  /** The operations whose answers are printed. */
  static ImmutableSet<Class<?>> operations() {
    return ANSWERS.keySet();
  }

  /** Returns how the answer to a request is printed. */
  @SuppressWarnings("unchecked") // the table has for each operation how its own answer is printed
  static <R> Written<R> to(Operation<R> request) {
    for (Class<?> type = request.getClass(); type != null; type = type.getSuperclass()) {
      Function<Operation<?>, Written<?>> answer = ANSWERS.get(type);
      if (answer != null) {
        return (Written<R>) answer.apply(request);
      }
    }
    throw new IllegalArgumentException(
        request.getClass() + " is no operation whose answer the AWS CLI prints");
  }

  /** An object with one member. */
  private static <V> Written<V> member(String name, Written<V> value) {
    return Outline.<V>empty().required(name, value, any -> any);
  }

  private static <V> Written<Page<V>> page(String list, Written<V> element) {
    return Outline.<Page<V>>empty()
        .required(list, listed(element), Page::items)
        .optional("NextToken", TEXT, Page::nextToken);
  }

  /** A new snapshot tells its progress, even if there is none yet. */
  private static void writeNew(Snapshot snapshot, JsonGenerator out) throws IOException {
    ObjectNode told = (ObjectNode) Json.tree(snapshot, SNAPSHOT);
    if (!told.has("Progress")) {
      told.put("Progress", "");
    }
    out.writeTree(told);
  }

  /** The new snapshot tells the tags that it was asked for with. */
  private static Written<SnapshotId> copied(CopySnapshot request) {
    ImmutableList<Tag> tags = request.tagSpecifications().stream()
        .flatMap(specification -> Streams.stream(specification.tags()))
        .collect(ImmutableList.toImmutableList());
    return Outline.<SnapshotId>empty()
        .optional("Tags", listed(TAG), id -> unlessEmpty(tags))
        .required("SnapshotId", SNAPSHOT_ID, id -> id);
  }

  /** The table while it is written down. */
  private static final class Table {
    private final ImmutableMap.Builder<Class<?>, Function<Operation<?>, Written<?>>> answers =
        ImmutableMap.builder();

    /** An answer that is told by itself. */
    <R> Table put(Class<? extends Operation<R>> operation, Written<R> answer) {
      answers.put(operation, request -> answer);
      return this;
    }

    /** An answer of which the request tells something. */
    <R, O extends Operation<R>> Table putFor(Class<O> operation, Function<O, Written<R>> answer) {
      answers.put(operation, request -> answer.apply(operation.cast(request)));
      return this;
    }

    ImmutableMap<Class<?>, Function<Operation<?>, Written<?>>> end() {
      return answers.buildOrThrow();
    }
  }
}
