package dev.amikit.testkit.arbitrary;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.RuleCatalogue;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleId;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * For every rule that values keep: attempts to make a value that breaks this rule and no other.
 * Test an own reader, form or adapter with them: what it lets pass is a fault. The rules that the
 * commands of the life cycles keep are broken by {@link CommandBreakers}, and those that operations
 * ask by {@link dev.amikit.testkit.arbitrary.breaker.RequestBreakers}.
 */
public final class RuleBreakers {
  private static final ImmutableMap<RuleId, Arbitrary<? extends Supplier<?>>> ATTEMPTS = Stream.of(
          TextBreakers.ALL,
          DeviceBreakers.ALL,
          SnapshotBreakers.ALL,
          AmiBreakers.ALL,
          AllowedImagesBreakers.ALL,
          QueryBreakers.ALL,
          RequestPartBreakers.ALL)
      .flatMap(attempts -> attempts.entrySet().stream())
      .collect(toImmutableMap(entry -> new RuleId(entry.getKey()), entry -> entry.getValue()));

  private RuleBreakers() {}

  /** {@return the rules that there are breakers of} */
  public static ImmutableSet<RuleId> rules() {
    return ATTEMPTS.keySet();
  }

  /**
   * Attempts to break one rule.
   *
   * @param rule the ID of the rule
   * @return an arbitrary of attempts
   * @throws IllegalArgumentException if no value keeps such a rule
   */
  public static Arbitrary<RuleBreaker> of(RuleId rule) {
    requireNonNull(rule, "rule");
    Rule broken = RuleCatalogue.find(rule)
        .orElseThrow(() -> new IllegalArgumentException("there is no rule " + rule));
    Arbitrary<? extends Supplier<?>> attempts = ATTEMPTS.get(rule);
    if (attempts == null) {
      throw new IllegalArgumentException("no value keeps " + rule + " by itself");
    }
    return attempts.map(value -> new RuleBreaker(broken, value)).withoutEdgeCases();
  }

  /**
   * Attempts to break one rule.
   *
   * @param rule the ID of the rule, such as {@code ami.windows-requires-ebs-root}
   * @return an arbitrary of attempts
   * @throws IllegalArgumentException if no value keeps such a rule
   */
  public static Arbitrary<RuleBreaker> of(String rule) {
    requireNonNull(rule, "rule");
    return of(new RuleId(rule));
  }

  /** {@return attempts to break any rule, each as often as the others} */
  public static Arbitrary<RuleBreaker> any() {
    return Arbitraries.oneOf(rules().stream().map(RuleBreakers::of).toList()).withoutEdgeCases();
  }
}
