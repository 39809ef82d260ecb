package dev.amikit.jackson;

import static dev.amikit.jackson.Forms.BOOLEAN;
import static dev.amikit.jackson.Forms.INT;
import static dev.amikit.jackson.Forms.TEXT;
import static dev.amikit.jackson.Forms.shared;
import static dev.amikit.jackson.Shapes.ARN;
import static dev.amikit.jackson.Shapes.DEVICE_NAME;
import static dev.amikit.jackson.Shapes.KMS_KEY_ID;
import static dev.amikit.jackson.Shapes.SNAPSHOT_ID;
import static dev.amikit.jackson.Shapes.VOLUME_TYPE;
import static dev.amikit.jackson.Shapes.WORDS;
import static dev.amikit.jackson.Shapes.boxed;

import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.EbsBlockDevice;
import java.util.Optional;

/** The tables of what stands under a device name. */
final class DeviceShapes {
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
      .optional("VolumeType", VOLUME_TYPE, EbsBlockDevice::volumeType, (to, v) -> to.volumeType(v))
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
          .decisive(
              "DeviceName",
              DEVICE_NAME,
              mapping -> Optional.of(mapping.deviceName()),
              (to, v) -> to.deviceName(v))
          .decisive(
              "VirtualName", WORDS, BlockDeviceMapping::virtualName, (to, v) -> to.virtualName(v))
          .end(),
      mapping -> !mapping.isEbs());

  private DeviceShapes() {}
}
