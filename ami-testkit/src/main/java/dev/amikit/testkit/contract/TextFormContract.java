package dev.amikit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What every value with a text form promises: its text reads back as an equal value. To be
 * implemented by a test class.
 *
 * @param <T> the type of the values
 */
public interface TextFormContract<T> {
  /** {@return the values that are tried} */
  @Provide
  Arbitrary<T> values();

  /**
   * Reads a text.
   *
   * @param text the text of a value
   * @return the value that it spells
   */
  T read(String text);

  /**
   * Writes a value.
   *
   * @param value the value
   * @return its text; unless overridden, that of {@link Object#toString()}
   */
  default String write(T value) {
    return String.valueOf(value);
  }

  /**
   * The text of a value reads back as an equal value.
   *
   * <p>If it fails, look for a part of the value that its text leaves out, for letter case and
   * white space that reading changes, and at {@code equals}.
   *
   * @param value the value
   */
  @Property
  default void text_must_read_back_as_an_equal_value(@ForAll("values") T value) {
    assertThat(read(write(value))).isEqualTo(value).hasSameHashCodeAs(value);
  }

  /**
   * What was read has the text that it was read from.
   *
   * <p>If it fails, look for a part that is written in two ways, such as with and without a
   * default.
   *
   * @param value the value
   */
  @Property
  default void a_value_that_was_read_must_have_the_same_text(@ForAll("values") T value) {
    assertThat(write(read(write(value)))).isEqualTo(write(value));
  }
}
