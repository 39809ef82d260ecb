package dev.amikit.registry.plan;

import dev.amikit.tag.Tags;

/** AWS Backup, which alone deregisters and deletes what it manages. */
public final class AwsBackup {
  private static final String TAGS = "aws:backup:";

  private AwsBackup() {}

  /** Whether the tags of a resource tell that AWS Backup manages it. */
  public static boolean manages(Tags tags) {
    return tags.keys().stream().anyMatch(key -> key.startsWith(TAGS));
  }
}
