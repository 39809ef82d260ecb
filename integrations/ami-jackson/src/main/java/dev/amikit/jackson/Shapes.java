package dev.amikit.jackson;

import static dev.amikit.jackson.Forms.BOOLEAN;
import static dev.amikit.jackson.Forms.INT;
import static dev.amikit.jackson.Forms.LONG;
import static dev.amikit.jackson.Forms.PERCENT;
import static dev.amikit.jackson.Forms.TEXT;
import static dev.amikit.jackson.Forms.TIME;
import static dev.amikit.jackson.Forms.TIME_IN_SECONDS;
import static dev.amikit.jackson.Forms.list;
import static dev.amikit.jackson.Forms.mapped;
import static dev.amikit.jackson.Forms.set;
import static dev.amikit.jackson.Forms.shared;
import static dev.amikit.jackson.Forms.text;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.Arn;
import dev.amikit.id.ImageId;
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
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.DeviceType;
import dev.amikit.image.Hypervisor;
import dev.amikit.image.ImageAttribute;
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
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotAttribute;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.SseType;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TransferType;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The tables of EC2's shapes, members in the order of the service model. */
final class Shapes {
  static final Form<ImageId> IMAGE_ID = text(ImageId::of);
  static final Form<SnapshotId> SNAPSHOT_ID = text(SnapshotId::of);
  static final Form<KernelId> KERNEL_ID = shared(text(KernelId::of));
  static final Form<RamdiskId> RAMDISK_ID = shared(text(RamdiskId::of));
  static final Form<AccountId> ACCOUNT_ID = shared(text(AccountId::of));
  static final Form<Region> REGION = shared(text(Region::of));
  static final Form<KmsKeyId> KMS_KEY_ID = shared(text(KmsKeyId::of));
  static final Form<Arn> ARN = shared(text(Arn::parse));
  static final Form<DeviceName> DEVICE_NAME = shared(text(DeviceName::of));
  static final Form<BootMode> BOOT_MODE = text(BootMode::of);
  static final Form<TpmSupport> TPM_SUPPORT = text(TpmSupport::of);
  static final Form<ImdsSupport> IMDS_SUPPORT = text(ImdsSupport::of);
  static final Form<SriovNetSupport> SRIOV_NET_SUPPORT = text(SriovNetSupport::of);
  static final Form<DeregistrationProtection> DEREGISTRATION_PROTECTION =
      shared(text(DeregistrationProtection::parse));
  private static final String ALL = "all";
  private static final Form<String> WORDS = shared(TEXT);
  private static final Form<String> GROUP = text(Shapes::all);

  static final Form<Tag> TAG = Shape.of(OfTag::new, OfTag::build)
      .required("Key", WORDS, Tag::key, (to, v) -> to.key = v)
      .required("Value", WORDS, Tag::value, (to, v) -> to.value = v)
      .end();

  static final Form<Tags> TAGS = mapped(list(TAG), Tags::from, ImmutableList::copyOf);

  static final Form<ProductCode> PRODUCT_CODE = shared(Shape.of(
          OfProductCode::new, OfProductCode::build)
      .required("ProductCodeId", TEXT, ProductCode::productCodeId, (to, v) -> to.productCodeId = v)
      .optional(
          "ProductCodeType",
          text(ProductCodeType::of),
          ProductCode::productCodeType,
          (to, v) -> to.productCodeType = Optional.of(v))
      .end());

