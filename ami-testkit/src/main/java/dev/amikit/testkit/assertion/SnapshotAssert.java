package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.AccountId;
import dev.amikit.id.SnapshotId;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.tag.Tags;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Assertions on a snapshot. */
public final class SnapshotAssert extends ResourceAssert<SnapshotAssert, Snapshot> {
  private static final String TOLD_BY =
      "; DescribeSnapshotAttribute tells them, DescribeSnapshots does not";

  SnapshotAssert(@Nullable Snapshot actual) {
    super(actual, SnapshotAssert.class, Snapshot.class);
  }

  @Override
  SnapshotId name(Snapshot snapshot) {
    return snapshot.snapshotId();
  }

  @Override
  AccountId owner(Snapshot snapshot) {
    return snapshot.ownerId();
  }

  @Override
  Tags tags(Snapshot snapshot) {
    return snapshot.tags();
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
    Snapshot snapshot = value();
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
    return check(value().isEncrypted(), "be encrypted", "it is not");
  }

  /** {@return this, if the snapshot is not known to be encrypted} */
  @CanIgnoreReturnValue
  public SnapshotAssert isNotEncrypted() {
    return check(!value().isEncrypted(), "not be encrypted", "it is");
  }

  /** {@return this, if the snapshot is in the archive tier} */
  @CanIgnoreReturnValue
  public SnapshotAssert isArchived() {
    Snapshot snapshot = value();
    return check(
        snapshot.isArchived(),
        "be archived",
        "its storage tier is " + snapshot.storageTier().map(Object::toString).orElse("absent"));
  }

  /** {@return this, if the snapshot lies in the Recycle Bin} */
  @CanIgnoreReturnValue
  public SnapshotAssert isInRecycleBin() {
    return check(value().isInRecycleBin(), "be in the Recycle Bin", "it is not");
  }

  /** {@return this, if the snapshot does not lie in the Recycle Bin} */
  @CanIgnoreReturnValue
  public SnapshotAssert isNotInRecycleBin() {
    Snapshot snapshot = value();
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
    Snapshot snapshot = value();
    return check(snapshot.isPublic(), "be public", permissions());
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
    Snapshot snapshot = value();
    return check(
        snapshot.createVolumePermissions().contains(CreateVolumePermission.userId(account)),
        "be shared with " + account,
        permissions());
  }

  private String permissions() {
    ImmutableSet<CreateVolumePermission> told = value().createVolumePermissions();
    return "its permissions are " + told + (told.isEmpty() ? TOLD_BY : "");
  }

  private boolean isLocked(Instant time) {
    return value().lock().filter(lock -> lock.holdsAt(time)).isPresent();
  }

  private String lock() {
    return value()
        .lock()
        .map(lock -> lock.lockExpiresOn()
            .map(end -> "its lock ends on " + end)
            .orElse("its lock ends some days after its completion"))
        .orElse("it has no lock");
  }
}
