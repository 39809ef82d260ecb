package dev.amikit.registry.plan;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.MessageTemplate.recorded;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.id.SnapshotId;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import java.util.function.Supplier;

/** The snapshots that images, volumes and copies are made from. */
public final class UsableSnapshots {
  private static final MessageTemplate IS_IN_INVALID_STATE =
      quoted("Snapshot is in invalid state - {state}");
  private static final MessageTemplate IS_NOT_COMPLETED =
      quoted("Snapshot '{snapshotId}' is not 'completed'.");

  public static final Rule OWN = Rule.rule(
          "used-snapshot.own",
          "a snapshot that an image is made from belongs to whoever makes the image",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "observed: a recorded answer of RegisterImage",
          "REG-05",
          "REGD-05",
          "SHR-09")
      .saying(recorded("Invalid value '{snapshotId}' for snapshotId. Snapshot does not belong to"
          + " {accountId}"));

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
          "a snapshot that an image is made from lies in the standard tier, and not just for"
              + " some days",
          ErrorCode.INCORRECT_STATE,
          "EBS User Guide, Archive snapshots and Restore an archived snapshot",
          "REGD-07",
          "ARC-05")
      .saying(own("Snapshot '{snapshotId}' is restored from the archive only temporarily."));

  private UsableSnapshots() {}

  /**
   * The snapshots that a mapping names and that the caller may read; refuses the others like
   * unknown ones.
   */
  private static ImmutableMap<SnapshotId, Snapshot> readable(
      Plan plan, ImmutableList<BlockDeviceMapping> devices) {
    return devices.stream()
        .flatMap(device -> device.snapshotId().stream())
        .distinct()
        .collect(toImmutableMap(
            id -> id,
            id -> plan.state()
                .snapshot(plan.region(), id)
                .filter(snapshot -> !snapshot.isInRecycleBin() && plan.mayRead(snapshot))
                .orElseThrow(
                    () -> Plan.refused(Snapshot.EXISTS, DeviceRules.path(devices, id), id))));
  }

  /** The snapshots that a mapping names; refuses those of others, even if they may be read. */
  public static ImmutableMap<SnapshotId, Snapshot> ownOfMapping(
      Plan plan, ImmutableList<BlockDeviceMapping> devices) {
    ImmutableMap<SnapshotId, Snapshot> readable = readable(plan, devices);
    readable.forEach((id, snapshot) -> plan.require(
        snapshot.ownerId().equals(plan.caller()),
        () -> OWN.brokenBy(DeviceRules.path(devices, id), id).with("accountId", plan.caller())));
    return readable;
  }

  /** Refuses snapshots of a mapping that are in no state for an image to be made of them. */
  public static void requireFitForImage(
      Plan plan,
      ImmutableList<BlockDeviceMapping> devices,
      ImmutableMap<SnapshotId, Snapshot> readable) {
    readable.forEach((id, snapshot) -> {
      requireUsable(plan, snapshot, () -> DeviceRules.path(devices, id), IS_NOT_COMPLETED);
      plan.require(
          !snapshot.isArchived() && snapshot.restoreExpiryTime().isEmpty(),
          () -> IN_STANDARD_TIER.brokenBy(DeviceRules.path(devices, id), id));
    });
  }

  /** Refuses snapshots that are not completed, or lie in the archive. */
  public static void requireUsable(Plan plan, ImmutableCollection<Snapshot> snapshots) {
    snapshots.forEach(
        snapshot -> requireUsable(plan, snapshot, () -> "snapshotId", IS_IN_INVALID_STATE));
  }

  private static void requireUsable(
      Plan plan, Snapshot snapshot, Supplier<String> path, MessageTemplate isNotCompleted) {
    plan.require(
        snapshot.state().equals(SnapshotState.COMPLETED),
        () -> COMPLETED
            .brokenBy(path.get(), snapshot.snapshotId())
            .with("state", snapshot.state())
            .saying(isNotCompleted)
            .hinting("it is " + snapshot.state()));
    plan.require(
        !snapshot.isArchived() || snapshot.restoreExpiryTime().isPresent(),
        () -> NOT_ARCHIVED.brokenBy(path.get(), snapshot.snapshotId()));
  }
}
