package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RuleId;
import dev.amikit.rule.Violation;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on what may be refused by rules. */
abstract class RefusableAssert<S extends RefusableAssert<S, A>, A extends @Nullable Object>
    extends AbstractAssert<S, A> {
  private final Optional<ImmutableList<Violation>> selected;

  RefusableAssert(@Nullable A actual, Class<S> type, Optional<ImmutableList<Violation>> selected) {
    super(actual, type);
    this.selected = selected;
  }

  /** Why it is refused; empty if it is not. */
  abstract Optional<Refusal> refusal();

  /** The violations that are asserted on: all of the refusal, or those that are left of them. */
  private ImmutableList<Violation> violations() {
    return selected.orElseGet(() -> refusal().map(Refusal::violations).orElse(ImmutableList.of()));
  }

  /** The same, on these violations only. */
  abstract S on(ImmutableList<Violation> left);

  /** What has happened instead of a refusal. */
  abstract String otherwise();

  /**
   * Checks that it is refused.
   *
   * @return this
   */
  @CanIgnoreReturnValue
  public S isRefused() {
    if (refusal().isEmpty()) {
      failWithMessage("Expected a refusal but %s", otherwise());
    }
    return myself;
  }

  /**
   * Checks that it is refused with an error code of EC2.
   *
   * @param errorCode the code
   * @return this
   */
  @CanIgnoreReturnValue
  public S isRefusedWith(ErrorCode errorCode) {
    requireNonNull(errorCode, "errorCode");
    isRefused();
    Refusal found = refusal().orElseThrow();
    if (found.errorCode() != errorCode) {
      failWithMessage("Expected the error code %s but it was %s", errorCode, found);
    }
    return myself;
  }

  /**
   * Checks what EC2 says of it, to the letter.
   *
   * @param message the message
   * @return this
   */
  @CanIgnoreReturnValue
  public S saying(String message) {
    requireNonNull(message, "message");
    isRefused();
    String found = refusal().orElseThrow().message();
    if (!found.equals(message)) {
      failWithMessage("Expected the message%n  %s%nbut it was%n  %s", message, found);
    }
    return myself;
  }

  /**
   * Checks that it is refused by a rule, whatever others it broke besides.
   *
   * @param rule the ID of the rule
   * @return an assertion on the violations of this rule
   */
  @CanIgnoreReturnValue
  public S isRefusedBy(String rule) {
    requireNonNull(rule, "rule");
    isRefused();
    return narrowedTo(
        violation -> violation.rule().id().equals(new RuleId(rule)), "a refusal by " + rule);
  }

  /**
   * Checks that it is refused by these rules and no others.
   *
   * @param rules the IDs of the rules, in any order
   * @return this
   */
  @CanIgnoreReturnValue
  public S isRefusedOnlyBy(String... rules) {
    requireNonNull(rules, "rules");
    isRefused();
    ImmutableSet<String> broken = violations().stream()
        .map(violation -> violation.rule().id().value())
        .collect(ImmutableSet.toImmutableSet());
    if (!broken.equals(ImmutableSet.copyOf(rules))) {
      failWithMessage(
          "Expected a refusal by %s only but it was by %s",
          String.join(", ", rules), String.join(", ", broken));
    }
    return myself;
  }

  /**
   * Checks that one of the violations is of an attribute.
   *
   * @param path the attribute, such as {@code rootDeviceType}; empty for the whole
   * @return an assertion on the violations of this attribute
   */
  @CanIgnoreReturnValue
  public S at(String path) {
    requireNonNull(path, "path");
    isRefused();
    return narrowedTo(violation -> violation.path().equals(path), "a violation at '" + path + "'");
  }

  private S narrowedTo(Predicate<Violation> wanted, String description) {
    ImmutableList<Violation> left =
        violations().stream().filter(wanted).collect(ImmutableList.toImmutableList());
    if (left.isEmpty()) {
      failWithMessage("Expected %s but found: %s", description, explained(violations()));
    }
    return on(left);
  }

  static String explained(Collection<Violation> violations) {
    return violations.stream().map(Violation::explanation).collect(joining("; "));
  }
}
