package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.id.SnapshotId;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on an entry of a block device mapping. */
public final class BlockDeviceMappingAssert
    extends AbstractAssert<BlockDeviceMappingAssert, @Nullable BlockDeviceMapping> {
  BlockDeviceMappingAssert(@Nullable BlockDeviceMapping actual) {
    super(actual, BlockDeviceMappingAssert.class);
  }

  /** {@return this, if the device is an EBS volume} */
  @CanIgnoreReturnValue
  public BlockDeviceMappingAssert isEbs() {
    return check(mapping().isEbs(), "be an EBS volume");
  }

  /** {@return this, if the entry takes the device away} */
  @CanIgnoreReturnValue
  public BlockDeviceMappingAssert isSuppressed() {
    return check(mapping().noDevice().isPresent(), "be suppressed");
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
        mapping().virtualName().filter(virtualName::equals).isPresent(), "be " + virtualName);
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
        mapping().snapshotId().filter(snapshot::equals).isPresent(), "be backed by " + snapshot);
  }

  private BlockDeviceMapping mapping() {
    isNotNull();
    return Objects.requireNonNull(actual);
  }

  private BlockDeviceMappingAssert check(boolean holds, String wanted) {
    if (!holds) {
      failWithMessage("Expected %s to %s but it is %s", mapping().deviceName(), wanted, found());
    }
    return this;
  }

  private String found() {
    BlockDeviceMapping mapping = mapping();
    return mapping.virtualName().or(() -> mapping.ebs().map(Object::toString)).orElse("suppressed");
  }
}
