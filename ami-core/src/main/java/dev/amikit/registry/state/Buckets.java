package dev.amikit.registry.state;

import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.S3ObjectId;
import dev.amikit.s3.StoreImageTask;
import dev.amikit.s3.StoredImage;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The buckets of a Region, as far as images are stored in them: the objects, and the tasks of the
 * last 31 days that stored them or failed to. A bucket stays in the Region that first used it.
 */
public final class Buckets {
  private static final Buckets EMPTY =
      new Buckets(HashSet.empty(), HashMap.empty(), HashMap.empty());

  private final Set<String> names;
  private final Map<S3ObjectId, StoredImage> objects;

  /** A task, and the account that it is done for. */
  private record Owned(AccountId owner, StoreImageTask task) {}

  /** The tasks for each object, the latest first: only that one can be in progress. */
  private final Map<S3ObjectId, List<Owned>> tasks;

  private Buckets(
      Set<String> names, Map<S3ObjectId, StoredImage> objects, Map<S3ObjectId, List<Owned>> tasks) {
    this.names = names;
    this.objects = objects;
    this.tasks = tasks;
  }

  static Buckets none() {
    return EMPTY;
  }

  /**
   * Tells whether a bucket is in the Region.
   *
   * @param bucket the name of the bucket
   * @return whether an image was stored in it, or put into it, or was to be
   */
  public boolean contains(String bucket) {
    requireNonNull(bucket, "bucket");
    return names.contains(bucket);
  }

  /**
   * Returns what an object holds.
   *
   * @param id the object
   * @return the image; empty if there is no such object
   */
  public Optional<StoredImage> get(S3ObjectId id) {
    requireNonNull(id, "id");
    return objects.get(id).toJavaOptional();
  }

  /**
   * Returns the object that an image is stored as in a bucket, or is being stored as.
   *
   * @param bucket the name of the bucket
   * @param imageId the image
   * @return the first such object by key; empty if there is none
   */
  public Optional<S3ObjectId> find(String bucket, ImageId imageId) {
    requireNonNull(bucket, "bucket");
    requireNonNull(imageId, "imageId");
    Stream<S3ObjectId> stored = objects
        .filter(object -> object._2.image().imageId().equals(imageId))
        .keySet()
        .toJavaStream();
    Stream<S3ObjectId> beingStored = tasks
        .valuesIterator()
        .map(all -> all.head().task())
        .filter(task -> task.isInProgress() && task.imageId().equals(imageId))
        .map(StoreImageTask::objectId)
        .toJavaStream();
    return Stream.concat(stored, beingStored)
        .filter(id -> id.bucket().equals(bucket))
        .min(naturalOrder());
  }

  /** {@return the objects, in no order} */
  public Stream<S3ObjectId> objects() {
    return objects.keySet().toJavaStream();
  }

  /**
   * Returns the task that stores an object now.
   *
   * @param id the object
   * @return the task; empty if there is none in progress
   */
  public Optional<StoreImageTask> inProgress(S3ObjectId id) {
    requireNonNull(id, "id");
    return all(id)
        .headOption()
        .map(Owned::task)
        .filter(StoreImageTask::isInProgress)
        .toJavaOptional();
  }

  /**
   * Returns the tasks of an account that are told of.
   *
   * @param owner the account
   * @return the tasks, in no order
   */
  public Stream<StoreImageTask> tasks(AccountId owner) {
    requireNonNull(owner, "owner");
    return tasks
        .valuesIterator()
        .flatMap(ofObject -> ofObject)
        .filter(task -> task.owner().equals(owner))
        .map(Owned::task)
        .toJavaStream();
  }

  /** The task for an object that ended first; empty if none has. */
  Optional<StoreImageTask> firstEnded(S3ObjectId id) {
    return all(id)
        .lastOption()
        .map(Owned::task)
        .filter(task -> !task.isInProgress())
        .toJavaOptional();
  }

  private List<Owned> all(S3ObjectId id) {
    return tasks.getOrElse(id, List.empty());
  }

  Buckets begun(AccountId owner, StoreImageTask task) {
    S3ObjectId id = task.objectId();
    return new Buckets(
        names.add(id.bucket()), objects, tasks.put(id, all(id).prepend(new Owned(owner, task))));
  }

  Buckets ended(StoreImageTask task) {
    S3ObjectId id = task.objectId();
    List<Owned> before = all(id);
    Owned ended = new Owned(before.head().owner(), task);
    return new Buckets(names, objects, tasks.put(id, before.tail().prepend(ended)));
  }

  Buckets withoutFirstEnded(S3ObjectId id) {
    List<Owned> left = all(id).init();
    return new Buckets(names, objects, left.isEmpty() ? tasks.remove(id) : tasks.put(id, left));
  }

  Buckets with(S3ObjectId id, StoredImage object) {
    return new Buckets(names.add(id.bucket()), objects.put(id, object), tasks);
  }

  Buckets without(S3ObjectId id) {
    return new Buckets(names, objects.remove(id), tasks);
  }

  /** Two shelves are equal if they hold the same buckets, objects and tasks. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Buckets buckets
            && names.equals(buckets.names)
            && objects.equals(buckets.objects)
            && tasks.equals(buckets.tasks);
  }

  @Override
  public int hashCode() {
    return objects.hashCode();
  }
}
