package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.testkit.member.Members;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on a value, whose messages begin with what it is called by. */
abstract class ValueAssert<S extends ValueAssert<S, T>, T> extends AbstractAssert<S, @Nullable T> {
  private final Class<T> type;

  ValueAssert(@Nullable T actual, Class<S> self, Class<T> type) {
    super(actual, self);
    this.type = type;
  }

  /** What messages call the value by, such as its ID. */
  abstract Object name(T value);

  /**
   * Checks that two are equal; if they are not, tells each member in which they differ.
   *
   * @param expected what it is to be equal to
   * @return this
   */
  @Override
  @CanIgnoreReturnValue
  public S isEqualTo(@Nullable Object expected) {
    if (actual != null && type.isInstance(expected) && !actual.equals(expected)) {
      failWithActualExpectedAndMessage(
          actual,
          expected,
          "%s differs:%s",
          name(actual),
          Members.differences(requireNonNull(expected), actual));
    }
    return super.isEqualTo(expected);
  }

  final T value() {
    isNotNull();
    return requireNonNull(actual);
  }

  final S check(boolean holds, String wanted, String found) {
    if (!holds) {
      failWithMessage("Expected %s to %s but %s", name(value()), wanted, found);
    }
    return myself;
  }
}
