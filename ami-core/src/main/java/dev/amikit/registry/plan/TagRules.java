package dev.amikit.registry.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.util.Optional;

/** What requests that set tags are held to, beyond what every tag keeps. */
public final class TagRules {
  private static final int LONGEST_KEY = 127;

  public static final Rule NOT_RESERVED = Rule.rule(
      "tag.not-reserved",
      "keys that begin with aws: are those of AWS, which accounts can neither set nor remove",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "EC2 User Guide, Tag your resources; observed",
      "COM-18",
      "TAG-05");

  public static final Rule KEY_LENGTH = Rule.rule(
      "tag.key-length-in-requests",
      "a tag key in a request has at most 127 characters",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, Tag",
      "TAG-02");

  public static final Rule TAGS_LIMIT = Rule.rule(
      "tags.few",
      "an account has at most 50 tags on a resource, those of AWS not counted",
      ErrorCode.TAG_LIMIT_EXCEEDED,
      "EC2 User Guide, Tag your resources",
      "TAG-06",
      "TAG-08");

  private TagRules() {}

  /** What is wrong with tags that are to be set. */
  public static ImmutableList<Violation> malformed(Tags tags, String path) {
    return Streams.stream(tags)
        .map(Tag::key)
        .flatMap(key -> malformed(key, path).stream())
        .collect(toImmutableList());
  }

  /** What is wrong with a key that is to be set or deleted. */
  public static Optional<Violation> malformed(String key, String path) {
    if (Tag.isReserved(key)) {
      return Optional.of(NOT_RESERVED.brokenBy(path, key));
    }
    return key.codePointCount(0, key.length()) > LONGEST_KEY
        ? Optional.of(KEY_LENGTH.brokenBy(path, key))
        : Optional.empty();
  }

  /** That a resource would have too many tags, if these were all that it has then. */
  public static Optional<Violation> tooMany(Tags tags, int most, String path) {
    int count = tags.userDefined().size();
    return count > most
        ? Optional.of(TAGS_LIMIT.brokenBy(path, count + " tags"))
        : Optional.empty();
  }
}
