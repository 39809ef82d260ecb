package dev.amikit.registry.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.SnapshotId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Task;
import dev.amikit.registry.state.TierMove;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.StoredSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

  /** For how many days a snapshot can be restored. */
  public static final Rule DAYS_IN_RANGE = Rule.rule(
      "restore-snapshot-tier.days-in-range",
      "a snapshot is restored for 1 to 180 days",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "EBS User Guide, Restore an archived snapshot",
      "ARC-07");

  /** The snapshot is archived and not being restored. */
  public static final Rule ARCHIVED = Rule.rule(
      "restore-snapshot-tier.archived",
      "only an archived snapshot is restored, and not while it is being restored",
      ErrorCode.INCORRECT_STATE,
      "API reference, RestoreSnapshotTier",
      "ARC-07",
      "ARC-08");

  /** How many snapshots can be on their way. */
  public static final Rule FEW = Rule.rule(
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
      temporaryRestoreDays.ifPresent(days ->
          plan.require(days >= 1 && days <= 180, DAYS_IN_RANGE, "temporaryRestoreDays", days));
      StoredSnapshot stored = plan.ownSnapshot(snapshotId);
      plan.require(
          stored.snapshot().isArchived()
              && plan.here().agenda().task(snapshotId).isEmpty(),
          ARCHIVED,
          "snapshotId",
          snapshotId);
      if (stored.snapshot().restoreExpiryTime().isPresent()) {
        plan.happens(new RegistryEvent.SnapshotStored(plan.region(), changed(plan, stored)));
      } else {
        int underWay = plan.underWay(Task.Kind.RESTORE);
        plan.require(
            underWay < plan.settings().quotas().restores(), FEW, "", underWay + " restores");
        TierMoves.begin(plan, stored, tiering(), temporaryRestoreDays);
      }
      return snapshotId;
    });
  }

  /** The snapshot restored otherwise than it is. */
  private StoredSnapshot changed(Plan plan, StoredSnapshot stored) {
    Optional<Instant> expiry = temporaryRestoreDays.stream()
        .mapToObj(days -> plan.now().plus(Duration.ofDays(days)))
        .findFirst();
    Snapshot snapshot = stored.snapshot().toBuilder()
        .storageTier(permanentRestore ? StorageTier.STANDARD : StorageTier.ARCHIVE)
        .restoreExpiryTime(expiry)
        .build();
    return stored.toBuilder()
        .snapshot(snapshot)
        .lastTieringOperation(tiering().completed())
        .build();
  }

  private TierMove.Tiering tiering() {
    return permanentRestore
        ? TierMove.Tiering.PERMANENT_RESTORE
        : TierMove.Tiering.TEMPORARY_RESTORE;
  }
}
