package dev.amikit.testkit.arbitrary;

import static dev.amikit.testkit.arbitrary.Kind.often;
import static dev.amikit.testkit.arbitrary.Kind.seldom;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchState;
import dev.amikit.id.FastLaunchId;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Transition;
import dev.amikit.lifecycle.fastlaunch.Disable;
import dev.amikit.lifecycle.fastlaunch.Enable;
import dev.amikit.lifecycle.fastlaunch.FailDisabling;
import dev.amikit.lifecycle.fastlaunch.FailProvisioning;
import dev.amikit.lifecycle.fastlaunch.FastLaunchAction;
import dev.amikit.lifecycle.fastlaunch.FastLaunchCommand;
import dev.amikit.lifecycle.fastlaunch.FastLaunchConfigured;
import dev.amikit.lifecycle.fastlaunch.FastLaunchDisabled;
import dev.amikit.lifecycle.fastlaunch.FastLaunchDisabling;
import dev.amikit.lifecycle.fastlaunch.FastLaunchDisablingFailed;
import dev.amikit.lifecycle.fastlaunch.FastLaunchEnabled;
import dev.amikit.lifecycle.fastlaunch.FastLaunchEnabling;
import dev.amikit.lifecycle.fastlaunch.FastLaunchEvent;
import dev.amikit.lifecycle.fastlaunch.FastLaunchFailed;
import dev.amikit.lifecycle.fastlaunch.FastLaunchLifeCycle;
import dev.amikit.lifecycle.fastlaunch.FastLaunchStage;
import dev.amikit.lifecycle.fastlaunch.FinishDisabling;
import dev.amikit.lifecycle.fastlaunch.FinishProvisioning;
import dev.amikit.lifecycle.fastlaunch.LoseImage;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * What can be done with fast launch of an image, which may be there or not, and what then happens;
 * {@link LifeCycleArbitraries} are their like for images.
 */
public final class FastLaunchLifeCycleArbitraries {
  /** The commands of each kind, and how often one comes up. */
  private static final ImmutableMap<
          Class<? extends FastLaunchCommand>, Kind<FastLaunchAction, FastLaunchCommand>>
      COMMANDS =
          ImmutableMap
              .<Class<? extends FastLaunchCommand>, Kind<FastLaunchAction, FastLaunchCommand>>
                  builder()
              .put(
                  Enable.class,
                  often(
                      FastLaunchAction.ENABLE_FAST_LAUNCH,
                      Combinators.combine(
                              IdArbitraries.fastLaunchIds(), FastLaunchArbitraries.configurations())
                          .as(Enable::new)))
              .put(
                  FinishProvisioning.class,
                  often(
                      FastLaunchAction.FINISH_PROVISIONING,
                      Arbitraries.create(FinishProvisioning::new)))
              .put(
                  FailProvisioning.class,
                  often(
                      FastLaunchAction.FAIL_PROVISIONING,
                      Combinators.combine(
                              Arbitraries.of(false, true), FastLaunchArbitraries.failures())
                          .as(FailProvisioning::new)))
              .put(
                  Disable.class,
                  often(FastLaunchAction.DISABLE_FAST_LAUNCH, Arbitraries.create(Disable::new)))
              .put(
                  FinishDisabling.class,
                  often(
                      FastLaunchAction.FINISH_DISABLING, Arbitraries.create(FinishDisabling::new)))
              .put(
                  FailDisabling.class,
                  often(
                      FastLaunchAction.FAIL_DISABLING,
                      FastLaunchArbitraries.failures().map(FailDisabling::new)))
              .put(
                  LoseImage.class,
                  seldom(FastLaunchAction.LOSE_IMAGE, Arbitraries.create(LoseImage::new)))
              .buildOrThrow();

  static final ImmutableMap<Class<?>, Arbitrary<? extends FastLaunchCommand>> COMMANDS_BY_TYPE =
      Kind.byType(COMMANDS);

