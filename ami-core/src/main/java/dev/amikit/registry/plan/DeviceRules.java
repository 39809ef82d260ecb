package dev.amikit.registry.plan;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static dev.amikit.rule.ErrorCode.BOOT_FOR_VOLUME_TYPE_UNSUPPORTED;
import static dev.amikit.rule.ErrorCode.INVALID_BLOCK_DEVICE_MAPPING;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_DEPENDENCY;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.MISSING_PARAMETER;
import static dev.amikit.rule.ErrorCode.UNKNOWN_VOLUME_TYPE;
import static dev.amikit.rule.MessageTemplate.documented;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.MessageTemplate.recorded;
import static dev.amikit.rule.Rule.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeLimits;
import dev.amikit.id.SnapshotId;
import dev.amikit.rule.Broken;
import dev.amikit.rule.Characters;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** What the devices of RegisterImage, CreateImage and RunInstances are held to, in all three. */
public final class DeviceRules {
  private static final int LEAST_RATE = 100;
  private static final int MOST_RATE = 300;
  private static final int MOST = 152;
  private static final String EBS = ".ebs";

  static final MessageTemplate IOPS_TOO_HIGH =
      recorded("Volume iops of {iops} is too high; maximum is {maximum}.");

  public static final MessageTemplate THROUGHPUT_OF_CREATE_VOLUME =
      recorded("The throughput parameter is not supported for {volumeType} volumes.");

  /**
   * How many devices a request names. EC2 documents no limit of its own, but no instance has more
   * than 128 EBS volumes beside the 24 devices of instance store that there are names for. More are
   * refused as such, and none of them is looked at.
   */
  public static final Rule FEW = rule(
          "requested-device.few",
          "a request names at most 152 devices, which are as many as an instance can have",
          INVALID_PARAMETER_VALUE,
          "EC2 User Guide, Instance volume limits; API reference, BlockDeviceMapping, VirtualName;"
              + " inferred: what no instance can have is asked for by mistake",
          "BDM-10")
      .saying(own("The maximum number of block device mappings specified on a single call is 152"));

  public static final Rule NAME_FORM = rule(
          "requested-device.name-form",
          "a device name is sd, xvd, hd or vd, one or two letters and perhaps a number from"
              + " 1 to 15, with or without /dev/",
          INVALID_BLOCK_DEVICE_MAPPING,
          "EC2 User Guide, Device names; inferred from the names that it recommends",
          "DEV-12",
          "DEV-01")
      .saying(documented("Invalid device name {deviceName}"));

  /** What CreateImage says of a device that is named twice. */
  public static final MessageTemplate ASSIGNED_TWICE =
      quoted("{value} is being assigned to multiple times.");

  public static final Rule NAME_ONCE = rule(
          "requested-device.name-once",
          "a device is named once, a leading /dev/ ignored",
          INVALID_BLOCK_DEVICE_MAPPING,
          "observed: answers of RegisterImage and CreateImage that users quote",
          "BDM-13",
          "BDM-14",
          "BDM-15",
          "DEV-11")
      .saying(
          quoted("The device '{device}' is used in more than one block-device mapping"),
          ASSIGNED_TWICE);

  public static final Rule VIRTUAL_NAME_FORM = rule(
          "requested-device.virtual-name-form",
          "a device without an EBS volume has a virtual name from ephemeral0 to ephemeral23",
          MISSING_PARAMETER,
          "API reference, BlockDeviceMapping, VirtualName; observed: an answer of RunInstances that"
              + " users quote",
          "BDM-05",
          "BDM-06")
      .saying(quoted("The request must contain the parameter ebs"));

  public static final Rule VIRTUAL_NAME_ONCE = rule(
          "requested-device.virtual-name-once",
          "a virtual name stands for one device",
          INVALID_BLOCK_DEVICE_MAPPING,
          "inferred from the device names, which stand once",
          "BDM-16")
      .saying(
          own("The virtual name '{virtualName}' is used in more than one block-device mapping"));

  public static final Rule WITHOUT_PLACE = rule(
          "requested-device.without-place",
          "a device does not say in which Outpost or Availability Zone it is",
          INVALID_BLOCK_DEVICE_MAPPING,
          "API reference, EbsBlockDevice",
          "BDM-34",
          "BDM-35",
          "CREATE-14")
      .saying(own("The parameter {parameter} is not supported in a block device mapping."));

