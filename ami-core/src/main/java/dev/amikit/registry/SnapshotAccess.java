package dev.amikit.registry;

import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.Snapshot;

/** Who may do what with a snapshot. */
final class SnapshotAccess {
  static final Rule EXISTS = Rule.rule(
      "snapshot.exists",
      "the snapshot that a request names exists in the Region, as far as the caller may know",
      ErrorCode.INVALID_SNAPSHOT_NOT_FOUND,
      "error codes, InvalidSnapshot.NotFound",
      "REG-05",
      "REGD-05",
      "SBIN-02");

  static final Rule OWNER = Rule.rule(
      "snapshot.owner",
      "only the owner of a snapshot changes, deletes or registers it",
      ErrorCode.AUTH_FAILURE,
      "EBS User Guide, Share a snapshot; error codes, AuthFailure",
      "SHR-09",
      "SNAP-39");

  private SnapshotAccess() {}

  /** Whether an account owns a snapshot, or a permission of it reaches the account. */
  static boolean isReadable(
      PartitionState state, Region region, AccountId account, StoredSnapshot stored) {
    Snapshot snapshot = stored.snapshot();
    return snapshot.ownerId().equals(account)
        || snapshot.createVolumePermissions().contains(CreateVolumePermission.userId(account))
        || snapshot.isPublic()
            && state.settings(region, snapshot.ownerId()).snapshotBlockPublicAccess()
                != BlockPublicAccess.BLOCK_ALL_SHARING;
  }
}
