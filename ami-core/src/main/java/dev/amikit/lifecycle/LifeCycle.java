package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Maps;
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
  private static final ImmutableTable<AmiStage, AmiAction, Transition> TABLE = table();
  private static final ImmutableMap<AmiStage, ImmutableMap<AmiAction, Transition>> ROWS =
      Maps.immutableEnumMap(Maps.transformValues(TABLE.rowMap(), Maps::immutableEnumMap));

  private LifeCycle() {}

  /** {@return every cell: what an action does to an image in a stage} */
  public static ImmutableTable<AmiStage, AmiAction, Transition> transitions() {
    return TABLE;
  }

  /**
   * Returns one cell.
   *
   * @param stage where the image is
   * @param action what is to happen to it
   * @return what comes of it
   */
  public static Transition transition(AmiStage stage, AmiAction action) {
    requireNonNull(stage, "stage");
    requireNonNull(action, "action");
    return requireNonNull(requireNonNull(ROWS.get(stage)).get(action));
  }

  /**
   * Returns why an action is not possible with an image as it is.
   *
   * @param action what is to happen to it
   * @param ami the image
   * @return the refusal; empty if the table permits the action
   */
  public static Optional<Refusal> refusal(AmiAction action, Ami ami) {
    AmiStage stage = AmiStage.of(ami);
    return transition(stage, action).isRefused()
        ? Optional.of(unavailable(action, ami, stage))
        : Optional.empty();
  }

  /**
   * Asks first whether the command is well-formed, then the table, and only where it permits the
   * action for the decision.
   */
  static Decision decide(AmiCommand command, Ami ami, Instant now, Supplier<Decision> permitted) {
    requireNonNull(ami, "ami");
    requireNonNull(now, "now");
    return command
        .malformed()
        .or(() -> refusal(command.action(), ami))
        .<Decision>map(Decision.Refused::new)
        .orElseGet(permitted);
  }

  private static Refusal unavailable(AmiAction action, Ami ami, AmiStage stage) {
    Refusal refusal = Refusal.of(action.rule().brokenBy("state", stage));
    String message =
        "The image ID '%s' cannot be used for %s: it is %s".formatted(ami.imageId(), action, stage);
    return new Refusal(refusal.errorCode(), message, refusal.violations());
  }

  private static ImmutableTable<AmiStage, AmiAction, Transition> table() {
    ImmutableTable.Builder<AmiStage, AmiAction, Transition> table = ImmutableTable.builder();
    for (AmiStage stage : AmiStage.values()) {
      for (AmiAction action : AmiAction.values()) {
        ImmutableSet<AmiStage> targets = action.targets().getOrDefault(stage, ImmutableSet.of());
        table.put(stage, action, new Transition(stage, action, targets));
      }
    }
    return table.build();
  }
}
