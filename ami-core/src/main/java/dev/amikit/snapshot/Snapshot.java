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
import dev.amikit.rule.Invariant;
import dev.amikit.rule.Rule;
import dev.amikit.tag.Tags;
import java.time.Instant;
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
  public static final ImmutableList<Rule> RULES = Invariant.rules(SnapshotRules.INVARIANTS);

  /** The volume that copies tell instead of the one that they show; no volume has this ID. */
  public static final VolumeId VOLUME_OF_COPIES = VolumeId.of("vol-ffffffff");

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

  /** {@return why the snapshot failed} */
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

  /** {@return the size of the volume in GiB, not that of the blocks kept} */
  public abstract int volumeSize();

  /** {@return the bytes of all blocks ever written; absent or 0 for old and for empty snapshots} */
  public abstract OptionalLong fullSnapshotSizeInBytes();

  /** {@return what its maker says of it; may be empty text} */
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

  /** {@return the tier it is kept in; empty in answers of before tiers} */
  public abstract Optional<StorageTier> storageTier();

  /**
   * {@return until when a temporarily restored snapshot can be used; its tier is still the archive}
   */
  public abstract Optional<Instant> restoreExpiryTime();

  /** {@return how it was copied; copies only} */
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
    return ImmutableSnapshot.builder()
        .tags(Tags.none())
        .deletionRequested(false)
        .deleted(false);
  }

  /** {@return a builder with the values of this snapshot} */
  public final Builder toBuilder() {
    return ImmutableSnapshot.builder().from(this);
  }

  /** {@return whether the snapshot is known to be encrypted} */
  public final boolean isEncrypted() {
    return encrypted().orElse(false);
  }

  /** {@return whether everyone may make volumes of it} */
  public final boolean isPublic() {
    return createVolumePermissions().contains(CreateVolumePermission.everyone());
  }

  /** {@return whether it is archived, be it restored for some days or not} */
  public final boolean isArchived() {
    return storageTier().equals(Optional.of(StorageTier.ARCHIVE));
  }

  /** {@return whether it lies in the Recycle Bin} */
  public final boolean isInRecycleBin() {
    return recycleBinStay().isPresent();
  }

  /** {@return the move between tiers that is going on; empty if there is none} */
  public final Optional<TieringOperation> tieringUnderWay() {
    return lastTieringOperationStatus().flatMap(TieringOperation::underWay);
  }

  /**
   * {@return when the clock changes it next: at the end of its stay in the Recycle Bin, else of its
   * temporary restore; empty for neither, and once it is deleted}
   */
  public final Optional<Instant> nextDue() {
    return deleted()
        ? Optional.empty()
        : recycleBinStay().map(SnapshotRecycleBinStay::exitTime).or(this::restoreExpiryTime);
  }

  /**
   * Builds a {@link Snapshot}, at first without tags and not deleted. ID, owner, state, start time
   * and volume size have to be set.
   */
  public abstract static class Builder {
    Builder() {}

    /**
     * Sets the ID.
     *
     * @param snapshotId the ID
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder snapshotId(SnapshotId snapshotId);

    /**
     * Sets the ID, given as text.
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
     * Sets the account that the snapshot belongs to.
     *
     * @param ownerId the account
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder ownerId(AccountId ownerId);

    /**
     * Sets the owner, given as text.
     *
     * @param ownerId the text, such as {@code 111122223333}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code account-id.format}
     */
    @CanIgnoreReturnValue
    public final Builder ownerId(String ownerId) {
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
    public abstract Builder ownerAlias(OwnerAlias ownerAlias);

    /**
     * Sets the owner alias, or none.
     *
     * @param ownerAlias the owner alias; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder ownerAlias(Optional<? extends OwnerAlias> ownerAlias);

    /**
     * Sets how far the snapshot is.
     *
     * @param state the state
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder state(SnapshotState state);

    /**
     * Sets why the snapshot failed.
     *
     * @param stateMessage the message
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder stateMessage(String stateMessage);

    /**
     * Sets the state message, or none.
     *
     * @param stateMessage the state message; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder stateMessage(Optional<String> stateMessage);

    /**
     * Sets how far the snapshot is. Answers of EC2 do not always tell.
     *
     * @param progress the progress in percent, from 0 to 100
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder progress(int progress);

    /**
     * Sets the progress, or none.
     *
     * @param progress the progress; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder progress(OptionalInt progress);

    /**
     * Sets when the snapshot was begun, which is the instant that it shows.
     *
     * @param startTime the time
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder startTime(Instant startTime);

    /**
     * Sets when the snapshot was finished. Answers of EC2 do not always tell.
     *
     * @param completionTime the time
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder completionTime(Instant completionTime);

    /**
     * Sets the completion time, or none.
     *
     * @param completionTime the completion time; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder completionTime(Optional<? extends Instant> completionTime);

    /**
     * Sets the volume that the snapshot shows.
     *
     * @param volumeId the volume; for a copy {@link VolumeId#OF_COPIES}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder volumeId(VolumeId volumeId);

    /**
     * Sets the volume, given as text.
     *
     * @param volumeId the text, such as {@code vol-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code volume-id.format}
     */
    @CanIgnoreReturnValue
    public final Builder volumeId(String volumeId) {
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
    public abstract Builder volumeId(Optional<? extends VolumeId> volumeId);

    /**
     * Sets the size of the volume, not that of the blocks kept.
     *
     * @param volumeSize the size in GiB, from 1 on
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder volumeSize(int volumeSize);

    /**
     * Sets the size of all blocks ever written. Old and empty snapshots have none, or 0.
     *
     * @param fullSnapshotSizeInBytes the size in bytes
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder fullSnapshotSizeInBytes(long fullSnapshotSizeInBytes);

    /**
     * Sets the size in bytes, or none.
     *
     * @param fullSnapshotSizeInBytes the size in bytes; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder fullSnapshotSizeInBytes(OptionalLong fullSnapshotSizeInBytes);

    /**
     * Sets what its maker says of the snapshot.
     *
     * @param description the description, which may be empty text
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder description(String description);

    /**
     * Sets the description, or none.
     *
     * @param description the description; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder description(Optional<String> description);

    /**
     * Sets whether the snapshot is encrypted. Answers of before encryption do not tell.
     *
     * @param encrypted whether it is
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder encrypted(boolean encrypted);

    /**
     * Sets whether the snapshot is encrypted, or leaves it open.
     *
     * @param encrypted whether it is; empty leaves it open
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder encrypted(Optional<Boolean> encrypted);

    /**
     * Sets the key that the snapshot is encrypted with. Stands on no snapshot that is not
     * encrypted.
     *
     * @param kmsKeyId the key, as ARN
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder kmsKeyId(KmsKeyId kmsKeyId);

    /**
     * Sets the key, given as text.
     *
     * @param kmsKeyId the text, such as {@code alias/golden}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code kms-key-id.format}
     */
    @CanIgnoreReturnValue
    public final Builder kmsKeyId(String kmsKeyId) {
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
    public abstract Builder kmsKeyId(Optional<? extends KmsKeyId> kmsKeyId);

    /**
     * Sets the data key, which snapshots of one lineage share. Stands on no snapshot that is not
     * encrypted.
     *
     * @param dataEncryptionKeyId the ID of the data key
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder dataEncryptionKeyId(String dataEncryptionKeyId);

    /**
     * Sets the data key, or none.
     *
     * @param dataEncryptionKeyId the data key; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder dataEncryptionKeyId(Optional<String> dataEncryptionKeyId);

    /**
     * Sets the Outpost that holds the snapshot. Without one the Region holds it.
     *
     * @param outpostArn the Outpost
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder outpostArn(Arn outpostArn);

    /**
     * Sets the Outpost, given as text.
     *
     * @param outpostArn the text, such as
     *     {@code arn:aws:outposts:us-east-1:111122223333:outpost/op-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code arn.format}
     */
    @CanIgnoreReturnValue
    public final Builder outpostArn(String outpostArn) {
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
    public abstract Builder outpostArn(Optional<? extends Arn> outpostArn);

    /**
     * Sets the Local Zone that holds the snapshot. Without one the Region holds it.
     *
     * @param availabilityZone the name of the zone
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder availabilityZone(String availabilityZone);

    /**
     * Sets the Local Zone, or none.
     *
     * @param availabilityZone the Local Zone; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder availabilityZone(Optional<String> availabilityZone);

    /**
     * Sets the tier that the snapshot is kept in. Answers of before tiers do not tell.
     *
     * @param storageTier the tier
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder storageTier(StorageTier storageTier);

    /**
     * Sets the tier, or none.
     *
     * @param storageTier the tier; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder storageTier(Optional<? extends StorageTier> storageTier);

    /**
     * Sets until when a temporarily restored snapshot can be used; its tier is still the archive.
     *
     * @param restoreExpiryTime the time
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder restoreExpiryTime(Instant restoreExpiryTime);

    /**
     * Sets the expiry time, or none.
     *
     * @param restoreExpiryTime the expiry time; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder restoreExpiryTime(Optional<? extends Instant> restoreExpiryTime);

    /**
     * Sets how the snapshot was copied; copies only.
     *
     * @param transferType the transfer type
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder transferType(TransferType transferType);

    /**
     * Sets the transfer type, or none.
     *
     * @param transferType the transfer type; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder transferType(Optional<? extends TransferType> transferType);

    /**
     * Sets within how long the copy was asked for; time-based copies only.
     *
     * @param completionDurationMinutes the duration in minutes
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder completionDurationMinutes(int completionDurationMinutes);

    /**
     * Sets the duration, or none.
     *
     * @param completionDurationMinutes the duration; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder completionDurationMinutes(OptionalInt completionDurationMinutes);

    /**
     * Sets how the snapshot is encrypted on the server, which has no meaning.
     *
     * @param sseType the type
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder sseType(SseType sseType);

    /**
     * Sets the type, or none.
     *
     * @param sseType the type; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder sseType(Optional<? extends SseType> sseType);

    /**
     * Sets the products that the volume was part of, which EC2 tells by DescribeSnapshotAttribute.
     *
     * @param productCodes the product codes
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder productCodes(Iterable<? extends ProductCode> productCodes);

    /**
     * Adds a product that the volume was part of.
     *
     * @param productCode its product code
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder addProductCode(ProductCode productCode);

    /**
     * Sets who may use the snapshot besides its owner, which EC2 tells the owner by
     * DescribeSnapshotAttribute.
     *
     * @param createVolumePermissions the permissions
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder createVolumePermissions(
        Iterable<? extends CreateVolumePermission> createVolumePermissions);

    /**
     * Adds a permission to use the snapshot.
     *
     * @param createVolumePermission who may use it
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder addCreateVolumePermission(
        CreateVolumePermission createVolumePermission);

    /**
     * Sets the tags that the viewer's account attached; at first there are none.
     *
     * @param tags the tags
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder tags(Tags tags);

    /**
     * Sets the lock, which EC2 tells the owner by DescribeLockedSnapshots.
     *
     * @param lock the lock
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder lock(SnapshotLock lock);

    /**
     * Sets the lock, or none.
     *
     * @param lock the lock; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder lock(Optional<? extends SnapshotLock> lock);

    /**
     * Sets how far the last move between tiers came, which EC2 tells the owner by
     * DescribeSnapshotTierStatus.
     *
     * @param lastTieringOperationStatus the status
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder lastTieringOperationStatus(
        TieringOperationStatus lastTieringOperationStatus);

    /**
     * Sets the status of the last move between tiers, or none.
     *
     * @param lastTieringOperationStatus the status of the last move between tiers; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder lastTieringOperationStatus(
        Optional<? extends TieringOperationStatus> lastTieringOperationStatus);

    /**
     * Sets the stay in the Recycle Bin, which EC2 tells the owner by ListSnapshotsInRecycleBin.
     *
     * @param recycleBinStay the stay
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder recycleBinStay(SnapshotRecycleBinStay recycleBinStay);

    /**
     * Sets the stay in the Recycle Bin, or none.
     *
     * @param recycleBinStay the stay in the Recycle Bin; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder recycleBinStay(
        Optional<? extends SnapshotRecycleBinStay> recycleBinStay);

    /**
     * Sets whether the snapshot is to be deleted as soon as it is no longer pending; at first it is
     * not.
     *
     * @param deletionRequested whether its deletion was asked for
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder deletionRequested(boolean deletionRequested);

    /**
     * Sets whether the snapshot was deleted for good; at first it is not.
     *
     * @param deleted whether it was deleted
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder deleted(boolean deleted);

    /**
     * Sets what is billed for images registered from the snapshot, which EC2 never tells.
     *
     * @param platformDetails the platform details, such as {@code Windows}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder platformDetails(String platformDetails);

    /**
     * Sets the platform details, or none.
     *
     * @param platformDetails the platform details; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder platformDetails(Optional<String> platformDetails);

    /**
     * Sets the operation that is billed for images registered from the snapshot, which EC2 never
     * tells.
     *
     * @param usageOperation the usage operation, such as {@code RunInstances:0002}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder usageOperation(String usageOperation);

    /**
     * Sets the usage operation, or none.
     *
     * @param usageOperation the usage operation; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder usageOperation(Optional<String> usageOperation);

    /**
     * Returns the snapshot.
     *
     * @return the snapshot, which keeps {@link Snapshot#RULES}
     * @throws dev.amikit.rule.MissingAttributesException without ID, owner, state, start time or
     *     volume size
     * @throws dev.amikit.rule.RuleViolationException with every broken rule, if it would not
     */
    public final Snapshot build() {
      return Invariant.enforce(SnapshotRules.INVARIANTS, make());
    }

    abstract Builder from(Snapshot value);

    abstract Snapshot make();
  }
}