  static final Form<EbsBlockDevice> EBS = Shape.of(
          EbsBlockDevice::builder, EbsBlockDevice.Builder::build)
      .optional(
          "DeleteOnTermination",
          BOOLEAN,
          EbsBlockDevice::deleteOnTermination,
          (to, v) -> to.deleteOnTermination(v))
      .optional("Iops", INT, ebs -> boxed(ebs.iops()), (to, v) -> to.iops(v))
      .optional("SnapshotId", SNAPSHOT_ID, EbsBlockDevice::snapshotId, (to, v) -> to.snapshotId(v))
      .optional("VolumeSize", INT, ebs -> boxed(ebs.volumeSize()), (to, v) -> to.volumeSize(v))
      .optional(
          "VolumeType",
          text(VolumeType::of),
          EbsBlockDevice::volumeType,
          (to, v) -> to.volumeType(v))
      .optional("KmsKeyId", KMS_KEY_ID, EbsBlockDevice::kmsKeyId, (to, v) -> to.kmsKeyId(v))
      .optional("Throughput", INT, ebs -> boxed(ebs.throughput()), (to, v) -> to.throughput(v))
      .optional("OutpostArn", ARN, EbsBlockDevice::outpostArn, (to, v) -> to.outpostArn(v))
      .optional(
          "AvailabilityZone",
          WORDS,
          EbsBlockDevice::availabilityZone,
          (to, v) -> to.availabilityZone(v))
      .optional("Encrypted", BOOLEAN, EbsBlockDevice::encrypted, (to, v) -> to.encrypted(v))
      .optional(
          "VolumeInitializationRate",
          INT,
          ebs -> boxed(ebs.volumeInitializationRate()),
          (to, v) -> to.volumeInitializationRate(v))
      .optional(
          "AvailabilityZoneId",
          WORDS,
          EbsBlockDevice::availabilityZoneId,
          (to, v) -> to.availabilityZoneId(v))
      .optional(
          "EbsCardIndex", INT, ebs -> boxed(ebs.ebsCardIndex()), (to, v) -> to.ebsCardIndex(v))
      .end();

  static final Form<BlockDeviceMapping> BLOCK_DEVICE_MAPPING = shared(
      Shape.of(BlockDeviceMapping::builder, BlockDeviceMapping.Builder::build)
          .decisive("Ebs", EBS, BlockDeviceMapping::ebs, (to, v) -> to.ebs(v))
          .decisive("NoDevice", TEXT, BlockDeviceMapping::noDevice, (to, v) -> to.noDevice(v))
          .required(
              "DeviceName",
              DEVICE_NAME,
              BlockDeviceMapping::deviceName,
              (to, v) -> to.deviceName(v))
          .decisive(
              "VirtualName", WORDS, BlockDeviceMapping::virtualName, (to, v) -> to.virtualName(v))
          .end(),
      mapping -> !mapping.isEbs());

  static final Form<LaunchPermission> LAUNCH_PERMISSION =
      shared(Shape.of(Shapes::<LaunchPermission>grantees, Shapes::only)
          .decisive(
              "OrganizationArn",
              text(OrganizationArn::of),
              permission -> permission instanceof LaunchPermission.ToOrganization to
                  ? Optional.of(to.organizationArn())
                  : Optional.empty(),
              (to, v) -> to.add(LaunchPermission.organization(v)))
          .decisive(
              "OrganizationalUnitArn",
              text(OrganizationalUnitArn::of),
              permission -> permission instanceof LaunchPermission.ToOrganizationalUnit to
                  ? Optional.of(to.organizationalUnitArn())
                  : Optional.empty(),
              (to, v) -> to.add(LaunchPermission.organizationalUnit(v)))
          .decisive(
              "UserId",
              ACCOUNT_ID,
              permission -> permission instanceof LaunchPermission.ToAccount to
                  ? Optional.of(to.userId())
                  : Optional.empty(),
              (to, v) -> to.add(LaunchPermission.userId(v)))
          .decisive(
              "Group",
              GROUP,
              permission -> permission.isToEveryone() ? Optional.of(ALL) : Optional.empty(),
              (to, v) -> to.add(LaunchPermission.group(v)))
          .end());

  static final Form<CreateVolumePermission> CREATE_VOLUME_PERMISSION =
      shared(Shape.of(Shapes::<CreateVolumePermission>grantees, Shapes::only)
          .decisive(
              "UserId",
              ACCOUNT_ID,
              permission -> permission instanceof CreateVolumePermission.ToAccount to
                  ? Optional.of(to.userId())
                  : Optional.empty(),
              (to, v) -> to.add(CreateVolumePermission.userId(v)))
          .decisive(
              "Group",
              GROUP,
              permission -> permission.isToEveryone() ? Optional.of(ALL) : Optional.empty(),
              (to, v) -> to.add(CreateVolumePermission.group(v)))
          .end());

