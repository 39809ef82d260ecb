package dev.amikit.registry.snapshot;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.ProductCode;
import dev.amikit.id.SnapshotId;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.Snapshot;

/**
 * {@code DescribeSnapshotAttribute}: one attribute of a snapshot, for its owner.
 *
 * @param snapshotId the snapshot, which the caller owns
 * @param attribute the attribute
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshotAttribute.html">DescribeSnapshotAttribute</a>
 */
public record DescribeSnapshotAttribute(SnapshotId snapshotId, SnapshotAttribute attribute)
    implements ReadOperation<DescribeSnapshotAttribute.Answer> {
  /** The attribute is one of the two. */
  public static final Rule READABLE = Rule.rule(
      "snapshot-attribute.readable",
      "of a snapshot createVolumePermission and productCodes can be read",
      ErrorCode.INVALID_REQUEST,
      "API reference, DescribeSnapshotAttribute",
      "SPERM-06");

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

  /**
   * The attribute that was asked for.
   *
   * @param snapshotId the snapshot
   * @param createVolumePermissions who may use it, besides its owner; empty if not asked for
   * @param productCodes its products; empty if not asked for
   */
  public record Answer(
      SnapshotId snapshotId,
      ImmutableSet<CreateVolumePermission> createVolumePermissions,
      ImmutableSet<ProductCode> productCodes) {
    /**
     * Refuses null.
     *
     * @param snapshotId the snapshot
     * @param createVolumePermissions who may use it, besides its owner; empty if not asked for
     * @param productCodes its products; empty if not asked for
     */
    public Answer {
      requireNonNull(snapshotId, "snapshotId");
      requireNonNull(createVolumePermissions, "createVolumePermissions");
      requireNonNull(productCodes, "productCodes");
    }
  }

  @Override
  public Outcome<Answer> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.require(
          SnapshotAttribute.WORDS.knows(attribute.word()), READABLE, "attribute", attribute);
      Snapshot snapshot = plan.ownSnapshot(snapshotId);
      return attribute.equals(SnapshotAttribute.PRODUCT_CODES)
          ? new Answer(snapshotId, ImmutableSet.of(), snapshot.productCodes())
          : new Answer(snapshotId, snapshot.createVolumePermissions(), ImmutableSet.of());
    });
  }
}
