package dev.amikit.testkit.arbitrary.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.amikit.RuleCatalogue;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleId;
import dev.amikit.rule.Violation;
import dev.amikit.testkit.arbitrary.CommandBreakers;
import dev.amikit.testkit.arbitrary.RuleBreakers;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RequestBreakersTest {
  /** What a registry has let happen before it is asked: at its exit time the image is gone. */
  private static final RuleId BEFORE_EXIT_TIME =
      new RuleId("restore-image-from-recycle-bin.before-exit-time");

  /** Two of its texts are of queries of images, which are refused while they are built. */
  private static final RuleId MAX_RESULTS = new RuleId("query.max-results");

  @Provide
  Arbitrary<RefusedRequest> breakers() {
    return RequestBreakers.any();
  }

  @Property(tries = 4000)
  void a_rule_broken_alone_is_reported_alone_in_whole_words(
      @ForAll("breakers") RefusedRequest breaker) {
    assertThat(breaker.decide().refusal()).as("%s was let pass", breaker).isPresent();
    Refusal refusal = breaker.decide().refusal().orElseThrow();

    assertThat(refusal.violations()).extracting(Violation::rule).containsOnly(breaker.rule());
    assertThat(refusal.errorCode()).isEqualTo(breaker.rule().errorCode());
    assertThat(refusal.violations())
        .extracting(Violation::message)
        .allSatisfy(
            message -> assertThat(message).isNotBlank().doesNotContainPattern("\\{[a-zA-Z]+\\}"));
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
        .extracting(violation -> violation.rule().id())
        .containsOnly(
            breaker.rule().id().equals(BEFORE_EXIT_TIME)
                ? new RuleId("image.exists")
                : breaker.rule().id());
    assertThat(registry.state()).isSameAs(before);
  }

  @Example
  void all_that_is_said_of_a_rule_is_said_of_some_request() {
    for (RuleId id : RequestBreakers.rules()) {
      Rule rule = RuleCatalogue.find(id).orElseThrow();
      if (rule.messages().size() > 1 && !id.equals(MAX_RESULTS)) {
        assertThat(messages(id))
            .as("what is said of %s", id)
            .containsExactlyInAnyOrderElementsOf(rule.messages());
      }
    }
  }

  private static Set<MessageTemplate> messages(RuleId rule) {
    return RequestBreakers.of(rule)
        .sampleStream()
        .limit(100)
        .flatMap(request -> request.decide().refusal().stream())
        .flatMap(refusal -> refusal.violations().stream())
        .map(Violation::template)
        .collect(Collectors.toSet());
  }

  @Example
  void every_rule_is_broken_by_a_value_a_command_or_a_request() {
    Set<RuleId> broken = Stream.of(
            RuleBreakers.rules(),
            CommandBreakers.ofImages().rules(),
            CommandBreakers.ofSnapshots().rules(),
            CommandBreakers.ofFastLaunch().rules(),
            RequestBreakers.rules())
        .flatMap(Set::stream)
        .collect(Collectors.toSet());

    assertThat(RuleCatalogue.all())
        .hasSizeGreaterThan(350)
        .extracting(Rule::id)
        .containsExactlyInAnyOrderElementsOf(broken);
  }

  @Example
  void a_rule_that_no_operation_keeps_has_no_breakers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RequestBreakers.of("ami.windows-requires-ebs-root"))
        .withMessage("no operation is refused by ami.windows-requires-ebs-root");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RequestBreakers.of("deregister-image.no-such-rule"))
        .withMessage("there is no rule deregister-image.no-such-rule");
  }

  @Example
  void a_request_says_who_asks_for_what() {
    assertThat(RequestBreakers.of("image.exists").sample().toString())
        .startsWith("a request that breaks image.exists")
        .containsPattern("[0-9]{12} in [a-z]+-[a-z]+-[0-9] at 2026-11-[0-9]{2}T[0-9:]{8}Z: [A-Z]");
  }
}
