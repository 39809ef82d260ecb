package dev.amikit.registry;

import dev.amikit.id.AccountId;
import dev.amikit.registry.RetentionRule.ResourceType;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.Optional;

/** Whether, and for how long, the retention rules of an account keep what is deleted. */
final class Retention {
  private Retention() {}

  /** The longest period of the rules that match; empty if none does. */
  static Optional<Duration> period(
      RegionState here, AccountId owner, ResourceType type, Tags tags) {
    return here.retentionRules(owner)
        .values()
        .toJavaStream()
        .filter(rule -> rule.resourceType() == type && rule.matches(tags))
        .map(rule -> Duration.ofDays(rule.retentionPeriodDays()))
        .max(Duration::compareTo);
  }
}
