package dev.amikit.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.amikit.RuleCatalogue;
import dev.amikit.device.VolumeType;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.lifecycle.AmiCommand;
import dev.amikit.lifecycle.AmiEvent;
import dev.amikit.lifecycle.Command;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Deregister;
import dev.amikit.lifecycle.Event;
import dev.amikit.lifecycle.ImageDisabled;
import dev.amikit.lifecycle.LifeCycle;
import dev.amikit.lifecycle.LifeCycleRules;
import dev.amikit.lifecycle.Transition;
import dev.amikit.lifecycle.TransitionTable;
import dev.amikit.lifecycle.fastlaunch.FastLaunchAction;
import dev.amikit.lifecycle.fastlaunch.FastLaunchCommand;
import dev.amikit.lifecycle.fastlaunch.FastLaunchEvent;
import dev.amikit.lifecycle.fastlaunch.FastLaunchLifeCycle;
import dev.amikit.lifecycle.fastlaunch.FastLaunchLifeCycleRules;
import dev.amikit.lifecycle.fastlaunch.FastLaunchStage;
import dev.amikit.lifecycle.snapshot.Lock;
import dev.amikit.lifecycle.snapshot.SnapshotAction;
import dev.amikit.lifecycle.snapshot.SnapshotCommand;
import dev.amikit.lifecycle.snapshot.SnapshotEvent;
import dev.amikit.lifecycle.snapshot.SnapshotLifeCycle;
import dev.amikit.lifecycle.snapshot.SnapshotLifeCycleRules;
import dev.amikit.lifecycle.snapshot.SnapshotStage;
import dev.amikit.page.Answer;
import dev.amikit.page.InOrder;
import dev.amikit.page.Page;
import dev.amikit.page.PageRules;
import dev.amikit.page.Result;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.Candidates;
import dev.amikit.query.ImageFilters;
import dev.amikit.query.Newest;
import dev.amikit.query.SnapshotFilters;
import dev.amikit.rule.Characters;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import dev.amikit.testkit.jqwik.AmiDomain;
import dev.amikit.word.Word;
import dev.amikit.word.Words;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.providers.TypeUsage;

class AmiDomainTest {
  /** Types of which there are no values to draw, and what they are instead. */
  private static final ImmutableMap<Class<?>, String> MACHINERY =
      ImmutableMap.<Class<?>, String>builder()
          .put(RuleCatalogue.class, "the list of all rules")
          .put(Rules.class, "an annotation")
          .put(Characters.class, "a function that tests")
          .put(InOrder.class, "how things are gone through; what is found so is drawn")
          .put(Candidates.class, "what an index knows; what is found so is drawn")
          .put(PageRules.class, "a list of rules")
          .put(LifeCycle.class, "a table; its cells are drawn")
          .put(LifeCycleRules.class, "a list of rules")
          .put(SnapshotLifeCycle.class, "a table; its cells are drawn")
          .put(SnapshotLifeCycleRules.class, "a list of rules")
          .put(FastLaunchLifeCycle.class, "a table; its cells are drawn")
          .put(FastLaunchLifeCycleRules.class, "a list of rules")
          .put(TransitionTable.class, "a table; its cells are drawn")
          .put(ImageFilters.class, "functions that make filters; these are drawn")
          .put(SnapshotFilters.class, "functions that make filters; these are drawn")
          .put(Newest.class, "functions that choose among images")
          .buildOrThrow();

  private static final AmiArbitraryProvider PROVIDER = new AmiArbitraryProvider();

  @Domain(AmiDomain.class)
  @Property(tries = 20)
  void every_type_is_there_in_the_domain(
      @ForAll Ami ami,
      @ForAll Snapshot snapshot,
      @ForAll AmiState state,
      @ForAll VolumeType type,
      @ForAll Tags tags,
      @ForAll Rule rule,
      @ForAll Word word,
      @ForAll AmiCommand command,
      @ForAll Deregister deregistration,
      @ForAll AmiEvent event,
      @ForAll ImageDisabled disabling,
      @ForAll Decision<Ami> decision) {
    assertThat(List.of(ami, snapshot, state, type, tags, rule, word)).doesNotContainNull();
    assertThat(List.of(command, deregistration, event, disabling, decision)).doesNotContainNull();
  }

