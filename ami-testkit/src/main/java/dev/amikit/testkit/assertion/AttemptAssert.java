package dev.amikit.testkit.assertion;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Violation;
import java.util.Optional;

/** What became of an attempt: to build a value, or to call an operation. */
public final class AttemptAssert extends RefusableAssert<AttemptAssert, Optional<Refusal>> {
  private final ImmutableList<Violation> selected;

  AttemptAssert(Optional<Refusal> refusal) {
    this(refusal, refusal.map(Refusal::violations).orElse(ImmutableList.of()));
  }

  private AttemptAssert(Optional<Refusal> refusal, ImmutableList<Violation> selected) {
    super(refusal, AttemptAssert.class);
    this.selected = selected;
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
  ImmutableList<Violation> violations() {
    return selected;
  }

  @Override
  AttemptAssert on(ImmutableList<Violation> left) {
    return new AttemptAssert(actual, left);
  }

  @Override
  String otherwise() {
    return "it succeeded";
  }
}
