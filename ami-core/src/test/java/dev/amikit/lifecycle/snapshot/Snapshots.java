package dev.amikit.lifecycle.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.SnapshotId;
import dev.amikit.lifecycle.Decision;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotLock;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperation;
import dev.amikit.snapshot.TieringOperationStatus;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Snapshots made by hand, one in each stage and some that are special, and what goes with them. */
final class Snapshots {
  static final Instant STARTED = Instant.parse("2026-01-15T10:20:30Z");
  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  static final Instant ENTERED_BIN = Instant.parse("2026-05-30T08:00:00Z");
  static final Instant LEAVES_BIN = Instant.parse("2026-06-06T08:00:00Z");
  static final Duration WEEK = Duration.ofDays(7);
  static final String BIN_TAG = "aws:recycle-bin:resource-in-bin";

  static final CreateVolumePermission EVERYONE = CreateVolumePermission.everyone();
  static final CreateVolumePermission PARTNER = CreateVolumePermission.userId("444455556666");
  static final CreateVolumePermission CUSTOMER = CreateVolumePermission.userId("777788889999");

  private Snapshots() {}

  /** A builder of a completed snapshot in the standard tier that nobody else may use. */
  static Snapshot.Builder snapshot() {
    return Snapshot.builder()
        .snapshotId(SnapshotId.of("snap-0abcdef1234567890"))
        .ownerId(AccountId.of("111122223333"))
        .state(SnapshotState.COMPLETED)
        .progress(100)
        .startTime(STARTED)
        .completionTime(STARTED.plusSeconds(60))
        .volumeSize(8)
        .encrypted(false)
        .storageTier(StorageTier.STANDARD);
  }

  /** That snapshot, which one account may use besides its owner. */
  static Snapshot completed() {
    return snapshot().addCreateVolumePermission(PARTNER).build();
  }

  /** A builder of a snapshot that is being made. */
  static Snapshot.Builder pending() {
    return snapshot()
        .state(SnapshotState.PENDING)
        .progress(50)
        .completionTime(Optional.empty())
        .addCreateVolumePermission(PARTNER);
  }

  /** A builder of a snapshot that could not be made. */
  static Snapshot.Builder failed() {
    return pending().state(SnapshotState.ERROR).stateMessage("Internal error");
  }

  /** A builder of an archived snapshot. */
  static Snapshot.Builder archived() {
    return snapshot()
        .storageTier(StorageTier.ARCHIVE)
        .lastTieringOperationStatus(TieringOperationStatus.ARCHIVAL_COMPLETED);
  }

  /** A snapshot that is restored from the archive until a time. */
  static Snapshot.Builder restoredUntil(Instant time) {
    return snapshot()
        .storageTier(StorageTier.STANDARD)
        .restoreExpiryTime(time)
        .lastTieringOperationStatus(TieringOperationStatus.TEMPORARY_RESTORE_COMPLETED);
  }

  /** A snapshot on its way between tiers. */
  static Snapshot.Builder moving(TieringOperation operation) {
    Snapshot.Builder before = operation == TieringOperation.ARCHIVAL
        ? snapshot().addCreateVolumePermission(PARTNER)
        : archived();
    return before.lastTieringOperationStatus(operation.inProgress());
  }

  /** A lock for a week from now. */
  static SnapshotLock locked(LockMode mode) {
    return new SnapshotLock(
        mode, NOW, Optional.empty(), OptionalInt.of(7), Optional.of(NOW.plus(WEEK)));
  }

  /** A compliance lock for a week from now that can be undone for an hour. */
  static SnapshotLock coolingOff() {
    return new SnapshotLock(
        LockMode.COMPLIANCE,
        NOW,
        Optional.of(NOW.plus(Duration.ofHours(1))),
        OptionalInt.of(7),
        Optional.of(NOW.plus(WEEK)));
  }

  /** A lock that ends when a pending snapshot has been complete for a week. */
  static SnapshotLock lockedOnceCompleted() {
    return new SnapshotLock(
        LockMode.GOVERNANCE, NOW, Optional.empty(), OptionalInt.of(7), Optional.empty());
  }

