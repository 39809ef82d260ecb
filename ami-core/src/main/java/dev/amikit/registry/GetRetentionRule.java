package dev.amikit.registry;

/**
 * {@code GetRule} of the Recycle Bin.
 *
 * @param identifier the rule
 * @see <a
 *     href="https://docs.aws.amazon.com/recyclebin/latest/APIReference/API_GetRule.html">GetRule</a>
 */
public record GetRetentionRule(String identifier) implements ReadOperation<RetentionRule> {
  @Override
  public Outcome<RetentionRule> decide(Situation situation) {
    return Plan.outcome(situation, plan -> RetentionRules.existing(plan, identifier));
  }
}
