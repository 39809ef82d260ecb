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
import com.google.common.collect.Lists;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.rule.Broken;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What holds between the members of every image. A rule speaks only of members that are there. */
final class AmiRules {
  private static final String WINDOWS = "Windows";
  private static final int MOST_WATERMARKS = 5;

  /** Up to so many devices are compared with each other, which makes nothing. */
  private static final int FEW_DEVICES = 8;

  private static final ImmutableSet<Architecture> HVM_AND_EBS_ONLY =
      ImmutableSet.of(Architecture.ARM64, Architecture.X86_64_MAC, Architecture.ARM64_MAC);

  static final Rule WINDOWS_REQUIRES_EBS_ROOT = rule(
      "ami.windows-requires-ebs-root",
      "a Windows AMI has an EBS root",
      INVALID_PARAMETER_COMBINATION,
      "EC2 User Guide, Windows AMIs; Root volumes",
      "VAL-01",
      "WIN-01");

  static final Rule WINDOWS_REQUIRES_HVM = rule(
      "ami.windows-requires-hvm",
      "a Windows AMI is hvm",
      INVALID_PARAMETER_COMBINATION,
      "EC2 User Guide, Windows AMIs",
      "VAL-02",
      "WIN-02");

  static final Rule WINDOWS_IN_PLATFORM_DETAILS = rule(
      "ami.windows-in-platform-details",
      "the platform is windows exactly when the platform details begin with Windows",
      INVALID_PARAMETER_COMBINATION,
      "EC2 User Guide, AMI billing information fields",
      "VAL-03",
      "PLAT-05");

  static final Rule BILLING_MEMBERS_TOGETHER = rule(
          "ami.billing-members-together",
          "platform details and usage operation are both there or both absent",
          INVALID_PARAMETER_COMBINATION,
          "EC2 User Guide, AMI billing information fields",
          "VAL-04",
          "PLAT-04",
          "IMG-18",
          "IMG-19")
      .saying(own("The parameters platformDetails and usageOperation must be specified together"));

  static final Rule TYPE_FITS_ID = rule(
          "ami.type-fits-id",
          "the ID of a machine image begins with ami-, of a kernel with aki-, of a RAM"
              + " disk with ari-",
          INVALID_AMI_ID_MALFORMED,
          "API reference, Image, ImageType; observed: listings of images",
          "VAL-05",
          "ACCT-06",
          "IMG-11")
      .saying(own("Invalid id: \"{imageId}\""));

  static final Rule KERNEL_IS_BARE = rule(
      "ami.kernel-is-bare",
      "a kernel or RAM disk image has no devices, no root device name, no kernel and no"
          + " RAM disk",
      INVALID_PARAMETER_COMBINATION,
      "API reference, Image, ImageType",
      "VAL-06",
      "BOOT-06",
      "IMG-15",
      "IMG-16");

  static final Rule ARCHITECTURE_REQUIRES_HVM = rule(
      "ami.architecture-requires-hvm",
      "an arm64, x86_64_mac or arm64_mac image is hvm",
      INVALID_PARAMETER_COMBINATION,
      "API reference, DescribeInstanceTypes; observed: listings of images",
      "VAL-07",
      "BOOT-12");

  static final Rule ARCHITECTURE_REQUIRES_EBS_ROOT = rule(
      "ami.architecture-requires-ebs-root",
      "an arm64, x86_64_mac or arm64_mac image has an EBS root",
      INVALID_PARAMETER_COMBINATION,
      "EC2 User Guide, Root volumes; observed: listings of images",
      "VAL-08",
      "ROOT-09");

  static final Rule MACHINE_HAS_ROOT_DEVICE_TYPE = rule(
      "ami.machine-has-root-device-type",
      "a machine image tells what kind of root device it has",
      MISSING_PARAMETER,
      "API reference, Image, RootDeviceType",
      "ROOT-01",
      "IMG-21");

