package dev.amikit.registry.account;

import static java.util.Objects.requireNonNull;

import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.BlockPublicAccess;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.Optional;

/**
 * {@code EnableSnapshotBlockPublicAccess}: from now on no snapshot of the account can become public
 * in the Region; or, with {@code block-all-sharing}, public ones also count as private. Answers
 * with the setting.
 *
 * @param state {@code block-new-sharing} or {@code block-all-sharing}
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableSnapshotBlockPublicAccess.html">EnableSnapshotBlockPublicAccess</a>
 */
public record EnableSnapshotBlockPublicAccess(Optional<BlockPublicAccess> state)
    implements Operation<BlockPublicAccess> {
  /** Enabling blocks something. */
  public static final Rule BLOCKS = Rule.rule(
      "enable-snapshot-block-public-access.blocks",
      "for snapshots, block public access is enabled as block-new-sharing or block-all-sharing",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, EnableSnapshotBlockPublicAccess",
      "SBPA-02",
      "SHR-10");

  /**
   * Refuses null.
   *
   * @param state {@code block-new-sharing} or {@code block-all-sharing}
   */
  public EnableSnapshotBlockPublicAccess {
    requireNonNull(state, "state");
  }

  @Override
  public Outcome<BlockPublicAccess> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      BlockPublicAccess wanted = plan.required("state", state);
      plan.require(wanted != BlockPublicAccess.UNBLOCKED, BLOCKS, "state", wanted);
      plan.changeSettings(settings -> settings.snapshotBlockPublicAccess(wanted));
      return wanted;
    });
  }
}