  static final Form<StateReason> STATE_REASON =
      shared(Shape.of(OfStateReason::new, OfStateReason::build)
          .required("Code", TEXT, StateReason::code, (to, v) -> to.code = v)
          .required("Message", TEXT, StateReason::message, (to, v) -> to.message = v)
          .end());

  static final Form<ImageWatermark> IMAGE_WATERMARK = shared(Shape.of(
          OfImageWatermark::new, OfImageWatermark::build)
      .required(
          "WatermarkKey",
          text(WatermarkKey::parse),
          ImageWatermark::watermarkKey,
          (to, v) -> to.watermarkKey = v)
      .required(
          "SourceImageId", IMAGE_ID, ImageWatermark::sourceImageId, (to, v) -> to.sourceImageId = v)
      .required(
          "SourceImageRegion",
          REGION,
          ImageWatermark::sourceImageRegion,
          (to, v) -> to.sourceImageRegion = v)
      .required(
          "SourceImageCreationTime",
          TIME,
          ImageWatermark::sourceImageCreationTime,
          (to, v) -> to.sourceImageCreationTime = v)
      .required(
          "WatermarkCreationTime",
          TIME,
          ImageWatermark::watermarkCreationTime,
          (to, v) -> to.watermarkCreationTime = v)
      .end());

  /** An image as DescribeImages tells it. */
  static final Shape<Ami, ?> AMI = Shape.of(Shapes::untold, Ami.Builder::build)
      .decisive("PlatformDetails", WORDS, Ami::platformDetails, (to, v) -> to.platformDetails(v))
      .decisive("UsageOperation", WORDS, Ami::usageOperation, (to, v) -> to.usageOperation(v))
      .optional(
          "BlockDeviceMappings",
          list(BLOCK_DEVICE_MAPPING),
          ami -> Optional.of(ami.blockDeviceMappings()),
          (to, v) -> to.blockDeviceMappings(v))
      .optional("Description", TEXT, Ami::description, (to, v) -> to.description(v))
      .optional("EnaSupport", BOOLEAN, Ami::enaSupport, (to, v) -> to.enaSupport(v))
      .optional("Hypervisor", text(Hypervisor::of), Ami::hypervisor, (to, v) -> to.hypervisor(v))
      .optional(
          "ImageOwnerAlias",
          text(OwnerAlias::of),
          Ami::imageOwnerAlias,
          (to, v) -> to.imageOwnerAlias(v))
      .decisive("Name", text(ImageName::of), Ami::name, (to, v) -> to.name(v))
      .decisive("RootDeviceName", DEVICE_NAME, Ami::rootDeviceName, (to, v) -> to.rootDeviceName(v))
      .decisive(
          "RootDeviceType",
          text(DeviceType::of),
          Ami::rootDeviceType,
          (to, v) -> to.rootDeviceType(v))
      .optional(
          "SriovNetSupport",
          SRIOV_NET_SUPPORT,
          Ami::sriovNetSupport,
          (to, v) -> to.sriovNetSupport(v))
      .optional("StateReason", STATE_REASON, Ami::stateReason, (to, v) -> to.stateReason(v))
      .optional("Tags", TAGS, ami -> unlessEmpty(ami.tags()), (to, v) -> to.tags(v))
      .optional(
          "VirtualizationType",
          text(VirtualizationType::of),
          Ami::virtualizationType,
          (to, v) -> to.virtualizationType(v))
      .optional("BootMode", BOOT_MODE, Ami::bootMode, (to, v) -> to.bootMode(v))
      .optional("TpmSupport", TPM_SUPPORT, Ami::tpmSupport, (to, v) -> to.tpmSupport(v))
      .optional("DeprecationTime", TIME, Ami::deprecationTime, (to, v) -> to.deprecationTime(v))
      .optional("ImdsSupport", IMDS_SUPPORT, Ami::imdsSupport, (to, v) -> to.imdsSupport(v))
      .optional(
          "SourceInstanceId",
          text(InstanceId::of),
          Ami::sourceInstanceId,
          (to, v) -> to.sourceInstanceId(v))
      .optional(
          "DeregistrationProtection",
          DEREGISTRATION_PROTECTION,
          Ami::deregistrationProtection,
          (to, v) -> to.deregistrationProtection(v))
      .optional(
          "LastLaunchedTime",
          TIME_IN_SECONDS,
          Ami::lastLaunchedTime,
          (to, v) -> to.lastLaunchedTime(v))
      .optional("ImageAllowed", BOOLEAN, Ami::imageAllowed, (to, v) -> to.imageAllowed(v))
      .decisive("SourceImageId", IMAGE_ID, Ami::sourceImageId, (to, v) -> to.sourceImageId(v))
      .decisive(
          "SourceImageRegion", REGION, Ami::sourceImageRegion, (to, v) -> to.sourceImageRegion(v))
      .optional(
          "FreeTierEligible", BOOLEAN, Ami::freeTierEligible, (to, v) -> to.freeTierEligible(v))
      .optional(
          "PublicSsmParameterName",
          TEXT,
          Ami::publicSsmParameterName,
          (to, v) -> to.publicSsmParameterName(v))
      .optional(
          "ImageWatermarks",
          list(IMAGE_WATERMARK),
          ami -> unlessEmpty(ami.imageWatermarks()),
          (to, v) -> to.imageWatermarks(v))
      .required("ImageId", IMAGE_ID, Ami::imageId, (to, v) -> to.imageId(v))
      .optional("ImageLocation", TEXT, Ami::imageLocation, (to, v) -> to.imageLocation(v))
      .required("State", text(AmiState::of), Ami::state, (to, v) -> to.state(v))
      .required("OwnerId", ACCOUNT_ID, Ami::ownerId, (to, v) -> to.ownerId(v))
      .optional("CreationDate", TIME, Ami::creationDate, (to, v) -> to.creationDate(v))
      .optional("Public", BOOLEAN, ami -> Optional.of(ami.isPublic()), (to, v) -> to.isPublic(v))
      .optional(
          "ProductCodes",
          list(PRODUCT_CODE),
          ami -> unlessEmpty(ami.productCodes()),
          (to, v) -> to.productCodes(v))
      .required(
          "Architecture", text(Architecture::of), Ami::architecture, (to, v) -> to.architecture(v))
      .decisive(
          "ImageType",
          text(ImageType::of),
          ami -> Optional.of(ami.imageType()),
          (to, v) -> to.imageType(v))
      .optional("KernelId", KERNEL_ID, Ami::kernelId, (to, v) -> to.kernelId(v))
      .optional("RamdiskId", RAMDISK_ID, Ami::ramdiskId, (to, v) -> to.ramdiskId(v))
      .decisive("Platform", text(Platform::of), Ami::platform, (to, v) -> to.platform(v))
      .end();

