package dev.amikit.lifecycle.snapshot;

import dev.amikit.lifecycle.Command;
import dev.amikit.lifecycle.Decision;
import dev.amikit.snapshot.Snapshot;
import java.time.Instant;

/** What is asked to be done with one snapshot. */
public sealed interface SnapshotCommand extends Command<Snapshot>
    permits Archive,
        Complete,
        Delete,
        EndTemporaryRestore,
        Expire,
        Fail,
        FailTiering,
        FinishArchival,
        FinishPermanentRestore,
        FinishTemporaryRestore,
        Lock,
        ModifyCreateVolumePermission,
        Recover,
        ResetCreateVolumePermission,
        RestorePermanently,
        RestoreTemporarily,
        Unlock {
  /**
   * {@return the column of the {@linkplain SnapshotLifeCycle transition table} that speaks of the
   * command}
   */
  @Override
  SnapshotAction action();

  @Override
  Decision<Snapshot> decide(Snapshot snapshot, Instant now);
}
