package dev.amikit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.Test;

/** The contract catches those who break it. */
class TextFormContractTest {
  private static TextFormContract<String> reading(Function<String, String> read) {
    return new TextFormContract<>() {
      @Override
      public Arbitrary<String> values() {
        return Arbitraries.strings();
      }

      @Override
      public String read(String text) {
        return read.apply(text);
      }
    };
  }

  @Test
  void a_reader_that_keeps_the_text_passes() {
    TextFormContract<String> honest = reading(text -> text);
    assertThatCode(() -> honest.text_must_read_back_as_an_equal_value("Web"))
        .doesNotThrowAnyException();
    assertThatCode(() -> honest.a_value_that_was_read_must_have_the_same_text("Web"))
        .doesNotThrowAnyException();
    assertThat(honest.write("Web")).isEqualTo("Web");
  }

  @Test
  void a_reader_that_loses_letter_case_is_caught() {
    TextFormContract<String> careless = reading(text -> text.toLowerCase(Locale.ROOT));
    assertThatThrownBy(() -> careless.text_must_read_back_as_an_equal_value("Web"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> careless.a_value_that_was_read_must_have_the_same_text("Web"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void a_reader_that_refuses_its_own_text_is_caught() {
    TextFormContract<String> refusing = reading(text -> {
      throw new IllegalArgumentException(text);
    });
    assertThatThrownBy(() -> refusing.text_must_read_back_as_an_equal_value("Web"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
