package dev.amikit.registry.tag;

import static dev.amikit.registry.TestImages.id;
import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.ErrorCode.INVALID_INSTANCE_ID_NOT_FOUND;
import static dev.amikit.rule.ErrorCode.INVALID_NEXT_TOKEN;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.INVALID_VOLUME_NOT_FOUND;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.RuleCatalogue;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.ResourceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.page.Page;
import dev.amikit.page.PageRequest;
import dev.amikit.page.PageRules;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.TestImages;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.instance.CreateVolume;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.tag.DeleteTags.TagToDelete;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleId;
import dev.amikit.rule.Rules;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescribeTagsTest {
  private static final String IMAGE = id(1).value();

  private final TestLaunch at = new TestLaunch();
  private final TestRegistry ec2 = at.ec2;

  @Test
  @Rules({"TAG-24", "TAG-07", "TAG-08"})
  void the_tags_of_the_caller_are_told_by_resource_and_key() {
    ec2.put(sharedImage());
    SnapshotId snapshot = ec2.snapshot(OWNER, s -> s.tags(Tags.of("env", "dev")));
    at.putPublic();
    Instance instance = at.launch(request ->
        request.addTagSpecification(TagSpecification.instance(Tags.of("Name", "web 1"))));
    ec2.as(FRIEND).createTags(Tags.of("mine", ""), ResourceId.parse(IMAGE));

    assertThat(told(OWNER))
        .containsExactly(
            new TagDescription("a key", IMAGE, "image", "x"),
            new TagDescription("env", IMAGE, "image", "prod"),
            new TagDescription("Name", instance.instanceId().value(), "instance", "web 1"),
            new TagDescription("env", snapshot.value(), "snapshot", "dev"));
    assertThat(told(FRIEND)).containsExactly(new TagDescription("mine", IMAGE, "image", ""));
    assertThat(told(STRANGER)).isEmpty();
    assertThat(ec2.as(OWNER, THERE).describeTags(DescribeTags.of()).items()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "key,env,3",
    "key,e?v*,3",
    "key,ENV,0",
    "resource-id,ami-*,3",
    "resource-type,snapshot,1",
    "resource-type,volume,0",
    "value,prod,2",
    "value,pr\\*,0",
    "value,'',1",
    "tag:env,prod,2",
    "tag:env,*,3",
    "tag:team,prod,0",
  })
  @Rules("TAG-24")
  void filters_take_key_resource_type_value_and_tag_with_wild_cards(
      String name, String value, int found) {
    ec2.put(image(1).tags(Tags.of(Tag.of("env", "prod"), Tag.of("team", ""))).build());
    ec2.put(image(2).tags(Tags.of("env", "prod")).build());
    ec2.snapshot(OWNER, s -> s.tags(Tags.of("env", "dev")));

    assertThat(told(OWNER, Filter.of(name, value))).hasSize(found);
  }

  @Test
  @Rules("TAG-24")
  void of_several_filters_all_must_fit_and_of_several_values_any() {
    ec2.put(
        image(1).tags(Tags.of(Tag.of("env", "prod"), Tag.of("team", "blue"))).build());

    assertThat(told(OWNER, Filter.of("key", "env", "team"))).hasSize(2);
    assertThat(told(OWNER, Filter.of("key", "env", "team"), Filter.of("value", "blue")))
        .extracting(TagDescription::key)
        .containsExactly("team");
    for (String name : new String[] {"tag:", "tag-key", "Key", "resource"}) {
      assertRefused(
          ec2::state,
          () -> told(OWNER, Filter.of(name, "x")),
          INVALID_PARAMETER_VALUE,
          rule("query.filter-name"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 4, 1_001})
  @Rules("TAG-24")
  void a_page_has_5_to_1_000_tags(int size) {
    assertRefused(
        ec2::state,
        () -> ec2.owner().describeTags(DescribeTags.of().on(PageRequest.of(size))),
        INVALID_PARAMETER_VALUE,
        PageRules.OF_TAGS);
    ec2.owner().describeTags(DescribeTags.of().on(PageRequest.of(5)));
    ec2.owner().describeTags(DescribeTags.of().on(PageRequest.of(1_000)));
  }

  @Test
  @Rules("TAG-24")
  void pages_are_cut_from_what_there_was_at_first() {
    for (int i = 1; i <= 6; i++) {
      ec2.put(image(i).tags(Tags.of(Tag.of("env", "a b"), Tag.of("team", ""))).build());
    }
    ImmutableList<TagDescription> all = told(OWNER);
    DescribeTags request = DescribeTags.of().on(PageRequest.of(5));

    List<TagDescription> read = new ArrayList<>();
    Page<TagDescription> page = ec2.owner().describeTags(request);
    String token = page.nextToken().orElseThrow();
    read.addAll(page.items());
    ec2.owner().deleteTags(List.of(), id(1), id(4));
    while (page.nextToken().isPresent()) {
      page = ec2.owner()
          .describeTags(request.on(request.page().after(page.nextToken().get())));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(5).isNotEmpty();
      read.addAll(page.items());
    }

    assertThat(read).isEqualTo(all).hasSize(12);
    for (DescribeTags other : List.of(
        request.on(request.page().after("x")),
        DescribeTags.of(Filter.of("key", "env")).on(PageRequest.first().after(token)))) {
      refusedToken(ec2.owner(), other);
    }
    refusedToken(ec2.as(FRIEND), request.on(request.page().after(token)));
    refusedToken(ec2.as(OWNER, THERE), request.on(request.page().after(token)));
  }

  @Test
  @Rules({"TAG-10", "TAG-15", "TAG-24", "TAG-07"})
  void instances_and_volumes_are_tagged_by_their_owner_and_told_of_with_the_rest() {
    at.putPublic();
    String instance = at.launch().instanceId().value();
    String volume = ec2.owner()
        .createVolume(new CreateVolume(
            EbsBlockDevice.blank(VolumeType.GP3, 10),
            TagSpecification.volume(Tags.of("env", "prod"))))
        .volumeId()
        .value();

    ec2.owner()
        .createTags(Tags.of("team", "blue"), ResourceId.parse(instance), ResourceId.parse(volume));
    ec2.owner()
        .deleteTags(
            List.of(TagToDelete.of("env")), ResourceId.parse(volume), ResourceId.parse(instance));
    assertThat(told(OWNER))
        .containsExactly(
            new TagDescription("team", instance, "instance", "blue"),
            new TagDescription("team", volume, "volume", "blue"));
    assertRefused(
        ec2::state,
        () -> ec2.as(FRIEND).createTags(Tags.of("a", "b"), ResourceId.parse(instance)),
        INVALID_INSTANCE_ID_NOT_FOUND,
        Instance.EXISTS);
    assertRefused(
        ec2::state,
        () -> ec2.as(FRIEND).createTags(Tags.of("a", "b"), ResourceId.parse(volume)),
        INVALID_VOLUME_NOT_FOUND,
        Volume.EXISTS);
    assertRefused(
        ec2::state,
        () -> ec2.owner()
            .createVolume(new CreateVolume(
                EbsBlockDevice.blank(VolumeType.GP3, 10),
                TagSpecification.snapshot(Tags.of("a", "b")))),
        INVALID_PARAMETER_VALUE,
        TagSpecification.TYPE_TAKEN);
  }

  @Test
  @Rules({"TAG-22", "TAG-23"})
  void tags_go_with_what_they_are_attached_to_and_stay_in_the_recycle_bin() {
    ec2.put(sharedImage());
    ec2.as(FRIEND).createTags(Tags.of("mine", ""), ResourceId.parse(IMAGE));
    String binned = id(2).value();
    ec2.put(TestImages.binned(2));
    ec2.owner().createTags(Tags.of("in", "bin"), ResourceId.parse(binned));

    assertThat(told(OWNER, Filter.of("resource-id", binned)))
        .contains(new TagDescription("in", binned, "image", "bin"));
    ec2.owner().deregisterImage(id(1));
    assertThat(told(OWNER, Filter.of("resource-id", IMAGE))).isEmpty();
    assertThat(told(FRIEND)).isEmpty();
  }

  private void refusedToken(Ec2 account, DescribeTags request) {
    assertRefused(
        ec2::state,
        () -> account.describeTags(request),
        INVALID_NEXT_TOKEN,
        rule("query.next-token"));
  }

  private ImmutableList<TagDescription> told(AccountId account, Filter... filters) {
    Page<TagDescription> page = ec2.as(account).describeTags(DescribeTags.of(filters));
    assertThat(page.nextToken()).isEqualTo(Optional.empty());
    return page.items();
  }

  private static Rule rule(String id) {
    return RuleCatalogue.find(new RuleId(id)).orElseThrow();
  }

  private static Ami sharedImage() {
    return image(1)
        .tags(Tags.of(Tag.of("env", "prod"), Tag.of("a key", "x")))
        .launchPermissions(ImmutableSet.of(LaunchPermission.userId(FRIEND)))
        .build();
  }
}
