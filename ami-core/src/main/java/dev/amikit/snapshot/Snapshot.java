package dev.amikit.snapshot;

import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.AccountId;
import dev.amikit.id.Arn;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.ProductCode;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.tag.Tags;
import java.beans.Transient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * The state of an EBS volume at one instant. What it holds never changes; its tags, its
 * permissions, its tier and its lock do. Which images use it is not written on it: only their
 * mappings tell.
 *
 * <p>Owner and viewer use the same type. What DescribeSnapshots answers lacks what EC2 tells
 * elsewhere, and to the owner only: permissions, product codes, the lock, the last move between
 * tiers, the stay in the Recycle Bin.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Snapshot.html">Snapshot</a>
 */
@Value.Immutable
public abstract class Snapshot {
  /** The rules that every snapshot keeps. */
  public static final ImmutableList<Rule> RULES = SnapshotRules.ALL;

  /** EC2 tells the times of snapshots in whole milliseconds. */
  public static final ChronoUnit TIME_UNIT = ChronoUnit.MILLIS;

  private static final long BYTES_A_GIBIBYTE = 1L << 30;

  private static final String METADATA_NOT_UPDATED = "Metadata not updated";

  /** What is asked of a snapshot is asked of one that is there. */
  public static final Rule EXISTS = Rule.rule(
          "snapshot.exists",
          "the snapshot that a request names exists in the Region, as far as the caller may know",
          ErrorCode.INVALID_SNAPSHOT_NOT_FOUND,
          "error codes, InvalidSnapshot.NotFound",
          "REG-05",
          "REGD-05",
          "SBIN-02")
      .saying(recorded("The snapshot '{snapshotId}' does not exist."));

  Snapshot() {}

  /** {@return the ID of the snapshot} */
  public abstract SnapshotId snapshotId();

  /** {@return the account that the snapshot belongs to} */
  public abstract AccountId ownerId();

  /** {@return the name that AWS gives to the owner: {@code amazon}, or none} */
  public abstract Optional<OwnerAlias> ownerAlias();

  /** {@return how far the snapshot is} */
  public abstract SnapshotState state();

  /** {@return why the snapshot failed, or what it waits for} */
  public abstract Optional<String> stateMessage();

  /**
   * {@return how far the snapshot is, in percent from 0 to 100; empty where the answer does not
   * tell}
   */
  public abstract OptionalInt progress();

  /** {@return when the snapshot was begun, which is the instant that it shows} */
  public abstract Instant startTime();

  /** {@return when the snapshot was finished; empty where the answer does not tell} */
  public abstract Optional<Instant> completionTime();

  /** {@return the volume that it shows; a stand-in if the snapshot is a copy} */
  public abstract Optional<VolumeId> volumeId();

  /**
   * {@return the size of the volume in GiB, not that of the blocks kept; 0 for a copy that is not
   * completed yet, or failed}
   */
  public abstract int volumeSize();

  /**
   * {@return the bytes of all blocks ever written, 0 if none were; empty until the snapshot is
   * completed, and in answers of before EC2 told}
   */
  public abstract OptionalLong fullSnapshotSizeInBytes();

  /** {@return what its maker says of it; EC2 tells an empty text where that is nothing} */
  public abstract Optional<String> description();

  /** {@return whether it is encrypted; empty in answers of before encryption} */
  public abstract Optional<Boolean> encrypted();

  /** {@return the ARN of the key it is encrypted with} */
  public abstract Optional<KmsKeyId> kmsKeyId();

  /** {@return the ID of the data key, equal for snapshots of one lineage} */
  public abstract Optional<String> dataEncryptionKeyId();

  /** {@return the Outpost that holds it; empty for the snapshots of a Region} */
  public abstract Optional<Arn> outpostArn();

  /** {@return the Local Zone that holds it; empty for the snapshots of a Region} */
  public abstract Optional<String> availabilityZone();

  /**
   * {@return the tier it is kept in; standard while it is restored for some days; empty in answers
   * of before tiers, and in that of CreateSnapshot}
   */
  public abstract Optional<StorageTier> storageTier();

  /** {@return until when a temporarily restored snapshot can be used; empty for all others} */
  public abstract Optional<Instant> restoreExpiryTime();

  /**
   * {@return how it was copied, standard for one that is no copy; empty in answers of before EC2
   * told, and in that of CreateSnapshot}
   */
  public abstract Optional<TransferType> transferType();

