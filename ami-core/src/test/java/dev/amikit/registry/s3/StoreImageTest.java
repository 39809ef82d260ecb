package dev.amikit.registry.s3;

import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.filter.Filter;
import dev.amikit.id.ImageId;
import dev.amikit.id.S3ObjectId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.DeviceType;
import dev.amikit.image.StateReason;
import dev.amikit.image.VirtualizationType;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.page.Page;
import dev.amikit.page.PageRequest;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.TestKeys;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.snapshot.ModifySnapshotAttribute;
import dev.amikit.rule.Rules;
import dev.amikit.s3.S3ObjectTag;
import dev.amikit.s3.StoreImageTask;
import dev.amikit.s3.StoreTaskState;
import dev.amikit.s3.StoredImage;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images are stored in S3 by tasks. */
class StoreImageTest {
  private static final String BUCKET = "amzn-s3-demo-bucket";
  private static final Duration WORK = Duration.ofMinutes(100);

  private final TestRegistry ec2 = TestRegistry.completing(CompletionPolicy.after(WORK));
  private final Ec2 owner = ec2.owner();

  private Ami image(TestRegistry registry, UnaryOperator<Ami.Builder> change) {
    SnapshotId snapshot = registry.snapshot();
    return registry.put(change
        .apply(TestLaunch.image(snapshot)
            .imageId("ami-" + snapshot.value().substring("snap-".length()))
            .name("image of " + snapshot))
        .build());
  }

  private Ami image() {
    return image(ec2, ami -> ami);
  }

