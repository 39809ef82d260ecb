package dev.amikit.snapshot;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
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
      "SBIN-02");

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
    return new Builder();
  }

  /** {@return a builder with the values of this snapshot} */
  public final Builder toBuilder() {
    return builder().from(this);
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

  @Value.Check
  void check() {
    Invariant.enforce(SnapshotRules.INVARIANTS, this);
  }

  /** Builds a {@link Snapshot}; without tags and not deleted, unless told otherwise. */
  public static final class Builder extends ImmutableSnapshot.Builder {
    Builder() {
      tags(Tags.none());
      deletionRequested(false);
      deleted(false);
    }
  }
}