  /** {@return within how many minutes the copy was asked for; time-based copies only} */
  public abstract OptionalInt completionDurationMinutes();

  /** {@return how it is encrypted on the server; without meaning} */
  public abstract Optional<SseType> sseType();

  /** {@return the products that its volume was part of; told by DescribeSnapshotAttribute} */
  public abstract ImmutableSet<ProductCode> productCodes();

  /** {@return who may use it besides its owner; told to its owner by DescribeSnapshotAttribute} */
  public abstract ImmutableSet<CreateVolumePermission> createVolumePermissions();

  /** {@return the tags that the viewer's account attached} */
  public abstract Tags tags();

  /** {@return its lock, expired or not; told to its owner by DescribeLockedSnapshots} */
  public abstract Optional<SnapshotLock> lock();

  /**
   * {@return how far its last move between tiers came; empty if it never moved; told to its owner
   * by DescribeSnapshotTierStatus}
   */
  public abstract Optional<TieringOperationStatus> lastTieringOperationStatus();

  /**
   * {@return when its last move between tiers began; empty if it never moved; told to its owner by
   * DescribeSnapshotTierStatus}
   */
  public abstract Optional<Instant> lastTieringStartTime();

  /**
   * {@return what is to be said of its last move between tiers, such as why that failed; told to
   * its owner by DescribeSnapshotTierStatus}
   */
  public abstract Optional<String> lastTieringOperationStatusDetail();

  /**
   * {@return when it last came to the archive; empty if it never did; told to its owner by
   * DescribeSnapshotTierStatus}
   */
  public abstract Optional<Instant> archivalCompleteTime();

  /** {@return its stay in the Recycle Bin; told to its owner by ListSnapshotsInRecycleBin} */
  public abstract Optional<SnapshotRecycleBinStay> recycleBinStay();

  /** {@return whether it is to be deleted as soon as it is no longer pending; never told} */
  public abstract boolean deletionRequested();

  /** {@return whether it was deleted for good; EC2 knows no such snapshot any more} */
  public abstract boolean deleted();

  /**
   * {@return what is billed for images registered from it, such as {@code Windows}, if it knows;
   * never told}
   */
  public abstract Optional<String> platformDetails();

  /**
   * {@return the operation that is billed for images registered from it, such as
   * {@code RunInstances:0002}, if it knows; never told}
   */
  public abstract Optional<String> usageOperation();

  /** {@return a builder without a value} */
  public static Builder builder() {
    return new Builder().tags(Tags.none()).deletionRequested(false).deleted(false);
  }

  /** {@return a builder with the values of this snapshot} */
  public final Builder toBuilder() {
    return new Builder().from(this);
  }

  /** {@return whether the snapshot is known to be encrypted} */
  @Transient
  public final boolean isEncrypted() {
    return encrypted().orElse(false);
  }

  /** {@return whether everyone may make volumes of it} */
  @Transient
  public final boolean isPublic() {
    return createVolumePermissions().contains(CreateVolumePermission.everyone());
  }

  /** {@return how large it is in bytes: its full size, or that of the volume if it is not known} */
  @Transient
  public final long sizeInBytes() {
    return fullSnapshotSizeInBytes().orElse(volumeSize() * BYTES_A_GIBIBYTE);
  }

  /** {@return whether it is archived, be it restored for some days or not} */
  @Transient
  public final boolean isArchived() {
    return storageTier().equals(Optional.of(StorageTier.ARCHIVE))
        || restoreExpiryTime().isPresent();
  }

  /** {@return whether it was made by copying another one, and not of a volume} */
  @Transient
  public final boolean isCopy() {
    return volumeId().equals(Optional.of(VolumeId.OF_COPIES));
  }

  /** {@return whether it lies in the Recycle Bin} */
  @Transient
  public final boolean isInRecycleBin() {
    return recycleBinStay().isPresent();
  }

  /** {@return the move between tiers that is going on; empty if there is none} */
  public final Optional<TieringOperation> tieringUnderWay() {
    return lastTieringOperationStatus().flatMap(TieringOperation::underWay);
  }

