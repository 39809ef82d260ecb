package dev.amikit.registry.s3;

import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertRefused;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.Region;
import dev.amikit.id.S3ObjectId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.StateReason;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.TestKeys;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.image.ImageAncestryEntry;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.Rules;
import dev.amikit.s3.StoredImage;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Images are made of what is stored in S3. */
class RestoreImageTest {
  private static final String BUCKET = "amzn-s3-demo-bucket";
  private static final Duration WORK = Duration.ofMinutes(10);

  private final TestRegistry ec2 = TestRegistry.completing(CompletionPolicy.after(WORK));
  private final Ec2 owner = ec2.owner();

  private Ami put(UnaryOperator<Ami.Builder> change) {
    SnapshotId snapshot = ec2.snapshot(OWNER, it -> it.tags(Tags.of("disk", "root")));
    return ec2.put(
        change.apply(TestLaunch.image(snapshot).tags(Tags.of("env", "prod"))).build());
  }

  private S3ObjectId store(Ami image) {
    S3ObjectId id = owner.createStoreImageTask(image.imageId(), BUCKET);
    ec2.pass(WORK);
    return id;
  }

  private static CreateRestoreImageTask.Builder restore(S3ObjectId id) {
    return CreateRestoreImageTask.builder().object(id).name("restored");
  }

  private Ami image(Region region, ImageId id) {
    return ec2.state().image(region, id).orElseThrow();
  }

  private Snapshot root(Region region, ImageId id) {
    return ec2.state()
        .snapshot(region, image(region, id).snapshotIds().iterator().next())
        .orElseThrow();
  }

  @Nested
  class A_restored_image {
    @Test
    @Rules({
      "STORE-21",
      "STORE-22",
      "STORE-24",
      "STORE-25",
      "ANC-01",
      "ANC-02",
      "PERM-04",
      "DEC-118",
      "RUN-12",
      "COM-21",
      "COM-22",
      "IMG-33",
      "LIFE-02",
      "WMK-09"
    })
    void is_a_new_private_one_of_the_caller_with_all_that_was_stored() {
      Ami source = put(image -> image
          .description("golden")
          .bootMode(BootMode.UEFI)
          .addProductCode(ProductCode.marketplace("abcdefghijklmnopqrstuvwxy"))
          .launchPermissions(ImmutableSet.of(LaunchPermission.userId(FRIEND)))
          .deprecationTime(START.plus(Duration.ofDays(9)))
          .deregistrationProtection(DeregistrationProtection.enabledWithoutCooldown())
          .lastLaunchedTime(START));
      owner.attachImageWatermark(source.imageId(), "mark");
      S3ObjectId id = store(source);

      ImageId restored = owner.createRestoreImageTask(restore(id).build());

      assertThat(restored).isNotEqualTo(source.imageId());
      assertThat(image(HERE, restored).state()).isEqualTo(AmiState.PENDING);
      assertThat(image(HERE, restored).snapshotIds()).isEmpty();
      ec2.pass(WORK);
      Ami after = image(HERE, restored);
      Snapshot root = root(HERE, restored);
      assertThat(after)
          .isEqualTo(source.toBuilder()
              .imageId(restored)
              .name("restored")
              .imageLocation(OWNER + "/restored")
              .creationDate(START.plus(WORK))
              .freeTierEligible(false)
              .sourceImageId(source.imageId())
              .sourceImageRegion(HERE)
              .launchPermissions(ImmutableSet.of())
              .deprecationTime(Optional.empty())
              .deregistrationProtection(DeregistrationProtection.disabled())
              .lastLaunchedTime(Optional.empty())
              .imageWatermarks(ImmutableSet.of())
              .blockDeviceMappings(source.blockDeviceMappings().stream()
                  .map(device -> BlockDeviceMapping.ebs(
                      device.deviceName(),
                      device.ebs().orElseThrow().toBuilder()
                          .snapshotId(root.snapshotId())
                          .encrypted(false)
                          .build()))
                  .toList())
              .build());
      assertThat(source.snapshotIds()).doesNotContain(root.snapshotId());
      assertThat(root.state()).isEqualTo(SnapshotState.COMPLETED);
      assertThat(root.ownerId()).isEqualTo(OWNER);
      assertThat(root.volumeSize()).isEqualTo(8);
      assertThat(root.tags()).isEqualTo(Tags.of("disk", "root"));
      assertThat(owner.getImageAncestry(restored))
          .extracting(ImageAncestryEntry::imageId)
          .containsExactly(restored, source.imageId());
    }

    @Test
    @Rules({"STORE-22", "LIFE-03", "LIFE-05"})
    void fails_together_with_its_snapshots() {
      S3ObjectId id = store(put(image -> image));
      ImageId restored = owner.createRestoreImageTask(restore(id).build());

      ec2.registry.aws().fail(HERE, restored, new StateReason("Client.InternalError", "No room"));

      assertThat(image(HERE, restored).state()).isEqualTo(AmiState.FAILED);
      assertThat(ec2.state().snapshots(HERE).map(Snapshot::state))
          .containsExactlyInAnyOrder(SnapshotState.COMPLETED, SnapshotState.ERROR);
    }

