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
import dev.amikit.rule.Broken;
import dev.amikit.rule.Rule;
import dev.amikit.tag.Tags;
import java.beans.Transient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

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
  public static final ImmutableList<Rule> RULES = AmiRules.ALL;

  /** EC2 tells the times of images in whole seconds. */
  public static final ChronoUnit TIME_UNIT = ChronoUnit.SECONDS;

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

  /** {@return the devices, each name once; their order is kept, but means nothing} */
  public final ImmutableList<BlockDeviceMapping> blockDeviceMappings() {
    return devices().mappings();
  }

  abstract DevicesInAnyOrder devices();

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

  abstract KnownPermissions permissions();

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
   * @return a builder that has the image type, no tags, and is shared with nobody
   */
  public static Builder builder() {
    return new Builder().imageType(ImageType.MACHINE).tags(Tags.none());
  }

  /** {@return a builder with the values of this image} */
  public final Builder toBuilder() {
    return new Builder().from(this);
  }

  /**
   * {@return who may launch the image besides its owner; empty where that was not told, as in every
   * answer of DescribeImages: only {@link #isPublic()} is, and DescribeImageAttribute tells the
   * owner the rest}
   */
  public final Optional<ImmutableSet<LaunchPermission>> launchPermissions() {
    return permissions().told();
  }

  /**
   * {@return whether everyone may launch the image, EC2's member {@code Public}; known of every
   * image}
   */
  @Transient
  public final boolean isPublic() {
    return permissions().areForEveryone();
  }

  /**
   * Returns the launch permissions that the image is known to have. It may have others if they
   * {@linkplain #launchPermissions() were not told}.
   *
   * @return those that were told; else the one of everyone if the image is public, and none if it
   *     is not
   */
  public final ImmutableSet<LaunchPermission> knownLaunchPermissions() {
    return permissions().permissions();
  }

  /**
   * Tells whether instances boot from a device: the one under the root device name, or the first
   * EBS volume where the mapping has none of that name.
   *
   * @param name the name of the device
   * @return whether it is the root
   */
  public final boolean bootsFrom(DeviceName name) {
    requireNonNull(name, "name");
    return rootDevice()
        .or(() ->
            blockDeviceMappings().stream().filter(BlockDeviceMapping::isEbs).findFirst())
        .map(device -> device.deviceName().equals(name))
        .orElse(false);
  }

  /** {@return whether the image is a Windows image} */
  @Transient
  public final boolean isWindows() {
    Optional<Platform> told = platform();
    return told.isPresent() && told.get().equals(Platform.WINDOWS);
  }

  /** {@return whether the root device is known to be an EBS volume} */
  public final boolean hasEbsRoot() {
    Optional<DeviceType> told = rootDeviceType();
    return told.isPresent() && told.get().equals(DeviceType.EBS);
  }

  /** {@return whether the image lies in the Recycle Bin} */
  @Transient
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

  /**
   * Returns the snapshot of the root device.
   *
   * @return the snapshot; empty if the {@linkplain #rootDevice() root device} is not known, or is
   *     not made of one
   */
  public final Optional<SnapshotId> rootSnapshotId() {
    return rootDevice().flatMap(BlockDeviceMapping::snapshotId);
  }

  /** {@return the snapshots that back the image, each once, in the order of the devices} */
  public final ImmutableSet<SnapshotId> snapshotIds() {
    ImmutableSet.Builder<SnapshotId> ids = ImmutableSet.builder();
    for (BlockDeviceMapping mapping : blockDeviceMappings()) {
      if (mapping.snapshotId().isPresent()) {
        ids.add(mapping.snapshotId().get());
      }
    }
    return ids.build();
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
    Ami changed = replaceState(state);
    return AmiRules.ofState(changed).orKeep(changed);
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
    Ami changed = replaceDeprecationTime(deprecationTime);
    return AmiRules.ofDeprecationTime(changed, Broken.NOTHING).orKeep(changed);
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
    return keepingLife(replaceDeregistrationProtection(protection));
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
    Ami changed = replaceImageWatermarks(imageWatermarks);
    return AmiRules.ofWatermarks(changed, Broken.NOTHING).orKeep(changed);
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
    ImmutableSet<LaunchPermission> told = ImmutableSet.copyOf(launchPermissions);
    return keepingLife(replacePermissions(KnownPermissions.told(told)));
  }

  /**
   * Returns the image as DescribeImages would tell it: of its launch permissions only whether it is
   * public; {@link #launchPermissions()} is empty.
   *
   * @param isPublic whether everyone may launch it
   * @return the changed image
   * @throws dev.amikit.rule.RuleViolationException if an image in its state cannot be public
   */
  public final Ami withIsPublic(boolean isPublic) {
    return keepingLife(replacePermissions(KnownPermissions.onlyPublic(isPublic)));
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
   * Returns the image with another answer to whether it may be used in the free tier.
   *
   * @param freeTierEligible whether it may; empty leaves it open
   * @return the changed image
   */
  public final Ami withFreeTierEligible(Optional<Boolean> freeTierEligible) {
    requireNonNull(freeTierEligible, "freeTierEligible");
    return replaceFreeTierEligible(freeTierEligible);
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
    return keepingLife(replaceRecycleBinStay(stay));
  }

  private static Ami keepingLife(Ami changed) {
    return AmiRules.ofLife(changed, Broken.NOTHING).orKeep(changed);
  }

  abstract Ami replaceState(AmiState value);

  abstract Ami replaceStateReason(Optional<? extends StateReason> value);

  abstract Ami replaceDescription(Optional<String> value);

  abstract Ami replaceImdsSupport(Optional<? extends ImdsSupport> value);

  abstract Ami replaceDeprecationTime(Optional<? extends Instant> value);

  abstract Ami replaceDeregistrationProtection(Optional<? extends DeregistrationProtection> value);

  abstract Ami replaceLastLaunchedTime(Optional<? extends Instant> value);

  abstract Ami replaceImageWatermarks(Iterable<? extends ImageWatermark> value);

  abstract Ami replacePermissions(KnownPermissions value);

  abstract Ami replaceTags(Tags value);

  abstract Ami replaceImageAllowed(Optional<Boolean> value);

  abstract Ami replaceFreeTierEligible(Optional<Boolean> value);

  abstract Ami replaceRecycleBinStay(Optional<? extends RecycleBinStay> value);

  /**
   * Builds an {@link Ami}. At first it is a machine image without tags, which is shared with
   * nobody. ID, owner, state and architecture have to be set, and the root device type of a machine
   * image.
   */
  public static final class Builder {
    private final ImmutableAmi.Builder members = new ImmutableAmi.Builder();
    private ImmutableList<BlockDeviceMapping> given = ImmutableList.of();
    private ImmutableList.@Nullable Builder<BlockDeviceMapping> devices;
    private KnownPermissions permissions = KnownPermissions.NOBODY;

    Builder() {
      members.devices(DevicesInAnyOrder.NONE);
    }

    /**
     * Sets the ID.
     *
     * @param imageId the ID, whose prefix fits the image type: {@code ami-}, {@code aki-} or
     *     {@code ari-}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageId(ImageId imageId) {
      members.imageId(imageId);
      return this;
    }

    /**
     * Sets the ID, given as text.
     *
     * @param imageId the text, such as {@code ami-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code image-id.format}
     */
    @CanIgnoreReturnValue
    public Builder imageId(String imageId) {
      requireNonNull(imageId, "imageId");
      return imageId(ImageId.of(imageId));
    }

    /**
     * Sets what the image is for; at first it is a machine.
     *
     * @param imageType the image type
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageType(ImageType imageType) {
      members.imageType(imageType);
      return this;
    }

    /**
     * Sets the account that the image belongs to.
     *
     * @param ownerId the account
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ownerId(AccountId ownerId) {
      members.ownerId(ownerId);
      return this;
    }

    /**
     * Sets the owner, given as text.
     *
     * @param ownerId the text, such as {@code 111122223333}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code account-id.format}
     */
    @CanIgnoreReturnValue
    public Builder ownerId(String ownerId) {
      requireNonNull(ownerId, "ownerId");
      return ownerId(AccountId.of(ownerId));
    }

    /**
     * Sets the name that AWS gives to the owner. Ordinary accounts have none.
     *
     * @param imageOwnerAlias the owner alias
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageOwnerAlias(OwnerAlias imageOwnerAlias) {
      members.imageOwnerAlias(imageOwnerAlias);
      return this;
    }

    /**
     * Sets the owner alias, or none.
     *
     * @param imageOwnerAlias the owner alias; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageOwnerAlias(Optional<? extends OwnerAlias> imageOwnerAlias) {
      requireNonNull(imageOwnerAlias, "imageOwnerAlias");
      members.imageOwnerAlias(imageOwnerAlias);
      return this;
    }

    /**
     * Sets the name. Only some images of the first years have none.
     *
     * @param name the name
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
     * Sets the name, or none.
     *
     * @param name the name; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder name(Optional<? extends ImageName> name) {
      requireNonNull(name, "name");
      members.name(name);
      return this;
    }

    /**
     * Sets what the owner says of the image.
     *
     * @param description the description, which may be empty text
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
     * Sets the state.
     *
     * @param state the state
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder state(AmiState state) {
      members.state(state);
      return this;
    }

    /**
     * Sets why the image is in its state, which it commonly tells after a failure.
     *
     * @param stateReason the reason
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder stateReason(StateReason stateReason) {
      members.stateReason(stateReason);
      return this;
    }

    /**
     * Sets the reason, or none.
     *
     * @param stateReason the reason; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder stateReason(Optional<? extends StateReason> stateReason) {
      requireNonNull(stateReason, "stateReason");
      members.stateReason(stateReason);
      return this;
    }

    /**
     * Sets when the image was made. Some images of the first years do not tell.
     *
     * @param creationDate the time
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder creationDate(Instant creationDate) {
      members.creationDate(creationDate);
      return this;
    }

    /**
     * Sets the creation date, or none.
     *
     * @param creationDate the creation date; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder creationDate(Optional<? extends Instant> creationDate) {
      requireNonNull(creationDate, "creationDate");
      members.creationDate(creationDate);
      return this;
    }

    /**
     * Sets where the image is.
     *
     * @param imageLocation the path of its manifest, or owner and name: {@code 111122223333/golden}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageLocation(String imageLocation) {
      members.imageLocation(imageLocation);
      return this;
    }

    /**
     * Sets the location, or none.
     *
     * @param imageLocation the location; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageLocation(Optional<String> imageLocation) {
      requireNonNull(imageLocation, "imageLocation");
      members.imageLocation(imageLocation);
      return this;
    }

    /**
     * Sets the processor architecture.
     *
     * @param architecture the architecture; of those known, {@code arm64} and those of a Mac want
     *     hvm and an EBS root
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder architecture(Architecture architecture) {
      members.architecture(architecture);
      return this;
    }

    /**
     * Sets how the image is virtualized. Answers of before hvm do not tell.
     *
     * @param virtualizationType the virtualization type; Windows is hvm
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder virtualizationType(VirtualizationType virtualizationType) {
      members.virtualizationType(virtualizationType);
      return this;
    }

    /**
     * Sets the virtualization type, or none.
     *
     * @param virtualizationType the virtualization type; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder virtualizationType(Optional<? extends VirtualizationType> virtualizationType) {
      requireNonNull(virtualizationType, "virtualizationType");
      members.virtualizationType(virtualizationType);
      return this;
    }

    /**
     * Sets the hypervisor. Old answers do not tell.
     *
     * @param hypervisor the hypervisor, commonly {@code xen}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder hypervisor(Hypervisor hypervisor) {
      members.hypervisor(hypervisor);
      return this;
    }

    /**
     * Sets the hypervisor, or none.
     *
     * @param hypervisor the hypervisor; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder hypervisor(Optional<? extends Hypervisor> hypervisor) {
      requireNonNull(hypervisor, "hypervisor");
      members.hypervisor(hypervisor);
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
     * Sets the platform. Only Windows images have one.
     *
     * @param platform the platform
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder platform(Platform platform) {
      members.platform(platform);
      return this;
    }

    /**
     * Sets the platform, or none.
     *
     * @param platform the platform; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder platform(Optional<? extends Platform> platform) {
      requireNonNull(platform, "platform");
      members.platform(platform);
      return this;
    }

    /**
     * Sets what is billed; together with {@link #usageOperation(String)}.
     *
     * @param platformDetails the platform details, such as {@code Linux/UNIX}; those of Windows
     *     begin with {@code Windows}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder platformDetails(String platformDetails) {
      members.platformDetails(platformDetails);
      return this;
    }

    /**
     * Sets the platform details, or none.
     *
     * @param platformDetails the platform details; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder platformDetails(Optional<String> platformDetails) {
      requireNonNull(platformDetails, "platformDetails");
      members.platformDetails(platformDetails);
      return this;
    }

    /**
     * Sets the operation that is billed; together with {@link #platformDetails(String)}.
     *
     * @param usageOperation the usage operation, such as {@code RunInstances:0002}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder usageOperation(String usageOperation) {
      members.usageOperation(usageOperation);
      return this;
    }

    /**
     * Sets the usage operation, or none.
     *
     * @param usageOperation the usage operation; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder usageOperation(Optional<String> usageOperation) {
      requireNonNull(usageOperation, "usageOperation");
      members.usageOperation(usageOperation);
      return this;
    }

    /**
     * Sets the paid products that the image is part of.
     *
     * @param productCodes the product codes
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder productCodes(Iterable<? extends ProductCode> productCodes) {
      requireNonNull(productCodes, "productCodes");
      members.productCodes(productCodes);
      return this;
    }

    /**
     * Adds a paid product that the image is part of.
     *
     * @param productCode its product code
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addProductCode(ProductCode productCode) {
      requireNonNull(productCode, "productCode");
      members.addProductCode(productCode);
      return this;
    }

    /**
     * Sets what kind of root device the image has. Only a kernel or a RAM disk need not tell.
     *
     * @param rootDeviceType the root device type
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder rootDeviceType(DeviceType rootDeviceType) {
      members.rootDeviceType(rootDeviceType);
      return this;
    }

    /**
     * Sets the root device type, or none.
     *
     * @param rootDeviceType the root device type; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder rootDeviceType(Optional<? extends DeviceType> rootDeviceType) {
      requireNonNull(rootDeviceType, "rootDeviceType");
      members.rootDeviceType(rootDeviceType);
      return this;
    }

    /**
     * Sets which device is the root. Images on instance store mostly do not tell.
     *
     * @param rootDeviceName the name of the device
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
     * @param blockDeviceMappings the devices, each name once; their order means nothing
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder blockDeviceMappings(Iterable<? extends BlockDeviceMapping> blockDeviceMappings) {
      requireNonNull(blockDeviceMappings, "blockDeviceMappings");
      given = ImmutableList.copyOf(blockDeviceMappings);
      devices = null;
      members.devices(new DevicesInAnyOrder(given));
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
      if (devices == null) {
        devices = ImmutableList.<BlockDeviceMapping>builder().addAll(given);
      }
      devices.add(blockDeviceMapping);
      return this;
    }

    /**
     * Sets whether the image has the ENA driver. Absence is not false.
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
     * Sets which TPM the image is made for.
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
     * Sets which metadata service the instances of the image ask for. EC2 never takes it back.
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
     * Sets the UEFI variable store, which EC2 tells the owner by DescribeImageAttribute.
     *
     * @param uefiData the store, as base64
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
     * Sets from when on the image is deprecated. A future time deprecates nothing yet.
     *
     * @param deprecationTime the time, not before the creation date
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder deprecationTime(Instant deprecationTime) {
      members.deprecationTime(deprecationTime);
      return this;
    }

    /**
     * Sets the deprecation time, or none.
     *
     * @param deprecationTime the deprecation time; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder deprecationTime(Optional<? extends Instant> deprecationTime) {
      requireNonNull(deprecationTime, "deprecationTime");
      members.deprecationTime(deprecationTime);
      return this;
    }

    /**
     * Sets whether the image is kept from being deregistered. Old answers do not tell.
     *
     * @param deregistrationProtection the protection
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder deregistrationProtection(DeregistrationProtection deregistrationProtection) {
      members.deregistrationProtection(deregistrationProtection);
      return this;
    }

    /**
     * Sets the protection, or none.
     *
     * @param deregistrationProtection the protection; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder deregistrationProtection(
        Optional<? extends DeregistrationProtection> deregistrationProtection) {
      requireNonNull(deregistrationProtection, "deregistrationProtection");
      members.deregistrationProtection(deregistrationProtection);
      return this;
    }

    /**
     * Sets when the image was last launched, as far as known; told to the owner only.
     *
     * @param lastLaunchedTime the time
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder lastLaunchedTime(Instant lastLaunchedTime) {
      members.lastLaunchedTime(lastLaunchedTime);
      return this;
    }

    /**
     * Sets the last launched time, or none.
     *
     * @param lastLaunchedTime the last launched time; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder lastLaunchedTime(Optional<? extends Instant> lastLaunchedTime) {
      requireNonNull(lastLaunchedTime, "lastLaunchedTime");
      members.lastLaunchedTime(lastLaunchedTime);
      return this;
    }

    /**
     * Sets the instance that CreateImage made the image of.
     *
     * @param sourceInstanceId the instance
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder sourceInstanceId(InstanceId sourceInstanceId) {
      members.sourceInstanceId(sourceInstanceId);
      return this;
    }

    /**
     * Sets the source instance, given as text.
     *
     * @param sourceInstanceId the text, such as {@code i-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code instance-id.format}
     */
    @CanIgnoreReturnValue
    public Builder sourceInstanceId(String sourceInstanceId) {
      requireNonNull(sourceInstanceId, "sourceInstanceId");
      return sourceInstanceId(InstanceId.of(sourceInstanceId));
    }

    /**
     * Sets the source instance, or none.
     *
     * @param sourceInstanceId the source instance; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder sourceInstanceId(Optional<? extends InstanceId> sourceInstanceId) {
      requireNonNull(sourceInstanceId, "sourceInstanceId");
      members.sourceInstanceId(sourceInstanceId);
      return this;
    }

    /**
     * Sets the image that this one comes from; together with {@link #sourceImageRegion(Region)}.
     *
     * @param sourceImageId the image
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder sourceImageId(ImageId sourceImageId) {
      members.sourceImageId(sourceImageId);
      return this;
    }

    /**
     * Sets the source image, given as text.
     *
     * @param sourceImageId the text, such as {@code ami-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code image-id.format}
     */
    @CanIgnoreReturnValue
    public Builder sourceImageId(String sourceImageId) {
      requireNonNull(sourceImageId, "sourceImageId");
      return sourceImageId(ImageId.of(sourceImageId));
    }

    /**
     * Sets the source image, or none.
     *
     * @param sourceImageId the source image; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder sourceImageId(Optional<? extends ImageId> sourceImageId) {
      requireNonNull(sourceImageId, "sourceImageId");
      members.sourceImageId(sourceImageId);
      return this;
    }

    /**
     * Sets the Region of the image that this one comes from; together with
     * {@link #sourceImageId(ImageId)}.
     *
     * @param sourceImageRegion the Region
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder sourceImageRegion(Region sourceImageRegion) {
      members.sourceImageRegion(sourceImageRegion);
      return this;
    }

    /**
     * Sets the source image Region, given as text.
     *
     * @param sourceImageRegion the text, such as {@code us-east-1}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code region.format}
     */
    @CanIgnoreReturnValue
    public Builder sourceImageRegion(String sourceImageRegion) {
      requireNonNull(sourceImageRegion, "sourceImageRegion");
      return sourceImageRegion(Region.of(sourceImageRegion));
    }

    /**
     * Sets the source image Region, or none.
     *
     * @param sourceImageRegion the source image Region; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder sourceImageRegion(Optional<? extends Region> sourceImageRegion) {
      requireNonNull(sourceImageRegion, "sourceImageRegion");
      members.sourceImageRegion(sourceImageRegion);
      return this;
    }

    /**
     * Sets the watermarks.
     *
     * @param imageWatermarks the watermarks, at most five, each key once
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageWatermarks(Iterable<? extends ImageWatermark> imageWatermarks) {
      requireNonNull(imageWatermarks, "imageWatermarks");
      members.imageWatermarks(imageWatermarks);
      return this;
    }

    /**
     * Adds a watermark.
     *
     * @param imageWatermark the watermark, whose key no other has
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addImageWatermark(ImageWatermark imageWatermark) {
      requireNonNull(imageWatermark, "imageWatermark");
      members.addImageWatermark(imageWatermark);
      return this;
    }

    /**
     * Sets who may launch the image besides its owner, and with that whether it is public; at first
     * nobody may.
     *
     * @param launchPermissions the permissions, all there are
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder launchPermissions(Iterable<? extends LaunchPermission> launchPermissions) {
      requireNonNull(launchPermissions, "launchPermissions");
      permissions = KnownPermissions.told(ImmutableSet.copyOf(launchPermissions));
      return this;
    }

    /**
     * Adds a permission to launch the image. All there are count as told from now on: those set
     * before, or what {@link #isPublic(boolean)} said, and this one.
     *
     * @param launchPermission who may launch it
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addLaunchPermission(LaunchPermission launchPermission) {
      requireNonNull(launchPermission, "launchPermission");
      return launchPermissions(ImmutableSet.<LaunchPermission>builder()
          .addAll(permissions.permissions())
          .add(launchPermission)
          .build());
    }

    /**
     * Sets whether everyone may launch the image, as DescribeImages tells it. The launch
     * permissions themselves are not told then; {@link #launchPermissions(Iterable)} tells them.
     *
     * @param isPublic whether everyone may
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder isPublic(boolean isPublic) {
      permissions = KnownPermissions.onlyPublic(isPublic);
      return this;
    }

    /**
     * Sets the tags that the viewer's account attached; at first there are none.
     *
     * @param tags the tags
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder tags(Tags tags) {
      members.tags(tags);
      return this;
    }

    /**
     * Sets whether the viewer's Allowed AMIs setting allows the image. Without such a setting it is
     * not told.
     *
     * @param imageAllowed whether it does
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageAllowed(boolean imageAllowed) {
      members.imageAllowed(imageAllowed);
      return this;
    }

    /**
     * Sets whether the image is allowed, or leaves it open.
     *
     * @param imageAllowed whether it does; empty leaves it open
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageAllowed(Optional<Boolean> imageAllowed) {
      requireNonNull(imageAllowed, "imageAllowed");
      members.imageAllowed(imageAllowed);
      return this;
    }

    /**
     * Sets whether the image may be used under the free tier.
     *
     * @param freeTierEligible whether it may
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder freeTierEligible(boolean freeTierEligible) {
      members.freeTierEligible(freeTierEligible);
      return this;
    }

    /**
     * Sets whether the image may be used under the free tier, or leaves it open.
     *
     * @param freeTierEligible whether it may; empty leaves it open
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder freeTierEligible(Optional<Boolean> freeTierEligible) {
      requireNonNull(freeTierEligible, "freeTierEligible");
      members.freeTierEligible(freeTierEligible);
      return this;
    }

    /**
     * Sets the public parameter of Systems Manager that stands for the image now.
     *
     * @param publicSsmParameterName the name of the parameter
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder publicSsmParameterName(String publicSsmParameterName) {
      members.publicSsmParameterName(publicSsmParameterName);
      return this;
    }

    /**
     * Sets the parameter, or none.
     *
     * @param publicSsmParameterName the parameter; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder publicSsmParameterName(Optional<String> publicSsmParameterName) {
      requireNonNull(publicSsmParameterName, "publicSsmParameterName");
      members.publicSsmParameterName(publicSsmParameterName);
      return this;
    }

    /**
     * Sets that the image lies in the Recycle Bin.
     *
     * @param recycleBinStay the stay in the Recycle Bin
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder recycleBinStay(RecycleBinStay recycleBinStay) {
      members.recycleBinStay(recycleBinStay);
      return this;
    }

    /**
     * Sets the stay in the Recycle Bin, or none.
     *
     * @param recycleBinStay the stay in the Recycle Bin; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder recycleBinStay(Optional<? extends RecycleBinStay> recycleBinStay) {
      requireNonNull(recycleBinStay, "recycleBinStay");
      members.recycleBinStay(recycleBinStay);
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
     * @param ebs the volume
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code device-name.not-empty}
     */
    @CanIgnoreReturnValue
    public Builder ebsRoot(String deviceName, EbsBlockDevice ebs) {
      requireNonNull(deviceName, "deviceName");
      requireNonNull(ebs, "ebs");
      DeviceName name = DeviceName.of(deviceName);
      return rootDeviceType(DeviceType.EBS)
          .rootDeviceName(name)
          .addBlockDeviceMapping(BlockDeviceMapping.ebs(name, ebs));
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
     * @throws dev.amikit.rule.MissingAttributesException without ID, owner, state or architecture
     * @throws dev.amikit.rule.RuleViolationException with every broken rule, if it would not
     */
    public Ami build() {
      if (devices != null) {
        members.devices(new DevicesInAnyOrder(devices.build()));
      }
      Ami ami = members.permissions(permissions).build();
      return AmiRules.brokenBy(ami).orKeep(ami);
    }

    private Builder from(Ami value) {
      given = value.blockDeviceMappings();
      permissions = value.permissions();
      members.from(value);
      return this;
    }
  }
}