  public static final Rule WITHOUT_LAUNCH_MEMBERS = rule(
          "requested-device.without-launch-members",
          "a device of an image names neither a KMS key nor an initialization rate",
          INVALID_BLOCK_DEVICE_MAPPING,
          "API reference, EbsBlockDevice, KmsKeyId and VolumeInitializationRate",
          "BDM-32",
          "BDM-36",
          "CREATE-14")
      .saying(
          own("The parameter {parameter} is not supported in the block device mapping of an AMI."));

  public static final Rule WITHOUT_ENCRYPTED = rule(
          "requested-device.encryption-from-snapshot",
          "a device of an image that has a snapshot does not say whether it is encrypted",
          INVALID_PARAMETER,
          "API reference, EbsBlockDevice, Encrypted; observed: a recorded answer of RegisterImage",
          "REG-07",
          "REGD-06",
          "CREATE-12",
          "CIM-05")
      .saying(recorded("Parameter encrypted is invalid. You cannot specify the encrypted flag if"
          + " specifying a snapshot id in a block device mapping."));

  public static final Rule KEY_NEEDS_ENCRYPTED = rule(
          "requested-device.key-needs-encrypted",
          "a KMS key is named only where encryption is asked for",
          INVALID_PARAMETER_DEPENDENCY,
          "API reference, EbsBlockDevice, KmsKeyId; observed: an answer of RunInstances that"
              + " users quote",
          "RUN-08",
          "ENC-10",
          "LAUNCH-46")
      .saying(quoted("The parameter KmsKeyId requires the parameter Encrypted to be set."));

  public static final Rule RATE_RANGE = rule(
          "requested-device.rate-range",
          "a volume initialization rate is 100 to 300 MiB/s",
          INVALID_PARAMETER_VALUE,
          "API reference, EbsBlockDevice, VolumeInitializationRate",
          "BDM-36")
      .saying(recorded(
          "The value specified for VolumeInitializationRate is not in the allowed range."));

  public static final Rule RATE_NEEDS_SNAPSHOT = rule(
          "requested-device.rate-needs-snapshot",
          "a volume initialization rate stands only on a volume that is made from a snapshot",
          INVALID_PARAMETER_COMBINATION,
          "API reference, EbsBlockDevice, VolumeInitializationRate",
          "BDM-36")
      .saying(recorded("You can't specify VolumeInitializationRate for volumes that are not created"
          + " from a snapshot."));

  public static final Rule TYPE_KNOWN = rule(
          "requested-device.type-known",
          "a volume type in a request is one of those known",
          UNKNOWN_VOLUME_TYPE,
          "error codes, UnknownVolumeType",
          "VOL-01")
      .saying(recorded("Unsupported volume type '{volumeType}' for volume creation. "));

  public static final Rule SIZE_OR_SNAPSHOT = rule(
          "new-volume.size-or-snapshot",
          "a volume has a size, a snapshot or both",
          INVALID_BLOCK_DEVICE_MAPPING,
          "API reference, EbsBlockDevice, VolumeSize; observed: an answer of RunInstances"
              + " that users quote",
          "BDM-19",
          "CREATE-11")
      .saying(quoted("Either snapshot ID or volume size must be provided for: {deviceNames}"));

  public static final Rule NOT_SMALLER = rule(
          "new-volume.not-smaller-than-snapshot",
          "a volume is at least as large as its snapshot",
          INVALID_BLOCK_DEVICE_MAPPING,
          "API reference, EbsBlockDevice, VolumeSize; observed: an answer of RunInstances"
              + " that users quote",
          "REG-09",
          "BDM-24",
          "LAUNCH-22")
      .saying(quoted("Volume of size {volumeSize}GB is smaller than snapshot '{snapshotId}', expect"
          + " size >= {snapshotSize}GB"));

  public static final Rule SIZE_RANGE = rule(
          "new-volume.size-range",
          "the size of a volume lies within the limits of its type",
          INVALID_PARAMETER_VALUE,
          "EBS User Guide, Volume types",
          "VOL-02",
          "ROOT-07",
          "REGD-10")
      .saying(VolumeLimits.SIZE_TOO_SMALL, VolumeLimits.SIZE_TOO_LARGE);

