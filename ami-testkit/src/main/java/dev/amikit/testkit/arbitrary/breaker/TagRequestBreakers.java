package dev.amikit.testkit.arbitrary.breaker;

import static dev.amikit.testkit.arbitrary.breaker.Given.requests;
import static dev.amikit.testkit.arbitrary.breaker.Given.several;

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
              requests(given -> making(given, TagSpecification.image(Tags.none()))))
          .put(
              "tag-specification.type-taken",
              requests(given -> making(
                  given,
                  TagSpecification.image(ENV),
                  new TagSpecification(given.one("", "volume", "instance", "ami"), ENV))))
          .put(
              "tag.key-length-in-requests",
              requests(given -> tagging(given, "k".repeat(LONGEST_KEY + 1))))
          .put(
              "tag.not-reserved",
              requests(given -> tagging(given, given.one("aws:", "aws:cloudformation:stack-name"))))
          .put("tagged-resource.few", requests(TagRequestBreakers::tooMany))
          .put("tagged-resource.taggable", requests(TagRequestBreakers::onNoResource))
          .put("tags.few", requests(TagRequestBreakers::oneTagTooMany))
          .put(
              "describe-tags.max-results",
              requests(given -> DescribeTags.of()
                  .on(PageRequest.of(given.one(
                      SMALLEST_PAGE - given.between(1, SMALLEST_PAGE),
                      given.beyond(LARGEST_PAGE))))))
          .buildOrThrow();

  private TagRequestBreakers() {}

  /** A request that makes something and gives tags to it. */
  private static Operation<?> making(Given given, TagSpecification... tags) {
    ImmutableList<TagSpecification> specifications = ImmutableList.copyOf(tags);
    return switch (given.below(3)) {
      case 0 ->
        RegisterImageRequestBreakers.ofSnapshots(given)
            .tagSpecifications(specifications)
            .build();
      case 1 ->
        CreateImage.builder()
            .instanceId(given.instance().instanceId())
            .name(given.name())
            .tagSpecifications(specifications)
            .build();
      default ->
        CopyImageRequestBreakers.copy(given, given.image())
            .tagSpecifications(specifications)
            .build();
    };
  }

  private static Operation<?> tagging(Given given, String key) {
    ImmutableList<String> resources = ImmutableList.of(resource(given).value());
    return switch (given.below(3)) {
      case 0 -> new CreateTags(resources, ENV.with(Tags.of(key, "golden")));
      case 1 ->
        new DeleteTags(resources, ImmutableList.of(TagToDelete.of("env"), TagToDelete.of(key)));
      default -> making(given, TagSpecification.image(Tags.of(key, "golden")));
    };
  }

  private static ResourceId resource(Given given) {
    return switch (given.below(3)) {
      case 0 -> given.image().imageId();
      case 1 -> given.snapshot().snapshotId();
      default -> given.instance().instanceId();
    };
  }

  private static Operation<?> tooMany(Given given) {
    int number = given.beyond(MOST_IN_REQUEST);
    String image = given.image().imageId().value();
    return switch (given.below(4)) {
      case 0 -> new CreateTags(ImmutableList.of(image), tags(0, number));
      case 1 ->
        new DeleteTags(
            ImmutableList.of(image),
            IntStream.range(0, number)
                .mapToObj(i -> TagToDelete.of("key-" + i))
                .collect(ImmutableList.toImmutableList()));
      case 2 -> new CreateTags(several(number, () -> given.imageId().value()).asList(), ENV);
      default ->
        new DeleteTags(
            several(number, () -> given.imageId().value()).asList(),
            ImmutableList.of(TagToDelete.of("env")));
    };
  }

  private static Operation<?> onNoResource(Given given) {
    String resource = given.one("vpc-0abcdef1234567890", "ami-golden", "golden", "", "ami");
    ImmutableList<String> resources = given.maybe()
        ? ImmutableList.of(resource(given).value(), resource)
        : ImmutableList.of(resource);
    return given.one(
        new CreateTags(resources, ENV),
        new DeleteTags(resources, ImmutableList.of(TagToDelete.of("env"))));
  }

  private static Operation<?> oneTagTooMany(Given given) {
    int already = given.between(0, MOST_TAGS);
    if (already == 0) {
      return making(given, TagSpecification.image(tags(0, MOST_TAGS + 1)));
    }
    ImmutableList<String> resource = ImmutableList.of(resource(given).value());
    given.done(new CreateTags(resource, tags(0, already)));
    return new CreateTags(resource, tags(already, MOST_TAGS + 1));
  }

  private static Tags tags(int from, int to) {
    return Tags.from(
        IntStream.range(from, to).mapToObj(i -> Tag.of("key-" + i, "golden")).toList());
  }
}
