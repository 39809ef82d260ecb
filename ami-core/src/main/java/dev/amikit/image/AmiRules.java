package dev.amikit.image;

import static dev.amikit.image.AmiState.AVAILABLE;
import static dev.amikit.image.AmiState.DEREGISTERED;
import static dev.amikit.image.AmiState.DISABLED;
import static dev.amikit.image.AmiState.FAILED;
import static dev.amikit.image.AmiState.PENDING;
import static dev.amikit.rule.ErrorCode.INVALID_AMI_ID_MALFORMED;
import static dev.amikit.rule.ErrorCode.INVALID_BLOCK_DEVICE_MAPPING;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.MISSING_PARAMETER;
import static dev.amikit.rule.ErrorCode.OPERATION_NOT_PERMITTED;
import static dev.amikit.rule.ErrorCode.RESOURCE_LIMIT_EXCEEDED;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.Rule.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.rule.Invariant;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.time.Instant;
import java.util.Optional;

/** What holds between the members of every image. A rule speaks only of members that are there. */
final class AmiRules {
  private static final String WINDOWS = "Windows";
  private static final int MOST_WATERMARKS = 5;
  private static final ImmutableSet<Architecture> HVM_AND_EBS_ONLY =
      ImmutableSet.of(Architecture.ARM64, Architecture.X86_64_MAC, Architecture.ARM64_MAC);

  static final Invariant<Ami> WINDOWS_REQUIRES_EBS_ROOT = Invariant.of(
      rule(
          "ami.windows-requires-ebs-root",
          "a Windows AMI has an EBS root",
          INVALID_PARAMETER_COMBINATION,
          "EC2 User Guide, Windows AMIs; Root volumes",
          "VAL-01",
          "WIN-01"),
      "rootDeviceType",
      ami -> text(ami.rootDeviceType()),
      ami -> !ami.isWindows() || ami.rootDeviceType().isEmpty() || ami.hasEbsRoot());

  static final Invariant<Ami> WINDOWS_REQUIRES_HVM = Invariant.of(
      rule(
          "ami.windows-requires-hvm",
          "a Windows AMI is hvm",
          INVALID_PARAMETER_COMBINATION,
          "EC2 User Guide, Windows AMIs",
          "VAL-02",
          "WIN-02"),
      "virtualizationType",
      ami -> text(ami.virtualizationType()),
      ami -> !ami.isWindows() || isHvmIfTold(ami));

  static final Invariant<Ami> WINDOWS_IN_PLATFORM_DETAILS = Invariant.of(
      rule(
          "ami.windows-in-platform-details",
          "the platform is windows exactly when the platform details begin with Windows",
          INVALID_PARAMETER_COMBINATION,
          "EC2 User Guide, AMI billing information fields",
          "VAL-03",
          "PLAT-05"),
      "platformDetails",
      ami -> text(ami.platformDetails()),
      ami -> ami.platformDetails().isEmpty()
          || ami.isWindows() == ami.platformDetails().get().startsWith(WINDOWS));

  static final Invariant<Ami> BILLING_MEMBERS_TOGETHER = Invariant.of(
      rule(
              "ami.billing-members-together",
              "platform details and usage operation are both there or both absent",
              INVALID_PARAMETER_COMBINATION,
              "EC2 User Guide, AMI billing information fields",
              "VAL-04",
              "PLAT-04",
              "IMG-18",
              "IMG-19")
          .saying(
              own("The parameters platformDetails and usageOperation must be specified together")),
      "usageOperation",
      ami -> text(ami.usageOperation()),
      ami -> ami.platformDetails().isPresent() == ami.usageOperation().isPresent());

  static final Invariant<Ami> TYPE_FITS_ID = Invariant.of(
      rule(
              "ami.type-fits-id",
              "the ID of a machine image begins with ami-, of a kernel with aki-, of a RAM"
                  + " disk with ari-",
              INVALID_AMI_ID_MALFORMED,
              "API reference, Image, ImageType; observed: listings of images",
              "VAL-05",
              "ACCT-06",
              "IMG-11")
          .saying(own("Invalid id: \"{imageId}\"")),
      "imageId",
      Ami::imageId,
      ami -> ami.imageType().fits(ami.imageId()));