  private StoreImageTask task(S3ObjectId id) {
    return owner.describeStoreImageTasks().stream()
        .filter(task -> task.objectId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Optional<StoredImage> object(S3ObjectId id) {
    return ec2.state().in(HERE).buckets().get(id);
  }

  @Nested
  class A_task {
    @Test
    @Rules({"STORE-08", "STORE-13", "STORE-18", "DEC-05"})
    void goes_on_until_the_object_is_there_and_leaves_the_image_as_it_is() {
      Ami image = image();

      S3ObjectId id = owner.createStoreImageTask(image.imageId(), BUCKET);

      assertThat(task(id))
          .isEqualTo(new StoreImageTask(
              image.imageId(), id, START, StoreTaskState.IN_PROGRESS, 0, Optional.empty()));
      ec2.pass(WORK.dividedBy(4));
      assertThat(task(id)).isEqualTo(task(id).inProgress(25));
      assertThat(object(id)).isEmpty();
      ec2.pass(WORK.multipliedBy(3).dividedBy(4).minusNanos(1));
      assertThat(task(id)).isEqualTo(task(id).inProgress(99));
      assertThat(object(id)).isEmpty();
      ec2.pass(Duration.ofNanos(1));
      assertThat(task(id)).isEqualTo(task(id).completed());
      assertThat(object(id)).map(StoredImage::image).map(Ami::imageId).contains(image.imageId());
      assertThat(ec2.state().image(HERE, image.imageId())).contains(image);
    }

    @Test
    @Rules("STORE-13")
    void tells_why_it_failed_and_only_then() {
      S3ObjectId id = owner.createStoreImageTask(image().imageId(), BUCKET);
      ec2.pass(WORK.dividedBy(2));

      ec2.registry.aws().fail(HERE, id, new StateReason("Client.InternalError", "No more room"));

      assertThat(task(id).state()).isEqualTo(StoreTaskState.FAILED);
      assertThat(task(id).state().toString()).isEqualTo("Failed");
      assertThat(task(id).progressPercentage()).isEqualTo(50);
      assertThat(task(id).failureReason()).contains("No more room");
      assertThat(object(id)).isEmpty();
      assertThat(StoreTaskState.IN_PROGRESS.toString()).isEqualTo("InProgress");
      assertThat(StoreTaskState.COMPLETED.toString()).isEqualTo("Completed");
    }

    @ParameterizedTest
    @Rules("STORE-13")
    @CsvSource({
      "InProgress, 100, ",
      "Completed, 99, ",
      "Failed, 50, ",
      "InProgress, 1, because",
      "Completed, 100, because",
      "InProgress, -1, "
    })
    void has_only_members_that_go_together(String state, int progress, String reason) {
      ImageId id = ImageId.of("ami-0123456789abcdef0");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new StoreImageTask(
              id,
              S3ObjectId.ofImage(BUCKET, id),
              START,
              StoreTaskState.of(state),
              progress,
              Optional.ofNullable(reason)));
    }

    @Test
    @Rules("STORE-12")
    void fails_if_a_snapshot_is_deleted_meanwhile() {
      Ami image = image();
      S3ObjectId id = owner.createStoreImageTask(image.imageId(), BUCKET);
      owner.deregisterImage(image.imageId());
      SnapshotId snapshot = image.snapshotIds().iterator().next();
      owner.deleteSnapshot(snapshot);

      ec2.pass(WORK);

      assertThat(task(id).state()).isEqualTo(StoreTaskState.FAILED);
      assertThat(task(id).failureReason()).contains("Snapshot " + snapshot + " is not accessible");
      assertThat(object(id)).isEmpty();
    }

    @Test
    @Rules("STORE-12")
    void fails_if_the_caller_loses_access_to_a_snapshot_meanwhile() {
      Ami image = shared(image());
      SnapshotId snapshot = image.snapshotIds().iterator().next();
      S3ObjectId id = ec2.as(FRIEND).createStoreImageTask(image.imageId(), BUCKET);
      owner.modifySnapshotAttribute(
          ModifySnapshotAttribute.revoke(snapshot, CreateVolumePermission.userId(FRIEND)));

      ec2.pass(WORK);

      assertThat(ec2.as(FRIEND).describeStoreImageTasks())
          .extracting(StoreImageTask::objectId, StoreImageTask::state)
          .containsExactly(tuple(id, StoreTaskState.FAILED));
    }

    @Test
    @Rules("STORE-12")
    void does_not_need_the_image_any_more() {
      Ami image = image();
      S3ObjectId id = owner.createStoreImageTask(image.imageId(), BUCKET);
      owner.deregisterImage(image.imageId());

      ec2.pass(WORK);

      assertThat(object(id)).isPresent();
    }

    @Test
    @Rules("STORE-17")
    void begins_anew_with_each_call_for_want_of_a_client_token() {
      S3ObjectId id = owner.createStoreImageTask(image().imageId(), BUCKET);

      assertSays(
          () -> owner.createStoreImageTask(task(id).imageId(), BUCKET),
          "InvalidRequest",
          "The AMI ID '%s' is already stored as %s.".formatted(task(id).imageId(), id));
    }
  }

  /** Shares an image and its snapshots with the friend. */
  private Ami shared(Ami image) {
    owner.modifyImageAttribute(
        image.imageId(), ModifyLaunchPermission.grant(LaunchPermission.userId(FRIEND)));
    image
        .snapshotIds()
        .forEach(id -> owner.modifySnapshotAttribute(
            ModifySnapshotAttribute.grant(id, CreateVolumePermission.userId(FRIEND))));
    return ec2.state().image(HERE, image.imageId()).orElseThrow();
  }

  @Nested
  class The_object {
    @ParameterizedTest
    @Rules("STORE-06")
    @CsvSource({
      "bucket, bucket, ''",
      "bucket/, bucket, ''",
      "bucket/golden, bucket, golden/",
      "bucket/golden/, bucket, golden/",
      "bucket/golden/2026, bucket, golden/2026/"
    })
    void has_a_key_of_path_image_and_bin(String given, String bucket, String path) {
      Ami image = image();

      S3ObjectId id = owner.createStoreImageTask(image.imageId(), given);

      assertThat(id.bucket()).isEqualTo(bucket);
      assertThat(id.key()).isEqualTo(path + image.imageId() + ".bin");
      assertThat(id).hasToString(bucket + "/" + path + image.imageId() + ".bin");
      ec2.pass(WORK);
      assertThat(object(id)).isPresent();
    }

    @Test
    @Rules({"STORE-10", "STORE-11"})
    void holds_all_but_whom_it_is_shared_with_and_is_not_encrypted() {
      SnapshotId snapshot = ec2.snapshot(
          OWNER,
          it -> it.encrypted(true).kmsKeyId(TestKeys.CUSTOMER).tags(Tags.of("disk", "root")));
      Ami image = shared(ec2.put(TestLaunch.image(snapshot)
          .description("golden")
          .tags(Tags.of("env", "prod"))
          .deprecationTime(START.plus(Duration.ofDays(9)))
          .build()));

      S3ObjectId id = owner.createStoreImageTask(
          CreateStoreImageTask.of(image.imageId(), BUCKET, S3ObjectTag.of("team", "one")));
      ec2.pass(WORK);

      StoredImage stored = object(id).orElseThrow();
      assertThat(stored.image())
          .isEqualTo(image.toBuilder().launchPermissions(ImmutableSet.of()).build());
      Snapshot before = ec2.state().snapshot(HERE, snapshot).orElseThrow();
      assertThat(stored.snapshots())
          .containsExactly(before.toBuilder()
              .encrypted(false)
              .kmsKeyId(Optional.empty())
              .createVolumePermissions(ImmutableSet.of())
              .build());
      assertThat(stored.sourceRegion()).isEqualTo(HERE);
      assertThat(stored.storedBy()).isEqualTo(OWNER);
      assertThat(stored.storedAt()).isEqualTo(START);
      assertThat(stored.objectTags()).containsExactly(S3ObjectTag.of("team", "one"));
    }

    @Test
    @Rules("STORE-10")
    void has_the_tags_that_the_caller_has_on_the_image_and_its_snapshots() {
      Ami image = shared(image(ec2, ami -> ami.tags(Tags.of("of", "owner"))));
      SnapshotId snapshot = image.snapshotIds().iterator().next();
      Ec2 friend = ec2.as(FRIEND);
      friend.createTags(Tags.of("of", "friend"), image.imageId(), snapshot);

      S3ObjectId id = friend.createStoreImageTask(image.imageId(), BUCKET);
      ec2.pass(WORK);

      StoredImage stored = object(id).orElseThrow();
      assertThat(stored.storedBy()).isEqualTo(FRIEND);
      assertThat(stored.image().ownerId()).isEqualTo(OWNER);
      assertThat(stored.image().tags()).isEqualTo(Tags.of("of", "friend"));
      assertThat(stored.snapshots().get(0).tags()).isEqualTo(Tags.of("of", "friend"));
    }

    @Test
    @Rules("STORE-10")
    void is_what_the_image_was_when_the_task_began() {
      Ami image = image();
      S3ObjectId id = owner.createStoreImageTask(image.imageId(), BUCKET);
      owner.createTags(Tags.of("late", "yes"), image.imageId());

      ec2.pass(WORK);

      assertThat(object(id).orElseThrow().image()).isEqualTo(image);
    }

    @Test
    @Rules("STORE-07")
    void is_the_only_one_of_its_image_in_a_bucket() {
      ImageId image = image().imageId();
      S3ObjectId first = owner.createStoreImageTask(image, BUCKET + "/one");
      String words = "The AMI ID '%s' is already stored as %s.".formatted(image, first);

      assertSays(() -> owner.createStoreImageTask(image, BUCKET + "/two"), "InvalidRequest", words);
      ec2.pass(WORK);
      assertSays(() -> owner.createStoreImageTask(image, BUCKET + "/two"), "InvalidRequest", words);
      assertThat(owner.createStoreImageTask(image, "other-bucket")).isNotNull();
      ec2.registry.aws().delete(HERE, first);
      assertThat(owner.createStoreImageTask(image, BUCKET + "/two")).isNotNull();
    }

    @Test
    @Rules("STORE-07")
    void may_be_tried_again_after_a_failure() {
      ImageId image = image().imageId();
      S3ObjectId id = owner.createStoreImageTask(image, BUCKET);
      ec2.registry.aws().fail(HERE, id, new StateReason("Client.InternalError", "first"));
      ec2.pass(Duration.ofSeconds(1));

      assertThat(owner.createStoreImageTask(image, BUCKET)).isEqualTo(id);

      assertThat(owner.describeStoreImageTasks(image))
          .extracting(StoreImageTask::state)
          .containsExactly(StoreTaskState.IN_PROGRESS, StoreTaskState.FAILED);
    }
  }

  @Nested
  class Refused_is {
    @Test
    @Rules({"STORE-01", "DEC-120"})
    void a_bucket_of_another_region() {
      owner.createStoreImageTask(image().imageId(), BUCKET);
      Ami there = image().toBuilder().build();
      ec2.registry.aws().put(THERE, ec2.state().snapshots(HERE).toArray(Snapshot[]::new));
      ec2.registry.aws().put(THERE, there);

      assertSays(
          () -> ec2.as(OWNER, THERE).createStoreImageTask(there.imageId(), BUCKET + "/path"),
          "InvalidParameterValue",
          "Value (" + BUCKET + ") for parameter bucket is invalid. The bucket must be in the Region"
              + " in which the request is made.");
      assertThat(ec2.as(OWNER, THERE).createStoreImageTask(there.imageId(), "another"))
          .isNotNull();
    }

    @ParameterizedTest
    @Rules("STORE-01")
    @ValueSource(strings = {"", "ab", "Upper", "under_score", "-hyphen", "dot.", "/path", "a b c"})
    void a_bucket_that_cannot_be(String bucket) {
      String name = bucket.split("/", 2)[0];
      assertSays(
          () -> owner.createStoreImageTask(image().imageId(), bucket),
          "InvalidParameterValue",
          "Value (" + name + ") for parameter bucket is invalid. The specified bucket is not"
              + " valid.");
    }

    @Test
    @Rules("STORE-06")
    void a_path_that_makes_too_long_a_key() {
      String path = "p".repeat(1_000);
      ImageId id = image().imageId();
      assertSays(
          () -> owner.createStoreImageTask(id, BUCKET + "/" + path),
          "InvalidParameterValue",
          "Value (%s/%s.bin) for parameter bucket is invalid. The key of an object has 1 to 1024"
                  .formatted(path, id)
              + " bytes.");
    }

    @Test
    @Rules({"STORE-01", "DEC-22"})
    void an_image_that_the_caller_cannot_see() {
      ImageId image = image().imageId();
      assertSays(
          () -> ec2.as(STRANGER).createStoreImageTask(image, BUCKET),
          "InvalidAMIID.NotFound",
          "The image id '[" + image + "]' does not exist");
      assertSays(
          () -> ec2.as(OWNER, THERE).createStoreImageTask(image, BUCKET),
          "InvalidAMIID.NotFound",
          "The image id '[" + image + "]' does not exist");
    }

    @Test
    @Rules({"STORE-04", "DEC-119"})
    void an_image_that_is_only_public() {
      Ami image =
          image(ec2, ami -> ami.launchPermissions(ImmutableSet.of(LaunchPermission.everyone())));
      SnapshotId snapshot = image.snapshotIds().iterator().next();
      owner.modifySnapshotAttribute(
          ModifySnapshotAttribute.grant(snapshot, CreateVolumePermission.userId(FRIEND)));

      assertSays(
          () -> ec2.as(FRIEND).createStoreImageTask(image.imageId(), BUCKET),
          "AuthFailure",
          "Not authorized for image:" + image.imageId());
      shared(image);
      assertThat(ec2.as(FRIEND).createStoreImageTask(image.imageId(), BUCKET)).isNotNull();
    }

    @Test
    @Rules({"STORE-04", "DEC-119"})
    void an_image_whose_snapshot_is_not_shared_with_the_very_account() {
      Ami image = image();
      SnapshotId snapshot = image.snapshotIds().iterator().next();
      owner.modifyImageAttribute(
          image.imageId(), ModifyLaunchPermission.grant(LaunchPermission.userId(FRIEND)));
      owner.disableSnapshotBlockPublicAccess();
      owner.modifySnapshotAttribute(
          ModifySnapshotAttribute.grant(snapshot, CreateVolumePermission.everyone()));

      assertSays(
          () -> ec2.as(FRIEND).createStoreImageTask(image.imageId(), BUCKET),
          "AuthFailure",
          "Not authorized for snapshot:" + snapshot);
    }

    @Test
    @Rules({"STORE-02", "ROOT-14", "DEC-50"})
    void an_image_that_boots_from_instance_store() {
      Ami image = ec2.put(Ami.builder()
          .imageId("ami-0123456789abcdef0")
          .ownerId(OWNER)
          .name("instance-store")
          .linux()
          .rootDeviceType(DeviceType.INSTANCE_STORE)
          .imageLocation("bucket/image.manifest.xml")
          .architecture(Architecture.X86_64)
          .virtualizationType(VirtualizationType.HVM)
          .state(AmiState.AVAILABLE)
          .build());
      assertUnsupported(image);
    }

    @Test
    @Rules({"STORE-03", "DEC-50"})
    void a_paravirtual_image() {
      assertUnsupported(image(ec2, ami -> ami.virtualizationType(VirtualizationType.PARAVIRTUAL)));
    }

    private void assertUnsupported(Ami image) {
      assertSays(
          () -> owner.createStoreImageTask(image.imageId(), BUCKET),
          "UnsupportedOperation",
          "The AMI ID '" + image.imageId() + "' cannot be stored. Only EBS-backed AMIs that are not"
              + " paravirtual are supported.");
    }

    @ParameterizedTest
    @Rules({"DEC-119", "MTX-04", "CONF-06"})
    @ValueSource(strings = {"pending", "disabled", "failed"})
    void an_image_that_is_not_available(String state) {
      Ami image = image(ec2, ami -> ami.state(AmiState.of(state)));
      assertSays(
          () -> owner.createStoreImageTask(image.imageId(), BUCKET),
          "InvalidAMIID.Unavailable",
          "The AMI ID '%s' is currently %s and may not be used for this operation"
              .formatted(image.imageId(), state));
    }

    @Test
    void a_snapshot_that_is_not_completed() {
      SnapshotId snapshot = ec2.snapshot(OWNER, it -> it.state(SnapshotState.PENDING));
      Ami image = ec2.put(TestLaunch.image(snapshot).build());
      assertSays(
          () -> owner.createStoreImageTask(image.imageId(), BUCKET),
          "IncorrectState",
          "Snapshot is in invalid state - pending");
    }

    @Test
    @Rules({"STORE-05", "ROOT-14"})
    void more_than_5000_gigabytes() {
      Ami largest = ec2.put(large(2_500, 2_500).build());
      assertThat(owner.createStoreImageTask(largest.imageId(), BUCKET)).isNotNull();
      ec2.pass(WORK);
      Ami larger = ec2.put(large(2_500, 2_501).imageId("ami-0000000000000beef").build());
      assertSays(
          () -> owner.createStoreImageTask(larger.imageId(), BUCKET),
          "InvalidParameterValue",
          "Value (ami-0000000000000beef) for parameter imageId is invalid. The size of its"
              + " snapshots, 5001 GB, exceeds 5000 GB.");
    }

    private Ami.Builder large(int root, int data) {
      return TestLaunch.image(ec2.snapshot(OWNER, it -> it.volumeSize(root)))
          .addBlockDeviceMapping(BlockDeviceMapping.ebs(
              TestLaunch.DATA,
              EbsBlockDevice.of(
                  VolumeType.GP3, data, ec2.snapshot(OWNER, it -> it.volumeSize(data)))));
    }

    @Test
    @Rules({"STORE-09", "DEC-101", "DEC-119"})
    void one_image_more_while_1200_gigabytes_are_being_stored() {
      assertThat(owner.createStoreImageTask(sized(1_199).imageId(), BUCKET)).isNotNull();
      S3ObjectId beyond = owner.createStoreImageTask(sized(1_000).imageId(), BUCKET);
      Ami more = sized(1);

      assertSays(
          () -> owner.createStoreImageTask(more.imageId(), BUCKET),
          "ResourceLimitExceeded",
          "You have reached your quota of 1200 GB for AMIs being stored in this Region.");
      shared(more);
      assertThat(ec2.as(FRIEND).createStoreImageTask(more.imageId(), "of-friend"))
          .isNotNull();
      ec2.registry.aws().complete(HERE, beyond);
      assertThat(owner.createStoreImageTask(more.imageId(), BUCKET)).isNotNull();
      assertSays(
          () -> owner.createStoreImageTask(sized(1).imageId(), BUCKET),
          "ResourceLimitExceeded",
          "You have reached your quota of 1200 GB for AMIs being stored in this Region.");
    }

    @Test
    @Rules("DEC-101")
    void one_more_than_the_quota_in_force() {
      TestRegistry few = new TestRegistry(RegistrySettings.builder()
          .ids(IdSource.counting())
          .completion(CompletionPolicy.whenTold())
          .quotas(Quotas.builder().storeWork(8).build())
          .build());
      few.owner().createStoreImageTask(image(few, ami -> ami).imageId(), BUCKET);
      assertSays(
          () -> few.owner().createStoreImageTask(image(few, ami -> ami).imageId(), BUCKET),
          "ResourceLimitExceeded",
          "You have reached your quota of 8 GB for AMIs being stored in this Region.");
    }

    private Ami sized(int size) {
      SnapshotId snapshot = ec2.snapshot(OWNER, it -> it.volumeSize(size));
      return ec2.put(TestLaunch.image(snapshot)
          .imageId("ami-" + snapshot.value().substring("snap-".length()))
          .name("image of " + snapshot)
          .build());
    }

    @ParameterizedTest
    @Rules("STORE-16")
    @CsvSource({"0, 1, k", "129, 1, k", "128, 257, k", "1, 1, aws:k"})
    void a_tag_of_the_object_that_cannot_be(int key, int value, String prefix) {
      String text = prefix.length() > 1 ? prefix : "k".repeat(key);
      assertSays(
          () -> owner.createStoreImageTask(CreateStoreImageTask.of(
              image().imageId(), BUCKET, S3ObjectTag.of(text, "v".repeat(value)))),
          "InvalidParameterValue",
          "Value (%s) for parameter s3ObjectTags is invalid. A tag of an object has a key of 1 to"
                  .formatted(text)
              + " 128 characters that does not begin with aws:, and a value of at most 256"
              + " characters.");
    }

    @Test
    @Rules("STORE-16")
    void one_tag_of_the_object_too_many_or_the_same_key_twice() {
      S3ObjectTag longest = S3ObjectTag.of("k".repeat(128), "v".repeat(256));
      assertThat(owner.createStoreImageTask(
              CreateStoreImageTask.of(image().imageId(), BUCKET, longest)))
          .isNotNull();
      assertSays(
          () -> owner.createStoreImageTask(CreateStoreImageTask.of(
              image().imageId(),
              BUCKET,
              IntStream.range(0, 11)
                  .mapToObj(i -> S3ObjectTag.of("key" + i, ""))
                  .toArray(S3ObjectTag[]::new))),
          "InvalidParameterValue",
          "The maximum number of tags of an object is 10");
      assertSays(
          () -> owner.createStoreImageTask(CreateStoreImageTask.of(
              image().imageId(), BUCKET, S3ObjectTag.of("a", "b"), S3ObjectTag.of("a", "c"))),
          "InvalidParameterValue",
          "Value (a) for parameter s3ObjectTags is invalid. The keys of the tags of an object are"
              + " unique.");
    }
  }

  @Nested
  class Described_are {
    @Test
    @Rules("STORE-14")
    void the_tasks_of_31_days_the_newest_first() {
      S3ObjectId first = owner.createStoreImageTask(image().imageId(), BUCKET);
      ec2.pass(Duration.ofDays(1));
      S3ObjectId second = owner.createStoreImageTask(image().imageId(), BUCKET);
      ec2.pass(Duration.ofDays(30).minusNanos(1));
      S3ObjectId third = owner.createStoreImageTask(image().imageId(), BUCKET);

      assertThat(objects()).containsExactly(third, second, first);
      ec2.pass(Duration.ofNanos(1));
      assertThat(objects()).containsExactly(third, second);
      assertThat(object(first)).isPresent();
      ec2.pass(Duration.ofDays(31));
      assertThat(objects()).isEmpty();
      assertThat(ec2.as(FRIEND).describeStoreImageTasks()).isEmpty();
    }

    private List<S3ObjectId> objects() {
      return owner.describeStoreImageTasks().stream()
          .map(StoreImageTask::objectId)
          .toList();
    }

    @Test
    @Rules("STORE-14")
    void a_task_that_goes_on_for_longer_too() {
      TestRegistry told = TestRegistry.completing(CompletionPolicy.whenTold());
      S3ObjectId id = told.owner().createStoreImageTask(image(told, ami -> ami).imageId(), BUCKET);
      told.pass(Duration.ofDays(40));
      assertThat(told.owner().describeStoreImageTasks()).hasSize(1);
      told.registry.aws().complete(HERE, id);
      told.registry.advance();
      assertThat(told.owner().describeStoreImageTasks()).isEmpty();
      assertThat(told.state().in(HERE).buckets().get(id)).isPresent();
    }

    @Test
    @Rules({"STORE-14", "DEC-102"})
    void those_of_at_most_20_images() {
      ImageId[] many = IntStream.range(0, 21)
          .mapToObj(i -> ImageId.of("ami-%017x".formatted(0xabc00 + i)))
          .toArray(ImageId[]::new);
      S3ObjectId id = owner.createStoreImageTask(image().imageId(), BUCKET);
      owner.createStoreImageTask(image().imageId(), BUCKET);

      assertThat(owner.describeStoreImageTasks(task(id).imageId())).hasSize(1);
      assertThat(
              owner.describeStoreImageTasks(List.of(many).subList(0, 20).toArray(ImageId[]::new)))
          .isEmpty();
      assertSays(
          () -> owner.describeStoreImageTasks(many),
          "InvalidParameterValue",
          "The maximum number of image IDs specified on a single call is 20");
    }

    @Test
    @Rules("STORE-15")
    void those_that_filters_find_unless_images_are_named() {
      S3ObjectId done = owner.createStoreImageTask(image().imageId(), BUCKET);
      ec2.pass(WORK);
      S3ObjectId going = owner.createStoreImageTask(image().imageId(), "other-bucket");

      assertThat(found(Filter.of("task-state", "InProgress"))).containsExactly(going);
      assertThat(found(Filter.of("task-state", "Completed", "Failed"))).containsExactly(done);
      assertThat(found(Filter.of("bucket", BUCKET))).containsExactly(done);
      assertThat(found(Filter.of("bucket", "no-bucket"))).isEmpty();
      ImmutableSet<ImageId> image = ImmutableSet.of(task(done).imageId());
      for (String name : List.of("bucket", "no-such-filter")) {
        assertThat(owner
                .describeStoreImageTasks(new DescribeStoreImageTasks(
                    image, ImmutableList.of(Filter.of(name, "no-bucket")), PageRequest.first()))
                .items())
            .hasSize(1);
      }
    }

    private List<S3ObjectId> found(Filter filter) {
      return owner.describeStoreImageTasks(DescribeStoreImageTasks.of(filter)).items().stream()
          .map(StoreImageTask::objectId)
          .toList();
    }

    @Test
    @Rules("STORE-15")
    void in_pages_of_1_to_200_unless_images_are_named() {
      List<ImageId> images =
          IntStream.range(0, 201).mapToObj(i -> image().imageId()).toList();
      images.forEach(
          id -> ec2.registry.aws().complete(HERE, owner.createStoreImageTask(id, BUCKET)));

      Page<StoreImageTask> first = owner.describeStoreImageTasks(DescribeStoreImageTasks.of());
      assertThat(first.items()).hasSize(200);
      assertThat(owner
              .describeStoreImageTasks(DescribeStoreImageTasks.of()
                  .on(new PageRequest(OptionalInt.empty(), first.nextToken())))
              .items())
          .hasSize(1);
      assertThat(ask(1).items()).hasSize(1);
      assertSays(
          () -> ask(0),
          "InvalidParameterValue",
          "1 validation error detected: Value '0' at 'maxResults' failed to satisfy constraint:"
              + " Member must have value greater than or equal to 1");
      assertSays(
          () -> ask(201),
          "InvalidParameterValue",
          "1 validation error detected: Value '201' at 'maxResults' failed to satisfy constraint:"
              + " Member must have value less than or equal to 200");
      assertSays(
          () -> owner.describeStoreImageTasks(
              DescribeStoreImageTasks.ofImages(images.get(0)).on(PageRequest.of(5))),
          "InvalidParameterCombination",
          "The parameter imageIdsSet cannot be used with the parameter maxResults");
    }

    private Page<StoreImageTask> ask(int size) {
      return owner.describeStoreImageTasks(DescribeStoreImageTasks.of().on(PageRequest.of(size)));
    }
  }

  @Test
  @Rules("DEC-156")
  void a_task_starts_at_a_whole_second() {
    ec2.pass(Duration.ofMillis(1_999));
    S3ObjectId id = owner.createStoreImageTask(image().imageId(), BUCKET);
    Instant second = START.plusSeconds(1);
    assertThat(task(id).taskStartTime()).isEqualTo(second);
  }
}
