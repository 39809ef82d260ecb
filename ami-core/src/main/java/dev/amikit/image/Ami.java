package dev.amikit.image;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KernelId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.ProductCode;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.rule.Invariant;
import dev.amikit.rule.Rule;
import dev.amikit.tag.Tags;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An Amazon Machine Image, EC2's {@code Image}; also the kernels and RAM disks that EC2 lists among
 * them.
 *
 * <p>Every image that EC2 can answer with can be held, however old; no other can. What was made by
 * {@link Builder#build()} keeps {@link #RULES}. Only what may change in the life of an image has a
 * {@code with…} method, and that checks the rules which the change can break, no others; the rest
 * is fixed when the image is made.
 *
 * <p>Owner and viewer use the same type. A viewer's answer lacks what EC2 does not show: explicit
 * launch permissions, the last launched time, the tags of other accounts.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html">Image</a>
 */
@Value.Immutable
public abstract class Ami {
  /** The rules that every image keeps. */
  public static final ImmutableList<Rule> RULES = Invariant.rules(AmiRules.INVARIANTS);

  Ami() {}

  /** {@return the ID of the image} */
  public abstract ImageId imageId();

  /** {@return what the image is for} */
  public abstract ImageType imageType();

  /** {@return the account that the image belongs to} */
  public abstract AccountId ownerId();

  /** {@return the name that AWS gives to the owner; none for ordinary accounts} */
  public abstract Optional<OwnerAlias> imageOwnerAlias();

  /** {@return the name; some images of the first years have none} */
  public abstract Optional<ImageName> name();

  /** {@return what the owner says of the image; may be empty text} */
  public abstract Optional<String> description();

  /** {@return the state} */
  public abstract AmiState state();

  /** {@return why the image is in its state; there after a failure} */
  public abstract Optional<StateReason> stateReason();

  /** {@return when the image was made; some images of the first years do not tell} */
  public abstract Optional<Instant> creationDate();

  /** {@return where the image is: the path of its manifest, or owner and name} */
  public abstract Optional<String> imageLocation();

  /** {@return the processor architecture} */
  public abstract Architecture architecture();

  /** {@return how the image is virtualized; answers of before hvm do not tell} */
  public abstract Optional<VirtualizationType> virtualizationType();

  /** {@return the hypervisor, {@code xen}; old answers do not tell} */
  public abstract Optional<Hypervisor> hypervisor();

  /** {@return the kernel; paravirtual images} */
  public abstract Optional<KernelId> kernelId();

  /** {@return the RAM disk; paravirtual images} */
  public abstract Optional<RamdiskId> ramdiskId();

  /** {@return Windows, or none for everything else} */
  public abstract Optional<Platform> platform();

  /**
   * {@return what is billed, such as {@code Linux/UNIX}; together with {@link #usageOperation()}}
   */
  public abstract Optional<String> platformDetails();

  /** {@return the operation that is billed, such as {@code RunInstances:0002}} */
  public abstract Optional<String> usageOperation();

  /** {@return the paid products that the image is part of} */
  public abstract ImmutableList<ProductCode> productCodes();

  /** {@return what kind of root device the image has; a kernel or RAM disk need not tell} */
  public abstract Optional<DeviceType> rootDeviceType();

  /** {@return the name of the root device; images on instance store mostly have none} */
  public abstract Optional<DeviceName> rootDeviceName();

  /** {@return the devices, each name once; their order means nothing} */
  public abstract ImmutableList<BlockDeviceMapping> blockDeviceMappings();

  /** {@return whether the image has the ENA driver; absence is not false} */
  public abstract Optional<Boolean> enaSupport();

  /** {@return which SR-IOV networking the image has} */
  public abstract Optional<SriovNetSupport> sriovNetSupport();

  /** {@return how the image boots; empty for what the instance type does by default} */
  public abstract Optional<BootMode> bootMode();

  /** {@return which TPM the image is made for} */
  public abstract Optional<TpmSupport> tpmSupport();

  /** {@return which metadata service its instances ask for; once set, it stays} */
  public abstract Optional<ImdsSupport> imdsSupport();

  /** {@return the UEFI variable store, as base64; told to the owner by DescribeImageAttribute} */
  public abstract Optional<String> uefiData();

  /** {@return from when on the image is deprecated; a future time deprecates nothing yet} */
  public abstract Optional<Instant> deprecationTime();

  /** {@return whether the image is kept from being deregistered; old answers do not tell} */
  public abstract Optional<DeregistrationProtection> deregistrationProtection();

  /** {@return when the image was last launched, as far as known; told to the owner only} */
  public abstract Optional<Instant> lastLaunchedTime();

  /** {@return the instance that CreateImage made the image of} */
  public abstract Optional<InstanceId> sourceInstanceId();

  /** {@return the image that this one comes from; together with {@link #sourceImageRegion()}} */
  public abstract Optional<ImageId> sourceImageId();

  /** {@return the Region of the image that this one comes from} */
  public abstract Optional<Region> sourceImageRegion();

  /** {@return the watermarks, at most five, each key once} */
  public abstract ImmutableList<ImageWatermark> imageWatermarks();

  /** {@return who may launch the image besides its owner, as far as the viewer may know} */
  public abstract ImmutableSet<LaunchPermission> launchPermissions();

  /** {@return the tags that the viewer's account attached} */
  public abstract Tags tags();

  /** {@return whether the viewer's Allowed AMIs setting allows the image; empty without setting} */
  public abstract Optional<Boolean> imageAllowed();

  /** {@return whether the image may be used under the free tier} */
  public abstract Optional<Boolean> freeTierEligible();

  /** {@return the public parameter of Systems Manager that stands for the image now} */
  public abstract Optional<String> publicSsmParameterName();

  /** {@return that the image lies in the Recycle Bin; empty if it does not} */
  public abstract Optional<RecycleBinStay> recycleBinStay();

  /**
   * Returns a builder of a machine image.
   *
   * @return a builder that has the image type, and no tags
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder with the values of this image} */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** {@return whether everyone may launch the image, EC2's member {@code Public}} */
  public final boolean isPublic() {
    return launchPermissions().contains(LaunchPermission.everyone());
  }

  /**
   * Tells whether instances boot from a device: the one under the root device name, or the first
   * EBS volume where the mapping has none of that name.
   *
   * @param name the name of the device
   * @return whether it is the root
   */
  public final boolean bootsFrom(DeviceName name) {
    return rootDevice()
        .or(() ->
            blockDeviceMappings().stream().filter(BlockDeviceMapping::isEbs).findFirst())
        .map(device -> device.deviceName().equals(name))
        .orElse(false);
  }

  /** {@return whether the image is a Windows image} */
  public final boolean isWindows() {
    return platform().isPresent();
  }

  /** {@return whether the root device is known to be an EBS volume} */
  public final boolean hasEbsRoot() {
    return rootDeviceType().isPresent() && rootDeviceType().get().equals(DeviceType.EBS);
  }

  /** {@return whether the image lies in the Recycle Bin} */
  public final boolean isInRecycleBin() {
    return recycleBinStay().isPresent();
  }

  /**
   * Tells whether the image is deprecated at a time.
   *
   * @param time the time
   * @return whether its deprecation time has come; true from that very instant on
   */
  public final boolean isDeprecatedAt(Instant time) {
    requireNonNull(time, "time");
    return deprecationTime().isPresent() && !time.isBefore(deprecationTime().get());
  }

  /**
   * Tells whether the image is kept from being deregistered at a time.
   *
   * @param time the time
   * @return whether protection is enabled, or cooling down
   */
  public final boolean isProtectedAt(Instant time) {
    requireNonNull(time, "time");
    return deregistrationProtection().isPresent()
        && deregistrationProtection().get().protectsAt(time);
  }

  /**
   * Returns the device of a name.
   *
   * @param deviceName the name, letter by letter
   * @return the device; empty if the image has none of that name
   */
  public final Optional<BlockDeviceMapping> device(DeviceName deviceName) {
    requireNonNull(deviceName, "deviceName");
    for (BlockDeviceMapping mapping : blockDeviceMappings()) {
      if (mapping.deviceName().equals(deviceName)) {
        return Optional.of(mapping);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the root device.
   *
   * @return the device under the root device name; empty if none has that very name, which is so
   *     for images whose mapping leaves out the partition number
   */
  public final Optional<BlockDeviceMapping> rootDevice() {
    return rootDeviceName().flatMap(this::device);
  }

  /** {@return the snapshots that back the image, each once, in the order of the devices} */
  public final ImmutableSet<SnapshotId> snapshotIds() {
    return blockDeviceMappings().stream()
        .flatMap(mapping -> mapping.snapshotId().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Returns the image in another state.
   *
   * @param state the state
   * @return the changed image
   * @throws dev.amikit.rule.RuleViolationException if an image in that state cannot have what it
   *     has
   */
  public final Ami withState(AmiState state) {
    return Invariant.enforce(AmiRules.OF_STATE, replaceState(state));
  }

  /**
   * Returns the image with another reason for its state.
   *
   * @param stateReason the reason
   * @return the changed image
   */
  public final Ami withStateReason(Optional<StateReason> stateReason) {
    requireNonNull(stateReason, "stateReason");
    return replaceStateReason(stateReason);
  }

  /**
   * Returns the image with another description.
   *
   * @param description the description
   * @return the changed image
   */
  public final Ami withDescription(Optional<String> description) {
    requireNonNull(description, "description");
    return replaceDescription(description);
  }

  /**
   * Returns the image with other metadata service support.
   *
   * @param imdsSupport the support
   * @return the changed image
   */
  public final Ami withImdsSupport(Optional<ImdsSupport> imdsSupport) {
    requireNonNull(imdsSupport, "imdsSupport");
    return replaceImdsSupport(imdsSupport);
  }

  /**
   * Returns the image with another deprecation time.
   *
   * @param deprecationTime the time; empty for none
   * @return the changed image
   * @throws dev.amikit.rule.RuleViolationException if the time is before the creation of the image
   */
  public final Ami withDeprecationTime(Optional<Instant> deprecationTime) {
    requireNonNull(deprecationTime, "deprecationTime");
    return Invariant.enforce(AmiRules.OF_DEPRECATION_TIME, replaceDeprecationTime(deprecationTime));
  }

  /**
   * Returns the image with other deregistration protection.
   *
   * @param protection the protection
   * @return the changed image
   * @throws dev.amikit.rule.RuleViolationException if the image is one that cannot be protected
   */
  public final Ami withDeregistrationProtection(Optional<DeregistrationProtection> protection) {
    requireNonNull(protection, "protection");
    return Invariant.enforce(AmiRules.OF_PROTECTION, replaceDeregistrationProtection(protection));
  }

  /**
   * Returns the image with another last launched time.
   *
   * @param lastLaunchedTime the time; empty for none that is known
   * @return the changed image
   */
  public final Ami withLastLaunchedTime(Optional<Instant> lastLaunchedTime) {
    requireNonNull(lastLaunchedTime, "lastLaunchedTime");
    return replaceLastLaunchedTime(lastLaunchedTime);
  }

  /**
   * Returns the image with other watermarks.
   *
   * @param imageWatermarks the watermarks
   * @return the changed image
   * @throws dev.amikit.rule.RuleViolationException if there are more than five, or a key comes
   *     twice
   */
  public final Ami withImageWatermarks(Iterable<ImageWatermark> imageWatermarks) {
    requireNonNull(imageWatermarks, "imageWatermarks");
    return Invariant.enforce(AmiRules.OF_WATERMARKS, replaceImageWatermarks(imageWatermarks));
  }

  /**
   * Returns the image with other launch permissions; also the way to join those that
   * DescribeImageAttribute tells to an image that DescribeImages told.
   *
   * @param launchPermissions the permissions
   * @return the changed image
   * @throws dev.amikit.rule.RuleViolationException if an image in its state cannot have any
   */
  public final Ami withLaunchPermissions(Iterable<LaunchPermission> launchPermissions) {
    requireNonNull(launchPermissions, "launchPermissions");
    return Invariant.enforce(AmiRules.OF_PERMISSIONS, replaceLaunchPermissions(launchPermissions));
  }

  /**
   * Returns the image with other tags.
   *
   * @param tags the tags
   * @return the changed image
   */
  public final Ami withTags(Tags tags) {
    return replaceTags(tags);
  }

  /**
   * Returns the image with another answer to whether the viewer may use it.
   *
   * @param imageAllowed the answer; empty for none
   * @return the changed image
   */
  public final Ami withImageAllowed(Optional<Boolean> imageAllowed) {
    requireNonNull(imageAllowed, "imageAllowed");
    return replaceImageAllowed(imageAllowed);
  }

  /**
   * Returns the image inside or outside the Recycle Bin.
   *
   * @param stay its stay in the Recycle Bin; empty if it is not there
   * @return the changed image
   * @throws dev.amikit.rule.RuleViolationException if the image is one that cannot be there
   */
  public final Ami withRecycleBinStay(Optional<RecycleBinStay> stay) {
    requireNonNull(stay, "stay");
    return Invariant.enforce(AmiRules.OF_RECYCLE_BIN, replaceRecycleBinStay(stay));
  }

  abstract Ami replaceState(AmiState value);

  abstract Ami replaceStateReason(Optional<? extends StateReason> value);

  abstract Ami replaceDescription(Optional<String> value);

  abstract Ami replaceImdsSupport(Optional<? extends ImdsSupport> value);

  abstract Ami replaceDeprecationTime(Optional<? extends Instant> value);

  abstract Ami replaceDeregistrationProtection(Optional<? extends DeregistrationProtection> value);

  abstract Ami replaceLastLaunchedTime(Optional<? extends Instant> value);

  abstract Ami replaceImageWatermarks(Iterable<? extends ImageWatermark> value);

  abstract Ami replaceLaunchPermissions(Iterable<? extends LaunchPermission> value);

  abstract Ami replaceTags(Tags value);

  abstract Ami replaceImageAllowed(Optional<Boolean> value);

  abstract Ami replaceRecycleBinStay(Optional<? extends RecycleBinStay> value);

  /** Builds an {@link Ami}; of type machine and without tags, unless told otherwise. */
  public static final class Builder extends ImmutableAmi.Builder {
    Builder() {
      imageType(ImageType.MACHINE);
      tags(Tags.none());
    }

    /**
     * Sets the ID.
     *
     * @param imageId the text of the ID
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageId(String imageId) {
      requireNonNull(imageId, "imageId");
      return imageId(ImageId.of(imageId));
    }

    /**
     * Sets the owner.
     *
     * @param ownerId the text of the account ID
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ownerId(String ownerId) {
      requireNonNull(ownerId, "ownerId");
      return ownerId(AccountId.of(ownerId));
    }

    /**
     * Sets the name.
     *
     * @param name the text of the name
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder name(String name) {
      requireNonNull(name, "name");
      return name(ImageName.of(name));
    }

    /**
     * Makes an EBS volume the root device, and adds it to the devices.
     *
     * @param deviceName its name, such as {@code /dev/xvda}
     * @param ebs the volume
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ebsRoot(String deviceName, EbsBlockDevice ebs) {
      requireNonNull(deviceName, "deviceName");
      DeviceName name = DeviceName.of(deviceName);
      return rootDeviceType(DeviceType.EBS)
          .rootDeviceName(name)
          .addBlockDeviceMappings(BlockDeviceMapping.ebs(name, ebs));
    }

    /**
     * Says what is billed: {@code Linux/UNIX}, by {@code RunInstances}.
     *
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder linux() {
      return platformDetails("Linux/UNIX").usageOperation("RunInstances");
    }

    /**
     * Makes the image a Windows image, and says what is billed: {@code Windows}, by
     * {@code RunInstances:0002}.
     *
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder windows() {
      return platform(Platform.WINDOWS)
          .platformDetails("Windows")
          .usageOperation("RunInstances:0002");
    }

    /**
     * Returns the image.
     *
     * @return the image, which keeps {@link Ami#RULES}
     * @throws dev.amikit.rule.RuleViolationException with every broken rule, if it would not
     */
    @Override
    public Ami build() {
      return Invariant.enforce(AmiRules.INVARIANTS, super.build());
    }
  }
}
