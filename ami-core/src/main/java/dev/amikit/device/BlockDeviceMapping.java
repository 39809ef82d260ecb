package dev.amikit.device;

import static dev.amikit.rule.ErrorCode.INVALID_BLOCK_DEVICE_MAPPING;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.Rule.rule;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.SnapshotId;
import dev.amikit.rule.Broken;
import dev.amikit.rule.Rule;
import java.beans.Transient;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One device of an image or of a request: a name, and exactly one of an {@linkplain #ebs() EBS
 * volume}, an {@linkplain #virtualName() instance store volume} and a {@linkplain #noDevice()
 * suppressed device}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_BlockDeviceMapping.html">BlockDeviceMapping</a>
 */
@Value.Immutable
public abstract class BlockDeviceMapping {
  private static final Rule ONE_KIND = rule(
          "block-device-mapping.one-kind",
          "an entry is exactly one of EBS volume, virtual device and suppressed device",
          INVALID_BLOCK_DEVICE_MAPPING,
          "API reference, BlockDeviceMapping",
          "VAL-12",
          "BDM-01")
      .saying(own(
          "Exactly one of ebs, virtualName and noDevice must be provided for: " + "{deviceName}"));

  /** The rules that every entry keeps. */
  public static final ImmutableList<Rule> RULES = ImmutableList.of(ONE_KIND);

  BlockDeviceMapping() {}

  /** {@return the name of the device} */
  public abstract DeviceName deviceName();

  /** {@return the EBS volume, if the device is one} */
  public abstract Optional<EbsBlockDevice> ebs();

  /**
   * {@return the name of the instance store volume, if the device is one: {@code ephemeral0} and
   * on}
   */
  public abstract Optional<String> virtualName();

  /** {@return the text, commonly empty, whose presence takes the device away} */
  public abstract Optional<String> noDevice();

  /**
   * Returns an EBS volume under a name.
   *
   * @param deviceName the name
   * @param ebs the volume
   * @return the entry
   */
  public static BlockDeviceMapping ebs(DeviceName deviceName, EbsBlockDevice ebs) {
    requireNonNull(deviceName, "deviceName");
    return builder().deviceName(deviceName).ebs(ebs).build();
  }

  /**
   * Returns an EBS volume under a name.
   *
   * @param deviceName the name, such as {@code /dev/xvda}
   * @param ebs the volume
   * @return the entry
   * @throws dev.amikit.rule.RuleViolationException by {@code device-name.not-empty}
   */
  public static BlockDeviceMapping ebs(String deviceName, EbsBlockDevice ebs) {
    requireNonNull(deviceName, "deviceName");
    return ebs(DeviceName.of(deviceName), ebs);
  }

  /**
   * Returns an instance store volume under a name.
   *
   * @param deviceName the name
   * @param virtualName the volume, such as {@code ephemeral0}
   * @return the entry
   */
  public static BlockDeviceMapping virtual(DeviceName deviceName, String virtualName) {
    requireNonNull(deviceName, "deviceName");
    return builder().deviceName(deviceName).virtualName(virtualName).build();
  }

  /**
   * Returns an instance store volume under a name.
   *
   * @param deviceName the name, such as {@code /dev/sdb}
   * @param virtualName the volume, such as {@code ephemeral0}
   * @return the entry
   * @throws dev.amikit.rule.RuleViolationException by {@code device-name.not-empty}
   */
  public static BlockDeviceMapping virtual(String deviceName, String virtualName) {
    requireNonNull(deviceName, "deviceName");
    return virtual(DeviceName.of(deviceName), virtualName);
  }

  /**
   * Returns an entry that takes a device away.
   *
   * @param deviceName the name of that device
   * @return the entry
   */
  public static BlockDeviceMapping suppressed(DeviceName deviceName) {
    requireNonNull(deviceName, "deviceName");
    return builder().deviceName(deviceName).noDevice("").build();
  }

  /**
   * Returns an entry that takes a device away.
   *
   * @param deviceName the name of that device, such as {@code /dev/sdb}
   * @return the entry
   * @throws dev.amikit.rule.RuleViolationException by {@code device-name.not-empty}
   */
  public static BlockDeviceMapping suppressed(String deviceName) {
    requireNonNull(deviceName, "deviceName");
    return suppressed(DeviceName.of(deviceName));
  }

