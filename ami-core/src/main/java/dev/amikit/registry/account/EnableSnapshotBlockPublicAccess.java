package dev.amikit.registry.account;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import org.immutables.value.Value;

/**
 * {@code EnableSnapshotBlockPublicAccess}: from now on no snapshot of the account can become public
 * in the Region; or, with {@code block-all-sharing}, public ones also count as private. Answers
 * with the setting.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableSnapshotBlockPublicAccess.html">EnableSnapshotBlockPublicAccess</a>
 */
@Value.Immutable
public abstract class EnableSnapshotBlockPublicAccess implements Operation<BlockPublicAccess> {
  /** Enabling blocks something. */
  public static final Rule BLOCKS = Rule.rule(
          "enable-snapshot-block-public-access.blocks",
          "for snapshots, block public access is enabled as block-new-sharing or block-all-sharing",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, EnableSnapshotBlockPublicAccess",
          "SBPA-02",
          "SHR-10")
      .saying(own("Invalid value '{value}' for state. Allowed values are ('block-new-sharing',"
          + " 'block-all-sharing')"));

  EnableSnapshotBlockPublicAccess() {}

  /** {@return {@code block-new-sharing} or {@code block-all-sharing}} */
  public abstract BlockPublicAccess state();

  /** {@return a builder without a value} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the request to block public access.
   *
   * @param state {@code block-new-sharing} or {@code block-all-sharing}
   * @return the request
   */
  public static EnableSnapshotBlockPublicAccess of(BlockPublicAccess state) {
    requireNonNull(state, "state");
    return builder().state(state).build();
  }

  @Override
  public Outcome<BlockPublicAccess> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      BlockPublicAccess wanted = state();
      plan.require(wanted != BlockPublicAccess.UNBLOCKED, BLOCKS, "state", wanted);
      plan.changeSettings(settings -> settings.snapshotBlockPublicAccess(wanted));
      return wanted;
    });
  }

  /** Builds an {@link EnableSnapshotBlockPublicAccess}. The setting has to be set. */
  public static final class Builder {
    private final ImmutableEnableSnapshotBlockPublicAccess.Builder members =
        new ImmutableEnableSnapshotBlockPublicAccess.Builder();

    Builder() {}

    /**
     * Sets how far public access is blocked.
     *
     * @param state {@code block-new-sharing} or {@code block-all-sharing}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder state(BlockPublicAccess state) {
      members.state(state);
      return this;
    }

    /**
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without setting
     */
    public EnableSnapshotBlockPublicAccess build() {
      return members.build();
    }
  }
}
