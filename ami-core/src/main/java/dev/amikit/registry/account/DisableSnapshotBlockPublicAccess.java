package dev.amikit.registry.account;

import dev.amikit.account.BlockPublicAccess;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;

/**
 * {@code DisableSnapshotBlockPublicAccess}: snapshots of the account can become public in the
 * Region, and those that were public are so again. Answers with the setting.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisableSnapshotBlockPublicAccess.html">DisableSnapshotBlockPublicAccess</a>
 */
public record DisableSnapshotBlockPublicAccess() implements Operation<BlockPublicAccess> {
  @Override
  public Outcome<BlockPublicAccess> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.changeSettings(
          settings -> settings.snapshotBlockPublicAccess(BlockPublicAccess.UNBLOCKED));
      return BlockPublicAccess.UNBLOCKED;
    });
  }
}