  /** {@return a builder without a value} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder with the values of this entry} */
  public final Builder toBuilder() {
    return new Builder().from(this);
  }

  /** {@return whether the device is an EBS volume} */
  @Transient
  public final boolean isEbs() {
    return ebs().isPresent();
  }

  /** {@return the snapshot that the device is made from; empty if there is none} */
  public final Optional<SnapshotId> snapshotId() {
    return ebs().isPresent() ? ebs().get().snapshotId() : Optional.empty();
  }

  private static Broken brokenBy(BlockDeviceMapping mapping) {
    int kinds = (mapping.ebs().isPresent() ? 1 : 0)
        + (mapping.virtualName().isPresent() ? 1 : 0)
        + (mapping.noDevice().isPresent() ? 1 : 0);
    return kinds == 1
        ? Broken.NOTHING
        : Broken.NOTHING.and(
            ONE_KIND.brokenBy("", mapping.kinds()).with("deviceName", mapping.deviceName()));
  }

  private String kinds() {
    ImmutableList.Builder<String> kinds = ImmutableList.builder();
    ebs().ifPresent(any -> kinds.add("ebs"));
    virtualName().ifPresent(any -> kinds.add("virtualName"));
    noDevice().ifPresent(any -> kinds.add("noDevice"));
    return String.join(", ", kinds.build());
  }

  /**
   * Builds a {@link BlockDeviceMapping}: a name, and one of EBS volume, virtual name and no device.
   */
  public static final class Builder {
    private final ImmutableBlockDeviceMapping.Builder members =
        new ImmutableBlockDeviceMapping.Builder();
    private boolean hasDeviceName;

    Builder() {}

    /**
     * Sets the name of the device.
     *
     * @param deviceName the name
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder deviceName(DeviceName deviceName) {
      members.deviceName(deviceName);
      hasDeviceName = true;
      return this;
    }

    /**
     * Sets the name, given as text.
     *
     * @param deviceName the text, such as {@code /dev/xvda}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code device-name.not-empty}
     */
    @CanIgnoreReturnValue
    public Builder deviceName(String deviceName) {
      requireNonNull(deviceName, "deviceName");
      return deviceName(DeviceName.of(deviceName));
    }

    /**
     * Sets the EBS volume that the device is.
     *
     * @param ebs the volume
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ebs(EbsBlockDevice ebs) {
      members.ebs(ebs);
      return this;
    }

    /**
     * Sets the volume, or none.
     *
     * @param ebs the volume; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ebs(Optional<? extends EbsBlockDevice> ebs) {
      requireNonNull(ebs, "ebs");
      members.ebs(ebs);
      return this;
    }

    /**
     * Sets the instance store volume that the device is.
     *
     * @param virtualName the name of the volume: {@code ephemeral0} and on
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder virtualName(String virtualName) {
      members.virtualName(virtualName);
      return this;
    }

    /**
     * Sets the virtual name, or none.
     *
     * @param virtualName the virtual name; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder virtualName(Optional<String> virtualName) {
      requireNonNull(virtualName, "virtualName");
      members.virtualName(virtualName);
      return this;
    }

    /**
     * Sets the text whose presence takes the device away.
     *
     * @param noDevice the text, commonly empty
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder noDevice(String noDevice) {
      members.noDevice(noDevice);
      return this;
    }

    /**
     * Sets the text, or none.
     *
     * @param noDevice the text; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder noDevice(Optional<String> noDevice) {
      requireNonNull(noDevice, "noDevice");
      members.noDevice(noDevice);
      return this;
    }

    /**
     * Returns the entry.
     *
     * @return the entry, which keeps {@link BlockDeviceMapping#RULES}
     * @throws dev.amikit.rule.RuleViolationException by {@code device-name.not-empty} without a
     *     device name, else with every broken rule, if it would not
     */
    public BlockDeviceMapping build() {
      if (!hasDeviceName) {
        throw DeviceName.NOT_EMPTY.refuse("deviceName", Optional.empty());
      }
      BlockDeviceMapping mapping = members.build();
      return brokenBy(mapping).orKeep(mapping);
    }

    private Builder from(BlockDeviceMapping value) {
      members.from(value);
      hasDeviceName = true;
      return this;
    }
  }
}
