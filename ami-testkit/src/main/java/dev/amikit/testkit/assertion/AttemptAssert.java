package dev.amikit.testkit.assertion;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Violation;
import java.util.Optional;

/** What became of an attempt: to build a value, or to call an operation. */
public final class AttemptAssert extends RefusableAssert<AttemptAssert, Optional<Refusal>> {
  AttemptAssert(Optional<Refusal> refusal) {
    this(refusal, Optional.empty());
  }

  private AttemptAssert(Optional<Refusal> refusal, Optional<ImmutableList<Violation>> selected) {
    super(refusal, AttemptAssert.class, selected);
  }

  /**
   * Checks that the attempt succeeded.
   *
   * @return this
   */
  @CanIgnoreReturnValue
  public AttemptAssert succeeds() {
    actual.ifPresent(refusal -> failWithMessage(
        "Expected success but it was refused: %s: %s",
        refusal.errorCode(), explained(refusal.violations())));
    return this;
  }

  @Override
  Optional<Refusal> refusal() {
    return actual;
  }

  @Override
  AttemptAssert on(ImmutableList<Violation> left) {
    return new AttemptAssert(actual, Optional.of(left));
  }

  @Override
  String otherwise() {
    return "it succeeded";
  }
}
