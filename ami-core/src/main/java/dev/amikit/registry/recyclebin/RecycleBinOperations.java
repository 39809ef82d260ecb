package dev.amikit.registry.recyclebin;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Rule;

/** The operations on the Recycle Bin. */
public final class RecycleBinOperations {
  private static final ImmutableList<Rule> RULES = ImmutableList.of(
      CreateRule.KEPT,
      CreateRule.LOCKABLE,
      ListImagesInRecycleBin.FEW_IDS,
      ListRules.LOCK_STATE,
      RestoreImageFromRecycleBin.SNAPSHOTS_EXIST,
      RestoreImageFromRecycleBin.SNAPSHOTS_USABLE,
      RetentionRules.EXISTS,
      RetentionRules.IN_QUOTA,
      RetentionRules.TAG_IN_QUOTA,
      RetentionRules.NOT_LOCKED,
      RetentionRules.LOCKABLE,
      RetentionRules.LOCKED);

  private RecycleBinOperations() {}

  /** {@return the rules of these operations alone} */
  public static ImmutableList<Rule> rules() {
    return RULES;
  }
}