  static final Invariant<Ami> KERNEL_IS_BARE = Invariant.of(
      rule(
          "ami.kernel-is-bare",
          "a kernel or RAM disk image has no devices, no root device name, no kernel and no"
              + " RAM disk",
          INVALID_PARAMETER_COMBINATION,
          "API reference, Image, ImageType",
          "VAL-06",
          "BOOT-06",
          "IMG-15",
          "IMG-16"),
      "imageType",
      Ami::imageType,
      ami -> !isKernelOrRamdisk(ami)
          || ami.blockDeviceMappings().isEmpty()
              && ami.rootDeviceName().isEmpty()
              && ami.kernelId().isEmpty()
              && ami.ramdiskId().isEmpty());

  static final Invariant<Ami> ARCHITECTURE_REQUIRES_HVM = Invariant.of(
      rule(
          "ami.architecture-requires-hvm",
          "an arm64, x86_64_mac or arm64_mac image is hvm",
          INVALID_PARAMETER_COMBINATION,
          "API reference, DescribeInstanceTypes; observed: listings of images",
          "VAL-07",
          "BOOT-12"),
      "virtualizationType",
      ami -> text(ami.virtualizationType()),
      ami -> isHvmIfTold(ami) || !HVM_AND_EBS_ONLY.contains(ami.architecture()));

  static final Invariant<Ami> ARCHITECTURE_REQUIRES_EBS_ROOT = Invariant.of(
      rule(
          "ami.architecture-requires-ebs-root",
          "an arm64, x86_64_mac or arm64_mac image has an EBS root",
          INVALID_PARAMETER_COMBINATION,
          "EC2 User Guide, Root volumes; observed: listings of images",
          "VAL-08",
          "ROOT-09"),
      "rootDeviceType",
      ami -> text(ami.rootDeviceType()),
      ami -> ami.hasEbsRoot()
          || ami.rootDeviceType().isEmpty()
          || !HVM_AND_EBS_ONLY.contains(ami.architecture()));

  static final Invariant<Ami> MACHINE_HAS_ROOT_DEVICE_TYPE = Invariant.of(
      rule(
          "ami.machine-has-root-device-type",
          "a machine image tells what kind of root device it has",
          MISSING_PARAMETER,
          "API reference, Image, RootDeviceType",
          "ROOT-01",
          "IMG-21"),
      "rootDeviceType",
      ami -> text(ami.rootDeviceType()),
      ami -> ami.rootDeviceType().isPresent() || !isMachine(ami));

  static final Invariant<Ami> EBS_IMAGE_IS_NAMED = new Invariant<>(
      rule(
          "ami.ebs-image-is-named",
          "an available or disabled machine image with an EBS root has a name and a root"
              + " device name",
          MISSING_PARAMETER,
          "API reference, RegisterImage; observed: listings of images",
          "VAL-09",
          "ROOT-04",
          "IMG-22"),
      ami -> ami.name().isPresent() && ami.rootDeviceName().isPresent()
          || !ami.hasEbsRoot()
          || !isMachine(ami)
          || ami.state() != AVAILABLE && ami.state() != DISABLED,
      AmiRules::absentNames);

  static final Invariant<Ami> INSTANCE_STORE_ROOT_IS_NO_EBS = Invariant.of(
      rule(
          "ami.instance-store-root-is-no-ebs",
          "the root device of an instance-store image is not an EBS volume",
          INVALID_BLOCK_DEVICE_MAPPING,
          "API reference, RegisterImage",
          "VAL-10",
          "REG-02"),
      "rootDeviceName",
      ami -> text(ami.rootDeviceName()),
      ami -> ami.hasEbsRoot()
          || ami.rootDeviceType().isEmpty()
          || !ami.rootDeviceType().get().equals(DeviceType.INSTANCE_STORE)
          || ami.rootDevice().isEmpty()
          || !ami.rootDevice().get().isEbs());

  static final Invariant<Ami> DEVICE_NAMES_UNIQUE = new Invariant<>(
      rule(
              "ami.device-names-unique",
              "a device name occurs once in an image",
              INVALID_BLOCK_DEVICE_MAPPING,
              "observed: answers of RunInstances that users quote",
              "VAL-11",
              "BDM-13")
          .saying(
              quoted("The device '{deviceName}' is used in more than one block-device mapping")),
      ami -> firstRepeatedDevice(ami) < 0,
      AmiRules::repeatedDevices);

