package dev.amikit.snapshot;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.ProductCode;
import dev.amikit.id.SnapshotId;
import dev.amikit.permission.CreateVolumePermission;
import java.util.Comparator;
import java.util.Optional;

/**
 * What DescribeSnapshotAttribute tells the owner of a snapshot: one of the two, the other is empty.
 *
 * @param snapshotId the snapshot
 * @param createVolumePermissions who may use it besides its owner; an empty set if nobody may
 * @param productCodes the products that its volume was part of
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshotAttribute.html">DescribeSnapshotAttribute</a>
 */
public record SnapshotAttribute(
    SnapshotId snapshotId,
    Optional<ImmutableSet<CreateVolumePermission>> createVolumePermissions,
    Optional<ImmutableSet<ProductCode>> productCodes) {
  private static final Comparator<CreateVolumePermission> GROUP_FIRST =
      comparing(CreateVolumePermission::isToEveryone).reversed();

  /**
   * Refuses null.
   *
   * @param snapshotId the snapshot
   * @param createVolumePermissions who may use it besides its owner; an empty set if nobody may
   * @param productCodes the products that its volume was part of
   */
  public SnapshotAttribute {
    requireNonNull(snapshotId, "snapshotId");
    requireNonNull(createVolumePermissions, "createVolumePermissions");
    requireNonNull(productCodes, "productCodes");
  }

  /**
   * Returns both attributes of a snapshot, of the permissions the group {@code all} first.
   *
   * @param snapshot the snapshot
   * @return its attributes
   */
  public static SnapshotAttribute of(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return new SnapshotAttribute(
        snapshot.snapshotId(),
        Optional.of(ImmutableSet.copyOf(
            ImmutableList.sortedCopyOf(GROUP_FIRST, snapshot.createVolumePermissions()))),
        Optional.of(snapshot.productCodes()));
  }

  /**
   * Returns the snapshot with what these attributes tell of it; what they do not tell stays.
   *
   * @param snapshot the snapshot
   * @return the snapshot, knowing more
   * @throws IllegalArgumentException if these are the attributes of another snapshot
   * @throws dev.amikit.rule.RuleViolationException if there can be no snapshot with all that
   */
  public Snapshot joinTo(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    checkArgument(
        snapshot.snapshotId().equals(snapshotId),
        "%s has not the attributes of %s",
        snapshot.snapshotId(),
        snapshotId);
    Snapshot.Builder joined = snapshot.toBuilder();
    createVolumePermissions.ifPresent(value -> joined.createVolumePermissions(value));
    productCodes.ifPresent(value -> joined.productCodes(value));
    return joined.build();
  }
}
