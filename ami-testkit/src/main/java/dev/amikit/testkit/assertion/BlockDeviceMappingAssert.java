package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.id.SnapshotId;
import org.jspecify.annotations.Nullable;

/** Assertions on an entry of a block device mapping. */
public final class BlockDeviceMappingAssert
    extends ValueAssert<BlockDeviceMappingAssert, BlockDeviceMapping> {
  BlockDeviceMappingAssert(@Nullable BlockDeviceMapping actual) {
    super(actual, BlockDeviceMappingAssert.class, BlockDeviceMapping.class);
  }

  @Override
  DeviceName name(BlockDeviceMapping mapping) {
    return mapping.deviceName();
  }

  /** {@return this, if the device is an EBS volume} */
  @CanIgnoreReturnValue
  public BlockDeviceMappingAssert isEbs() {
    return check(value().isEbs(), "be an EBS volume");
  }

  /** {@return this, if the entry takes the device away} */
  @CanIgnoreReturnValue
  public BlockDeviceMappingAssert isSuppressed() {
    return check(value().noDevice().isPresent(), "be suppressed");
  }

  /**
   * Checks that the device is an instance store volume.
   *
   * @param virtualName the volume, such as {@code ephemeral0}
   * @return this
   */
  @CanIgnoreReturnValue
  public BlockDeviceMappingAssert isVirtual(String virtualName) {
    requireNonNull(virtualName, "virtualName");
    return check(
        value().virtualName().filter(virtualName::equals).isPresent(), "be " + virtualName);
  }

  /**
   * Checks that the device is made from a snapshot.
   *
   * @param snapshot the snapshot
   * @return this
   */
  @CanIgnoreReturnValue
  public BlockDeviceMappingAssert isBackedBy(SnapshotId snapshot) {
    requireNonNull(snapshot, "snapshot");
    return check(
        value().snapshotId().filter(snapshot::equals).isPresent(), "be backed by " + snapshot);
  }

  private BlockDeviceMappingAssert check(boolean holds, String wanted) {
    return check(holds, wanted, "it is " + found());
  }

  private String found() {
    BlockDeviceMapping mapping = value();
    return mapping.virtualName().or(() -> mapping.ebs().map(Object::toString)).orElse("suppressed");
  }
}
