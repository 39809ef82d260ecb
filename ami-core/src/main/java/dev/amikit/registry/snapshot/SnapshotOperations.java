package dev.amikit.registry.snapshot;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Rule;

/** The operations on snapshots. */
public final class SnapshotOperations {
  private static final ImmutableList<Rule> RULES = ImmutableList.of(
      CopySnapshot.FEW,
      DeleteSnapshot.UNUSED,
      DescribeSnapshotAttribute.READABLE,
      ModifySnapshotAttribute.MODIFIABLE,
      ModifySnapshotAttribute.PUBLIC_UNBLOCKED,
      ModifySnapshotAttribute.OWN_KEY,
      ModifySnapshotTier.TO_ARCHIVE,
      ModifySnapshotTier.IMAGES_DISABLED,
      ModifySnapshotTier.FEW,
      ModifySnapshotTier.FEW_OF_VOLUME,
      RestoreSnapshotTier.ONE_FORM,
      RestoreSnapshotTier.FEW);

  private SnapshotOperations() {}

  /** {@return the rules of these operations alone} */
  public static ImmutableList<Rule> rules() {
    return RULES;
  }
}
