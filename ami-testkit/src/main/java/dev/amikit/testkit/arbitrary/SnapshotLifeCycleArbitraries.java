package dev.amikit.testkit.arbitrary;

import static dev.amikit.testkit.arbitrary.Kind.often;
import static dev.amikit.testkit.arbitrary.Kind.seldom;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Transition;
import dev.amikit.lifecycle.snapshot.Archive;
import dev.amikit.lifecycle.snapshot.Complete;
import dev.amikit.lifecycle.snapshot.CreateVolumePermissionsChanged;
import dev.amikit.lifecycle.snapshot.Delete;
import dev.amikit.lifecycle.snapshot.EndTemporaryRestore;
import dev.amikit.lifecycle.snapshot.Expire;
import dev.amikit.lifecycle.snapshot.Fail;
import dev.amikit.lifecycle.snapshot.FailTiering;
import dev.amikit.lifecycle.snapshot.FinishArchival;
import dev.amikit.lifecycle.snapshot.FinishPermanentRestore;
import dev.amikit.lifecycle.snapshot.FinishTemporaryRestore;
import dev.amikit.lifecycle.snapshot.Lock;
import dev.amikit.lifecycle.snapshot.ModifyCreateVolumePermission;
import dev.amikit.lifecycle.snapshot.Recover;
import dev.amikit.lifecycle.snapshot.ResetCreateVolumePermission;
import dev.amikit.lifecycle.snapshot.RestorePermanently;
import dev.amikit.lifecycle.snapshot.RestoreTemporarily;
import dev.amikit.lifecycle.snapshot.SnapshotAction;
import dev.amikit.lifecycle.snapshot.SnapshotArchived;
import dev.amikit.lifecycle.snapshot.SnapshotCommand;
import dev.amikit.lifecycle.snapshot.SnapshotCompleted;
import dev.amikit.lifecycle.snapshot.SnapshotDeleted;
import dev.amikit.lifecycle.snapshot.SnapshotDeletionRequested;
import dev.amikit.lifecycle.snapshot.SnapshotEvent;
import dev.amikit.lifecycle.snapshot.SnapshotFailed;
import dev.amikit.lifecycle.snapshot.SnapshotLifeCycle;
import dev.amikit.lifecycle.snapshot.SnapshotLocked;
import dev.amikit.lifecycle.snapshot.SnapshotMovedToRecycleBin;
import dev.amikit.lifecycle.snapshot.SnapshotPermanentlyRestored;
import dev.amikit.lifecycle.snapshot.SnapshotRecovered;
import dev.amikit.lifecycle.snapshot.SnapshotRestoreExpired;
import dev.amikit.lifecycle.snapshot.SnapshotStage;
import dev.amikit.lifecycle.snapshot.SnapshotTemporarilyRestored;
import dev.amikit.lifecycle.snapshot.SnapshotTieringBegun;
import dev.amikit.lifecycle.snapshot.SnapshotTieringFailed;
import dev.amikit.lifecycle.snapshot.SnapshotUnlocked;
import dev.amikit.lifecycle.snapshot.Unlock;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.TieringOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * What can be done with snapshots, and what then happens; {@link LifeCycleArbitraries} are their
 * like for images.
 */
public final class SnapshotLifeCycleArbitraries {
  private static final CreateVolumePermission PARTNER =
      CreateVolumePermission.userId(AccountId.of("111122223333"));

