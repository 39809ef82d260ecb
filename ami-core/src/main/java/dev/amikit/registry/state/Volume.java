package dev.amikit.registry.state;

import com.google.common.collect.ImmutableSet;
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
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * An EBS volume, as far as snapshots have to do with it.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Volume.html">Volume</a>
 */
@Value.Immutable
public abstract class Volume {
  /** The caller has the volume. */
  public static final Rule EXISTS = Rule.rule(
      "volume.exists",
      "the volume that a request names is one of the caller's in the Region",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, CreateSnapshot and AttachVolume; inferred",
      "SNAP-19",
      "DEV-02");

  Volume() {}

  /** {@return the ID} */
  public abstract VolumeId volumeId();

  /** {@return the account that it belongs to} */
  public abstract AccountId ownerId();

  /** {@return the size in GiB} */
  public abstract int size();

  /** {@return the type} */
  public abstract VolumeType volumeType();

  /** {@return the IOPS, where they are provisioned} */
  public abstract OptionalInt iops();

  /** {@return the throughput in MiB/s, where it is provisioned} */
  public abstract OptionalInt throughput();

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

  /** {@return the instance that it is attached to; empty if it is available} */
  public abstract Optional<InstanceId> instanceId();

  /** {@return its tags} */
  public abstract Tags tags();

  /** {@return whether it is encrypted} */
  public final boolean isEncrypted() {
    return kmsKeyId().isPresent();
  }

  /** {@return a builder without tags} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder with the values of this volume} */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link Volume}. */
  public static final class Builder extends ImmutableVolume.Builder {
    Builder() {
      tags(Tags.none());
    }
  }
}
