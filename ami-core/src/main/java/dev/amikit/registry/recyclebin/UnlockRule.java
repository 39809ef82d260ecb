package dev.amikit.registry.recyclebin;

import static java.util.Objects.requireNonNull;

import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.RuleLockState;
import dev.amikit.registry.state.RetentionRuleEvent;
import dev.amikit.time.Times;
import java.time.Duration;

/**
 * {@code UnlockRule} of the Recycle Bin: the rule can be changed again when its unlock delay is
 * over.
 *
 * @param identifier the rule, which is locked
 * @see <a
 *     href="https://docs.aws.amazon.com/recyclebin/latest/APIReference/API_UnlockRule.html">UnlockRule</a>
 */
public record UnlockRule(String identifier) implements Operation<RetentionRule> {
  /**
   * Refuses null.
   *
   * @param identifier the rule, which is locked
   */
  public UnlockRule {
    requireNonNull(identifier, "identifier");
  }

  @Override
  public Outcome<RetentionRule> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      RetentionRule present = RetentionRules.existing(plan, identifier);
      plan.require(
          present.lockState() == RuleLockState.LOCKED,
          () -> RetentionRules.LOCKED
              .brokenBy("lockState", present.lockState())
              .with("identifier", identifier));
      Duration delay = Duration.ofDays(present.unlockDelayDays().orElseThrow());
      plan.happens(new RetentionRuleEvent.RetentionRuleUnlocked(
          plan.region(),
          plan.caller(),
          identifier,
          Times.plus(plan.now(), delay).truncatedTo(RetentionRule.TIME_UNIT)));
      return RetentionRules.existing(plan, identifier);
    });
  }
}
