package dev.amikit.registry.state;

import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.tag.Tags;
import java.beans.Transient;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * An EBS volume, as far as images and snapshots have to do with it.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Volume.html">Volume</a>
 */
@Value.Immutable
public abstract class Volume {
  /** The caller has the volume. */
  public static final Rule EXISTS = Rule.rule(
          "volume.exists",
          "the volume that a request names is one of the caller's in the Region",
          ErrorCode.INVALID_VOLUME_NOT_FOUND,
          "error codes, InvalidVolume.NotFound; observed: recorded answers of CreateSnapshot",
          "SNAP-19",
          "DEV-02")
      .saying(recorded("The volume '{volumeId}' does not exist."));

  Volume() {}

  /** {@return the ID} */
  public abstract VolumeId volumeId();

  /** {@return the account that it belongs to} */
  public abstract AccountId ownerId();

  /** {@return when it was made} */
  public abstract Instant createTime();

  /** {@return the Availability Zone, such as {@code us-east-1a}; empty if none was named} */
  public abstract Optional<String> availabilityZone();

  /** {@return the size in GiB} */
  public abstract int size();

  /** {@return the type} */
  public abstract VolumeType volumeType();

  /** {@return the IOPS, where they are provisioned; of gp2 those that its size gives} */
  public abstract OptionalInt iops();

  /** {@return the throughput in MiB/s, where it is provisioned} */
  public abstract OptionalInt throughput();

  /** {@return the MiB/s that its snapshot was asked to be read with; empty if none was named} */
  public abstract OptionalInt volumeInitializationRate();

  /** {@return the ARN of the key it is encrypted with; empty if it is not encrypted} */
  public abstract Optional<KmsKeyId> kmsKeyId();

  /**
   * {@return the ID of the data key, which its snapshots have too; empty if it is not encrypted}
   */
  public abstract Optional<String> dataEncryptionKeyId();

  /** {@return the snapshot that it was made from} */
  public abstract Optional<SnapshotId> snapshotId();

  /** {@return the product codes that go on to its snapshots} */
  public abstract ImmutableSet<ProductCode> productCodes();

  /** {@return where it is attached; empty if it is available} */
  public abstract Optional<VolumeAttachment> attachment();

  /** {@return its tags} */
  public abstract Tags tags();

  /** {@return the instance that it is attached to; empty if it is available} */
  public final Optional<InstanceId> instanceId() {
    return attachment().map(VolumeAttachment::instanceId);
  }

  /** {@return whether it is attached} */
  public final VolumeState state() {
    return attachment().isPresent() ? VolumeState.IN_USE : VolumeState.AVAILABLE;
  }

  /** {@return whether it is encrypted} */
  @Transient
  public final boolean isEncrypted() {
    return kmsKeyId().isPresent();
  }

  /** {@return a builder without tags} */
  public static Builder builder() {
    return new Builder().tags(Tags.none());
  }

  /** {@return a builder with the values of this volume} */
  public final Builder toBuilder() {
    return new Builder().from(this);
  }

  /**
   * Builds a {@link Volume}, at first without tags. ID, owner, creation time, size and type have to
   * be set.
   */
  public static final class Builder {
    private final ImmutableVolume.Builder members = new ImmutableVolume.Builder();

    Builder() {}

    /**
     * Sets the ID.
     *
     * @param volumeId the ID
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder volumeId(VolumeId volumeId) {
      members.volumeId(volumeId);
      return this;
    }

    /**
     * Sets the ID, given as text.
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
     * Sets the account that the volume belongs to.
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
     * Sets when the volume was made.
     *
     * @param createTime the time
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder createTime(Instant createTime) {
      members.createTime(createTime);
      return this;
    }

    /**
     * Sets the Availability Zone.
     *
     * @param availabilityZone the zone, such as {@code us-east-1a}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder availabilityZone(String availabilityZone) {
      members.availabilityZone(availabilityZone);
      return this;
    }

    /**
     * Sets the Availability Zone, or none.
     *
     * @param availabilityZone the zone; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder availabilityZone(Optional<String> availabilityZone) {
      requireNonNull(availabilityZone, "availabilityZone");
      members.availabilityZone(availabilityZone);
      return this;
    }

    /**
     * Sets the size.
     *
     * @param size the size in GiB
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder size(int size) {
      members.size(size);
      return this;
    }

    /**
     * Sets the type.
     *
     * @param volumeType the type
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder volumeType(VolumeType volumeType) {
      members.volumeType(volumeType);
      return this;
    }

    /**
     * Sets the IOPS, where they are provisioned, or come from the size of a gp2 volume.
     *
     * @param iops the IOPS
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder iops(int iops) {
      members.iops(iops);
      return this;
    }

    /**
     * Sets the IOPS, or none.
     *
     * @param iops the IOPS; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder iops(OptionalInt iops) {
      requireNonNull(iops, "iops");
      members.iops(iops);
      return this;
    }

    /**
     * Sets the throughput, where it is provisioned.
     *
     * @param throughput the throughput in MiB/s
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder throughput(int throughput) {
      members.throughput(throughput);
      return this;
    }

    /**
     * Sets the throughput, or none.
     *
     * @param throughput the throughput; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder throughput(OptionalInt throughput) {
      requireNonNull(throughput, "throughput");
      members.throughput(throughput);
      return this;
    }

    /**
     * Sets the rate at which its snapshot was asked to be read.
     *
     * @param volumeInitializationRate the rate in MiB/s
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder volumeInitializationRate(int volumeInitializationRate) {
      members.volumeInitializationRate(volumeInitializationRate);
      return this;
    }

    /**
     * Sets the rate, or none.
     *
     * @param volumeInitializationRate the rate; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder volumeInitializationRate(OptionalInt volumeInitializationRate) {
      requireNonNull(volumeInitializationRate, "volumeInitializationRate");
      members.volumeInitializationRate(volumeInitializationRate);
      return this;
    }

    /**
     * Sets the key that the volume is encrypted with. Without one it is not encrypted.
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
     * Sets the data key, which the snapshots of the volume have too. Without one it is not
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
     * Sets the snapshot that the volume was made from.
     *
     * @param snapshotId the snapshot
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
     * Sets the snapshot, or none.
     *
     * @param snapshotId the snapshot; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder snapshotId(Optional<? extends SnapshotId> snapshotId) {
      requireNonNull(snapshotId, "snapshotId");
      members.snapshotId(snapshotId);
      return this;
    }

    /**
     * Sets the product codes that go on to the snapshots of the volume.
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
     * Adds a product code that goes on to the snapshots of the volume.
     *
     * @param productCode the product code
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addProductCode(ProductCode productCode) {
      requireNonNull(productCode, "productCode");
      members.addProductCode(productCode);
      return this;
    }

    /**
     * Sets where the volume is attached. Without it, it is available.
     *
     * @param attachment the instance, and as which device
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder attachment(VolumeAttachment attachment) {
      members.attachment(attachment);
      return this;
    }

    /**
     * Sets where the volume is attached, or that it is available.
     *
     * @param attachment the instance, and as which device; empty if it is available
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder attachment(Optional<? extends VolumeAttachment> attachment) {
      requireNonNull(attachment, "attachment");
      members.attachment(attachment);
      return this;
    }

    /**
     * Sets the tags; at first there are none.
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
     * Returns the volume.
     *
     * @return the volume
     * @throws dev.amikit.rule.MissingAttributesException without ID, owner, creation time, size or
     *     type
     */
    public Volume build() {
      return members.build();
    }

    private Builder from(Volume value) {
      members.from(value);
      return this;
    }
  }
}