  /** A snapshot in the Recycle Bin that had permissions. */
  static Snapshot.Builder binned(CreateVolumePermission... suspended) {
    return snapshot()
        .recycleBinStay(
            new SnapshotRecycleBinStay(ENTERED_BIN, LEAVES_BIN, ImmutableSet.copyOf(suspended)))
        .tags(Tags.of(BIN_TAG, "true"));
  }

  /** A snapshot in a stage. */
  static Snapshot in(SnapshotStage stage) {
    return switch (stage) {
      case PENDING -> pending().build();
      case COMPLETED -> completed();
      case ERROR -> failed().build();
      case RECOVERABLE -> snapshot().state(SnapshotState.RECOVERABLE).build();
      case RECOVERING -> snapshot().state(SnapshotState.RECOVERING).build();
      case UNKNOWN -> snapshot().state(SnapshotState.of("of-tomorrow")).build();
      case IN_RECYCLE_BIN -> binned(PARTNER, EVERYONE).build();
      case DELETED -> snapshot().deleted(true).build();
    };
  }

  /** A snapshot in a stage that is made for an action as far as tiers and lock go. */
  static Snapshot in(SnapshotStage stage, SnapshotAction action) {
    Snapshot.Builder snapshot = in(stage).toBuilder();
    switch (action) {
      case FINISH_ARCHIVAL, FAIL_TIERING ->
        snapshot.lastTieringOperationStatus(TieringOperationStatus.ARCHIVAL_IN_PROGRESS);
      case RESTORE_TEMPORARILY, RESTORE_PERMANENTLY -> snapshot.storageTier(StorageTier.ARCHIVE);
      case FINISH_TEMPORARY_RESTORE ->
        snapshot
            .storageTier(StorageTier.ARCHIVE)
            .lastTieringOperationStatus(TieringOperationStatus.TEMPORARY_RESTORE_IN_PROGRESS);
      case FINISH_PERMANENT_RESTORE ->
        snapshot
            .storageTier(StorageTier.ARCHIVE)
            .lastTieringOperationStatus(TieringOperationStatus.PERMANENT_RESTORE_IN_PROGRESS);
      case END_TEMPORARY_RESTORE ->
        snapshot.storageTier(StorageTier.ARCHIVE).restoreExpiryTime(NOW);
      case UNLOCK_SNAPSHOT -> snapshot.lock(locked(LockMode.GOVERNANCE));
      default -> {
        // every snapshot is made for the others
      }
    }
    return snapshot.build();
  }

  /** One snapshot in each stage, and all that are special in some way. */
  static ImmutableList<Snapshot> all() {
    return ImmutableList.<Snapshot>builder()
        .addAll(Stream.of(SnapshotStage.values()).map(Snapshots::in).toList())
        .add(snapshot().build(), snapshot().addCreateVolumePermission(EVERYONE).build())
        .add(snapshot().encrypted(true).addCreateVolumePermission(PARTNER).build())
        .add(snapshot().addProductCode(ProductCode.marketplace("code")).build())
        .add(archived().build(), restoredUntil(NOW).build())
        .add(restoredUntil(NOW.plus(WEEK)).lock(locked(LockMode.GOVERNANCE)).build())
        .addAll(Stream.of(TieringOperation.values())
            .map(operation -> moving(operation).build())
            .toList())
        .add(snapshot().lock(locked(LockMode.GOVERNANCE)).build())
        .add(snapshot().lock(locked(LockMode.COMPLIANCE)).build())
        .add(snapshot().lock(coolingOff()).build())
        .add(pending().lock(lockedOnceCompleted()).build())
        .add(pending().deletionRequested(true).build())
        .add(pending().deletionRequested(true).lock(lockedOnceCompleted()).build())
        .add(failed().lock(lockedOnceCompleted()).build())
        .add(binned().build(), binned(CUSTOMER).state(SnapshotState.ERROR).build())
        .add(binned().storageTier(StorageTier.ARCHIVE).restoreExpiryTime(NOW).build())
        .build();
  }

  /** Asserts that a command succeeds and changes nothing. */
  static void assertUnchanged(SnapshotCommand command, Snapshot snapshot, Instant now) {
    Decision<Snapshot> decision = command.decide(snapshot, now);
    assertThat(decision).as("%s of %s", command, snapshot).isEqualTo(Decision.unchanged());
    assertThat(decision.applyTo(snapshot)).isSameAs(snapshot);
  }
}
