package dev.amikit.registry.tag;

import static dev.amikit.registry.TestImages.TO_FRIEND;
import static dev.amikit.registry.TestImages.id;
import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.ImageName;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.TestImages;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.tag.DeleteTags.TagToDelete;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What EC2 says of tags that it does not set, letter by letter. */
class TagMessagesTest {
  private static final Tags PROD = Tags.of("env", "prod");

  private final TestRegistry ec2 = new TestRegistry();
  private final String imageId = ec2.put(image(1).build()).imageId().value();

  @Nested
  class Of_resources {
    @Test
    @Rules({"MSG-134", "TAG-10"})
    void that_are_not_named() {
      assertSays(
          create(PROD), "MissingParameter", "The request must contain the parameter resourceIdSet");
    }

    @Test
    @Rules({"MSG-018", "TAG-11"})
    void that_are_no_ids() {
      assertSays(
          create(PROD, imageId, "eipassoc-12345678"),
          "InvalidID",
          "The ID 'eipassoc-12345678' is not valid");
      assertThat(violation(create(PROD, imageId, "x")).path()).isEqualTo("resources[1]");
      assertSays(
          () -> ec2.owner().call(new DeleteTags(ImmutableList.of("x"), ImmutableList.of())),
          "InvalidID",
          "The ID 'x' is not valid");
    }

    @Test
    @Rules("TAG-10")
    void that_are_too_many() {
      assertSays(
          create(
              PROD, IntStream.rangeClosed(0, 1_000).mapToObj(i -> imageId).toArray(String[]::new)),
          "InvalidParameterValue",
          "The maximum number of resources specified on a single call is 1000");
    }

    @Test
    @Rules({"MSG-135", "TAG-05"})
    void with_a_key_of_aws() {
      ThrowingCallable call = create(Tags.of(Tag.of("a", "1"), Tag.of("aws:b", "2")), imageId);
      assertSays(
          call,
          "InvalidParameterValue",
          "Value ( aws:b ) for parameter key is invalid. Tag keys starting with 'aws:' are"
              + " reserved for internal use");
      assertThat(violation(call).path()).isEqualTo("tags[1].key");
      assertSays(
          () ->
              ec2.owner().deleteTags(List.of(TagToDelete.of("a"), TagToDelete.of("aws:b")), id(1)),
          "InvalidParameterValue",
          "Value ( aws:b ) for parameter key is invalid. Tag keys starting with 'aws:' are"
              + " reserved for internal use");
    }

    @Test
    @Rules({"MSG-143", "TAG-02"})
    void with_a_key_of_more_than_127_characters() {
      assertSays(
          create(Tags.of("k".repeat(128), ""), imageId),
          "InvalidParameterValue",
          "Tag key exceeds the maximum length of 127 characters");
      assertSays(
          () -> Tag.of("k".repeat(129), ""),
          "InvalidParameterValue",
          "Tag key exceeds the maximum length of 128 characters");
    }

    @Test
    @Rules({"MSG-142", "TAG-03"})
    void with_a_value_of_more_than_256_characters() {
      assertSays(
          () -> Tag.of("k", "v".repeat(257)),
          "InvalidParameterValue",
          "Tag value exceeds the maximum length of 256 characters");
    }

    @Test
    @Rules({"DEC-113", "TAG-02"})
    void without_a_key() {
      assertSays(() -> Tag.of("", ""), "InvalidTagKey.Malformed", "Tag key must have a value");
      ThrowingCallable call =
          () -> ec2.owner().deleteTags(List.of(TagToDelete.of("a"), TagToDelete.of("")), id(1));
      assertSays(call, "InvalidTagKey.Malformed", "Tag key must have a value");
      assertThat(violation(call).path()).isEqualTo("tags[1].key");
    }

