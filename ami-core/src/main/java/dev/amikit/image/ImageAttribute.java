package dev.amikit.image;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.id.ImageId;
import dev.amikit.id.KernelId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.RamdiskId;
import dev.amikit.permission.LaunchPermission;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What DescribeImageAttribute tells the owner of an image: the ID, and the member that was asked
 * for. All other members are empty; so is that one, if it was never set. Only {@link #of} tells all
 * of them at once.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImageAttribute.html">ImageAttribute</a>
 */
@Value.Immutable
public abstract class ImageAttribute {
  ImageAttribute() {}

  /** {@return the ID of the image} */
  public abstract ImageId imageId();

  /** {@return the description} */
  public abstract Optional<String> description();

  /** {@return the kernel} */
  public abstract Optional<KernelId> kernelId();

  /** {@return the RAM disk} */
  public abstract Optional<RamdiskId> ramdiskId();

  /** {@return who may launch the image besides its owner; an empty set if nobody may} */
  public abstract Optional<ImmutableSet<LaunchPermission>> launchPermissions();

  /** {@return the paid products that the image is part of; an empty list if there is none} */
  public abstract Optional<ImmutableList<ProductCode>> productCodes();

  /** {@return the devices; EC2 no longer tells them here} */
  public abstract Optional<ImmutableList<BlockDeviceMapping>> blockDeviceMappings();

  /** {@return which SR-IOV networking the image has} */
  public abstract Optional<SriovNetSupport> sriovNetSupport();

  /** {@return how the image boots} */
  public abstract Optional<BootMode> bootMode();

  /** {@return which TPM the image is made for} */
  public abstract Optional<TpmSupport> tpmSupport();

  /** {@return the UEFI variable store, as base64} */
  public abstract Optional<String> uefiData();

  /** {@return when the image was last launched; told 24 hours later} */
  public abstract Optional<Instant> lastLaunchedTime();

  /** {@return which metadata service its instances ask for} */
  public abstract Optional<ImdsSupport> imdsSupport();

  /** {@return whether the image is kept from being deregistered} */
  public abstract Optional<DeregistrationProtection> deregistrationProtection();

  /**
   * Returns all attributes of an image, those that DescribeImages does not tell among them.
   *
   * @param ami the image
   * @return its attributes
   */
  public static ImageAttribute of(Ami ami) {
    requireNonNull(ami, "ami");
    return builder()
        .imageId(ami.imageId())
        .description(ami.description())
        .kernelId(ami.kernelId())
        .ramdiskId(ami.ramdiskId())
        .launchPermissions(ami.launchPermissions())
        .productCodes(ami.productCodes())
        .blockDeviceMappings(ami.blockDeviceMappings())
        .sriovNetSupport(ami.sriovNetSupport())
        .bootMode(ami.bootMode())
        .tpmSupport(ami.tpmSupport())
        .uefiData(ami.uefiData())
        .lastLaunchedTime(ami.lastLaunchedTime())
        .imdsSupport(ami.imdsSupport())
        .deregistrationProtection(ami.deregistrationProtection())
        .build();
  }

  /** {@return a builder without a value} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the image with what these attributes tell of it; what they do not tell stays.
   *
   * @param ami the image
   * @return the image, knowing more
   * @throws IllegalArgumentException if these are the attributes of another image
   * @throws dev.amikit.rule.RuleViolationException if there can be no image with all that
   */
  public final Ami joinTo(Ami ami) {
    requireNonNull(ami, "ami");
    checkArgument(
        ami.imageId().equals(imageId()),
        "%s has not the attributes of %s",
        ami.imageId(),
        imageId());
    Ami.Builder joined = ami.toBuilder();
    description().ifPresent(value -> joined.description(value));
    kernelId().ifPresent(value -> joined.kernelId(value));
    ramdiskId().ifPresent(value -> joined.ramdiskId(value));
    launchPermissions().ifPresent(value -> joined.launchPermissions(value));
    productCodes().ifPresent(value -> joined.productCodes(value));
    blockDeviceMappings().ifPresent(value -> joined.blockDeviceMappings(value));
    sriovNetSupport().ifPresent(value -> joined.sriovNetSupport(value));
    bootMode().ifPresent(value -> joined.bootMode(value));
    tpmSupport().ifPresent(value -> joined.tpmSupport(value));
    uefiData().ifPresent(value -> joined.uefiData(value));
    lastLaunchedTime().ifPresent(value -> joined.lastLaunchedTime(value));
    imdsSupport().ifPresent(value -> joined.imdsSupport(value));
    deregistrationProtection().ifPresent(value -> joined.deregistrationProtection(value));
    return joined.build();
  }

  /**
   * Builds an {@link ImageAttribute}. The ID has to be set; one member more is what EC2 answers.
   */
  public static final class Builder {
    private final ImmutableImageAttribute.Builder members = new ImmutableImageAttribute.Builder();

    Builder() {}

    /**
     * Sets the image whose attributes they are.
     *
     * @param imageId the image
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageId(ImageId imageId) {
      members.imageId(imageId);
      return this;
    }

    /**
     * Sets the image, given as text.
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
     * Sets the description.
     *
     * @param description the description
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
     * Sets the kernel.
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
     * Sets the RAM disk.
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
     * Sets who may launch the image besides its owner.
     *
     * @param launchPermissions the permissions; an empty set if nobody may
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder launchPermissions(ImmutableSet<LaunchPermission> launchPermissions) {
      members.launchPermissions(launchPermissions);
      return this;
    }

    /**
     * Sets the permissions, or none.
     *
     * @param launchPermissions the permissions; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder launchPermissions(
        Optional<? extends ImmutableSet<LaunchPermission>> launchPermissions) {
      requireNonNull(launchPermissions, "launchPermissions");
      members.launchPermissions(launchPermissions);
      return this;
    }

    /**
     * Sets the paid products that the image is part of.
     *
     * @param productCodes the product codes
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder productCodes(ImmutableList<ProductCode> productCodes) {
      members.productCodes(productCodes);
      return this;
    }

    /**
     * Sets the product codes, or none.
     *
     * @param productCodes the product codes; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder productCodes(Optional<? extends ImmutableList<ProductCode>> productCodes) {
      requireNonNull(productCodes, "productCodes");
      members.productCodes(productCodes);
      return this;
    }

    /**
     * Sets the devices. EC2 no longer tells them here.
     *
     * @param blockDeviceMappings the devices
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder blockDeviceMappings(ImmutableList<BlockDeviceMapping> blockDeviceMappings) {
      members.blockDeviceMappings(blockDeviceMappings);
      return this;
    }

    /**
     * Sets the devices, or none.
     *
     * @param blockDeviceMappings the devices; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder blockDeviceMappings(
        Optional<? extends ImmutableList<BlockDeviceMapping>> blockDeviceMappings) {
      requireNonNull(blockDeviceMappings, "blockDeviceMappings");
      members.blockDeviceMappings(blockDeviceMappings);
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
     * Sets how the image boots.
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
     * Sets the UEFI variable store.
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
     * Sets when the image was last launched, as told 24 hours later.
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
     * Sets which metadata service the instances of the image ask for.
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
     * Sets whether the image is kept from being deregistered.
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
     * Returns the attributes.
     *
     * @return the attributes
     * @throws dev.amikit.rule.MissingAttributesException without an ID
     */
    public ImageAttribute build() {
      return members.build();
    }
  }
}
