package dev.amikit.image;

import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import com.google.common.base.CaseFormat;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.Arrays;

/**
 * An attribute of an image that EC2 knows by name.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImageAttribute.html">DescribeImageAttribute</a>
 */
public enum ImageAttributeName {
  /** What the owner says of the image. */
  DESCRIPTION,
  /** The kernel. */
  KERNEL,
  /** The RAM disk. */
  RAMDISK,
  /** Who may launch the image besides its owner. */
  LAUNCH_PERMISSION,
  /** The paid products that the image is part of. */
  PRODUCT_CODES,
  /** The devices; EC2 knows the name and tells nothing. */
  BLOCK_DEVICE_MAPPING,
  /** The SR-IOV networking. */
  SRIOV_NET_SUPPORT,
  /** How the image boots. */
  BOOT_MODE,
  /** Which TPM the image is made for. */
  TPM_SUPPORT,
  /** The UEFI variable store. */
  UEFI_DATA,
  /** When the image was last launched. */
  LAST_LAUNCHED_TIME,
  /** Which metadata service its instances ask for. */
  IMDS_SUPPORT,
  /** Whether the image is kept from being deregistered. */
  DEREGISTRATION_PROTECTION;

  /** The names, letter case included. */
  public static final Rule KNOWN = Rule.rule(
          "image-attribute-name.known",
          "an attribute of an image is one of the names that DescribeImageAttribute lists",
          ErrorCode.INVALID_REQUEST,
          "API reference, DescribeImageAttribute; observed: a recorded answer of"
              + " ResetImageAttribute, September 2026",
          "ATTR-16",
          "ATTR-17",
          "PERM-64")
      .saying(recorded("The request received was invalid."));

  /**
   * Returns the attribute that EC2 spells so.
   *
   * @param name the name, such as {@code launchPermission}
   * @return the attribute
   * @throws dev.amikit.rule.RuleViolationException by {@code image-attribute-name.known}
   */
  public static ImageAttributeName of(String name) {
    requireNonNull(name, "name");
    return Arrays.stream(values())
        .filter(attribute -> attribute.toString().equals(name))
        .findFirst()
        .orElseThrow(() -> KNOWN.refuse("", name));
  }

  /** Returns the name as EC2 writes it, such as {@code launchPermission}. */
  @Override
  public String toString() {
    return CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.LOWER_CAMEL, name());
  }
}
