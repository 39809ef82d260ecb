package dev.amikit.testkit.arbitrary.breaker;

import static dev.amikit.testkit.arbitrary.breaker.Scene.requests;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.id.ResourceId;
import dev.amikit.page.PageRequest;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.tag.CreateTags;
import dev.amikit.registry.tag.DeleteTags;
import dev.amikit.registry.tag.DeleteTags.TagToDelete;
import dev.amikit.registry.tag.DescribeTags;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import dev.amikit.testkit.arbitrary.registry.Request;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;

/** Requests that break the rules of giving and taking tags. */
final class TagRequestBreakers {
  private static final int MOST_IN_REQUEST = 1_000;
  private static final int MOST_TAGS = 50;
  private static final int LONGEST_KEY = 127;
  private static final int SMALLEST_PAGE = 5;
  private static final int LARGEST_PAGE = 1_000;
  private static final Tags ENV = Tags.of("env", "prod");

  static final ImmutableMap<String, Arbitrary<Request<?>>> ALL =
      ImmutableMap.<String, Arbitrary<Request<?>>>builder()
          .put(
              "tag-specification.has-tags",
              requests(scene -> making(scene, TagSpecification.image(Tags.none()))))
          .put(
              "tag-specification.type-taken",
              requests(scene -> making(
                  scene,
                  TagSpecification.image(ENV),
                  new TagSpecification(scene.one("", "volume", "instance", "ami"), ENV))))
          .put(
              "tag.key-length-in-requests",
              requests(scene -> tagging(scene, "k".repeat(LONGEST_KEY + 1))))
          .put(
              "tag.not-reserved",
              requests(scene -> tagging(scene, scene.one("aws:", "aws:cloudformation:stack-name"))))
          .put("tagged-resource.few", requests(TagRequestBreakers::tooMany))
          .put("tagged-resource.taggable", requests(TagRequestBreakers::onNoResource))
          .put("tags.few", requests(TagRequestBreakers::oneTagTooMany))
          .put(
              "describe-tags.max-results",
              requests(scene -> DescribeTags.of()
                  .on(PageRequest.of(scene.one(
                      SMALLEST_PAGE - scene.between(1, SMALLEST_PAGE),
                      LARGEST_PAGE + scene.between(1, 9))))))
          .buildOrThrow();

  private TagRequestBreakers() {}

  /** A request that makes something and gives tags to it. */
  private static Operation<?> making(Scene scene, TagSpecification... tags) {
    ImmutableList<TagSpecification> given = ImmutableList.copyOf(tags);
    return switch (scene.draw.below(3)) {
      case 0 ->
        RegisterImageRequestBreakers.ofSnapshots(scene).tagSpecifications(given).build();
      case 1 ->
        CreateImage.builder()
            .instanceId(scene.instance(scene.image()).instanceId())
            .name(scene.name())
            .tagSpecifications(given)
            .build();
      default ->
        CopyImageRequestBreakers.copy(scene, scene.image())
            .tagSpecifications(given)
            .build();
    };
  }

  private static Operation<?> tagging(Scene scene, String key) {
    ImmutableList<String> resources = ImmutableList.of(resource(scene).value());
    return switch (scene.draw.below(3)) {
      case 0 -> new CreateTags(resources, ENV.with(Tags.of(key, "golden")));
      case 1 ->
        new DeleteTags(resources, ImmutableList.of(TagToDelete.of("env"), TagToDelete.of(key)));
      default -> making(scene, TagSpecification.image(Tags.of(key, "golden")));
    };
  }

  private static ResourceId resource(Scene scene) {
    return switch (scene.draw.below(3)) {
      case 0 -> scene.image().imageId();
      case 1 -> scene.snapshot().snapshotId();
      default -> scene.instance(scene.image()).instanceId();
    };
  }

  private static Operation<?> tooMany(Scene scene) {
    int number = MOST_IN_REQUEST + scene.between(1, 3);
    String image = scene.image().imageId().value();
    return switch (scene.draw.below(4)) {
      case 0 -> new CreateTags(ImmutableList.of(image), tags(0, number));
      case 1 ->
        new DeleteTags(
            ImmutableList.of(image),
            IntStream.range(0, number)
                .mapToObj(i -> TagToDelete.of("key-" + i))
                .collect(ImmutableList.toImmutableList()));
      case 2 -> new CreateTags(resources(scene, number), ENV);
      default -> new DeleteTags(resources(scene, number), ImmutableList.of(TagToDelete.of("env")));
    };
  }

  private static ImmutableList<String> resources(Scene scene, int number) {
    return Stream.generate(scene::newImageId)
        .limit(number)
        .map(ResourceId::value)
        .collect(ImmutableList.toImmutableList());
  }

  private static Operation<?> onNoResource(Scene scene) {
    String resource = scene.one("vpc-0abcdef1234567890", "ami-golden", "golden", "", "ami");
    ImmutableList<String> resources = scene.draw.oneIn(2)
        ? ImmutableList.of(resource(scene).value(), resource)
        : ImmutableList.of(resource);
    return scene.one(
        new CreateTags(resources, ENV),
        new DeleteTags(resources, ImmutableList.of(TagToDelete.of("env"))));
  }

  private static Operation<?> oneTagTooMany(Scene scene) {
    int already = scene.between(0, MOST_TAGS);
    if (already == 0) {
      return making(scene, TagSpecification.image(tags(0, MOST_TAGS + 1)));
    }
    ResourceId resource = resource(scene);
    scene.ec2().createTags(tags(0, already), resource);
    return new CreateTags(ImmutableList.of(resource.value()), tags(already, MOST_TAGS + 1));
  }

  private static Tags tags(int from, int to) {
    return Tags.from(
        IntStream.range(from, to).mapToObj(i -> Tag.of("key-" + i, "golden")).toList());
  }
}
