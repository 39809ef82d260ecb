package dev.amikit.registry;

import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.Optional;

/** Whether, and for how long, the retention rules of the caller keep what is deleted. */
final class Retention {
  private Retention() {}

  /** The longest period of the rules that match; empty if none does. */
  static Optional<Duration> period(Plan plan, RetentionRule.ResourceType type, Tags tags) {
    return plan.here().retentionRules(plan.caller()).values().toJavaStream()
        .filter(rule -> rule.resourceType() == type && rule.matches(tags))
        .map(rule -> Duration.ofDays(rule.retentionPeriodDays()))
        .max(Duration::compareTo);
  }
}
