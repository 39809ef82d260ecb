package dev.amikit.registry.account;

import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;

/**
 * {@code DisableEbsEncryptionByDefault}: new volumes and copies are encrypted only on demand. What
 * is encrypted stays so.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisableEbsEncryptionByDefault.html">DisableEbsEncryptionByDefault</a>
 */
public record DisableEbsEncryptionByDefault() implements Operation<Boolean> {
  @Override
  public Outcome<Boolean> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.changeEncryption(settings -> settings.ebsEncryptionByDefault(false));
      return false;
    });
  }
}
