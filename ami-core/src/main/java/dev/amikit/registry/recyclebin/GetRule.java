package dev.amikit.registry.recyclebin;

import static java.util.Objects.requireNonNull;

import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.RetentionRule;

/**
 * {@code GetRule} of the Recycle Bin.
 *
 * @param identifier the rule
 * @see <a
 *     href="https://docs.aws.amazon.com/recyclebin/latest/APIReference/API_GetRule.html">GetRule</a>
 */
public record GetRule(String identifier) implements ReadOperation<RetentionRule> {
  /**
   * Refuses null.
   *
   * @param identifier the rule
   */
  public GetRule {
    requireNonNull(identifier, "identifier");
  }

  @Override
  public Outcome<RetentionRule> decide(Situation situation) {
    return Plan.outcome(situation, plan -> RetentionRules.existing(plan, identifier));
  }
}
