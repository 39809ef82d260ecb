package dev.amikit.registry.snapshot;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
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
import org.immutables.value.Value;

/**
 * {@code RestoreSnapshotTier}: an archived snapshot can be used again, for some days or for good.
 * For a snapshot that is restored for some days the days count anew from now, or it stays restored
 * for good; both happen at once.
 *
 * <p>While a snapshot is restored for some days it appears in the standard tier, and has a restore
 * expiry time.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RestoreSnapshotTier.html">RestoreSnapshotTier</a>
 */
@Value.Immutable
public abstract class RestoreSnapshotTier implements Operation<SnapshotRestoration> {
  /** The request says for how long. */
  public static final Rule ONE_FORM = Rule.rule(
          "restore-snapshot-tier.one-form",
          "a snapshot is restored either for some days or for good",
          ErrorCode.INVALID_PARAMETER_COMBINATION,
          "API reference, RestoreSnapshotTier",
          "ARC-07")
      .saying(own(
          "One and only one of temporaryRestoreDays and permanentRestore may be" + " specified."));

  /** How many snapshots can be on their way. */
  public static final Rule RESTORES_LIMIT = Rule.rule(
          "restore-snapshot-tier.few",
          "an account restores at most 5 archived snapshots at a time",
          ErrorCode.RESOURCE_LIMIT_EXCEEDED,
          "EBS User Guide, Quotas",
          "ARC-11")
      .saying(own("You have reached your quota of {quota} for the number of snapshot restores in"
          + " progress in this Region."));

  RestoreSnapshotTier() {}

  /** {@return the snapshot, which the caller owns} */
  public abstract SnapshotId snapshotId();

  /** {@return for how many days, from 1 to 180; empty if for good} */
  public abstract OptionalInt temporaryRestoreDays();

  /** {@return whether for good} */
  public abstract boolean permanentRestore();

  /** {@return a builder of a request that does not say yet for how long} */
  public static Builder builder() {
    return new Builder().permanentRestore(false);
  }

  /**
   * Makes the request to restore a snapshot for some days.
   *
   * @param snapshotId the snapshot, which the caller owns
   * @param days for how many days, from 1 to 180
   * @return the request
   */
  public static RestoreSnapshotTier temporary(SnapshotId snapshotId, int days) {
    requireNonNull(snapshotId, "snapshotId");
    return builder().snapshotId(snapshotId).temporaryRestoreDays(days).build();
  }

  /**
   * Makes the request to restore a snapshot for good.
   *
   * @param snapshotId the snapshot, which the caller owns
   * @return the request
   */
  public static RestoreSnapshotTier permanent(SnapshotId snapshotId) {
    requireNonNull(snapshotId, "snapshotId");
    return builder().snapshotId(snapshotId).permanentRestore(true).build();
  }

  @Override
  public final Outcome<SnapshotRestoration> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.require(
          temporaryRestoreDays().isPresent() != permanentRestore(),
          ONE_FORM,
          "permanentRestore",
          permanentRestore());
      SnapshotCommand command = command();
      plan.requireNone(command.malformed(plan.now()));
      Snapshot snapshot = plan.ownSnapshot(snapshotId());
      if (snapshot.restoreExpiryTime().isPresent()) {
        plan.command(snapshot, command);
      } else {
        begin(plan, snapshot, command);
      }
      return new SnapshotRestoration(
          snapshotId(), plan.now().truncatedTo(Snapshot.TIME_UNIT), temporaryRestoreDays());
    });
  }

  private void begin(Plan plan, Snapshot snapshot, SnapshotCommand command) {
    plan.requireNone(command.decide(snapshot, plan.now()).refusal());
    int underWay = plan.underWay(Task.Kind.RESTORE);
    int most = plan.settings().quotas().restores();
    plan.require(
        underWay < most,
        () -> RESTORES_LIMIT.brokenBy("", underWay + " restores").with("quota", most));
    TierMoves.begin(plan, snapshot, command, tiering(), temporaryRestoreDays());
  }

  private SnapshotCommand command() {
    return permanentRestore()
        ? new RestorePermanently()
        : new RestoreTemporarily(temporaryRestoreDays().orElseThrow());
  }

  private TieringOperation tiering() {
    return permanentRestore()
        ? TieringOperation.PERMANENT_RESTORE
        : TieringOperation.TEMPORARY_RESTORE;
  }

  /** Builds a {@link RestoreSnapshotTier}. The snapshot has to be set, and one of the two forms. */
  public static final class Builder {
    private final ImmutableRestoreSnapshotTier.Builder members =
        new ImmutableRestoreSnapshotTier.Builder();

    Builder() {}

    /**
     * Sets the snapshot to restore.
     *
     * @param snapshotId the snapshot, which the caller owns
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder snapshotId(SnapshotId snapshotId) {
      members.snapshotId(snapshotId);
      return this;
    }

    /**
     * Sets the snapshot to restore, given as text.
     *
     * @param snapshotId the text, such as {@code snap-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code snapshot-id.kind} or
     *     {@code snapshot-id.format}
     */
    @CanIgnoreReturnValue
    public Builder snapshotId(String snapshotId) {
      requireNonNull(snapshotId, "snapshotId");
      return snapshotId(SnapshotId.of(snapshotId));
    }

    /**
     * Sets for how many days the snapshot is restored.
     *
     * @param temporaryRestoreDays the number of days, from 1 to 180
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder temporaryRestoreDays(int temporaryRestoreDays) {
      members.temporaryRestoreDays(temporaryRestoreDays);
      return this;
    }

    /**
     * Sets the number of days, or none.
     *
     * @param temporaryRestoreDays the number of days; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder temporaryRestoreDays(OptionalInt temporaryRestoreDays) {
      requireNonNull(temporaryRestoreDays, "temporaryRestoreDays");
      members.temporaryRestoreDays(temporaryRestoreDays);
      return this;
    }

    /**
     * Sets whether the snapshot is restored for good.
     *
     * @param permanentRestore whether it is; at first false
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder permanentRestore(boolean permanentRestore) {
      members.permanentRestore(permanentRestore);
      return this;
    }

    /**
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without snapshot
     */
    public RestoreSnapshotTier build() {
      return members.build();
    }
  }
}