  static final Invariant<Ami> SOURCE_MEMBERS_TOGETHER = Invariant.of(
      rule(
              "ami.source-members-together",
              "source image and source image Region are both there or both absent",
              INVALID_PARAMETER_COMBINATION,
              "API reference, Image, SourceImageId and SourceImageRegion",
              "VAL-13",
              "INV-08",
              "IMG-33",
              "IMG-34")
          .saying(
              own("The parameters sourceImageId and sourceImageRegion must be specified together")),
      "sourceImageRegion",
      ami -> text(ami.sourceImageRegion()),
      ami -> ami.sourceImageId().isPresent() == ami.sourceImageRegion().isPresent());

  static final Invariant<Ami> SOURCE_INSTANCE_REQUIRES_EBS_ROOT = Invariant.of(
      rule(
          "ami.source-instance-requires-ebs-root",
          "an image made of an instance has an EBS root",
          INVALID_PARAMETER_COMBINATION,
          "API reference, CreateImage",
          "VAL-14",
          "CREATE-03",
          "IMG-32"),
      "sourceInstanceId",
      ami -> text(ami.sourceInstanceId()),
      ami -> ami.sourceInstanceId().isEmpty() || ami.hasEbsRoot());

  static final Invariant<Ami> DISABLED_IS_NOT_SHARED = notShared(
      "ami.disabled-is-not-shared",
      "a disabled image has no launch permission, nor one to get back from the Recycle Bin",
      "API reference, DisableImage",
      ImmutableSet.of(DISABLED),
      "VAL-16",
      "INV-01",
      "DISABLE-03");

  static final Invariant<Ami> UNFINISHED_IS_NOT_SHARED = notShared(
      "ami.unfinished-is-not-shared",
      "a pending or failed image has no launch permission",
      "error codes, InvalidAMIID.Unavailable",
      ImmutableSet.of(PENDING, FAILED),
      "VAL-17",
      "MTX-34",
      "PERM-33",
      "PERM-35");

  static final Invariant<Ami> BINNED_HAS_EBS_ROOT = Invariant.of(
      rule(
              "ami.binned-has-ebs-root",
              "an image in the Recycle Bin has an EBS root",
              OPERATION_NOT_PERMITTED,
              "EBS User Guide, Recycle Bin considerations",
              "VAL-18",
              "BIN-01",
              "INV-05")
          .saying(own("An AMI in the Recycle Bin must have an EBS root volume")),
      "rootDeviceType",
      ami -> text(ami.rootDeviceType()),
      ami -> !ami.isInRecycleBin() || ami.hasEbsRoot());

  static final Invariant<Ami> BINNED_WAS_USABLE = Invariant.of(
      rule(
              "ami.binned-was-usable",
              "an image in the Recycle Bin has the state it had before: available or disabled",
              OPERATION_NOT_PERMITTED,
              "EBS User Guide, Recycle Bin considerations; inferred: an image that is"
                  + " pending or failed is deregistered for good",
              "VAL-18",
              "BIN-19")
          .saying(own("An AMI in state '{state}' cannot be in the Recycle Bin")),
      "state",
      Ami::state,
      ami -> !ami.isInRecycleBin() || ami.state() == AVAILABLE || ami.state() == DISABLED);

  static final Invariant<Ami> BINNED_IS_NOT_SHARED = Invariant.of(
      rule(
              "ami.binned-is-not-shared",
              "an image in the Recycle Bin has no launch permission in force",
              OPERATION_NOT_PERMITTED,
              "EBS User Guide, Recycle Bin considerations",
              "INV-01",
              "BIN-15")
          .saying(own("Launch permissions cannot be specified for an AMI in the Recycle Bin")),
      "launchPermissions",
      Ami::knownLaunchPermissions,
      ami -> !ami.isInRecycleBin() || ami.knownLaunchPermissions().isEmpty());

  static final Invariant<Ami> BINNED_IS_NOT_PROTECTED = Invariant.of(
      rule(
              "ami.binned-is-not-protected",
              "an image in the Recycle Bin was not protected when it entered",
              OPERATION_NOT_PERMITTED,
              "EC2 User Guide, Protect an AMI from deregistration",
              "VAL-18",
              "INV-04")
          .saying(own("An AMI with deregistration protection cannot be in the Recycle Bin")),
      "deregistrationProtection",
      ami -> text(ami.deregistrationProtection()),
      ami ->
          !ami.isInRecycleBin() || !ami.isProtectedAt(ami.recycleBinStay().get().enterTime()));

