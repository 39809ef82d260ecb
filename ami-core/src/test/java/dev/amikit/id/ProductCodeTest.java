package dev.amikit.id;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.rule.Rules;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductCodeTest {
  @Rules({"ID-23", "PAID-01", "IMG-20"})
  @Test
  void a_product_code_is_an_id_and_a_type() {
    ProductCode ofMarketplace = ProductCode.marketplace("d8asrvyp7uv8h3fgd5q5uk4zq");
    ProductCode ofDevpay = new ProductCode("A79EC0DB", Optional.of(ProductCodeType.of("devpay")));
    assertThat(ofMarketplace.productCodeId()).isEqualTo("d8asrvyp7uv8h3fgd5q5uk4zq");
    assertThat(ofMarketplace.productCodeType()).contains(ProductCodeType.of("marketplace"));
    assertThat(ofMarketplace.isMarketplace()).isTrue();
    assertThat(ofDevpay.isMarketplace()).isFalse();
    assertThat(new ProductCode("A79EC0DB", Optional.empty()).isMarketplace()).isFalse();
  }

  @Rules({"ID-23", "PAID-01"})
  @Test
  void the_same_id_under_another_type_is_another_code() {
    assertThat(ProductCode.marketplace("A79EC0DB"))
        .isEqualTo(ProductCode.marketplace("A79EC0DB"))
        .isNotEqualTo(new ProductCode("A79EC0DB", Optional.of(ProductCodeType.DEVPAY)));
  }

  @Test
  void an_empty_product_code_is_refused() {
    assertRefused(
        () -> ProductCode.marketplace(""),
        "product-code.not-empty",
        "productCodeId",
        INVALID_PARAMETER_VALUE);
  }
}