  static final ImmutableMap<Class<?>, Arbitrary<? extends FastLaunchEvent>> EVENTS_BY_TYPE =
      ImmutableMap.<Class<?>, Arbitrary<? extends FastLaunchEvent>>builder()
          .put(
              FastLaunchConfigured.class,
              Combinators.combine(
                      FastLaunchArbitraries.configurations(), FastLaunchArbitraries.seconds())
                  .as(FastLaunchConfigured::new))
          .put(FastLaunchDisabled.class, Arbitraries.create(FastLaunchDisabled::new))
          .put(
              FastLaunchDisabling.class,
              FastLaunchArbitraries.seconds().map(FastLaunchDisabling::new))
          .put(
              FastLaunchDisablingFailed.class,
              Combinators.combine(FastLaunchArbitraries.failures(), FastLaunchArbitraries.seconds())
                  .as(FastLaunchDisablingFailed::new))
          .put(FastLaunchEnabled.class, FastLaunchArbitraries.seconds().map(FastLaunchEnabled::new))
          .put(
              FastLaunchEnabling.class,
              Combinators.combine(
                      IdArbitraries.fastLaunchIds(),
                      FastLaunchArbitraries.configurations(),
                      FastLaunchArbitraries.seconds())
                  .as(FastLaunchEnabling::new))
          .put(
              FastLaunchFailed.class,
              Combinators.combine(
                      Arbitraries.of(false, true),
                      FastLaunchArbitraries.failures(),
                      FastLaunchArbitraries.seconds())
                  .as(FastLaunchFailed::new))
          .buildOrThrow();

  private FastLaunchLifeCycleArbitraries() {}

  /** {@return commands of every kind, each of which is obeyed in some stage} */
  public static Arbitrary<FastLaunchCommand> commands() {
    return Kind.any(COMMANDS.values());
  }

  /**
   * Commands for one action.
   *
   * @param action the action
   * @return commands that ask for it
   */
  public static Arbitrary<FastLaunchCommand> commandsFor(FastLaunchAction action) {
    requireNonNull(action, "action");
    return Kind.of(COMMANDS.values(), action);
  }

  /**
   * Commands that are given one after another for fast launch of one image. Some follow at once,
   * some a day later, some years.
   *
   * @param id the account and the image
   * @param begin the time of the first command
   * @param number how many there are
   * @return an arbitrary of such sequences, their times never going back
   */
  public static Arbitrary<ImmutableList<TimedCommand<Optional<FastLaunch>>>> sequences(
      FastLaunchId id, Instant begin, int number) {
    requireNonNull(id, "id");
    requireNonNull(begin, "begin");
    return Step.sequences(
        Step.of(commands().map(command -> now -> about(id, command))), begin, number);
  }

  /** {@return commands, and when they are given} */
  public static Arbitrary<TimedCommand<Optional<FastLaunch>>> timedCommands() {
    return Combinators.combine(commands(), FastLaunchArbitraries.seconds())
        .as((command, time) -> new TimedCommand<>(command, time));
  }

  /** {@return events of every kind, each as often as the others} */
  public static Arbitrary<FastLaunchEvent> events() {
    return Arbitraries.oneOf(EVENTS_BY_TYPE.values().stream()
        .map(events -> events.<FastLaunchEvent>map(event -> event))
        .toList());
  }

  /**
   * {@return what commands come to, accepted and refused, each for fast launch of the image that is
   * there, or for an image without it}
   */
  public static Arbitrary<Decision<Optional<FastLaunch>>> decisions() {
    return Combinators.combine(
            FastLaunchArbitraries.fastLaunches().optional(0.8),
            commands(),
            FastLaunchArbitraries.seconds())
        .as((fastLaunch, command, now) -> fastLaunch
            .map(there -> about(there.id(), command))
            .orElse(command)
            .decide(fastLaunch, now));
  }

  /** {@return the cells of the transition table} */
  public static Arbitrary<Transition<FastLaunchStage, FastLaunchAction>> transitions() {
    return Arbitraries.of(FastLaunchLifeCycle.transitions().values());
  }

  /** What a stage is shown by: nothing, where fast launch is disabled. */
  static Arbitrary<Optional<FastLaunch>> fastLaunchesIn(FastLaunchStage stage) {
    return stage == FastLaunchStage.DISABLED
        ? Arbitraries.just(Optional.empty())
        : FastLaunchArbitraries.fastLaunchesIn(FastLaunchState.of(stage.toString()))
            .map(Optional::of);
  }

  private static FastLaunchCommand about(FastLaunchId id, FastLaunchCommand command) {
    return command instanceof Enable enable ? new Enable(id, enable.configuration()) : command;
  }
}
