package dev.amikit.registry.image;

import static dev.amikit.rule.ErrorCode.AUTH_FAILURE;
import static dev.amikit.rule.ErrorCode.INVALID_BLOCK_DEVICE_MAPPING;
import static dev.amikit.rule.ErrorCode.INVALID_MANIFEST;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.MISSING_PARAMETER;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.MessageTemplate.recorded;
import static dev.amikit.rule.Rule.rule;
import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.ImageId;
import dev.amikit.id.KernelId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeviceType;
import dev.amikit.image.ImageName;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.Platform;
import dev.amikit.image.SriovNetSupport;
import dev.amikit.image.TpmSupport;
import dev.amikit.image.VirtualizationType;
import dev.amikit.registry.operation.BillingProduct;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.plan.DeviceRules;
import dev.amikit.registry.plan.ImageNames;
import dev.amikit.registry.plan.NewImages;
import dev.amikit.registry.plan.NewTags;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.plan.UsableSnapshots;
import dev.amikit.registry.plan.VolumeFigures;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.Broken;
import dev.amikit.rule.Characters;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.word.Word;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * {@code RegisterImage}: makes an image of snapshots that the caller owns, or of the manifest of a
 * bundle in Amazon S3. It answers with the ID of a pending image; the work takes no time by the
 * clock, but under a policy that ends work only when told it waits like all other work.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RegisterImage.html">RegisterImage</a>
 */
@Value.Immutable
public abstract class RegisterImage implements Operation<ImageId> {
  private static final int LONGEST_UEFI_DATA = 64_000;
  private static final ImmutableSet<Architecture> WITH_UEFI =
      ImmutableSet.of(Architecture.X86_64, Architecture.ARM64);
  private static final ImmutableSet<Architecture> OF_OLD =
      ImmutableSet.of(Architecture.I386, Architecture.X86_64);
  private static final ImmutableSet<BootMode> UEFI_MODES =
      ImmutableSet.of(BootMode.UEFI, BootMode.UEFI_PREFERRED);

  private static final MessageTemplate TPM_ARCHITECTURE =
      quoted("Invalid machineArchitecture value '{architecture}' for tpmSupport");

  /** There is a manifest or a mapping. */
  public static final Rule HAS_SOURCE = rule(
          "register-image.has-source",
          "an image is registered from snapshots in a mapping or from a manifest",
          MISSING_PARAMETER,
          "API reference, RegisterImage",
          "REG-01",
          "REGD-01")
      .saying(own("The request must contain the parameter imageLocation/blockDeviceMappings"));

  /** A manifest comes without EBS volumes. */
  public static final Rule MANIFEST_WITHOUT_EBS = rule(
          "register-image.manifest-without-ebs",
          "an image of a manifest has no EBS volumes",
          INVALID_BLOCK_DEVICE_MAPPING,
          "observed: the answer of an emulator",
          "REG-02",
          "REGD-09")
      .saying(own("The parameter ebs cannot be used with the parameter imageLocation"));

  /** A manifest is named by bucket and key. */
  public static final Rule MANIFEST_FORM = rule(
      "register-image.manifest-form",
      "a manifest is named by its bucket and its key",
      INVALID_MANIFEST,
      "API reference, RegisterImage, ImageLocation; error codes",
      "REG-25");

  /** EC2 answers about devices of a manifest with a code of its own. */
  public static final Rule MANIFEST_DEVICE_NAME = rule(
          "register-image.manifest-device-name",
          "a device beside a manifest is named like every device of a request",
          INVALID_MANIFEST,
          "observed: an answer of RegisterImage that users quote",
          "REG-25",
          "DEV-12")
      .saying(quoted("Invalid block device mapping: Invalid device name '{deviceName}'"));

  /** Snapshots come with the name of the root device. */
  public static final Rule ROOT_NAMED = rule(
      "register-image.root-named",
      "an image of snapshots says which device is the root",
      MISSING_PARAMETER,
      "API reference, RegisterImage, RootDeviceName",
      "REG-04",
      "REGD-03");

  /** The root device has a snapshot. */
  public static final Rule ROOT_HAS_SNAPSHOT = rule(
          "register-image.root-has-snapshot",
          "the root device name is, letter by letter, that of a device with a snapshot",
          INVALID_BLOCK_DEVICE_MAPPING,
          "API reference, RegisterImage; EC2 User Guide, Create an AMI from a snapshot",
          "REG-04",
          "REGD-02")
      .saying(recorded("No root snapshot specified in device mapping."));

  /** There is nothing to take away. */
  public static final Rule NOTHING_SUPPRESSED = rule(
          "register-image.nothing-suppressed",
          "an image of snapshots has no device to suppress",
          INVALID_BLOCK_DEVICE_MAPPING,
          "inferred: there is no device that could be suppressed",
          "REGD-09")
      .saying(own("The parameter noDevice is not supported in the block device mapping of an AMI"
          + " that is registered from snapshots."));

