package dev.amikit.registry.store;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** For every key, the rows of the resources that have it. Persistent. */
final class Postings<T, K> {
  /** The rows of a key, at least one. */
  private record Posting<K>(K key, Rows rows) implements Trie.Entry<K> {
    static <K> @Nullable Posting<K> of(K key, Rows rows) {
      return rows.isEmpty() ? null : new Posting<>(key, rows);
    }
  }

  private final Function<T, ?> attribute;
  private final Function<T, ? extends ImmutableCollection<K>> keys;
  private final Trie<K, Posting<K>> postings;

  private Postings(
      Function<T, ?> attribute,
      Function<T, ? extends ImmutableCollection<K>> keys,
      Trie<K, Posting<K>> postings) {
    this.attribute = attribute;
    this.keys = keys;
    this.postings = postings;
  }

  /** Of no resources; each has the one key that it is asked for. */
  static <T, K extends Comparable<? super K>> Postings<T, K> by(Function<T, K> key) {
    return by(key, resource -> ImmutableList.of(key.apply(resource)));
  }

  /** Of no resources; each has the keys that are made from an attribute of it. */
  static <T, K extends Comparable<? super K>> Postings<T, K> by(
      Function<T, ?> attribute, Function<T, ? extends ImmutableCollection<K>> keys) {
    return new Postings<>(attribute, keys, Trie.empty(naturalOrder()));
  }

  /** Of no resources; each has the keys that it is asked for, whose texts differ. */
  static <T, K> Postings<T, K> byEach(Function<T, ? extends ImmutableCollection<K>> keys) {
    return new Postings<>(keys, keys, Trie.empty(comparing(Object::toString)));
  }

  Rows of(K key) {
    Posting<K> posting = postings.get(key);
    return posting == null ? Rows.none() : posting.rows;
  }

  /** These postings after the resource in a row has come, changed or gone. */
  Postings<T, K> changed(int row, @Nullable T before, @Nullable T after) {
    if (before == null) {
      return after == null ? this : with(row, keys.apply(after));
    }
    if (after == null) {
      return without(row, keys.apply(before));
    }
    return attribute.apply(before).equals(attribute.apply(after))
        ? this
        : changed(row, keys.apply(before), keys.apply(after));
  }

  /** These postings after the resource in a row has lost keys and got others. */
  Postings<T, K> changed(int row, ImmutableCollection<K> before, ImmutableCollection<K> after) {
    if (before.size() == 1 && after.size() == 1) {
      return before.iterator().next().equals(after.iterator().next())
          ? this
          : without(row, before).with(row, after);
    }
    ImmutableSet<K> had = ImmutableSet.copyOf(before);
    ImmutableSet<K> has = ImmutableSet.copyOf(after);
    return without(row, Sets.difference(had, has)).with(row, Sets.difference(has, had));
  }

  private Postings<T, K> without(int row, Iterable<K> lost) {
    Trie<K, Posting<K>> changed = postings;
    for (K key : lost) {
      changed = changed.changed(
          key, posting -> posting == null ? null : Posting.of(key, posting.rows.without(row)));
    }
    return new Postings<>(attribute, keys, changed);
  }

  private Postings<T, K> with(int row, Iterable<K> got) {
    Trie<K, Posting<K>> changed = postings;
    for (K key : got) {
      changed = changed.changed(key, posting -> {
        return posting == null
            ? new Posting<>(key, Rows.of(row))
            : new Posting<>(posting.key, posting.rows.with(row));
      });
    }
    return new Postings<>(attribute, keys, changed);
  }
}
