package dev.amikit.testkit.arbitrary;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static dev.amikit.testkit.arbitrary.Attempt.attempts;
import static dev.amikit.testkit.arbitrary.Attempt.moments;
import static dev.amikit.testkit.arbitrary.Attempt.timed;
import static dev.amikit.testkit.arbitrary.SnapshotArbitraries.snapshots;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.id.ProductCode;
import dev.amikit.lifecycle.snapshot.Archive;
import dev.amikit.lifecycle.snapshot.Complete;
import dev.amikit.lifecycle.snapshot.Delete;
import dev.amikit.lifecycle.snapshot.EndTemporaryRestore;
import dev.amikit.lifecycle.snapshot.Expire;
import dev.amikit.lifecycle.snapshot.FailTiering;
import dev.amikit.lifecycle.snapshot.FinishTemporaryRestore;
import dev.amikit.lifecycle.snapshot.Lock;
import dev.amikit.lifecycle.snapshot.ModifyCreateVolumePermission;
import dev.amikit.lifecycle.snapshot.RestorePermanently;
import dev.amikit.lifecycle.snapshot.RestoreTemporarily;
import dev.amikit.lifecycle.snapshot.SnapshotAction;
import dev.amikit.lifecycle.snapshot.SnapshotCommand;
import dev.amikit.lifecycle.snapshot.SnapshotLifeCycle;
import dev.amikit.lifecycle.snapshot.SnapshotStage;
import dev.amikit.lifecycle.snapshot.Unlock;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotLock;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Attempts to break the rules of the commands of snapshots. */
final class SnapshotCommandBreakers {
  private static final int MOST_CHANGES = 500;

  static final ImmutableMap<Rule, Arbitrary<Attempt<Snapshot>>> ALL =
      ImmutableMap.<Rule, Arbitrary<Attempt<Snapshot>>>builder()
          .putAll(inOtherStages())
          .put(
              SnapshotRecycleBinStay.ENDS_LATER,
              attempts(
                  snapshots(),
                  SnapshotLifeCycleArbitraries.retentionsIntoThePast()
                      .flatMap(retention ->
                          Arbitraries.of(new Delete(retention), new Complete(retention)))))
          .put(Complete.SIZE_KNOWN, completedWithoutSize())
          .put(Delete.UNLOCKED, deletedWhileLocked())
          .put(
              RestoreTemporarily.DAYS_IN_RANGE,
              attempts(
                  snapshots(),
                  Arbitraries.of(-1, 0, 181, 1_000)
                      .flatMap(days -> Arbitraries.of(
                          new RestoreTemporarily(days), new FinishTemporaryRestore(days)))))
          .put(
              SnapshotLock.END_GIVEN,
              locks((mode, now) ->
                  new Lock(mode, OptionalInt.empty(), Optional.empty(), OptionalInt.empty())))
          .put(Lock.MODE_KNOWN, locks((mode, now) -> Lock.forDays(LockMode.of("strict"), 1)))
          .put(
              Lock.ONE_END,
              locks((mode, now) -> new Lock(
                  mode, OptionalInt.of(1), Optional.of(now.plusSeconds(1)), OptionalInt.empty())))
          .put(
              Lock.END_IN_RANGE,
              Arbitraries.oneOf(
                  locks((mode, now) -> Lock.forDays(mode, 0)),
                  locks((mode, now) -> Lock.forDays(mode, 36_501)),
                  locks((mode, now) -> Lock.until(mode, now))))
          .put(
              Lock.COOL_OFF_IN_RANGE,
              Arbitraries.oneOf(
                  locks((mode, now) -> Lock.forDays(LockMode.COMPLIANCE, 1).coolingOff(0)),
                  locks((mode, now) -> Lock.forDays(LockMode.COMPLIANCE, 1).coolingOff(73))))
          .put(
              Lock.COOL_OFF_FITS,
              Arbitraries.oneOf(
                  locks((mode, now) -> Lock.forDays(LockMode.GOVERNANCE, 1).coolingOff(1)),
                  settled(
                      Arbitraries.just(Lock.forDays(LockMode.COMPLIANCE, 36_500).coolingOff(1)))))
          .put(
              Lock.COMPLIANCE_STAYS,
              settled(Arbitraries.of(
                  new Unlock(),
                  Lock.forDays(LockMode.GOVERNANCE, 36_500),
                  Lock.forDays(LockMode.COMPLIANCE, 1))))
          .put(
              ModifyCreateVolumePermission.NOT_EMPTY,
              attempts(snapshots(), Arbitraries.create(ModifyCreateVolumePermission::grant)))
          .put(ModifyCreateVolumePermission.ONE_DIRECTION, bothWays())
          .put(ModifyCreateVolumePermission.FEW_CHANGES, attempts(snapshots(), manyChanges()))
          .put(
              ModifyCreateVolumePermission.NOT_ARCHIVED,
              attempts(snapshots().notGone().archived(), grants()))
          .put(
              ModifyCreateVolumePermission.PUBLIC_WITHOUT_ENCRYPTION,
              published(snapshots().encrypted(), List.of()))
          .put(
              ModifyCreateVolumePermission.PUBLIC_WITHOUT_MARKETPLACE,
              published(
                  snapshots().unencrypted(), List.of(ProductCode.marketplace("a1b2c3d4e5f6"))))
          .buildOrThrow();

