package dev.amikit.registry.account;

import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;

/**
 * {@code GetEbsEncryptionByDefault}: whether new volumes and copies of snapshots are encrypted
 * unasked.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetEbsEncryptionByDefault.html">GetEbsEncryptionByDefault</a>
 */
public record GetEbsEncryptionByDefault() implements ReadOperation<Boolean> {
  @Override
  public Outcome<Boolean> decide(Situation situation) {
    return Plan.outcome(situation, plan -> plan.callerSettings().ebsEncryptionByDefault());
  }
}
