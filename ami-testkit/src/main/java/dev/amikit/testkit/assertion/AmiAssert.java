package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.device.DeviceName;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.tag.Tags;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Assertions on an image. */
public final class AmiAssert extends ResourceAssert<AmiAssert, Ami> {
  private static final String UNTOLD =
      "its launch permissions were not told; DescribeImageAttribute tells them";

  AmiAssert(@Nullable Ami actual) {
    super(actual, AmiAssert.class, Ami.class);
  }

  @Override
  ImageId name(Ami ami) {
    return ami.imageId();
  }

  @Override
  AccountId owner(Ami ami) {
    return ami.ownerId();
  }

  @Override
  Tags tags(Ami ami) {
    return ami.tags();
  }

  /**
   * Checks the state.
   *
   * @param state the state that the image is to be in
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiAssert isInState(AmiState state) {
    requireNonNull(state, "state");
    Ami ami = value();
    return check(ami.state() == state, "be " + state, "it is " + ami.state());
  }

  /** {@return this, if the image is available} */
  @CanIgnoreReturnValue
  public AmiAssert isAvailable() {
    return isInState(AmiState.AVAILABLE);
  }

  /** {@return this, if the image is disabled} */
  @CanIgnoreReturnValue
  public AmiAssert isDisabled() {
    return isInState(AmiState.DISABLED);
  }

  /** {@return this, if everyone may launch the image} */
  @CanIgnoreReturnValue
  public AmiAssert isPublic() {
    return check(value().isPublic(), "be public", permissionsOr("it is not"));
  }

  /** {@return this, if nobody but the owner may launch the image, and its permissions tell that} */
  @CanIgnoreReturnValue
  public AmiAssert isPrivate() {
    Ami ami = value();
    return check(
        ami.launchPermissions().map(ImmutableSet::isEmpty).orElse(false),
        "be private",
        permissionsOr(ami.isPublic() ? "it is public" : UNTOLD));
  }

  /** {@return this, if the launch permissions of the image are told} */
  @CanIgnoreReturnValue
  public AmiAssert tellsLaunchPermissions() {
    return check(value().launchPermissions().isPresent(), "tell its launch permissions", UNTOLD);
  }

  /**
   * {@return this, if the launch permissions of the image are not told, but whether it is public}
   */
  @CanIgnoreReturnValue
  public AmiAssert doesNotTellLaunchPermissions() {
    return check(
        value().launchPermissions().isEmpty(),
        "leave its launch permissions untold",
        permissionsOr(UNTOLD));
  }

  /**
   * Checks that the image is shared with an account by its ID, as its launch permissions tell.
   *
   * @param account the account
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiAssert isSharedWith(AccountId account) {
    requireNonNull(account, "account");
    return hasLaunchPermission(LaunchPermission.userId(account));
  }

  /**
   * Checks that the image has a launch permission. Without told launch permissions, as in answers
   * of DescribeImages, only that of everyone is known.
   *
   * @param permission the permission
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiAssert hasLaunchPermission(LaunchPermission permission) {
    requireNonNull(permission, "permission");
    return check(
        value().knownLaunchPermissions().contains(permission),
        "be shared with " + permission,
        permissionsOr(permission.isToEveryone() ? "it is not public" : UNTOLD));
  }

  /**
   * Checks that the image is deprecated at a time.
   *
   * @param time the time
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiAssert isDeprecatedAt(Instant time) {
    return check(
        value().isDeprecatedAt(time),
        "be deprecated at " + time,
        "its deprecation " + deprecation());
  }

  /**
   * Checks that the image is not deprecated at a time.
   *
   * @param time the time
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiAssert isNotDeprecatedAt(Instant time) {
    return check(
        !value().isDeprecatedAt(time),
        "not be deprecated at " + time,
        "its deprecation " + deprecation());
  }

  /**
   * Checks that the image is kept from being deregistered at a time.
   *
   * @param time the time
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiAssert isProtectedAt(Instant time) {
    return check(
        value().isProtectedAt(time),
        "be protected at " + time,
        "its protection is " + protection());
  }

  /**
   * Checks that nothing keeps the image from being deregistered at a time.
   *
   * @param time the time
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiAssert isNotProtectedAt(Instant time) {
    return check(
        !value().isProtectedAt(time),
        "not be protected at " + time,
        "its protection is " + protection());
  }

  /** {@return this, if the image lies in the Recycle Bin} */
  @CanIgnoreReturnValue
  public AmiAssert isInRecycleBin() {
    return check(value().isInRecycleBin(), "be in the Recycle Bin", "it is not");
  }

  /** {@return this, if the image does not lie in the Recycle Bin} */
  @CanIgnoreReturnValue
  public AmiAssert isNotInRecycleBin() {
    Ami ami = value();
    return check(
        !ami.isInRecycleBin(),
        "not be in the Recycle Bin",
        "it is, until "
            + ami.recycleBinStay().map(stay -> stay.exitTime().toString()).orElse("never"));
  }

  /** {@return this, if the image is a Windows image} */
  @CanIgnoreReturnValue
  public AmiAssert isWindows() {
    return check(value().isWindows(), "be a Windows image", "it has no platform");
  }

  /** {@return this, if the root device of the image is an EBS volume} */
  @CanIgnoreReturnValue
  public AmiAssert hasEbsRoot() {
    Ami ami = value();
    return check(
        ami.hasEbsRoot(),
        "have an EBS root",
        "its root device type is " + ami.rootDeviceType().map(Object::toString).orElse("absent"));
  }

  /**
   * Checks the name.
   *
   * @param name the name that the image is to have
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiAssert hasName(String name) {
    requireNonNull(name, "name");
    String found = value().name().map(any -> "'" + any + "'").orElse("absent");
    return check(found.equals("'" + name + "'"), "have the name '" + name + "'", "it is " + found);
  }

  /**
   * Checks that a snapshot backs a device of the image.
   *
   * @param snapshot the snapshot
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiAssert isBackedBy(SnapshotId snapshot) {
    requireNonNull(snapshot, "snapshot");
    return check(
        value().snapshotIds().contains(snapshot),
        "be backed by " + snapshot,
        "its snapshots are " + value().snapshotIds());
  }

  /**
   * Checks that the image has a device.
   *
   * @param deviceName the name of the device
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiAssert hasDevice(String deviceName) {
    requireNonNull(deviceName, "deviceName");
    return check(
        value().device(DeviceName.of(deviceName)).isPresent(),
        "have the device " + deviceName,
        "its devices are " + devices());
  }

  /**
   * Checks which device is the root device, and that the image has it.
   *
   * @param deviceName the name of the root device
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiAssert hasRootDevice(String deviceName) {
    requireNonNull(deviceName, "deviceName");
    Ami ami = value();
    String found = ami.rootDeviceName().map(DeviceName::value).orElse("absent");
    check(
        found.equals(deviceName),
        "have the root device " + deviceName,
        "its root device name is " + found);
    return hasDevice(deviceName);
  }

  private String permissionsOr(String untold) {
    return value()
        .launchPermissions()
        .map(told -> "its launch permissions are " + told)
        .orElse(untold);
  }

  private String deprecation() {
    return value().deprecationTime().map(time -> "begins at " + time).orElse("is not set");
  }

  private String protection() {
    return value().deregistrationProtection().map(Object::toString).orElse("absent");
  }

  private Object devices() {
    return value().blockDeviceMappings().stream()
        .map(mapping -> mapping.deviceName().value())
        .toList();
  }
}