  private SnapshotCommandBreakers() {}

  /**
   * For each rule that refuses an action in some stages: snapshots in such a stage; and where the
   * same rule speaks of tiers or times, snapshots that are in the right stage and break it there.
   */
  private static ImmutableMap<Rule, Arbitrary<Attempt<Snapshot>>> inOtherStages() {
    return Stream.concat(
            Stream.of(Snapshot.EXISTS),
            Arrays.stream(SnapshotAction.values()).map(SnapshotAction::rule))
        .distinct()
        .collect(toImmutableMap(
            rule -> rule,
            rule -> Arbitraries.oneOf(Stream.concat(refused(rule), beside(rule)).toList())));
  }

  private static Stream<Arbitrary<Attempt<Snapshot>>> refused(Rule rule) {
    return SnapshotLifeCycle.transitions().values().stream()
        .filter(cell -> cell.isRefused() && cell.action().rule(cell.from()).equals(rule))
        .map(cell -> attempts(
            snapshots().inStage(cell.from()).map(snapshot -> snapshot),
            SnapshotLifeCycleArbitraries.soundCommandsFor(cell.action())));
  }

  private static Stream<Arbitrary<Attempt<Snapshot>>> beside(Rule rule) {
    if (rule.equals(SnapshotAction.ARCHIVE_SNAPSHOT.rule())) {
      return Stream.of(attempts(
          Arbitraries.oneOf(archived(), moving(Arbitraries.of(TieringOperation.class))),
          Arbitraries.create(Archive::new)));
    }
    if (rule.equals(SnapshotAction.RESTORE_TEMPORARILY.rule())) {
      return Stream.of(attempts(
          Arbitraries.oneOf(standard(), moving(Arbitraries.of(TieringOperation.class))),
          Arbitraries.oneOf(
              Arbitraries.<SnapshotCommand>of(new RestorePermanently()),
              SnapshotLifeCycleArbitraries.restoreDays().map(RestoreTemporarily::new))));
    }
    if (rule.equals(SnapshotAction.FAIL_TIERING.rule())) {
      return Stream.of(
          attempts(standard(), Arbitraries.create(() -> new FailTiering())),
          attempts(
              moving(Arbitraries.of(TieringOperation.ARCHIVAL, TieringOperation.PERMANENT_RESTORE)),
              SnapshotLifeCycleArbitraries.restoreDays().map(FinishTemporaryRestore::new)));
    }
    if (rule.equals(SnapshotAction.END_TEMPORARY_RESTORE.rule())) {
      return Stream.of(timed(
          archived(),
          (snapshot, now, moment) -> new Attempt<>(
              snapshot.toBuilder().restoreExpiryTime(now.plus(moment)).build(),
              new EndTemporaryRestore(),
              now)));
    }
    return rule.equals(SnapshotAction.EXPIRE_SNAPSHOT.rule())
        ? Stream.of(Combinators.combine(snapshots().inRecycleBin(), moments())
            .as((snapshot, moment) -> new Attempt<>(
                snapshot,
                new Expire(),
                snapshot.recycleBinStay().orElseThrow().exitTime().minus(moment))))
        : Stream.of();
  }

  private static Arbitrary<Snapshot> standard() {
    return snapshots()
        .inStage(SnapshotStage.COMPLETED)
        .map(snapshot -> snapshot.toBuilder()
            .storageTier(StorageTier.STANDARD)
            .restoreExpiryTime(Optional.empty())
            .lastTieringOperationStatus(Optional.empty())
            .lastTieringStartTime(Optional.empty())
            .lastTieringOperationStatusDetail(Optional.empty())
            .archivalCompleteTime(Optional.empty())
            .build());
  }