  /** A snapshot as DescribeSnapshots tells it. */
  static final Shape<Snapshot, ?> SNAPSHOT = Shape.of(Snapshot::builder, Snapshot.Builder::build)
      .optional(
          "OwnerAlias", text(OwnerAlias::of), Snapshot::ownerAlias, (to, v) -> to.ownerAlias(v))
      .optional("OutpostArn", ARN, Snapshot::outpostArn, (to, v) -> to.outpostArn(v))
      .optional("Tags", TAGS, snapshot -> unlessEmpty(snapshot.tags()), (to, v) -> to.tags(v))
      .optional(
          "StorageTier", text(StorageTier::of), Snapshot::storageTier, (to, v) -> to.storageTier(v))
      .optional(
          "RestoreExpiryTime",
          TIME,
          Snapshot::restoreExpiryTime,
          (to, v) -> to.restoreExpiryTime(v))
      .optional("SseType", text(SseType::of), Snapshot::sseType, (to, v) -> to.sseType(v))
      .optional(
          "AvailabilityZone", WORDS, Snapshot::availabilityZone, (to, v) -> to.availabilityZone(v))
      .optional(
          "TransferType",
          text(TransferType::of),
          Snapshot::transferType,
          (to, v) -> to.transferType(v))
      .optional(
          "CompletionDurationMinutes",
          INT,
          snapshot -> boxed(snapshot.completionDurationMinutes()),
          (to, v) -> to.completionDurationMinutes(v))
      .optional("CompletionTime", TIME, Snapshot::completionTime, (to, v) -> to.completionTime(v))
      .optional(
          "FullSnapshotSizeInBytes",
          LONG,
          snapshot -> boxed(snapshot.fullSnapshotSizeInBytes()),
          (to, v) -> to.fullSnapshotSizeInBytes(v))
      .required("SnapshotId", SNAPSHOT_ID, Snapshot::snapshotId, (to, v) -> to.snapshotId(v))
      .optional("VolumeId", text(VolumeId::of), Snapshot::volumeId, (to, v) -> to.volumeId(v))
      .required("State", text(SnapshotState::of), Snapshot::state, (to, v) -> to.state(v))
      .optional("StateMessage", TEXT, Snapshot::stateMessage, (to, v) -> to.stateMessage(v))
      .required("StartTime", TIME, Snapshot::startTime, (to, v) -> to.startTime(v))
      .optional(
          "Progress", PERCENT, snapshot -> boxed(snapshot.progress()), (to, v) -> to.progress(v))
      .required("OwnerId", ACCOUNT_ID, Snapshot::ownerId, (to, v) -> to.ownerId(v))
      .optional("Description", TEXT, Snapshot::description, (to, v) -> to.description(v))
      .required("VolumeSize", INT, Snapshot::volumeSize, (to, v) -> to.volumeSize(v))
      .optional("Encrypted", BOOLEAN, Snapshot::encrypted, (to, v) -> to.encrypted(v))
      .optional("KmsKeyId", KMS_KEY_ID, Snapshot::kmsKeyId, (to, v) -> to.kmsKeyId(v))
      .optional(
          "DataEncryptionKeyId",
          TEXT,
          Snapshot::dataEncryptionKeyId,
          (to, v) -> to.dataEncryptionKeyId(v))
      .end();

