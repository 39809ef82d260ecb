package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Violation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on what an operation came to.
 *
 * @param <R> what the operation answers with
 */
public final class OutcomeAssert<R>
    extends RefusableAssert<OutcomeAssert<R>, @Nullable Outcome<R>> {
  OutcomeAssert(@Nullable Outcome<R> actual) {
    this(actual, Optional.empty());
  }

  @SuppressWarnings("unchecked") // of any R
  private OutcomeAssert(@Nullable Outcome<R> actual, Optional<ImmutableList<Violation>> selected) {
    super(actual, (Class<OutcomeAssert<R>>) (Class<?>) OutcomeAssert.class, selected);
  }

  /** {@return this, if the operation is carried out} */
  @CanIgnoreReturnValue
  public OutcomeAssert<R> isDone() {
    refusal()
        .ifPresent(refusal ->
            failWithMessage("Expected the operation to be done but it was refused: %s", refusal));
    return this;
  }

  /**
   * Checks what the operation answers with.
   *
   * @param answer the answer
   * @return this
   */
  @CanIgnoreReturnValue
  public OutcomeAssert<R> answers(R answer) {
    requireNonNull(answer, "answer");
    isDone();
    R found = outcome().orThrow();
    if (!found.equals(answer)) {
      failWithMessage("Expected the answer %s but it was %s", answer, found);
    }
    return this;
  }

  /**
   * Checks what happens, IDs that are given left out.
   *
   * @param events what is to happen, in this order, and nothing else
   * @return this
   */
  @CanIgnoreReturnValue
  public OutcomeAssert<R> hasEvents(RegistryEvent... events) {
    ImmutableList<RegistryEvent> wanted = ImmutableList.copyOf(requireNonNull(events, "events"));
    isDone();
    ImmutableList<RegistryEvent> found = events().stream()
        .filter(event -> !(event instanceof RegistryEvent.IdsGiven))
        .collect(ImmutableList.toImmutableList());
    if (!found.equals(wanted)) {
      failWithMessage("Expected the events %s but found %s", wanted, found);
    }
    return this;
  }

  /** {@return this, if the operation is carried out and changes nothing} */
  @CanIgnoreReturnValue
  public OutcomeAssert<R> isUnchanged() {
    isDone();
    if (!events().isEmpty()) {
      failWithMessage("Expected nothing to change but found %s", events());
    }
    return this;
  }

  private ImmutableList<RegistryEvent> events() {
    return ((Outcome.Done<R>) outcome()).events();
  }

  @Override
  Optional<Refusal> refusal() {
    return outcome().refusal();
  }

  @Override
  OutcomeAssert<R> on(ImmutableList<Violation> left) {
    return new OutcomeAssert<>(actual, Optional.of(left));
  }

  @Override
  String otherwise() {
    return "the operation was done with the events " + events();
  }

  private Outcome<R> outcome() {
    isNotNull();
    return requireNonNull(actual);
  }
}
