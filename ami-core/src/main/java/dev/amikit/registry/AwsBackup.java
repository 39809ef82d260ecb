package dev.amikit.registry;

import dev.amikit.tag.Tags;

/** AWS Backup, which alone deregisters and deletes what it manages. */
final class AwsBackup {
  private static final String TAGS = "aws:backup:";

  private AwsBackup() {}

  /** Whether the tags of a resource tell that AWS Backup manages it. */
  static boolean manages(Tags tags) {
    return tags.asMap().keySet().stream().anyMatch(key -> key.startsWith(TAGS));
  }
}
