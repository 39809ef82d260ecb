package dev.amikit.registry.store;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.Objects;
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
  private final Function<T, ? extends Iterable<K>> keys;
  private final Trie<K, Posting<K>> postings;

  private Postings(
      Function<T, ?> attribute,
      Function<T, ? extends Iterable<K>> keys,
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
      Function<T, ?> attribute, Function<T, ? extends Iterable<K>> keys) {
    return new Postings<>(attribute, keys, Trie.empty(naturalOrder()));
  }

  /** Of no resources; each has the keys that it is asked for, whose texts differ. */
  static <T, K> Postings<T, K> byEach(Function<T, ? extends Iterable<K>> keys) {
    return new Postings<>(keys, keys, Trie.empty(comparing(Object::toString)));
  }

  Rows of(K key) {
    Posting<K> posting = postings.get(key);
    return posting == null ? Rows.none() : posting.rows;
  }

  /** These postings after the resource in a row has come, changed or gone. */
  Postings<T, K> changed(int row, @Nullable T before, @Nullable T after) {
    if (Objects.equals(attributeOf(before), attributeOf(after))) {
      return this;
    }
    return changed(row, keysOf(before), keysOf(after));
  }

  /** These postings after the resource in a row has lost keys and got others. */
  Postings<T, K> changed(int row, Iterable<K> before, Iterable<K> after) {
    Trie<K, Posting<K>> changed = postings;
    for (K key : without(before, after)) {
      changed = changed.changed(
          key, posting -> posting == null ? null : Posting.of(key, posting.rows.without(row)));
    }
    for (K key : without(after, before)) {
      changed = changed.changed(key, posting -> {
        return posting == null
            ? new Posting<>(key, Rows.of(row))
            : new Posting<>(posting.key, posting.rows.with(row));
      });
    }
    return new Postings<>(attribute, keys, changed);
  }

  private static <K> Iterable<K> without(Iterable<K> some, Iterable<K> others) {
    if (Iterables.isEmpty(some) || Iterables.isEmpty(others)) {
      return some;
    }
    ImmutableSet<K> left = ImmutableSet.copyOf(others);
    return Iterables.filter(some, key -> !left.contains(key));
  }

  private @Nullable Object attributeOf(@Nullable T resource) {
    return resource == null ? null : attribute.apply(resource);
  }

  private Iterable<K> keysOf(@Nullable T resource) {
    return resource == null ? ImmutableList.of() : keys.apply(resource);
  }
}
