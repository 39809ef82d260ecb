package dev.amikit.testkit.arbitrary.breaker;

import static dev.amikit.testkit.arbitrary.breaker.Given.requests;
import static dev.amikit.testkit.arbitrary.breaker.Given.several;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.Region;
import dev.amikit.id.S3ObjectId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.VirtualizationType;
import dev.amikit.page.PageRequest;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.s3.CreateRestoreImageTask;
import dev.amikit.registry.s3.CreateStoreImageTask;
import dev.amikit.registry.s3.DescribeStoreImageTasks;
import dev.amikit.registry.state.BucketEvent;
import dev.amikit.s3.S3ObjectTag;
import dev.amikit.s3.StoredImage;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.testkit.arbitrary.registry.Request;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;

/** Requests that rules of storing images in S3, and of restoring them, do not let pass. */
final class StorageRequestBreakers {
  private static final int LARGEST_IMAGE = 5_000;
  private static final int MOST_IDS = 20;
  private static final int LARGEST_PAGE = 200;
  private static final int MOST_TAGS = 10;
  private static final int LONGEST_TAG_KEY = 128;
  private static final int LONGEST_TAG_VALUE = 256;
  private static final int LONGEST_KEY = 1_024;

  static final ImmutableMap<String, Arbitrary<Request<?>>> ALL =
      ImmutableMap.<String, Arbitrary<Request<?>>>builder()
          .put("s3.bucket-here", requests(StorageRequestBreakers::bucketsElsewhere))
          .put("s3-object.bucket", requests(StorageRequestBreakers::misnamedBuckets))
          .put(
              "s3-object.key",
              requests(given -> CreateRestoreImageTask.builder()
                  .bucket(bucket(given))
                  .objectKey(given.maybe() ? "k".repeat(given.beyond(LONGEST_KEY)) : "")
                  .build()))
          .put(
              "s3-object-tag.form",
              requests(given -> new CreateStoreImageTask(
                  given.image().imageId(), bucket(given), malformedTags(given))))
          .put("create-store-image-task.shared-directly", requests(StorageRequestBreakers::foreign))
          .put(
              "create-store-image-task.available",
              requests(given -> store(
                  given,
                  given
                      .anImage()
                      .state(given.one(AmiState.DISABLED, AmiState.PENDING, AmiState.FAILED)))))
          .put(
              "create-store-image-task.storable",
              requests(given -> store(
                  given,
                  given.maybe()
                      ? given.anImage().virtualizationType(VirtualizationType.PARAVIRTUAL)
                      : given.anInstanceStoreImage())))
          .put("create-store-image-task.once", requests(StorageRequestBreakers::storedBefore))
          .put(
              "create-store-image-task.size",
              requests(given -> store(
                  given,
                  given.anImage(
                      given.put(given.aSnapshot().volumeSize(given.beyond(LARGEST_IMAGE)))))))
          .put("create-store-image-task.work", requests(StorageRequestBreakers::storesUnderWay))
          .put(
              "create-restore-image-task.object-exists",
              requests(given -> restore(new S3ObjectId(bucket(given), given.imageId() + ".bin"))))
          .put("create-restore-image-task.work", requests(StorageRequestBreakers::restoresUnderWay))
          .put(
              "describe-store-image-tasks.few-ids",
              requests(given -> new DescribeStoreImageTasks(
                  several(given.beyond(MOST_IDS), given::imageId),
                  ImmutableList.of(),
                  PageRequest.first())))
          .put(
              "describe-store-image-tasks.max-results",
              requests(given -> new DescribeStoreImageTasks(
                  ImmutableSet.of(),
                  ImmutableList.of(),
                  PageRequest.of(given.maybe() ? given.beyond(LARGEST_PAGE) : given.shortOf(1)))))
          .buildOrThrow();

  private StorageRequestBreakers() {}

  private static String bucket(Given given) {
    return given.one("amzn-s3-demo-bucket", "golden.images", "bin");
  }

  private static Operation<?> store(Given given, Ami.Builder image) {
    return store(given, given.put(image));
  }

  private static CreateStoreImageTask store(Given given, Ami image) {
    return CreateStoreImageTask.of(image.imageId(), bucket(given));
  }

  private static CreateRestoreImageTask restore(S3ObjectId object) {
    return CreateRestoreImageTask.of(object);
  }

  // What an image is stored as

