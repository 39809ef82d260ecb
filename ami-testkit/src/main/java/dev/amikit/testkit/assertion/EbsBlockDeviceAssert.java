package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.SnapshotId;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Assertions on an EBS volume of a mapping. */
public final class EbsBlockDeviceAssert extends ValueAssert<EbsBlockDeviceAssert, EbsBlockDevice> {
  EbsBlockDeviceAssert(@Nullable EbsBlockDevice actual) {
    super(actual, EbsBlockDeviceAssert.class, EbsBlockDevice.class);
  }

  @Override
  String name(EbsBlockDevice volume) {
    return "the volume";
  }

  /**
   * Checks the type.
   *
   * @param type the type that the volume is to have
   * @return this
   */
  @CanIgnoreReturnValue
  public EbsBlockDeviceAssert hasVolumeType(VolumeType type) {
    requireNonNull(type, "type");
    return check(value().volumeType().equals(Optional.of(type)), "a volume of type " + type);
  }

  /**
   * Checks the size.
   *
   * @param gib the size in GiB
   * @return this
   */
  @CanIgnoreReturnValue
  public EbsBlockDeviceAssert hasVolumeSize(int gib) {
    return check(value().volumeSize().equals(OptionalInt.of(gib)), "a volume of " + gib + " GiB");
  }

  /**
   * Checks that the volume is made from a snapshot.
   *
   * @param snapshot the snapshot
   * @return this
   */
  @CanIgnoreReturnValue
  public EbsBlockDeviceAssert isBackedBy(SnapshotId snapshot) {
    requireNonNull(snapshot, "snapshot");
    return check(
        value().snapshotId().equals(Optional.of(snapshot)), "a volume made from " + snapshot);
  }

  /** {@return this, if the volume is known to be encrypted} */
  @CanIgnoreReturnValue
  public EbsBlockDeviceAssert isEncrypted() {
    return check(value().isEncrypted(), "an encrypted volume");
  }

  /** {@return this, if the volume is not known to be encrypted} */
  @CanIgnoreReturnValue
  public EbsBlockDeviceAssert isNotEncrypted() {
    return check(!value().isEncrypted(), "a volume that is not encrypted");
  }

  private EbsBlockDeviceAssert check(boolean holds, String wanted) {
    if (!holds) {
      failWithMessage("Expected %s but it is %s", wanted, value());
    }
    return this;
  }
}