    @Test
    @Rules({"STORE-11", "DEC-118"})
    void is_encrypted_only_by_default() {
      SnapshotId encrypted =
          ec2.snapshot(OWNER, it -> it.encrypted(true).kmsKeyId(TestKeys.CUSTOMER));
      S3ObjectId id = store(ec2.put(TestLaunch.image(encrypted).build()));

      ImageId plain = owner.createRestoreImageTask(restore(id).build());
      owner.enableEbsEncryptionByDefault();
      ImageId byDefault =
          owner.createRestoreImageTask(restore(id).name("by default").build());
      ec2.pass(WORK);

      assertThat(root(HERE, plain).isEncrypted()).isFalse();
      assertThat(root(HERE, plain).kmsKeyId()).isEmpty();
      assertThat(root(HERE, byDefault).isEncrypted()).isTrue();
      assertThat(root(HERE, byDefault).kmsKeyId()).isPresent();
    }

    @Test
    @Rules("STORE-24")
    void has_the_stored_tags_and_those_of_the_request_which_win() {
      S3ObjectId id =
          store(put(image -> image.tags(Tags.of(Tag.of("env", "prod"), Tag.of("team", "one")))));

      ImageId restored = owner.createRestoreImageTask(restore(id)
          .addTagSpecification(
              TagSpecification.image(Tags.of(Tag.of("env", "test"), Tag.of("new", "1"))))
          .addTagSpecification(TagSpecification.snapshot(Tags.of("disk", "new")))
          .build());
      ec2.pass(WORK);

      assertThat(image(HERE, restored).tags())
          .isEqualTo(Tags.of(Tag.of("env", "test"), Tag.of("team", "one"), Tag.of("new", "1")));
      assertThat(root(HERE, restored).tags()).isEqualTo(Tags.of("disk", "new"));
    }

    @Test
    @Rules({"STORE-19", "ACCT-05", "DEC-120"})
    void may_be_in_another_region_and_partition_and_of_another_account() {
      Ami source = put(image -> image);
      S3ObjectId id = store(source);
      Region china = Region.of("cn-north-1");
      S3ObjectId copy = new S3ObjectId("bucket-in-china", "moved/" + id.key());

      ec2.registry.aws().copy(HERE, id, china, copy);
      ImageId restored = ec2.as(FRIEND, china).createRestoreImageTask(copy);
      ec2.pass(WORK);

      Ami after = image(china, restored);
      assertThat(after.ownerId()).isEqualTo(FRIEND);
      assertThat(after.name()).isEqualTo(source.name());
      assertThat(after.state()).isEqualTo(AmiState.AVAILABLE);
      assertThat(after.sourceImageId()).contains(source.imageId());
      assertThat(after.sourceImageRegion()).contains(HERE);
      assertThat(root(china, restored).ownerId()).isEqualTo(FRIEND);
    }

    @Test
    @Rules({"STORE-20", "NAME-10", "DEC-15", "COM-05", "ERR-05"})
    void has_the_name_of_the_stored_one_unless_that_is_taken_here() {
      Ami source = put(image -> image);
      S3ObjectId id = store(source);

      assertSays(
          () -> owner.createRestoreImageTask(id),
          "InvalidAMIName.Duplicate",
          "AMI name %s is already in use by AMI %s"
              .formatted(source.name().orElseThrow(), source.imageId()));
      owner.deregisterImage(source.imageId());
      ImageId restored = owner.createRestoreImageTask(id);
      assertThat(image(HERE, restored).name()).isEqualTo(source.name());
    }
  }

  @Nested
  class Refused_is {
    @Test
    @Rules({"STORE-19", "STORE-08", "DEC-120"})
    void what_is_not_in_the_bucket_or_not_yet() {
      S3ObjectId id = owner.createStoreImageTask(put(image -> image).imageId(), BUCKET);
      for (S3ObjectId absent :
          new S3ObjectId[] {id, new S3ObjectId(BUCKET, "no"), new S3ObjectId("no-bucket", "no")}) {
        assertSays(
            () -> owner.createRestoreImageTask(restore(absent).build()),
            "InvalidParameterValue",
            "Value (%s) for parameter objectKey is invalid. The object does not exist in the bucket %s."
                .formatted(absent.key(), absent.bucket()));
      }
    }

    @Test
    @Rules({"STORE-19", "DEC-120"})
    void a_bucket_of_another_region() {
      S3ObjectId id = store(put(image -> image));
      assertSays(
          () -> ec2.as(OWNER, THERE).createRestoreImageTask(restore(id).build()),
          "InvalidParameterValue",
          "Value (" + BUCKET + ") for parameter bucket is invalid. The bucket must be in the Region"
              + " in which the request is made.");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> ec2.registry.aws().copy(HERE, id, THERE, new S3ObjectId(BUCKET, "copy")))
          .withMessage("%s is in %s", BUCKET, HERE);
    }

