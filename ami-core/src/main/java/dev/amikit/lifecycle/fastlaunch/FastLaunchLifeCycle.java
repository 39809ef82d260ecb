package dev.amikit.lifecycle.fastlaunch;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableTable;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Transition;
import dev.amikit.lifecycle.TransitionTable;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Violation;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The life of fast launch of an image, for an account, as a table: stage by action, every cell.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/win-fast-launch-monitor.html">Monitor
 *     EC2 Fast Launch</a>
 */
public final class FastLaunchLifeCycle {
  private static final TransitionTable<FastLaunchStage, FastLaunchAction> TABLE =
      new TransitionTable<>(FastLaunchStage.class, FastLaunchAction.class);

  private FastLaunchLifeCycle() {}

  /** {@return every cell: what an action does to fast launch in a stage} */
  public static ImmutableTable<
          FastLaunchStage, FastLaunchAction, Transition<FastLaunchStage, FastLaunchAction>>
      transitions() {
    return TABLE.cells();
  }

  /**
   * Returns one cell.
   *
   * @param stage where fast launch is
   * @param action what is to happen to it
   * @return what comes of it
   */
  public static Transition<FastLaunchStage, FastLaunchAction> transition(
      FastLaunchStage stage, FastLaunchAction action) {
    return TABLE.cell(stage, action);
  }

  /**
   * Tells whether fast launch can come from one stage to another in one step.
   *
   * @param before where it is
   * @param after where it is to be; the same stage always can be
   * @return whether an action leads there
   */
  public static boolean canFollow(FastLaunchStage before, FastLaunchStage after) {
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    return before == after || TABLE.leads(before, after);
  }

  /**
   * Returns why an action is not possible with fast launch as it is.
   *
   * @param action what is to happen to it
   * @param fastLaunch the fast launch; empty if there is none
   * @return the refusal; empty if the table permits the action
   */
  public static Optional<Refusal> refusal(
      FastLaunchAction action, Optional<FastLaunch> fastLaunch) {
    requireNonNull(action, "action");
    FastLaunchStage stage = FastLaunchStage.of(fastLaunch);
    if (!transition(stage, action).isRefused()) {
      return Optional.empty();
    }
    Violation broken = action.rule(stage).brokenBy("state", stage);
    return Optional.of(Refusal.of(fastLaunch
        .map(there -> broken.with("imageId", there.imageId()).with("state", there.state()))
        .orElse(broken)));
  }

  /** Decides on a command, but only if the table permits its action. */
  static Decision<Optional<FastLaunch>> decide(
      FastLaunchCommand command,
      Optional<FastLaunch> fastLaunch,
      Instant now,
      Supplier<Decision<Optional<FastLaunch>>> permitted) {
    requireNonNull(fastLaunch, "fastLaunch");
    return command.decideIfPermitted(now, () -> refusal(command.action(), fastLaunch), permitted);
  }
}
