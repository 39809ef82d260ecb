package dev.amikit.registry.snapshot;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Rule;

/** The operations on snapshots. */
public final class SnapshotOperations {
  private static final ImmutableList<Rule> RULES = ImmutableList.of(
      CopySnapshot.FEW,
      DeleteSnapshot.UNUSED,
      DeleteSnapshot.UNLOCKED,
      DescribeSnapshotAttribute.READABLE,
      LockSnapshot.MODE_KNOWN,
      LockSnapshot.END_GIVEN,
      LockSnapshot.ONE_END,
      LockSnapshot.END_IN_RANGE,
      LockSnapshot.COOL_OFF_IN_RANGE,
      LockSnapshot.COOL_OFF_FITS,
      LockSnapshot.COMPLIANCE_STAYS,
      LockSnapshot.NOT_FAILED,
      ModifySnapshotAttribute.MODIFIABLE,
      ModifySnapshotAttribute.ONE_DIRECTION,
      ModifySnapshotAttribute.NOT_EMPTY,
      ModifySnapshotAttribute.FEW_CHANGES,
      ModifySnapshotAttribute.NOT_ARCHIVED,
      ModifySnapshotAttribute.PUBLIC_UNBLOCKED,
      ModifySnapshotAttribute.PUBLIC_WITHOUT_ENCRYPTION,
      ModifySnapshotAttribute.PUBLIC_WITHOUT_MARKETPLACE,
      ModifySnapshotAttribute.OWN_KEY,
      ModifySnapshotTier.TO_ARCHIVE,
      ModifySnapshotTier.STANDARD,
      ModifySnapshotTier.IMAGES_DISABLED,
      ModifySnapshotTier.FEW,
      ModifySnapshotTier.FEW_OF_VOLUME,
      RestoreSnapshotTier.ONE_FORM,
      RestoreSnapshotTier.DAYS_IN_RANGE,
      RestoreSnapshotTier.ARCHIVED,
      RestoreSnapshotTier.FEW,
      UnlockSnapshot.LOCKED);

  private SnapshotOperations() {}

  /** {@return the rules of these operations alone} */
  public static ImmutableList<Rule> rules() {
    return RULES;
  }
}