  /**
   * Returns the snapshot as DescribeSnapshots tells of it. What was not said of it is told all the
   * same: an empty description, the tier and the transfer type {@code standard}, and of a completed
   * one a full size of 0. Of a copy that is still being made neither size nor encryption is told.
   *
   * @return the snapshot with these members
   */
  public final Snapshot described() {
    if (isCopy() && state().equals(SnapshotState.PENDING)) {
      return withDefaults(withoutMetadata().toBuilder().stateMessage(METADATA_NOT_UPDATED));
    }
    return isDescribed() ? this : withDefaults(toBuilder());
  }

  private boolean isDescribed() {
    return description().isPresent()
        && storageTier().isPresent()
        && transferType().isPresent()
        && (fullSnapshotSizeInBytes().isPresent() || !state().equals(SnapshotState.COMPLETED));
  }

  private Snapshot withDefaults(Builder described) {
    if (fullSnapshotSizeInBytes().isEmpty() && state().equals(SnapshotState.COMPLETED)) {
      described.fullSnapshotSizeInBytes(0);
    }
    return described
        .description(description().orElse(""))
        .storageTier(storageTier().orElse(StorageTier.STANDARD))
        .transferType(transferType()
            .orElse(
                completionDurationMinutes().isPresent()
                    ? TransferType.TIME_BASED
                    : TransferType.STANDARD))
        .build();
  }

  /**
   * Returns the snapshot without what a copy takes over from its source at the end: of size 0, and
   * not encrypted.
   *
   * @return the snapshot with a size of 0
   * @throws dev.amikit.rule.RuleViolationException unless it is pending or failed
   */
  public final Snapshot withoutMetadata() {
    return toBuilder()
        .volumeSize(0)
        .fullSnapshotSizeInBytes(OptionalLong.empty())
        .encrypted(false)
        .kmsKeyId(Optional.empty())
        .dataEncryptionKeyId(Optional.empty())
        .build();
  }

  /**
   * {@return when the clock changes it next: at the end of its stay in the Recycle Bin, else of its
   * temporary restore; empty for neither, and once it is deleted}
   */
  public final Optional<Instant> nextDue() {
    if (deleted()) {
      return Optional.empty();
    }
    if (recycleBinStay().isPresent()) {
      return Optional.of(recycleBinStay().get().exitTime());
    }
    return state().equals(SnapshotState.COMPLETED) ? restoreExpiryTime() : Optional.empty();
  }

  /**
   * Builds a {@link Snapshot}, at first without tags and not deleted. ID, owner, state, start time
   * and volume size have to be set.
   */
  public static final class Builder {
    private final ImmutableSnapshot.Builder members = new ImmutableSnapshot.Builder();

    Builder() {}

    /**
     * Sets the ID.
     *
     * @param snapshotId the ID
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder snapshotId(SnapshotId snapshotId) {
      members.snapshotId(snapshotId);
      return this;
    }

    /**
     * Sets the ID, given as text.
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
     * Sets the account that the snapshot belongs to.
     *
     * @param ownerId the account
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ownerId(AccountId ownerId) {
      members.ownerId(ownerId);
      return this;
    }

    /**
     * Sets the owner, given as text.
     *
     * @param ownerId the text, such as {@code 111122223333}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code account-id.format}
     */
    @CanIgnoreReturnValue
    public Builder ownerId(String ownerId) {
      requireNonNull(ownerId, "ownerId");
      return ownerId(AccountId.of(ownerId));
    }

