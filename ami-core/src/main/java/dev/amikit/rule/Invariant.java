package dev.amikit.rule;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A rule that holds of every value of a type, for as long as the value exists.
 *
 * @param <T> the type whose values keep the rule
 * @param rule what is asked
 * @param holds whether a value keeps it; quick, since every new value is asked
 * @param broken where a value breaks it, asked only of values that do
 */
public record Invariant<T>(
    Rule rule, Predicate<T> holds, Function<T, ImmutableList<Violation>> broken) {
  /**
   * Refuses null.
   *
   * @param rule what is asked
   * @param holds whether a value keeps it; quick, since every new value is asked
   * @param broken where a value breaks it, asked only of values that do
   */
  public Invariant {
    requireNonNull(rule, "rule");
    requireNonNull(holds, "holds");
    requireNonNull(broken, "broken");
  }

  /**
   * Returns an invariant that is broken, if at all, by one attribute.
   *
   * @param <T> the type whose values keep the rule
   * @param rule what is asked
   * @param path the attribute that breaks it
   * @param attribute how to get at that attribute
   * @param holds whether a value keeps the rule
   * @return the invariant
   */
  public static <T> Invariant<T> of(
      Rule rule, String path, Function<T, ?> attribute, Predicate<T> holds) {
    requireNonNull(path, "path");
    requireNonNull(attribute, "attribute");
    return new Invariant<>(
        rule, holds, value -> ImmutableList.of(rule.brokenBy(path, attribute.apply(value))));
  }

  /**
   * Returns the invariant with more in its violations: what stands at places of the message,
   * another message, a hint.
   *
   * @param more what a violation by a value becomes
   * @return the invariant
   */
  public Invariant<T> telling(BiFunction<T, Violation, Violation> more) {
    requireNonNull(more, "more");
    return new Invariant<>(
        rule,
        holds,
        value -> broken.apply(value).stream()
            .map(violation -> more.apply(value, violation))
            .collect(ImmutableList.toImmutableList()));
  }

  /**
   * Returns the rules of a list of invariants.
   *
   * @param <T> the type whose values keep them
   * @param invariants the invariants
   * @return what each asks, in the same order
   */
  public static <T> ImmutableList<Rule> rules(ImmutableList<Invariant<T>> invariants) {
    requireNonNull(invariants, "invariants");
    return invariants.stream().map(Invariant::rule).collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns every violation of a list of invariants by a value.
   *
   * @param <T> the type of the value
   * @param invariants what is asked of the value
   * @param value the value
   * @return the violations; empty if the value keeps all
   */
  public static <T> ImmutableList<Violation> violations(
      ImmutableList<Invariant<T>> invariants, T value) {
    requireNonNull(invariants, "invariants");
    requireNonNull(value, "value");
    ImmutableList.Builder<Violation> found = ImmutableList.builder();
    for (Invariant<T> invariant : invariants) {
      if (!invariant.holds.test(value)) {
        found.addAll(invariant.broken.apply(value));
      }
    }
    return found.build();
  }

  /**
   * Returns the value if it keeps all invariants.
   *
   * @param <T> the type of the value
   * @param invariants what is asked of the value
   * @param value the value
   * @return the value itself
   * @throws RuleViolationException with every broken rule, if it breaks any
   */
  public static <T> T enforce(ImmutableList<Invariant<T>> invariants, T value) {
    requireNonNull(invariants, "invariants");
    requireNonNull(value, "value");
    for (int i = 0; i < invariants.size(); i++) {
      if (!invariants.get(i).holds.test(value)) {
        throw new RuleViolationException(violations(invariants, value));
      }
    }
    return value;
  }
}