  static final Invariant<Ami> DEREGISTERED_IS_NOT_PROTECTED = Invariant.of(
      rule(
              "ami.deregistered-is-not-protected",
              "a deregistered image is not protected",
              OPERATION_NOT_PERMITTED,
              "EC2 User Guide, Protect an AMI from deregistration",
              "VAL-18",
              "INV-04")
          .saying(
              own("Deregistration protection cannot be specified for an AMI that is deregistered")),
      "deregistrationProtection",
      ami -> text(ami.deregistrationProtection()),
      ami -> ami.state() != DEREGISTERED || !ami.isProtectedAt(Instant.MAX));

  static final Invariant<Ami> DEPRECATED_AFTER_CREATION = Invariant.of(
      rule(
          "ami.deprecated-after-creation",
          "the deprecation time is not before the creation time",
          INVALID_PARAMETER_VALUE,
          "API reference, EnableImageDeprecation",
          "VAL-19",
          "DEPR-04",
          "IMG-29"),
      "deprecationTime",
      ami -> text(ami.deprecationTime()),
      ami -> ami.deprecationTime().isEmpty()
          || ami.creationDate().isEmpty()
          || !ami.deprecationTime().get().isBefore(ami.creationDate().get()));

  static final Invariant<Ami> FEW_WATERMARKS = Invariant.of(
      rule(
              "ami.few-watermarks",
              "an image has at most five watermarks",
              RESOURCE_LIMIT_EXCEEDED,
              "EC2 User Guide, AMI watermarks",
              "VAL-20",
              "WMK-07",
              "IMG-35")
          .saying(own(
              "You have reached your quota of %d for the number of watermarks allowed for an AMI."
                  .formatted(MOST_WATERMARKS))),
      "imageWatermarks",
      ami -> ami.imageWatermarks().size(),
      ami -> ami.imageWatermarks().size() <= MOST_WATERMARKS);

  static final Invariant<Ami> WATERMARK_KEYS_UNIQUE = Invariant.of(
      rule(
              "ami.watermark-keys-unique",
              "an image has each watermark key once",
              RESOURCE_LIMIT_EXCEEDED,
              "API reference, AttachImageWatermark",
              "VAL-20",
              "WMK-14")
          .saying(own("Each watermark key can be specified only once")),
      "imageWatermarks",
      ami -> ami.imageWatermarks().stream().map(ImageWatermark::watermarkKey).toList(),
      ami -> ami.imageWatermarks().size() < 2
          || ami.imageWatermarks().stream()
                  .map(ImageWatermark::watermarkKey)
                  .distinct()
                  .count()
              == ami.imageWatermarks().size());

  static final ImmutableList<Invariant<Ami>> INVARIANTS = ImmutableList.of(
      TYPE_FITS_ID,
      KERNEL_IS_BARE,
      MACHINE_HAS_ROOT_DEVICE_TYPE,
      EBS_IMAGE_IS_NAMED,
      WINDOWS_REQUIRES_EBS_ROOT,
      WINDOWS_REQUIRES_HVM,
      WINDOWS_IN_PLATFORM_DETAILS,
      BILLING_MEMBERS_TOGETHER,
      ARCHITECTURE_REQUIRES_HVM,
      ARCHITECTURE_REQUIRES_EBS_ROOT,
      INSTANCE_STORE_ROOT_IS_NO_EBS,
      DEVICE_NAMES_UNIQUE,
      SOURCE_MEMBERS_TOGETHER,
      SOURCE_INSTANCE_REQUIRES_EBS_ROOT,
      DISABLED_IS_NOT_SHARED,
      UNFINISHED_IS_NOT_SHARED,
      BINNED_HAS_EBS_ROOT,
      BINNED_WAS_USABLE,
      BINNED_IS_NOT_SHARED,
      BINNED_IS_NOT_PROTECTED,
      DEREGISTERED_IS_NOT_PROTECTED,
      DEPRECATED_AFTER_CREATION,
      FEW_WATERMARKS,
      WATERMARK_KEYS_UNIQUE);

  // The rules that a change of one member can break.

  static final ImmutableList<Invariant<Ami>> OF_STATE = ImmutableList.of(
      EBS_IMAGE_IS_NAMED,
      DISABLED_IS_NOT_SHARED,
      UNFINISHED_IS_NOT_SHARED,
      BINNED_WAS_USABLE,
      DEREGISTERED_IS_NOT_PROTECTED);

