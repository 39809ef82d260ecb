package dev.amikit.registry.operation;

import com.google.common.collect.ImmutableSet;
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

  /** Builds an {@link InstanceTypeInfo}. */
  public static final class Builder extends ImmutableInstanceTypeInfo.Builder {
    Builder() {}
  }
}
