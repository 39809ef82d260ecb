package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.device.DeviceName;
import dev.amikit.id.AccountId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.tag.Tag;
import java.time.Instant;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on an image. */
public final class AmiAssert extends AbstractAssert<AmiAssert, @Nullable Ami> {
  private static final String UNTOLD =
      "its launch permissions were not told; DescribeImageAttribute tells them";

  AmiAssert(@Nullable Ami actual) {
    super(actual, AmiAssert.class);
  }

  /**
   * Checks that two are equal; if they are not, tells each member in which they differ.
   *
   * @param expected what it is to be equal to
   * @return this
   */
  @Override
  @CanIgnoreReturnValue
  public AmiAssert isEqualTo(@Nullable Object expected) {
    if (actual != null && expected instanceof Ami other && !actual.equals(other)) {
      failWithActualExpectedAndMessage(
          actual,
          other,
          "%s differs:%s",
          actual.imageId(),
          Differences.between(other, actual, Ami.class));
    }
    return super.isEqualTo(expected);
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
    Ami ami = ami();
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
    return check(ami().isPublic(), "be public", permissionsOr("it is not"));
  }

  /** {@return this, if nobody but the owner may launch the image, and its permissions tell that} */
  @CanIgnoreReturnValue
  public AmiAssert isPrivate() {
    Ami ami = ami();
    return check(
        ami.launchPermissions().map(ImmutableSet::isEmpty).orElse(false),
        "be private",
        permissionsOr(ami.isPublic() ? "it is public" : UNTOLD));
  }

  /** {@return this, if the launch permissions of the image are told} */
  @CanIgnoreReturnValue
  public AmiAssert tellsLaunchPermissions() {
    return check(ami().launchPermissions().isPresent(), "tell its launch permissions", UNTOLD);
  }

  /**
   * {@return this, if the launch permissions of the image are not told, but whether it is public}
   */
  @CanIgnoreReturnValue
  public AmiAssert doesNotTellLaunchPermissions() {
    return check(
        ami().launchPermissions().isEmpty(),
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
        ami().knownLaunchPermissions().contains(permission),
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
        ami().isDeprecatedAt(time), "be deprecated at " + time, "its deprecation " + deprecation());
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
        !ami().isDeprecatedAt(time),
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
        ami().isProtectedAt(time), "be protected at " + time, "its protection is " + protection());
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
        !ami().isProtectedAt(time),
        "not be protected at " + time,
        "its protection is " + protection());
  }

  /** {@return this, if the image lies in the Recycle Bin} */
  @CanIgnoreReturnValue
  public AmiAssert isInRecycleBin() {
    return check(ami().isInRecycleBin(), "be in the Recycle Bin", "it is not");
  }

  /** {@return this, if the image does not lie in the Recycle Bin} */
  @CanIgnoreReturnValue
  public AmiAssert isNotInRecycleBin() {
    Ami ami = ami();
    return check(
        !ami.isInRecycleBin(),
        "not be in the Recycle Bin",
        "it is, until "
            + ami.recycleBinStay().map(stay -> stay.exitTime().toString()).orElse("never"));
  }

  /** {@return this, if the image is a Windows image} */
  @CanIgnoreReturnValue
  public AmiAssert isWindows() {
    return check(ami().isWindows(), "be a Windows image", "it has no platform");
  }

  /** {@return this, if the root device of the image is an EBS volume} */
  @CanIgnoreReturnValue
  public AmiAssert hasEbsRoot() {
    Ami ami = ami();
    return check(
        ami.hasEbsRoot(),
        "have an EBS root",
        "its root device type is " + ami.rootDeviceType().map(Object::toString).orElse("absent"));
  }

  /**
   * Checks the owner.
   *
   * @param account the account that is to own the image
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiAssert isOwnedBy(AccountId account) {
    requireNonNull(account, "account");
    Ami ami = ami();
    return check(
        ami.ownerId().equals(account), "be owned by " + account, "its owner is " + ami.ownerId());
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
    String found = ami().name().map(any -> "'" + any + "'").orElse("absent");
    return check(found.equals("'" + name + "'"), "have the name '" + name + "'", "it is " + found);
  }

  /**
   * Checks that the image has a tag.
   *
   * @param key the key
   * @param value the value
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiAssert hasTag(String key, String value) {
    Tag tag = Tag.of(key, value);
    return check(
        ami().tags().contains(tag),
        "have the tag " + tag,
        "its tags are " + ami().tags());
  }

  /**
   * Checks that no tag of the image has a key.
   *
   * @param key the key
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiAssert hasNoTag(String key) {
    return check(
        !ami().tags().contains(key),
        "have no tag " + key,
        "its tags are " + ami().tags());
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
        ami().snapshotIds().contains(snapshot),
        "be backed by " + snapshot,
        "its snapshots are " + ami().snapshotIds());
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
        ami().device(DeviceName.of(deviceName)).isPresent(),
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
    Ami ami = ami();
    String found = ami.rootDeviceName().map(DeviceName::value).orElse("absent");
    check(
        found.equals(deviceName),
        "have the root device " + deviceName,
        "its root device name is " + found);
    return hasDevice(deviceName);
  }

  private String permissionsOr(String untold) {
    return ami()
        .launchPermissions()
        .map(told -> "its launch permissions are " + told)
        .orElse(untold);
  }

  private String deprecation() {
    return ami().deprecationTime().map(time -> "begins at " + time).orElse("is not set");
  }

  private String protection() {
    return ami().deregistrationProtection().map(Object::toString).orElse("absent");
  }

  private Object devices() {
    return ami().blockDeviceMappings().stream()
        .map(mapping -> mapping.deviceName().value())
        .toList();
  }

  private Ami ami() {
    isNotNull();
    return Objects.requireNonNull(actual);
  }

  private AmiAssert check(boolean holds, String wanted, String found) {
    if (!holds) {
      failWithMessage("Expected %s to %s but %s", ami().imageId(), wanted, found);
    }
    return this;
  }
}
