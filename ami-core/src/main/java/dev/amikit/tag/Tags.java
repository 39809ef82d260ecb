package dev.amikit.tag;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.beans.Transient;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The tags that one account attached to a resource: each key once, in the order in which they came.
 * Two are equal if they hold the same tags, in whatever order.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html">Tag your
 *     Amazon EC2 resources</a>
 */
public final class Tags implements Iterable<Tag> {
  private static final Tags NONE = new Tags(ImmutableMap.of());

  /** A key stands once on a resource. */
  public static final Rule KEYS_UNIQUE = Rule.rule(
          "tags.keys-unique",
          "a resource has each tag key once",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "EC2 User Guide, Tag your resources",
          "TAG-01",
          "VAL-21")
      .saying(recorded("Duplicate tag key '{value}' specified."));

  private final ImmutableMap<String, String> values;

  private Tags(ImmutableMap<String, String> values) {
    this.values = values;
  }

  /**
   * Returns no tags.
   *
   * @return the empty set of tags
   */
  public static Tags none() {
    return NONE;
  }

  /**
   * Returns some tags.
   *
   * @param tags the tags
   * @return the tags as one value
   * @throws dev.amikit.rule.RuleViolationException by {@code tags.keys-unique}, if a key comes
   *     twice
   */
  public static Tags of(Tag... tags) {
    requireNonNull(tags, "tags");
    return from(Arrays.asList(tags));
  }

  /**
   * Returns one tag.
   *
   * @param key its key
   * @param value its value
   * @return the tag as a set of tags
   */
  public static Tags of(String key, String value) {
    return of(Tag.of(key, value));
  }

  /**
   * Returns the tags that a map tells.
   *
   * @param tags their values by their keys
   * @return the tags as one value, in the order of the map
   * @throws dev.amikit.rule.RuleViolationException if a key or a value has not the length of one
   */
  public static Tags of(Map<String, String> tags) {
    requireNonNull(tags, "tags");
    return from(Iterables.transform(tags.entrySet(), tag -> Tag.of(tag.getKey(), tag.getValue())));
  }

  /**
   * Returns some tags.
   *
   * @param tags the tags
   * @return the tags as one value
   * @throws dev.amikit.rule.RuleViolationException by {@code tags.keys-unique}, if a key comes
   *     twice
   */
  public static Tags from(Iterable<Tag> tags) {
    requireNonNull(tags, "tags");
    ImmutableMap.Builder<String, String> values = ImmutableMap.builder();
    for (Tag tag : tags) {
      values.put(tag.key(), tag.value());
    }
    try {
      return ofValues(values.buildOrThrow());
    } catch (IllegalArgumentException e) {
      throw KEYS_UNIQUE.refuse("", firstRepeatedKey(tags));
    }
  }

  /**
   * Returns the value of a key.
   *
   * @param key the key, case-sensitive
   * @return the value, or empty if no tag has the key
   */
  public Optional<String> get(String key) {
    requireNonNull(key, "key");
    return Optional.ofNullable(values.get(key));
  }

  /**
   * Tells whether a tag has a key.
   *
   * @param key the key, case-sensitive
   * @return whether there is one
   */
  public boolean contains(String key) {
    requireNonNull(key, "key");
    return values.containsKey(key);
  }

  /**
   * Tells whether a tag is there, key and value.
   *
   * @param tag the tag
   * @return whether it is there
   */
  public boolean contains(Tag tag) {
    requireNonNull(tag, "tag");
    return tag.value().equals(values.get(tag.key()));
  }

  /**
   * Returns these tags and others; where both have a key, the other's value stands.
   *
   * @param others the tags to add
   * @return the union
   */
  public Tags with(Tags others) {
    requireNonNull(others, "others");
    if (others.isEmpty()) {
      return this;
    }
    Map<String, String> union = new LinkedHashMap<>(values);
    union.putAll(others.values);
    return ofValues(union);
  }

  /**
   * Returns the tags that pass a test.
   *
   * @param kept which tags stay
   * @return these tags without the others
   */
  public Tags filter(Predicate<Tag> kept) {
    requireNonNull(kept, "kept");
    Map<String, String> left = new LinkedHashMap<>();
    forEach(tag -> {
      if (kept.test(tag)) {
        left.put(tag.key(), tag.value());
      }
    });
    return left.size() == values.size() ? this : ofValues(left);
  }

  /**
   * Returns these tags without one key.
   *
   * @param key the key
   * @return the other tags; the same if none has the key
   */
  public Tags without(String key) {
    requireNonNull(key, "key");
    return filter(tag -> !tag.key().equals(key));
  }

  /**
   * Returns those that accounts set, without those of AWS.
   *
   * @return the tags whose keys do not begin with {@code aws:}
   */
  public Tags userDefined() {
    return filter(tag -> !tag.isReserved());
  }

  /**
   * Tells whether there is none.
   *
   * @return whether there is no tag
   */
  @Transient
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /**
   * Returns how many there are.
   *
   * @return the number of tags
   */
  public int size() {
    return values.size();
  }

  /**
   * Returns keys and values.
   *
   * @return the value of each key
   */
  public ImmutableMap<String, String> asMap() {
    return values;
  }

  @Override
  public Iterator<Tag> iterator() {
    return values.entrySet().stream()
        .map(entry -> new Tag(entry.getKey(), entry.getValue()))
        .collect(toImmutableList())
        .iterator();
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Tags tags && values.equals(tags.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** Returns the tags as {@code {key=value, …}}. */
  @Override
  public String toString() {
    return values.toString();
  }

  private static String firstRepeatedKey(Iterable<Tag> tags) {
    Set<String> keys = new HashSet<>();
    for (Tag tag : tags) {
      if (!keys.add(tag.key())) {
        return tag.key();
      }
    }
    throw new AssertionError("a key is repeated");
  }

  private static Tags ofValues(Map<String, String> values) {
    return values.isEmpty() ? NONE : new Tags(ImmutableMap.copyOf(values));
  }
}
