package dev.amikit.query;

import static dev.amikit.filter.match.FilterAttributes.always;
import static dev.amikit.filter.match.FilterAttributes.boxed;
import static dev.amikit.filter.match.FilterAttributes.optional;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.filter.Filter;
import dev.amikit.filter.match.FilterAttribute;
import dev.amikit.filter.match.FilterAttributes;
import dev.amikit.filter.match.FilterRules;
import dev.amikit.filter.match.Timestamps;
import dev.amikit.id.AccountId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TransferType;
import dev.amikit.tag.Tags;
import dev.amikit.visibility.Viewer;
import java.util.Optional;
import java.util.function.Function;

/**
 * The 14 filters of DescribeSnapshots, made from typed values. Each is the same as the one that
 * {@link Filter#of} makes from EC2's name and the texts of the values; texts may have wild cards.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshots.html">DescribeSnapshots,
 *     Filters</a>
 */
public final class SnapshotFilters {
  private static final String TAG_KEY = "tag-key";

  /** What filters look at, as far as it does not depend on who asks. */
  private static final ImmutableMap<String, FilterAttribute<Snapshot>> ATTRIBUTES =
      ImmutableMap.<String, FilterAttribute<Snapshot>>builder()
          .put("description", optional(Snapshot::description))
          .put("encrypted", optional(Snapshot::encrypted))
          .put("owner-alias", optional(Snapshot::ownerAlias))
          .put("owner-id", always(Snapshot::ownerId))
          .put(
              "progress",
              optional(snapshot -> boxed(snapshot.progress()).map(percent -> percent + "%")))
          .put("snapshot-id", always(Snapshot::snapshotId))
          .put("start-time", always(snapshot -> Timestamps.milliseconds(snapshot.startTime())))
          .put("status", always(Snapshot::state))
          .put("storage-tier", optional(Snapshot::storageTier))
          .put("transfer-type", optional(Snapshot::transferType))
          .put("volume-id", optional(Snapshot::volumeId))
          .put("volume-size", always(Snapshot::volumeSize))
          .buildOrThrow();

  private static final ImmutableSet<String> NAMES =
      Sets.union(ATTRIBUTES.keySet(), ImmutableSet.of(Filter.TAG, TAG_KEY)).immutableCopy();

  private SnapshotFilters() {}

  /** {@return the names of all filters, with {@code tag:} for those that go on with a key} */
  public static ImmutableSet<String> names() {
    return NAMES;
  }

  /**
   * Tells whether a filter of this name exists.
   *
   * @param name the name, case-sensitive
   * @return whether it does; {@code tag:} needs a key
   */
  public static boolean isName(String name) {
    requireNonNull(name, "name");
    return FilterRules.isName(name, NAMES);
  }

  /**
   * Returns what a filter looks at, where that is written on the snapshot and the same for
   * everybody.
   *
   * @param name the name of the filter
   * @return the attribute, such as an index is made from; empty if there is none
   */
  static Optional<FilterAttribute<Snapshot>> attribute(String name) {
    return Optional.ofNullable(ATTRIBUTES.get(name));
  }

  /** What a filter looks at when a viewer asks; the name is known. */
  static FilterAttribute<Snapshot> attribute(String name, SnapshotSource source, Viewer viewer) {
    Function<Snapshot, Tags> tags = snapshot -> source.tags(snapshot, viewer.account());
    return name.equals(TAG_KEY)
        ? FilterAttributes.tagKeys(tags)
        : FilterRules.tagKey(name)
            .map(key -> FilterAttributes.tag(tags, key))
            .orElseGet(() -> described(requireNonNull(ATTRIBUTES.get(name))));
  }

  /** An attribute as DescribeSnapshots tells it. */
  private static FilterAttribute<Snapshot> described(FilterAttribute<Snapshot> attribute) {
    return (snapshot, test) -> attribute.anyMatch(snapshot.described(), test);
  }

  /**
   * Returns the filter on the description.
   *
   * @param values the patterns, any of them
   * @return the filter {@code description}
   */
  public static Filter description(String... values) {
    return Filter.of("description", values);
  }

  /**
   * Returns the filter on whether the snapshot is encrypted.
   *
   * @param value whether it is so
   * @return the filter {@code encrypted}
   */
  public static Filter encrypted(boolean value) {
    return Filter.of("encrypted", String.valueOf(value));
  }

  /**
   * Returns the filter on the name that AWS gives to the owner.
   *
   * @param values the values, any of them
   * @return the filter {@code owner-alias}
   */
  public static Filter ownerAlias(OwnerAlias... values) {
    return FilterAttributes.filter("owner-alias", values);
  }

  /**
   * Returns the filter on the owner.
   *
   * @param values the values, any of them
   * @return the filter {@code owner-id}
   */
  public static Filter ownerId(AccountId... values) {
    return FilterAttributes.filter("owner-id", values);
  }

  /**
   * Returns the filter on the progress, such as {@code 80%}.
   *
   * @param values the patterns, any of them
   * @return the filter {@code progress}
   */
  public static Filter progress(String... values) {
    return Filter.of("progress", values);
  }

  /**
   * Returns the filter on the ID; unlike in {@link SnapshotQuery#snapshotIds()}, an unknown one is
   * no error.
   *
   * @param values the patterns, any of them
   * @return the filter {@code snapshot-id}
   */
  public static Filter snapshotId(String... values) {
    return Filter.of("snapshot-id", values);
  }

  /**
   * Returns the filter on the time of the start, such as {@code 2021-09-29T11:04:43.000Z}.
   *
   * @param values the patterns, any of them
   * @return the filter {@code start-time}
   */
  public static Filter startTime(String... values) {
    return Filter.of("start-time", values);
  }

  /**
   * Returns the filter on the state.
   *
   * @param values the values, any of them
   * @return the filter {@code status}
   */
  public static Filter status(SnapshotState... values) {
    return FilterAttributes.filter("status", values);
  }

  /**
   * Returns the filter on the tier.
   *
   * @param values the values, any of them
   * @return the filter {@code storage-tier}
   */
  public static Filter storageTier(StorageTier... values) {
    return FilterAttributes.filter("storage-tier", values);
  }

  /**
   * Returns the filter on a tag that the viewer attached.
   *
   * @param key its key, literally
   * @param values the patterns of its value; empty text for an empty value
   * @return the filter {@code tag:KEY}
   */
  public static Filter tag(String key, String... values) {
    requireNonNull(key, "key");
    return Filter.of(Filter.TAG + key, values);
  }

  /**
   * Returns the filter on the key of a tag, whatever its value.
   *
   * @param values the patterns, any of them
   * @return the filter {@code tag-key}
   */
  public static Filter tagKey(String... values) {
    return Filter.of(TAG_KEY, values);
  }

  /**
   * Returns the filter on the way of copying.
   *
   * @param values the values, any of them
   * @return the filter {@code transfer-type}
   */
  public static Filter transferType(TransferType... values) {
    return FilterAttributes.filter("transfer-type", values);
  }

  /**
   * Returns the filter on the volume.
   *
   * @param values the patterns, any of them
   * @return the filter {@code volume-id}
   */
  public static Filter volumeId(String... values) {
    return Filter.of("volume-id", values);
  }

  /**
   * Returns the filter on the size in GiB.
   *
   * @param value the number
   * @return the filter {@code volume-size}
   */
  public static Filter volumeSize(int value) {
    return Filter.of("volume-size", String.valueOf(value));
  }
}
