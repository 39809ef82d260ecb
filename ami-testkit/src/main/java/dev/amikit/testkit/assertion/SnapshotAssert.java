package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.AccountId;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.tag.Tag;
import java.time.Instant;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on a snapshot. */
public final class SnapshotAssert extends AbstractAssert<SnapshotAssert, @Nullable Snapshot> {
  SnapshotAssert(@Nullable Snapshot actual) {
    super(actual, SnapshotAssert.class);
  }

  /**
   * Checks that two are equal; if they are not, tells each member in which they differ.
   *
   * @param expected what it is to be equal to
   * @return this
   */
  @Override
  @CanIgnoreReturnValue
  public SnapshotAssert isEqualTo(@Nullable Object expected) {
    if (actual != null && expected instanceof Snapshot other && !actual.equals(other)) {
      failWithActualExpectedAndMessage(
          actual,
          other,
          "%s differs:%s",
          actual.snapshotId(),
          Differences.between(other, actual, Snapshot.class));
    }
    return super.isEqualTo(expected);
  }

  /**
   * Checks the state.
   *
   * @param state the state that the snapshot is to be in
   * @return this
   */
  @CanIgnoreReturnValue
  public SnapshotAssert isInState(SnapshotState state) {
    requireNonNull(state, "state");
    Snapshot snapshot = snapshot();
    return check(snapshot.state().equals(state), "be " + state, "it is " + snapshot.state());
  }

  /** {@return this, if the snapshot is completed} */
  @CanIgnoreReturnValue
  public SnapshotAssert isCompleted() {
    return isInState(SnapshotState.COMPLETED);
  }

  /** {@return this, if the snapshot is known to be encrypted} */
  @CanIgnoreReturnValue
  public SnapshotAssert isEncrypted() {
    return check(snapshot().isEncrypted(), "be encrypted", "it is not");
  }

  /** {@return this, if the snapshot is not known to be encrypted} */
  @CanIgnoreReturnValue
  public SnapshotAssert isNotEncrypted() {
    return check(!snapshot().isEncrypted(), "not be encrypted", "it is");
  }

  /** {@return this, if the snapshot is in the archive tier} */
  @CanIgnoreReturnValue
  public SnapshotAssert isArchived() {
    Snapshot snapshot = snapshot();
    return check(
        snapshot.isArchived(),
        "be archived",
        "its storage tier is " + snapshot.storageTier().map(Object::toString).orElse("absent"));
  }

  /** {@return this, if the snapshot lies in the Recycle Bin} */
  @CanIgnoreReturnValue
  public SnapshotAssert isInRecycleBin() {
    return check(snapshot().isInRecycleBin(), "be in the Recycle Bin", "it is not");
  }

  /** {@return this, if the snapshot does not lie in the Recycle Bin} */
  @CanIgnoreReturnValue
  public SnapshotAssert isNotInRecycleBin() {
    Snapshot snapshot = snapshot();
    return check(
        !snapshot.isInRecycleBin(),
        "not be in the Recycle Bin",
        "it is, until "
            + snapshot.recycleBinStay().map(stay -> stay.exitTime().toString()).orElse("never"));
  }

  /**
   * Checks that the snapshot is locked at a time.
   *
   * @param time the time
   * @return this
   */
  @CanIgnoreReturnValue
  public SnapshotAssert isLockedAt(Instant time) {
    requireNonNull(time, "time");
    return check(isLocked(time), "be locked at " + time, lock());
  }

  /**
   * Checks that the snapshot is not locked at a time.
   *
   * @param time the time
   * @return this
   */
  @CanIgnoreReturnValue
  public SnapshotAssert isNotLockedAt(Instant time) {
    requireNonNull(time, "time");
    return check(!isLocked(time), "not be locked at " + time, lock());
  }

  /** {@return this, if everyone may make volumes of the snapshot} */
  @CanIgnoreReturnValue
  public SnapshotAssert isPublic() {
    Snapshot snapshot = snapshot();
    return check(
        snapshot.isPublic(),
        "be public",
        "its permissions are " + snapshot.createVolumePermissions());
  }

  /**
   * Checks that the snapshot is shared with an account.
   *
   * @param account the account
   * @return this
   */
  @CanIgnoreReturnValue
  public SnapshotAssert isSharedWith(AccountId account) {
    requireNonNull(account, "account");
    Snapshot snapshot = snapshot();
    return check(
        snapshot.createVolumePermissions().contains(CreateVolumePermission.userId(account)),
        "be shared with " + account,
        "its permissions are " + snapshot.createVolumePermissions());
  }

  /**
   * Checks the owner.
   *
   * @param account the account that is to own the snapshot
   * @return this
   */
  @CanIgnoreReturnValue
  public SnapshotAssert isOwnedBy(AccountId account) {
    requireNonNull(account, "account");
    Snapshot snapshot = snapshot();
    return check(
        snapshot.ownerId().equals(account),
        "be owned by " + account,
        "its owner is " + snapshot.ownerId());
  }

  /**
   * Checks that the snapshot has a tag.
   *
   * @param key the key
   * @param value the value
   * @return this
   */
  @CanIgnoreReturnValue
  public SnapshotAssert hasTag(String key, String value) {
    Tag tag = Tag.of(key, value);
    Snapshot snapshot = snapshot();
    return check(
        snapshot.tags().contains(tag), "have the tag " + tag, "its tags are " + snapshot.tags());
  }

  private boolean isLocked(Instant time) {
    return snapshot().lock().filter(lock -> lock.holdsAt(time)).isPresent();
  }

  private String lock() {
    return snapshot()
        .lock()
        .map(lock -> lock.lockExpiresOn()
            .map(end -> "its lock ends on " + end)
            .orElse("its lock ends some days after its completion"))
        .orElse("it has no lock");
  }

  private Snapshot snapshot() {
    isNotNull();
    return Objects.requireNonNull(actual);
  }

  private SnapshotAssert check(boolean holds, String wanted, String found) {
    if (!holds) {
      failWithMessage("Expected %s to %s but %s", snapshot().snapshotId(), wanted, found);
    }
    return this;
  }
}
