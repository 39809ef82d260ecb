package dev.amikit.registry.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.SnapshotId;
import dev.amikit.lifecycle.snapshot.RestorePermanently;
import dev.amikit.lifecycle.snapshot.RestoreTemporarily;
import dev.amikit.lifecycle.snapshot.SnapshotCommand;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.TieringOperation;
import java.util.OptionalInt;

/**
 * {@code RestoreSnapshotTier}: an archived snapshot can be used again, for some days or for good.
 * For a snapshot that is restored for some days the days count anew from now, or it stays restored
 * for good; both happen at once.
 *
 * <p>While a snapshot is restored for some days its tier is still {@code archive}, and it has a
 * restore expiry time; EC2's own guide shows it in the standard tier meanwhile.
 *
 * @param snapshotId the snapshot, which the caller owns
 * @param temporaryRestoreDays for how many days
 * @param permanentRestore whether for good
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RestoreSnapshotTier.html">RestoreSnapshotTier</a>
 */
public record RestoreSnapshotTier(
    SnapshotId snapshotId, OptionalInt temporaryRestoreDays, boolean permanentRestore)
    implements Operation<SnapshotId> {
  /** The request says for how long. */
  public static final Rule ONE_FORM = Rule.rule(
      "restore-snapshot-tier.one-form",
      "a snapshot is restored either for some days or for good",
      ErrorCode.INVALID_PARAMETER_COMBINATION,
      "API reference, RestoreSnapshotTier",
      "ARC-07");

  /** How many snapshots can be on their way. */
  public static final Rule RESTORES_LIMIT = Rule.rule(
      "restore-snapshot-tier.few",
      "an account restores at most 5 archived snapshots at a time",
      ErrorCode.RESOURCE_LIMIT_EXCEEDED,
      "EBS User Guide, Quotas",
      "ARC-11");

  /**
   * Refuses null.
   *
   * @param snapshotId the snapshot, which the caller owns
   * @param temporaryRestoreDays for how many days
   * @param permanentRestore whether for good
   */
  public RestoreSnapshotTier {
    requireNonNull(snapshotId, "snapshotId");
    requireNonNull(temporaryRestoreDays, "temporaryRestoreDays");
  }

  /**
   * Makes the request to restore a snapshot for some days.
   *
   * @param snapshotId the snapshot
   * @param days for how many days
   * @return the request
   */
  public static RestoreSnapshotTier temporary(SnapshotId snapshotId, int days) {
    return new RestoreSnapshotTier(snapshotId, OptionalInt.of(days), false);
  }

  /**
   * Makes the request to restore a snapshot for good.
   *
   * @param snapshotId the snapshot
   * @return the request
   */
  public static RestoreSnapshotTier permanent(SnapshotId snapshotId) {
    return new RestoreSnapshotTier(snapshotId, OptionalInt.empty(), true);
  }

  @Override
  public Outcome<SnapshotId> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.require(
          temporaryRestoreDays.isPresent() != permanentRestore,
          ONE_FORM,
          "permanentRestore",
          permanentRestore);
      SnapshotCommand command = command();
      plan.requireNone(command.malformed(plan.now()));
      Snapshot snapshot = plan.ownSnapshot(snapshotId);
      if (snapshot.restoreExpiryTime().isPresent()) {
        plan.command(snapshot, command);
        return snapshotId;
      }
      plan.requireNone(command.decide(snapshot, plan.now()).refusal());
      int underWay = plan.underWay(Task.Kind.RESTORE);
      plan.require(
          underWay < plan.settings().quotas().restores(),
          RESTORES_LIMIT,
          "",
          underWay + " restores");
      TierMoves.begin(plan, snapshot, command, tiering(), temporaryRestoreDays);
      return snapshotId;
    });
  }

  private SnapshotCommand command() {
    return permanentRestore
        ? new RestorePermanently()
        : new RestoreTemporarily(temporaryRestoreDays.orElseThrow());
  }

  private TieringOperation tiering() {
    return permanentRestore
        ? TieringOperation.PERMANENT_RESTORE
        : TieringOperation.TEMPORARY_RESTORE;
  }
}
