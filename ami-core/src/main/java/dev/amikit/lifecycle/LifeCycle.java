package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableTable;
import dev.amikit.image.Ami;
import dev.amikit.rule.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The life cycle of an image as a table: stage by action, every cell.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-lifecycle.html">The AMI
 *     lifecycle</a>
 */
public final class LifeCycle {
  private static final TransitionTable<AmiStage, AmiAction> TABLE =
      new TransitionTable<>(AmiStage.class, AmiAction.class);

  private LifeCycle() {}

  /** {@return every cell: what an action does to an image in a stage} */
  public static ImmutableTable<AmiStage, AmiAction, Transition<AmiStage, AmiAction>> transitions() {
    return TABLE.cells();
  }

  /**
   * Returns one cell.
   *
   * @param stage where the image is
   * @param action what is to happen to it
   * @return what comes of it
   */
  public static Transition<AmiStage, AmiAction> transition(AmiStage stage, AmiAction action) {
    return TABLE.cell(stage, action);
  }

  /**
   * Tells whether an image can come from one stage to another in one step.
   *
   * @param before where it is
   * @param after where it is to be; the same stage always can be
   * @return whether an action leads there
   */
  public static boolean canFollow(AmiStage before, AmiStage after) {
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    return before == after || TABLE.leads(before, after);
  }

  /**
   * Returns why an action is not possible with an image as it is.
   *
   * @param action what is to happen to it
   * @param ami the image
   * @return the refusal; empty if the table permits the action
   */
  public static Optional<Refusal> refusal(AmiAction action, Ami ami) {
    requireNonNull(action, "action");
    AmiStage stage = AmiStage.of(ami);
    return transition(stage, action).isRefused()
        ? Optional.of(unavailable(action, ami, stage))
        : Optional.empty();
  }

  /** Decides on a command, but only if it is well-formed and the table permits its action. */
  static Decision<Ami> decide(
      AmiCommand command, Ami ami, Instant now, Supplier<Decision<Ami>> permitted) {
    requireNonNull(ami, "ami");
    return command.decideIfPermitted(now, () -> refusal(command.action(), ami), permitted);
  }

  private static Refusal unavailable(AmiAction action, Ami ami, AmiStage stage) {
    return Refusal.of(action
        .rule()
        .brokenBy("state", stage)
        .saying(action.message(stage))
        .with("imageId", ami.imageId()));
  }
}
