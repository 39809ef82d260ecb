package dev.amikit.jackson;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.id.ImageId;
import dev.amikit.id.KernelId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.RamdiskId;
import dev.amikit.image.Ami;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.SriovNetSupport;
import dev.amikit.image.TpmSupport;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.rule.MissingAttributesException;
import java.time.Instant;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.immutables.value.Value;

/**
 * What DescribeImageAttribute tells the owner of an image. EC2 tells one attribute at a time; the
 * others are empty, and so is one that was never set.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImageAttribute.html">DescribeImageAttribute</a>
 */
@Value.Immutable
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    throwForInvalidImmutableState = MissingAttributesException.class,
    allowedClasspathAnnotations = Generated.class)
public abstract class ImageAttributes {
  ImageAttributes() {}

  /** {@return the image} */
  public abstract ImageId imageId();

  /** {@return the description} */
  public abstract Optional<String> description();

  /** {@return the kernel} */
  public abstract Optional<KernelId> kernelId();

  /** {@return the RAM disk} */
  public abstract Optional<RamdiskId> ramdiskId();

  /** {@return who may launch the image besides its owner; an empty set if nobody may} */
  public abstract Optional<ImmutableSet<LaunchPermission>> launchPermissions();

  /** {@return the paid products that the image is part of} */
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

  /** {@return when the image was last launched} */
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
  public static ImageAttributes of(Ami ami) {
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

  /** Builds {@link ImageAttributes}. */
  public static final class Builder extends ImmutableImageAttributes.Builder {
    Builder() {}
  }
}
