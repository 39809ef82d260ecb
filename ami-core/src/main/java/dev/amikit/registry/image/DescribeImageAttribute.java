package dev.amikit.registry.image;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.visibility.Viewer;
import java.util.Optional;

/**
 * {@code DescribeImageAttribute}: one attribute of an image, for its owner only, be the image
 * public or not.
 *
 * @param imageId the image, which the caller owns
 * @param attribute which attribute; there must be one
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImageAttribute.html">DescribeImageAttribute</a>
 */
public record DescribeImageAttribute(ImageId imageId, Optional<ImageAttributeName> attribute)
    implements ReadOperation<ImageAttribute> {
  /** The mapping is a name without an answer. */
  public static final Rule NOT_THE_MAPPING = Rule.rule(
      "describe-image-attribute.not-the-mapping",
      "the block device mapping of an image cannot be read as an attribute",
      ErrorCode.AUTH_FAILURE,
      "API reference, DescribeImageAttribute; observed",
      "ATTR-18",
      "PERM-65",
      "ERR-07");

  /**
   * Refuses null.
   *
   * @param imageId the image, which the caller owns
   * @param attribute which attribute; there must be one
   */
  public DescribeImageAttribute {
    requireNonNull(imageId, "imageId");
    requireNonNull(attribute, "attribute");
  }

  /**
   * Makes the operation.
   *
   * @param imageId the image, which the caller owns
   * @param attribute which attribute
   */
  public DescribeImageAttribute(ImageId imageId, ImageAttributeName attribute) {
    this(imageId, Optional.of(requireNonNull(attribute, "attribute")));
  }

  @Override
  public Outcome<ImageAttribute> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      ImageAttributeName name = plan.required("attribute", attribute);
      Ami ami = plan.ownImage(imageId);
      plan.require(
          name != ImageAttributeName.BLOCK_DEVICE_MAPPING, NOT_THE_MAPPING, "attribute", name);
      plan.requireRegistered(ami);
      return read(ami, name, plan.viewer());
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
}
