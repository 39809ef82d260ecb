package dev.amikit.registry;

import static java.util.Objects.requireNonNull;

/**
 * {@code GetRule} of the Recycle Bin.
 *
 * @param identifier the rule
 * @see <a
 *     href="https://docs.aws.amazon.com/recyclebin/latest/APIReference/API_GetRule.html">GetRule</a>
 */
public record GetRetentionRule(String identifier) implements ReadOperation<RetentionRule> {
  /**
   * Refuses null.
   *
   * @param identifier the rule
   */
  public GetRetentionRule {
    requireNonNull(identifier, "identifier");
  }

  @Override
  public Outcome<RetentionRule> decide(Situation situation) {
    return Plan.outcome(situation, plan -> RetentionRuleRules.existing(plan, identifier));
  }
}
