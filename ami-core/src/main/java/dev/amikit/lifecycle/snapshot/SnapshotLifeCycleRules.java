package dev.amikit.lifecycle.snapshot;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.Snapshot;
import java.util.Arrays;

/** The rules of what can be done with one snapshot. */
public final class SnapshotLifeCycleRules {
  private static final ImmutableList<Rule> RULES = ImmutableList.<Rule>builder()
      .addAll(Arrays.stream(SnapshotAction.values())
          .map(SnapshotAction::rule)
          .filter(rule -> !rule.equals(Snapshot.EXISTS))
          .distinct()
          .iterator())
      .add(Complete.SIZE_KNOWN)
      .add(Delete.UNLOCKED)
      .add(Lock.COMPLIANCE_STAYS)
      .add(Lock.COOL_OFF_FITS)
      .add(Lock.COOL_OFF_IN_RANGE)
      .add(Lock.END_IN_RANGE)
      .add(Lock.MODE_KNOWN)
      .add(Lock.ONE_END)
      .add(ModifyCreateVolumePermission.FEW_CHANGES)
      .add(ModifyCreateVolumePermission.NOT_ARCHIVED)
      .add(ModifyCreateVolumePermission.NOT_EMPTY)
      .add(ModifyCreateVolumePermission.ONE_DIRECTION)
      .add(ModifyCreateVolumePermission.PUBLIC_WITHOUT_ENCRYPTION)
      .add(ModifyCreateVolumePermission.PUBLIC_WITHOUT_MARKETPLACE)
      .add(RestoreTemporarily.DAYS_IN_RANGE)
      .build();

  private SnapshotLifeCycleRules() {}

  /**
   * {@return the rules: those of the actions, some of which share one, and of single commands; that
   * the snapshot is there is a rule of the snapshot itself}
   */
  public static ImmutableList<Rule> all() {
    return RULES;
  }
}
