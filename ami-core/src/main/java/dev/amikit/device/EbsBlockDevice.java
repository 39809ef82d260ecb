package dev.amikit.device;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.Arn;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.SnapshotId;
import dev.amikit.rule.Rule;
import java.beans.Transient;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * The EBS volume that EC2 makes for a device when it launches an instance. Every member may be
 * absent: old answers leave out many, and there are images whose volume has neither snapshot nor
 * size.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EbsBlockDevice.html">EbsBlockDevice</a>
 */
@Value.Immutable
public abstract class EbsBlockDevice {
  /** The rules that every volume of a mapping keeps. */
  public static final ImmutableList<Rule> RULES = EbsBlockDeviceRules.ALL;

  EbsBlockDevice() {}

  /** {@return the snapshot that the volume is made from; empty for a blank volume} */
  public abstract Optional<SnapshotId> snapshotId();

  /** {@return the size in GiB; empty means that of the snapshot} */
  public abstract OptionalInt volumeSize();

  /** {@return the type of the volume; empty where the answer does not tell} */
  public abstract Optional<VolumeType> volumeType();

  /** {@return the IOPS; provisioned for gp3, io1 and io2, for information only on gp2} */
  public abstract OptionalInt iops();

  /** {@return the throughput in MiB/s; gp3 only} */
  public abstract OptionalInt throughput();

  /** {@return whether the volume goes with its instance; empty where the answer does not tell} */
  public abstract Optional<Boolean> deleteOnTermination();

  /** {@return whether the volume is encrypted; empty where the answer does not tell} */
  public abstract Optional<Boolean> encrypted();

  /** {@return the key to encrypt with, in launch requests; answers seldom tell it} */
  public abstract Optional<KmsKeyId> kmsKeyId();

  /** {@return the Outpost that holds the snapshot} */
  public abstract Optional<Arn> outpostArn();

  /** {@return the Availability Zone of the volume, by name} */
  public abstract Optional<String> availabilityZone();

  /** {@return the Availability Zone of the volume, by ID} */
  public abstract Optional<String> availabilityZoneId();

  /** {@return the rate in MiB/s at which the volume is filled from its snapshot} */
  public abstract OptionalInt volumeInitializationRate();

  /** {@return the EBS card of the instance that the volume is attached to} */
  public abstract OptionalInt ebsCardIndex();

  /**
   * Returns a volume made from a snapshot.
   *
   * @param type the type of the volume
   * @param gib its size in GiB, at least that of the snapshot
   * @param snapshot the snapshot
   * @return the volume
   * @throws dev.amikit.rule.RuleViolationException if the size is outside the limits of the type
   */
  public static EbsBlockDevice of(VolumeType type, int gib, SnapshotId snapshot) {
    requireNonNull(type, "type");
    requireNonNull(snapshot, "snapshot");
    return builder().volumeType(type).volumeSize(gib).snapshotId(snapshot).build();
  }

  /**
   * Returns a volume made from a snapshot, of which nothing else is stated.
   *
   * @param snapshotId the snapshot
   * @return the volume
   */
  public static EbsBlockDevice ofSnapshot(SnapshotId snapshotId) {
    requireNonNull(snapshotId, "snapshotId");
    return builder().snapshotId(snapshotId).build();
  }

  /**
   * Returns a volume made from a snapshot, of which nothing else is stated.
   *
   * @param snapshotId the text of its ID, such as {@code snap-0abcdef1234567890}
   * @return the volume
   * @throws dev.amikit.rule.RuleViolationException by {@code snapshot-id.kind} or
   *     {@code snapshot-id.format}
   */
  public static EbsBlockDevice ofSnapshot(String snapshotId) {
    requireNonNull(snapshotId, "snapshotId");
    return ofSnapshot(SnapshotId.of(snapshotId));
  }

  /**
   * Returns a blank volume.
   *
   * @param type the type of the volume
   * @param gib its size in GiB
   * @return the volume
   * @throws dev.amikit.rule.RuleViolationException if the size is outside the limits of the type
   */
  public static EbsBlockDevice blank(VolumeType type, int gib) {
    requireNonNull(type, "type");
    return builder().volumeType(type).volumeSize(gib).build();
  }

  /** {@return a builder without a value} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder with the values of this volume} */
  public final Builder toBuilder() {
    return new Builder().from(this);
  }

  /** {@return whether the volume is known to be encrypted} */
  @Transient
  public final boolean isEncrypted() {
    return encrypted().orElse(false);
  }

  /** Builds an {@link EbsBlockDevice}; nothing has to be set. */
  public static final class Builder {
    private final ImmutableEbsBlockDevice.Builder members = new ImmutableEbsBlockDevice.Builder();

