package dev.amikit.registry.store;

import dev.amikit.id.AccountId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Resources by ID, and those of each account in the order of their IDs, so that an account is told
 * its own without a look at those of others. Persistent.
 */
public final class Owned<K extends Comparable<? super K>, V> {
  private final Function<V, AccountId> owner;
  private final Function<V, K> id;
  private final Map<K, V> byId;
  private final Map<AccountId, SortedMap<K, V>> byOwner;

  private Owned(
      Function<V, AccountId> owner,
      Function<V, K> id,
      Map<K, V> byId,
      Map<AccountId, SortedMap<K, V>> byOwner) {
    this.owner = owner;
    this.id = id;
    this.byId = byId;
    this.byOwner = byOwner;
  }

  /** None, of resources that tell their owner and ID. */
  public static <K extends Comparable<? super K>, V> Owned<K, V> none(
      Function<V, AccountId> owner, Function<V, K> id) {
    return new Owned<>(owner, id, HashMap.empty(), HashMap.empty());
  }

  public Optional<V> get(K key) {
    return byId.get(key).toJavaOptional();
  }

  /** All of them, in no order. */
  public Stream<V> all() {
    return byId.valuesIterator().toJavaStream();
  }

  /** Those of an account, by ID. */
  public Stream<V> ownedBy(AccountId account) {
    return of(account).valuesIterator().toJavaStream();
  }

  /** With a resource, in place of that of its ID, which has the same owner. */
  public Owned<K, V> with(V value) {
    K key = id.apply(value);
    AccountId account = owner.apply(value);
    return new Owned<>(
        owner, id, byId.put(key, value), byOwner.put(account, of(account).put(key, value)));
  }

  public Owned<K, V> without(K key) {
    V value = byId.getOrElse(key, null);
    if (value == null) {
      return this;
    }
    AccountId account = owner.apply(value);
    SortedMap<K, V> left = of(account).remove(key);
    return new Owned<>(
        owner,
        id,
        byId.remove(key),
        left.isEmpty() ? byOwner.remove(account) : byOwner.put(account, left));
  }

  private SortedMap<K, V> of(AccountId account) {
    return byOwner.getOrElse(account, TreeMap.empty());
  }

  /** Two are equal if they hold the same resources. */
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Owned<?, ?> owned && byId.equals(owned.byId);
  }

  @Override
  public int hashCode() {
    return byId.hashCode();
  }
}
