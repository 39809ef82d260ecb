package dev.amikit.jackson;

import static dev.amikit.jackson.DeviceShapes.BLOCK_DEVICE_MAPPING;
import static dev.amikit.jackson.Forms.BOOLEAN;
import static dev.amikit.jackson.Forms.TEXT;
import static dev.amikit.jackson.Forms.TIME;
import static dev.amikit.jackson.Forms.TIME_IN_SECONDS;
import static dev.amikit.jackson.Forms.fixed;
import static dev.amikit.jackson.Forms.list;
import static dev.amikit.jackson.Forms.set;
import static dev.amikit.jackson.Forms.shared;
import static dev.amikit.jackson.Forms.text;
import static dev.amikit.jackson.PermissionShapes.LAUNCH_PERMISSION;
import static dev.amikit.jackson.Shapes.ACCOUNT_ID;
import static dev.amikit.jackson.Shapes.DEVICE_NAME;
import static dev.amikit.jackson.Shapes.IMAGE_ID;
import static dev.amikit.jackson.Shapes.INSTANCE_ID;
import static dev.amikit.jackson.Shapes.KERNEL_ID;
import static dev.amikit.jackson.Shapes.OWNER_ALIAS;
import static dev.amikit.jackson.Shapes.PRODUCT_CODE;
import static dev.amikit.jackson.Shapes.RAMDISK_ID;
import static dev.amikit.jackson.Shapes.REGION;
import static dev.amikit.jackson.Shapes.SNAPSHOT_ID;
import static dev.amikit.jackson.Shapes.STATE_REASON;
import static dev.amikit.jackson.Shapes.TAGS;
import static dev.amikit.jackson.Shapes.WORDS;
import static dev.amikit.jackson.Shapes.unlessEmpty;

import com.google.common.collect.ImmutableList;
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
import dev.amikit.image.TpmSupport;
import dev.amikit.image.VirtualizationType;
import dev.amikit.image.WatermarkKey;
import dev.amikit.registry.image.DeleteSnapshotReturnCode;
import dev.amikit.registry.image.DeleteSnapshotReturnCode.ReturnCode;
import dev.amikit.registry.image.ImageAncestryEntry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables of images and of what they are told of. */
final class ImageShapes {
  static final Form<BootMode> BOOT_MODE = text(BootMode::of);
  static final Form<TpmSupport> TPM_SUPPORT = text(TpmSupport::of);
  static final Form<ImdsSupport> IMDS_SUPPORT = text(ImdsSupport::of);
  static final Form<SriovNetSupport> SRIOV_NET_SUPPORT = text(SriovNetSupport::of);
  static final Form<DeregistrationProtection> DEREGISTRATION_PROTECTION =
      shared(text(DeregistrationProtection::parse));
  static final Form<WatermarkKey> WATERMARK_KEY = text(WatermarkKey::parse);
  private static final Form<ReturnCode> RETURN_CODE = text(ReturnCode::of);

  static final Form<ImageWatermark> IMAGE_WATERMARK =
      shared(Shape.<ImageWatermark>ofRecord(parts -> new ImageWatermark(
              parts.get("WatermarkKey"),
              parts.get("SourceImageId"),
              parts.get("SourceImageRegion"),
              parts.get("SourceImageCreationTime"),
              parts.get("WatermarkCreationTime")))
          .required("WatermarkKey", WATERMARK_KEY, ImageWatermark::watermarkKey)
          .required("SourceImageId", IMAGE_ID, ImageWatermark::sourceImageId)
          .required("SourceImageRegion", REGION, ImageWatermark::sourceImageRegion)
          .required("SourceImageCreationTime", TIME, ImageWatermark::sourceImageCreationTime)
          .required("WatermarkCreationTime", TIME, ImageWatermark::watermarkCreationTime)
          .end());

