package dev.amikit.tag;

import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.beans.Transient;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tags that one account attached to a resource: each key once, in the order in which they came.
 * Two are equal if they hold the same tags, in whatever order.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html">Tag your
 *     Amazon EC2 resources</a>
 */
public final class Tags implements Iterable<Tag> {
  private static final Tags NONE = new Tags(new String[0]);

  /** Up to so many keys are compared with each other, which makes nothing. */
  private static final int FEW = 16;

  /** A key stands once on a resource. */
  public static final Rule KEYS_UNIQUE = Rule.rule(
          "tags.keys-unique",
          "a resource has each tag key once",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "EC2 User Guide, Tag your resources",
          "TAG-01",
          "VAL-21")
      .saying(recorded("Duplicate tag key '{value}' specified."));

  /**
   * Keys, each before its value: a map of the few tags that a resource has takes more than twice
   * the space and the time. What is done with all tags is linear all the same, however many.
   */
  private final String[] texts;

  private Tags(String[] texts) {
    this.texts = texts;
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
    return each(Arrays.asList(tags));
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
    return each(ImmutableList.copyOf(tags));
  }

  private static Tags each(List<Tag> tags) {
    String[] texts = new String[2 * tags.size()];
    int at = 0;
    for (Tag tag : tags) {
      requireNonNull(tag, "tags");
      texts[at++] = tag.key();
      texts[at++] = tag.value();
    }
    String repeated = tags.size() > FEW ? repeatedOfMany(texts) : repeatedOfFew(texts);
    if (repeated != null) {
      throw KEYS_UNIQUE.refuse("", repeated);
    }
    return ofTexts(texts);
  }

  /**
   * Returns the value of a key.
   *
   * @param key the key, case-sensitive
   * @return the value, or empty if no tag has the key
   */
  public Optional<String> get(String key) {
    requireNonNull(key, "key");
    int at = indexOf(key);
    return at < 0 ? Optional.empty() : Optional.of(texts[at + 1]);
  }

  /**
   * Tells whether a tag has a key.
   *
   * @param key the key, case-sensitive
   * @return whether there is one
   */
  public boolean contains(String key) {
    requireNonNull(key, "key");
    return indexOf(key) >= 0;
  }

  /**
   * Tells whether a tag is there, key and value.
   *
   * @param tag the tag
   * @return whether it is there
   */
  public boolean contains(Tag tag) {
    requireNonNull(tag, "tag");
    int at = indexOf(tag.key());
    return at >= 0 && texts[at + 1].equals(tag.value());
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
    Map<String, String> union = new LinkedHashMap<>(asMap());
    union.putAll(others.asMap());
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
    return left.size() == size() ? this : ofValues(left);
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
    return texts.length == 0;
  }

  /**
   * Returns how many there are.
   *
   * @return the number of tags
   */
  public int size() {
    return texts.length / 2;
  }

  /**
   * Returns the keys.
   *
   * @return the keys, in the order of the tags
   */
  public ImmutableList<String> keys() {
    ImmutableList.Builder<String> keys = ImmutableList.builderWithExpectedSize(size());
    for (int at = 0; at < texts.length; at += 2) {
      keys.add(texts[at]);
    }
    return keys.build();
  }

  /**
   * Returns keys and values.
   *
   * @return the value of each key, in the order of the tags; made anew by each call
   */
  public ImmutableMap<String, String> asMap() {
    ImmutableMap.Builder<String, String> values = ImmutableMap.builderWithExpectedSize(size());
    for (int at = 0; at < texts.length; at += 2) {
      values.put(texts[at], texts[at + 1]);
    }
    return values.buildOrThrow();
  }

  /**
   * Hands over each tag as two texts, in order.
   *
   * @param use takes a key and its value
   */
  public void forEach(BiConsumer<String, String> use) {
    requireNonNull(use, "use");
    for (int at = 0; at < texts.length; at += 2) {
      use.accept(texts[at], texts[at + 1]);
    }
  }

  @Override
  public Iterator<Tag> iterator() {
    ImmutableList.Builder<Tag> tags = ImmutableList.builderWithExpectedSize(size());
    for (int at = 0; at < texts.length; at += 2) {
      tags.add(new Tag(texts[at], texts[at + 1]));
    }
    return tags.build().iterator();
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Tags tags
            && texts.length == tags.texts.length
            && (Arrays.equals(texts, tags.texts)
                || hashCode() == tags.hashCode() && asMap().equals(tags.asMap()));
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int at = 0; at < texts.length; at += 2) {
      hash += texts[at].hashCode() ^ texts[at + 1].hashCode(); // in whatever order
    }
    return hash;
  }

  /** Returns the tags as {@code {key=value, …}}. */
  @Override
  public String toString() {
    return asMap().toString();
  }

  /** Where the key stands among the texts; -1 if it does not. */
  private int indexOf(String key) {
    for (int at = 0; at < texts.length; at += 2) {
      if (texts[at].equals(key)) {
        return at;
      }
    }
    return -1;
  }

  private static @Nullable String repeatedOfFew(String[] texts) {
    for (int at = 2; at < texts.length; at += 2) {
      for (int earlier = 0; earlier < at; earlier += 2) {
        if (texts[at].equals(texts[earlier])) {
          return texts[at];
        }
      }
    }
    return null;
  }

  private static @Nullable String repeatedOfMany(String[] texts) {
    Set<String> keys = new HashSet<>();
    for (int at = 0; at < texts.length; at += 2) {
      if (!keys.add(texts[at])) {
        return texts[at];
      }
    }
    return null;
  }

  private static Tags ofValues(Map<String, String> values) {
    String[] texts = new String[2 * values.size()];
    int at = 0;
    for (Map.Entry<String, String> tag : values.entrySet()) {
      texts[at++] = tag.getKey();
      texts[at++] = tag.getValue();
    }
    return ofTexts(texts);
  }

  private static Tags ofTexts(String[] texts) {
    return texts.length == 0 ? NONE : new Tags(texts);
  }
}
