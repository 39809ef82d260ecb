package dev.amikit.registry.store;

import com.google.common.collect.ImmutableList;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** For every key, the rows of the resources that have it. Persistent. */
final class Postings<T, K> {
  private final Function<T, ?> attribute;
  private final Function<T, ? extends Iterable<K>> keys;
  private final Map<K, Rows> rows;

  private Postings(
      Function<T, ?> attribute, Function<T, ? extends Iterable<K>> keys, Map<K, Rows> rows) {
    this.attribute = attribute;
    this.keys = keys;
    this.rows = rows;
  }

  /** Of no resources; each has the one key that it is asked for. */
  static <T, K> Postings<T, K> by(Function<T, K> key) {
    return new Postings<>(key, resource -> ImmutableList.of(key.apply(resource)), HashMap.empty());
  }

  /** Of no resources; each has the keys that it is asked for. */
  static <T, K> Postings<T, K> byEach(Function<T, ? extends Iterable<K>> keys) {
    return by(keys, keys);
  }

  /** Of no resources; each has the keys that are made from an attribute of it. */
  static <T, K> Postings<T, K> by(
      Function<T, ?> attribute, Function<T, ? extends Iterable<K>> keys) {
    return new Postings<>(attribute, keys, HashMap.empty());
  }

  Rows of(K key) {
    return rows.getOrElse(key, Rows.none());
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
    Map<K, Rows> changed = rows;
    for (K key : before) {
      Rows left = changed.getOrElse(key, Rows.none()).without(row);
      changed = left.isEmpty() ? changed.remove(key) : changed.put(key, left);
    }
    for (K key : after) {
      changed = changed.put(key, changed.getOrElse(key, Rows.none()).with(row));
    }
    return new Postings<>(attribute, keys, changed);
  }

  private @Nullable Object attributeOf(@Nullable T resource) {
    return resource == null ? null : attribute.apply(resource);
  }

  private Iterable<K> keysOf(@Nullable T resource) {
    return resource == null ? ImmutableList.of() : keys.apply(resource);
  }
}
