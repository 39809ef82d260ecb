package dev.amikit.lifecycle.snapshot;

import com.google.common.collect.ImmutableSet;
import dev.amikit.lifecycle.Decision;
import dev.amikit.snapshot.Snapshot;
import java.time.Instant;

/**
 * {@code ResetSnapshotAttribute} of the permissions: only the owner may use the snapshot. Without
 * any, nothing changes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ResetSnapshotAttribute.html">ResetSnapshotAttribute</a>
 */
public record ResetCreateVolumePermission() implements SnapshotCommand {
  @Override
  public SnapshotAction action() {
    return SnapshotAction.RESET_CREATE_VOLUME_PERMISSION;
  }

  @Override
  public Decision<Snapshot> decide(Snapshot snapshot, Instant now) {
    return SnapshotLifeCycle.decide(
        this,
        snapshot,
        now,
        () -> snapshot.createVolumePermissions().isEmpty()
            ? Decision.unchanged()
            : Decision.accepted(new CreateVolumePermissionsChanged(
                ImmutableSet.of(), snapshot.createVolumePermissions())));
  }
}
