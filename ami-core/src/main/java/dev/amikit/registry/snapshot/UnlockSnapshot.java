package dev.amikit.registry.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.SnapshotId;
import dev.amikit.lifecycle.snapshot.Unlock;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;

/**
 * {@code UnlockSnapshot}: the snapshot can be deleted again. A compliance lock stays once its
 * cooling-off period is over.
 *
 * @param snapshotId the snapshot, which the caller owns
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UnlockSnapshot.html">UnlockSnapshot</a>
 */
public record UnlockSnapshot(SnapshotId snapshotId) implements Operation<SnapshotId> {
  /**
   * Refuses null.
   *
   * @param snapshotId the snapshot, which the caller owns
   */
  public UnlockSnapshot {
    requireNonNull(snapshotId, "snapshotId");
  }

  @Override
  public Outcome<SnapshotId> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.command(plan.ownSnapshot(snapshotId), new Unlock());
      return snapshotId;
    });
  }
}