    /**
     * Sets the name that AWS gives to the owner. Ordinary accounts have none.
     *
     * @param ownerAlias the owner alias, {@code amazon}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ownerAlias(OwnerAlias ownerAlias) {
      members.ownerAlias(ownerAlias);
      return this;
    }

    /**
     * Sets the owner alias, or none.
     *
     * @param ownerAlias the owner alias; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ownerAlias(Optional<? extends OwnerAlias> ownerAlias) {
      requireNonNull(ownerAlias, "ownerAlias");
      members.ownerAlias(ownerAlias);
      return this;
    }

    /**
     * Sets how far the snapshot is.
     *
     * @param state the state
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder state(SnapshotState state) {
      members.state(state);
      return this;
    }

    /**
     * Sets why the snapshot failed, or what it waits for.
     *
     * @param stateMessage the message
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder stateMessage(String stateMessage) {
      members.stateMessage(stateMessage);
      return this;
    }

    /**
     * Sets the state message, or none.
     *
     * @param stateMessage the state message; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder stateMessage(Optional<String> stateMessage) {
      requireNonNull(stateMessage, "stateMessage");
      members.stateMessage(stateMessage);
      return this;
    }

    /**
     * Sets how far the snapshot is. Answers of EC2 do not always tell.
     *
     * @param progress the progress in percent, from 0 to 100
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder progress(int progress) {
      members.progress(progress);
      return this;
    }

    /**
     * Sets the progress, or none.
     *
     * @param progress the progress; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder progress(OptionalInt progress) {
      requireNonNull(progress, "progress");
      members.progress(progress);
      return this;
    }

    /**
     * Sets when the snapshot was begun, which is the instant that it shows.
     *
     * @param startTime the time
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder startTime(Instant startTime) {
      members.startTime(startTime);
      return this;
    }

    /**
     * Sets when the snapshot was finished. Answers of EC2 do not always tell.
     *
     * @param completionTime the time
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder completionTime(Instant completionTime) {
      members.completionTime(completionTime);
      return this;
    }

    /**
     * Sets the completion time, or none.
     *
     * @param completionTime the completion time; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder completionTime(Optional<? extends Instant> completionTime) {
      requireNonNull(completionTime, "completionTime");
      members.completionTime(completionTime);
      return this;
    }

    /**
     * Sets the volume that the snapshot shows.
     *
     * @param volumeId the volume; for a copy {@link VolumeId#OF_COPIES}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder volumeId(VolumeId volumeId) {
      members.volumeId(volumeId);
      return this;
    }

    /**
     * Sets the volume, given as text.
     *
     * @param volumeId the text, such as {@code vol-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code volume-id.format}
     */
    @CanIgnoreReturnValue
    public Builder volumeId(String volumeId) {
      requireNonNull(volumeId, "volumeId");
      return volumeId(VolumeId.of(volumeId));
    }

    /**
     * Sets the volume, or none.
     *
     * @param volumeId the volume; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder volumeId(Optional<? extends VolumeId> volumeId) {
      requireNonNull(volumeId, "volumeId");
      members.volumeId(volumeId);
      return this;
    }

    /**
     * Sets the size of the volume, not that of the blocks kept.
     *
     * @param volumeSize the size in GiB, from 1 on; 0 while pending or if failed
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder volumeSize(int volumeSize) {
      members.volumeSize(volumeSize);
      return this;
    }

    /**
     * Sets the size of all blocks ever written. Old and empty snapshots have none, or 0.
     *
     * @param fullSnapshotSizeInBytes the size in bytes
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder fullSnapshotSizeInBytes(long fullSnapshotSizeInBytes) {
      members.fullSnapshotSizeInBytes(fullSnapshotSizeInBytes);
      return this;
    }

    /**
     * Sets the size in bytes, or none.
     *
     * @param fullSnapshotSizeInBytes the size in bytes; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder fullSnapshotSizeInBytes(OptionalLong fullSnapshotSizeInBytes) {
      requireNonNull(fullSnapshotSizeInBytes, "fullSnapshotSizeInBytes");
      members.fullSnapshotSizeInBytes(fullSnapshotSizeInBytes);
      return this;
    }

    /**
     * Sets what its maker says of the snapshot.
     *
     * @param description the description, which may be empty text
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder description(String description) {
      members.description(description);
      return this;
    }

    /**
     * Sets the description, or none.
     *
     * @param description the description; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder description(Optional<String> description) {
      requireNonNull(description, "description");
      members.description(description);
      return this;
    }

    /**
     * Sets whether the snapshot is encrypted. Answers of before encryption do not tell.
     *
     * @param encrypted whether it is
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder encrypted(boolean encrypted) {
      members.encrypted(encrypted);
      return this;
    }

    /**
     * Sets whether the snapshot is encrypted, or leaves it open.
     *
     * @param encrypted whether it is; empty leaves it open
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder encrypted(Optional<Boolean> encrypted) {
      requireNonNull(encrypted, "encrypted");
      members.encrypted(encrypted);
      return this;
    }

    /**
     * Sets the key that the snapshot is encrypted with. Stands on no snapshot that is not
     * encrypted.
     *
     * @param kmsKeyId the key, as ARN
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder kmsKeyId(KmsKeyId kmsKeyId) {
      members.kmsKeyId(kmsKeyId);
      return this;
    }

    /**
     * Sets the key, given as text.
     *
     * @param kmsKeyId the text, such as {@code alias/golden}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code kms-key-id.format}
     */
    @CanIgnoreReturnValue
    public Builder kmsKeyId(String kmsKeyId) {
      requireNonNull(kmsKeyId, "kmsKeyId");
      return kmsKeyId(KmsKeyId.of(kmsKeyId));
    }

