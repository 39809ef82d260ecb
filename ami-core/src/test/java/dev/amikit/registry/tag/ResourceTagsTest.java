package dev.amikit.registry.tag;

import static dev.amikit.registry.TestImages.TO_FRIEND;
import static dev.amikit.registry.TestImages.UNKNOWN;
import static dev.amikit.registry.TestImages.assertUnchanged;
import static dev.amikit.registry.TestImages.binned;
import static dev.amikit.registry.TestImages.id;
import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestImages.published;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.ResourceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.tag.DeleteTags.TagToDelete;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CreateTags and DeleteTags. */
class ResourceTagsTest {
  private static final Tags PROD = Tags.of("env", "prod");
  private static final String IMAGE = id(1).value();

  private final TestRegistry ec2 = new TestRegistry();

  @Test
  @Rules({"TAG-10"})
  void tags_are_added_or_get_another_value_and_others_stay() {
    ec2.put(
        image(1).tags(Tags.of(Tag.of("env", "test"), Tag.of("team", "blue"))).build());
    ec2.owner()
        .createTags(Tags.of(Tag.of("env", "prod"), Tag.of("empty", "")), ResourceId.parse(IMAGE));
    assertThat(tags(OWNER))
        .isEqualTo(Tags.of(Tag.of("env", "prod"), Tag.of("team", "blue"), Tag.of("empty", "")));
    assertUnchanged(ec2, () -> ec2.owner().createTags(PROD, ResourceId.parse(IMAGE)));
  }

  @Test
  @Rules({"TAG-10"})
  void one_request_tags_images_and_snapshots() {
    ec2.put(image(1).build());
    SnapshotId snapshot = ec2.snapshot();
    ec2.owner().createTags(PROD, ResourceId.parse(IMAGE), snapshot, ResourceId.parse(IMAGE));
    assertThat(tags(OWNER)).isEqualTo(PROD);
    assertThat(ec2.registry.state().snapshot(HERE, snapshot).orElseThrow().tags())
        .isEqualTo(PROD);
    ec2.owner().deleteTags(List.of(TagToDelete.of("env")), ResourceId.parse(IMAGE), snapshot);
    assertThat(tags(OWNER)).isEqualTo(Tags.none());
    assertThat(ec2.registry.state().snapshot(HERE, snapshot).orElseThrow().tags())
        .isEqualTo(Tags.none());
  }

