package dev.amikit.registry.snapshot;

import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import dev.amikit.id.SnapshotId;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.SnapshotAttribute;
import dev.amikit.snapshot.SnapshotAttributeName;
import java.util.Optional;

/**
 * {@code DescribeSnapshotAttribute}: one attribute of a snapshot, for its owner.
 *
 * @param snapshotId the snapshot, which the caller owns
 * @param attribute the attribute
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshotAttribute.html">DescribeSnapshotAttribute</a>
 */
public record DescribeSnapshotAttribute(SnapshotId snapshotId, SnapshotAttributeName attribute)
    implements ReadOperation<SnapshotAttribute> {
  /** The attribute is one of the two. */
  public static final Rule READABLE = Rule.rule(
          "snapshot-attribute.readable",
          "of a snapshot createVolumePermission and productCodes can be read",
          ErrorCode.INVALID_REQUEST,
          "observed: a recorded answer of DescribeSnapshotAttribute, September 2026",
          "SPERM-06")
      .saying(recorded("The request received was invalid."));

  /**
   * Refuses null.
   *
   * @param snapshotId the snapshot, which the caller owns
   * @param attribute the attribute
   */
  public DescribeSnapshotAttribute {
    requireNonNull(snapshotId, "snapshotId");
    requireNonNull(attribute, "attribute");
  }

  @Override
  public Outcome<SnapshotAttribute> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.require(
          SnapshotAttributeName.WORDS.knows(attribute.word()), READABLE, "attribute", attribute);
      SnapshotAttribute both = SnapshotAttribute.of(plan.snapshotOfCaller(snapshotId));
      return attribute.equals(SnapshotAttributeName.PRODUCT_CODES)
          ? new SnapshotAttribute(snapshotId, Optional.empty(), both.productCodes())
          : new SnapshotAttribute(snapshotId, both.createVolumePermissions(), Optional.empty());
    });
  }
}