  /** The words are known. */
  public static final Rule WORDS_KNOWN = rule(
          "register-image.words-known",
          "architecture, virtualization type, boot mode, TPM, IMDS and SR-IOV support are"
              + " known words",
          INVALID_PARAMETER_VALUE,
          "API reference, RegisterImage",
          "REG-14",
          "REG-15",
          "REG-16",
          "REG-18",
          "BOOT-03",
          "BOOT-16",
          "BOOT-21")
      .saying(quoted("Invalid value '{value}' for {parameter}."));

  /** The UEFI data are base64. */
  public static final Rule UEFI_DATA_FORM = rule(
          "register-image.uefi-data-form",
          "UEFI data are at most 64,000 characters of base64",
          INVALID_PARAMETER_VALUE,
          "API reference, RegisterImage, UefiData",
          "REG-17",
          "NAME-12")
      .saying(own("Value for parameter uefiData is invalid. Value must be base64 of at most"
          + " {most} characters."));

  /** A TPM needs UEFI. */
  public static final Rule TPM_NEEDS_UEFI = rule(
          "register-image.tpm-needs-uefi",
          "TPM support is stated only for hvm images of x86_64 or arm64 with boot mode uefi",
          INVALID_PARAMETER_COMBINATION,
          "EC2 User Guide, NitroTPM",
          "REG-16",
          "BOOT-22")
      .saying(
          own("tpmSupport can only be specified for virtualizationType hvm and bootMode uefi"),
          TPM_ARCHITECTURE);

  /** UEFI data need UEFI. */
  public static final Rule UEFI_DATA_NEEDS_UEFI = rule(
          "register-image.uefi-data-needs-uefi",
          "UEFI data are stated only for hvm images of x86_64 or arm64 that can boot by UEFI",
          INVALID_PARAMETER_COMBINATION,
          "API reference, RegisterImage, UefiData",
          "BOOT-25")
      .saying(own("uefiData can only be specified for virtualizationType hvm and bootMode uefi"
          + " or uefi-preferred"));

  /** UEFI needs a machine that has it. */
  public static final Rule UEFI_NEEDS_HVM = rule(
          "register-image.uefi-needs-hvm",
          "boot modes uefi and uefi-preferred are for hvm images of x86_64 or arm64",
          INVALID_PARAMETER_COMBINATION,
          "EC2 User Guide, Boot modes; inferred from DescribeInstanceTypes",
          "BOOT-31")
      .saying(own("bootMode {bootMode} can only be specified for virtualizationType hvm and"
          + " architecture x86_64 or arm64"));

  /** Graviton has no BIOS. */
  public static final Rule ARM64_WITHOUT_BIOS = rule(
          "register-image.arm64-without-bios",
          "an arm64 image does not boot by legacy-bios",
          INVALID_PARAMETER_COMBINATION,
          "inferred from DescribeInstanceTypes: no arm64 instance type boots by legacy-bios",
          "BOOT-33")
      .saying(own("bootMode {bootMode} cannot be specified for architecture arm64"));

  /** Only the architectures of old have paravirtual images. */
  public static final Rule ARCHITECTURE_NEEDS_HVM = rule(
          "register-image.architecture-needs-hvm",
          "an image of an architecture other than i386 and x86_64 is hvm",
          INVALID_PARAMETER_COMBINATION,
          "API reference, DescribeInstanceTypes; observed: listings of images",
          "BOOT-12",
          "DOPEN-06")
      .saying(own("virtualizationType {virtualizationType} cannot be specified for architecture"
          + " {architecture}"));

  /** Only the architectures of old boot from instance store. */
  public static final Rule ARCHITECTURE_NEEDS_EBS = rule(
          "register-image.architecture-needs-ebs",
          "an image of an architecture other than i386 and x86_64 is made of snapshots",
          INVALID_PARAMETER_COMBINATION,
          "EC2 User Guide, Root volumes; observed: listings of images",
          "ROOT-09")
      .saying(own("imageLocation cannot be specified for architecture {architecture}"));

  /** A kernel needs paravirtualization. */
  public static final Rule KERNEL_NEEDS_PARAVIRTUAL = rule(
          "register-image.kernel-needs-paravirtual",
          "kernel and RAM disk are stated only for paravirtual images",
          INVALID_PARAMETER_COMBINATION,
          "EC2 User Guide, User provided kernels",
          "REG-12",
          "BOOT-07")
      .saying(own("{parameter} can only be specified for virtualizationType paravirtual"));

