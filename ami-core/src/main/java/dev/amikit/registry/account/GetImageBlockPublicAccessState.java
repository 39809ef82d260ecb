package dev.amikit.registry.account;

import dev.amikit.account.AccountSettings;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;

/**
 * {@code GetImageBlockPublicAccessState}: whether images of the account may become public in the
 * Region.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetImageBlockPublicAccessState.html">GetImageBlockPublicAccessState</a>
 */
public record GetImageBlockPublicAccessState() implements ReadOperation<BlockPublicAccessState> {
  @Override
  public Outcome<BlockPublicAccessState> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      AccountSettings settings = plan.callerSettings();
      return new BlockPublicAccessState(settings.imageBlockPublicAccess(), settings.managedBy());
    });
  }
}
