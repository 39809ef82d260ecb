package dev.amikit.testkit.arbitrary.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.RuleCatalogue;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleId;
import dev.amikit.rule.Violation;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RequestChaptersTest {
  private static final ImmutableMap<String, Arbitrary<Request<?>>> ALL = Stream.of(
          SnapshotRequestBreakers.ALL,
          InstanceRequestBreakers.ALL,
          StorageRequestBreakers.ALL,
          UsageRequestBreakers.ALL,
          FastLaunchRequestBreakers.ALL,
          QueryRequestBreakers.ALL)
      .flatMap(chapter -> chapter.entrySet().stream())
      .collect(ImmutableMap.toImmutableMap(entry -> entry.getKey(), entry -> entry.getValue()));

  @Provide
  Arbitrary<RefusedRequest> breakers() {
    return Arbitraries.oneOf(ALL.entrySet().stream()
        .map(entry -> breakers(entry.getKey(), entry.getValue()))
        .toList());
  }

  private static Arbitrary<RefusedRequest> breakers(
      String id, Arbitrary<Request<?>> requests) {
    Rule rule = RuleCatalogue.find(new RuleId(id)).orElseThrow();
    return requests.map(request -> new RefusedRequest(rule, request));
  }

  @Property(tries = 4000)
  void a_rule_broken_alone_is_reported_alone(@ForAll("breakers") RefusedRequest breaker) {
    Refusal refusal = breaker.decide().refusal().orElseThrow(() ->
        new AssertionError("let pass: " + breaker));

    assertThat(refusal.violations()).extracting(Violation::rule).containsOnly(breaker.rule());
    assertThat(refusal.errorCode()).isEqualTo(breaker.rule().errorCode());
    assertThat(refusal.violations()).allSatisfy(violation ->
        assertThat(violation.message()).isNotEmpty().doesNotContain("{"));
  }
}