    Builder() {}

    /**
     * Sets the snapshot that the volume is made from. Without one the volume is blank.
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
     * Sets the size. Without it the volume is as large as its snapshot.
     *
     * @param volumeSize the size in GiB, from 1 on and within the limits of the volume type
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder volumeSize(int volumeSize) {
      members.volumeSize(volumeSize);
      return this;
    }

    /**
     * Sets the size, or none.
     *
     * @param volumeSize the size; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder volumeSize(OptionalInt volumeSize) {
      requireNonNull(volumeSize, "volumeSize");
      members.volumeSize(volumeSize);
      return this;
    }

    /**
     * Sets the type of the volume. Answers of EC2 do not always tell.
     *
     * @param volumeType the volume type
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder volumeType(VolumeType volumeType) {
      members.volumeType(volumeType);
      return this;
    }

    /**
     * Sets the volume type, or none.
     *
     * @param volumeType the volume type; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder volumeType(Optional<? extends VolumeType> volumeType) {
      requireNonNull(volumeType, "volumeType");
      members.volumeType(volumeType);
      return this;
    }

    /**
     * Sets the IOPS: provisioned for gp3, io1 and io2, for information only on gp2.
     *
     * @param iops the IOPS, from 0 on; none on standard, st1 and sc1
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
     * Sets the throughput, which only gp3 states.
     *
     * @param throughput the throughput in MiB/s, from 0 on
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
     * Sets whether the volume goes with its instance. Answers of EC2 do not always tell.
     *
     * @param deleteOnTermination whether it goes
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder deleteOnTermination(boolean deleteOnTermination) {
      members.deleteOnTermination(deleteOnTermination);
      return this;
    }

    /**
     * Sets whether the volume goes with its instance, or leaves it open.
     *
     * @param deleteOnTermination whether it goes; empty leaves it open
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder deleteOnTermination(Optional<Boolean> deleteOnTermination) {
      requireNonNull(deleteOnTermination, "deleteOnTermination");
      members.deleteOnTermination(deleteOnTermination);
      return this;
    }

    /**
     * Sets whether the volume is encrypted. A request that does not tell follows the snapshot and
     * the account's encryption by default.
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
     * Sets whether the volume is encrypted, or leaves it open.
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
     * Sets the key to encrypt with, in requests; answers of EC2 seldom tell it. Stands on no volume
     * that is not encrypted.
     *
     * @param kmsKeyId the key, as ID, alias or ARN
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
     * Sets the Availability Zone of the volume, by name.
     *
     * @param availabilityZone the name, such as {@code us-east-1a}
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
     * @param availabilityZone the Availability Zone; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder availabilityZone(Optional<String> availabilityZone) {
      requireNonNull(availabilityZone, "availabilityZone");
      members.availabilityZone(availabilityZone);
      return this;
    }

    /**
     * Sets the Availability Zone of the volume, by ID.
     *
     * @param availabilityZoneId the ID, such as {@code use1-az1}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder availabilityZoneId(String availabilityZoneId) {
      members.availabilityZoneId(availabilityZoneId);
      return this;
    }

    /**
     * Sets the Availability Zone, or none.
     *
     * @param availabilityZoneId the Availability Zone; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder availabilityZoneId(Optional<String> availabilityZoneId) {
      requireNonNull(availabilityZoneId, "availabilityZoneId");
      members.availabilityZoneId(availabilityZoneId);
      return this;
    }

    /**
     * Sets the rate at which the volume is filled from its snapshot. Without it, it is filled as it
     * is read.
     *
     * @param volumeInitializationRate the rate in MiB/s, from 0 on
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
     * Sets the EBS card of the instance that the volume is attached to.
     *
     * @param ebsCardIndex the index of the card, from 0 on
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ebsCardIndex(int ebsCardIndex) {
      members.ebsCardIndex(ebsCardIndex);
      return this;
    }

    /**
     * Sets the EBS card, or none.
     *
     * @param ebsCardIndex the EBS card; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ebsCardIndex(OptionalInt ebsCardIndex) {
      requireNonNull(ebsCardIndex, "ebsCardIndex");
      members.ebsCardIndex(ebsCardIndex);
      return this;
    }

    /**
     * Returns the volume.
     *
     * @return the volume, which keeps {@link EbsBlockDevice#RULES}
     * @throws dev.amikit.rule.RuleViolationException with every broken rule, if it would not
     */
    public EbsBlockDevice build() {
      EbsBlockDevice ebs = members.build();
      return EbsBlockDeviceRules.brokenBy(ebs).orKeep(ebs);
    }

    private Builder from(EbsBlockDevice value) {
      members.from(value);
      return this;
    }
  }
}
