package dev.amikit.registry.account;

import dev.amikit.id.KmsKeyId;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;

/**
 * {@code GetEbsDefaultKmsKeyId}: the key that is taken when none is named; {@code alias/aws/ebs}
 * unless the account chose another.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetEbsDefaultKmsKeyId.html">GetEbsDefaultKmsKeyId</a>
 */
public record GetEbsDefaultKmsKeyId() implements ReadOperation<KmsKeyId> {
  @Override
  public Outcome<KmsKeyId> decide(Situation situation) {
    return Plan.outcome(
        situation,
        plan -> plan.callerSettings().ebsDefaultKmsKeyId().orElse(KmsKeyId.AWS_MANAGED_EBS_KEY));
  }
}
