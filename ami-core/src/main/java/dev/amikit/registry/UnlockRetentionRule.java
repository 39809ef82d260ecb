package dev.amikit.registry;

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
  @Override
  public Outcome<RetentionRule> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      RetentionRule present = RetentionRules.existing(plan, identifier);
      plan.require(
          present.lockState() == LockState.LOCKED,
          RetentionRules.LOCKED,
          "lockState",
          present.lockState());
      Duration delay = Duration.ofDays(present.unlockDelayDays().orElseThrow());
      return RetentionRules.store(
          plan,
          present.toBuilder()
              .lockState(LockState.PENDING_UNLOCK)
              .lockEndTime(plan.now().plus(delay))
              .build());
    });
  }
}