    @Test
    @Rules({"MSG-140", "TAG-06"})
    void that_have_as_many_as_can_be() {
      TestRegistry small = new TestRegistry(
          RegistrySettings.builder().quotas(Quotas.builder().tags(2).build()).build());
      small.put(image(1).tags(PROD).build());
      ThrowingCallable call = () -> small
          .owner()
          .call(new CreateTags(
              ImmutableList.of(imageId), Tags.of(Tag.of("a", "1"), Tag.of("b", "2"))));
      assertSays(
          call, "TagLimitExceeded", "The maximum number of Tags for a resource has been reached.");
      assertThat(violation(call).path()).isEqualTo("resources[0]");
      assertThat(violation(call).found()).isEqualTo(imageId);
      assertThat(violation(call).hint()).isEqualTo("3 tags, of at most 2");
    }

    private ThrowingCallable create(Tags tags, String... resources) {
      return () -> ec2.owner().call(new CreateTags(ImmutableList.copyOf(resources), tags));
    }
  }

  @Nested
  class Of_specifications {
    @Test
    @Rules({"MSG-136", "TAG-05", "COM-18"})
    void with_a_key_of_aws() {
      ThrowingCallable call = register(
          TagSpecification.image(PROD),
          TagSpecification.image(Tags.of(Tag.of("a", "1"), Tag.of("aws:b", "2"))));
      assertSays(
          call,
          "InvalidParameterValue",
          "Tag keys starting with 'aws:' are reserved for internal use");
      assertThat(violation(call).path()).isEqualTo("tagSpecifications[1].tags[1].key");
      assertThat(violation(call).found()).isEqualTo("aws:b");
    }

    @Test
    @Rules({"MSG-137", "TAG-18"})
    void without_tags() {
      ThrowingCallable call = register(TagSpecification.image(Tags.none()));
      assertSays(call, "InvalidParameterValue", "Tag specification must have at least one tag");
      assertThat(violation(call).path()).isEqualTo("tagSpecifications[0].tags");
      assertThat(violation(call).found()).isEqualTo("absent");
    }

    @Test
    @Rules({"MSG-138", "TAG-17", "COM-16"})
    void of_a_type_that_the_operation_does_not_tag() {
      ThrowingCallable call = register(TagSpecification.instance(PROD));
      assertSays(
          call,
          "InvalidParameterValue",
          "'instance' is not a valid taggable resource type for this operation.");
      assertThat(violation(call).path()).isEqualTo("tagSpecifications[0].resourceType");
      assertThat(violation(call).hint()).isEqualTo("image");
    }

    @Test
    @Rules({"MSG-139", "TAG-17", "DEC-115"}) // DEC-115 has the code, MSG-139 another operation's
    void without_a_type() {
      assertSays(
          register(new TagSpecification("", PROD)),
          "InvalidParameterValue",
          "Tag specification resource type must have a value");
    }

    @Test
    @Rules({"MSG-143", "TAG-02"})
    void with_a_key_of_more_than_127_characters() {
      assertSays(
          register(TagSpecification.image(Tags.of("k".repeat(128), ""))),
          "InvalidParameterValue",
          "Tag key exceeds the maximum length of 127 characters");
    }

    @Test
    @Rules({"MSG-163", "DEC-176", "TAG-01"})
    void with_a_key_twice() {
      assertSays(
          () -> TagSpecification.of(
              "volume", List.of(Map.entry("env", "prod"), Map.entry("env", "test"))),
          "InvalidParameterValue",
          "Duplicate tag key 'env' specified.");
    }

    @Test
    @Rules({"MSG-164", "DEC-176", "TAG-02"})
    void with_an_empty_key() {
      ThrowingCallable call = () ->
          TagSpecification.of("volume", List.of(Map.entry("env", "prod"), Map.entry("", "x")));
      assertSays(call, "InvalidParameterValue", "Tag key must have a value");
      assertThat(violation(call).path()).isEqualTo("tags[1].key");
    }

    @Test
    void given_as_text_are_those_of_the_same_tags() {
      assertThat(TagSpecification.of("image", Map.of("env", "prod").entrySet()))
          .isEqualTo(TagSpecification.image(PROD));
    }

