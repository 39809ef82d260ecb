package dev.amikit.registry.account;

import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;

/**
 * {@code EnableEbsEncryptionByDefault}: new volumes and copies of snapshots are encrypted unasked.
 * Volumes, snapshots and images that exist stay as they are, and so do the snapshots made of
 * volumes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableEbsEncryptionByDefault.html">EnableEbsEncryptionByDefault</a>
 */
public record EnableEbsEncryptionByDefault() implements Operation<Boolean> {
  @Override
  public Outcome<Boolean> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.changeEncryption(settings -> settings.ebsEncryptionByDefault(true));
      return true;
    });
  }
}