  static final Rule EBS_IMAGE_IS_NAMED = rule(
      "ami.ebs-image-is-named",
      "an available or disabled machine image with an EBS root has a name and a root"
          + " device name",
      MISSING_PARAMETER,
      "API reference, RegisterImage; observed: listings of images",
      "VAL-09",
      "ROOT-04",
      "IMG-22");

  static final Rule INSTANCE_STORE_ROOT_IS_NO_EBS = rule(
      "ami.instance-store-root-is-no-ebs",
      "the root device of an instance-store image is not an EBS volume",
      INVALID_BLOCK_DEVICE_MAPPING,
      "API reference, RegisterImage",
      "VAL-10",
      "REG-02");

  static final Rule DEVICE_NAMES_UNIQUE = rule(
          "ami.device-names-unique",
          "a device name occurs once in an image",
          INVALID_BLOCK_DEVICE_MAPPING,
          "observed: answers of RunInstances that users quote",
          "VAL-11",
          "BDM-13")
      .saying(quoted("The device '{deviceName}' is used in more than one block-device mapping"));

  static final Rule SOURCE_MEMBERS_TOGETHER = rule(
          "ami.source-members-together",
          "source image and source image Region are both there or both absent",
          INVALID_PARAMETER_COMBINATION,
          "API reference, Image, SourceImageId and SourceImageRegion",
          "VAL-13",
          "INV-08",
          "IMG-33",
          "IMG-34")
      .saying(own("The parameters sourceImageId and sourceImageRegion must be specified together"));

  static final Rule SOURCE_INSTANCE_REQUIRES_EBS_ROOT = rule(
      "ami.source-instance-requires-ebs-root",
      "an image made of an instance has an EBS root",
      INVALID_PARAMETER_COMBINATION,
      "API reference, CreateImage",
      "VAL-14",
      "CREATE-03",
      "IMG-32");

  static final Rule DISABLED_IS_NOT_SHARED = notShared(
      "ami.disabled-is-not-shared",
      "a disabled image has no launch permission, nor one to get back from the Recycle Bin",
      "API reference, DisableImage",
      "VAL-16",
      "INV-01",
      "DISABLE-03");

  static final Rule UNFINISHED_IS_NOT_SHARED = notShared(
      "ami.unfinished-is-not-shared",
      "a pending or failed image has no launch permission",
      "error codes, InvalidAMIID.Unavailable",
      "VAL-17",
      "MTX-34",
      "PERM-33",
      "PERM-35");

  static final Rule BINNED_HAS_EBS_ROOT = rule(
          "ami.binned-has-ebs-root",
          "an image in the Recycle Bin has an EBS root",
          OPERATION_NOT_PERMITTED,
          "EBS User Guide, Recycle Bin considerations",
          "VAL-18",
          "BIN-01",
          "INV-05")
      .saying(own("An AMI in the Recycle Bin must have an EBS root volume"));

  static final Rule BINNED_WAS_USABLE = rule(
          "ami.binned-was-usable",
          "an image in the Recycle Bin has the state it had before: available or disabled",
          OPERATION_NOT_PERMITTED,
          "EBS User Guide, Recycle Bin considerations; inferred: an image that is"
              + " pending or failed is deregistered for good",
          "VAL-18",
          "BIN-19")
      .saying(own("An AMI in state '{state}' cannot be in the Recycle Bin"));

  static final Rule BINNED_IS_NOT_SHARED = rule(
          "ami.binned-is-not-shared",
          "an image in the Recycle Bin has no launch permission in force",
          OPERATION_NOT_PERMITTED,
          "EBS User Guide, Recycle Bin considerations",
          "INV-01",
          "BIN-15")
      .saying(own("Launch permissions cannot be specified for an AMI in the Recycle Bin"));

  static final Rule BINNED_IS_NOT_PROTECTED = rule(
          "ami.binned-is-not-protected",
          "an image in the Recycle Bin was not protected when it entered",
          OPERATION_NOT_PERMITTED,
          "EC2 User Guide, Protect an AMI from deregistration",
          "VAL-18",
          "INV-04")
      .saying(own("An AMI with deregistration protection cannot be in the Recycle Bin"));