  public static final Rule IOPS_NEEDED = rule(
          "new-volume.iops-needed",
          "an io1 or io2 volume says how many IOPS it has",
          INVALID_PARAMETER_COMBINATION,
          "API reference, EbsBlockDevice, Iops",
          "VOL-04")
      .saying(quoted("The parameter iops must be specified for {volumeType} volumes."));

  public static final Rule IOPS_ALLOWED = rule(
          "new-volume.iops-allowed",
          "only gp3, io1 and io2 volumes take IOPS",
          INVALID_PARAMETER_COMBINATION,
          "API reference, EbsBlockDevice, Iops; observed: a recorded answer of CreateVolume,"
              + " September 2026",
          "VOL-05",
          "RUN-06")
      .saying(recorded("The parameter iops is not supported for {volumeType} volumes."));

  public static final Rule IOPS_RANGE = rule(
          "new-volume.iops-range",
          "IOPS lie within the limits of the volume type; of gp3, 100 and more become 3,000",
          INVALID_PARAMETER_VALUE,
          "API reference, EbsBlockDevice, Iops",
          "VOL-06")
      .saying(recorded("Volume iops of {iops} is too low; minimum is {minimum}."), IOPS_TOO_HIGH);

  public static final Rule IOPS_PER_SIZE = rule(
          "new-volume.iops-per-size",
          "IOPS are at most 500 (gp3), 50 (io1) or 1,000 (io2) for each GiB",
          INVALID_PARAMETER_VALUE,
          "EBS User Guide, Volume types",
          "VOL-07",
          "VOL-12")
      .saying(recorded("Iops to volume size ratio of {ratio} is too high; maximum is {maximum}"));

  public static final Rule THROUGHPUT_ALLOWED = rule(
          "new-volume.throughput-allowed",
          "only gp3 volumes take a throughput",
          INVALID_PARAMETER_COMBINATION,
          "API reference, EbsBlockDevice, Throughput",
          "VOL-10")
      .saying(
          quoted("throughput can only be specified for volumeType gp3"),
          THROUGHPUT_OF_CREATE_VOLUME);

  public static final Rule THROUGHPUT_RANGE = rule(
          "new-volume.throughput-range",
          "the throughput of a gp3 volume is at most 2,000 MiB/s; less than 125 becomes 125",
          INVALID_PARAMETER_VALUE,
          "API reference, EbsBlockDevice, Throughput",
          "VOL-10")
      .saying(recorded("Volume throughput of {throughput} is too high; maximum is {maximum}."));

  public static final Rule THROUGHPUT_PER_IOPS = rule(
          "new-volume.throughput-per-iops",
          "a gp3 volume has at most 0.25 MiB/s for each of its IOPS",
          INVALID_PARAMETER_VALUE,
          "EBS User Guide, Volume types",
          "VOL-11",
          "VOL-12")
      .saying(
          recorded("Throughput (MiBps) to iops ratio of {ratio} is too high; maximum is 0.250000"
              + " MiBps per iops"));

  public static final Rule BOOTABLE = rule(
      "new-volume.bootable",
      "a root volume is not of type st1 or sc1",
      BOOT_FOR_VOLUME_TYPE_UNSUPPORTED,
      "EBS User Guide, Volume types; error codes",
      "VOL-13",
      "REGD-11");

  private DeviceRules() {}

  /** Whether devices are so many that they are not looked at one by one. */
  public static boolean areTooMany(ImmutableList<BlockDeviceMapping> devices) {
    return devices.size() > MOST;
  }

  /** What is said of devices that are too many. */
  public static ImmutableList<Violation> tooMany(ImmutableList<BlockDeviceMapping> devices) {
    return ImmutableList.of(FEW.brokenBy("blockDeviceMappings", devices.size() + " devices"));
  }

