package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.state.VolumeState;
import dev.amikit.tag.Tags;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Assertions on a volume. */
public final class VolumeAssert extends ResourceAssert<VolumeAssert, Volume> {
  VolumeAssert(@Nullable Volume actual) {
    super(actual, VolumeAssert.class, Volume.class);
  }

  @Override
  VolumeId name(Volume volume) {
    return volume.volumeId();
  }

  @Override
  AccountId owner(Volume volume) {
    return volume.ownerId();
  }

  @Override
  Tags tags(Volume volume) {
    return volume.tags();
  }

  /**
   * Checks that the volume is attached to an instance.
   *
   * @param instance the instance
   * @return this
   */
  @CanIgnoreReturnValue
  public VolumeAssert isAttachedTo(InstanceId instance) {
    requireNonNull(instance, "instance");
    return check(
        value().instanceId().equals(Optional.of(instance)),
        "be attached to " + instance,
        attachment());
  }

  /** {@return this, if the volume is attached to no instance} */
  @CanIgnoreReturnValue
  public VolumeAssert isAvailable() {
    return check(value().state() == VolumeState.AVAILABLE, "be available", attachment());
  }

  /**
   * Checks the type.
   *
   * @param type the type that the volume is to have
   * @return this
   */
  @CanIgnoreReturnValue
  public VolumeAssert hasVolumeType(VolumeType type) {
    requireNonNull(type, "type");
    VolumeType found = value().volumeType();
    return check(found.equals(type), "be of type " + type, "it is of type " + found);
  }

  /**
   * Checks the size.
   *
   * @param gib the size in GiB
   * @return this
   */
  @CanIgnoreReturnValue
  public VolumeAssert hasSize(int gib) {
    int found = value().size();
    return check(found == gib, "have %d GiB".formatted(gib), "it has %d GiB".formatted(found));
  }

  /**
   * Checks that the volume was made from a snapshot.
   *
   * @param snapshot the snapshot
   * @return this
   */
  @CanIgnoreReturnValue
  public VolumeAssert isMadeFrom(SnapshotId snapshot) {
    requireNonNull(snapshot, "snapshot");
    Optional<SnapshotId> found = value().snapshotId();
    return check(
        found.equals(Optional.of(snapshot)),
        "be made from " + snapshot,
        found.map(other -> "it is from " + other).orElse("it is from no snapshot"));
  }

  /** {@return this, if the volume is encrypted} */
  @CanIgnoreReturnValue
  public VolumeAssert isEncrypted() {
    return check(value().isEncrypted(), "be encrypted", "it is not");
  }

  /** {@return this, if the volume is not encrypted} */
  @CanIgnoreReturnValue
  public VolumeAssert isNotEncrypted() {
    return check(!value().isEncrypted(), "not be encrypted", "it is");
  }

  private String attachment() {
    return value()
        .instanceId()
        .map(instance -> "it is attached to " + instance)
        .orElse("it is available");
  }
}
