package dev.amikit.registry.state;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.amikit.rule.MessageTemplate.quoted;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.device.DeviceName;
import dev.amikit.id.AccountId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.BootMode;
import dev.amikit.image.StateReason;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.tag.Tags;
import dev.amikit.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
  /** What EC2 says of several instances that the caller does not have. */
  public static final MessageTemplate SEVERAL_MISSING =
      quoted("The instance IDs '{instanceIds}' do not exist");

  /** The caller has the instance. */
  public static final Rule EXISTS = Rule.rule(
          "instance.exists",
          "the instance that a request names is one of the caller's in the Region",
          ErrorCode.INVALID_INSTANCE_ID_NOT_FOUND,
          "error codes, InvalidInstanceID.NotFound",
          "CREATE-02",
          "USE-10",
          "REF-02")
      .saying(quoted("The instance ID '{instanceId}' does not exist"), SEVERAL_MISSING);

  /** EC2 tells the times of instances in whole seconds. */
  public static final ChronoUnit TIME_UNIT = ChronoUnit.SECONDS;

  private static final Duration DESCRIBED_AFTER_TERMINATION = Duration.ofHours(1);

  Instance() {}

  /** {@return the ID} */
  public abstract InstanceId instanceId();

  /** {@return the ID of the launch that it is from, such as {@code r-0abcdef1234567890}} */
  public abstract String reservationId();

  /** {@return which instance of its launch it is, from 0 on} */
  public abstract int amiLaunchIndex();

  /** {@return the account that launched it} */
  public abstract AccountId ownerId();

  /** {@return the Availability Zone, such as {@code us-east-1a}; empty if it is told none} */
  public abstract Optional<String> availabilityZone();

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

  /** {@return how many network hops its metadata tokens travel} */
  public abstract int httpPutResponseHopLimit();

  /** {@return its attached EBS volumes by device name, in the order of the devices} */
  public abstract ImmutableMap<DeviceName, Attachment> volumes();

  /** {@return its instance store volumes by device name: {@code ephemeral0} and on} */
  public abstract ImmutableMap<DeviceName, String> virtualDevices();

  /** {@return the product codes that it took from its image} */
  public abstract ImmutableList<ProductCode> productCodes();

  /** {@return its tags} */
  public abstract Tags tags();

  /** The instance in another state; none follows on terminated. */
  final Instance in(InstanceState next) {
    checkArgument(state() != InstanceState.TERMINATED, "%s is terminated", instanceId());
    return toBuilder().state(next).build();
  }

  /** Until when EC2 describes the instance; empty as long as it is not terminated. */
  final Optional<Instant> describedUntil() {
    return terminationTime().map(time -> Times.plus(time, DESCRIBED_AFTER_TERMINATION));
  }

  /**
   * The instance with a volume attached, in place of one that is attached as the same device, and
   * with its product codes.
   */
  final Instance with(Volume volume, VolumeAttachment attachment) {
    return toBuilder()
        .productCodes(ImmutableSet.<ProductCode>builder()
            .addAll(productCodes())
            .addAll(volume.productCodes())
            .build())
        .volumes(ImmutableMap.<DeviceName, Attachment>builder()
            .putAll(volumes())
            .put(
                attachment.device(),
                new Attachment(
                    volume.volumeId(),
                    attachment.attachTime(),
                    attachment.deleteOnTermination(),
                    attachment.ebsCardIndex()))
            .buildKeepingLast())
        .build();
  }

  /** The instance without a volume. */
  final Instance without(VolumeId volumeId) {
    return toBuilder()
        .volumes(Maps.filterValues(volumes(), volume -> !volume.volumeId().equals(volumeId)))
        .build();
  }

  /** {@return a builder without tags} */
  public static Builder builder() {
    return new Builder()
        .amiLaunchIndex(0)
        .tags(Tags.none())
        .httpTokensRequired(false)
        .httpPutResponseHopLimit(1);
  }

  /** {@return a builder with the values of this instance} */
  public final Builder toBuilder() {
    return new Builder().from(this);
  }

  /**
   * Builds an {@link Instance}, at first without tags, and with metadata that ask for no token and
   * whose tokens travel one hop. ID, owner, image, state, instance type and launch time have to be
   * set.
   */
  public static final class Builder {
    private final ImmutableInstance.Builder members = new ImmutableInstance.Builder();

    Builder() {}

    /**
     * Sets the ID.
     *
     * @param instanceId the ID
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder instanceId(InstanceId instanceId) {
      members.instanceId(instanceId);
      return this;
    }

    /**
     * Sets the ID, given as text.
     *
     * @param instanceId the text, such as {@code i-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code instance-id.format}
     */
    @CanIgnoreReturnValue
    public Builder instanceId(String instanceId) {
      requireNonNull(instanceId, "instanceId");
      return instanceId(InstanceId.of(instanceId));
    }

    /**
     * Sets the ID of the launch.
     *
     * @param reservationId the ID, the same for instances that were launched together
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder reservationId(String reservationId) {
      members.reservationId(reservationId);
      return this;
    }

    /**
     * Sets which instance of its launch it is.
     *
     * @param amiLaunchIndex the index, from 0 on; at first 0
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder amiLaunchIndex(int amiLaunchIndex) {
      members.amiLaunchIndex(amiLaunchIndex);
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
     * Sets the account that launched the instance.
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
     * Sets the image as it was at the launch.
     *
     * @param image the image, without its permissions, tags and last launch
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder image(Ami image) {
      members.image(image);
      return this;
    }

    /**
     * Sets the state.
     *
     * @param state the state
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder state(InstanceState state) {
      members.state(state);
      return this;
    }

    /**
     * Sets why the instance is in its state.
     *
     * @param stateReason the reason
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder stateReason(StateReason stateReason) {
      members.stateReason(stateReason);
      return this;
    }

    /**
     * Sets the reason, or none.
     *
     * @param stateReason the reason; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder stateReason(Optional<? extends StateReason> stateReason) {
      requireNonNull(stateReason, "stateReason");
      members.stateReason(stateReason);
      return this;
    }

    /**
     * Sets the instance type.
     *
     * @param instanceType the name, such as {@code m7g.large}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder instanceType(String instanceType) {
      members.instanceType(instanceType);
      return this;
    }

    /**
     * Sets when the instance was launched.
     *
     * @param launchTime the time
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder launchTime(Instant launchTime) {
      members.launchTime(launchTime);
      return this;
    }

    /**
     * Sets when the instance was terminated.
     *
     * @param terminationTime the time
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder terminationTime(Instant terminationTime) {
      members.terminationTime(terminationTime);
      return this;
    }

    /**
     * Sets the termination time, or none.
     *
     * @param terminationTime the termination time; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder terminationTime(Optional<? extends Instant> terminationTime) {
      requireNonNull(terminationTime, "terminationTime");
      members.terminationTime(terminationTime);
      return this;
    }

    /**
     * Sets how the instance has booted.
     *
     * @param currentInstanceBootMode the boot mode
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder currentInstanceBootMode(BootMode currentInstanceBootMode) {
      members.currentInstanceBootMode(currentInstanceBootMode);
      return this;
    }

    /**
     * Sets the boot mode, or none.
     *
     * @param currentInstanceBootMode the boot mode; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder currentInstanceBootMode(Optional<? extends BootMode> currentInstanceBootMode) {
      requireNonNull(currentInstanceBootMode, "currentInstanceBootMode");
      members.currentInstanceBootMode(currentInstanceBootMode);
      return this;
    }

    /**
     * Sets whether the metadata service of the instance asks for tokens.
     *
     * @param httpTokensRequired whether it does; at first it does not
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder httpTokensRequired(boolean httpTokensRequired) {
      members.httpTokensRequired(httpTokensRequired);
      return this;
    }

    /**
     * Sets how many network hops the metadata tokens of the instance travel.
     *
     * @param httpPutResponseHopLimit the number; at first 1
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder httpPutResponseHopLimit(int httpPutResponseHopLimit) {
      members.httpPutResponseHopLimit(httpPutResponseHopLimit);
      return this;
    }

    /**
     * Sets the attached EBS volumes.
     *
     * @param volumes the volumes by device name, in the order of the devices
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder volumes(Map<? extends DeviceName, ? extends Attachment> volumes) {
      requireNonNull(volumes, "volumes");
      members.volumes(volumes);
      return this;
    }

    /**
     * Adds an attached EBS volume.
     *
     * @param deviceName the name of the device
     * @param volume the volume
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder putVolume(DeviceName deviceName, Attachment volume) {
      requireNonNull(deviceName, "deviceName");
      requireNonNull(volume, "volume");
      members.putVolume(deviceName, volume);
      return this;
    }

    /**
     * Sets the instance store volumes.
     *
     * @param virtualDevices {@code ephemeral0} and on, by device name
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder virtualDevices(Map<? extends DeviceName, ? extends String> virtualDevices) {
      requireNonNull(virtualDevices, "virtualDevices");
      members.virtualDevices(virtualDevices);
      return this;
    }

    /**
     * Adds an instance store volume.
     *
     * @param deviceName the name of the device
     * @param virtualName {@code ephemeral0} and on
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder putVirtualDevice(DeviceName deviceName, String virtualName) {
      requireNonNull(deviceName, "deviceName");
      requireNonNull(virtualName, "virtualName");
      members.putVirtualDevice(deviceName, virtualName);
      return this;
    }

    /**
     * Sets the product codes that the instance took from its image.
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
     * Adds a product code that the instance took from its image.
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
     * Returns the instance.
     *
     * @return the instance
     * @throws dev.amikit.rule.MissingAttributesException without ID, owner, image, state, instance
     *     type or launch time
     */
    public Instance build() {
      return members.build();
    }

    private Builder from(Instance value) {
      members.from(value);
      return this;
    }
  }

  /**
   * That a volume is attached.
   *
   * @param volumeId the volume
   * @param attachTime since when
   * @param deleteOnTermination whether it goes with the instance
   * @param ebsCardIndex which EBS card of the instance it is attached to; empty if none was named
   */
  public record Attachment(
      VolumeId volumeId,
      Instant attachTime,
      boolean deleteOnTermination,
      OptionalInt ebsCardIndex) {
    /**
     * Refuses null.
     *
     * @param volumeId the volume
     * @param attachTime since when
     * @param deleteOnTermination whether it goes with the instance
     * @param ebsCardIndex which EBS card of the instance it is attached to; empty if none was named
     */
    public Attachment {
      requireNonNull(volumeId, "volumeId");
      requireNonNull(attachTime, "attachTime");
      requireNonNull(ebsCardIndex, "ebsCardIndex");
    }
  }
}