  /** What is wrong with the form of devices that an image is to have. */
  public static ImmutableList<Violation> malformedInImage(
      ImmutableList<BlockDeviceMapping> devices) {
    if (areTooMany(devices)) {
      return tooMany(devices);
    }
    Broken broken = Broken.NOTHING.and(malformed(devices));
    for (int i = 0; i < devices.size(); i++) {
      if (devices.get(i).isEbs()) {
        for (Violation violation : malformedInImage(devices.get(i).ebs().get())) {
          broken = broken.and(violation.within(path(i) + EBS));
        }
      }
    }
    return broken.violations();
  }

  private static ImmutableList<Violation> malformedInImage(EbsBlockDevice ebs) {
    Broken broken = Broken.NOTHING;
    if (ebs.kmsKeyId().isPresent()) {
      broken =
          broken.and(WITHOUT_LAUNCH_MEMBERS.brokenBy("kmsKeyId", ebs.kmsKeyId().get()));
    }
    if (ebs.volumeInitializationRate().isPresent()) {
      broken = broken.and(WITHOUT_LAUNCH_MEMBERS.brokenBy(
          "volumeInitializationRate", ebs.volumeInitializationRate().getAsInt()));
    }
    if (ebs.snapshotId().isPresent() && ebs.encrypted().isPresent()) {
      broken =
          broken.and(WITHOUT_ENCRYPTED.brokenBy("encrypted", ebs.encrypted().get()));
    }
    return broken.violations();
  }

  /** What is wrong with the form of devices that an instance is to have. */
  public static ImmutableList<Violation> malformedInLaunch(
      ImmutableList<BlockDeviceMapping> devices) {
    if (areTooMany(devices)) {
      return tooMany(devices);
    }
    Broken broken = Broken.NOTHING.and(malformed(devices));
    for (int i = 0; i < devices.size(); i++) {
      if (devices.get(i).isEbs()) {
        for (Violation violation : malformedInLaunch(devices.get(i).ebs().get())) {
          broken = broken.and(violation.within(path(i) + EBS));
        }
      }
    }
    return broken.violations();
  }

  /** What is wrong with the form of a volume that an instance is to have, by its members. */
  public static ImmutableList<Violation> malformedInLaunch(EbsBlockDevice ebs) {
    Broken broken = Broken.NOTHING;
    if (ebs.kmsKeyId().isPresent() && !ebs.isEncrypted()) {
      broken =
          broken.and(KEY_NEEDS_ENCRYPTED.brokenBy("kmsKeyId", ebs.kmsKeyId().get()));
    }
    OptionalInt rate = ebs.volumeInitializationRate();
    if (rate.isPresent() && (rate.getAsInt() < LEAST_RATE || rate.getAsInt() > MOST_RATE)) {
      broken = broken.and(RATE_RANGE
          .brokenBy("volumeInitializationRate", rate.getAsInt())
          .hinting("%d to %d MiB/s".formatted(LEAST_RATE, MOST_RATE)));
    }
    return broken.violations();
  }

  /** An initialization rate of a volume that is made from no snapshot. */
  public static ImmutableList<Violation> rateWithoutSnapshot(
      EbsBlockDevice requested, Optional<SnapshotId> snapshotId, String path) {
    OptionalInt rate = requested.volumeInitializationRate();
    return rate.isPresent() && snapshotId.isEmpty()
        ? ImmutableList.of(
            RATE_NEEDS_SNAPSHOT.brokenBy(path + ".volumeInitializationRate", rate.getAsInt()))
        : ImmutableList.of();
  }

  private static ImmutableList<Violation> malformed(ImmutableList<BlockDeviceMapping> devices) {
    Broken broken = Broken.NOTHING.and(repeated(devices));
    Set<String> virtualNames = new HashSet<>();
    for (int i = 0; i < devices.size(); i++) {
      BlockDeviceMapping device = devices.get(i);
      if (device.virtualName().isPresent()) {
        String name = device.virtualName().get();
        if (!VirtualName.FORM.matcher(name).matches()) {
          broken = broken.and(VIRTUAL_NAME_FORM.brokenBy(path(i) + ".virtualName", name));
        } else if (!virtualNames.add(name)) {
          broken = broken.and(VIRTUAL_NAME_ONCE.brokenBy(path(i) + ".virtualName", name));
        }
      }
      if (device.noDevice().isPresent()) {
        broken = broken.and(
            Characters.malformed(path(i) + ".noDevice", device.noDevice().get()));
      }
      if (device.isEbs()) {
        for (Violation violation : malformed(device.ebs().get())) {
          broken = broken.and(violation.within(path(i) + EBS));
        }
      }
    }
    return broken.violations();
  }

