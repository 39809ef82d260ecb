package dev.amikit.registry.snapshot;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Rule;

/** The operations on snapshots. */
public final class SnapshotOperations {
  private static final ImmutableList<Rule> RULES = ImmutableList.of(
      CopySnapshot.COPIES_LIMIT,
      DeleteSnapshot.UNUSED,
      DescribeSnapshotAttribute.READABLE,
      ModifySnapshotAttribute.MODIFIABLE,
      ModifySnapshotAttribute.PUBLIC_UNBLOCKED,
      ModifySnapshotAttribute.OWN_KEY,
      ModifySnapshotTier.TO_ARCHIVE,
      ModifySnapshotTier.IMAGES_DISABLED,
      ModifySnapshotTier.ARCHIVALS_LIMIT,
      ModifySnapshotTier.ARCHIVED_OF_VOLUME_LIMIT,
      RestoreSnapshotTier.ONE_FORM,
      RestoreSnapshotTier.RESTORES_LIMIT);

  private SnapshotOperations() {}

  /** {@return the rules of these operations alone} */
  public static ImmutableList<Rule> rules() {
    return RULES;
  }
}