  /** Billing products need an authorized account. */
  public static final Rule MAY_USE_BILLING_PRODUCTS = rule(
          "register-image.may-use-billing-products",
          "only an account that AWS authorized states billing products",
          AUTH_FAILURE,
          "API reference, RegisterImage, BillingProducts",
          "REG-19",
          "PLAT-09",
          "PAID-11")
      .saying(own("Not authorized for billingProducts: [{billingProducts}]"));

  RegisterImage() {}

  /** {@return the name, free in the account and the Region} */
  public abstract ImageName name();

  /** {@return what the owner says of the image} */
  public abstract Optional<String> description();

  /** {@return the manifest of a bundle, as {@code bucket/key}; empty for an image of snapshots} */
  public abstract Optional<String> imageLocation();

  /** {@return which of the devices is the root} */
  public abstract Optional<DeviceName> rootDeviceName();

  /** {@return the devices} */
  public abstract ImmutableList<BlockDeviceMapping> blockDeviceMappings();

  /** {@return the architecture; {@code i386} if none is stated} */
  public abstract Architecture architecture();

  /** {@return the virtualization type; {@code paravirtual} if none is stated} */
  public abstract VirtualizationType virtualizationType();

  /** {@return the kernel, of a paravirtual image} */
  public abstract Optional<KernelId> kernelId();

  /** {@return the RAM disk, of a paravirtual image} */
  public abstract Optional<RamdiskId> ramdiskId();

  /** {@return how the image boots; empty for what the instance type does by default} */
  public abstract Optional<BootMode> bootMode();

  /** {@return which TPM the image is made for} */
  public abstract Optional<TpmSupport> tpmSupport();

  /** {@return the UEFI variable store, as base64} */
  public abstract Optional<String> uefiData();

  /** {@return which metadata service its instances ask for} */
  public abstract Optional<ImdsSupport> imdsSupport();

  /** {@return whether the image has the ENA driver} */
  public abstract Optional<Boolean> enaSupport();

  /** {@return which SR-IOV networking the image has} */
  public abstract Optional<SriovNetSupport> sriovNetSupport();

  /**
   * {@return the billing codes, of accounts that may state them; they show as what is billed, or as
   * product codes}
   */
  public abstract ImmutableList<String> billingProducts();

  /** {@return the tags of the image} */
  public abstract ImmutableList<TagSpecification> tagSpecifications();

  /** {@return a builder without a value} */
  public static Builder builder() {
    return new Builder()
        .architecture(Architecture.I386)
        .virtualizationType(VirtualizationType.PARAVIRTUAL);
  }

  /** {@return a builder with the values of this request} */
  public final Builder toBuilder() {
    return new Builder().from(this);
  }

