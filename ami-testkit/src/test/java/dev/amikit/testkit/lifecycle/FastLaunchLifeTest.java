package dev.amikit.testkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableTable;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchState;
import dev.amikit.id.FastLaunchId;
import dev.amikit.lifecycle.Command;
import dev.amikit.lifecycle.Transition;
import dev.amikit.lifecycle.fastlaunch.FastLaunchAction;
import dev.amikit.lifecycle.fastlaunch.FastLaunchEvent;
import dev.amikit.lifecycle.fastlaunch.FastLaunchLifeCycle;
import dev.amikit.lifecycle.fastlaunch.FastLaunchStage;
import dev.amikit.rule.Rules;
import dev.amikit.testkit.arbitrary.AmiArbitraries;
import dev.amikit.testkit.arbitrary.FastLaunchArbitraries;
import dev.amikit.testkit.arbitrary.FastLaunchLifeCycleArbitraries;
import dev.amikit.testkit.arbitrary.TimedCommand;
import dev.amikit.testkit.contract.Life;
import dev.amikit.testkit.contract.LifeContract;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** What holds all the life of fast launch of an image, whatever is done with it. */
class FastLaunchLifeTest
    implements LifeContract<Optional<FastLaunch>, FastLaunchStage, FastLaunchAction> {
  private static final int STEPS = 60;
  private static final Duration LATER = Duration.ofDays(50 * 365);

  @Property(tries = 300)
  @StatisticsReport(StatisticsReportMode.OFF)
  @Rules({"FAST-10", "FAST-15"})
  void whatever_is_done_with_it_it_stays_that_of_its_image(
      @ForAll("lives") Life<Optional<FastLaunch>> life) {
    FastLaunchId id = life.begin().orElseThrow().id();
    life.walk((before, command, decision, after) -> {
      assertThat(after.map(FastLaunch::id)).isIn(Optional.of(id), Optional.empty());
      after
          .filter(there -> !before.equals(after))
          .ifPresent(
              changed -> assertThat(changed.stateTransitionTime()).isEqualTo(command.time()));

      decision
          .events()
          .forEach(event -> Statistics.label("event")
              .collect(event.getClass())
              .coverage(coverage -> {
                for (Class<?> type : FastLaunchEvent.class.getPermittedSubclasses()) {
                  coverage.check(type).count(count -> count > 0);
                }
              }));
    });
  }

  @Override
  public ImmutableTable<
          FastLaunchStage, FastLaunchAction, Transition<FastLaunchStage, FastLaunchAction>>
      transitions() {
    return FastLaunchLifeCycle.transitions();
  }

  @Override
  public FastLaunchStage stageOf(Optional<FastLaunch> fastLaunch) {
    return FastLaunchStage.of(fastLaunch);
  }

  @Override
  public Optional<FastLaunch> rebuilt(Optional<FastLaunch> fastLaunch) {
    return fastLaunch.map(there -> new FastLaunch(
        there.id(),
        there.configuration(),
        there.state(),
        there.stateTransitionReason(),
        there.stateTransitionTime()));
  }

  @Override
  public Arbitrary<Optional<FastLaunch>> valuesIn(FastLaunchStage stage) {
    return stage == FastLaunchStage.DISABLED
        ? Arbitraries.just(Optional.empty())
        : FastLaunchArbitraries.fastLaunchesIn(FastLaunchState.of(stage.toString()))
            .map(Optional::of);
  }

  @Override
  public Arbitrary<? extends Command<Optional<FastLaunch>>> soundCommandsFor(
      FastLaunchAction action) {
    return FastLaunchLifeCycleArbitraries.commandsFor(action);
  }

  /** Later than whatever has happened, so that every event shows by its time. */
  @Override
  public Arbitrary<Instant> times() {
    return AmiArbitraries.instants().map(time -> time.plus(LATER));
  }

  @Override
  public Arbitrary<Optional<FastLaunch>> values() {
    return FastLaunchArbitraries.fastLaunches().optional(0.8);
  }

  @Override
  public Arbitrary<TimedCommand<Optional<FastLaunch>>> commands() {
    return FastLaunchLifeCycleArbitraries.timedCommands();
  }

  @Override
  public Arbitrary<Life<Optional<FastLaunch>>> lives() {
    return FastLaunchArbitraries.fastLaunches()
        .flatMap(begin -> FastLaunchLifeCycleArbitraries.sequences(
                begin.id(), begin.stateTransitionTime(), STEPS)
            .map(commands -> new Life<>(Optional.of(begin), commands)));
  }
}
