package dev.amikit.registry.plan;

import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.amikit.id.SnapshotId;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;

/** The snapshots that images, volumes and copies are made from. */
public final class UsableSnapshots {
  private static final MessageTemplate IS_IN_INVALID_STATE =
      quoted("Snapshot is in invalid state - {state}");
  private static final MessageTemplate IS_NOT_COMPLETED =
      quoted("Snapshot '{snapshotId}' is not 'completed'.");

  public static final Rule COMPLETED = Rule.rule(
          "used-snapshot.completed",
          "a snapshot that is used is completed",
          ErrorCode.INCORRECT_STATE,
          "observed: quoted answers of CreateVolume and RegisterImage",
          "REG-06",
          "REGD-04",
          "SNAP-15",
          "SNAP-26")
      .saying(IS_IN_INVALID_STATE, IS_NOT_COMPLETED);

  public static final Rule NOT_ARCHIVED = Rule.rule(
          "used-snapshot.not-archived",
          "a snapshot that is used is not archived, or restored for some days",
          ErrorCode.INCORRECT_STATE,
          "EBS User Guide, Archive snapshots",
          "REGD-07",
          "ARC-05",
          "SNAP-28")
      .saying(own("Snapshot '{snapshotId}' is archived and must be restored first."));

  public static final Rule IN_STANDARD_TIER = Rule.rule(
          "used-snapshot.in-standard-tier",
          "a snapshot that an image is made from lies in the standard tier, and not just for some days",
          ErrorCode.INCORRECT_STATE,
          "EBS User Guide, Archive snapshots and Restore an archived snapshot",
          "REGD-07",
          "ARC-05")
      .saying(own("Snapshot '{snapshotId}' is restored from the archive only temporarily."));

  private UsableSnapshots() {}

  /** Snapshots that the caller may read; refuses the others like unknown ones. */
  public static ImmutableMap<SnapshotId, Snapshot> readable(
      Plan plan, ImmutableSet<SnapshotId> ids) {
    return ImmutableMap.copyOf(Maps.asMap(ids, plan::readableSnapshot));
  }

  /** Refuses snapshots for a new image that are of others, then those that are unfit. */
  public static void requireFitForImage(Plan plan, ImmutableMap<SnapshotId, Snapshot> readable) {
    readable.values().forEach(plan::requireOwn);
    requireUsable(plan, readable, IS_NOT_COMPLETED);
    readable.forEach(
        (id, snapshot) -> plan.require(!snapshot.isArchived(), IN_STANDARD_TIER, "snapshotId", id));
  }

  /** Refuses snapshots that are not completed, or lie in the archive. */
  public static void requireUsable(Plan plan, ImmutableMap<SnapshotId, Snapshot> snapshots) {
    requireUsable(plan, snapshots, IS_IN_INVALID_STATE);
  }

  private static void requireUsable(
      Plan plan, ImmutableMap<SnapshotId, Snapshot> snapshots, MessageTemplate isNotCompleted) {
    snapshots.forEach((id, snapshot) -> {
      plan.require(
          snapshot.state().equals(SnapshotState.COMPLETED),
          COMPLETED
              .brokenBy("snapshotId", id)
              .with("state", snapshot.state())
              .saying(isNotCompleted)
              .hinting("it is " + snapshot.state()));
      plan.require(
          !snapshot.isArchived() || snapshot.restoreExpiryTime().isPresent(),
          NOT_ARCHIVED,
          "snapshotId",
          id);
    });
  }
}