    @Test
    @Rules("STORE-19")
    void a_bucket_or_a_key_that_cannot_be() {
      assertSays(
          () -> owner.createRestoreImageTask(
              CreateRestoreImageTask.builder().bucket("No").objectKey("key").build()),
          "InvalidParameterValue",
          "Value (No) for parameter bucket is invalid. The specified bucket is not valid.");
      assertSays(
          () -> owner.createRestoreImageTask(
              CreateRestoreImageTask.builder().bucket("bucket").objectKey("").build()),
          "InvalidParameterValue",
          "Value () for parameter objectKey is invalid. The key of an object has 1 to 1024 bytes.");
    }

    @Test
    @Rules({"COM-04", "ERR-04"})
    void a_name_that_no_image_can_have() {
      S3ObjectId id = store(put(image -> image));
      assertRefused(
          ec2::state,
          () -> owner.createRestoreImageTask(restore(id).name("x").build()),
          "InvalidAMIName.Malformed",
          "image-name.registrable");
    }

    @Test
    @Rules({"STORE-23", "DEC-101", "DEC-119", "ERR-32"})
    void one_image_more_while_600_gigabytes_are_being_restored() {
      S3ObjectId large = store(sized(599));
      S3ObjectId largest = store(sized(1_000));
      S3ObjectId small = store(sized(1));
      String words =
          "You have reached your quota of 600 GB for AMIs being restored in this Region.";

      owner.createRestoreImageTask(restore(large).name("first").build());
      ImageId second =
          owner.createRestoreImageTask(restore(largest).name("second").build());
      assertSays(
          () -> owner.createRestoreImageTask(restore(small).build()),
          "ResourceLimitExceeded",
          words);
      assertThat(ec2.as(FRIEND).createRestoreImageTask(restore(small).build())).isNotNull();
      ec2.registry.aws().complete(HERE, second);
      assertThat(owner.createRestoreImageTask(restore(small).build())).isNotNull();
    }

    private Ami sized(int size) {
      SnapshotId snapshot = ec2.snapshot(OWNER, it -> it.volumeSize(size));
      return ec2.put(TestLaunch.image(snapshot)
          .imageId("ami-" + snapshot.value().substring("snap-".length()))
          .name("image of " + snapshot)
          .build());
    }

    @Test
    @Rules({"STORE-24", "TAG-06", "COM-16"})
    void more_tags_than_an_image_or_a_snapshot_can_have() {
      S3ObjectId id = store(put(image -> image));
      Tags fifty =
          Tags.from(IntStream.range(0, 50).mapToObj(i -> Tag.of("key" + i, "")).toList());
      for (String type : new String[] {"image", "snapshot"}) {
        assertSays(
            () -> owner.createRestoreImageTask(restore(id)
                .addTagSpecification(new TagSpecification(type, fifty))
                .build()),
            "TagLimitExceeded",
            "The maximum number of Tags for a resource has been reached.");
      }
      assertSays(
          () -> owner.createRestoreImageTask(restore(id)
              .addTagSpecification(TagSpecification.volume(Tags.of("a", "b")))
              .build()),
          "InvalidParameterValue",
          "'volume' is not a valid taggable resource type for this operation.");
    }
  }

  @Test
  @Rules("STORE-17")
  void each_call_makes_another_image() {
    S3ObjectId id = store(put(image -> image));
    ImageId first = owner.createRestoreImageTask(restore(id).name("first").build());
    assertThat(owner.createRestoreImageTask(restore(id).name("second").build()))
        .isNotEqualTo(first);
    assertThat(ec2.state().in(HERE).agenda().count(OWNER, Task.Kind.IMAGE_RESTORE))
        .isEqualTo(2);
  }

  @Test
  @Rules("DEC-120")
  void a_stored_image_may_be_put_in_from_elsewhere_and_deleted() {
    S3ObjectId id = store(put(image -> image));
    StoredImage stored = ec2.state().in(HERE).buckets().get(id).orElseThrow();
    TestRegistry elsewhere = new TestRegistry();
    AccountId account = AccountId.of("222233334444");

    elsewhere.registry.aws().put(THERE, id, stored);
    ImageId restored = elsewhere.as(account, THERE).createRestoreImageTask(id);
    elsewhere.registry.aws().delete(THERE, id);

    assertThat(elsewhere.state().image(THERE, restored)).isPresent();
    assertThat(elsewhere.state().in(THERE).buckets().objects()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> elsewhere.registry.aws().delete(THERE, id))
        .withMessage("There is no %s in %s", id, THERE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> elsewhere.registry.aws().copy(THERE, id, HERE, id))
        .withMessage("There is no %s in %s", id, THERE);
  }
}
