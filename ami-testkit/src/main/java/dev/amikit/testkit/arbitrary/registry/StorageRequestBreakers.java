package dev.amikit.testkit.arbitrary.registry;

import static dev.amikit.testkit.arbitrary.registry.Scene.requests;
import static dev.amikit.testkit.arbitrary.registry.Scene.several;

import com.google.common.base.Strings;
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
          .put("s3-object.key", requests(scene -> scene.asks(CreateRestoreImageTask.builder()
              .bucket(bucket(scene))
              .objectKey(scene.maybe() ? Strings.repeat("k", scene.beyond(LONGEST_KEY)) : "")
              .build())))
          .put("s3-object-tag.form", requests(scene -> scene.asks(new CreateStoreImageTask(
              scene.image().imageId(), bucket(scene), malformedTags(scene)))))
          .put("create-store-image-task.shared-directly", requests(StorageRequestBreakers::foreign))
          .put("create-store-image-task.available", requests(scene -> store(
              scene,
              scene.anImage().state(scene.one(
                  AmiState.DISABLED, AmiState.PENDING, AmiState.FAILED)))))
          .put("create-store-image-task.storable", requests(scene -> store(
              scene,
              scene.maybe()
                  ? scene.anImage().virtualizationType(VirtualizationType.PARAVIRTUAL)
                  : scene.anInstanceStoreImage())))
          .put("create-store-image-task.once", requests(StorageRequestBreakers::storedBefore))
          .put("create-store-image-task.size", requests(scene -> store(
              scene,
              scene.anImage(scene.put(
                  scene.aSnapshot().volumeSize(scene.beyond(LARGEST_IMAGE)))))))
          .put("create-store-image-task.work", requests(StorageRequestBreakers::storesUnderWay))
          .put("create-restore-image-task.object-exists", requests(scene -> scene.asks(restore(
              new S3ObjectId(bucket(scene), scene.imageId() + ".bin")))))
          .put(
              "create-restore-image-task.work",
              requests(StorageRequestBreakers::restoresUnderWay))
          .put("describe-store-image-tasks.few-ids", requests(scene -> scene.asks(
              new DescribeStoreImageTasks(
                  several(scene.beyond(MOST_IDS), scene::imageId),
                  ImmutableList.of(),
                  PageRequest.first()))))
          .put("describe-store-image-tasks.max-results", requests(scene -> scene.asks(
              new DescribeStoreImageTasks(
                  ImmutableSet.of(),
                  ImmutableList.of(),
                  PageRequest.of(
                      scene.maybe() ? scene.beyond(LARGEST_PAGE) : scene.shortOf(1))))))
          .buildOrThrow();

  private StorageRequestBreakers() {}

  private static String bucket(Scene scene) {
    return scene.one("amzn-s3-demo-bucket", "golden.images", "bin");
  }

  private static Request<?> store(Scene scene, Ami.Builder image) {
    return scene.asks(store(scene, scene.put(image)));
  }

  private static CreateStoreImageTask store(Scene scene, Ami image) {
    return CreateStoreImageTask.of(image.imageId(), bucket(scene));
  }

  private static CreateRestoreImageTask restore(S3ObjectId object) {
    return CreateRestoreImageTask.of(object);
  }

  // What an image is stored as

  private static Request<?> bucketsElsewhere(Scene scene) {
    S3ObjectId there = put(scene, scene.elsewhere());
    return scene.asks(scene.<Operation<?>>either(
        () -> restore(there),
        () -> CreateStoreImageTask.of(scene.image().imageId(), there.bucket())));
  }

  /** An image in S3. */
  private static S3ObjectId put(Scene scene, Region region) {
    Snapshot snapshot = scene.aSnapshot().build();
    Ami image = scene.anImage(snapshot).build();
    S3ObjectId object = S3ObjectId.ofImage(bucket(scene), image.imageId());
    StoredImage stored = new StoredImage(
        image,
        ImmutableList.of(snapshot),
        region,
        scene.owner,
        image.creationDate().orElseThrow(),
        ImmutableList.of());
    scene.happens(new BucketEvent.ObjectPut(region, object, stored));
    return object;
  }

  private static Request<?> misnamedBuckets(Scene scene) {
    String bucket = scene.one("ab", "Images", "my_images", "-images", Strings.repeat("b", 64), "");
    return scene.asks(scene.<Operation<?>>either(
        () -> CreateStoreImageTask.of(scene.image().imageId(), bucket),
        () -> CreateRestoreImageTask.builder()
            .bucket(bucket)
            .objectKey(scene.imageId() + ".bin")
            .build()));
  }

  private static ImmutableList<S3ObjectTag> malformedTags(Scene scene) {
    List<S3ObjectTag> tags = new ArrayList<>();
    for (int i = scene.below(3); i > 0; i--) {
      tags.add(S3ObjectTag.of("key-" + i, "a"));
    }
    switch (scene.below(6)) {
      case 0 -> tags.add(S3ObjectTag.of("", "a"));
      case 1 -> tags.add(S3ObjectTag.of("aws:key", "a"));
      case 2 ->
        tags.add(S3ObjectTag.of(Strings.repeat("k", scene.beyond(LONGEST_TAG_KEY)), "a"));
      case 3 ->
        tags.add(S3ObjectTag.of("key", Strings.repeat("v", scene.beyond(LONGEST_TAG_VALUE))));
      case 4 -> {
        tags.add(S3ObjectTag.of("twice", "a"));
        tags.add(S3ObjectTag.of("twice", scene.one("a", "b")));
      }
      default -> {
        for (int i = scene.beyond(MOST_TAGS); i > 0; i--) {
          tags.add(S3ObjectTag.of("more-" + i, "a"));
        }
      }
    }
    return ImmutableList.copyOf(tags);
  }

  // CreateStoreImageTask

  /** Images of others, or over snapshots of others, that are not shared with the caller itself. */
  private static Request<?> foreign(Scene scene) {
    LaunchPermission toCaller = LaunchPermission.userId(scene.other);
    Snapshot.Builder root = scene.aSnapshot();
    Ami.Builder image = scene.anImage(root.build());
    if (scene.maybe()) {
      scene.put(root.addCreateVolumePermission(CreateVolumePermission.userId(scene.other)));
      image.addLaunchPermission(LaunchPermission.everyone());
    } else {
      scene.put(
          scene.maybe()
              ? root
              : root.addCreateVolumePermission(CreateVolumePermission.everyone()));
      image.addLaunchPermission(toCaller);
    }
    return scene.asks(scene.other, store(scene, scene.put(image)));
  }

  private static Request<?> storedBefore(Scene scene) {
    CreateStoreImageTask task = store(scene, scene.image());
    scene.done(task);
    return scene.asks(task);
  }

  private static Request<?> storesUnderWay(Scene scene) {
    int gibibytes = 0;
    for (int i = scene.between(1, 3); i > 0; i--) {
      Snapshot snapshot = scene.snapshot();
      gibibytes += snapshot.volumeSize();
      scene.done(store(scene, scene.put(scene.anImage(snapshot))));
    }
    int quota = gibibytes - scene.below(gibibytes);
    scene.quotas(quotas -> quotas.storeWork(quota));
    return store(scene, scene.anImage());
  }

  // CreateRestoreImageTask

  private static Request<?> restoresUnderWay(Scene scene) {
    int restores = scene.between(1, 3);
    for (int i = restores; i > 0; i--) {
      scene.done(CreateRestoreImageTask.builder()
          .object(put(scene, scene.region))
          .name("restored-" + i)
          .build());
    }
    int quota = scene.between(1, restores); // each has at least 1 GiB
    scene.quotas(quotas -> quotas.restoreWork(quota));
    return scene.asks(CreateRestoreImageTask.builder()
        .object(put(scene, scene.region))
        .name("restored")
        .build());
  }
}
