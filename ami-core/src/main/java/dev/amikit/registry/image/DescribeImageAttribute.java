package dev.amikit.registry.image;

import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageAttribute;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.visibility.Viewer;
import org.immutables.value.Value;

/**
 * {@code DescribeImageAttribute}: one attribute of an image, for its owner only, be the image
 * public or not.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImageAttribute.html">DescribeImageAttribute</a>
 */
@Value.Immutable
public abstract class DescribeImageAttribute implements ReadOperation<ImageAttribute> {
  /** The mapping is a name without an answer. */
  public static final Rule NOT_THE_MAPPING = Rule.rule(
          "describe-image-attribute.not-the-mapping",
          "the block device mapping of an image cannot be read as an attribute",
          ErrorCode.AUTH_FAILURE,
          "API reference, DescribeImageAttribute; observed: a recorded answer, September 2026",
          "ATTR-18",
          "PERM-65",
          "ERR-07")
      .saying(recorded("Unauthorized attempt to access restricted resource"));

  DescribeImageAttribute() {}

  /** {@return the image, which the caller owns} */
  public abstract ImageId imageId();

  /** {@return which attribute} */
  public abstract ImageAttributeName attribute();

  /** {@return a builder without a value} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the request for an attribute of an image.
   *
   * @param imageId the image, which the caller owns
   * @param attribute which attribute
   * @return the request
   */
  public static DescribeImageAttribute of(ImageId imageId, ImageAttributeName attribute) {
    requireNonNull(imageId, "imageId");
    requireNonNull(attribute, "attribute");
    return builder().imageId(imageId).attribute(attribute).build();
  }

  @Override
  public Outcome<ImageAttribute> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Ami ami = plan.ownImage(imageId());
      plan.require(
          attribute() != ImageAttributeName.BLOCK_DEVICE_MAPPING,
          NOT_THE_MAPPING,
          "attribute",
          attribute());
      plan.requireRegistered(ami);
      return read(ami, attribute(), plan.viewer());
    });
  }

  private static ImageAttribute read(Ami ami, ImageAttributeName name, Viewer viewer) {
    ImageAttribute.Builder answer = ImageAttribute.builder();
    answer.imageId(ami.imageId());
    switch (name) {
      case DESCRIPTION -> answer.description(ami.description());
      case KERNEL -> answer.kernelId(ami.kernelId());
      case RAMDISK -> answer.ramdiskId(ami.ramdiskId());
      case LAUNCH_PERMISSION -> answer.launchPermissions(ami.launchPermissions());
      case PRODUCT_CODES -> answer.productCodes(ami.productCodes());
      case BLOCK_DEVICE_MAPPING -> throw new AssertionError("was refused");
      case SRIOV_NET_SUPPORT -> answer.sriovNetSupport(ami.sriovNetSupport());
      case BOOT_MODE -> answer.bootMode(ami.bootMode());
      case TPM_SUPPORT -> answer.tpmSupport(ami.tpmSupport());
      case UEFI_DATA -> answer.uefiData(ami.uefiData());
      case LAST_LAUNCHED_TIME -> answer.lastLaunchedTime(viewer.lastLaunchedTime(ami));
      case IMDS_SUPPORT -> answer.imdsSupport(ami.imdsSupport());
      case DEREGISTRATION_PROTECTION ->
        answer.deregistrationProtection(ami.deregistrationProtection());
    }
    return answer.build();
  }

  /** Builds a {@link DescribeImageAttribute}. Both members have to be set. */
  public static final class Builder {
    private final ImmutableDescribeImageAttribute.Builder members =
        new ImmutableDescribeImageAttribute.Builder();

    Builder() {}

    /**
     * Sets the image.
     *
     * @param imageId the image, which the caller owns
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
     * @throws dev.amikit.rule.RuleViolationException by {@code image-id.kind} or
     *     {@code image-id.format}
     */
    @CanIgnoreReturnValue
    public Builder imageId(String imageId) {
      requireNonNull(imageId, "imageId");
      return imageId(ImageId.of(imageId));
    }

    /**
     * Sets which attribute is asked for.
     *
     * @param attribute the attribute; EC2 does not tell the block device mapping
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder attribute(ImageAttributeName attribute) {
      members.attribute(attribute);
      return this;
    }

    /**
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without image or attribute
     */
    public DescribeImageAttribute build() {
      return members.build();
    }
  }
}
