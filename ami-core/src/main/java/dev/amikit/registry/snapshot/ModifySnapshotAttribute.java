package dev.amikit.registry.snapshot;

import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.id.SnapshotId;
import dev.amikit.lifecycle.snapshot.ModifyCreateVolumePermission;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.KmsKeys;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotAttributeName;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * {@code ModifySnapshotAttribute}: permissions to use the snapshot are added, or removed. Those
 * that are there already, or are not there, make no difference. Images that use the snapshot, and
 * their launch permissions, have nothing to do with it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySnapshotAttribute.html">ModifySnapshotAttribute</a>
 */
@Value.Immutable
public abstract class ModifySnapshotAttribute implements Operation<Return> {
  private static final String ADDED = "createVolumePermission.add";

  /** Only the permissions can be modified. */
  public static final Rule MODIFIABLE = Rule.rule(
          "snapshot-attribute.modifiable",
          "of a snapshot only createVolumePermission can be modified",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "observed: a recorded answer of ModifySnapshotAttribute, September 2026",
          "SHR-01",
          "SPERM-06")
      .saying(recorded("Unrecognized attribute."));

  /** The account lets snapshots become public. */
  public static final Rule PUBLIC_UNBLOCKED = Rule.rule(
          "modify-snapshot-attribute.public-unblocked",
          "a snapshot becomes public only while block public access for snapshots is off",
          ErrorCode.OPERATION_NOT_PERMITTED,
          "EBS User Guide, Block public access for snapshots",
          "SHR-11")
      .saying(own("You can’t publicly share this snapshot because block public access for"
          + " snapshots is enabled for this account."));

  /** AWS's own key cannot be shared, and so neither can what it encrypts. */
  public static final Rule OWN_KEY = Rule.rule(
          "modify-snapshot-attribute.own-key",
          "a snapshot that is encrypted with AWS's own key for EBS is not shared",
          ErrorCode.OPERATION_NOT_PERMITTED,
          "API reference, ModifySnapshotAttribute; observed: quoted answers",
          "SHR-05",
          "SPERM-05")
      .saying(quoted("Encrypted snapshots with EBS default key cannot be shared"));

  /** Whoever shares what is encrypted may use its key. */
  public static final Rule KEY_USABLE = Rule.rule(
          "modify-snapshot-attribute.key-usable",
          "a snapshot that is encrypted is shared only by who can use its key",
          ErrorCode.AUTH_FAILURE,
          "observed: a quoted answer of ModifySnapshotAttribute",
          "SHR-06")
      .saying(quoted("Not authorized to use key {kmsKeyId}"));

  ModifySnapshotAttribute() {}

  /** {@return the snapshot, which the caller owns} */
  public abstract SnapshotId snapshotId();

  /** {@return the attribute to be modified} */
  public abstract SnapshotAttributeName attribute();

  /** {@return the permissions to be given} */
  public abstract ImmutableSet<CreateVolumePermission> add();

  /** {@return the permissions to be taken away} */
  public abstract ImmutableSet<CreateVolumePermission> remove();

  /**
   * Returns the request that gives permissions.
   *
   * @param snapshotId the snapshot, which the caller owns
   * @param permissions the permissions
   * @return the request
   */
  public static ModifySnapshotAttribute grant(
      SnapshotId snapshotId, CreateVolumePermission... permissions) {
    requireNonNull(permissions, "permissions");
    return builder().snapshotId(snapshotId).add(Arrays.asList(permissions)).build();
  }

  /**
   * Returns the request that takes permissions.
   *
   * @param snapshotId the snapshot, which the caller owns
   * @param permissions the permissions
   * @return the request
   */
  public static ModifySnapshotAttribute revoke(
      SnapshotId snapshotId, CreateVolumePermission... permissions) {
    requireNonNull(permissions, "permissions");
    return builder().snapshotId(snapshotId).remove(Arrays.asList(permissions)).build();
  }

  /** {@return a builder of a request about permissions} */
  public static Builder builder() {
    return new Builder().attribute(SnapshotAttributeName.CREATE_VOLUME_PERMISSION);
  }

  @Override
  public final Outcome<Return> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      ModifyCreateVolumePermission command = new ModifyCreateVolumePermission(add(), remove());
      plan.requireNone(malformed(command, plan.now()));
      Snapshot snapshot = plan.snapshotOfCaller(snapshotId());
      if (!add().isEmpty()) {
        plan.requireNone(unshareable(plan, snapshot, command));
      }
      plan.command(snapshot, command);
      return Return.TRUE;
    });
  }

  private ImmutableList<Violation> malformed(ModifyCreateVolumePermission command, Instant now) {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    if (!attribute().equals(SnapshotAttributeName.CREATE_VOLUME_PERMISSION)) {
      broken.add(MODIFIABLE.brokenBy("attribute", attribute()));
    }
    command.malformed(now).ifPresent(refusal -> broken.addAll(refusal.violations()));
    return broken.build();
  }

  /** What stands against sharing, be it the account's setting, the snapshot or its key. */
  private ImmutableList<Violation> unshareable(
      Plan plan, Snapshot snapshot, ModifyCreateVolumePermission command) {
    Optional<Refusal> refusal = command.decide(snapshot, plan.now()).refusal();
    plan.requireNone(
        refusal.filter(reason -> reason.names(ModifyCreateVolumePermission.NOT_ARCHIVED)));
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    if (add().contains(CreateVolumePermission.everyone())
        && plan.callerSettings().snapshotBlockPublicAccess() != BlockPublicAccess.UNBLOCKED) {
      broken.add(PUBLIC_UNBLOCKED.brokenBy(ADDED, CreateVolumePermission.everyone()));
    }
    refusal.ifPresent(reason -> broken.addAll(reason.violations()));
    snapshot
        .kmsKeyId()
        .filter(KmsKeys::isAwsManaged)
        .ifPresent(key -> broken.add(OWN_KEY.brokenBy("kmsKeyId", key)));
    snapshot
        .kmsKeyId()
        .filter(key -> KmsKeys.isDisabled(plan.state(), plan.region(), plan.caller(), key))
        .ifPresent(key -> broken.add(KEY_USABLE.brokenBy("kmsKeyId", key)));
    return broken.build();
  }

  /**
   * Builds a {@link ModifySnapshotAttribute}; about permissions unless told otherwise. The snapshot
   * has to be set, and permissions to be given or to be taken.
   */
  public static final class Builder {
    private final ImmutableModifySnapshotAttribute.Builder members =
        new ImmutableModifySnapshotAttribute.Builder();

    Builder() {}

    /**
     * Sets the snapshot to be changed.
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
     * Sets the snapshot, given as text.
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
     * Sets the attribute to be changed.
     *
     * @param attribute the attribute, at first the permissions; any other is refused
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder attribute(SnapshotAttributeName attribute) {
      members.attribute(attribute);
      return this;
    }

    /**
     * Sets the permissions to be given.
     *
     * @param add the permissions
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder add(Iterable<? extends CreateVolumePermission> add) {
      requireNonNull(add, "add");
      members.add(add);
      return this;
    }

    /**
     * Sets the permissions to be taken.
     *
     * @param remove the permissions
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder remove(Iterable<? extends CreateVolumePermission> remove) {
      requireNonNull(remove, "remove");
      members.remove(remove);
      return this;
    }

    /**
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without a snapshot
     */
    public ModifySnapshotAttribute build() {
      return members.build();
    }
  }
}
