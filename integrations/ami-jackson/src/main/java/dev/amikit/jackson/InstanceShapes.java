package dev.amikit.jackson;

import static dev.amikit.jackson.AccountShapes.USER_ID;
import static dev.amikit.jackson.Forms.BOOLEAN;
import static dev.amikit.jackson.Forms.INT;
import static dev.amikit.jackson.Forms.TEXT;
import static dev.amikit.jackson.Forms.TIME;
import static dev.amikit.jackson.Forms.TIME_IN_SECONDS;
import static dev.amikit.jackson.Forms.list;
import static dev.amikit.jackson.Forms.listed;
import static dev.amikit.jackson.Forms.oneOf;
import static dev.amikit.jackson.Forms.text;
import static dev.amikit.jackson.ImageShapes.BOOT_MODE;
import static dev.amikit.jackson.ImageShapes.IMAGE_WATERMARK;
import static dev.amikit.jackson.ImageShapes.SRIOV_NET_SUPPORT;
import static dev.amikit.jackson.ImageShapes.TPM_SUPPORT;
import static dev.amikit.jackson.Shapes.ACCOUNT_ID;
import static dev.amikit.jackson.Shapes.DEVICE_NAME;
import static dev.amikit.jackson.Shapes.IMAGE_ID;
import static dev.amikit.jackson.Shapes.INSTANCE_ID;
import static dev.amikit.jackson.Shapes.KERNEL_ID;
import static dev.amikit.jackson.Shapes.KMS_KEY_ID;
import static dev.amikit.jackson.Shapes.PRODUCT_CODE;
import static dev.amikit.jackson.Shapes.RAMDISK_ID;
import static dev.amikit.jackson.Shapes.STATE_REASON;
import static dev.amikit.jackson.Shapes.TAGS;
import static dev.amikit.jackson.Shapes.VOLUME_ID;
import static dev.amikit.jackson.Shapes.VOLUME_TYPE;
import static dev.amikit.jackson.Shapes.boxed;
import static dev.amikit.jackson.Shapes.unlessEmpty;

import com.google.common.collect.ImmutableList;
import dev.amikit.device.DeviceName;
import dev.amikit.id.AccountId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.UserId;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.DeviceType;
import dev.amikit.image.Hypervisor;
import dev.amikit.image.ImageName;
import dev.amikit.image.Platform;
import dev.amikit.image.VirtualizationType;
import dev.amikit.registry.instance.ImageMetadata;
import dev.amikit.registry.instance.InstanceImageMetadata;
import dev.amikit.registry.instance.InstanceStateChange;
import dev.amikit.registry.instance.Reservation;
import dev.amikit.registry.instance.VolumeAttachmentChange;
import dev.amikit.registry.instance.VolumeAttachmentChange.State;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.state.VolumeState;
import dev.amikit.tag.Tags;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The tables of instances and volumes, as far as the library knows these. */
final class InstanceShapes {
  private static final String ATTACHED = "attached";

  static final Form<InstanceState> STATE_NAME = oneOf(InstanceState.values());

  private static final Form<InstanceState> STATE = Shape.<InstanceState>ofRecord(
          parts -> parts.get("Name"))
      .required("Code", INT, InstanceState::code)
      .required("Name", STATE_NAME, state -> state)
      .end();

  private static final Written<Map.Entry<DeviceName, Instance.Attachment>> BLOCK_DEVICE_MAPPING =
      Outline.<Map.Entry<DeviceName, Instance.Attachment>>empty()
          .required("DeviceName", DEVICE_NAME, Map.Entry::getKey)
          .required(
              "Ebs",
              Outline.<Instance.Attachment>empty()
                  .required("AttachTime", TIME, Instance.Attachment::attachTime)
                  .required(
                      "DeleteOnTermination", BOOLEAN, Instance.Attachment::deleteOnTermination)
                  .required("Status", TEXT, attachment -> ATTACHED)
                  .required("VolumeId", VOLUME_ID, Instance.Attachment::volumeId)
                  .optional("EbsCardIndex", INT, attachment -> boxed(attachment.ebsCardIndex())),
              Map.Entry::getValue);

  /** Where an instance is: in a zone, in no group, and on hosts that it shares. */
  private static final Written<String> PLACEMENT = Outline.<String>empty()
      .required("AvailabilityZone", TEXT, zone -> zone)
      .required("GroupName", TEXT, zone -> "")
      .required("Tenancy", TEXT, zone -> "default");

