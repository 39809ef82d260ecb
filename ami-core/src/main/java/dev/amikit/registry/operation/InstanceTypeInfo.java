package dev.amikit.registry.operation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeviceType;
import dev.amikit.image.VirtualizationType;
import org.immutables.value.Value;

/**
 * What an instance type asks of an image.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceTypeInfo.html">InstanceTypeInfo</a>
 */
@Value.Immutable
public abstract class InstanceTypeInfo {
  InstanceTypeInfo() {}

  /** {@return the name, such as {@code m7g.large}} */
  public abstract String instanceType();

  /** {@return the architectures that it runs} */
  public abstract ImmutableSet<Architecture> supportedArchitectures();

  /** {@return the virtualization types that it runs} */
  public abstract ImmutableSet<VirtualizationType> supportedVirtualizationTypes();

  /** {@return the root devices that it boots from} */
  public abstract ImmutableSet<DeviceType> supportedRootDeviceTypes();

  /** {@return the ways that it boots: {@code legacy-bios}, {@code uefi} or both} */
  public abstract ImmutableSet<BootMode> supportedBootModes();

  /** {@return whether it needs an image with the ENA driver} */
  public abstract boolean enaRequired();

  /** {@return whether it has NitroTPM} */
  public abstract boolean nitroTpmSupported();

  /** {@return whether it can attach encrypted volumes} */
  public abstract boolean encryptionSupported();

  /** {@return a builder without a value} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Builds an {@link InstanceTypeInfo}. The name has to be set, and what the type requires and
   * supports by yes or no.
   */
  public static final class Builder {
    private final ImmutableInstanceTypeInfo.Builder members =
        new ImmutableInstanceTypeInfo.Builder();

    Builder() {}

    /**
     * Sets the name.
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
     * Sets the architectures that the type runs.
     *
     * @param supportedArchitectures the architectures
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder supportedArchitectures(Iterable<? extends Architecture> supportedArchitectures) {
      requireNonNull(supportedArchitectures, "supportedArchitectures");
      members.supportedArchitectures(supportedArchitectures);
      return this;
    }

    /**
     * Adds an architecture that the type runs.
     *
     * @param supportedArchitecture the architecture
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addSupportedArchitecture(Architecture supportedArchitecture) {
      requireNonNull(supportedArchitecture, "supportedArchitecture");
      members.addSupportedArchitecture(supportedArchitecture);
      return this;
    }

    /**
     * Sets the virtualization types that the type runs.
     *
     * @param supportedVirtualizationTypes the virtualization types
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder supportedVirtualizationTypes(
        Iterable<? extends VirtualizationType> supportedVirtualizationTypes) {
      requireNonNull(supportedVirtualizationTypes, "supportedVirtualizationTypes");
      members.supportedVirtualizationTypes(supportedVirtualizationTypes);
      return this;
    }

    /**
     * Adds a virtualization type that the type runs.
     *
     * @param supportedVirtualizationType the virtualization type
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addSupportedVirtualizationType(VirtualizationType supportedVirtualizationType) {
      requireNonNull(supportedVirtualizationType, "supportedVirtualizationType");
      members.addSupportedVirtualizationType(supportedVirtualizationType);
      return this;
    }

    /**
     * Sets the root devices that the type boots from.
     *
     * @param supportedRootDeviceTypes the root device types
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder supportedRootDeviceTypes(
        Iterable<? extends DeviceType> supportedRootDeviceTypes) {
      requireNonNull(supportedRootDeviceTypes, "supportedRootDeviceTypes");
      members.supportedRootDeviceTypes(supportedRootDeviceTypes);
      return this;
    }

    /**
     * Adds a root device that the type boots from.
     *
     * @param supportedRootDeviceType the root device type
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addSupportedRootDeviceType(DeviceType supportedRootDeviceType) {
      requireNonNull(supportedRootDeviceType, "supportedRootDeviceType");
      members.addSupportedRootDeviceType(supportedRootDeviceType);
      return this;
    }

    /**
     * Sets the ways that the type boots.
     *
     * @param supportedBootModes {@code legacy-bios}, {@code uefi} or both
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder supportedBootModes(Iterable<? extends BootMode> supportedBootModes) {
      requireNonNull(supportedBootModes, "supportedBootModes");
      members.supportedBootModes(supportedBootModes);
      return this;
    }

    /**
     * Adds a way that the type boots.
     *
     * @param supportedBootMode the boot mode
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addSupportedBootMode(BootMode supportedBootMode) {
      requireNonNull(supportedBootMode, "supportedBootMode");
      members.addSupportedBootMode(supportedBootMode);
      return this;
    }

    /**
     * Sets whether the type needs an image with the ENA driver.
     *
     * @param enaRequired whether it does
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder enaRequired(boolean enaRequired) {
      members.enaRequired(enaRequired);
      return this;
    }

    /**
     * Sets whether the type has NitroTPM.
     *
     * @param nitroTpmSupported whether it has
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder nitroTpmSupported(boolean nitroTpmSupported) {
      members.nitroTpmSupported(nitroTpmSupported);
      return this;
    }

    /**
     * Sets whether the type can attach encrypted volumes.
     *
     * @param encryptionSupported whether it can
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder encryptionSupported(boolean encryptionSupported) {
      members.encryptionSupported(encryptionSupported);
      return this;
    }

    /**
     * Returns the instance type.
     *
     * @return the instance type
     * @throws dev.amikit.rule.MissingAttributesException without a name, or one of the answers by
     *     yes or no
     */
    public InstanceTypeInfo build() {
      return members.build();
    }
  }
}
