package dev.amikit.registry.store;

import java.util.Comparator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Entries by key. Persistent: a change shares all but the path to what it changes.
 *
 * <p>A hash trie (Bagwell, "Ideal Hash Trees"), which branches into 32 by five bits of the hash
 * code at a time. It is here because vavr's maps hold numbers as objects, and go the way twice to
 * change what a key has. Keys of one hash code lie in an order, so that many of them are found
 * quickly.
 */
final class Trie<K, E extends Trie.Entry<K>> {
  /** What knows its key. */
  interface Entry<K> {
    K key();
  }

  private static final int BITS = 5;

  private final Comparator<? super K> order;

  /** An entry, a {@link Bucket} or a {@link Branch} of such; null if there is nothing. */
  private final @Nullable Object root;

  private Trie(Comparator<? super K> order, @Nullable Object root) {
    this.order = order;
    this.root = root;
  }

  /** No entries yet. The order is that of keys whose hash codes are the same. */
  static <K, E extends Entry<K>> Trie<K, E> empty(Comparator<? super K> order) {
    return new Trie<>(order, null);
  }

  @Nullable
  E get(K key) {
    int hash = key.hashCode();
    Object found = root;
    for (int shift = 0; found instanceof Branch branch; shift += BITS) {
      found = branch.at(hash >>> shift);
    }
    if (found instanceof Bucket bucket) {
      int at = bucket.hash == hash ? place(bucket, key) : -1;
      return at < 0 ? null : entry(bucket.entries[at]);
    }
    if (found == null) {
      return null;
    }
    E entry = entry(found);
    return entry.key().equals(key) ? entry : null;
  }

  /** The entries after the one of a key, or null, has become another, or null. */
  Trie<K, E> changed(K key, UnaryOperator<@Nullable E> change) {
    Object changed = changed(root, 0, key, key.hashCode(), change);
    return changed == root ? this : new Trie<>(order, changed);
  }

  private @Nullable Object changed(
      @Nullable Object node, int shift, K key, int hash, UnaryOperator<@Nullable E> change) {
    if (node instanceof Branch branch) {
      Object before = branch.at(hash >>> shift);
      Object after = changed(before, shift + BITS, key, hash, change);
      return after == before ? branch : branch.with(hash >>> shift, after);
    }
    if (node instanceof Bucket bucket && bucket.hash == hash) {
      return changed(bucket, key, change);
    }
    if (node == null) {
      return change.apply(null);
    }
    if (node instanceof Bucket bucket) {
      E added = change.apply(null);
      return added == null ? bucket : Branch.of(shift, bucket, bucket.hash, added, hash);
    }
    E entry = entry(node);
    if (entry.key().equals(key)) {
      return change.apply(entry);
    }
    E added = change.apply(null);
    if (added == null) {
      return entry;
    }
    int hashOfEntry = entry.key().hashCode();
    return hashOfEntry == hash
        ? bucket(hash, entry, added)
        : Branch.of(shift, entry, hashOfEntry, added, hash);
  }

  private Bucket bucket(int hash, E one, E other) {
    return order.compare(one.key(), other.key()) < 0
        ? new Bucket(hash, new Object[] {one, other})
        : new Bucket(hash, new Object[] {other, one});
  }

  private Object changed(Bucket bucket, K key, UnaryOperator<@Nullable E> change) {
    int at = place(bucket, key);
    E before = at < 0 ? null : entry(bucket.entries[at]);
    E after = change.apply(before);
    if (before == after) {
      return bucket;
    }
    if (after == null) {
      Object[] left = removed(bucket.entries, at);
      return left.length == 1 ? left[0] : new Bucket(bucket.hash, left);
    }
    return new Bucket(
        bucket.hash,
        at < 0 ? inserted(bucket.entries, -at - 1, after) : replaced(bucket.entries, at, after));
  }

  /** Where the entry of a key is; if it is not there, where it would be, as {@code -place - 1}. */
  private int place(Bucket bucket, K key) {
    int low = 0;
    int high = bucket.entries.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int side = order.compare(entry(bucket.entries[middle]).key(), key);
      if (side == 0) {
        return middle;
      }
      if (side < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return -low - 1;
  }

  @SuppressWarnings("unchecked") // what is no branch and no bucket is an entry
  private E entry(Object node) {
    return (E) node;
  }

  /** Entries of one hash code, in the order of their keys, at least two. */
  private static final class Bucket {
    final int hash;
    final Object[] entries;

    Bucket(int hash, Object[] entries) {
      this.hash = hash;
      this.entries = entries;
    }
  }

  /** What lies below each of the 32 ways that is used. */
  private static final class Branch {
    /** A bit for each way. */
    final int used;

    final Object[] below;

    Branch(int used, Object[] below) {
      this.used = used;
      this.below = below;
    }

    /** The branch at which the ways to two nodes part, and the single ones that lead there. */
    static Branch of(int shift, Object one, int hash, Object other, int otherHash) {
      int bit = 1 << (hash >>> shift);
      int otherBit = 1 << (otherHash >>> shift);
      if (bit == otherBit) {
        return new Branch(bit, new Object[] {of(shift + BITS, one, hash, other, otherHash)});
      }
      boolean inOrder = Integer.compareUnsigned(bit, otherBit) < 0;
      return new Branch(
          bit | otherBit, inOrder ? new Object[] {one, other} : new Object[] {other, one});
    }

    /** What lies below a way, which the last bits tell. */
    @Nullable
    Object at(int way) {
      int bit = 1 << way;
      return (used & bit) == 0 ? null : below[place(bit)];
    }

    /**
     * With something else, or nothing more, below a way; a branch to a single thing that is none is
     * that thing.
     */
    @Nullable
    Object with(int way, @Nullable Object node) {
      int bit = 1 << way;
      int at = place(bit);
      if (node != null && (used & bit) == 0) {
        return new Branch(used | bit, inserted(below, at, node));
      }
      if (node != null) {
        return below.length == 1 && !(node instanceof Branch)
            ? node
            : new Branch(used, replaced(below, at, node));
      }
      if (below.length == 1) {
        return null;
      }
      Object[] left = removed(below, at);
      return left.length == 1 && !(left[0] instanceof Branch)
          ? left[0]
          : new Branch(used & ~bit, left);
    }

    private int place(int bit) {
      return Integer.bitCount(used & bit - 1);
    }
  }

  private static Object[] inserted(Object[] all, int at, Object added) {
    Object[] more = new Object[all.length + 1];
    System.arraycopy(all, 0, more, 0, at);
    more[at] = added;
    System.arraycopy(all, at, more, at + 1, all.length - at);
    return more;
  }

  private static Object[] replaced(Object[] all, int at, Object other) {
    Object[] changed = all.clone();
    changed[at] = other;
    return changed;
  }

  private static Object[] removed(Object[] all, int at) {
    Object[] fewer = new Object[all.length - 1];
    System.arraycopy(all, 0, fewer, 0, at);
    System.arraycopy(all, at + 1, fewer, at, fewer.length - at);
    return fewer;
  }
}
