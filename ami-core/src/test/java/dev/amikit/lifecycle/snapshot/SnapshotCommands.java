package dev.amikit.lifecycle.snapshot;

import static dev.amikit.lifecycle.snapshot.ModifyCreateVolumePermission.grant;
import static dev.amikit.lifecycle.snapshot.ModifyCreateVolumePermission.revoke;
import static dev.amikit.lifecycle.snapshot.Snapshots.CUSTOMER;
import static dev.amikit.lifecycle.snapshot.Snapshots.EVERYONE;
import static dev.amikit.lifecycle.snapshot.Snapshots.NOW;
import static dev.amikit.lifecycle.snapshot.Snapshots.PARTNER;
import static dev.amikit.lifecycle.snapshot.Snapshots.WEEK;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.snapshot.LockMode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Commands made by hand: one for each action, and more. */
final class SnapshotCommands {
  private SnapshotCommands() {}

  /** A command for an action that a snapshot made for it obeys in some stage. */
  static SnapshotCommand of(SnapshotAction action) {
    return switch (action) {
      case COMPLETE_SNAPSHOT -> new Complete();
      case FAIL_SNAPSHOT -> new Fail("Given key ID is not accessible");
      case DELETE_SNAPSHOT -> new Delete(Optional.of(WEEK));
      case RESTORE_SNAPSHOT_FROM_RECYCLE_BIN -> new Recover();
      case EXPIRE_SNAPSHOT -> new Expire();
      case ARCHIVE_SNAPSHOT -> new Archive();
      case FINISH_ARCHIVAL -> new FinishArchival();
      case RESTORE_TEMPORARILY -> new RestoreTemporarily(7);
      case FINISH_TEMPORARY_RESTORE -> new FinishTemporaryRestore(7);
      case END_TEMPORARY_RESTORE -> new EndTemporaryRestore();
      case RESTORE_PERMANENTLY -> new RestorePermanently();
      case FINISH_PERMANENT_RESTORE -> new FinishPermanentRestore();
      case FAIL_TIERING -> new FailTiering();
      case LOCK_SNAPSHOT -> Lock.forDays(LockMode.GOVERNANCE, 7);
      case UNLOCK_SNAPSHOT -> new Unlock();
      case MODIFY_CREATE_VOLUME_PERMISSION -> grant(CUSTOMER);
      case RESET_CREATE_VOLUME_PERMISSION -> new ResetCreateVolumePermission();
    };
  }

  /** A command for each action, and all that are special in some way. */
  static ImmutableList<SnapshotCommand> all() {
    ImmutableList.Builder<SnapshotCommand> commands = ImmutableList.builder();
    for (SnapshotAction action : SnapshotAction.values()) {
      commands.add(of(action));
    }
    return commands
        .add(new Complete(Optional.of(WEEK)), new Complete(Optional.of(Duration.ZERO)))
        .add(new Fail("full", Optional.of(WEEK)), new Fail("full", Optional.of(Duration.ZERO)))
        .add(new Delete(), new Delete(Optional.of(Duration.ofNanos(-1))))
        .add(new Delete(Optional.of(Duration.ofNanos(1))))
        .add(new RestoreTemporarily(0), new RestoreTemporarily(180))
        .add(new FinishTemporaryRestore(181))
        .add(Lock.forDays(LockMode.COMPLIANCE, 1), Lock.forDays(LockMode.COMPLIANCE, 36_500))
        .add(Lock.forDays(LockMode.COMPLIANCE, 8).coolingOff(72))
        .add(Lock.until(LockMode.GOVERNANCE, NOW.plus(WEEK)))
        .add(Lock.until(LockMode.GOVERNANCE, NOW).coolingOff(1))
        .add(Lock.forDays(LockMode.of("strict"), 0))
        .add(new Lock(
            LockMode.COMPLIANCE, OptionalInt.empty(), Optional.empty(), OptionalInt.empty()))
        .add(grant(EVERYONE), grant(EVERYONE, PARTNER), revoke(EVERYONE, PARTNER), grant())
        .add(new ModifyCreateVolumePermission(ImmutableSet.of(PARTNER), ImmutableSet.of(CUSTOMER)))
        .build();
  }
}