  static final Rule DEREGISTERED_IS_NOT_PROTECTED = rule(
          "ami.deregistered-is-not-protected",
          "a deregistered image is not protected",
          OPERATION_NOT_PERMITTED,
          "EC2 User Guide, Protect an AMI from deregistration",
          "VAL-18",
          "INV-04")
      .saying(own("Deregistration protection cannot be specified for an AMI that is deregistered"));

  static final Rule DEPRECATED_AFTER_CREATION = rule(
      "ami.deprecated-after-creation",
      "the deprecation time is not before the creation time",
      INVALID_PARAMETER_VALUE,
      "API reference, EnableImageDeprecation",
      "VAL-19",
      "DEPR-04",
      "IMG-29");

  static final Rule FEW_WATERMARKS = rule(
          "ami.few-watermarks",
          "an image has at most five watermarks",
          RESOURCE_LIMIT_EXCEEDED,
          "EC2 User Guide, AMI watermarks",
          "VAL-20",
          "WMK-07",
          "IMG-35")
      .saying(own("You have reached your quota of "
          + MOST_WATERMARKS
          + " for the number of watermarks allowed for an AMI."));

  static final Rule WATERMARK_KEYS_UNIQUE = rule(
          "ami.watermark-keys-unique",
          "an image has each watermark key once",
          RESOURCE_LIMIT_EXCEEDED,
          "API reference, AttachImageWatermark",
          "VAL-20",
          "WMK-14")
      .saying(own("Each watermark key can be specified only once"));

