package dev.amikit.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.account.ManagedBy;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.allowed.ImageWatermarkFilter;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchResourceType;
import dev.amikit.fastlaunch.FastLaunchState;
import dev.amikit.fastlaunch.LaunchTemplateSpecification;
import dev.amikit.id.AccountId;
import dev.amikit.id.Arn;
import dev.amikit.id.FastLaunchId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KernelId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.ProductCode;
import dev.amikit.id.ProductCodeType;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.Region;
import dev.amikit.id.S3ObjectId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.UserId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.DeviceType;
import dev.amikit.image.Hypervisor;
import dev.amikit.image.ImageAttribute;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.ImageName;
import dev.amikit.image.ImageType;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.Platform;
import dev.amikit.image.SriovNetSupport;
import dev.amikit.image.StateReason;
import dev.amikit.image.TpmSupport;
import dev.amikit.image.VirtualizationType;
import dev.amikit.image.WatermarkKey;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.account.AllowedImagesState;
import dev.amikit.registry.image.DeleteSnapshotReturnCode;
import dev.amikit.registry.image.DeleteSnapshotReturnCode.ReturnCode;
import dev.amikit.registry.image.ImageAncestryEntry;
import dev.amikit.registry.instance.InstanceImageMetadata;
import dev.amikit.registry.instance.InstanceStateChange;
import dev.amikit.registry.instance.Reservation;
import dev.amikit.registry.instance.VolumeAttachmentChange;
import dev.amikit.registry.recyclebin.ImageRecycleBinInfo;
import dev.amikit.registry.recyclebin.RuleSummary;
import dev.amikit.registry.recyclebin.SnapshotRecycleBinInfo;
import dev.amikit.registry.snapshot.LockedSnapshotsInfo;
import dev.amikit.registry.snapshot.SnapshotRestoration;
import dev.amikit.registry.snapshot.SnapshotTierStatus;
import dev.amikit.registry.snapshot.SnapshotTiering;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.RetentionRule.RuleLockState;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.tag.TagDescription;
import dev.amikit.rule.RefusedException;
import dev.amikit.s3.S3ObjectTag;
import dev.amikit.s3.StoreImageTask;
import dev.amikit.s3.StoreTaskState;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.LockState;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotAttribute;
import dev.amikit.snapshot.SnapshotAttributeName;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.SseType;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperationStatus;
import dev.amikit.snapshot.TransferType;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import dev.amikit.usage.ImageReferenceResourceType;
import dev.amikit.usage.ImageUsageReport;
import dev.amikit.usage.ImageUsageReportEntry;
import dev.amikit.usage.ImageUsageReportState;
import dev.amikit.usage.ResourceReference;
import dev.amikit.usage.ResourceTypeOption;
import dev.amikit.usage.ResourceTypeRequest;
import java.io.IOException;
import java.util.function.Function;

/**
 * Teaches an {@code ObjectMapper} the values of the library, so that they can be members of a
 * user's own types: {@code new ObjectMapper().registerModule(new AmiModule())}.
 *
 * <p>Images and their parts, and what EC2 tells of snapshots, instances, volumes, tags, retention
 * rules and settings, stand in the JSON that the AWS CLI prints, whatever naming or inclusion the
 * mapper has otherwise. IDs, names and words are strings, and may be the keys of maps. Instances,
 * volumes and locked snapshots are written only, since EC2 tells less of them than they hold.
 *
 * <p>Every other type of the library is refused with an {@code InvalidDefinitionException}, for
 * writing and for reading: requests, commands, events, states, pages. None is written in part. A
 * mapper without this module refuses images, snapshots, their IDs and whatever else is no record,
 * but writes records of the library by their components, and words of theirs as {@code {"word":
 * …}}, which is not EC2's JSON.
 *
 * <p>What breaks a rule is refused with a {@code JsonMappingException}, whose cause is the
 * {@link RefusedException} that tells all rules broken. Members that the library does not know are
 * refused or passed over as {@code FAIL_ON_UNKNOWN_PROPERTIES} says; to get hold of them, read with
 * {@link AmiJson}.
 */
