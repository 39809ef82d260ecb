package dev.amikit.testkit.arbitrary;

import static java.util.Objects.requireNonNull;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchConfiguration;
import dev.amikit.fastlaunch.FastLaunchResourceType;
import dev.amikit.fastlaunch.FastLaunchState;
import dev.amikit.fastlaunch.LaunchTemplateSpecification;
import dev.amikit.image.StateReason;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Fast launch of Windows images, and how it is set up. */
public final class FastLaunchArbitraries {
  private static final int FEWEST_PARALLEL = 6;
  private static final int MOST_PARALLEL = 1_000;
  private static final int MOST_SNAPSHOTS = 10_000;

  private FastLaunchArbitraries() {}

  /** {@return fast launch in every state, with a reason that fits the state} */
  public static Arbitrary<FastLaunch> fastLaunches() {
    return fastLaunches(Arbitraries.of(FastLaunchState.class));
  }

  /**
   * Fast launch in one state.
   *
   * @param state the state
   * @return fast launch in this state, with a reason that fits it, since some whole second
   */
  public static Arbitrary<FastLaunch> fastLaunchesIn(FastLaunchState state) {
    requireNonNull(state, "state");
    return fastLaunches(Arbitraries.just(state));
  }

  /**
   * {@return configurations that EC2 takes: 1 to 10,000 snapshots, at least 6 instances at a time,
   * with and without a launch template}
   */
  public static Arbitrary<FastLaunchConfiguration> configurations() {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.integers().between(1, 50)),
                Tuple.of(1, Arbitraries.of(MOST_SNAPSHOTS))),
            Arbitraries.integers().between(FEWEST_PARALLEL, MOST_PARALLEL),
            launchTemplates().optional(0.4))
        .as((target, parallel, template) -> new FastLaunchConfiguration(
            FastLaunchResourceType.SNAPSHOT, target, parallel, template))
        .withoutEdgeCases();
  }

  /**
   * {@return launch templates named by ID and by name, in the newest, the default or any version}
   */
  public static Arbitrary<LaunchTemplateSpecification> launchTemplates() {
    Arbitrary<String> versions = Arbitraries.of("$Latest", "$Default", "1", "42");
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of("windows-golden", "build"), versions)
            .as(LaunchTemplateSpecification::ofName),
        Combinators.combine(IdArbitraries.digits().map(digits -> "lt-" + digits), versions)
            .as(LaunchTemplateSpecification::ofId));
  }

  /** Why snapshots could not be made, or removed. */
  static Arbitrary<String> failures() {
    return AmiArbitraries.stateReasons().map(StateReason::code);
  }

  /** Times in the unit in which EC2 tells when fast launch changed. */
  static Arbitrary<Instant> seconds() {
    return AmiArbitraries.instants().map(time -> time.truncatedTo(FastLaunch.TIME_UNIT));
  }

  private static Arbitrary<FastLaunch> fastLaunches(Arbitrary<FastLaunchState> states) {
    return Combinators.combine(
            states,
            IdArbitraries.fastLaunchIds(),
            configurations(),
            failures(),
            Arbitraries.of(FastLaunch.USER_INITIATED, FastLaunch.RECOVERED),
            seconds())
        .as((state, id, configuration, failure, success, since) ->
            new FastLaunch(id, configuration, state, reason(state, failure, success), since))
        .withoutEdgeCases();
  }

  private static String reason(FastLaunchState state, String failure, String success) {
    return switch (state) {
      case ENABLING, DISABLING -> FastLaunch.USER_INITIATED;
      case ENABLED -> success;
      case ENABLING_FAILED, ENABLED_FAILED, DISABLING_FAILED -> failure;
    };
  }
}
