package dev.amikit.lifecycle.snapshot;

import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.id.ProductCode;
import dev.amikit.lifecycle.Decision;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code ModifySnapshotAttribute} of the permissions: gives some, or takes some. What the snapshot
 * has already is not given again, what it lacks cannot be taken, and its owner needs none; that is
 * no error.
 *
 * @param add the permissions to give
 * @param remove the permissions to take
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySnapshotAttribute.html">ModifySnapshotAttribute</a>
 */
public record ModifyCreateVolumePermission(
    ImmutableSet<CreateVolumePermission> add, ImmutableSet<CreateVolumePermission> remove)
    implements SnapshotCommand {
  private static final int MOST_CHANGES = 500;
  private static final String PERMISSIONS = "createVolumePermission";
  private static final String ADDED = PERMISSIONS + ".add";
  private static final String REMOVED = PERMISSIONS + ".remove";

  /** One request has one direction. */
  public static final Rule ONE_DIRECTION = Rule.rule(
          "modify-snapshot-attribute.one-direction",
          "a request adds permissions or removes them, not both",
          ErrorCode.INVALID_PARAMETER_COMBINATION,
          "API reference, ModifySnapshotAttribute",
          "SHR-02",
          "SPERM-03")
      .saying(
          quoted("One and only one operation type may be specified for createVolumePermissions"));

  /** A request changes something. */
  public static final Rule NOT_EMPTY = Rule.rule(
          "modify-snapshot-attribute.not-empty",
          "a request names permissions to be added or removed",
          ErrorCode.INVALID_PARAMETER_COMBINATION,
          "observed: a recorded answer of ModifySnapshotAttribute, September 2026",
          "SPERM-03")
      .saying(recorded("No attributes specified."));

  /** A request does not change too much. */
  public static final Rule FEW_CHANGES = Rule.rule(
          "modify-snapshot-attribute.few-changes",
          "a request makes at most 500 changes",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, ModifySnapshotAttribute",
          "SHR-02",
          "SPERM-03")
      .saying(quoted("Modification size must not be greater than 500."));

  /** What is archived is not shared. */
  public static final Rule NOT_ARCHIVED = Rule.rule(
          "modify-snapshot-attribute.not-archived",
          "an archived snapshot is not shared",
          ErrorCode.INCORRECT_STATE,
          "EBS User Guide, Archive snapshots",
          "SHR-07",
          "ARC-05")
      .saying(own("Snapshot '{snapshotId}' is archived and cannot be shared."));

  /** What is encrypted is not public. */
  public static final Rule PUBLIC_WITHOUT_ENCRYPTION = Rule.rule(
          "modify-snapshot-attribute.public-without-encryption",
          "an encrypted snapshot does not become public",
          ErrorCode.OPERATION_NOT_PERMITTED,
          "API reference, ModifySnapshotAttribute",
          "SHR-04",
          "SPERM-04")
      .saying(quoted("Encrypted snapshots cannot be shared publicly"));

  /** What is sold is not public. */
  public static final Rule PUBLIC_WITHOUT_MARKETPLACE = Rule.rule(
          "modify-snapshot-attribute.public-without-marketplace",
          "a snapshot with a product code of AWS Marketplace does not become public",
          ErrorCode.OPERATION_NOT_PERMITTED,
          "API reference, ModifySnapshotAttribute",
          "SHR-04",
          "SPERM-04",
          "PAID-06")
      .saying(own("Snapshots with AWS Marketplace product codes cannot be shared publicly"));

  /**
   * Refuses null.
   *
   * @param add the permissions to give
   * @param remove the permissions to take
   */
  public ModifyCreateVolumePermission {
    requireNonNull(add, "add");
    requireNonNull(remove, "remove");
  }

  /**
   * Returns the command that gives permissions.
   *
   * @param permissions the permissions
   * @return the command
   */
  public static ModifyCreateVolumePermission grant(CreateVolumePermission... permissions) {
    requireNonNull(permissions, "permissions");
    return new ModifyCreateVolumePermission(ImmutableSet.copyOf(permissions), ImmutableSet.of());
  }

  /**
   * Returns the command that takes permissions.
   *
   * @param permissions the permissions
   * @return the command
   */
  public static ModifyCreateVolumePermission revoke(CreateVolumePermission... permissions) {
    requireNonNull(permissions, "permissions");
    return new ModifyCreateVolumePermission(ImmutableSet.of(), ImmutableSet.copyOf(permissions));
  }

  @Override
  public SnapshotAction action() {
    return SnapshotAction.MODIFY_CREATE_VOLUME_PERMISSION;
  }

  @Override
  public Optional<Refusal> malformed(Instant now) {
    requireNonNull(now, "now");
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    if (add.isEmpty() && remove.isEmpty()) {
      broken.add(NOT_EMPTY.brokenBy(PERMISSIONS, "absent"));
    }
    if (!add.isEmpty() && !remove.isEmpty()) {
      broken.add(ONE_DIRECTION.brokenBy(REMOVED, remove));
    }
    int changes = add.size() + remove.size();
    if (changes > MOST_CHANGES) {
      broken.add(FEW_CHANGES.brokenBy(add.isEmpty() ? REMOVED : ADDED, changes + " permissions"));
    }
    return Refusal.ofAny(broken.build());
  }

  @Override
  public Decision<Snapshot> decide(Snapshot snapshot, Instant now) {
    return SnapshotLifeCycle.decide(this, snapshot, now, () -> {
      if (!add.isEmpty() && snapshot.isArchived()) {
        return SnapshotLifeCycle.refused(NOT_ARCHIVED, snapshot);
      }
      return Decision.of(Refusal.ofAny(obstacles(snapshot)), () -> changed(snapshot));
    });
  }

  private ImmutableList<Violation> obstacles(Snapshot snapshot) {
    CreateVolumePermission everyone = CreateVolumePermission.everyone();
    ImmutableList.Builder<Violation> obstacles = ImmutableList.builder();
    if (add.contains(everyone)) {
      if (snapshot.isEncrypted()) {
        obstacles.add(PUBLIC_WITHOUT_ENCRYPTION.brokenBy(ADDED, everyone));
      }
      if (snapshot.productCodes().stream().anyMatch(ProductCode::isMarketplace)) {
        obstacles.add(PUBLIC_WITHOUT_MARKETPLACE.brokenBy(ADDED, everyone));
      }
    }
    return obstacles.build();
  }

  private Decision<Snapshot> changed(Snapshot snapshot) {
    ImmutableSet<CreateVolumePermission> present = snapshot.createVolumePermissions();
    CreateVolumePermission own = CreateVolumePermission.userId(snapshot.ownerId());
    ImmutableSet<CreateVolumePermission> added =
        Sets.difference(Sets.difference(add, present), ImmutableSet.of(own)).immutableCopy();
    ImmutableSet<CreateVolumePermission> removed =
        Sets.intersection(remove, present).immutableCopy();
    return added.isEmpty() && removed.isEmpty()
        ? Decision.unchanged()
        : Decision.accepted(new CreateVolumePermissionsChanged(added, removed));
  }
}
