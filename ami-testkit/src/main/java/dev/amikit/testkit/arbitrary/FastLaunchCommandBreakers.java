package dev.amikit.testkit.arbitrary;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static dev.amikit.testkit.arbitrary.Attempt.attempts;

import com.google.common.collect.ImmutableMap;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.lifecycle.Transition;
import dev.amikit.lifecycle.fastlaunch.FastLaunchAction;
import dev.amikit.lifecycle.fastlaunch.FastLaunchLifeCycle;
import dev.amikit.lifecycle.fastlaunch.FastLaunchStage;
import dev.amikit.rule.Rule;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Attempts to break the rules of the commands of fast launch: each in a stage that forbids it. */
final class FastLaunchCommandBreakers {
  static final ImmutableMap<Rule, Arbitrary<Attempt<Optional<FastLaunch>>>> ALL =
      FastLaunchLifeCycle.transitions().values().stream()
          .filter(Transition::isRefused)
          .map(FastLaunchCommandBreakers::rule)
          .distinct()
          .collect(toImmutableMap(
              broken -> broken,
              broken -> Arbitraries.oneOf(FastLaunchLifeCycle.transitions().values().stream()
                  .filter(cell -> cell.isRefused() && rule(cell).equals(broken))
                  .map(FastLaunchCommandBreakers::refused)
                  .toList())));

  private FastLaunchCommandBreakers() {}

  private static Rule rule(Transition<FastLaunchStage, FastLaunchAction> cell) {
    return cell.action().rule(cell.from());
  }

  private static Arbitrary<Attempt<Optional<FastLaunch>>> refused(
      Transition<FastLaunchStage, FastLaunchAction> cell) {
    return attempts(
        FastLaunchLifeCycleArbitraries.fastLaunchesIn(cell.from()),
        FastLaunchLifeCycleArbitraries.commandsFor(cell.action()));
  }
}
