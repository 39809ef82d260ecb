package dev.amikit.registry.recyclebin;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.SnapshotId;
import dev.amikit.lifecycle.snapshot.Recover;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.snapshot.Snapshot;

/**
 * {@code RestoreSnapshotFromRecycleBin}: the snapshot is back as it was, its permissions included.
 *
 * @param snapshotId the snapshot, which lies in the caller's Recycle Bin
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RestoreSnapshotFromRecycleBin.html">RestoreSnapshotFromRecycleBin</a>
 */
public record RestoreSnapshotFromRecycleBin(SnapshotId snapshotId) implements Operation<Return> {
  /**
   * Refuses null.
   *
   * @param snapshotId the snapshot, which lies in the caller's Recycle Bin
   */
  public RestoreSnapshotFromRecycleBin {
    requireNonNull(snapshotId, "snapshotId");
  }

  @Override
  public Outcome<Return> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Snapshot snapshot = plan.state()
          .snapshot(plan.region(), snapshotId)
          .filter(Snapshot::isInRecycleBin)
          .filter(s -> s.ownerId().equals(plan.caller()))
          .orElseThrow(() -> Plan.notFound(snapshotId, "snapshotId"));
      plan.command(snapshot, new Recover());
      return Return.TRUE;
    });
  }
}
