package dev.amikit.registry.snapshot;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Rule;

/** The operations on snapshots. */
public final class SnapshotOperations {
  private static final ImmutableList<Rule> RULES = ImmutableList.of(
      CopySnapshot.COPIES_LIMIT,
      CopySnapshot.KEY_KNOWN,
      CopySnapshot.KEY_ENABLED,
      CreateSnapshots.FEW_EXCLUDED,
      CreateSnapshots.EXCLUDED_IS_DATA,
      CreateSnapshots.HAS_VOLUMES,
      CreateSnapshots.TAGS_OF_VOLUME,
      DeleteSnapshot.NOT_MANAGED_BY_BACKUP,
      DeleteSnapshot.UNUSED,
      DescribeSnapshotAttribute.READABLE,
      ModifySnapshotAttribute.MODIFIABLE,
      ModifySnapshotAttribute.PUBLIC_UNBLOCKED,
      ModifySnapshotAttribute.OWN_KEY,
      ModifySnapshotAttribute.KEY_USABLE,
      ModifySnapshotTier.TO_ARCHIVE,
      ModifySnapshotTier.NOT_MANAGED_BY_BACKUP,
      ModifySnapshotTier.IMAGES_DISABLED,
      ModifySnapshotTier.ARCHIVALS_LIMIT,
      ModifySnapshotTier.ARCHIVED_OF_VOLUME_LIMIT,
      ResetSnapshotAttribute.RESETTABLE,
      RestoreSnapshotTier.ONE_FORM,
      RestoreSnapshotTier.RESTORES_LIMIT);

  private SnapshotOperations() {}

  /** {@return the rules of these operations alone} */
  public static ImmutableList<Rule> rules() {
    return RULES;
  }
}