  /** What is wrong with the form of a volume of a request, by its members. */
  public static ImmutableList<Violation> malformed(EbsBlockDevice ebs) {
    Broken broken = Broken.NOTHING;
    if (ebs.outpostArn().isPresent()) {
      broken = broken.and(WITHOUT_PLACE.brokenBy("outpostArn", ebs.outpostArn().get()));
    }
    if (ebs.availabilityZone().isPresent()) {
      broken = broken.and(
          WITHOUT_PLACE.brokenBy("availabilityZone", ebs.availabilityZone().get()));
    }
    if (ebs.availabilityZoneId().isPresent()) {
      broken = broken.and(
          WITHOUT_PLACE.brokenBy("availabilityZoneId", ebs.availabilityZoneId().get()));
    }
    if (ebs.volumeType().isPresent() && !ebs.volumeType().get().isKnown()) {
      broken = broken.and(TYPE_KNOWN.brokenBy("volumeType", ebs.volumeType().get()));
    }
    return broken.violations();
  }

  /** The devices whose names have no form that requests may use, but for names already there. */
  public static ImmutableList<Violation> misnamed(
      ImmutableList<BlockDeviceMapping> devices, ImmutableSet<DeviceName> present) {
    Broken broken = Broken.NOTHING;
    for (int i = 0; i < devices.size(); i++) {
      DeviceName name = devices.get(i).deviceName();
      if (!name.isAcceptedInRequests() && !present.contains(name)) {
        broken = broken.and(NAME_FORM.brokenBy(path(i) + ".deviceName", name));
      }
    }
    return broken.violations();
  }

  /** The devices that were named before, but for a leading {@code /dev/}. */
  private static ImmutableList<Violation> repeated(ImmutableList<BlockDeviceMapping> devices) {
    Broken broken = Broken.NOTHING;
    Set<String> names = new HashSet<>();
    for (int i = 0; i < devices.size(); i++) {
      DeviceName name = devices.get(i).deviceName();
      if (!names.add(name.withoutDev())) {
        broken = broken.and(namedBefore(i, name));
      }
    }
    return broken.violations();
  }

  /** The devices whose names differ from one that is there only by a leading {@code /dev/}. */
  public static ImmutableList<Violation> clashing(
      ImmutableList<BlockDeviceMapping> devices, ImmutableSet<DeviceName> present) {
    if (devices.isEmpty()) {
      return ImmutableList.of();
    }
    ImmutableSet<String> taken =
        present.stream().map(DeviceName::withoutDev).collect(toImmutableSet());
    Broken broken = Broken.NOTHING;
    for (int i = 0; i < devices.size(); i++) {
      DeviceName name = devices.get(i).deviceName();
      if (devices.get(i).noDevice().isEmpty()
          && !present.contains(name)
          && taken.contains(name.withoutDev())) {
        broken = broken.and(namedBefore(i, name));
      }
    }
    return broken.violations();
  }

  /** EC2 names the device without a leading {@code /dev/}. */
  private static Violation namedBefore(int index, DeviceName name) {
    return NAME_ONCE.brokenBy(path(index) + ".deviceName", name).with("device", name.withoutDev());
  }

  public static String path(int index) {
    return "blockDeviceMappings[" + index + "]";
  }

  /** Where some devices name a snapshot first. */
  public static String path(ImmutableList<BlockDeviceMapping> devices, SnapshotId id) {
    int index = Iterables.indexOf(devices, device -> device.snapshotId().equals(Optional.of(id)));
    return path(index) + EBS + ".snapshotId";
  }

  /** The path of the volume of a device that is among some. */
  public static String path(ImmutableList<BlockDeviceMapping> devices, DeviceName name) {
    return path(Iterables.indexOf(devices, device -> device.deviceName().equals(name))) + EBS;
  }

  /** Made for the first device of instance store; many a program names none. */
  private static final class VirtualName {
    static final Pattern FORM = Pattern.compile("ephemeral(1?[0-9]|2[0-3])");
  }
}
