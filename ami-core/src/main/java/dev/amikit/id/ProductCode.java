package dev.amikit.id;

import static java.util.Objects.requireNonNull;

import dev.amikit.rule.Characters;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.Optional;

/**
 * The code of a paid product. It travels with what carries it: from image to instance, from volume
 * to snapshot, from snapshot to image; once there it can be neither changed nor removed.
 *
 * @param productCodeId the code, never empty
 * @param productCodeType what kind of product it is; old answers do not tell
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ProductCode.html">ProductCode</a>
 */
public record ProductCode(String productCodeId, Optional<ProductCodeType> productCodeType) {
  /** A code has characters. */
  public static final Rule NOT_EMPTY = Rule.rule(
      "product-code.not-empty",
      "a product code is not empty",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, ProductCode",
      "ID-23",
      "PAID-01",
      "IMG-20");

  /**
   * Checks that there is a code.
   *
   * @param productCodeId the code, never empty
   * @param productCodeType what kind of product it is; old answers do not tell
   * @throws dev.amikit.rule.RuleViolationException by {@code product-code.not-empty}
   */
  public ProductCode {
    requireNonNull(productCodeId, "productCodeId");
    requireNonNull(productCodeType, "productCodeType");
    Characters.checked("productCodeId", productCodeId);
    if (productCodeId.isEmpty()) {
      throw NOT_EMPTY.refuse("productCodeId", productCodeId);
    }
  }

  /**
   * Returns the code of a product in AWS Marketplace.
   *
   * @param productCodeId the code
   * @return the product code
   */
  public static ProductCode marketplace(String productCodeId) {
    requireNonNull(productCodeId, "productCodeId");
    return new ProductCode(productCodeId, Optional.of(ProductCodeType.MARKETPLACE));
  }

  /** {@return whether this is a product of AWS Marketplace} */
  public boolean isMarketplace() {
    return productCodeType.equals(Optional.of(ProductCodeType.MARKETPLACE));
  }
}
