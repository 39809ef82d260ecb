package dev.amikit.registry.operation;

import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.TAG_LIMIT_EXCEEDED;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.ImageId;
import dev.amikit.image.ImageName;
import dev.amikit.registry.Copying;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.plan.TagRules;
import dev.amikit.registry.state.Instance;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Rules;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagSpecificationTest {
  private final TestRegistry ec2 = new TestRegistry();

  @ParameterizedTest
  @ValueSource(strings = {"snapshot", "instance", "volume", "Image", ""})
  @Rules({"COM-16", "TAG-17", "CIM-12", "REG-23", "TAG-20"})
  void tags_only_types_that_the_operation_makes(String type) {
    refused(TagSpecification.TYPE_TAKEN, new TagSpecification(type, Tags.of("a", "b")));
  }

  @Test
  @Rules({"COM-16", "TAG-17", "CIM-12"})
  void of_create_image_tags_images_and_snapshots_only() {
    TestLaunch at = new TestLaunch(ec2);
    at.put(image -> image);
    Instance instance = at.launch();
    CreateImage.Builder request = CreateImage.builder()
        .instanceId(instance.instanceId())
        .name(ImageName.of("made"))
        .addTagSpecification(TagSpecification.image(Tags.of("a", "image")))
        .addTagSpecification(TagSpecification.snapshot(Tags.of("a", "snapshot")));

    assertRefused(
        ec2::state,
        () -> ec2.owner()
            .createImage(request.build().toBuilder()
                .addTagSpecification(TagSpecification.volume(Tags.of("a", "b")))
                .build()),
        INVALID_PARAMETER_VALUE,
        TagSpecification.TYPE_TAKEN);
    ImageId id = ec2.owner().createImage(request.build());
    assertThat(ec2.registry.state().image(HERE, id).orElseThrow().tags())
        .isEqualTo(Tags.of("a", "image"));
  }

  @Test
  @Rules({"TAG-18", "TAG-20"})
  void has_tags() {
    refused(TagSpecification.HAS_TAGS, TagSpecification.image(Tags.none()));
  }

  @Test
  @Rules({"COM-18", "TAG-05", "TAG-20"})
  void has_no_key_of_aws() {
    TestLaunch at = new TestLaunch(ec2);
    at.put(image -> image);
    CreateImage.Builder create =
        CreateImage.builder().instanceId(at.launch().instanceId()).name("created");
    Tags reserved = Tags.of("aws:cloudformation", "x");
    refused(TagRules.NOT_RESERVED, TagSpecification.image(reserved));
    for (TagSpecification ofAws :
        List.of(TagSpecification.image(reserved), TagSpecification.snapshot(reserved))) {
      List<TagSpecification> tags = List.of(ofAws);
      refused(
          TagRules.NOT_RESERVED,
          () -> ec2.owner().createImage(create.tagSpecifications(tags).build()));
      refused(
          TagRules.NOT_RESERVED,
          () -> ec2.owner()
              .copyImage(
                  Copying.copyOf(TestLaunch.IMAGE).tagSpecifications(tags).build()));
    }
    assertThat(register(TagSpecification.image(Tags.of("AWS:mine", "x")))).isNotNull();
  }

  @Test
  @Rules("TAG-02")
  void has_keys_of_at_most_127_characters() {
    refused(TagRules.KEY_LENGTH, TagSpecification.image(Tags.of("k".repeat(128), "x")));
    assertThat(register(TagSpecification.image(Tags.of("k".repeat(127), "x")))).isNotNull();
  }

  @Test
  @Rules({"TAG-06", "TAG-20"})
  void gives_at_most_50_tags() {
    assertRefused(
        ec2::state,
        () -> register(TagSpecification.image(tags(51))),
        TAG_LIMIT_EXCEEDED,
        TagRules.TAGS_LIMIT);
    assertRefused(
        ec2::state,
        () -> register(
            TagSpecification.image(tags(50)), TagSpecification.image(Tags.of("one more", ""))),
        TAG_LIMIT_EXCEEDED,
        TagRules.TAGS_LIMIT);
    ImageId id = register(
        TagSpecification.image(tags(50)), TagSpecification.image(Tags.of("key 0", "again")));
    assertThat(ec2.registry.state().image(HERE, id).orElseThrow().tags())
        .hasSize(50)
        .contains(Tag.of("key 0", "again"));
  }

  private static Tags tags(int count) {
    return Tags.from(
        IntStream.range(0, count).mapToObj(i -> Tag.of("key " + i, "value")).toList());
  }

  private ImageId register(TagSpecification... specifications) {
    return ec2.owner()
        .registerImage(RegisterImage.builder()
            .name(ImageName.of("image " + ec2.registry.state().images(HERE).count()))
            .imageLocation("my-bucket/image.manifest.xml")
            .tagSpecifications(List.of(specifications))
            .build());
  }

  private void refused(Rule rule, TagSpecification specification) {
    refused(rule, () -> register(specification));
  }

  private void refused(Rule rule, ThrowingCallable call) {
    assertRefused(ec2::state, call, INVALID_PARAMETER_VALUE, rule);
  }
}
