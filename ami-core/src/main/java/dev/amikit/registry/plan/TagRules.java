package dev.amikit.registry.plan;

import static dev.amikit.rule.MessageTemplate.quoted;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Broken;
import dev.amikit.rule.Characters;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.util.Optional;

/** What requests that set tags are held to, beyond what every tag keeps. */
public final class TagRules {
  private static final int LONGEST_KEY = 127;

  private static final String RESERVED =
      "Tag keys starting with 'aws:' are reserved for internal use";

  /** What EC2 says of a key of AWS in a tag specification. */
  static final MessageTemplate IN_SPECIFICATION = quoted(RESERVED);

  public static final Rule NOT_RESERVED = Rule.rule(
          "tag.not-reserved",
          "keys that begin with aws: are those of AWS, which accounts can neither set nor remove",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "EC2 User Guide, Tag your resources; observed: answers quoted by many",
          "COM-18",
          "TAG-05")
      .saying(
          quoted("Value ( {value} ) for parameter key is invalid. " + RESERVED), IN_SPECIFICATION);

  public static final Rule KEY_LENGTH = Rule.rule(
          "tag.key-length-in-requests",
          "a tag key in a request has at most 127 characters",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, Tag",
          "TAG-02")
      .saying(quoted("Tag key exceeds the maximum length of 127 characters"));

  public static final Rule TAGS_LIMIT = Rule.rule(
          "tags.few",
          "an account has at most 50 tags on a resource, those of AWS not counted",
          ErrorCode.TAG_LIMIT_EXCEEDED,
          "EC2 User Guide, Tag your resources",
          "TAG-06",
          "TAG-08")
      .saying(quoted("The maximum number of Tags for a resource has been reached."));

  private TagRules() {}

  /** What is wrong with tags that are to be set. */
  public static ImmutableList<Violation> malformed(Tags tags) {
    Broken broken = Broken.NOTHING;
    int i = 0;
    for (String key : tags.keys()) {
      Optional<Violation> malformed = malformed(key);
      if (malformed.isPresent()) {
        broken = broken.and(malformed.get().within("tags[" + i + "]"));
      }
      i++;
    }
    return broken.violations();
  }

  /** What is wrong with a key that is to be set or deleted. */
  public static Optional<Violation> malformed(String key) {
    if (Tag.isReserved(key)) {
      return Optional.of(NOT_RESERVED.brokenBy("key", key));
    }
    return key.codePointCount(0, key.length()) > LONGEST_KEY
        ? Optional.of(KEY_LENGTH.brokenBy("key", key))
        : Characters.malformed("key", key);
  }

  /** That a resource would have too many tags, if these were all that it has then. */
  public static Optional<Violation> tooMany(Tags tags, int most, String path, Object found) {
    if (tags.size() <= most) {
      return Optional.empty();
    }
    int count = tags.userDefined().size();
    return count > most
        ? Optional.of(TAGS_LIMIT
            .brokenBy(path, found)
            .hinting("%d tags, of at most %d".formatted(count, most)))
        : Optional.empty();
  }
}
