package dev.amikit.registry;

import static java.util.Objects.requireNonNull;

import dev.amikit.registry.RetentionRule.LockState;
import java.time.Duration;

/**
 * {@code UnlockRule} of the Recycle Bin: the rule can be changed again when its unlock delay is
 * over.
 *
 * @param identifier the rule, which is locked
 * @see <a
 *     href="https://docs.aws.amazon.com/recyclebin/latest/APIReference/API_UnlockRule.html">UnlockRule</a>
 */
public record UnlockRetentionRule(String identifier) implements Operation<RetentionRule> {
  /**
   * Refuses null.
   *
   * @param identifier the rule, which is locked
   */
  public UnlockRetentionRule {
    requireNonNull(identifier, "identifier");
  }

  @Override
  public Outcome<RetentionRule> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      RetentionRule present = RetentionRuleRules.existing(plan, identifier);
      plan.require(
          present.lockState() == LockState.LOCKED,
          RetentionRuleRules.LOCKED,
          "lockState",
          present.lockState());
      Duration delay = Duration.ofDays(present.unlockDelayDays().orElseThrow());
      return RetentionRuleRules.store(
          plan,
          present.toBuilder()
              .lockState(LockState.PENDING_UNLOCK)
              .lockEndTime(plan.now().plus(delay))
              .build());
    });
  }
}
