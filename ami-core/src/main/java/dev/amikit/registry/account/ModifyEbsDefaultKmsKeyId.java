package dev.amikit.registry.account;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import dev.amikit.id.KmsKeyId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.KmsKeys;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.Optional;

/**
 * {@code ModifyEbsDefaultKmsKeyId}: another key is taken when none is named. Whether it can be used
 * shows only then.
 *
 * @param kmsKeyId the key: its ID, an alias or an ARN
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyEbsDefaultKmsKeyId.html">ModifyEbsDefaultKmsKeyId</a>
 */
public record ModifyEbsDefaultKmsKeyId(KmsKeyId kmsKeyId) implements Operation<KmsKeyId> {
  /** The key is one of the Region. */
  public static final Rule KEY_IN_REGION = Rule.rule(
          "modify-ebs-default-kms-key-id.key-in-region",
          "the default key is a key of the Region, and its alias one of the account",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, ModifyEbsDefaultKmsKeyId",
          "ENC-06",
          "ID-20")
      .saying(own("The specified kmsKeyId {kmsKeyId} is invalid"));

  /**
   * Refuses null.
   *
   * @param kmsKeyId the key: its ID, an alias or an ARN
   */
  public ModifyEbsDefaultKmsKeyId {
    requireNonNull(kmsKeyId, "kmsKeyId");
  }

  @Override
  public Outcome<KmsKeyId> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Optional<KmsKeyId> key = KmsKeys.resolve(plan.state(), plan.region(), plan.caller(), kmsKeyId)
          .filter(found -> KmsKeys.isOf(plan.region(), found));
      plan.require(key.isPresent(), KEY_IN_REGION, "kmsKeyId", kmsKeyId);
      plan.changeEncryption(settings -> settings.ebsDefaultKmsKeyId(key));
      return key.orElseThrow();
    });
  }
}
