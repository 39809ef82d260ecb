package dev.amikit.testkit.arbitrary.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.RuleCatalogue;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleId;
import dev.amikit.rule.Violation;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RequestChaptersTest {
  private static final ImmutableMap<Rule, Arbitrary<Request<?>>> ALL = Stream.of(
          SnapshotRequestBreakers.ALL,
          InstanceRequestBreakers.ALL,
          StorageRequestBreakers.ALL,
          UsageRequestBreakers.ALL,
          FastLaunchRequestBreakers.ALL,
          QueryRequestBreakers.ALL)
      .flatMap(chapter -> chapter.entrySet().stream())
      .collect(
          ImmutableMap.toImmutableMap(entry -> rule(entry.getKey()), entry -> entry.getValue()));

  /** Two of its messages are for queries of images, which are refused when they are built. */
  private static final ImmutableSet<Rule> SAYING_MORE_ELSEWHERE =
      ImmutableSet.of(rule("query.max-results"));

  private static Rule rule(String id) {
    return RuleCatalogue.find(new RuleId(id)).orElseThrow();
  }

  @Provide
  Arbitrary<RefusedRequest> breakers() {
    return Arbitraries.oneOf(ALL.entrySet().stream()
            .map(entry ->
                entry.getValue().map(request -> new RefusedRequest(entry.getKey(), request)))
            .toList())
        .withoutEdgeCases();
  }

  @Property(tries = 4000)
  void a_rule_broken_alone_is_reported_alone_in_whole_words(
      @ForAll("breakers") RefusedRequest breaker) {
    Outcome<?> outcome = breaker.decide();

    assertThat(outcome.refusal()).as("%s was let pass", breaker).isPresent();
    Refusal refusal = outcome.refusal().orElseThrow();
    assertThat(refusal.violations()).extracting(Violation::rule).containsOnly(breaker.rule());
    assertThat(refusal.errorCode()).isEqualTo(breaker.rule().errorCode());
    assertThat(refusal.violations())
        .extracting(Violation::message)
        .allSatisfy(message -> assertThat(message).isNotBlank().doesNotContain("{"));
  }

  @Property(tries = 1000)
  void a_registry_refuses_it_just_so_and_nothing_changes(
      @ForAll("breakers") RefusedRequest breaker) {
    Situation situation = breaker.request().situation();
    InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(
        Clock.fixed(situation.now(), ZoneOffset.UTC), situation.settings());
    registry.restore(situation.state());
    registry.advance();
    PartitionState before = registry.state();
    Ec2 caller = registry.account(situation.caller()).in(situation.region());

    RefusedException refused = catchThrowableOfType(
        RefusedException.class, () -> caller.call(breaker.request().operation()));

    assertThat(refused).as("%s was let pass", breaker).isNotNull();
    assertThat(refused.refusal().violations())
        .extracting(Violation::rule)
        .containsOnly(breaker.rule());
    assertThat(registry.state()).isSameAs(before);
  }

  @Example
  void all_that_is_said_of_a_rule_is_said_of_some_request() {
    ALL.forEach((rule, requests) -> {
      if (rule.messages().size() > 1 && !SAYING_MORE_ELSEWHERE.contains(rule)) {
        assertThat(messages(requests))
            .as("what is said of %s", rule.id())
            .containsExactlyInAnyOrderElementsOf(rule.messages());
      }
    });
  }

  private static Set<MessageTemplate> messages(Arbitrary<Request<?>> requests) {
    return requests
        .sampleStream()
        .limit(100)
        .flatMap(request -> request.decide().refusal().stream())
        .flatMap(refusal -> refusal.violations().stream())
        .map(Violation::template)
        .collect(Collectors.toSet());
  }
}
