package dev.amikit.registry.operation;

import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.util.Map;

/**
 * The tags that new resources of one type get when they are made.
 *
 * @param resourceType the type, such as {@code image} or {@code snapshot}
 * @param tags the tags, at least one
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TagSpecification.html">TagSpecification</a>
 */
public record TagSpecification(String resourceType, Tags tags) {
  /** What EC2 says where the type is empty. */
  public static final MessageTemplate NO_TYPE =
      quoted("Tag specification resource type must have a value");

  /** The type is one that the operation makes and can tag. */
  public static final Rule TYPE_TAKEN = Rule.rule(
          "tag-specification.type-taken",
          "tags are given to resources of a type that the operation tags",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, TagSpecifications of the operation",
          "COM-16",
          "CIM-12",
          "TAG-17")
      .saying(
          quoted("'{value}' is not a valid taggable resource type for this operation."), NO_TYPE);

  /** There are tags in it. */
  public static final Rule HAS_TAGS = Rule.rule(
          "tag-specification.has-tags",
          "a tag specification has at least one tag",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "observed: an answer quoted by users",
          "TAG-18")
      .saying(quoted("Tag specification must have at least one tag"));

  /** No tag in it is without a key. CreateTags has another code for this. */
  public static final Rule HAS_KEYS = Rule.rule(
          "tag-specification.has-keys",
          "every tag of a specification has a key",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "observed: a recorded answer of CreateVolume, September 2026",
          "TAG-02")
      .saying(recorded("Tag key must have a value"));

  /** The type of images. */
  public static final String IMAGE = "image";
  /** The type of snapshots. */
  public static final String SNAPSHOT = "snapshot";
  /** The type of instances. */
  public static final String INSTANCE = "instance";
  /** The type of volumes. */
  public static final String VOLUME = "volume";
  /** The type of reports on the usage of images. */
  public static final String IMAGE_USAGE_REPORT = "image-usage-report";

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
   * Returns the tags of new resources, given as text.
   *
   * @param resourceType the type, such as {@code image} or {@code snapshot}
   * @param tags keys and values, such as the entries of a map
   * @return the specification
   * @throws dev.amikit.rule.RuleViolationException by {@code tag-specification.has-keys} or
   *     {@code tags.keys-unique}, or if a key or a value is too long
   */
  public static TagSpecification of(
      String resourceType, Iterable<? extends Map.Entry<String, String>> tags) {
    requireNonNull(tags, "tags");
    ImmutableList.Builder<Tag> read = ImmutableList.builder();
    int i = 0;
    for (Map.Entry<String, String> tag : tags) {
      if (tag.getKey().isEmpty()) {
        throw HAS_KEYS.refuse("tags[%d].key".formatted(i), tag.getKey());
      }
      read.add(Tag.of(tag.getKey(), tag.getValue()));
      i++;
    }
    return new TagSpecification(resourceType, Tags.from(read.build()));
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

  /**
   * Returns the tags of a new report on the usage of an image.
   *
   * @param tags the tags
   * @return the specification
   */
  public static TagSpecification imageUsageReport(Tags tags) {
    return new TagSpecification(IMAGE_USAGE_REPORT, tags);
  }
}
