package dev.amikit.registry.snapshot;

import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import dev.amikit.id.SnapshotId;
import dev.amikit.lifecycle.snapshot.ResetCreateVolumePermission;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
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
  /** Only the permissions can be reset. */
  public static final Rule RESETTABLE = Rule.rule(
          "snapshot-attribute.resettable",
          "of a snapshot only createVolumePermission can be reset",
          ErrorCode.INVALID_REQUEST,
          "observed: a recorded answer of ResetSnapshotAttribute, September 2026",
          "SHR-01",
          "SPERM-06")
      .saying(recorded("The request received was invalid."));

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
          RESETTABLE,
          "attribute",
          attribute);
      plan.command(plan.snapshotOfCaller(snapshotId), new ResetCreateVolumePermission());
      return Return.TRUE;
    });
  }
}
