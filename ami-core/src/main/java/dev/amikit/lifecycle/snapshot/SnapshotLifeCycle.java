package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableTable;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Transition;
import dev.amikit.lifecycle.TransitionTable;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The life cycle of a snapshot as a table: stage by action, every cell.
 *
 * @see <a href="https://docs.aws.amazon.com/ebs/latest/userguide/ebs-snapshots.html">Amazon EBS
 *     snapshots</a>
 */
public final class SnapshotLifeCycle {
  private static final TransitionTable<SnapshotStage, SnapshotAction> TABLE =
      new TransitionTable<>(SnapshotStage.class, SnapshotAction.class);

  private SnapshotLifeCycle() {}

  /** {@return every cell: what an action does to a snapshot in a stage} */
  public static ImmutableTable<
          SnapshotStage, SnapshotAction, Transition<SnapshotStage, SnapshotAction>>
      transitions() {
    return TABLE.cells();
  }

  /**
   * Returns one cell.
   *
   * @param stage where the snapshot is
   * @param action what is to happen to it
   * @return what comes of it
   */
  public static Transition<SnapshotStage, SnapshotAction> transition(
      SnapshotStage stage, SnapshotAction action) {
    return TABLE.cell(stage, action);
  }

  /**
   * Tells whether a snapshot can come from one stage to another in one step.
   *
   * @param before where it is
   * @param after where it is to be; the same stage always can be
   * @return whether an action leads there
   */
  public static boolean canFollow(SnapshotStage before, SnapshotStage after) {
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    return before == after || TABLE.leads(before, after);
  }

  /**
   * Returns why an action is not possible with a snapshot as it is.
   *
   * @param action what is to happen to it
   * @param snapshot the snapshot
   * @return the refusal; empty if the table permits the action
   */
  public static Optional<Refusal> refusal(SnapshotAction action, Snapshot snapshot) {
    requireNonNull(action, "action");
    SnapshotStage stage = SnapshotStage.of(snapshot);
    return transition(stage, action).isRefused()
        ? Optional.of(refusal(action.rule(stage), snapshot))
        : Optional.empty();
  }

  /** Decides on a command, but only if it is well-formed and the table permits its action. */
  static Decision<Snapshot> decide(
      SnapshotCommand command,
      Snapshot snapshot,
      Instant now,
      Supplier<Decision<Snapshot>> permitted) {
    requireNonNull(snapshot, "snapshot");
    return command.decideIfPermitted(now, () -> refusal(command.action(), snapshot), permitted);
  }

  /** That a command is refused by a rule about the snapshot as a whole. */
  static Decision<Snapshot> refused(Rule rule, Snapshot snapshot) {
    return new Decision.Refused<>(refusal(rule, snapshot));
  }

  /** That a command is refused by a rule about one member of a snapshot. */
  static Decision<Snapshot> refused(Violation violation, Snapshot snapshot) {
    return Decision.refused(violation.with("snapshotId", snapshot.snapshotId()));
  }

  private static Refusal refusal(Rule rule, Snapshot snapshot) {
    return Refusal.of(rule.brokenBy("snapshotId", snapshot.snapshotId()));
  }
}