    @Test
    @Rules({"MSG-140", "TAG-06"})
    void of_more_than_a_resource_has() {
      Tags many =
          Tags.from(IntStream.range(0, 51).mapToObj(i -> Tag.of("key " + i, "")).toList());
      ThrowingCallable call = register(TagSpecification.image(many));
      assertSays(
          call, "TagLimitExceeded", "The maximum number of Tags for a resource has been reached.");
      assertThat(violation(call).hint()).isEqualTo("51 tags, of at most 50");
    }

    private ThrowingCallable register(TagSpecification... specifications) {
      return () -> ec2.owner()
          .registerImage(RegisterImage.builder()
              .name(ImageName.of("image"))
              .imageLocation("my-bucket/image.manifest.xml")
              .tagSpecifications(List.of(specifications))
              .build());
    }
  }

  /** One's own tags on what one no longer sees. */
  @Nested
  class Of_what_is_hidden {
    private final Ec2 friend = ec2.as(FRIEND);

    @Test
    @Rules({"DEC-174", "TAG-24", "TAG-07"})
    void are_told_and_deleted_but_not_created_on_an_image() {
      ec2.put(image(1).addLaunchPermission(TO_FRIEND).build());
      friend.createTags(Tags.of(Tag.of("a", "1"), Tag.of("b", "2")), id(1));
      ec2.put(image(1).launchPermissions(ImmutableSet.of()).build());

      assertThat(friend.describeTags(DescribeTags.of()).items()).hasSize(2);
      assertSays(
          () -> friend.createTags(PROD, id(1)),
          "InvalidAMIID.NotFound",
          "The image id '[" + imageId + "]' does not exist");
      friend.deleteTags(List.of(TagToDelete.of("a")), id(1));
      assertThat(friend.describeTags(DescribeTags.of()).items())
          .containsExactly(new TagDescription("b", imageId, "image", "2"));
    }

    @Test
    @Rules({"DEC-174", "TAG-24", "TAG-07"})
    void are_told_and_deleted_but_not_created_on_a_snapshot() {
      CreateVolumePermission toFriend = CreateVolumePermission.userId(FRIEND);
      SnapshotId snapshot = ec2.snapshot(OWNER, s -> s.addCreateVolumePermission(toFriend));
      friend.createTags(PROD, snapshot);
      ec2.put(ec2.state().snapshot(HERE, snapshot).orElseThrow().toBuilder()
          .createVolumePermissions(ImmutableSet.of())
          .build());

      assertThat(friend.describeTags(DescribeTags.of()).items()).hasSize(1);
      assertSays(
          () -> friend.createTags(PROD, snapshot),
          "InvalidSnapshot.NotFound",
          "The snapshot '" + snapshot + "' does not exist.");
      friend.deleteTags(List.of(), snapshot);
      assertThat(friend.describeTags(DescribeTags.of()).items()).isEmpty();
    }

    @Test
    @Rules({"DEC-174", "TAG-23"})
    void are_told_and_deleted_in_the_recycle_bin_of_its_owner() {
      ec2.put(image(1).addLaunchPermission(TO_FRIEND).build());
      friend.createTags(PROD, id(1));
      ec2.put(TestImages.binned(1));

      assertThat(friend.describeTags(DescribeTags.of()).items()).hasSize(1);
      friend.deleteTags(List.of(), id(1));
      assertThat(friend.describeTags(DescribeTags.of()).items()).isEmpty();
    }

    @Test
    @Rules({"DEC-174", "TAG-12"})
    void are_not_found_where_one_has_none() {
      assertSays(
          () -> ec2.as(STRANGER).deleteTags(List.of(), id(1)),
          "InvalidAMIID.NotFound",
          "The image id '[" + imageId + "]' does not exist");
    }
  }

  private static Violation violation(ThrowingCallable call) {
    return catchThrowableOfType(RefusedException.class, call).violations().get(0);
  }
}