  /** An image as DescribeImages tells it. */
  static final Shape<Ami, ?> AMI = Shape.of(ImageShapes::untold, Ami.Builder::build)
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
          "ImageOwnerAlias", OWNER_ALIAS, Ami::imageOwnerAlias, (to, v) -> to.imageOwnerAlias(v))
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
          "SourceInstanceId", INSTANCE_ID, Ami::sourceInstanceId, (to, v) -> to.sourceInstanceId(v))
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
      .many(
          "ImageWatermarks",
          list(IMAGE_WATERMARK),
          Ami::imageWatermarks,
          (to, v) -> to.imageWatermarks(v))
      .required("ImageId", IMAGE_ID, Ami::imageId, (to, v) -> to.imageId(v))
      .optional("ImageLocation", TEXT, Ami::imageLocation, (to, v) -> to.imageLocation(v))
      .required("State", text(AmiState::of), Ami::state, (to, v) -> to.state(v))
      .required("OwnerId", ACCOUNT_ID, Ami::ownerId, (to, v) -> to.ownerId(v))
      .optional("CreationDate", TIME, Ami::creationDate, (to, v) -> to.creationDate(v))
      .optional("Public", BOOLEAN, ami -> Optional.of(ami.isPublic()), (to, v) -> to.isPublic(v))
      .many("ProductCodes", list(PRODUCT_CODE), Ami::productCodes, (to, v) -> to.productCodes(v))
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
      .alias("launchPermissions", "Public")
      .end();

  /** The answer of DescribeImageAttribute. */
  static final Shape<ImageAttribute, ?> IMAGE_ATTRIBUTE = Shape.of(
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

  /** What GetImageAncestry tells of an image. */
  static final Form<ImageAncestryEntry> IMAGE_ANCESTRY_ENTRY = Shape.<ImageAncestryEntry>ofRecord(
          parts -> new ImageAncestryEntry(
              parts.find("CreationDate"),
              parts.get("ImageId"),
              parts.find("ImageOwnerAlias"),
              parts.find("SourceImageId"),
              parts.find("SourceImageRegion")))
      .optional("CreationDate", TIME, ImageAncestryEntry::creationDate)
      .required("ImageId", IMAGE_ID, ImageAncestryEntry::imageId)
      .optional("ImageOwnerAlias", OWNER_ALIAS, ImageAncestryEntry::imageOwnerAlias)
      .optional("SourceImageId", IMAGE_ID, ImageAncestryEntry::sourceImageId)
      .optional("SourceImageRegion", REGION, ImageAncestryEntry::sourceImageRegion)
      .end();

  /** What became of a snapshot of an image. */
  static final Form<DeleteSnapshotReturnCode> DELETE_SNAPSHOT_RETURN_CODE =
      Shape.<DeleteSnapshotReturnCode>ofRecord(parts ->
              new DeleteSnapshotReturnCode(parts.get("SnapshotId"), parts.get("ReturnCode")))
          .required("SnapshotId", SNAPSHOT_ID, DeleteSnapshotReturnCode::snapshotId)
          .required("ReturnCode", RETURN_CODE, DeleteSnapshotReturnCode::returnCode)
          .end();

  /** The answer of DeregisterImage. */
  static final Form<ImmutableList<DeleteSnapshotReturnCode>> DEREGISTRATION =
      Shape.<ImmutableList<DeleteSnapshotReturnCode>>ofRecord(
              parts -> parts.all("DeleteSnapshotResults"))
          .optional("Return", fixed(BOOLEAN, true), codes -> Optional.of(true))
          .optional("DeleteSnapshotResults", list(DELETE_SNAPSHOT_RETURN_CODE), Shapes::unlessEmpty)
          .end();

  private ImageShapes() {}

  /** An attribute on its own: an object with the member Value, or with none if it was never set. */
  static <V> Form<V> value(Form<V> form) {
    return Shape.of(OfValue<V>::new, (OfValue<V> of) -> of.value)
        .optional("Value", form, Optional::of, (to, v) -> to.value = v)
        .end();
  }

  /** An image of which nothing is told of its launch permissions but whether it is public. */
  private static Ami.Builder untold() {
    return Ami.builder().isPublic(false);
  }

  // What collects the member of an attribute. There may be none.
  private static final class OfValue<V> {
    @Nullable
    V value;
  }
}
