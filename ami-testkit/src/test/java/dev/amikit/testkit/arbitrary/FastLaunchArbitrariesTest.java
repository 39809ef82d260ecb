package dev.amikit.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchConfiguration;
import dev.amikit.fastlaunch.FastLaunchState;
import dev.amikit.fastlaunch.LaunchTemplateSpecification;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.fastlaunch.FastLaunchCommand;
import dev.amikit.lifecycle.fastlaunch.FastLaunchEvent;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** Fast launch of every kind comes up, and what can be done with it. */
class FastLaunchArbitrariesTest {
  private static final ImmutableMap<String, Predicate<FastLaunchConfiguration>> CONFIGURATIONS =
      ImmutableMap.of(
          "without a template", each -> each.launchTemplate().isEmpty(),
          "template by ID",
              each -> each.launchTemplate()
                  .flatMap(LaunchTemplateSpecification::launchTemplateId)
                  .isPresent(),
          "template by name",
              each -> each.launchTemplate()
                  .flatMap(LaunchTemplateSpecification::launchTemplateName)
                  .isPresent(),
          "as few at a time as can be", each -> each.maxParallelLaunches() == 6,
          "as many snapshots as can be", each -> each.targetResourceCount() == 10_000);

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  void fast_launch_in_every_state_comes_up_with_a_reason_that_fits(@ForAll FastLaunch fastLaunch) {
    Cases.countEach("state", Arrays.asList(FastLaunchState.values()), fastLaunch.state());
    assertThat(fastLaunch.stateTransitionReason().equals(FastLaunch.USER_INITIATED)
            || fastLaunch.stateTransitionReason().equals(FastLaunch.RECOVERED))
        .isEqualTo(!fastLaunch.state().toString().endsWith("-failed"));
    assertThat(fastLaunch.stateTransitionTime().getNano()).isZero();
  }

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  void configurations_of_every_kind_come_up(@ForAll FastLaunchConfiguration configuration) {
    Cases.count(CONFIGURATIONS, configuration);
  }

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  void commands_of_every_kind_come_up(@ForAll FastLaunchCommand command) {
    Cases.countEach(
        "kind",
        Arrays.asList(FastLaunchCommand.class.getPermittedSubclasses()),
        command.getClass());
  }

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  void events_of_every_kind_come_up(@ForAll FastLaunchEvent event) {
    Cases.countEach(
        "kind", Arrays.asList(FastLaunchEvent.class.getPermittedSubclasses()), event.getClass());
  }

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  void decisions_of_every_kind_come_up(@ForAll Decision<Optional<FastLaunch>> decision) {
    Cases.count(
        ImmutableMap.<String, Predicate<Decision<Optional<FastLaunch>>>>of(
            "accepted", each -> !each.events().isEmpty(),
            "accepted without effect",
                each -> each.isAccepted() && each.events().isEmpty(),
            "refused", each -> !each.isAccepted()),
        decision);
  }
}