  static final ImmutableList<Rule> ALL = ImmutableList.of(
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

  private AmiRules() {}

  /** What an image breaks, in the order of the rules. */
  static Broken brokenBy(Ami ami) {
    Broken broken = ofKind(ami, Broken.NOTHING);
    broken = ofNames(ami, broken);
    broken = ofPlatform(ami, broken);
    broken = ofArchitecture(ami, broken);
    broken = ofDevices(ami, broken);
    broken = ofSource(ami, broken);
    broken = ofLife(ami, broken);
    broken = ofDeprecationTime(ami, broken);
    return ofWatermarks(ami, broken);
  }

  private static Broken ofKind(Ami ami, Broken before) {
    Broken broken = before;
    ImageType type = ami.imageType();
    if (!type.fits(ami.imageId())) {
      broken = broken.and(TYPE_FITS_ID.brokenBy("imageId", ami.imageId()));
    }
    if ((type.equals(ImageType.KERNEL) || type.equals(ImageType.RAMDISK)) && !isBare(ami)) {
      broken = broken.and(KERNEL_IS_BARE.brokenBy("imageType", type));
    }
    if (isMachine(ami) && ami.rootDeviceType().isEmpty()) {
      broken =
          broken.and(MACHINE_HAS_ROOT_DEVICE_TYPE.brokenBy("rootDeviceType", ami.rootDeviceType()));
    }
    return broken;
  }

  /** What a change of the state can break. */
  static Broken ofState(Ami ami) {
    return ofLife(ami, ofNames(ami, Broken.NOTHING));
  }

  private static Broken ofNames(Ami ami, Broken before) {
    Broken broken = before;
    if (ami.hasEbsRoot() && isMachine(ami) && isUsable(ami)) {
      if (ami.name().isEmpty()) {
        broken = broken.and(EBS_IMAGE_IS_NAMED.brokenBy("name", ami.name()));
      }
      if (ami.rootDeviceName().isEmpty()) {
        broken = broken.and(EBS_IMAGE_IS_NAMED.brokenBy("rootDeviceName", ami.rootDeviceName()));
      }
    }
    return broken;
  }

  private static Broken ofPlatform(Ami ami, Broken before) {
    Broken broken = before;
    boolean isWindows = ami.isWindows();
    Optional<String> details = ami.platformDetails();
    if (isWindows && hasOtherRoot(ami)) {
      broken =
          broken.and(WINDOWS_REQUIRES_EBS_ROOT.brokenBy("rootDeviceType", ami.rootDeviceType()));
    }
    if (isWindows && !isHvmIfTold(ami)) {
      broken =
          broken.and(WINDOWS_REQUIRES_HVM.brokenBy("virtualizationType", ami.virtualizationType()));
    }
    if (details.isPresent() && isWindows != details.get().startsWith(WINDOWS)) {
      broken = broken.and(WINDOWS_IN_PLATFORM_DETAILS.brokenBy("platformDetails", details));
    }
    if (details.isPresent() != ami.usageOperation().isPresent()) {
      broken =
          broken.and(BILLING_MEMBERS_TOGETHER.brokenBy("usageOperation", ami.usageOperation()));
    }
    return broken;
  }

  private static Broken ofArchitecture(Ami ami, Broken before) {
    Broken broken = before;
    if (!isHvmIfTold(ami) && HVM_AND_EBS_ONLY.contains(ami.architecture())) {
      broken = broken.and(
          ARCHITECTURE_REQUIRES_HVM.brokenBy("virtualizationType", ami.virtualizationType()));
    }
    if (hasOtherRoot(ami) && HVM_AND_EBS_ONLY.contains(ami.architecture())) {
      broken = broken.and(
          ARCHITECTURE_REQUIRES_EBS_ROOT.brokenBy("rootDeviceType", ami.rootDeviceType()));
    }
    return broken;
  }

  private static Broken ofDevices(Ami ami, Broken before) {
    Broken broken = before;
    if (hasOtherRoot(ami)
        && ami.rootDeviceType().get().equals(DeviceType.INSTANCE_STORE)
        && ami.rootDevice().isPresent()
        && ami.rootDevice().get().isEbs()) {
      broken = broken.and(
          INSTANCE_STORE_ROOT_IS_NO_EBS.brokenBy("rootDeviceName", ami.rootDeviceName()));
    }
    return repeatsDevice(ami.blockDeviceMappings()) ? repeatedDevices(ami, broken) : broken;
  }

  private static Broken ofSource(Ami ami, Broken before) {
    Broken broken = before;
    if (ami.sourceImageId().isPresent() != ami.sourceImageRegion().isPresent()) {
      broken = broken.and(
          SOURCE_MEMBERS_TOGETHER.brokenBy("sourceImageRegion", ami.sourceImageRegion()));
    }
    if (ami.sourceInstanceId().isPresent() && !ami.hasEbsRoot()) {
      broken = broken.and(
          SOURCE_INSTANCE_REQUIRES_EBS_ROOT.brokenBy("sourceInstanceId", ami.sourceInstanceId()));
    }
    return broken;
  }

  /** What a change of the permissions, the protection or the stay can break. */
  static Broken ofLife(Ami ami, Broken before) {
    Broken broken = before;
    AmiState state = ami.state();
    boolean isShared = !ami.knownLaunchPermissions().isEmpty();
    if (state == DISABLED && (isShared || hasSuspendedPermissions(ami))) {
      broken = broken.and(shared(DISABLED_IS_NOT_SHARED, ami));
    }
    if ((state == PENDING || state == FAILED) && (isShared || hasSuspendedPermissions(ami))) {
      broken = broken.and(shared(UNFINISHED_IS_NOT_SHARED, ami));
    }
    if (ami.recycleBinStay().isPresent()) {
      if (!ami.hasEbsRoot()) {
        broken = broken.and(BINNED_HAS_EBS_ROOT.brokenBy("rootDeviceType", ami.rootDeviceType()));
      }
      if (!isUsable(ami)) {
        broken = broken.and(BINNED_WAS_USABLE.brokenBy("state", state));
      }
      if (isShared) {
        broken = broken.and(
            BINNED_IS_NOT_SHARED.brokenBy("launchPermissions", ami.knownLaunchPermissions()));
      }
      if (ami.isProtectedAt(ami.recycleBinStay().get().enterTime())) {
        broken = broken.and(protectedBy(BINNED_IS_NOT_PROTECTED, ami));
      }
    }
    if (state == DEREGISTERED && ami.isProtectedAt(Instant.MAX)) {
      broken = broken.and(protectedBy(DEREGISTERED_IS_NOT_PROTECTED, ami));
    }
    return broken;
  }

  static Broken ofDeprecationTime(Ami ami, Broken before) {
    Optional<Instant> deprecation = ami.deprecationTime();
    Optional<Instant> creation = ami.creationDate();
    return deprecation.isPresent()
            && creation.isPresent()
            && deprecation.get().isBefore(creation.get())
        ? before.and(DEPRECATED_AFTER_CREATION.brokenBy("deprecationTime", deprecation))
        : before;
  }

  static Broken ofWatermarks(Ami ami, Broken before) {
    Broken broken = before;
    int size = ami.imageWatermarks().size();
    if (size > MOST_WATERMARKS) {
      broken = broken.and(FEW_WATERMARKS.brokenBy("imageWatermarks", size));
    }
    if (size > 1) {
      ImmutableList<WatermarkKey> keys = ImmutableList.copyOf(
          Lists.transform(ami.imageWatermarks(), ImageWatermark::watermarkKey));
      if (ImmutableSet.copyOf(keys).size() < size) {
        broken = broken.and(WATERMARK_KEYS_UNIQUE.brokenBy("imageWatermarks", keys));
      }
    }
    return broken;
  }

  private static Rule notShared(String id, String sentence, String source, String... rulebook) {
    return rule(id, sentence, OPERATION_NOT_PERMITTED, source, rulebook)
        .saying(own("Launch permissions cannot be specified for an AMI in state '{state}'"));
  }

  private static Violation shared(Rule rule, Ami ami) {
    return rule.brokenBy("launchPermissions", ami.knownLaunchPermissions())
        .with("state", ami.state());
  }

  private static Violation protectedBy(Rule rule, Ami ami) {
    return rule.brokenBy("deregistrationProtection", ami.deregistrationProtection());
  }

  private static boolean isBare(Ami ami) {
    return ami.blockDeviceMappings().isEmpty()
        && ami.rootDeviceName().isEmpty()
        && ami.kernelId().isEmpty()
        && ami.ramdiskId().isEmpty();
  }

  private static boolean isUsable(Ami ami) {
    return ami.state() == AVAILABLE || ami.state() == DISABLED;
  }

  /** Whether the root device is told, and is no EBS volume. */
  private static boolean hasOtherRoot(Ami ami) {
    Optional<DeviceType> told = ami.rootDeviceType();
    return told.isPresent() && !told.get().equals(DeviceType.EBS);
  }

  private static boolean hasSuspendedPermissions(Ami ami) {
    return ami.recycleBinStay().isPresent()
        && !ami.recycleBinStay().get().suspendedLaunchPermissions().isEmpty();
  }

  private static boolean repeatsDevice(ImmutableList<BlockDeviceMapping> devices) {
    if (devices.size() > FEW_DEVICES) {
      return devices.stream().map(BlockDeviceMapping::deviceName).distinct().count()
          < devices.size();
    }
    for (int i = 1; i < devices.size(); i++) {
      for (int earlier = 0; earlier < i; earlier++) {
        if (devices.get(i).deviceName().equals(devices.get(earlier).deviceName())) {
          return true;
        }
      }
    }
    return false;
  }

  private static Broken repeatedDevices(Ami ami, Broken before) {
    Broken broken = before;
    Set<DeviceName> names = new HashSet<>();
    int index = 0;
    for (BlockDeviceMapping device : ami.blockDeviceMappings()) {
      DeviceName name = device.deviceName();
      if (!names.add(name)) {
        broken = broken.and(DEVICE_NAMES_UNIQUE
            .brokenBy("blockDeviceMappings[" + index + "].deviceName", name)
            .with("deviceName", name.withoutDev()));
      }
      index++;
    }
    return broken;
  }

  private static boolean isMachine(Ami ami) {
    return ami.imageType().equals(ImageType.MACHINE);
  }

  private static boolean isHvmIfTold(Ami ami) {
    Optional<VirtualizationType> told = ami.virtualizationType();
    return told.isEmpty() || told.get().equals(VirtualizationType.HVM);
  }
}
