package dev.amikit.registry.operation;

import static java.util.Objects.requireNonNull;

/**
 * What AWS bills for the instances of images that are registered with a billing product.
 *
 * @param platformDetails the platform details of the images, such as {@code Windows}
 * @param usageOperation their usage operation, such as {@code RunInstances:0002}
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/billing-info-fields.html">AMI
 *     billing information fields</a>
 */
public record BillingProduct(String platformDetails, String usageOperation) {
  /**
   * Refuses null.
   *
   * @param platformDetails the platform details of the images, such as {@code Windows}
   * @param usageOperation their usage operation, such as {@code RunInstances:0002}
   */
  public BillingProduct {
    requireNonNull(platformDetails, "platformDetails");
    requireNonNull(usageOperation, "usageOperation");
  }
}