  private static Arbitrary<Snapshot> archived() {
    return standard()
        .map(snapshot -> snapshot.toBuilder().storageTier(StorageTier.ARCHIVE).build());
  }

  private static Arbitrary<Snapshot> moving(Arbitrary<TieringOperation> operations) {
    return Combinators.combine(Arbitraries.oneOf(standard(), archived()), operations)
        .as((snapshot, operation) -> snapshot.toBuilder()
            .lastTieringOperationStatus(operation.inProgress())
            .build());
  }

  private static Arbitrary<Attempt<Snapshot>> completedWithoutSize() {
    return attempts(
        snapshots()
            .inStage(SnapshotStage.PENDING)
            .map(snapshot -> snapshot.toBuilder().volumeSize(0).build()),
        SnapshotLifeCycleArbitraries.retentions().map(Complete::new));
  }

  private static Arbitrary<Attempt<Snapshot>> deletedWhileLocked() {
    return Combinators.combine(
            snapshots().notGone(),
            Arbitraries.of(SnapshotState.PENDING, SnapshotState.COMPLETED, SnapshotState.ERROR),
            AmiArbitraries.instants(),
            moments(),
            SnapshotLifeCycleArbitraries.retentions())
        .as((snapshot, state, now, left, retention) -> new Attempt<>(
            snapshot.toBuilder()
                .state(state)
                .volumeSize(8)
                .deletionRequested(false)
                .lock(lockUntil(LockMode.GOVERNANCE, now.plus(left)))
                .build(),
            new Delete(retention),
            now));
  }

  /** Commands for snapshots whose compliance lock is final for another year. */
  private static Arbitrary<Attempt<Snapshot>> settled(
      Arbitrary<? extends SnapshotCommand> commands) {
    return Combinators.combine(
            snapshots().inStage(SnapshotStage.COMPLETED), commands, AmiArbitraries.instants())
        .as((snapshot, command, now) -> new Attempt<>(
            snapshot.toBuilder()
                .lock(lockUntil(LockMode.COMPLIANCE, now.plus(Duration.ofDays(365))))
                .build(),
            command,
            now));
  }

  private static SnapshotLock lockUntil(LockMode mode, Instant end) {
    return new SnapshotLock(
        mode,
        end.minus(Duration.ofDays(400)),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.of(end));
  }

  private static Arbitrary<Attempt<Snapshot>> locks(LockMaking lock) {
    return Combinators.combine(
            snapshots(), Arbitraries.of(LockMode.WORDS.known()), AmiArbitraries.instants())
        .as((snapshot, mode, now) -> new Attempt<>(snapshot, lock.of(mode, now), now));
  }

  private static Arbitrary<Attempt<Snapshot>> bothWays() {
    return attempts(
        snapshots(),
        Combinators.combine(
                SnapshotLifeCycleArbitraries.permissionSets(),
                SnapshotLifeCycleArbitraries.permissionSets())
            .as(ModifyCreateVolumePermission::new));
  }

  private static Arbitrary<ModifyCreateVolumePermission> manyChanges() {
    return Arbitraries.integers()
        .between(MOST_CHANGES + 1, MOST_CHANGES + 9)
        .map(number -> ModifyCreateVolumePermission.grant(IntStream.range(0, number)
            .mapToObj(n -> CreateVolumePermission.userId("%012d".formatted(n)))
            .toArray(CreateVolumePermission[]::new)));
  }

  private static Arbitrary<ModifyCreateVolumePermission> grants() {
    return SnapshotLifeCycleArbitraries.permissionSets()
        .map(permissions -> new ModifyCreateVolumePermission(permissions, ImmutableSet.of()));
  }

  private static Arbitrary<Attempt<Snapshot>> published(
      SnapshotArbitrary snapshots, List<ProductCode> productCodes) {
    return attempts(
        snapshots
            .notGone()
            .completed()
            .map(snapshot -> snapshot.toBuilder()
                .storageTier(StorageTier.STANDARD)
                .restoreExpiryTime(Optional.empty())
                .productCodes(productCodes)
                .build()),
        grants()
            .map(grant -> new ModifyCreateVolumePermission(
                Sets.union(grant.add(), ImmutableSet.of(CreateVolumePermission.everyone()))
                    .immutableCopy(),
                ImmutableSet.of())));
  }

  /** Makes a command to lock, given at a time. */
  private interface LockMaking {
    Lock of(LockMode mode, Instant now);
  }
}
