package dev.amikit.registry.recyclebin;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.SnapshotId;
import dev.amikit.lifecycle.snapshot.Recover;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;

/**
 * {@code RestoreSnapshotFromRecycleBin}: the snapshot is back as it was, its permissions included.
 * The answer tells it as recovering, which it is no longer when DescribeSnapshots tells of it, and
 * without tags, keys and tiers.
 *
 * @param snapshotId the snapshot, which lies in the caller's Recycle Bin
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RestoreSnapshotFromRecycleBin.html">RestoreSnapshotFromRecycleBin</a>
 */
public record RestoreSnapshotFromRecycleBin(SnapshotId snapshotId) implements Operation<Snapshot> {
  /**
   * Refuses null.
   *
   * @param snapshotId the snapshot, which lies in the caller's Recycle Bin
   */
  public RestoreSnapshotFromRecycleBin {
    requireNonNull(snapshotId, "snapshotId");
  }

  @Override
  public Outcome<Snapshot> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Snapshot snapshot = plan.state()
          .snapshot(plan.region(), snapshotId)
          .filter(Snapshot::isInRecycleBin)
          .filter(s -> s.ownerId().equals(plan.caller()))
          .orElseThrow(() -> Plan.notFound(snapshotId, "snapshotId"));
      return answer(plan.changed(snapshot, new Recover()));
    });
  }

  /** The members that EC2 answers with. */
  private static Snapshot answer(Snapshot snapshot) {
    return Snapshot.builder()
        .snapshotId(snapshot.snapshotId())
        .outpostArn(snapshot.outpostArn())
        .description(snapshot.described().description())
        .encrypted(snapshot.encrypted())
        .ownerId(snapshot.ownerId())
        .progress(snapshot.progress())
        .startTime(snapshot.startTime())
        .state(SnapshotState.RECOVERING)
        .volumeId(snapshot.volumeId())
        .volumeSize(snapshot.volumeSize())
        .sseType(snapshot.sseType())
        .build();
  }
}
