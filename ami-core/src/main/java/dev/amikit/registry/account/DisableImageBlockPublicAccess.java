package dev.amikit.registry.account;

import dev.amikit.account.BlockPublicAccess;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;

/**
 * {@code DisableImageBlockPublicAccess}: images of the account can become public in the Region.
 * Answers with the setting.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisableImageBlockPublicAccess.html">DisableImageBlockPublicAccess</a>
 */
public record DisableImageBlockPublicAccess() implements Operation<BlockPublicAccess> {
  @Override
  public Outcome<BlockPublicAccess> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.changeSettings(settings -> settings.imageBlockPublicAccess(BlockPublicAccess.UNBLOCKED));
      return BlockPublicAccess.UNBLOCKED;
    });
  }
}