  private static Operation<?> bucketsElsewhere(Given given) {
    S3ObjectId there = put(given, given.there);
    return given.either(
        () -> restore(there),
        () -> CreateStoreImageTask.of(given.image().imageId(), there.bucket()));
  }

  /** An image in S3. */
  private static S3ObjectId put(Given given, Region region) {
    Snapshot snapshot = given.aSnapshot().build();
    Ami image = given.anImage(snapshot).build();
    S3ObjectId object = S3ObjectId.ofImage(bucket(given), image.imageId());
    StoredImage stored = new StoredImage(
        image,
        ImmutableList.of(snapshot),
        region,
        given.me,
        image.creationDate().orElseThrow(),
        ImmutableList.of());
    given.happens(new BucketEvent.ObjectPut(region, object, stored));
    return object;
  }

  private static Operation<?> misnamedBuckets(Given given) {
    String bucket = given.one("ab", "Images", "my_images", "-images", "b".repeat(64), "");
    return given.either(
        () -> CreateStoreImageTask.of(given.image().imageId(), bucket),
        () -> CreateRestoreImageTask.builder()
            .bucket(bucket)
            .objectKey(given.imageId() + ".bin")
            .build());
  }

  private static ImmutableList<S3ObjectTag> malformedTags(Given given) {
    List<S3ObjectTag> tags = new ArrayList<>();
    for (int i = given.below(3); i > 0; i--) {
      tags.add(S3ObjectTag.of("key-" + i, "a"));
    }
    switch (given.below(6)) {
      case 0 -> tags.add(S3ObjectTag.of("", "a"));
      case 1 -> tags.add(S3ObjectTag.of("aws:key", "a"));
      case 2 -> tags.add(S3ObjectTag.of("k".repeat(given.beyond(LONGEST_TAG_KEY)), "a"));
      case 3 -> tags.add(S3ObjectTag.of("key", "v".repeat(given.beyond(LONGEST_TAG_VALUE))));
      case 4 -> {
        tags.add(S3ObjectTag.of("twice", "a"));
        tags.add(S3ObjectTag.of("twice", given.one("a", "b")));
      }
      default -> {
        for (int i = given.beyond(MOST_TAGS); i > 0; i--) {
          tags.add(S3ObjectTag.of("more-" + i, "a"));
        }
      }
    }
    return ImmutableList.copyOf(tags);
  }

  // CreateStoreImageTask

  /** Images of others, or over snapshots of others, that are not shared with the caller itself. */
  private static Operation<?> foreign(Given given) {
    LaunchPermission toCaller = LaunchPermission.userId(given.other);
    Snapshot.Builder root = given.aSnapshot();
    Ami.Builder image = given.anImage(root.build());
    if (given.maybe()) {
      given.put(root.addCreateVolumePermission(CreateVolumePermission.userId(given.other)));
      image.addLaunchPermission(LaunchPermission.everyone());
    } else {
      given.put(
          given.maybe() ? root : root.addCreateVolumePermission(CreateVolumePermission.everyone()));
      image.addLaunchPermission(toCaller);
    }
    given.askedBy(given.other);
    return store(given, given.put(image));
  }

  private static Operation<?> storedBefore(Given given) {
    CreateStoreImageTask task = store(given, given.image());
    given.done(task);
    return task;
  }

  private static Operation<?> storesUnderWay(Given given) {
    int gibibytes = 0;
    for (int i = given.between(1, 3); i > 0; i--) {
      Snapshot snapshot = given.snapshot();
      gibibytes += snapshot.volumeSize();
      given.done(store(given, given.put(given.anImage(snapshot))));
    }
    int quota = gibibytes - given.below(gibibytes);
    given.quotas(quotas -> quotas.storeWork(quota));
    return store(given, given.anImage());
  }

  // CreateRestoreImageTask

  private static Operation<?> restoresUnderWay(Given given) {
    int restores = given.between(1, 3);
    for (int i = restores; i > 0; i--) {
      given.done(CreateRestoreImageTask.builder()
          .object(put(given, given.here))
          .name("restored-" + i)
          .build());
    }
    int quota = given.between(1, restores); // each has at least 1 GiB
    given.quotas(quotas -> quotas.restoreWork(quota));
    return CreateRestoreImageTask.builder()
        .object(put(given, given.here))
        .name("restored")
        .build();
  }
}
