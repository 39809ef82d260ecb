package dev.amikit.registry.snapshot;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.ProductCode;
import dev.amikit.id.SnapshotId;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.KmsKeys;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.BlockPublicAccess;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.StoredSnapshot;
import java.util.Arrays;
import java.util.Set;
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
  private static final int MOST_CHANGES = 500;

  /** Only the permissions can be modified and reset. */
  public static final Rule MODIFIABLE = Rule.rule(
      "snapshot-attribute.modifiable",
      "of a snapshot only createVolumePermission can be modified or reset",
      ErrorCode.INVALID_REQUEST,
      "API reference, ModifySnapshotAttribute and ResetSnapshotAttribute",
      "SHR-01",
      "SPERM-06");

  /** One request has one direction. */
  public static final Rule ONE_DIRECTION = Rule.rule(
      "modify-snapshot-attribute.one-direction",
      "a request adds permissions or removes them, not both",
      ErrorCode.INVALID_PARAMETER_COMBINATION,
      "API reference, ModifySnapshotAttribute",
      "SHR-02",
      "SPERM-03");

  /** A request changes something. */
  public static final Rule NOT_EMPTY = Rule.rule(
      "modify-snapshot-attribute.not-empty",
      "a request names permissions to be added or removed",
      ErrorCode.MISSING_PARAMETER,
      "API reference, ModifySnapshotAttribute; inferred",
      "SPERM-03");

  /** A request does not change too much. */
  public static final Rule FEW_CHANGES = Rule.rule(
      "modify-snapshot-attribute.few-changes",
      "a request makes at most 500 changes",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, ModifySnapshotAttribute",
      "SHR-02",
      "SPERM-03");

  /** What is archived is not shared. */
  public static final Rule NOT_ARCHIVED = Rule.rule(
      "modify-snapshot-attribute.not-archived",
      "an archived snapshot is not shared",
      ErrorCode.INCORRECT_STATE,
      "EBS User Guide, Archive snapshots",
      "SHR-07",
      "ARC-05");

  /** The account lets snapshots become public. */
  public static final Rule PUBLIC_UNBLOCKED = Rule.rule(
      "modify-snapshot-attribute.public-unblocked",
      "a snapshot becomes public only while block public access for snapshots is off",
      ErrorCode.OPERATION_NOT_PERMITTED,
      "EBS User Guide, Block public access for snapshots",
      "SHR-11");

  /** What is encrypted is not public. */
  public static final Rule PUBLIC_WITHOUT_ENCRYPTION = Rule.rule(
      "modify-snapshot-attribute.public-without-encryption",
      "an encrypted snapshot does not become public",
      ErrorCode.OPERATION_NOT_PERMITTED,
      "API reference, ModifySnapshotAttribute",
      "SHR-04",
      "SPERM-04");

  /** What is sold is not public. */
  public static final Rule PUBLIC_WITHOUT_MARKETPLACE = Rule.rule(
      "modify-snapshot-attribute.public-without-marketplace",
      "a snapshot with a product code of AWS Marketplace does not become public",
      ErrorCode.OPERATION_NOT_PERMITTED,
      "API reference, ModifySnapshotAttribute",
      "SHR-04",
      "SPERM-04",
      "PAID-06");

  /** AWS's own key cannot be shared, and so neither can what it encrypts. */
  public static final Rule OWN_KEY = Rule.rule(
      "modify-snapshot-attribute.own-key",
      "a snapshot that is encrypted with AWS's own key for EBS is not shared",
      ErrorCode.OPERATION_NOT_PERMITTED,
      "API reference, ModifySnapshotAttribute; observed",
      "SHR-05",
      "SPERM-05");

  ModifySnapshotAttribute() {}

  /** {@return the snapshot, which the caller owns} */
  public abstract SnapshotId snapshotId();

  /** {@return the attribute to be modified} */
  public abstract SnapshotAttribute attribute();

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
    return ImmutableModifySnapshotAttribute.builder()
        .attribute(SnapshotAttribute.CREATE_VOLUME_PERMISSION);
  }

  @Override
  public Outcome<Return> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      StoredSnapshot stored = plan.ownSnapshot(snapshotId());
      if (!add().isEmpty()) {
        plan.require(!stored.snapshot().isArchived(), NOT_ARCHIVED, "snapshotId", snapshotId());
        plan.requireNone(unshareable(plan, stored.snapshot()));
      }
      Set<CreateVolumePermission> after =
          Sets.difference(Sets.union(stored.snapshot().createVolumePermissions(), add()), remove());
      share(plan, stored, ImmutableSet.copyOf(after));
      return Return.TRUE;
    });
  }

  private ImmutableList<Violation> malformed() {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    if (!attribute().equals(SnapshotAttribute.CREATE_VOLUME_PERMISSION)) {
      broken.add(MODIFIABLE.brokenBy("attribute", attribute()));
    }
    if (!add().isEmpty() && !remove().isEmpty()) {
      broken.add(ONE_DIRECTION.brokenBy("remove", remove()));
    }
    if (add().isEmpty() && remove().isEmpty()) {
      broken.add(NOT_EMPTY.brokenBy("add", "absent"));
    }
    int changes = add().size() + remove().size();
    if (changes > MOST_CHANGES) {
      broken.add(FEW_CHANGES.brokenBy("", changes + " changes"));
    }
    return broken.build();
  }

  private ImmutableList<Violation> unshareable(Plan plan, Snapshot snapshot) {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    if (add().contains(CreateVolumePermission.everyone())) {
      if (plan.callerSettings().snapshotBlockPublicAccess() != BlockPublicAccess.UNBLOCKED) {
        broken.add(PUBLIC_UNBLOCKED.brokenBy("add", CreateVolumePermission.everyone()));
      }
      if (snapshot.isEncrypted()) {
        broken.add(PUBLIC_WITHOUT_ENCRYPTION.brokenBy("add", CreateVolumePermission.everyone()));
      }
      if (snapshot.productCodes().stream().anyMatch(ProductCode::isMarketplace)) {
        broken.add(PUBLIC_WITHOUT_MARKETPLACE.brokenBy("add", CreateVolumePermission.everyone()));
      }
    }
    snapshot
        .kmsKeyId()
        .filter(KmsKeys::isAwsManaged)
        .ifPresent(key -> broken.add(OWN_KEY.brokenBy("add", key)));
    return broken.build();
  }

  static void share(
      Plan plan, StoredSnapshot stored, ImmutableSet<CreateVolumePermission> permissions) {
    Snapshot shared =
        stored.snapshot().toBuilder().createVolumePermissions(permissions).build();
    if (!shared.equals(stored.snapshot())) {
      plan.happens(new RegistryEvent.SnapshotStored(
          plan.region(), stored.toBuilder().snapshot(shared).build()));
    }
  }

  /**
   * Builds a {@link ModifySnapshotAttribute}; about permissions unless told otherwise. The snapshot
   * has to be set, and permissions to be given or to be taken.
   */
  public abstract static class Builder {
    Builder() {}

    /**
     * Sets the snapshot to be changed.
     *
     * @param snapshotId the snapshot, which the caller owns
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder snapshotId(SnapshotId snapshotId);

    /**
     * Sets the snapshot, given as text.
     *
     * @param snapshotId the text, such as {@code snap-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code snapshot-id.kind} or
     *     {@code snapshot-id.format}
     */
    @CanIgnoreReturnValue
    public final Builder snapshotId(String snapshotId) {
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
    public abstract Builder attribute(SnapshotAttribute attribute);

    /**
     * Sets the permissions to be given.
     *
     * @param add the permissions
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder add(Iterable<? extends CreateVolumePermission> add);

    /**
     * Sets the permissions to be taken.
     *
     * @param remove the permissions
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder remove(Iterable<? extends CreateVolumePermission> remove);

    /**
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without a snapshot
     */
    public final ModifySnapshotAttribute build() {
      return make();
    }

    abstract ModifySnapshotAttribute make();
  }
}