  /** The sound commands of each kind, and how often one comes up. */
  private static final ImmutableMap<
          Class<? extends SnapshotCommand>, Kind<SnapshotAction, SnapshotCommand>>
      COMMANDS =
          ImmutableMap
              .<Class<? extends SnapshotCommand>, Kind<SnapshotAction, SnapshotCommand>>builder()
              .put(
                  Archive.class,
                  often(SnapshotAction.ARCHIVE_SNAPSHOT, Arbitraries.create(Archive::new)))
              .put(
                  Complete.class,
                  often(SnapshotAction.COMPLETE_SNAPSHOT, retentions().map(Complete::new)))
              .put(
                  Delete.class,
                  seldom(SnapshotAction.DELETE_SNAPSHOT, retentions().map(Delete::new)))
              .put(
                  EndTemporaryRestore.class,
                  often(
                      SnapshotAction.END_TEMPORARY_RESTORE,
                      Arbitraries.create(EndTemporaryRestore::new)))
              .put(
                  Expire.class,
                  seldom(SnapshotAction.EXPIRE_SNAPSHOT, Arbitraries.create(Expire::new)))
              .put(
                  Fail.class,
                  seldom(
                      SnapshotAction.FAIL_SNAPSHOT,
                      Combinators.combine(reasons(), retentions()).as(Fail::new)))
              .put(
                  FailTiering.class,
                  seldom(SnapshotAction.FAIL_TIERING, reasons().optional().map(FailTiering::new)))
              .put(
                  FinishArchival.class,
                  often(SnapshotAction.FINISH_ARCHIVAL, Arbitraries.create(FinishArchival::new)))
              .put(
                  FinishPermanentRestore.class,
                  often(
                      SnapshotAction.FINISH_PERMANENT_RESTORE,
                      Arbitraries.create(FinishPermanentRestore::new)))
              .put(
                  FinishTemporaryRestore.class,
                  often(
                      SnapshotAction.FINISH_TEMPORARY_RESTORE,
                      restoreDays().map(FinishTemporaryRestore::new)))
              .put(Lock.class, seldom(SnapshotAction.LOCK_SNAPSHOT, locks()))
              .put(
                  ModifyCreateVolumePermission.class,
                  often(SnapshotAction.MODIFY_CREATE_VOLUME_PERMISSION, permissionChanges()))
              .put(
                  Recover.class,
                  often(
                      SnapshotAction.RESTORE_SNAPSHOT_FROM_RECYCLE_BIN,
                      Arbitraries.create(Recover::new)))
              .put(
                  ResetCreateVolumePermission.class,
                  often(
                      SnapshotAction.RESET_CREATE_VOLUME_PERMISSION,
                      Arbitraries.create(ResetCreateVolumePermission::new)))
              .put(
                  RestorePermanently.class,
                  often(
                      SnapshotAction.RESTORE_PERMANENTLY,
                      Arbitraries.create(RestorePermanently::new)))
              .put(
                  RestoreTemporarily.class,
                  often(
                      SnapshotAction.RESTORE_TEMPORARILY,
                      restoreDays().map(RestoreTemporarily::new)))
              .put(
                  Unlock.class,
                  often(SnapshotAction.UNLOCK_SNAPSHOT, Arbitraries.create(Unlock::new)))
              .buildOrThrow();

  static final ImmutableMap<Class<?>, Arbitrary<? extends SnapshotCommand>> COMMANDS_BY_TYPE =
      Kind.byType(COMMANDS);

  static final ImmutableMap<Class<?>, Arbitrary<? extends SnapshotEvent>> EVENTS_BY_TYPE =
      ImmutableMap.<Class<?>, Arbitrary<? extends SnapshotEvent>>builder()
          .put(
              CreateVolumePermissionsChanged.class,
              permissionChanges()
                  .map(change -> new CreateVolumePermissionsChanged(change.add(), change.remove())))
          .put(SnapshotArchived.class, AmiArbitraries.instants().map(SnapshotArchived::new))
          .put(SnapshotCompleted.class, AmiArbitraries.instants().map(SnapshotCompleted::new))
          .put(SnapshotDeleted.class, Arbitraries.create(SnapshotDeleted::new))
          .put(SnapshotDeletionRequested.class, Arbitraries.create(SnapshotDeletionRequested::new))
          .put(SnapshotFailed.class, reasons().map(SnapshotFailed::new))
          .put(SnapshotLocked.class, SnapshotArbitraries.locks().map(SnapshotLocked::new))
          .put(
              SnapshotMovedToRecycleBin.class,
              SnapshotArbitraries.recycleBinStays()
                  .map(stay -> new SnapshotMovedToRecycleBin(stay.enterTime(), stay.exitTime())))
          .put(
              SnapshotPermanentlyRestored.class,
              Arbitraries.create(SnapshotPermanentlyRestored::new))
          .put(SnapshotRecovered.class, Arbitraries.create(SnapshotRecovered::new))
          .put(SnapshotRestoreExpired.class, Arbitraries.create(SnapshotRestoreExpired::new))
          .put(
              SnapshotTemporarilyRestored.class,
              AmiArbitraries.instants().map(SnapshotTemporarilyRestored::new))
          .put(
              SnapshotTieringBegun.class,
              Combinators.combine(Arbitraries.of(TieringOperation.class), AmiArbitraries.instants())
                  .as(SnapshotTieringBegun::new))
          .put(
              SnapshotTieringFailed.class,
              Combinators.combine(
                      Arbitraries.of(TieringOperation.class), reasons().optional())
                  .as(SnapshotTieringFailed::new))
          .put(SnapshotUnlocked.class, Arbitraries.create(SnapshotUnlocked::new))
          .buildOrThrow();

  private SnapshotLifeCycleArbitraries() {}

  /** {@return commands of every kind, now and then one that no snapshot obeys} */
  public static Arbitrary<SnapshotCommand> commands() {
    return Arbitraries.frequencyOf(Tuple.of(19, soundCommands()), Tuple.of(1, unsoundCommands()));
  }

  /** {@return commands of every kind, each of which some snapshot obeys} */
  public static Arbitrary<SnapshotCommand> soundCommands() {
    return Kind.any(COMMANDS.values());
  }

