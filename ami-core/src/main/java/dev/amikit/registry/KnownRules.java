package dev.amikit.registry;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Rule;

/** Rules. */
public final class KnownRules {
  /** All. */
  public static final ImmutableList<Rule> ALL = ImmutableList.<Rule>builder()
      .addAll(NewTags.RULES)
      .addAll(SnapshotCopy.RULES)
      .addAll(RetentionRules.RULES)
      .add(AwsBackup.NOT_MANAGING)
      .add(
          ImageAccess.EXISTS,
          ImageAccess.OWNER,
          SnapshotAccess.EXISTS,
          SnapshotAccess.OWNER,
          EnableImage.SNAPSHOTS_RESTORED,
          AllowedImagesRules.STATE_TO_ENABLE)
      .build();

  private KnownRules() {}
}
