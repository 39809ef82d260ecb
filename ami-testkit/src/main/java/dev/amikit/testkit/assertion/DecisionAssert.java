package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Event;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Violation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on what a command came to.
 *
 * @param <T> the type of what the command was asked of
 */
public final class DecisionAssert<T>
    extends RefusableAssert<DecisionAssert<T>, @Nullable Decision<T>> {
  DecisionAssert(@Nullable Decision<T> actual) {
    this(actual, Optional.empty());
  }

  @SuppressWarnings("unchecked") // of any T
  private DecisionAssert(
      @Nullable Decision<T> actual, Optional<ImmutableList<Violation>> selected) {
    super(actual, (Class<DecisionAssert<T>>) (Class<?>) DecisionAssert.class, selected);
  }

  /** {@return this, if the command is carried out} */
  @CanIgnoreReturnValue
  public DecisionAssert<T> isAccepted() {
    decision()
        .refusal()
        .ifPresent(refusal ->
            failWithMessage("Expected the command to be accepted but it was refused: %s", refusal));
    return this;
  }

  /** {@return this, if the command succeeds and changes nothing} */
  @CanIgnoreReturnValue
  public DecisionAssert<T> isUnchanged() {
    return hasEvents();
  }

  /**
   * Checks that the command is carried out, and what happens.
   *
   * @param events what is to happen, in this order, and nothing else
   * @return this
   */
  @CanIgnoreReturnValue
  public DecisionAssert<T> hasEvents(Event<?>... events) {
    requireNonNull(events, "events");
    isAccepted();
    if (!decision().events().equals(List.of(events))) {
      failWithMessage(
          "Expected the events %s but found %s", List.of(events), decision().events());
    }
    return this;
  }

  @Override
  Optional<Refusal> refusal() {
    return decision().refusal();
  }

  @Override
  DecisionAssert<T> on(ImmutableList<Violation> left) {
    return new DecisionAssert<>(actual, Optional.of(left));
  }

  @Override
  String otherwise() {
    return "the command was accepted with the events " + decision().events();
  }

  private Decision<T> decision() {
    isNotNull();
    return Objects.requireNonNull(actual);
  }
}
