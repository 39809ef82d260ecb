package dev.amikit.registry.plan;

import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.recorded;

import com.google.common.math.LongMath;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.lifecycle.ModifyDescription;
import dev.amikit.registry.state.Agenda;
import dev.amikit.registry.state.ImageCreation;
import dev.amikit.registry.state.SnapshotCreation;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TransferType;
import dev.amikit.tag.Tags;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What all operations that copy snapshots have in common. */
public final class SnapshotCopy {
  static final Rule SOURCE_REGION = Rule.rule(
          "copy.source-region",
          "a copy comes from a Region that exists, of the same partition",
          ErrorCode.INVALID_REGION,
          "error codes, InvalidRegion",
          "COPY-02",
          "COPY-06",
          "ID-26",
          "ACCT-05")
      .saying(recorded("{sourceRegion} is not a valid region name"));

  public static final Rule IN_REGION = Rule.rule(
          "snapshot.in-region",
          "images, snapshots and volumes are made for a Region, neither for an Outpost nor for a"
              + " zone",
          ErrorCode.UNSUPPORTED_OPERATION,
          "not modelled",
          "COPY-04",
          "COPY-05",
          "COPY-07",
          "SNAP-24",
          "SNAP-44")
      .saying(own("The parameter {parameter} is not supported in this Region."));

  static final Rule COMPLETION_DURATION = Rule.rule(
          "copy.completion-duration",
          "a time-based copy is asked for within 15 to 2880 minutes, in steps of 15",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, CopySnapshot, CompletionDurationMinutes",
          "COPY-32",
          "SNAP-29")
      .saying(own("Value ({value}) for parameter {parameter} is invalid."
          + " Value must be a multiple of 15 from 15 to 2880."));

  static final Rule THROUGHPUT = Rule.rule(
          "copy.throughput",
          "a time-based copy of a snapshot begins while those that are being made leave throughput,"
              + " and one of an image while they leave enough for all its snapshots: 2,000 MiB/s"
              + " for an account in a Region, unless its quota is another",
          ErrorCode.RESOURCE_LIMIT_EXCEEDED,
          "EBS User Guide, Time-based copies, Quotas; EC2 User Guide, Copy an AMI",
          "COPY-33",
          "SNAP-29")
      .saying(own("You have reached your quota of {quota} MiB/s for the cumulative throughput of"
          + " time-based snapshot copies in this Region."));

  private static final long MEBIBYTE = 1L << 20;

  /** No copy is made with more, so much in bytes a minute; 500 MiB/s. */
  private static final long FASTEST = 500 * MEBIBYTE * 60;

  private SnapshotCopy() {}

  /** That a source Region is not one to copy from. */
  public static Optional<Violation> sourceRegion(Plan plan, Region from) {
    boolean exists =
        plan.settings().regions().isEmpty() || plan.settings().regions().contains(from);
    return exists && from.partition().equals(plan.region().partition())
        ? Optional.empty()
        : Optional.of(SOURCE_REGION.brokenBy("sourceRegion", from));
  }

  /** What is wrong with a description. */
  public static Optional<Violation> description(Optional<String> description) {
    return description.flatMap(ModifyDescription::broken);
  }

  /** That a duration is none that can be asked for. */
  public static Optional<Violation> completionDuration(String path, OptionalInt minutes) {
    return minutes.stream()
        .filter(n -> n < 15 || n > 2880 || n % 15 != 0)
        .mapToObj(n -> COMPLETION_DURATION.brokenBy(path, n))
        .findFirst();
  }

  /**
   * Refuses a time-based copy of a snapshot for which nothing is left of the throughput. With less
   * than it asks for it is made, and takes longer.
   */
  public static void requireThroughput(Plan plan, OptionalInt minutes) {
    if (minutes.isPresent()) {
      requireThroughput(plan, 1);
    }
  }

