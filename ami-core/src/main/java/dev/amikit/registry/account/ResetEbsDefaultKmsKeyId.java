package dev.amikit.registry.account;

import dev.amikit.id.KmsKeyId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import java.util.Optional;

/**
 * {@code ResetEbsDefaultKmsKeyId}: AWS's own key for EBS, {@code alias/aws/ebs}, is taken when none
 * is named.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ResetEbsDefaultKmsKeyId.html">ResetEbsDefaultKmsKeyId</a>
 */
public record ResetEbsDefaultKmsKeyId() implements Operation<KmsKeyId> {
  @Override
  public Outcome<KmsKeyId> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.changeEncryption(settings -> settings.ebsDefaultKmsKeyId(Optional.empty()));
      return KmsKeyId.AWS_MANAGED_EBS_KEY;
    });
  }
}
