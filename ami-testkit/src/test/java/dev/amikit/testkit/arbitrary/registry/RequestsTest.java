package dev.amikit.testkit.arbitrary.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amikit.id.AccountId;
import dev.amikit.image.Ami;
import dev.amikit.registry.account.GetEbsEncryptionByDefault;
import dev.amikit.registry.image.DisableImage;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.RetentionRuleEvent;
import dev.amikit.rule.RuleId;
import dev.amikit.testkit.arbitrary.CoreTypes;
import dev.amikit.testkit.jqwik.AmiDomain;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.statistics.Statistics;

class RequestsTest {
  private static final int ENOUGH = 100;

  @Example
  @Tag("module-path")
  void there_are_requests_of_every_operation() throws IOException {
    assertThat(RegistryArbitraries.operations().stream().map(Class::getSimpleName))
        .hasSize(84)
        .containsExactlyInAnyOrderElementsOf(CoreTypes.publicTypes().stream()
            .filter(Operation.class::isAssignableFrom)
            .filter(type -> !type.getPackageName().endsWith(".operation"))
            .map(Class::getSimpleName)
            .toList());
  }

  @Provide
  Arbitrary<Class<? extends Operation<?>>> operations() {
    return Arbitraries.of(RegistryArbitraries.operations());
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void every_operation_is_carried_out_often_and_refused_sometimes(
      @ForAll("operations") Class<? extends Operation<?>> operation) {
    Arbitrary<Boolean> outcomes = RegistryArbitraries.anyOf(List.of(operation))
        .map(WorldArbitraries.Asked::request)
        .map(RegistryArbitraries::isCarriedOut);
    long done = outcomes.sampleStream().limit(ENOUGH).filter(isDone -> isDone).count();
    assertThat(done).as("how often %s is carried out", operation).isGreaterThanOrEqualTo(15);
    if (RegistryArbitraries.NEVER_REFUSED.contains(operation)) {
      assertThat(done).as("how often %s is carried out", operation).isEqualTo(ENOUGH);
    } else {
      // CopySnapshot is refused once in about 40 times.
      assertThat(outcomes.sampleStream().limit(1_000).anyMatch(isDone -> !isDone))
          .as("whether %s is ever refused", operation)
          .isTrue();
    }
  }

  @Property(tries = 600)
  void most_requests_are_carried_out(@ForAll Request<?> request) {
    Statistics.collect(request.decide().refusal().isPresent() ? "refused" : "done");
    Statistics.coverage(coverage -> {
      coverage.check("done").percentage(share -> share > 50);
      coverage.check("refused").percentage(share -> share > 10);
    });
  }

  @Example
  void refusals_are_of_many_kinds() {
    Set<RuleId> broken = RegistryArbitraries.requests()
        .sampleStream()
        .limit(600)
        .flatMap(request -> request.decide().refusal().stream())
        .map(refusal -> refusal.violations().get(0).rule().id())
        .collect(Collectors.toSet());
    assertThat(broken).hasSizeGreaterThan(12); // of about 26
  }

  @Provide
  Arbitrary<Request<Return>> disabling() {
    return RegistryArbitraries.carriedOut(DisableImage.class);
  }

  @Property(tries = 100)
  void what_is_carried_out_is_answered(@ForAll("disabling") Request<Return> request) {
    assertThat(request.operation()).isInstanceOf(DisableImage.class);
    assertThat(request.decide().orThrow()).isEqualTo(Return.TRUE);
  }

  @Provide
  Arbitrary<Request<?>> refusedLaunches() {
    return RegistryArbitraries.refused(RunInstances.class).map(request -> request);
  }

  @Property(tries = 100)
  void what_is_refused_says_why(@ForAll("refusedLaunches") Request<?> request) {
    assertThat(request.operation()).isInstanceOf(RunInstances.class);
    assertThat(request.decide().refusal()).isPresent();
  }

  @Example
  void what_cannot_be_refused_or_is_none_of_the_operations_is_not_asked_for() {
    assertThatThrownBy(() -> RegistryArbitraries.refused(GetEbsEncryptionByDefault.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("GetEbsEncryptionByDefault is never refused");
    assertThatThrownBy(() -> RegistryArbitraries.requests(Mine.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no operation Mine");
  }

  private record Mine() implements Operation<Return> {
    @Override
    public Outcome<Return> decide(Situation situation) {
      return Outcome.from(situation.state()).done(Return.TRUE);
    }
  }

  @Property(tries = 200)
  void an_owners_request_is_about_an_image_of_its_caller(@ForAll ImageRequest asked) {
    AccountId caller = asked.request().situation().caller();
    Ami there = asked
        .request()
        .situation()
        .state()
        .image(asked.request().situation().region(), asked.image().imageId())
        .orElseThrow();
    assertThat(asked.image()).isEqualTo(there);
    assertThat(asked.image().ownerId()).isEqualTo(caller);
    assertThat(asked.request().operation().toString()).contains(there.imageId().value());
    assertThat(asked.request().decide()).isInstanceOf(Outcome.Done.class);
  }

  @Provide
  Arbitrary<Class<? extends RegistryEvent>> kindsOfEvents() {
    return Arbitraries.of(FoundArbitraries.Events.ALL.keySet());
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void every_kind_of_event_happens(@ForAll("kindsOfEvents") Class<? extends RegistryEvent> kind) {
    assertThat(RegistryArbitraries.events(kind).sampleStream().limit(3))
        .hasOnlyElementsOfType(kind);
  }

  @Example
  void every_kind_of_event_is_known() {
    assertThat(leaves(RegistryEvent.class)).isEqualTo(FoundArbitraries.Events.ALL.keySet());
  }

  private static Set<Class<?>> leaves(Class<?> sealed) {
    return List.of(sealed.getPermittedSubclasses()).stream()
        .flatMap(type -> type.isSealed() ? leaves(type).stream() : Set.<Class<?>>of(type).stream())
        .collect(Collectors.toSet());
  }

  @Property(tries = 100)
  @Domain(AmiDomain.class)
  void events_of_one_kind_are_asked_for_by_its_class(
      @ForAll RetentionRuleEvent any, @ForAll RegistryEvent.ImagePurged one) {
    assertThat(any.identifier()).isNotEmpty();
    assertThat(one.imageId().value()).startsWith("ami-");
  }
}