public final class AmiModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /** Makes the module, to be handed to {@code ObjectMapper.registerModule}. */
  public AmiModule() {
    super("amikit");
    add(Ami.class, ImageShapes.AMI);
    add(ImageAttribute.class, ImageShapes.IMAGE_ATTRIBUTE);
    add(ImageWatermark.class, ImageShapes.IMAGE_WATERMARK);
    add(ImageAncestryEntry.class, ImageShapes.IMAGE_ANCESTRY_ENTRY);
    add(DeleteSnapshotReturnCode.class, ImageShapes.DELETE_SNAPSHOT_RETURN_CODE);
    add(Snapshot.class, SnapshotShapes.SNAPSHOT);
    add(SnapshotAttribute.class, SnapshotShapes.SNAPSHOT_ATTRIBUTE);
    add(SnapshotTierStatus.class, SnapshotShapes.SNAPSHOT_TIER_STATUS);
    addWritten(SnapshotTiering.class, SnapshotShapes.SNAPSHOT_TIERING);
    addWritten(SnapshotRestoration.class, SnapshotShapes.SNAPSHOT_RESTORATION);
    addWritten(LockedSnapshotsInfo.class, SnapshotShapes.LOCKED_SNAPSHOTS_INFO);
    add(StoreImageTask.class, S3Shapes.STORE_IMAGE_TASK);
    add(S3ObjectTag.class, S3Shapes.S3_OBJECT_TAG);
    add(FastLaunch.class, FastLaunchShapes.FAST_LAUNCH);
    add(LaunchTemplateSpecification.class, FastLaunchShapes.LAUNCH_TEMPLATE);
    add(BlockDeviceMapping.class, DeviceShapes.BLOCK_DEVICE_MAPPING);
    add(EbsBlockDevice.class, DeviceShapes.EBS);
    add(StateReason.class, Shapes.STATE_REASON);
    add(ProductCode.class, Shapes.PRODUCT_CODE);
    add(LaunchPermission.class, PermissionShapes.LAUNCH_PERMISSION);
    add(CreateVolumePermission.class, PermissionShapes.CREATE_VOLUME_PERMISSION);
    add(Tag.class, Shapes.TAG);
    add(Tags.class, Shapes.TAGS);
    add(TagDescription.class, Shapes.TAG_DESCRIPTION);
    addWritten(Instance.class, InstanceShapes.INSTANCE);
    addWritten(Reservation.class, InstanceShapes.RESERVATION);
    addWritten(InstanceStateChange.class, InstanceShapes.INSTANCE_STATE_CHANGE);
    addWritten(VolumeAttachmentChange.class, InstanceShapes.VOLUME_ATTACHMENT_CHANGE);
    addWritten(Volume.class, InstanceShapes.VOLUME);
    add(InstanceImageMetadata.class, InstanceShapes.INSTANCE_IMAGE_METADATA);
    add(ImageRecycleBinInfo.class, RecycleBinShapes.IMAGE_RECYCLE_BIN_INFO);
    add(SnapshotRecycleBinInfo.class, RecycleBinShapes.SNAPSHOT_RECYCLE_BIN_INFO);
    add(RetentionRule.class, RecycleBinShapes.RETENTION_RULE);
    add(RuleSummary.class, RecycleBinShapes.RULE_SUMMARY);
    add(AllowedImagesState.class, AccountShapes.ALLOWED_IMAGES_STATE);
    add(AllowedImagesSettings.class, AccountShapes.ALLOWED_IMAGES_SETTINGS);
    add(ImageCriterion.class, AccountShapes.IMAGE_CRITERION);
    add(ImageWatermarkFilter.class, AccountShapes.IMAGE_WATERMARK_FILTER);
    add(ImageUsageReport.class, UsageShapes.IMAGE_USAGE_REPORT);
    add(ImageUsageReportEntry.class, UsageShapes.IMAGE_USAGE_REPORT_ENTRY);
    add(ResourceReference.class, UsageShapes.RESOURCE_REFERENCE);
    add(ResourceTypeRequest.class, UsageShapes.RESOURCE_TYPE_REQUEST);
    add(ResourceTypeOption.class, UsageShapes.RESOURCE_TYPE_OPTION);
    addText(ImageId.class, ImageId::of);
    addText(SnapshotId.class, SnapshotId::of);
    addText(VolumeId.class, VolumeId::of);
    addText(InstanceId.class, InstanceId::of);
    addText(S3ObjectId.class, S3ObjectId::parse);
    addText(FastLaunchId.class, FastLaunchId::parse);
    addText(ImageUsageReportId.class, ImageUsageReportId::of);
    addText(KernelId.class, KernelId::of);
    addText(RamdiskId.class, RamdiskId::of);
    addText(AccountId.class, AccountId::of);
    addText(UserId.class, UserId::of);
    addText(Region.class, Region::of);
    addText(Arn.class, Arn::parse);
    addText(KmsKeyId.class, KmsKeyId::of);
    addText(OrganizationArn.class, OrganizationArn::of);
    addText(OrganizationalUnitArn.class, OrganizationalUnitArn::of);
    addText(DeviceName.class, DeviceName::of);
    addText(ImageName.class, ImageName::of);
    addText(WatermarkKey.class, WatermarkKey::parse);
    addText(DeregistrationProtection.class, DeregistrationProtection::parse);
    addText(AmiState.class, AmiState::of);
    addText(ImageType.class, ImageType::of);
    addText(Platform.class, Platform::of);
    addText(OwnerAlias.class, OwnerAlias::of);
    addText(ProductCodeType.class, ProductCodeType::of);
    addText(StoreTaskState.class, StoreTaskState::of);
    addText(FastLaunchState.class, FastLaunchState::of);
    addText(FastLaunchResourceType.class, FastLaunchResourceType::of);
    addText(Architecture.class, Architecture::of);
    addText(VirtualizationType.class, VirtualizationType::of);
    addText(Hypervisor.class, Hypervisor::of);
    addText(DeviceType.class, DeviceType::of);
    addText(BootMode.class, BootMode::of);
    addText(TpmSupport.class, TpmSupport::of);
    addText(ImdsSupport.class, ImdsSupport::of);
    addText(SriovNetSupport.class, SriovNetSupport::of);
    addText(VolumeType.class, VolumeType::of);
    addText(SnapshotState.class, SnapshotState::of);
    addText(StorageTier.class, StorageTier::of);
    addText(TransferType.class, TransferType::of);
    addText(SseType.class, SseType::of);
    addText(LockMode.class, LockMode::of);
    addText(LockState.class, LockState::of);
    addText(TieringOperationStatus.class, TieringOperationStatus::of);
    addText(ImageAttributeName.class, ImageAttributeName::of);
    addText(SnapshotAttributeName.class, SnapshotAttributeName::of);
    addText(BlockPublicAccess.class, BlockPublicAccess::of);
    addText(AllowedImagesSettings.State.class, AllowedImagesSettings.State::of);
    add(ManagedBy.class, AccountShapes.MANAGED_BY);
    addText(ImageUsageReportState.class, ImageUsageReportState::of);
    addText(ImageReferenceResourceType.class, ImageReferenceResourceType::of);
    addText(ReturnCode.class, ReturnCode::of);
    add(InstanceState.class, InstanceShapes.STATE_NAME);
    add(ResourceType.class, RecycleBinShapes.RESOURCE_TYPE);
    add(RuleLockState.class, RecycleBinShapes.LOCK_STATE);
    setSerializerModifier(new Others.Writing());
    setDeserializerModifier(new Others.Reading());
  }

  private <T> void add(Class<T> type, Form<T> form) {
    addWritten(type, form);
    addDeserializer(type, new FormDeserializer<>(type, form));
  }

  private <T> void addWritten(Class<T> type, Written<T> written) {
    addSerializer(type, new FormSerializer<>(type, written));
  }

  private <T> void addText(Class<T> type, Function<String, T> of) {
    add(type, Forms.text(of));
    addKeySerializer(type, new JsonSerializer<T>() {
      @Override
      public void serialize(T value, JsonGenerator out, SerializerProvider provider)
          throws IOException {
        out.writeFieldName(value.toString());
      }
    });
    addKeyDeserializer(type, new KeyDeserializer() {
      @Override
      public Object deserializeKey(String key, DeserializationContext context) throws IOException {
        try {
          return of.apply(key);
        } catch (RefusedException refused) {
          return context.handleWeirdKey(type, key, "%s", refused.getMessage());
        }
      }
    });
  }
}
