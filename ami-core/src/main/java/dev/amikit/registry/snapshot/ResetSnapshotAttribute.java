package dev.amikit.registry.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.SnapshotId;
import dev.amikit.lifecycle.snapshot.ResetCreateVolumePermission;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.snapshot.SnapshotAttributeName;

/**
 * {@code ResetSnapshotAttribute}: only the owner may use the snapshot.
 *
 * @param snapshotId the snapshot, which the caller owns
 * @param attribute {@code createVolumePermission}; no other can be reset
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ResetSnapshotAttribute.html">ResetSnapshotAttribute</a>
 */
public record ResetSnapshotAttribute(SnapshotId snapshotId, SnapshotAttributeName attribute)
    implements Operation<Return> {
  /**
   * Refuses null.
   *
   * @param snapshotId the snapshot, which the caller owns
   * @param attribute {@code createVolumePermission}; no other can be reset
   */
  public ResetSnapshotAttribute {
    requireNonNull(snapshotId, "snapshotId");
    requireNonNull(attribute, "attribute");
  }

  @Override
  public Outcome<Return> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.require(
          attribute.equals(SnapshotAttributeName.CREATE_VOLUME_PERMISSION),
          ModifySnapshotAttribute.MODIFIABLE,
          "attribute",
          attribute);
      plan.command(plan.ownSnapshot(snapshotId), new ResetCreateVolumePermission());
      return Return.TRUE;
    });
  }
}
