package dev.amikit.lifecycle;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Rule;
import java.util.Arrays;

/** The rules of what can be done with one image. */
public final class LifeCycleRules {
  private static final ImmutableList<Rule> RULES = ImmutableList.<Rule>builder()
      .addAll(Arrays.stream(AmiAction.values()).map(AmiAction::rule).iterator())
      .add(AttachWatermark.PRIVATE)
      .add(AttachWatermark.AT_MOST_FIVE)
      .add(CancelLaunchPermission.HAS_PERMISSION)
      .add(Deregister.UNPROTECTED)
      .add(DisableDeprecation.PRIVATE)
      .add(EnableDeprecation.NOT_PAST)
      .add(EnableDeprecation.NOT_TOO_LATE)
      .add(EnableDeregistrationProtection.KEEPS_COOLDOWN)
      .add(ExpireInRecycleBin.AFTER_EXIT_TIME)
      .add(FinishCreation.NAMED)
      .add(ModifyDescription.LENGTH)
      .add(ModifyDescription.NOT_EMPTY)
      .add(ModifyImdsSupport.IS_V2)
      .add(ModifyLaunchPermission.NOT_EMPTY)
      .add(ModifyLaunchPermission.DISJOINT)
      .add(ModifyLaunchPermission.ACCOUNTS_IN_REQUEST)
      .add(ModifyLaunchPermission.PUBLIC_WITHOUT_PRODUCT_CODES)
      .add(ModifyLaunchPermission.PUBLIC_WITHOUT_WATERMARKS)
      .add(ModifyLaunchPermission.PUBLIC_WITHOUT_ENCRYPTION)
      .add(RestoreFromRecycleBin.BEFORE_EXIT_TIME)
      .build();

  private LifeCycleRules() {}

  /** {@return the rules: one for each action, and those of single commands} */
  public static ImmutableList<Rule> all() {
    return RULES;
  }
}
