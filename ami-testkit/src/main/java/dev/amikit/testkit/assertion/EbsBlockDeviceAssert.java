package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.SnapshotId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on an EBS volume of a mapping. */
public final class EbsBlockDeviceAssert
    extends AbstractAssert<EbsBlockDeviceAssert, @Nullable EbsBlockDevice> {
  EbsBlockDeviceAssert(@Nullable EbsBlockDevice actual) {
    super(actual, EbsBlockDeviceAssert.class);
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
    return check(volume().volumeType().equals(Optional.of(type)), "a volume of type " + type);
  }

  /**
   * Checks the size.
   *
   * @param gib the size in GiB
   * @return this
   */
  @CanIgnoreReturnValue
  public EbsBlockDeviceAssert hasVolumeSize(int gib) {
    return check(volume().volumeSize().equals(OptionalInt.of(gib)), "a volume of " + gib + " GiB");
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
        volume().snapshotId().equals(Optional.of(snapshot)), "a volume made from " + snapshot);
  }

  /** {@return this, if the volume is known to be encrypted} */
  @CanIgnoreReturnValue
  public EbsBlockDeviceAssert isEncrypted() {
    return check(volume().isEncrypted(), "an encrypted volume");
  }

  /** {@return this, if the volume is not known to be encrypted} */
  @CanIgnoreReturnValue
  public EbsBlockDeviceAssert isNotEncrypted() {
    return check(!volume().isEncrypted(), "a volume that is not encrypted");
  }

  private EbsBlockDevice volume() {
    isNotNull();
    return Objects.requireNonNull(actual);
  }

  private EbsBlockDeviceAssert check(boolean holds, String wanted) {
    if (!holds) {
      failWithMessage("Expected %s but it is %s", wanted, volume());
    }
    return this;
  }
}