  @Override
  public final Outcome<ImageId> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      ImmutableMap<SnapshotId, Snapshot> snapshots =
          UsableSnapshots.ownOfMapping(plan, blockDeviceMappings());
      requireBillable(plan);
      UsableSnapshots.requireFitForImage(blockDeviceMappings(), snapshots);
      ImmutableMap<DeviceName, VolumeFigures> volumes = volumes(snapshots);
      plan.requireNone(unfit(volumes));
      ImageNames.requireFree(plan, name());
      NewTags.requireRoom(plan, tagSpecifications());
      NewImages.requireQuota(plan);
      return NewImages.begin(
          plan,
          image(plan, snapshots, volumes),
          ImmutableMap.of(),
          Task.Kind.IMAGE_REGISTRATION,
          Optional.empty());
    });
  }

  private void requireBillable(Plan plan) {
    if (!billingProducts().isEmpty()
        && !plan.state().profile(plan.caller()).mayUseBillingProducts()) {
      throw Plan.refused(
          MAY_USE_BILLING_PRODUCTS, "billingProducts", String.join(", ", billingProducts()));
    }
  }

  private ImmutableList<Violation> malformed() {
    Broken broken = Broken.NOTHING
        .and(NewImages.malformed(name(), description()))
        .and(NewTags.malformed(tagSpecifications(), TagSpecification.IMAGE))
        .and(malformedDevices())
        .and(unknownWords());
    if (uefiData().isPresent() && !isUefiData(uefiData().get())) {
      broken = broken.and(
          UEFI_DATA_FORM.brokenBy("uefiData", uefiData().get()).with("most", LONGEST_UEFI_DATA));
    }
    for (String code : billingProducts()) {
      broken = broken.and(Characters.malformed("billingProducts", code));
    }
    return broken.and(contradictions()).violations();
  }

  private static boolean isUefiData(String data) {
    return data.length() <= LONGEST_UEFI_DATA && Base64.CHARACTERS.matchesAllOf(data);
  }

  private ImmutableList<Violation> malformedDevices() {
    return DeviceRules.areTooMany(blockDeviceMappings())
        ? DeviceRules.tooMany(blockDeviceMappings())
        : Broken.NOTHING
            .and(malformedSource())
            .and(DeviceRules.malformedInImage(blockDeviceMappings()))
            .and(misnamed())
            .violations();
  }

  private ImmutableList<Violation> malformedSource() {
    if (imageLocation().isPresent()) {
      return malformedManifest(imageLocation().get());
    }
    if (blockDeviceMappings().isEmpty()) {
      return ImmutableList.of(HAS_SOURCE.brokenBy("blockDeviceMappings", "absent"));
    }
    Broken broken = Broken.NOTHING;
    if (rootDeviceName().isEmpty()) {
      broken = broken.and(ROOT_NAMED.brokenBy("rootDeviceName", "absent"));
    } else if (rootSnapshot().isEmpty()) {
      broken = broken.and(
          ROOT_HAS_SNAPSHOT.brokenBy("rootDeviceName", rootDeviceName().get()));
    }
    for (int i = 0; i < blockDeviceMappings().size(); i++) {
      Optional<String> noDevice = blockDeviceMappings().get(i).noDevice();
      if (noDevice.isPresent()) {
        broken = broken.and(
            NOTHING_SUPPRESSED.brokenBy(DeviceRules.path(i) + ".noDevice", noDevice.get()));
      }
    }
    return broken.violations();
  }

  private ImmutableList<Violation> malformedManifest(String location) {
    Broken broken = Broken.NOTHING;
    if (!Manifest.FORM.matcher(location).matches() || !Characters.areLegal(location)) {
      broken = broken.and(MANIFEST_FORM.brokenBy("imageLocation", location));
    }
    for (int i = 0; i < blockDeviceMappings().size(); i++) {
      if (blockDeviceMappings().get(i).isEbs()) {
        broken = broken.and(MANIFEST_WITHOUT_EBS.brokenBy(DeviceRules.path(i) + ".ebs", "present"));
      }
    }
    return broken.violations();
  }

  private ImmutableList<Violation> misnamed() {
    ImmutableList<Violation> misnamed =
        DeviceRules.misnamed(blockDeviceMappings(), ImmutableSet.of());
    if (imageLocation().isEmpty()) {
      return misnamed;
    }
    Broken broken = Broken.NOTHING;
    for (Violation violation : misnamed) {
      broken = broken.and(MANIFEST_DEVICE_NAME.brokenBy(violation.path(), violation.found()));
    }
    return broken.violations();
  }

  private ImmutableList<Violation> unknownWords() {
    return Broken.NOTHING
        .and(unknown("architecture", Optional.of(architecture())))
        .and(unknown("virtualizationType", Optional.of(virtualizationType())))
        .and(unknown("bootMode", bootMode()))
        .and(unknown("tpmSupport", tpmSupport()))
        .and(unknown("imdsSupport", imdsSupport()))
        .and(unknown("sriovNetSupport", sriovNetSupport()))
        .violations();
  }

  private static Optional<Violation> unknown(String parameter, Optional<? extends Word> word) {
    return word.isEmpty() || word.get().isKnown()
        ? Optional.empty()
        : Optional.of(WORDS_KNOWN.brokenBy(parameter, word));
  }

  private ImmutableList<Violation> contradictions() {
    boolean isHvm = virtualizationType().equals(VirtualizationType.HVM);
    boolean statesUefi =
        bootMode().isPresent() && UEFI_MODES.contains(bootMode().get());
    boolean mayHaveUefi = WITH_UEFI.contains(architecture());
    boolean hasUefi = isHvm && mayHaveUefi;
    boolean bootsByUefi =
        statesUefi || bootMode().isEmpty() && architecture().equals(Architecture.ARM64);
    Broken broken = Broken.NOTHING;
    if (tpmSupport().isPresent() && !mayHaveUefi) {
      broken = broken.and(TPM_NEEDS_UEFI
          .brokenBy("tpmSupport", tpmSupport().get())
          .saying(TPM_ARCHITECTURE)
          .with("architecture", architecture()));
    } else if (tpmSupport().isPresent()
        && !(isHvm && bootMode().equals(Optional.of(BootMode.UEFI)))) {
      broken = broken.and(TPM_NEEDS_UEFI.brokenBy("tpmSupport", tpmSupport().get()));
    }
    if (statesUefi && !hasUefi) {
      broken = broken.and(UEFI_NEEDS_HVM.brokenBy("bootMode", bootMode().get()));
    }
    if (bootMode().equals(Optional.of(BootMode.LEGACY_BIOS))
        && architecture().equals(Architecture.ARM64)) {
      broken = broken.and(ARM64_WITHOUT_BIOS.brokenBy("bootMode", bootMode().get()));
    }
    if (uefiData().isPresent() && !(hasUefi && bootsByUefi)) {
      broken = broken.and(UEFI_DATA_NEEDS_UEFI.brokenBy("uefiData", "present"));
    }
    if (!OF_OLD.contains(architecture()) && architecture().isKnown()) {
      if (!isHvm) {
        broken = broken.and(ARCHITECTURE_NEEDS_HVM
            .brokenBy("virtualizationType", virtualizationType())
            .with("architecture", architecture()));
      }
      if (imageLocation().isPresent()) {
        broken = broken.and(ARCHITECTURE_NEEDS_EBS
            .brokenBy("imageLocation", imageLocation().get())
            .with("architecture", architecture()));
      }
    }
    if (isHvm && kernelId().isPresent()) {
      broken =
          broken.and(KERNEL_NEEDS_PARAVIRTUAL.brokenBy("kernelId", kernelId().get()));
    }
    if (isHvm && ramdiskId().isPresent()) {
      broken =
          broken.and(KERNEL_NEEDS_PARAVIRTUAL.brokenBy("ramdiskId", ramdiskId().get()));
    }
    return broken.violations();
  }

  private ImmutableMap<DeviceName, VolumeFigures> volumes(
      ImmutableMap<SnapshotId, Snapshot> snapshots) {
    ImmutableMap.Builder<DeviceName, VolumeFigures> volumes = ImmutableMap.builder();
    for (BlockDeviceMapping device : blockDeviceMappings()) {
      if (device.isEbs()) {
        volumes.put(
            device.deviceName(),
            VolumeFigures.asStated(device.ebs().get(), snapshot(device, snapshots)));
      }
    }
    return volumes.buildOrThrow();
  }

  private static Optional<Snapshot> snapshot(
      BlockDeviceMapping device, ImmutableMap<SnapshotId, Snapshot> snapshots) {
    return device.snapshotId().isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(snapshots.get(device.snapshotId().get()));
  }

  private ImmutableList<Violation> unfit(ImmutableMap<DeviceName, VolumeFigures> volumes) {
    Broken broken = Broken.NOTHING.and(VolumeFigures.withoutSize(volumes, this::path));
    for (Map.Entry<DeviceName, VolumeFigures> volume : volumes.entrySet()) {
      DeviceName name = volume.getKey();
      for (Violation violation : volume.getValue().violationsInImage(isRoot(name))) {
        broken = broken.and(violation.within(path(name)));
      }
    }
    return broken.violations();
  }

  private String path(DeviceName name) {
    return DeviceRules.path(blockDeviceMappings(), name);
  }

  private Ami.Builder image(
      Plan plan,
      ImmutableMap<SnapshotId, Snapshot> snapshots,
      ImmutableMap<DeviceName, VolumeFigures> volumes) {
    Optional<String> product = knownBillingProduct(plan);
    BillingProduct billed = billed(plan, product, snapshots);
    ImmutableSet<ProductCode> productCodes = productCodes(snapshots.values(), product);
    Ami.Builder image = NewImages.pending(plan, plan.newImageId(), name())
        .description(description())
        .architecture(architecture())
        .virtualizationType(virtualizationType())
        .kernelId(kernelId())
        .ramdiskId(ramdiskId())
        .bootMode(bootMode())
        .tpmSupport(tpmSupport())
        .uefiData(uefiData())
        .imdsSupport(imdsSupport())
        .enaSupport(enaSupport())
        .sriovNetSupport(sriovNetSupportInImage())
        .rootDeviceName(rootDeviceName())
        .rootDeviceType(imageLocation().isPresent() ? DeviceType.INSTANCE_STORE : DeviceType.EBS)
        .blockDeviceMappings(devicesInImage(volumes))
        .platform(
            billed.platformDetails().startsWith("Windows")
                ? Optional.of(Platform.WINDOWS)
                : Optional.empty())
        .platformDetails(billed.platformDetails())
        .usageOperation(billed.usageOperation())
        .productCodes(productCodes)
        .tags(NewTags.tagsOf(tagSpecifications(), TagSpecification.IMAGE));
    if (imageLocation().isPresent()) {
      image.imageLocation(imageLocation().get());
    }
    return image;
  }

  /** That of the request; an image with the ENA driver has the older one as well. */
  private Optional<SriovNetSupport> sriovNetSupportInImage() {
    return sriovNetSupport().isEmpty() && enaSupport().equals(Optional.of(true))
        ? Optional.of(SriovNetSupport.SIMPLE)
        : sriovNetSupport();
  }

  /** The first billing product of which the settings tell what is billed. */
  private Optional<String> knownBillingProduct(Plan plan) {
    for (String product : billingProducts()) {
      if (plan.settings().billingProducts().containsKey(product)) {
        return Optional.of(product);
      }
    }
    return Optional.empty();
  }

  /** What is billed: by the product, or else by the snapshot of the root. */
  private BillingProduct billed(
      Plan plan, Optional<String> product, ImmutableMap<SnapshotId, Snapshot> snapshots) {
    if (product.isPresent()) {
      return requireNonNull(plan.settings().billingProducts().get(product.get()));
    }
    Optional<SnapshotId> rootId = rootSnapshot();
    if (rootId.isEmpty()) {
      return NewImages.LINUX;
    }
    Snapshot root = requireNonNull(snapshots.get(rootId.get()));
    return root.platformDetails().isPresent() && root.usageOperation().isPresent()
        ? new BillingProduct(root.platformDetails().get(), root.usageOperation().get())
        : NewImages.LINUX;
  }

  /** Those of the snapshots, and every billing product that does not show otherwise. */
  private ImmutableSet<ProductCode> productCodes(
      Collection<Snapshot> snapshots, Optional<String> shown) {
    ImmutableSet.Builder<ProductCode> codes = ImmutableSet.builder();
    for (Snapshot snapshot : snapshots) {
      codes.addAll(snapshot.productCodes());
    }
    for (String product : billingProducts()) {
      if (!shown.equals(Optional.of(product))) {
        codes.add(new ProductCode(product, Optional.empty()));
      }
    }
    return codes.build();
  }

  private ImmutableList<BlockDeviceMapping> devicesInImage(
      ImmutableMap<DeviceName, VolumeFigures> volumes) {
    ImmutableList.Builder<BlockDeviceMapping> devices = ImmutableList.builder();
    for (BlockDeviceMapping device : blockDeviceMappings()) {
      if (device.isEbs()) {
        VolumeFigures volume = requireNonNull(volumes.get(device.deviceName()));
        devices.add(BlockDeviceMapping.ebs(
            device.deviceName(),
            volume.inImage(device.ebs().get(), device.snapshotId().isPresent())));
      } else if (device.noDevice().isEmpty()) {
        devices.add(device);
      }
    }
    return devices.build();
  }

  private boolean isRoot(DeviceName name) {
    return rootDeviceName().isPresent() && rootDeviceName().get().equals(name);
  }

  private Optional<SnapshotId> rootSnapshot() {
    for (BlockDeviceMapping device : blockDeviceMappings()) {
      if (device.snapshotId().isPresent() && isRoot(device.deviceName())) {
        return device.snapshotId();
      }
    }
    return Optional.empty();
  }

  /** Made for the first UEFI variable store; many a program has none. */
  private static final class Base64 {
    static final CharMatcher CHARACTERS = CharMatcher.inRange('a', 'z')
        .or(CharMatcher.inRange('A', 'Z'))
        .or(CharMatcher.inRange('0', '9'))
        .or(CharMatcher.anyOf("+/="))
        .precomputed();
  }

  /** Made for the first image of a manifest; many a program registers none. */
  private static final class Manifest {
    static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]+/.+");
  }

  /**
   * Builds a {@link RegisterImage}. The name has to be set. Architecture and virtualization type
   * are at first EC2's own, {@code i386} and {@code paravirtual}: see {@link #hvm(Architecture)}.
   */
  public static final class Builder {
    private final ImmutableRegisterImage.Builder members = new ImmutableRegisterImage.Builder();

    Builder() {}

    /**
     * Sets the name.
     *
     * @param name the name, free in the account and the Region: 3 to 128 characters by
     *     {@link ImageName#REGISTRABLE}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder name(ImageName name) {
      members.name(name);
      return this;
    }

    /**
     * Sets the name, given as text.
     *
     * @param name the text, such as {@code golden-2026.11}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder name(String name) {
      requireNonNull(name, "name");
      return name(ImageName.of(name));
    }

    /**
     * Sets what the owner says of the image.
     *
     * @param description the description, at most 255 characters
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder description(String description) {
      members.description(description);
      return this;
    }

    /**
     * Sets the description, or none.
     *
     * @param description the description; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder description(Optional<String> description) {
      requireNonNull(description, "description");
      members.description(description);
      return this;
    }

    /**
     * Sets the manifest of a bundle on instance store. An image of snapshots has none.
     *
     * @param imageLocation the manifest, as {@code bucket/key}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageLocation(String imageLocation) {
      members.imageLocation(imageLocation);
      return this;
    }

    /**
     * Sets the manifest, or none.
     *
     * @param imageLocation the manifest; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageLocation(Optional<String> imageLocation) {
      requireNonNull(imageLocation, "imageLocation");
      members.imageLocation(imageLocation);
      return this;
    }

    /**
     * Sets which of the devices is the root; an image of snapshots tells it.
     *
     * @param rootDeviceName the name of the device, letter by letter that of one with a snapshot
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder rootDeviceName(DeviceName rootDeviceName) {
      members.rootDeviceName(rootDeviceName);
      return this;
    }

    /**
     * Sets the root device name, given as text.
     *
     * @param rootDeviceName the text, such as {@code /dev/xvda}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code device-name.not-empty}
     */
    @CanIgnoreReturnValue
    public Builder rootDeviceName(String rootDeviceName) {
      requireNonNull(rootDeviceName, "rootDeviceName");
      return rootDeviceName(DeviceName.of(rootDeviceName));
    }

    /**
     * Sets the root device name, or none.
     *
     * @param rootDeviceName the root device name; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder rootDeviceName(Optional<? extends DeviceName> rootDeviceName) {
      requireNonNull(rootDeviceName, "rootDeviceName");
      members.rootDeviceName(rootDeviceName);
      return this;
    }

    /**
     * Sets the devices.
     *
     * @param blockDeviceMappings the devices, each name once
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder blockDeviceMappings(Iterable<? extends BlockDeviceMapping> blockDeviceMappings) {
      requireNonNull(blockDeviceMappings, "blockDeviceMappings");
      members.blockDeviceMappings(blockDeviceMappings);
      return this;
    }

    /**
     * Adds a device.
     *
     * @param blockDeviceMapping the device, whose name no other has
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addBlockDeviceMapping(BlockDeviceMapping blockDeviceMapping) {
      requireNonNull(blockDeviceMapping, "blockDeviceMapping");
      members.addBlockDeviceMapping(blockDeviceMapping);
      return this;
    }

    /**
     * Sets the architecture.
     *
     * @param architecture the architecture; at first {@code i386}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder architecture(Architecture architecture) {
      members.architecture(architecture);
      return this;
    }

    /**
     * Sets the virtualization type.
     *
     * @param virtualizationType the virtualization type; at first {@code paravirtual}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder virtualizationType(VirtualizationType virtualizationType) {
      members.virtualizationType(virtualizationType);
      return this;
    }

    /**
     * Sets the kernel of a paravirtual image.
     *
     * @param kernelId the kernel
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder kernelId(KernelId kernelId) {
      members.kernelId(kernelId);
      return this;
    }

    /**
     * Sets the kernel, given as text.
     *
     * @param kernelId the text, such as {@code aki-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code kernel-id.format}
     */
    @CanIgnoreReturnValue
    public Builder kernelId(String kernelId) {
      requireNonNull(kernelId, "kernelId");
      return kernelId(KernelId.of(kernelId));
    }

    /**
     * Sets the kernel, or none.
     *
     * @param kernelId the kernel; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder kernelId(Optional<? extends KernelId> kernelId) {
      requireNonNull(kernelId, "kernelId");
      members.kernelId(kernelId);
      return this;
    }

    /**
     * Sets the RAM disk of a paravirtual image.
     *
     * @param ramdiskId the RAM disk
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ramdiskId(RamdiskId ramdiskId) {
      members.ramdiskId(ramdiskId);
      return this;
    }

    /**
     * Sets the RAM disk, given as text.
     *
     * @param ramdiskId the text, such as {@code ari-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code ramdisk-id.format}
     */
    @CanIgnoreReturnValue
    public Builder ramdiskId(String ramdiskId) {
      requireNonNull(ramdiskId, "ramdiskId");
      return ramdiskId(RamdiskId.of(ramdiskId));
    }

    /**
     * Sets the RAM disk, or none.
     *
     * @param ramdiskId the RAM disk; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ramdiskId(Optional<? extends RamdiskId> ramdiskId) {
      requireNonNull(ramdiskId, "ramdiskId");
      members.ramdiskId(ramdiskId);
      return this;
    }

    /**
     * Sets how the image boots. Without it, it boots as the instance type does by default.
     *
     * @param bootMode the boot mode
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder bootMode(BootMode bootMode) {
      members.bootMode(bootMode);
      return this;
    }

    /**
     * Sets the boot mode, or none.
     *
     * @param bootMode the boot mode; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder bootMode(Optional<? extends BootMode> bootMode) {
      requireNonNull(bootMode, "bootMode");
      members.bootMode(bootMode);
      return this;
    }

    /**
     * Sets which TPM the image is made for. Wants hvm and the boot mode uefi.
     *
     * @param tpmSupport the TPM support
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder tpmSupport(TpmSupport tpmSupport) {
      members.tpmSupport(tpmSupport);
      return this;
    }

    /**
     * Sets the TPM support, or none.
     *
     * @param tpmSupport the TPM support; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder tpmSupport(Optional<? extends TpmSupport> tpmSupport) {
      requireNonNull(tpmSupport, "tpmSupport");
      members.tpmSupport(tpmSupport);
      return this;
    }

    /**
     * Sets the UEFI variable store.
     *
     * @param uefiData the store, at most 64,000 characters of base64
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder uefiData(String uefiData) {
      members.uefiData(uefiData);
      return this;
    }

    /**
     * Sets the UEFI variable store, or none.
     *
     * @param uefiData the UEFI variable store; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder uefiData(Optional<String> uefiData) {
      requireNonNull(uefiData, "uefiData");
      members.uefiData(uefiData);
      return this;
    }

    /**
     * Sets which metadata service the instances of the image ask for. Without it they take both
     * versions.
     *
     * @param imdsSupport the metadata service support
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imdsSupport(ImdsSupport imdsSupport) {
      members.imdsSupport(imdsSupport);
      return this;
    }

    /**
     * Sets the metadata service support, or none.
     *
     * @param imdsSupport the metadata service support; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imdsSupport(Optional<? extends ImdsSupport> imdsSupport) {
      requireNonNull(imdsSupport, "imdsSupport");
      members.imdsSupport(imdsSupport);
      return this;
    }

    /**
     * Sets whether the image has the ENA driver.
     *
     * @param enaSupport whether it has
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder enaSupport(boolean enaSupport) {
      members.enaSupport(enaSupport);
      return this;
    }

    /**
     * Sets whether the image has the ENA driver, or leaves it open.
     *
     * @param enaSupport whether it has; empty leaves it open
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder enaSupport(Optional<Boolean> enaSupport) {
      requireNonNull(enaSupport, "enaSupport");
      members.enaSupport(enaSupport);
      return this;
    }

    /**
     * Sets which SR-IOV networking the image has.
     *
     * @param sriovNetSupport the SR-IOV support
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder sriovNetSupport(SriovNetSupport sriovNetSupport) {
      members.sriovNetSupport(sriovNetSupport);
      return this;
    }

    /**
     * Sets the SR-IOV support, or none.
     *
     * @param sriovNetSupport the SR-IOV support; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder sriovNetSupport(Optional<? extends SriovNetSupport> sriovNetSupport) {
      requireNonNull(sriovNetSupport, "sriovNetSupport");
      members.sriovNetSupport(sriovNetSupport);
      return this;
    }

    /**
     * Sets the billing codes, which only accounts that AWS authorized may state. The first of which
     * the settings of the registry tell what is billed shows as that; every other shows as a
     * product code.
     *
     * @param billingProducts the codes
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder billingProducts(Iterable<String> billingProducts) {
      requireNonNull(billingProducts, "billingProducts");
      members.billingProducts(billingProducts);
      return this;
    }

    /**
     * Sets the billing codes, which only accounts that AWS authorized may state. The first of which
     * the settings of the registry tell what is billed shows as that; every other shows as a
     * product code.
     *
     * @param billingProducts the codes
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder billingProducts(String... billingProducts) {
      requireNonNull(billingProducts, "billingProducts");
      return billingProducts(Arrays.asList(billingProducts));
    }

    /**
     * Sets the tags of the image.
     *
     * @param tagSpecifications the tags, by type of resource
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder tagSpecifications(Iterable<? extends TagSpecification> tagSpecifications) {
      requireNonNull(tagSpecifications, "tagSpecifications");
      members.tagSpecifications(tagSpecifications);
      return this;
    }

    /**
     * Adds tags.
     *
     * @param tagSpecification the tags, and the type of the resources that get them
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addTagSpecification(TagSpecification tagSpecification) {
      requireNonNull(tagSpecification, "tagSpecification");
      members.addTagSpecification(tagSpecification);
      return this;
    }

    /**
     * Makes the image hvm, of an architecture.
     *
     * @param architecture the architecture
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder hvm(Architecture architecture) {
      requireNonNull(architecture, "architecture");
      return architecture(architecture).virtualizationType(VirtualizationType.HVM);
    }

    /**
     * Makes an EBS volume of a snapshot the root device, and adds it to the devices.
     *
     * @param deviceName its name, such as {@code /dev/xvda}
     * @param snapshotId the snapshot
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code device-name.not-empty}
     */
    @CanIgnoreReturnValue
    public Builder ebsRoot(String deviceName, SnapshotId snapshotId) {
      requireNonNull(deviceName, "deviceName");
      requireNonNull(snapshotId, "snapshotId");
      return ebsRoot(deviceName, EbsBlockDevice.ofSnapshot(snapshotId));
    }

    /**
     * Makes an EBS volume the root device, and adds it to the devices.
     *
     * @param deviceName its name, such as {@code /dev/xvda}
     * @param ebs the volume, of a snapshot
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code device-name.not-empty}
     */
    @CanIgnoreReturnValue
    public Builder ebsRoot(String deviceName, EbsBlockDevice ebs) {
      requireNonNull(deviceName, "deviceName");
      requireNonNull(ebs, "ebs");
      DeviceName name = DeviceName.of(deviceName);
      return rootDeviceName(name).addBlockDeviceMapping(BlockDeviceMapping.ebs(name, ebs));
    }

    /**
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without a name
     */
    public RegisterImage build() {
      return members.build();
    }

    private Builder from(RegisterImage value) {
      members.from(value);
      return this;
    }
  }
}
