package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Event;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RuleId;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on what a command came to.
 *
 * @param <T> the type of what the command was asked of
 */
public final class DecisionAssert<T>
    extends AbstractAssert<DecisionAssert<T>, @Nullable Decision<T>> {
  DecisionAssert(@Nullable Decision<T> actual) {
    super(actual, DecisionAssert.class);
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

  /** {@return this, if the command is refused} */
  @CanIgnoreReturnValue
  public DecisionAssert<T> isRefused() {
    if (decision().isAccepted()) {
      failWithMessage(
          "Expected a refusal but the command was accepted with the events %s",
          decision().events());
    }
    return this;
  }

  /**
   * Checks that the command is refused by a rule, whatever others it broke besides.
   *
   * @param rule the ID of the rule
   * @return this
   */
  @CanIgnoreReturnValue
  public DecisionAssert<T> isRefusedBy(String rule) {
    requireNonNull(rule, "rule");
    if (!brokenRules().contains(new RuleId(rule))) {
      failWithMessage("Expected a refusal by %s but it was by %s", rule, brokenRules());
    }
    return this;
  }

  /**
   * Checks that the command is refused by a rule and no other.
   *
   * @param rule the ID of the rule
   * @return this
   */
  @CanIgnoreReturnValue
  public DecisionAssert<T> isRefusedOnlyBy(String rule) {
    requireNonNull(rule, "rule");
    if (!brokenRules().equals(ImmutableSet.of(new RuleId(rule)))) {
      failWithMessage("Expected a refusal by %s only but it was by %s", rule, brokenRules());
    }
    return this;
  }

  /**
   * Checks that the command is refused with an error code.
   *
   * @param errorCode the code
   * @return this
   */
  @CanIgnoreReturnValue
  public DecisionAssert<T> withErrorCode(ErrorCode errorCode) {
    requireNonNull(errorCode, "errorCode");
    ErrorCode found = refusal().errorCode();
    if (found != errorCode) {
      failWithMessage("Expected the error code %s but it was %s", errorCode, found);
    }
    return this;
  }

  private ImmutableSet<RuleId> brokenRules() {
    return refusal().violations().stream()
        .map(violation -> violation.rule().id())
        .collect(ImmutableSet.toImmutableSet());
  }

  private Refusal refusal() {
    isRefused();
    return decision().refusal().orElseThrow();
  }

  private Decision<T> decision() {
    isNotNull();
    return Objects.requireNonNull(actual);
  }
}
