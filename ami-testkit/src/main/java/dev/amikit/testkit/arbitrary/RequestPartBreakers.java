package dev.amikit.testkit.arbitrary;

import static dev.amikit.testkit.arbitrary.TextBreakers.attempts;

import com.google.common.collect.ImmutableMap;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import java.util.Map;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Attempts to break the rules of values that requests to a registry consist of. */
final class RequestPartBreakers {
  static final ImmutableMap<String, Arbitrary<? extends Supplier<?>>> ALL = ImmutableMap.of(
      "tag-specification.has-keys",
      attempts(
          Arbitraries.of("image", "snapshot"),
          type -> TagSpecification.of(type, Map.of("env", "prod", "", "golden").entrySet())),
      "retention-rule.period-of-volumes",
      attempts(
          Arbitraries.oneOf(
              Arbitraries.integers().between(8, 365), Arbitraries.integers().between(-9, 0)),
          days -> RetentionRule.builder()
              .identifier("0abcdefghij")
              .resourceType(ResourceType.EBS_VOLUME)
              .retentionPeriodDays(days)
              .build()));

  private RequestPartBreakers() {}
}
