package dev.amikit.registry.state;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.device.DeviceName;
import dev.amikit.id.AccountId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.BootMode;
import dev.amikit.image.StateReason;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An instance, as far as images have to do with it. It keeps what it took from its image at launch,
 * whatever becomes of the image.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html">Instance</a>
 */
@Value.Immutable
public abstract class Instance {
  /** The caller has the instance. */
  public static final Rule EXISTS = Rule.rule(
      "instance.exists",
      "the instance that a request names is one of the caller's in the Region",
      ErrorCode.INVALID_INSTANCE_ID_NOT_FOUND,
      "error codes, InvalidInstanceID.NotFound",
      "CREATE-02",
      "USE-10",
      "REF-02");

  private static final Duration DESCRIBED_AFTER_TERMINATION = Duration.ofHours(1);

  Instance() {}

  /** {@return the ID} */
  public abstract InstanceId instanceId();

  /** {@return the account that launched it} */
  public abstract AccountId ownerId();

  /** {@return the image as it was at the launch, without its permissions, tags and last launch} */
  public abstract Ami image();

  /** {@return the state} */
  public abstract InstanceState state();

  /** {@return why it is in its state} */
  public abstract Optional<StateReason> stateReason();

  /** {@return the instance type} */
  public abstract String instanceType();

  /** {@return when it was launched} */
  public abstract Instant launchTime();

  /** {@return when it was terminated} */
  public abstract Optional<Instant> terminationTime();

  /** {@return how it has booted} */
  public abstract Optional<BootMode> currentInstanceBootMode();

  /** {@return whether its metadata service asks for tokens} */
  public abstract boolean httpTokensRequired();

  /** {@return its attached EBS volumes by device name, in the order of the devices} */
  public abstract ImmutableMap<DeviceName, Attachment> volumes();

  /** {@return its instance store volumes by device name: {@code ephemeral0} and on} */
  public abstract ImmutableMap<DeviceName, String> virtualDevices();

  /** {@return the product codes that it took from its image} */
  public abstract ImmutableList<ProductCode> productCodes();

  /** {@return its tags} */
  public abstract Tags tags();

  /**
   * Tells whether EC2 still describes the instance at a time: for an hour after it was terminated.
   *
   * @param time the time
   * @return whether DescribeInstances finds it
   */
  public final boolean isDescribedAt(Instant time) {
    requireNonNull(time, "time");
    return terminationTime().isEmpty()
        || time.isBefore(terminationTime().get().plus(DESCRIBED_AFTER_TERMINATION));
  }

  /** {@return a builder without tags} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder with the values of this instance} */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds an {@link Instance}. */
  public static final class Builder extends ImmutableInstance.Builder {
    Builder() {
      tags(Tags.none());
      httpTokensRequired(false);
    }
  }

  /**
   * That a volume is attached.
   *
   * @param volumeId the volume
   * @param deleteOnTermination whether it goes with the instance
   */
  public record Attachment(VolumeId volumeId, boolean deleteOnTermination) {
    /**
     * Refuses null.
     *
     * @param volumeId the volume
     * @param deleteOnTermination whether it goes with the instance
     */
    public Attachment {
      requireNonNull(volumeId, "volumeId");
    }
  }
}
