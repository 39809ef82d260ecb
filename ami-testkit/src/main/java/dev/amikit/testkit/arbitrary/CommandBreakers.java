package dev.amikit.testkit.arbitrary;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.RuleCatalogue;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.image.Ami;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleId;
import dev.amikit.snapshot.Snapshot;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * For every rule that commands of a life cycle are refused by: an image, a snapshot or fast launch
 * of an image, a command and a time that break this rule and no other. {@link RuleBreakers} are
 * their like for values.
 *
 * @param <T> the type of what the commands are asked of
 */
public final class CommandBreakers<T> {
  private final ImmutableMap<Rule, Arbitrary<Attempt<T>>> attempts;

  private CommandBreakers(ImmutableMap<Rule, Arbitrary<Attempt<T>>> attempts) {
    this.attempts = attempts;
  }

  /** {@return breakers of the rules that commands for images keep} */
  public static CommandBreakers<Ami> ofImages() {
    return new CommandBreakers<>(AmiCommandBreakers.ALL);
  }

  /** {@return breakers of the rules that commands for snapshots keep} */
  public static CommandBreakers<Snapshot> ofSnapshots() {
    return new CommandBreakers<>(SnapshotCommandBreakers.ALL);
  }

  /** {@return breakers of the rules that commands for fast launch of an image keep} */
  public static CommandBreakers<Optional<FastLaunch>> ofFastLaunch() {
    return new CommandBreakers<>(FastLaunchCommandBreakers.ALL);
  }

  /** {@return the rules that there are breakers of} */
  public ImmutableSet<RuleId> rules() {
    return attempts.keySet().stream().map(Rule::id).collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Commands that break one rule.
   *
   * @param rule the ID of the rule
   * @return an arbitrary of refused commands
   * @throws IllegalArgumentException if no command of the life cycle is refused by such a rule
   */
  public Arbitrary<RefusedCommand<T>> of(RuleId rule) {
    requireNonNull(rule, "rule");
    Rule broken = RuleCatalogue.find(rule)
        .orElseThrow(() -> new IllegalArgumentException("there is no rule " + rule));
    Arbitrary<Attempt<T>> breaking = attempts.get(broken);
    if (breaking == null) {
      throw new IllegalArgumentException("no command is refused by " + rule);
    }
    return breaking.map(attempt -> attempt.against(broken)).withoutEdgeCases();
  }

  /**
   * Commands that break one rule.
   *
   * @param rule the ID of the rule, such as {@code deregister-image.unprotected}
   * @return an arbitrary of refused commands
   * @throws IllegalArgumentException if no command of the life cycle is refused by such a rule
   */
  public Arbitrary<RefusedCommand<T>> of(String rule) {
    requireNonNull(rule, "rule");
    return of(new RuleId(rule));
  }

  /** {@return commands that break any rule, each as often as the others} */
  public Arbitrary<RefusedCommand<T>> any() {
    return Arbitraries.oneOf(rules().stream().map(this::of).toList()).withoutEdgeCases();
  }
}