    /**
     * Sets the key, or none.
     *
     * @param kmsKeyId the key; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder kmsKeyId(Optional<? extends KmsKeyId> kmsKeyId) {
      requireNonNull(kmsKeyId, "kmsKeyId");
      members.kmsKeyId(kmsKeyId);
      return this;
    }

    /**
     * Sets the data key, which snapshots of one lineage share. Stands on no snapshot that is not
     * encrypted.
     *
     * @param dataEncryptionKeyId the ID of the data key
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder dataEncryptionKeyId(String dataEncryptionKeyId) {
      members.dataEncryptionKeyId(dataEncryptionKeyId);
      return this;
    }

    /**
     * Sets the data key, or none.
     *
     * @param dataEncryptionKeyId the data key; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder dataEncryptionKeyId(Optional<String> dataEncryptionKeyId) {
      requireNonNull(dataEncryptionKeyId, "dataEncryptionKeyId");
      members.dataEncryptionKeyId(dataEncryptionKeyId);
      return this;
    }

    /**
     * Sets the Outpost that holds the snapshot. Without one the Region holds it.
     *
     * @param outpostArn the Outpost
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder outpostArn(Arn outpostArn) {
      members.outpostArn(outpostArn);
      return this;
    }

    /**
     * Sets the Outpost, given as text.
     *
     * @param outpostArn the text, such as
     *     {@code arn:aws:outposts:us-east-1:111122223333:outpost/op-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code arn.format}
     */
    @CanIgnoreReturnValue
    public Builder outpostArn(String outpostArn) {
      requireNonNull(outpostArn, "outpostArn");
      return outpostArn(Arn.parse(outpostArn));
    }

