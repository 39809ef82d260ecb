package dev.amikit.registry.account;

import dev.amikit.account.AccountSettings;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;

/**
 * {@code GetSnapshotBlockPublicAccessState}: whether snapshots of the account may become, or be,
 * public in the Region.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetSnapshotBlockPublicAccessState.html">GetSnapshotBlockPublicAccessState</a>
 */
public record GetSnapshotBlockPublicAccessState() implements ReadOperation<BlockPublicAccessState> {
  @Override
  public Outcome<BlockPublicAccessState> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      AccountSettings settings = plan.callerSettings();
      return new BlockPublicAccessState(settings.snapshotBlockPublicAccess(), settings.managedBy());
    });
  }
}
