package dev.amikit.registry.operation;

import static java.util.Objects.requireNonNull;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
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

  /** The type of images. */
  public static final String IMAGE = "image";
  /** The type of snapshots. */
  public static final String SNAPSHOT = "snapshot";
  /** The type of instances. */
  public static final String INSTANCE = "instance";
  /** The type of volumes. */
  public static final String VOLUME = "volume";

  /**
   * Refuses null.
   *
   * @param resourceType the type, such as {@code image} or {@code snapshot}
   * @param tags the tags, at least one
   */
  public TagSpecification {
    requireNonNull(resourceType, "resourceType");
    requireNonNull(tags, "tags");
  }

  /**
   * Returns the tags of new images.
   *
   * @param tags the tags
   * @return the specification
   */
  public static TagSpecification image(Tags tags) {
    requireNonNull(tags, "tags");
    return new TagSpecification(IMAGE, tags);
  }

  /**
   * Returns the tags of new snapshots, the same for each.
   *
   * @param tags the tags
   * @return the specification
   */
  public static TagSpecification snapshot(Tags tags) {
    requireNonNull(tags, "tags");
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
}
