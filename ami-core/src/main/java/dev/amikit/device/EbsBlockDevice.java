package dev.amikit.device;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.Arn;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.SnapshotId;
import dev.amikit.rule.Invariant;
import dev.amikit.rule.Rule;
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
  public static final ImmutableList<Rule> RULES = Invariant.rules(EbsBlockDeviceRules.INVARIANTS);

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
    return builder().from(this);
  }

  /** {@return whether the volume is known to be encrypted} */
  public final boolean isEncrypted() {
    return encrypted().orElse(false);
  }

  @Value.Check
  void check() {
    Invariant.enforce(EbsBlockDeviceRules.INVARIANTS, this);
  }

  /** Builds an {@link EbsBlockDevice}. */
  public static final class Builder extends ImmutableEbsBlockDevice.Builder {
    Builder() {}
  }
}