  /**
   * Commands for one action.
   *
   * @param action the action
   * @return sound commands that ask for it
   */
  public static Arbitrary<SnapshotCommand> soundCommandsFor(SnapshotAction action) {
    requireNonNull(action, "action");
    return Kind.of(COMMANDS.values(), action);
  }

  /**
   * Commands that are given one after another. Some follow at once, some a day later, some years;
   * the expiration dates of locks are near the time of their command.
   *
   * @param begin the time of the first command
   * @param number how many there are
   * @return an arbitrary of such sequences, their times never going back
   */
  public static Arbitrary<ImmutableList<TimedCommand<Snapshot>>> sequences(
      Instant begin, int number) {
    requireNonNull(begin, "begin");
    return Step.sequences(steps(), begin, number);
  }

  /** {@return commands, and when they are given} */
  public static Arbitrary<TimedCommand<Snapshot>> timedCommands() {
    return Combinators.combine(steps(), AmiArbitraries.instants()).as(Step::at);
  }

  /** {@return events of every kind, each as often as the others} */
  public static Arbitrary<SnapshotEvent> events() {
    return Arbitraries.oneOf(EVENTS_BY_TYPE.values().stream()
        .map(events -> events.<SnapshotEvent>map(event -> event))
        .toList());
  }

  /** {@return what commands come to, accepted and refused} */
  public static Arbitrary<Decision<Snapshot>> decisions() {
    return Combinators.combine(SnapshotArbitraries.snapshots(), timedCommands())
        .as((snapshot, command) -> command.decide(snapshot));
  }

  /** {@return the cells of the transition table} */
  public static Arbitrary<Transition<SnapshotStage, SnapshotAction>> transitions() {
    return Arbitraries.of(SnapshotLifeCycle.transitions().values());
  }

  static Arbitrary<Optional<Duration>> retentions() {
    return Arbitraries.integers().between(1, 365).map(Duration::ofDays).optional(0.8);
  }

  static Arbitrary<Optional<Duration>> retentionsIntoThePast() {
    return Arbitraries.integers().between(-1, 0).map(days -> Optional.of(Duration.ofDays(days)));
  }

  /** Locks for some days; a lock until a date is sound only for a while. */
  private static Arbitrary<Lock> locks() {
    return Combinators.combine(
            WordArbitraries.knownWordsOf(LockMode.WORDS),
            Arbitraries.integers().between(1, 36_500),
            Arbitraries.integers().between(1, 72).optional(0.5))
        .as((mode, days, hours) -> {
          Lock lock = Lock.forDays(mode, days);
          return mode.equals(LockMode.COMPLIANCE) ? hours.map(lock::coolingOff).orElse(lock) : lock;
        });
  }

  static Arbitrary<Integer> restoreDays() {
    return Arbitraries.integers().between(1, 180);
  }

  private static Arbitrary<ModifyCreateVolumePermission> permissionChanges() {
    return Combinators.combine(permissionSets(), Arbitraries.of(true, false))
        .as((permissions, given) -> given
            ? new ModifyCreateVolumePermission(permissions, ImmutableSet.of())
            : new ModifyCreateVolumePermission(ImmutableSet.of(), permissions));
  }

  static Arbitrary<ImmutableSet<CreateVolumePermission>> permissionSets() {
    return Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.just(PARTNER)),
            Tuple.of(2, Arbitraries.just(CreateVolumePermission.everyone())),
            Tuple.of(1, PermissionArbitraries.createVolumePermissions()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(ImmutableSet::copyOf);
  }

  private static Arbitrary<SnapshotCommand> unsoundCommands() {
    return Arbitraries.oneOf(
        retentionsIntoThePast().map(Delete::new),
        Arbitraries.of(0, 181).map(RestoreTemporarily::new),
        Arbitraries.create(ModifyCreateVolumePermission::grant),
        Arbitraries.create(() -> new Lock(
            LockMode.of("strict"), OptionalInt.empty(), Optional.empty(), OptionalInt.of(0))));
  }

  private static Arbitrary<String> reasons() {
    return AmiArbitraries.stateReasons().map(reason -> reason.message());
  }

  private static Arbitrary<Step<Snapshot>> steps() {
    return Step.of(Combinators.combine(commands(), datesAhead().optional(0.5))
        .as((command, ahead) -> now -> command instanceof Lock lock && ahead.isPresent()
            ? new Lock(
                lock.lockMode(),
                OptionalInt.empty(),
                Optional.of(now.plus(ahead.get())),
                lock.coolOffPeriod())
            : command));
  }

  private static Arbitrary<Duration> datesAhead() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, Arbitraries.longs().between(1, 400).map(Duration::ofDays)),
        Tuple.of(1, Arbitraries.of(Duration.ZERO, Duration.ofNanos(1), Duration.ofNanos(-1))));
  }
}
