package dev.amikit.testkit.contract;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.visibility.Viewer;

/**
 * A query, what it is asked of, and who asks.
 *
 * @param <Q> the type of the query
 * @param <T> the type of what it finds
 * @param query the query
 * @param values what there is in the Region; all permissions are told, and the tags are those of
 *     whoever asks
 * @param viewer who asks, and when
 */
public record Question<Q, T>(Q query, ImmutableList<T> values, Viewer viewer) {
  /** What a question is about. */
  public enum About {
    /** Everything that a query can ask for. */
    ANYTHING,
    /** One filter, of any name, and one text. */
    FILTERS,
    /** Wild cards, and characters that would be wild cards but for an escape. */
    PATTERNS,
    /** Filters with several texts, and several filters. */
    SEVERAL,
    /** Filters for tags. */
    TAGS,
    /** Owners. */
    OWNERS,
    /** With whom something is shared. */
    SHARING,
    /** Flags, such as that deprecated images are found too. */
    FLAGS
  }

  /**
   * Refuses null.
   *
   * @param query the query
   * @param values what there is in the Region
   * @param viewer who asks, and when
   */
  public Question {
    requireNonNull(query, "query");
    requireNonNull(values, "values");
    requireNonNull(viewer, "viewer");
  }

  /** Returns who asks what, and of what, a line each. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("%s%nasked by %s, of:".formatted(query, viewer));
    values.forEach(value -> text.append("%n  ".formatted()).append(value));
    return text.toString();
  }
}