  /**
   * An instance as DescribeInstances tells it; it is not read, since EC2 tells only its image's ID.
   */
  static final Written<Instance> INSTANCE = Outline.<Instance>empty()
      .required(
          "Architecture", text(Architecture::of), instance -> instance.image().architecture())
      .required(
          "BlockDeviceMappings",
          listed(BLOCK_DEVICE_MAPPING),
          instance -> instance.volumes().entrySet().asList())
      .optional("EnaSupport", BOOLEAN, instance -> instance.image().enaSupport())
      .optional("Hypervisor", text(Hypervisor::of), instance -> instance.image().hypervisor())
      .optional("RootDeviceName", DEVICE_NAME, instance -> instance.image().rootDeviceName())
      .optional(
          "RootDeviceType", text(DeviceType::of), instance -> instance.image().rootDeviceType())
      .optional(
          "SriovNetSupport", SRIOV_NET_SUPPORT, instance -> instance.image().sriovNetSupport())
      .optional("StateReason", STATE_REASON, Instance::stateReason)
      .optional("Tags", TAGS, instance -> unlessEmpty(instance.tags()))
      .optional(
          "VirtualizationType",
          text(VirtualizationType::of),
          instance -> instance.image().virtualizationType())
      .required(
          "MetadataOptions",
          Outline.<Instance>empty()
              .required(
                  "HttpTokens",
                  TEXT,
                  instance -> instance.httpTokensRequired() ? "required" : "optional")
              .required("HttpPutResponseHopLimit", INT, Instance::httpPutResponseHopLimit),
          instance -> instance)
      .optional("BootMode", BOOT_MODE, instance -> instance.image().bootMode())
      .optional("PlatformDetails", TEXT, instance -> instance.image().platformDetails())
      .optional("UsageOperation", TEXT, instance -> instance.image().usageOperation())
      .optional("TpmSupport", TPM_SUPPORT, instance -> instance.image().tpmSupport())
      .optional("CurrentInstanceBootMode", BOOT_MODE, Instance::currentInstanceBootMode)
      .required("InstanceId", INSTANCE_ID, Instance::instanceId)
      .required("ImageId", IMAGE_ID, instance -> instance.image().imageId())
      .required("State", STATE, Instance::state)
      .required("AmiLaunchIndex", INT, Instance::amiLaunchIndex)
      .required("ProductCodes", listed(PRODUCT_CODE), Instance::productCodes)
      .required("InstanceType", TEXT, Instance::instanceType)
      .required("LaunchTime", TIME, Instance::launchTime)
      .optional("Placement", PLACEMENT, Instance::availabilityZone)
      .optional("KernelId", KERNEL_ID, instance -> instance.image().kernelId())
      .optional("RamdiskId", RAMDISK_ID, instance -> instance.image().ramdiskId())
      .optional("Platform", text(Platform::of), instance -> instance.image().platform());

  /** Instances that were launched together. */
  static final Written<Reservation> RESERVATION = Outline.<Reservation>empty()
      .required("ReservationId", TEXT, Reservation::reservationId)
      .required("OwnerId", ACCOUNT_ID, Reservation::ownerId)
      .required("Instances", listed(INSTANCE), Reservation::instances);

  /** What became of the state of an instance. */
  static final Written<InstanceStateChange> INSTANCE_STATE_CHANGE =
      Outline.<InstanceStateChange>empty()
          .required("InstanceId", INSTANCE_ID, InstanceStateChange::instanceId)
          .required("CurrentState", STATE, InstanceStateChange::currentState)
          .required("PreviousState", STATE, InstanceStateChange::previousState);

  /** The answer of AttachVolume and DetachVolume, and what a volume tells of its attachment. */
  static final Written<VolumeAttachmentChange> VOLUME_ATTACHMENT_CHANGE =
      Outline.<VolumeAttachmentChange>empty()
          .required(
              "DeleteOnTermination", BOOLEAN, change -> change.attachment().deleteOnTermination())
          .optional("EbsCardIndex", INT, change -> boxed(change.attachment().ebsCardIndex()))
          .required("VolumeId", VOLUME_ID, VolumeAttachmentChange::volumeId)
          .required("InstanceId", INSTANCE_ID, change -> change.attachment().instanceId())
          .required("Device", DEVICE_NAME, change -> change.attachment().device())
          .required("State", oneOf(State.values()), VolumeAttachmentChange::state)
          .required("AttachTime", TIME, change -> change.attachment().attachTime());

  /** A volume as DescribeVolumes tells it; it is not read, since EC2 does not tell its owner. */
  static final Written<Volume> VOLUME = volume(volume -> Optional.of(attachments(volume)));

  /** The answer of CreateVolume, which does not tell that there are no attachments. */
  static final Written<Volume> NEW_VOLUME = volume(volume -> unlessEmpty(attachments(volume)));

