package dev.amikit.registry.state;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.S3ObjectId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.StateReason;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.s3.StoreImageTask;
import dev.amikit.s3.StoredImage;
import dev.amikit.snapshot.Snapshot;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An image is being stored in S3. What is stored of it is as it was when that began; only its
 * snapshots have to stay, and readable, until it ends.
 *
 * @param objectId the object that it will be
 * @param image what the object will hold
 * @param begun when it began
 * @param due when it ends; empty if only when told
 * @param failure why it will fail; empty if it will succeed
 */
public record ImageStorage(
    S3ObjectId objectId,
    StoredImage image,
    Instant begun,
    Optional<Instant> due,
    Optional<StateReason> failure)
    implements Task {
  /**
   * Refuses null.
   *
   * @param objectId the object that it will be
   * @param image what the object will hold
   * @param begun when it began
   * @param due when it ends; empty if only when told
   * @param failure why it will fail; empty if it will succeed
   */
  public ImageStorage {
    requireNonNull(objectId, "objectId");
    requireNonNull(image, "image");
    requireNonNull(begun, "begun");
    requireNonNull(due, "due");
    requireNonNull(failure, "failure");
  }

  @Override
  public Kind kind() {
    return Kind.IMAGE_STORAGE;
  }

  @Override
  public S3ObjectId subject() {
    return objectId;
  }

  /** {@return the account that stores it} */
  @Override
  public AccountId ownerId() {
    return image.storedBy();
  }

  /**
   * Tells whether an account may store a snapshot: it owns it, or the snapshot is shared with the
   * very account. That it is public is not enough.
   *
   * @param account the account
   * @param snapshot the snapshot
   * @return whether it may
   */
  public static boolean mayStore(AccountId account, Snapshot snapshot) {
    requireNonNull(account, "account");
    requireNonNull(snapshot, "snapshot");
    return snapshot.ownerId().equals(account)
        || snapshot.createVolumePermissions().contains(CreateVolumePermission.userId(account));
  }

  @Override
  public ImmutableList<RegistryEvent> completed(RegionState here, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(end, "end");
    Optional<SnapshotId> lost = image.snapshots().stream()
        .map(Snapshot::snapshotId)
        .filter(id -> here.snapshots()
            .get(id)
            .filter(snapshot -> !snapshot.isInRecycleBin() && mayStore(ownerId(), snapshot))
            .isEmpty())
        .findFirst();
    if (lost.isPresent()) {
      return failed(
          here,
          new StateReason("Client.InternalError", "Snapshot " + lost.get() + " is not accessible"),
          end);
    }
    return ended(
        here,
        end,
        StoreImageTask::completed,
        ImmutableList.of(new BucketEvent.ObjectPut(here.region(), objectId, image)));
  }

  @Override
  public ImmutableList<RegistryEvent> failed(RegionState here, StateReason reason, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(reason, "reason");
    requireNonNull(end, "end");
    return ended(here, end, task -> task.failed(reason.message()), ImmutableList.of());
  }

  /**
   * Tells how far a task is by the clock.
   *
   * @param task the task as it is on record
   * @param now the present time
   * @return the task as EC2 tells of it
   */
  public StoreImageTask at(StoreImageTask task, Instant now) {
    requireNonNull(task, "task");
    requireNonNull(now, "now");
    return task.inProgress(progressAt(now).orElse(0));
  }

  private ImmutableList<RegistryEvent> ended(
      RegionState here,
      Instant end,
      UnaryOperator<StoreImageTask> how,
      ImmutableList<RegistryEvent> stored) {
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    events.add(new RegistryEvent.TaskEnded(here.region(), objectId));
    here.buckets().inProgress(objectId).ifPresent(task -> {
      events.add(new BucketEvent.StoreImageTaskEnded(here.region(), how.apply(at(task, end))));
      events.addAll(stored);
    });
    return events.build();
  }
}
