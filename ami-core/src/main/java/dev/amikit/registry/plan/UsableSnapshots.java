package dev.amikit.registry.plan;

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
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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

  private static final String SNAPSHOT_ID = "snapshotId";

  private UsableSnapshots() {}

  /**
   * The snapshots that a mapping names and that the caller may read; refuses the others like
   * unknown ones.
   */
  private static ImmutableMap<SnapshotId, Snapshot> readable(
      Plan plan, ImmutableList<BlockDeviceMapping> devices) {
    Map<SnapshotId, Snapshot> readable = new LinkedHashMap<>();
    for (BlockDeviceMapping device : devices) {
      Optional<SnapshotId> id = device.snapshotId();
      if (id.isPresent() && !readable.containsKey(id.get())) {
        readable.put(id.get(), readable(plan, devices, id.get()));
      }
    }
    return ImmutableMap.copyOf(readable);
  }

  private static Snapshot readable(
      Plan plan, ImmutableList<BlockDeviceMapping> devices, SnapshotId id) {
    Optional<Snapshot> found = plan.here().snapshots().get(id);
    if (found.isEmpty() || found.get().isInRecycleBin() || !plan.mayRead(found.get())) {
      throw Plan.refused(Snapshot.EXISTS, DeviceRules.path(devices, id), id);
    }
    return found.get();
  }

  /** The snapshots that a mapping names; refuses those of others, even if they may be read. */
  public static ImmutableMap<SnapshotId, Snapshot> ownOfMapping(
      Plan plan, ImmutableList<BlockDeviceMapping> devices) {
    ImmutableMap<SnapshotId, Snapshot> readable = readable(plan, devices);
    for (Map.Entry<SnapshotId, Snapshot> entry : readable.entrySet()) {
      if (!entry.getValue().ownerId().equals(plan.caller())) {
        SnapshotId id = entry.getKey();
        throw Plan.refused(
            OWN.brokenBy(DeviceRules.path(devices, id), id).with("accountId", plan.caller()));
      }
    }
    return readable;
  }

  /** Refuses snapshots of a mapping that are in no state for an image to be made of them. */
  public static void requireFitForImage(
      ImmutableList<BlockDeviceMapping> devices, ImmutableMap<SnapshotId, Snapshot> readable) {
    for (Map.Entry<SnapshotId, Snapshot> entry : readable.entrySet()) {
      Optional<Violation> unfit = unfitForImage(entry.getValue());
      if (unfit.isPresent()) {
        throw Plan.refused(unfit.get().at(DeviceRules.path(devices, entry.getKey())));
      }
    }
  }

  private static Optional<Violation> unfitForImage(Snapshot snapshot) {
    Optional<Violation> unusable = unusable(snapshot, IS_NOT_COMPLETED);
    return unusable.isEmpty() && snapshot.restoreExpiryTime().isPresent()
        ? Optional.of(IN_STANDARD_TIER.brokenBy(SNAPSHOT_ID, snapshot.snapshotId()))
        : unusable;
  }

  /** Refuses snapshots that are not completed, or lie in the archive. */
  public static void requireUsable(ImmutableCollection<Snapshot> snapshots) {
    for (Snapshot snapshot : snapshots) {
      Optional<Violation> unusable = unusable(snapshot, IS_IN_INVALID_STATE);
      if (unusable.isPresent()) {
        throw Plan.refused(unusable.get());
      }
    }
  }

  private static Optional<Violation> unusable(Snapshot snapshot, MessageTemplate isNotCompleted) {
    if (!snapshot.state().equals(SnapshotState.COMPLETED)) {
      return Optional.of(COMPLETED
          .brokenBy(SNAPSHOT_ID, snapshot.snapshotId())
          .with("state", snapshot.state())
          .saying(isNotCompleted)
          .hinting("it is " + snapshot.state()));
    }
    return snapshot.isArchived() && snapshot.restoreExpiryTime().isEmpty()
        ? Optional.of(NOT_ARCHIVED.brokenBy(SNAPSHOT_ID, snapshot.snapshotId()))
        : Optional.empty();
  }
}
