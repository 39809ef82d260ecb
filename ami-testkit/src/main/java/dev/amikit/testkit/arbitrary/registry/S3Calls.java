package dev.amikit.testkit.arbitrary.registry;

import static dev.amikit.testkit.arbitrary.registry.OperationKind.drawn;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.filter.Filter;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.id.S3ObjectId;
import dev.amikit.image.Ami;
import dev.amikit.page.PageRequest;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.s3.CreateRestoreImageTask;
import dev.amikit.registry.s3.CreateStoreImageTask;
import dev.amikit.registry.s3.DescribeStoreImageTasks;
import dev.amikit.s3.S3ObjectTag;
import dev.amikit.s3.StoreImageTask;
import dev.amikit.testkit.arbitrary.registry.Scene.Found;
import java.util.Comparator;
import java.util.Optional;

/** The operations by which images go to S3 and come back. */
final class S3Calls {
  static final ImmutableMap<Class<? extends Operation<?>>, OperationKind> ALL =
      ImmutableMap.<Class<? extends Operation<?>>, OperationKind>builder()
          .put(CreateStoreImageTask.class, drawn(S3Calls::store, ImageCalls::register))
          .put(
              CreateRestoreImageTask.class,
              drawn(S3Calls::restore, ImageCalls::register, S3Calls::store))
          .put(
              DescribeStoreImageTasks.class,
              drawn(S3Calls::describe, ImageCalls::register, S3Calls::store))
          .buildOrThrow();

  private S3Calls() {}

  static Deed.Call store(Scene scene) {
    boolean isElsewhere = scene.draw().oneIn(15);
    boolean hasTag = scene.draw().oneIn(4);
    Found<Ami> found = scene.image(ami -> Scene.isAvailable(ami) && ami.hasEbsRoot());
    String bucket = "bucket-in-" + (isElsewhere ? World.REGIONS.get(1) : found.region());
    return ImageCalls.on(
        found,
        id -> hasTag
            ? CreateStoreImageTask.of(id, bucket, S3ObjectTag.of("env", "a"))
            : CreateStoreImageTask.of(id, bucket));
  }

  private static Deed.Call restore(Scene scene) {
    Found<S3ObjectId> object = object(scene);
    Region region = object.region();
    CreateRestoreImageTask.Builder request = CreateRestoreImageTask.builder()
        .object(object.value().orElse(S3ObjectId.ofImage("bucket-in-" + region, NO_IMAGE)))
        .tagSpecifications(scene.tagSpecifications(TagSpecification.IMAGE));
    if (!scene.draw().oneIn(4)) {
      request.name(scene.name());
    }
    return object.calls(request.build());
  }

  private static final ImageId NO_IMAGE = ImageCalls.NO_IMAGE;

  /** An object in S3, and now and then none. */
  static Found<S3ObjectId> object(Scene scene) {
    Found<StoreImageTask> task = scene.ofAccounts(
        (here, account) -> here.buckets().tasks(account),
        Comparator.comparing(StoreImageTask::objectId),
        it -> !it.isInProgress());
    Optional<S3ObjectId> object = task.value().map(StoreImageTask::objectId);
    return new Found<>(task.caller(), task.region(), object);
  }

  private static Deed.Call describe(Scene scene) {
    Found<StoreImageTask> task = scene.ofAccounts(
        (here, account) -> here.buckets().tasks(account),
        Comparator.comparing(StoreImageTask::objectId),
        it -> true);
    Optional<ImageId> id = scene.id(task.get(StoreImageTask::imageId, NO_IMAGE));
    return task.calls(new DescribeStoreImageTasks(
        id.stream().collect(ImmutableSet.toImmutableSet()),
        scene.filters(Filter.of("task-state", "Completed"), Filter.of("bucket", "bucket-*")),
        id.isEmpty() ? scene.page() : PageRequest.first()));
  }
}