  static final ImmutableList<Invariant<Ami>> OF_PERMISSIONS =
      ImmutableList.of(DISABLED_IS_NOT_SHARED, UNFINISHED_IS_NOT_SHARED, BINNED_IS_NOT_SHARED);

  static final ImmutableList<Invariant<Ami>> OF_PROTECTION =
      ImmutableList.of(BINNED_IS_NOT_PROTECTED, DEREGISTERED_IS_NOT_PROTECTED);

  static final ImmutableList<Invariant<Ami>> OF_DEPRECATION_TIME =
      ImmutableList.of(DEPRECATED_AFTER_CREATION);

  static final ImmutableList<Invariant<Ami>> OF_WATERMARKS =
      ImmutableList.of(FEW_WATERMARKS, WATERMARK_KEYS_UNIQUE);

  static final ImmutableList<Invariant<Ami>> OF_RECYCLE_BIN = ImmutableList.of(
      DISABLED_IS_NOT_SHARED,
      UNFINISHED_IS_NOT_SHARED,
      BINNED_HAS_EBS_ROOT,
      BINNED_WAS_USABLE,
      BINNED_IS_NOT_SHARED,
      BINNED_IS_NOT_PROTECTED);

  private AmiRules() {}

  private static Invariant<Ami> notShared(
      String id,
      String sentence,
      String source,
      ImmutableSet<AmiState> states,
      String... rulebook) {
    return Invariant.<Ami>of(
            rule(id, sentence, OPERATION_NOT_PERMITTED, source, rulebook)
                .saying(
                    own("Launch permissions cannot be specified for an AMI in state '{state}'")),
            "launchPermissions",
            Ami::knownLaunchPermissions,
            ami -> !states.contains(ami.state())
                || ami.knownLaunchPermissions().isEmpty() && hasNoSuspendedPermissions(ami))
        .telling((ami, violation) -> violation.with("state", ami.state()));
  }

  private static boolean hasNoSuspendedPermissions(Ami ami) {
    return ami.recycleBinStay().isEmpty()
        || ami.recycleBinStay().get().suspendedLaunchPermissions().isEmpty();
  }

  private static ImmutableList<Violation> absentNames(Ami ami) {
    Rule rule = EBS_IMAGE_IS_NAMED.rule();
    ImmutableList.Builder<Violation> absent = ImmutableList.builder();
    if (ami.name().isEmpty()) {
      absent.add(rule.brokenBy("name", text(ami.name())));
    }
    if (ami.rootDeviceName().isEmpty()) {
      absent.add(rule.brokenBy("rootDeviceName", text(ami.rootDeviceName())));
    }
    return absent.build();
  }

  private static int firstRepeatedDevice(Ami ami) {
    for (int i = 1; i < ami.blockDeviceMappings().size(); i++) {
      if (isRepeated(ami, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isRepeated(Ami ami, int index) {
    ImmutableList<BlockDeviceMapping> devices = ami.blockDeviceMappings();
    for (int earlier = 0; earlier < index; earlier++) {
      if (devices.get(index).deviceName().equals(devices.get(earlier).deviceName())) {
        return true;
      }
    }
    return false;
  }

  private static ImmutableList<Violation> repeatedDevices(Ami ami) {
    ImmutableList.Builder<Violation> repeated = ImmutableList.builder();
    for (int i = 1; i < ami.blockDeviceMappings().size(); i++) {
      if (isRepeated(ami, i)) {
        repeated.add(DEVICE_NAMES_UNIQUE
            .rule()
            .brokenBy(
                "blockDeviceMappings[" + i + "].deviceName",
                ami.blockDeviceMappings().get(i).deviceName())
            .with("deviceName", ami.blockDeviceMappings().get(i).deviceName().withoutDev()));
      }
    }
    return repeated.build();
  }

  private static boolean isMachine(Ami ami) {
    return ami.imageType().equals(ImageType.MACHINE);
  }

  private static boolean isKernelOrRamdisk(Ami ami) {
    return ami.imageType().equals(ImageType.KERNEL) || ami.imageType().equals(ImageType.RAMDISK);
  }

  private static boolean isHvmIfTold(Ami ami) {
    return ami.virtualizationType().isEmpty()
        || ami.virtualizationType().get().equals(VirtualizationType.HVM);
  }

  private static String text(Optional<?> member) {
    return member.map(Object::toString).orElse("absent");
  }
}