  @Test
  @Rules({"TAG-10", "TAG-16", "QUOTA-09", "COM-13"})
  void a_request_names_between_one_and_1_000_resources_and_at_most_1_000_tags_to_delete() {
    refused("MissingParameter", "value.required-attribute", create(PROD));
    refused("MissingParameter", "value.required-attribute", delete());
    refused("MissingParameter", "value.required-attribute", create(Tags.none(), IMAGE));
    ec2.put(image(1).build());
    ec2.owner().call(create(PROD, times(1000)));
    refused("InvalidParameterValue", "tagged-resource.few", create(PROD, times(1001)));
    refused("InvalidParameterValue", "tagged-resource.few", delete(times(1001)));
    TagToDelete one = TagToDelete.of("a");
    refused(
        "InvalidParameterValue",
        "tagged-resource.few",
        new DeleteTags(
            ImmutableList.of(IMAGE), ImmutableList.copyOf(Collections.nCopies(1001, one))));
    ec2.owner()
        .call(new DeleteTags(
            ImmutableList.of(IMAGE), ImmutableList.copyOf(Collections.nCopies(1000, one))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ami-xyz",
        "ami-0ABCDEF1234567890",
        "snap-1",
        "i-x",
        "vol-",
        "eni-12345678",
        "x"
      })
  @Rules({"TAG-11"})
  void what_is_no_id_of_something_taggable_is_an_invalid_id(String bad) {
    ec2.put(image(1).build());
    refused("InvalidID", "tagged-resource.taggable", create(PROD, IMAGE, bad));
    refused("InvalidID", "tagged-resource.taggable", delete(IMAGE, bad));
  }

  @Test
  @Rules({"TAG-12"})
  void what_does_not_exist_or_cannot_be_seen_is_not_found() {
    ec2.put(image(1).build());
    String snapshot = ec2.snapshot().value();
    String unknown = "snap-0123456789abcdef0";
    refused("InvalidAMIID.NotFound", "image.exists", create(PROD, IMAGE, UNKNOWN.value()));
    refused("InvalidSnapshot.NotFound", "snapshot.exists", create(PROD, IMAGE, unknown));
    assertThat(tags(OWNER)).isEqualTo(Tags.none());
    assertRefused(
        ec2::state,
        () -> ec2.as(STRANGER).createTags(PROD, ResourceId.parse(IMAGE)),
        "InvalidAMIID.NotFound",
        "image.exists");
    assertRefused(
        ec2::state,
        () -> ec2.as(STRANGER).createTags(PROD, ResourceId.parse(snapshot)),
        "InvalidSnapshot.NotFound",
        "snapshot.exists");
  }

  @Test
  @Rules({"TAG-05"})
  void keys_of_aws_are_neither_set_nor_changed_nor_deleted() {
    ec2.put(image(1).tags(Tags.of("aws:backup:source", "x")).build());
    refused("InvalidParameterValue", "tag.not-reserved", create(Tags.of("aws:x", "1"), IMAGE));
    refused(
        "InvalidParameterValue",
        "tag.not-reserved",
        create(Tags.of("aws:backup:source", "y"), IMAGE));
    refused(
        "InvalidParameterValue",
        "tag.not-reserved",
        delete(List.of(TagToDelete.of("aws:backup:source")), IMAGE));
    ec2.owner()
        .createTags(Tags.of(Tag.of("AWS:x", "1"), Tag.of("aws", "2")), ResourceId.parse(IMAGE));
    assertThat(tags(OWNER).size()).isEqualTo(3);
  }

  @Test
  @Rules({"TAG-02", "TAG-03", "ERR-35"})
  void a_key_has_1_to_127_characters_and_a_value_at_most_256() {
    ec2.put(image(1).build());
    ec2.owner().createTags(Tags.of("k".repeat(127), "v".repeat(256)), ResourceId.parse(IMAGE));
    refused(
        "InvalidParameterValue",
        "tag.key-length-in-requests",
        create(Tags.of("k".repeat(128), ""), IMAGE));
    refused(
        "InvalidTagKey.Malformed", "tag.key-not-empty", delete(List.of(TagToDelete.of("")), IMAGE));
    assertThatThrownBy(() -> Tag.of("", "v"))
        .isInstanceOf(RuleViolationException.class)
        .hasMessageContaining("tag.key-not-empty");
  }

  @Test
  @Rules({"TAG-06", "ERR-35", "QUOTA-09"})
  void a_resource_has_at_most_50_tags_besides_those_of_aws() {
    ec2.put(image(1).tags(Tags.of("aws:a", "1").with(numbered(0, 49))).build());
    ec2.owner().createTags(Tags.of("last", "1"), ResourceId.parse(IMAGE));
    assertThat(tags(OWNER).size()).isEqualTo(51);
    ec2.owner().createTags(Tags.of("last", "2"), ResourceId.parse(IMAGE));
    refused("TagLimitExceeded", "tags.few", create(Tags.of("more", "1"), IMAGE));
  }

  @Test
  @Rules({"TAG-13"})
  void the_limit_of_all_resources_is_checked_before_any_is_tagged() {
    ec2.put(image(1).build());
    ec2.put(image(2).tags(numbered(0, 50)).build());
    refused("TagLimitExceeded", "tags.few", create(PROD, IMAGE, id(2).value()));
    assertThat(tags(OWNER)).isEqualTo(Tags.none());
  }

  @Test
  @Rules("TAG-07")
  void every_account_that_sees_an_image_has_its_own_tags_on_it() {
    ec2.put(image(1).addLaunchPermission(TO_FRIEND).build());
    ec2.owner().createTags(PROD, ResourceId.parse(IMAGE));
    ec2.as(FRIEND).createTags(Tags.of("env", "theirs"), ResourceId.parse(IMAGE));
    assertThat(tags(OWNER)).isEqualTo(PROD);
    assertThat(tags(FRIEND)).isEqualTo(Tags.of("env", "theirs"));
    assertThat(tags(STRANGER)).isEqualTo(Tags.none());
    assertThat(present().tags()).isEqualTo(PROD);
    ec2.as(FRIEND).call(delete(IMAGE));
    assertThat(tags(OWNER)).isEqualTo(PROD);
    assertThat(tags(FRIEND)).isEqualTo(Tags.none());
  }

  @Test
  @Rules({"TAG-07", "SHR-09"})
  void the_same_holds_of_a_shared_snapshot() {
    SnapshotId shared = ec2.snapshot(
        OWNER,
        snapshot -> snapshot.addCreateVolumePermission(CreateVolumePermission.userId(FRIEND)));
    ec2.as(FRIEND).createTags(PROD, shared);
    Snapshot stored = ec2.registry.state().snapshot(HERE, shared).orElseThrow();
    assertThat(stored.tags()).isEqualTo(Tags.none());
    assertThat(ec2.registry.state().in(HERE).tags(FRIEND, stored)).isEqualTo(PROD);
  }

  @Test
  @Rules({"TAG-08"})
  void the_limit_counts_per_account() {
    ec2.put(published(1).tags(numbered(0, 50)).build());
    ec2.as(STRANGER).createTags(numbered(0, 50), ResourceId.parse(IMAGE));
    assertThat(tags(STRANGER).size()).isEqualTo(50);
    assertRefused(
        ec2::state,
        () -> ec2.as(STRANGER).createTags(PROD, ResourceId.parse(IMAGE)),
        "TagLimitExceeded",
        "tags.few");
  }

  @Test
  @Rules({"TAG-15"})
  void a_tag_is_deleted_by_its_key_or_by_key_and_value() {
    Tags all = Tags.of(Tag.of("a", "1"), Tag.of("b", "2"), Tag.of("c", ""), Tag.of("d", "4"));
    ec2.put(image(1).tags(all).build());
    assertUnchanged(
        ec2,
        () -> ec2.owner()
            .deleteTags(
                List.of(TagToDelete.of("b", "x"), TagToDelete.of("d", ""), TagToDelete.of("e")),
                ResourceId.parse(IMAGE)));
    ec2.owner()
        .deleteTags(
            List.of(TagToDelete.of("a"), TagToDelete.of("b", "2"), TagToDelete.of("c", "")),
            ResourceId.parse(IMAGE));
    assertThat(tags(OWNER)).isEqualTo(Tags.of("d", "4"));
  }

  @Test
  @Rules({"TAG-16"})
  void without_a_list_all_tags_go_but_those_of_aws() {
    ec2.put(image(1).tags(numbered(0, 50).with(Tags.of("aws:a", "1"))).build());
    ec2.owner().call(delete(IMAGE));
    assertThat(tags(OWNER)).isEqualTo(Tags.of("aws:a", "1"));
  }

  @Test
  @Rules({"BIN-12", "BIN-14"})
  void an_image_in_the_recycle_bin_is_tagged_by_its_owner() {
    ec2.put(binned(1, TO_FRIEND).withTags(Tags.of("aws:recycle-bin:resource-in-bin", "true")));
    ec2.owner().createTags(PROD, ResourceId.parse(IMAGE));
    assertThat(tags(OWNER).get("env")).hasValue("prod");
    ec2.owner().call(delete(IMAGE));
    assertThat(tags(OWNER)).isEqualTo(Tags.of("aws:recycle-bin:resource-in-bin", "true"));
    refused(
        "InvalidParameterValue",
        "tag.not-reserved",
        create(Tags.of("aws:recycle-bin:resource-in-bin", "false"), IMAGE));
    refused(
        "InvalidParameterValue",
        "tag.not-reserved",
        delete(List.of(TagToDelete.of("aws:recycle-bin:resource-in-bin")), IMAGE));
    assertRefused(
        ec2::state,
        () -> ec2.as(FRIEND).createTags(PROD, ResourceId.parse(IMAGE)),
        "InvalidAMIID.NotFound",
        "image.exists");
  }

  @ParameterizedTest
  @EnumSource(
      value = AmiState.class,
      names = {"PENDING", "FAILED", "DISABLED"})
  void tags_are_set_in_every_state_but_deregistered(AmiState state) {
    ec2.put(image(1).state(state).build());
    ec2.owner().createTags(PROD, ResourceId.parse(IMAGE));
    assertThat(tags(OWNER)).isEqualTo(PROD);
    ec2.put(image(1).state(AmiState.DEREGISTERED).build());
    refused("InvalidAMIID.Unavailable", "image.not-gone", create(PROD, IMAGE));
    refused("InvalidAMIID.Unavailable", "image.not-gone", delete(IMAGE));
  }

  private static CreateTags create(Tags tags, String... resources) {
    return new CreateTags(ImmutableList.copyOf(resources), tags);
  }

  private static DeleteTags delete(String... resources) {
    return delete(List.of(), resources);
  }

  private static DeleteTags delete(List<TagToDelete> tags, String... resources) {
    return new DeleteTags(ImmutableList.copyOf(resources), ImmutableList.copyOf(tags));
  }

  private static String[] times(int count) {
    return Collections.nCopies(count, IMAGE).toArray(String[]::new);
  }

  private static Tags numbered(int from, int to) {
    return Tags.from(
        IntStream.range(from, to).mapToObj(i -> Tag.of("key-" + i, "value")).toList());
  }

  private void refused(String code, String rule, Operation<?> operation) {
    assertRefused(ec2::state, () -> ec2.owner().call(operation), code, rule);
  }

  private Ami present() {
    return ec2.registry.state().image(HERE, id(1)).orElseThrow();
  }

  private Tags tags(AccountId account) {
    return ec2.registry.state().tags(HERE, account, present());
  }
}
