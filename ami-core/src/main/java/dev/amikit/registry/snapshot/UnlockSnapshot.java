package dev.amikit.registry.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.SnapshotId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.LockState;
import dev.amikit.snapshot.StoredSnapshot;
import java.util.Optional;

/**
 * {@code UnlockSnapshot}: the snapshot can be deleted again. A compliance lock stays once its
 * cooling-off period is over.
 *
 * @param snapshotId the snapshot, which the caller owns
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UnlockSnapshot.html">UnlockSnapshot</a>
 */
public record UnlockSnapshot(SnapshotId snapshotId) implements Operation<SnapshotId> {
  /** There is a lock. */
  public static final Rule LOCKED = Rule.rule(
      "unlock-snapshot.locked",
      "only a locked snapshot is unlocked",
      ErrorCode.INCORRECT_STATE,
      "API reference, UnlockSnapshot; inferred",
      "LOCK-04");

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
      StoredSnapshot stored = plan.ownSnapshot(snapshotId);
      LockState state =
          stored.lock().map(lock -> lock.stateAt(plan.now())).orElse(LockState.EXPIRED);
      plan.require(!state.equals(LockState.EXPIRED), LOCKED, "snapshotId", snapshotId);
      plan.require(
          !state.equals(LockState.COMPLIANCE),
          LockSnapshot.COMPLIANCE_STAYS,
          "snapshotId",
          snapshotId);
      plan.happens(new RegistryEvent.SnapshotStored(
          plan.region(), stored.toBuilder().lock(Optional.empty()).build()));
      return snapshotId;
    });
  }
}