  private static Written<Volume> volume(
      Function<Volume, Optional<ImmutableList<VolumeAttachmentChange>>> attachments) {
    return Outline.<Volume>empty()
        .optional("Iops", INT, volume -> boxed(volume.iops()))
        .optional("Tags", TAGS, volume -> unlessEmpty(volume.tags()))
        .required("VolumeType", VOLUME_TYPE, Volume::volumeType)
        .required("MultiAttachEnabled", BOOLEAN, volume -> false)
        .optional("Throughput", INT, volume -> boxed(volume.throughput()))
        .optional(
            "VolumeInitializationRate", INT, volume -> boxed(volume.volumeInitializationRate()))
        .required("VolumeId", VOLUME_ID, Volume::volumeId)
        .optional("AvailabilityZone", TEXT, Volume::availabilityZone)
        .required("Size", INT, Volume::size)
        .required(
            "SnapshotId",
            TEXT,
            volume -> volume.snapshotId().map(SnapshotId::toString).orElse(""))
        .required("State", oneOf(VolumeState.values()), Volume::state)
        .required("CreateTime", TIME, Volume::createTime)
        .optional("Attachments", listed(VOLUME_ATTACHMENT_CHANGE), attachments)
        .required("Encrypted", BOOLEAN, Volume::isEncrypted)
        .optional("KmsKeyId", KMS_KEY_ID, Volume::kmsKeyId);
  }

  private static ImmutableList<VolumeAttachmentChange> attachments(Volume volume) {
    return volume
        .attachment()
        .map(there -> new VolumeAttachmentChange(volume.volumeId(), there, State.ATTACHED))
        .map(ImmutableList::of)
        .orElse(ImmutableList.of());
  }

  private static final Form<ImageMetadata> IMAGE_METADATA = Shape.<ImageMetadata>ofRecord(parts ->
          new ImageMetadata(
              parts.get("ImageId"),
              parts.find("Name"),
              parts.get("OwnerId"),
              parts
                  .<UserId>find("ImageOwnerAlias")
                  .orElseGet(() -> UserId.of(parts.<AccountId>get("OwnerId"))),
              parts.get("State"),
              parts.find("CreationDate"),
              parts.find("DeprecationTime"),
              parts.find("ImageAllowed"),
              parts.get("IsPublic"),
              parts.all("ImageWatermarks")))
      .required("ImageId", IMAGE_ID, ImageMetadata::imageId)
      .optional("Name", text(ImageName::of), ImageMetadata::name)
      .required("OwnerId", ACCOUNT_ID, ImageMetadata::ownerId)
      .required("State", text(AmiState::of), ImageMetadata::state)
      .optional("ImageOwnerAlias", USER_ID, metadata -> Optional.of(metadata.imageOwnerAlias()))
      .optional("CreationDate", TIME_IN_SECONDS, ImageMetadata::creationDate)
      .optional("DeprecationTime", TIME_IN_SECONDS, ImageMetadata::deprecationTime)
      .optional("ImageAllowed", BOOLEAN, ImageMetadata::imageAllowed)
      .required("IsPublic", BOOLEAN, ImageMetadata::isPublic)
      .many("ImageWatermarks", list(IMAGE_WATERMARK), ImageMetadata::imageWatermarks)
      .end();

  /** What DescribeInstanceImageMetadata tells of an instance and of its image. */
  static final Form<InstanceImageMetadata> INSTANCE_IMAGE_METADATA =
      Shape.<InstanceImageMetadata>ofRecord(parts -> new InstanceImageMetadata(
              parts.get("InstanceId"),
              parts.get("InstanceType"),
              parts.get("LaunchTime"),
              parts.find("AvailabilityZone"),
              parts.get("State"),
              parts.get("OwnerId"),
              parts.<Tags>find("Tags").orElse(Tags.none()),
              parts.get("ImageMetadata")))
          .required("InstanceId", INSTANCE_ID, InstanceImageMetadata::instanceId)
          .required("InstanceType", TEXT, InstanceImageMetadata::instanceType)
          .required("LaunchTime", TIME, InstanceImageMetadata::launchTime)
          .optional("AvailabilityZone", TEXT, InstanceImageMetadata::availabilityZone)
          .required("State", STATE, InstanceImageMetadata::state)
          .required("OwnerId", ACCOUNT_ID, InstanceImageMetadata::ownerId)
          .optional("Tags", TAGS, metadata -> unlessEmpty(metadata.tags()))
          .required("ImageMetadata", IMAGE_METADATA, InstanceImageMetadata::imageMetadata)
          .end();

  private InstanceShapes() {}
}