  @Domain(AmiDomain.class)
  @Property(tries = 20)
  void what_all_lives_have_is_made_for_the_one_that_is_asked_for(
      @ForAll Decision<Snapshot> decision,
      @ForAll TimedCommand<Snapshot> timed,
      @ForAll Transition<SnapshotStage, SnapshotAction> cell,
      @ForAll Event<Ami> event,
      @ForAll Command<Snapshot> command,
      @ForAll Lock lock,
      @ForAll Event<?> any) {
    assertThat(decision.events()).allMatch(SnapshotEvent.class::isInstance);
    assertThat(timed.command()).isInstanceOf(SnapshotCommand.class);
    assertThat(command).isInstanceOf(SnapshotCommand.class);
    assertThat(cell.from()).isInstanceOf(SnapshotStage.class);
    assertThat(event).isInstanceOf(AmiEvent.class);
    assertThat(lock).isNotNull();
    assertThat(any).isInstanceOfAny(AmiEvent.class, SnapshotEvent.class, FastLaunchEvent.class);
  }

  @Property(tries = 20)
  void every_type_is_there_without_wiring_and_beside_others(
      @ForAll LaunchPermission permission,
      @ForAll DeregistrationProtection protection,
      @ForAll String text,
      @ForAll int number) {
    assertThat(permission).isNotNull();
    assertThat(protection).isNotNull();
  }

  @Domain(AmiDomain.class)
  @Property(tries = 20)
  void so_it_is_with_fast_launch_and_with_whatever_holds_others(
      @ForAll Decision<Optional<FastLaunch>> decision,
      @ForAll TimedCommand<Optional<FastLaunch>> timed,
      @ForAll Transition<FastLaunchStage, FastLaunchAction> cell,
      @ForAll Decision.Refused<Optional<FastLaunch>> refused,
      @ForAll RefusedCommand<Optional<FastLaunch>> breaker,
      @ForAll Page<Tags> page,
      @ForAll Answer<Snapshot> answer,
      @ForAll Result<Snapshot> result,
      @ForAll Words<VolumeType> words) {
    assertThat(decision.events()).allMatch(FastLaunchEvent.class::isInstance);
    assertThat(timed.command()).isInstanceOf(FastLaunchCommand.class);
    assertThat(cell.action()).isInstanceOf(FastLaunchAction.class);
    assertThat(refused.refusal()).isPresent();
    assertThat(breaker.command().command()).isInstanceOf(FastLaunchCommand.class);
    assertThat(page.items()).allMatch(Tags.class::isInstance);
    assertThat(answer.refusal().isPresent() ? List.of() : answer.orThrow().items())
        .allMatch(Snapshot.class::isInstance);
    assertThat(result.all()).allMatch(Snapshot.class::isInstance);
    assertThat(words).isEqualTo(VolumeType.WORDS);
  }

  @Example
  @Tag("module-path")
  void every_public_type_that_is_a_value_can_be_generated() throws IOException {
    List<Class<?>> types = CoreTypes.publicTypes().stream()
        .filter(CoreTypes::isOfValues)
        .filter(type -> !isBuilder(type))
        .toList();
    assertThat(types).hasSizeGreaterThan(200).containsAll(MACHINERY.keySet());
    for (Class<?> type : types) {
      assertThat(PROVIDER.canProvideFor(TypeUsage.of(type)))
          .as("%s can be drawn, or is machinery", type)
          .isNotEqualTo(MACHINERY.containsKey(type));
      assertThat(drawn(type)).as("%s", type).allMatch(type::isInstance);
    }
  }

  /** A few values of a type from each of its arbitraries; none of machinery. */
  private static List<Object> drawn(Class<?> type) {
    return MACHINERY.containsKey(type)
        ? List.of()
        : arbitraries(TypeUsage.of(type)).stream()
            .flatMap(arbitrary -> arbitrary.sampleStream().limit(3))
            .collect(Collectors.toList());
  }

  private static Set<Arbitrary<?>> arbitraries(TypeUsage type) {
    return PROVIDER.provideFor(type, AmiDomainTest::arbitraries);
  }

  /** Builders make values, and are none. */
  private static boolean isBuilder(Class<?> type) {
    return type.getSimpleName().equals("Builder");
  }
}
