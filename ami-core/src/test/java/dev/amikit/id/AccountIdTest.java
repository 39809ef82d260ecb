package dev.amikit.id;

import static dev.amikit.rule.ErrorCode.INVALID_AMI_ATTRIBUTE_ITEM_VALUE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.rule.Rules;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdTest {
  @Rules({"ID-13", "ACCT-02", "IMG-04"})
  @ParameterizedTest
  @ValueSource(strings = {"111122223333", "000000000001", "012345678901", "999999999999"})
  void twelve_digits_are_an_account_and_leading_zeros_count(String text) {
    assertThat(AccountId.of(text)).hasToString(text);
    assertThat(AccountId.hasForm(text)).isTrue();
  }

  @Rules({"ID-13", "ACCT-02", "PERM-05"})
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "11112222333",
        "1111222233334",
        "1111-2222-3333",
        "11112222333a",
        "+11112222333",
        " 11112222333",
        "amazon",
        "١١١١٢٢٢٢٣٣٣٣"
      })
  void anything_else_is_refused(String text) {
    assertRefused(
        () -> AccountId.of(text), "account-id.format", "", INVALID_AMI_ATTRIBUTE_ITEM_VALUE);
    assertThat(AccountId.hasForm(text)).isFalse();
  }

  @Rules({"ID-13", "ACCT-02"})
  @Property
  void an_account_is_12_digits_and_nothing_else(@ForAll("nearlyAccounts") String text) {
    assertThat(AccountId.hasForm(text)).as(text).isEqualTo(text.matches("[0-9]{12}"));
  }

  @Provide
  Arbitrary<String> nearlyAccounts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().numeric().ofMinLength(11).ofMaxLength(13),
        Arbitraries.strings().withChars("0129-a/:").ofLength(12));
  }

  @Rules("ACCT-02")
  @Test
  void accounts_are_text_so_a_leading_zero_tells_them_apart_and_order_is_that_of_the_text() {
    assertThat(AccountId.of("011122223333")).isLessThan(AccountId.of("111122223333"));
    assertThat(AccountId.of("011122223333"))
        .isEqualTo(AccountId.of("011122223333"))
        .isNotEqualTo(AccountId.of("111122223333"));
  }
}
