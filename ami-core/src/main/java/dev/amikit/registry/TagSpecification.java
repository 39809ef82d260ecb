package dev.amikit.registry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.tag.Tags;

/**
 * The tags that new resources of one type get when they are made.
 *
 * @param resourceType the type, such as {@code image} or {@code snapshot}
 * @param tags the tags, at least one
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TagSpecification.html">TagSpecification</a>
 */
public record TagSpecification(String resourceType, Tags tags) {
  /** The type is one that the operation makes and can tag. */
  public static final Rule TYPE_TAKEN = Rule.rule(
      "tag-specification.type-taken",
      "tags are given to resources of a type that the operation tags",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, TagSpecifications of the operation",
      "COM-16",
      "CIM-12",
      "TAG-17");

  /** There are tags in it. */
  public static final Rule HAS_TAGS = Rule.rule(
      "tag-specification.has-tags",
      "a tag specification has at least one tag",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "observed",
      "TAG-18");

  /** The rules of tags in requests. */
  public static final ImmutableList<Rule> RULES = ImmutableList.of(
      TYPE_TAKEN, HAS_TAGS, TagRules.NOT_RESERVED, TagRules.KEY_LENGTH, TagRules.FEW);

  static final String IMAGE = "image";
  static final String SNAPSHOT = "snapshot";
  static final String INSTANCE = "instance";
  static final String VOLUME = "volume";

  /**
   * Returns the tags of new images.
   *
   * @param tags the tags
   * @return the specification
   */
  public static TagSpecification image(Tags tags) {
    return new TagSpecification(IMAGE, tags);
  }

  /**
   * Returns the tags of new snapshots, the same for each.
   *
   * @param tags the tags
   * @return the specification
   */
  public static TagSpecification snapshot(Tags tags) {
    return new TagSpecification(SNAPSHOT, tags);
  }

  /**
   * Returns the tags of new instances, the same for each.
   *
   * @param tags the tags
   * @return the specification
   */
  public static TagSpecification instance(Tags tags) {
    return new TagSpecification(INSTANCE, tags);
  }

  /**
   * Returns the tags of new volumes, the same for each.
   *
   * @param tags the tags
   * @return the specification
   */
  public static TagSpecification volume(Tags tags) {
    return new TagSpecification(VOLUME, tags);
  }

  /** What is wrong with the form of specifications, for an operation that tags these types. */
  static ImmutableList<Violation> malformed(
      ImmutableList<TagSpecification> specifications, String... types) {
    ImmutableSet<String> taken = ImmutableSet.copyOf(types);
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    for (int i = 0; i < specifications.size(); i++) {
      TagSpecification specification = specifications.get(i);
      String path = "tagSpecifications[%d]".formatted(i);
      if (!taken.contains(specification.resourceType)) {
        broken.add(TYPE_TAKEN.brokenBy(path + ".resourceType", specification.resourceType));
      }
      if (specification.tags.isEmpty()) {
        broken.add(HAS_TAGS.brokenBy(path + ".tags", specification.tags));
      }
      broken.addAll(TagRules.malformed(specification.tags, path + ".tags"));
    }
    return broken.build();
  }

  /** The types for which there are more tags than a resource can have. */
  static ImmutableList<Violation> tooMany(
      ImmutableList<TagSpecification> specifications, int most) {
    return specifications.stream()
        .map(TagSpecification::resourceType)
        .distinct()
        .flatMap(type ->
            TagRules.tooMany(tagsOf(specifications, type), most, "tagSpecifications").stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** The tags that new resources of a type get. */
  static Tags tagsOf(ImmutableList<TagSpecification> specifications, String type) {
    return specifications.stream()
        .filter(specification -> specification.resourceType.equals(type))
        .map(TagSpecification::tags)
        .reduce(Tags.none(), Tags::with);
  }
}