  /** Refuses a time-based copy of an image that asks for more throughput than is left. */
  public static void requireThroughput(
      Plan plan, OptionalInt minutes, Iterable<Snapshot> snapshots) {
    if (minutes.isPresent()) {
      long needed = 0;
      for (Snapshot snapshot : snapshots) {
        needed += throughput(snapshot, minutes.getAsInt());
      }
      requireThroughput(plan, needed);
    }
  }

  private static void requireThroughput(Plan plan, long needed) {
    int quota = plan.settings().quotas().copyThroughput();
    long used = copies(plan)
        .flatMap(id -> plan.here().snapshots().get(id).stream())
        .filter(copy -> copy.completionDurationMinutes().isPresent())
        .mapToLong(copy -> throughput(copy, copy.completionDurationMinutes().getAsInt()))
        .sum();
    plan.require(
        needed <= quota * MEBIBYTE * 60 - used,
        () -> THROUGHPUT
            .brokenBy("", used / MEBIBYTE / 60 + " MiB/s")
            .with("quota", quota)
            .hinting("at most " + quota));
  }

  /** The copies of snapshots that are being made for the caller, alone or with an image. */
  private static Stream<SnapshotId> copies(Plan plan) {
    Agenda agenda = plan.here().agenda();
    return Stream.concat(
        agenda
            .tasks(plan.caller(), Task.Kind.SNAPSHOT_COPY, SnapshotCreation.class)
            .map(SnapshotCreation::subject),
        agenda
            .tasks(plan.caller(), Task.Kind.IMAGE_COPY, ImageCreation.class)
            .flatMap(copy -> copy.snapshots().values().stream()));
  }

  /** How many bytes a minute a snapshot is copied with within some minutes. */
  private static long throughput(Snapshot snapshot, int minutes) {
    return Math.min(
        FASTEST, LongMath.divide(snapshot.sizeInBytes(), minutes, RoundingMode.CEILING));
  }

  /** A copy of a snapshot as it is while it is being made. */
  public static Snapshot pending(
      Plan plan,
      SnapshotId id,
      Snapshot source,
      CopyEncryption.Outcome outcome,
      Optional<String> description,
      OptionalInt completionDurationMinutes,
      Tags tags) {
    return begun(plan, id, description, completionDurationMinutes, tags)
        .volumeSize(source.volumeSize())
        .fullSnapshotSizeInBytes(source.fullSnapshotSizeInBytes())
        .encrypted(outcome.isEncrypted())
        .kmsKeyId(outcome.key())
        .dataEncryptionKeyId(DataKeys.ofCopy(source, outcome.key()))
        .productCodes(source.productCodes())
        .platformDetails(source.platformDetails())
        .usageOperation(source.usageOperation())
        .build();
  }

  /** A copy of a snapshot that there is not, as it is until that is found out. */
  public static Snapshot pendingOfNone(
      Plan plan,
      SnapshotId id,
      Optional<String> description,
      OptionalInt completionDurationMinutes,
      Tags tags) {
    return begun(plan, id, description, completionDurationMinutes, tags).build();
  }

  private static Snapshot.Builder begun(
      Plan plan,
      SnapshotId id,
      Optional<String> description,
      OptionalInt completionDurationMinutes,
      Tags tags) {
    return Snapshot.builder()
        .snapshotId(id)
        .ownerId(plan.caller())
        .ownerAlias(plan.state().profile(plan.caller()).ownerAlias())
        .state(SnapshotState.PENDING)
        .progress(0)
        .startTime(plan.now().truncatedTo(Snapshot.TIME_UNIT))
        .volumeId(VolumeId.OF_COPIES)
        .volumeSize(0)
        .description(description.orElse(""))
        .encrypted(false)
        .storageTier(StorageTier.STANDARD)
        .transferType(
            completionDurationMinutes.isPresent() ? TransferType.TIME_BASED : TransferType.STANDARD)
        .completionDurationMinutes(completionDurationMinutes)
        .tags(tags);
  }
}