  /** The answer of DescribeImageAttribute. */
  static final Shape<ImageAttribute, ?> IMAGE_ATTRIBUTES = Shape.of(
          ImageAttribute::builder, ImageAttribute.Builder::build)
      .optional(
          "Description", value(TEXT), ImageAttribute::description, (to, v) -> to.description(v))
      .optional("KernelId", value(KERNEL_ID), ImageAttribute::kernelId, (to, v) -> to.kernelId(v))
      .optional(
          "RamdiskId", value(RAMDISK_ID), ImageAttribute::ramdiskId, (to, v) -> to.ramdiskId(v))
      .optional(
          "SriovNetSupport",
          value(SRIOV_NET_SUPPORT),
          ImageAttribute::sriovNetSupport,
          (to, v) -> to.sriovNetSupport(v))
      .optional("BootMode", value(BOOT_MODE), ImageAttribute::bootMode, (to, v) -> to.bootMode(v))
      .optional(
          "TpmSupport", value(TPM_SUPPORT), ImageAttribute::tpmSupport, (to, v) -> to.tpmSupport(v))
      .optional("UefiData", value(TEXT), ImageAttribute::uefiData, (to, v) -> to.uefiData(v))
      .optional(
          "LastLaunchedTime",
          value(TIME_IN_SECONDS),
          ImageAttribute::lastLaunchedTime,
          (to, v) -> to.lastLaunchedTime(v))
      .optional(
          "ImdsSupport",
          value(IMDS_SUPPORT),
          ImageAttribute::imdsSupport,
          (to, v) -> to.imdsSupport(v))
      .optional(
          "DeregistrationProtection",
          value(DEREGISTRATION_PROTECTION),
          ImageAttribute::deregistrationProtection,
          (to, v) -> to.deregistrationProtection(v))
      .required("ImageId", IMAGE_ID, ImageAttribute::imageId, (to, v) -> to.imageId(v))
      .optional(
          "LaunchPermissions",
          set(LAUNCH_PERMISSION),
          ImageAttribute::launchPermissions,
          (to, v) -> to.launchPermissions(v))
      .optional(
          "ProductCodes",
          list(PRODUCT_CODE),
          ImageAttribute::productCodes,
          (to, v) -> to.productCodes(v))
      .optional(
          "BlockDeviceMappings",
          list(BLOCK_DEVICE_MAPPING),
          ImageAttribute::blockDeviceMappings,
          (to, v) -> to.blockDeviceMappings(v))
      .end();

