package dev.amikit.registry.state;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.amikit.registry.state.PartitionState.present;
import static dev.amikit.registry.state.PartitionState.requireAbsent;
import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.id.S3ObjectId;
import dev.amikit.s3.StoreImageTask;
import dev.amikit.s3.StoredImage;

/** What has happened to images in S3. */
public sealed interface BucketEvent extends RegistryEvent.InRegion {
  /** {@return the object} */
  S3ObjectId objectId();

  /**
   * An image began to be stored.
   *
   * @param region where
   * @param ownerId the account that stores it
   * @param task the task, in progress
   */
  record StoreImageTaskBegun(Region region, AccountId ownerId, StoreImageTask task)
      implements BucketEvent {
    /**
     * Refuses null.
     *
     * @param region where
     * @param ownerId the account that stores it
     * @param task the task, in progress
     */
    public StoreImageTaskBegun {
      requireNonNull(region, "region");
      requireNonNull(ownerId, "ownerId");
      requireNonNull(task, "task");
      checkArgument(task.isInProgress(), "%s is %s", task.objectId(), task.state());
    }

    @Override
    public S3ObjectId objectId() {
      return task.objectId();
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      Buckets before = state.in(region).buckets();
      requireAbsent(before.get(objectId()).isPresent(), region, objectId());
      requireAbsent(before.inProgress(objectId()).isPresent(), region, task);
      return state.changed(region, here -> here.with(objectId(), before.begun(ownerId, task)));
    }
  }

  /**
   * The storing of an image ended, well or not.
   *
   * @param region where
   * @param task the task as it ended
   */
  record StoreImageTaskEnded(Region region, StoreImageTask task) implements BucketEvent {
    /**
     * Refuses null, and a task that has not ended.
     *
     * @param region where
     * @param task the task as it ended
     */
    public StoreImageTaskEnded {
      requireNonNull(region, "region");
      requireNonNull(task, "task");
      checkArgument(!task.isInProgress(), "%s is %s", task.objectId(), task.state());
    }

    @Override
    public S3ObjectId objectId() {
      return task.objectId();
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      Buckets before = state.in(region).buckets();
      StoreImageTask begun =
          present(before.inProgress(objectId()), region, "task for " + objectId());
      checkArgument(begun.imageId().equals(task.imageId()), "%s became %s", begun, task);
      return state.changed(region, here -> here.with(objectId(), before.ended(task)));
    }
  }

  /**
   * A task that ended is told of no more, the first one for its object.
   *
   * @param region where
   * @param objectId the object
   */
  record StoreImageTaskPurged(Region region, S3ObjectId objectId) implements BucketEvent {
    /**
     * Refuses null.
     *
     * @param region where
     * @param objectId the object
     */
    public StoreImageTaskPurged {
      requireNonNull(region, "region");
      requireNonNull(objectId, "objectId");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      Buckets before = state.in(region).buckets();
      StoreImageTask unused =
          present(before.firstEnded(objectId), region, "ended task for " + objectId);
      return state.changed(region, here -> here.with(objectId, before.withoutFirstEnded(objectId)));
    }
  }

  /**
   * An object with an image came to lie in a bucket, in place of any other of its key.
   *
   * @param region where
   * @param objectId the object
   * @param image what it holds
   */
  record ObjectPut(Region region, S3ObjectId objectId, StoredImage image) implements BucketEvent {
    /**
     * Refuses null.
     *
     * @param region where
     * @param objectId the object
     * @param image what it holds
     */
    public ObjectPut {
      requireNonNull(region, "region");
      requireNonNull(objectId, "objectId");
      requireNonNull(image, "image");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      Region home = state.regionOf(objectId.bucket(), region).orElse(region);
      checkArgument(home.equals(region), "%s is in %s", objectId.bucket(), home);
      return state.changed(
          region, here -> here.with(objectId, here.buckets().with(objectId, image)));
    }
  }

  /**
   * An object was deleted.
   *
   * @param region where
   * @param objectId the object
   */
  record ObjectDeleted(Region region, S3ObjectId objectId) implements BucketEvent {
    /**
     * Refuses null.
     *
     * @param region where
     * @param objectId the object
     */
    public ObjectDeleted {
      requireNonNull(region, "region");
      requireNonNull(objectId, "objectId");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      Buckets before = state.in(region).buckets();
      StoredImage unused = present(before.get(objectId), region, objectId);
      return state.changed(region, here -> here.with(objectId, before.without(objectId)));
    }
  }
}
