package dev.amikit.registry.plan;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;

/** AWS Backup, which alone deregisters and deletes what it manages. */
public final class AwsBackup {
  private static final String TAGS = "aws:backup:";

  public static final Rule NOT_MANAGING = Rule.rule(
      "snapshot.not-managed-by-backup",
      "a snapshot that AWS Backup manages is deleted and archived only through AWS Backup",
      ErrorCode.AUTH_FAILURE,
      "EBS User Guide, Delete a snapshot",
      "SNAP-38",
      "ARC-01");

  private AwsBackup() {}

  /** Whether the tags of a resource tell that AWS Backup manages it. */
  public static boolean manages(Tags tags) {
    return tags.asMap().keySet().stream().anyMatch(key -> key.startsWith(TAGS));
  }

  /** Refuses to delete or archive a snapshot that AWS Backup manages. */
  public static void requireNotManaging(Plan plan, Snapshot snapshot) {
    plan.require(!manages(snapshot.tags()), NOT_MANAGING, "snapshotId", snapshot.snapshotId());
  }
}