    /**
     * Sets the Outpost, or none.
     *
     * @param outpostArn the Outpost; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder outpostArn(Optional<? extends Arn> outpostArn) {
      requireNonNull(outpostArn, "outpostArn");
      members.outpostArn(outpostArn);
      return this;
    }

    /**
     * Sets the Local Zone that holds the snapshot. Without one the Region holds it.
     *
     * @param availabilityZone the name of the zone
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder availabilityZone(String availabilityZone) {
      members.availabilityZone(availabilityZone);
      return this;
    }

    /**
     * Sets the Local Zone, or none.
     *
     * @param availabilityZone the Local Zone; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder availabilityZone(Optional<String> availabilityZone) {
      requireNonNull(availabilityZone, "availabilityZone");
      members.availabilityZone(availabilityZone);
      return this;
    }

    /**
     * Sets the tier that the snapshot is kept in. Answers of before tiers do not tell.
     *
     * @param storageTier the tier
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder storageTier(StorageTier storageTier) {
      members.storageTier(storageTier);
      return this;
    }

    /**
     * Sets the tier, or none.
     *
     * @param storageTier the tier; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder storageTier(Optional<? extends StorageTier> storageTier) {
      requireNonNull(storageTier, "storageTier");
      members.storageTier(storageTier);
      return this;
    }

    /**
     * Sets until when a temporarily restored snapshot can be used.
     *
     * @param restoreExpiryTime the time
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder restoreExpiryTime(Instant restoreExpiryTime) {
      members.restoreExpiryTime(restoreExpiryTime);
      return this;
    }

    /**
     * Sets the expiry time, or none.
     *
     * @param restoreExpiryTime the expiry time; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder restoreExpiryTime(Optional<? extends Instant> restoreExpiryTime) {
      requireNonNull(restoreExpiryTime, "restoreExpiryTime");
      members.restoreExpiryTime(restoreExpiryTime);
      return this;
    }

    /**
     * Sets how the snapshot was copied; copies only.
     *
     * @param transferType the transfer type
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder transferType(TransferType transferType) {
      members.transferType(transferType);
      return this;
    }

    /**
     * Sets the transfer type, or none.
     *
     * @param transferType the transfer type; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder transferType(Optional<? extends TransferType> transferType) {
      requireNonNull(transferType, "transferType");
      members.transferType(transferType);
      return this;
    }

    /**
     * Sets within how long the copy was asked for; time-based copies only.
     *
     * @param completionDurationMinutes the duration in minutes
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder completionDurationMinutes(int completionDurationMinutes) {
      members.completionDurationMinutes(completionDurationMinutes);
      return this;
    }

    /**
     * Sets the duration, or none.
     *
     * @param completionDurationMinutes the duration; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder completionDurationMinutes(OptionalInt completionDurationMinutes) {
      requireNonNull(completionDurationMinutes, "completionDurationMinutes");
      members.completionDurationMinutes(completionDurationMinutes);
      return this;
    }

    /**
     * Sets how the snapshot is encrypted on the server, which has no meaning.
     *
     * @param sseType the type
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder sseType(SseType sseType) {
      members.sseType(sseType);
      return this;
    }

    /**
     * Sets the type, or none.
     *
     * @param sseType the type; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder sseType(Optional<? extends SseType> sseType) {
      requireNonNull(sseType, "sseType");
      members.sseType(sseType);
      return this;
    }

    /**
     * Sets the products that the volume was part of, which EC2 tells by DescribeSnapshotAttribute.
     *
     * @param productCodes the product codes
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder productCodes(Iterable<? extends ProductCode> productCodes) {
      requireNonNull(productCodes, "productCodes");
      members.productCodes(productCodes);
      return this;
    }

    /**
     * Adds a product that the volume was part of.
     *
     * @param productCode its product code
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addProductCode(ProductCode productCode) {
      requireNonNull(productCode, "productCode");
      members.addProductCode(productCode);
      return this;
    }

    /**
     * Sets who may use the snapshot besides its owner, which EC2 tells the owner by
     * DescribeSnapshotAttribute.
     *
     * @param createVolumePermissions the permissions
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder createVolumePermissions(
        Iterable<? extends CreateVolumePermission> createVolumePermissions) {
      requireNonNull(createVolumePermissions, "createVolumePermissions");
      members.createVolumePermissions(createVolumePermissions);
      return this;
    }

    /**
     * Adds a permission to use the snapshot.
     *
     * @param createVolumePermission who may use it
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addCreateVolumePermission(CreateVolumePermission createVolumePermission) {
      requireNonNull(createVolumePermission, "createVolumePermission");
      members.addCreateVolumePermission(createVolumePermission);
      return this;
    }

    /**
     * Sets the tags that the viewer's account attached; at first there are none.
     *
     * @param tags the tags
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder tags(Tags tags) {
      members.tags(tags);
      return this;
    }

    /**
     * Sets the lock, which EC2 tells the owner by DescribeLockedSnapshots.
     *
     * @param lock the lock
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder lock(SnapshotLock lock) {
      members.lock(lock);
      return this;
    }

    /**
     * Sets the lock, or none.
     *
     * @param lock the lock; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder lock(Optional<? extends SnapshotLock> lock) {
      requireNonNull(lock, "lock");
      members.lock(lock);
      return this;
    }

    /**
     * Sets how far the last move between tiers came, which EC2 tells the owner by
     * DescribeSnapshotTierStatus.
     *
     * @param lastTieringOperationStatus the status
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder lastTieringOperationStatus(TieringOperationStatus lastTieringOperationStatus) {
      members.lastTieringOperationStatus(lastTieringOperationStatus);
      return this;
    }

    /**
     * Sets the status of the last move between tiers, or none.
     *
     * @param lastTieringOperationStatus the status of the last move between tiers; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder lastTieringOperationStatus(
        Optional<? extends TieringOperationStatus> lastTieringOperationStatus) {
      requireNonNull(lastTieringOperationStatus, "lastTieringOperationStatus");
      members.lastTieringOperationStatus(lastTieringOperationStatus);
      return this;
    }

    /**
     * Sets when the last move between tiers began, which EC2 tells the owner by
     * DescribeSnapshotTierStatus.
     *
     * @param lastTieringStartTime the time
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder lastTieringStartTime(Instant lastTieringStartTime) {
      members.lastTieringStartTime(lastTieringStartTime);
      return this;
    }

    /**
     * Sets when the last move between tiers began, or nothing.
     *
     * @param lastTieringStartTime the time; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder lastTieringStartTime(Optional<? extends Instant> lastTieringStartTime) {
      requireNonNull(lastTieringStartTime, "lastTieringStartTime");
      members.lastTieringStartTime(lastTieringStartTime);
      return this;
    }

    /**
     * Sets what is to be said of the last move between tiers, which EC2 tells the owner by
     * DescribeSnapshotTierStatus.
     *
     * @param lastTieringOperationStatusDetail the text
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder lastTieringOperationStatusDetail(String lastTieringOperationStatusDetail) {
      members.lastTieringOperationStatusDetail(lastTieringOperationStatusDetail);
      return this;
    }

    /**
     * Sets what is to be said of the last move between tiers, or nothing.
     *
     * @param lastTieringOperationStatusDetail the text; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder lastTieringOperationStatusDetail(
        Optional<String> lastTieringOperationStatusDetail) {
      requireNonNull(lastTieringOperationStatusDetail, "lastTieringOperationStatusDetail");
      members.lastTieringOperationStatusDetail(lastTieringOperationStatusDetail);
      return this;
    }

    /**
     * Sets when the snapshot last came to the archive, which EC2 tells the owner by
     * DescribeSnapshotTierStatus.
     *
     * @param archivalCompleteTime the time
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder archivalCompleteTime(Instant archivalCompleteTime) {
      members.archivalCompleteTime(archivalCompleteTime);
      return this;
    }

    /**
     * Sets when the snapshot last came to the archive, or nothing.
     *
     * @param archivalCompleteTime the time; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder archivalCompleteTime(Optional<? extends Instant> archivalCompleteTime) {
      requireNonNull(archivalCompleteTime, "archivalCompleteTime");
      members.archivalCompleteTime(archivalCompleteTime);
      return this;
    }

    /**
     * Sets the stay in the Recycle Bin, which EC2 tells the owner by ListSnapshotsInRecycleBin.
     *
     * @param recycleBinStay the stay
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder recycleBinStay(SnapshotRecycleBinStay recycleBinStay) {
      members.recycleBinStay(recycleBinStay);
      return this;
    }

    /**
     * Sets the stay in the Recycle Bin, or none.
     *
     * @param recycleBinStay the stay in the Recycle Bin; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder recycleBinStay(Optional<? extends SnapshotRecycleBinStay> recycleBinStay) {
      requireNonNull(recycleBinStay, "recycleBinStay");
      members.recycleBinStay(recycleBinStay);
      return this;
    }

    /**
     * Sets whether the snapshot is to be deleted as soon as it is no longer pending; at first it is
     * not.
     *
     * @param deletionRequested whether its deletion was asked for
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder deletionRequested(boolean deletionRequested) {
      members.deletionRequested(deletionRequested);
      return this;
    }

    /**
     * Sets whether the snapshot was deleted for good; at first it is not.
     *
     * @param deleted whether it was deleted
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder deleted(boolean deleted) {
      members.deleted(deleted);
      return this;
    }

    /**
     * Sets what is billed for images registered from the snapshot, which EC2 never tells.
     *
     * @param platformDetails the platform details, such as {@code Windows}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder platformDetails(String platformDetails) {
      members.platformDetails(platformDetails);
      return this;
    }

    /**
     * Sets the platform details, or none.
     *
     * @param platformDetails the platform details; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder platformDetails(Optional<String> platformDetails) {
      requireNonNull(platformDetails, "platformDetails");
      members.platformDetails(platformDetails);
      return this;
    }

    /**
     * Sets the operation that is billed for images registered from the snapshot, which EC2 never
     * tells.
     *
     * @param usageOperation the usage operation, such as {@code RunInstances:0002}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder usageOperation(String usageOperation) {
      members.usageOperation(usageOperation);
      return this;
    }

    /**
     * Sets the usage operation, or none.
     *
     * @param usageOperation the usage operation; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder usageOperation(Optional<String> usageOperation) {
      requireNonNull(usageOperation, "usageOperation");
      members.usageOperation(usageOperation);
      return this;
    }

    /**
     * Returns the snapshot.
     *
     * @return the snapshot, which keeps {@link Snapshot#RULES}
     * @throws dev.amikit.rule.MissingAttributesException without ID, owner, state, start time or
     *     volume size
     * @throws dev.amikit.rule.RuleViolationException with every broken rule, if it would not
     */
    public Snapshot build() {
      Snapshot snapshot = members.build();
      return SnapshotRules.brokenBy(snapshot).orKeep(snapshot);
    }

    private Builder from(Snapshot value) {
      members.from(value);
      return this;
    }
  }
}