  /** The answer of DescribeSnapshotAttribute. */
  static final Shape<SnapshotAttribute, ?> SNAPSHOT_ATTRIBUTES = Shape.of(
          OfSnapshotAttribute::new, OfSnapshotAttribute::build)
      .optional(
          "ProductCodes",
          set(PRODUCT_CODE),
          SnapshotAttribute::productCodes,
          (to, v) -> to.productCodes = Optional.of(v))
      .required(
          "SnapshotId", SNAPSHOT_ID, SnapshotAttribute::snapshotId, (to, v) -> to.snapshotId = v)
      .optional(
          "CreateVolumePermissions",
          set(CREATE_VOLUME_PERMISSION),
          SnapshotAttribute::createVolumePermissions,
          (to, v) -> to.createVolumePermissions = Optional.of(v))
      .end();

  private Shapes() {}

  /** An attribute on its own: an object with the member Value, or with none if it was never set. */
  private static <V> Form<V> value(Form<V> form) {
    return Shape.of(OfValue<V>::new, (OfValue<V> of) -> of.value)
        .optional("Value", form, Optional::of, (to, v) -> to.value = v)
        .end();
  }

  /** An image of which nothing is told of its launch permissions but whether it is public. */
  private static Ami.Builder untold() {
    return Ami.builder().isPublic(false);
  }

  private static String all(String group) {
    if (!group.equals(ALL)) {
      throw LaunchPermission.GROUP_IS_ALL.refuse("", group);
    }
    return group;
  }

  private static <P> List<P> grantees() {
    return new ArrayList<>();
  }

  private static <P> P only(List<P> permissions) {
    if (permissions.size() != 1) {
      throw JsonRules.ONE_GRANTEE.refuse("", permissions);
    }
    return permissions.get(0);
  }

  private static <C extends ImmutableCollection<?>> Optional<C> unlessEmpty(C values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(values);
  }

  private static Optional<Tags> unlessEmpty(Tags tags) {
    return tags.isEmpty() ? Optional.empty() : Optional.of(tags);
  }

  private static Optional<Integer> boxed(OptionalInt figure) {
    return figure.isPresent() ? Optional.of(figure.getAsInt()) : Optional.empty();
  }

  private static Optional<Long> boxed(OptionalLong figure) {
    return figure.isPresent() ? Optional.of(figure.getAsLong()) : Optional.empty();
  }

  // What collects the members of values without a builder. The shape sees that none is missing.

  private static final class OfValue<V> {
    @Nullable
    V value;
  }

  private static final class OfTag {
    @Nullable
    String key;

    @Nullable
    String value;

    Tag build() {
      return Tag.of(requireNonNull(key), requireNonNull(value));
    }
  }

  private static final class OfProductCode {
    @Nullable
    String productCodeId;

    Optional<ProductCodeType> productCodeType = Optional.empty();

    ProductCode build() {
      return new ProductCode(requireNonNull(productCodeId), productCodeType);
    }
  }

  private static final class OfStateReason {
    @Nullable
    String code;

    @Nullable
    String message;

    StateReason build() {
      return new StateReason(requireNonNull(code), requireNonNull(message));
    }
  }

  private static final class OfImageWatermark {
    @Nullable
    WatermarkKey watermarkKey;

    @Nullable
    ImageId sourceImageId;

    @Nullable
    Region sourceImageRegion;

    @Nullable
    Instant sourceImageCreationTime;

    @Nullable
    Instant watermarkCreationTime;

    ImageWatermark build() {
      return new ImageWatermark(
          requireNonNull(watermarkKey),
          requireNonNull(sourceImageId),
          requireNonNull(sourceImageRegion),
          requireNonNull(sourceImageCreationTime),
          requireNonNull(watermarkCreationTime));
    }
  }

  private static final class OfSnapshotAttribute {
    @Nullable
    SnapshotId snapshotId;

    Optional<ImmutableSet<CreateVolumePermission>> createVolumePermissions = Optional.empty();
    Optional<ImmutableSet<ProductCode>> productCodes = Optional.empty();

    SnapshotAttribute build() {
      return new SnapshotAttribute(
          requireNonNull(snapshotId), createVolumePermissions, productCodes);
    }
  }
}
