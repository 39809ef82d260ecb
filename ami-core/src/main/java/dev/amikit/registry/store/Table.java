package dev.amikit.registry.store;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.FluentIterable;
import com.google.common.collect.Iterables;
import com.google.common.primitives.ImmutableIntArray;
import dev.amikit.id.HexId;
import io.vavr.collection.List;
import java.util.AbstractList;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Resources by ID. Each lies in a row, whose number stays the same as long as the resource is
 * there; {@link Rows sets} are made of these numbers. Persistent.
 */
public final class Table<K extends HexId<K>, V> {
  /** Stands for the row of what is not there. */
  public static final int NOWHERE = -1;

  /** The row in which a resource lies. */
  private record Place<K>(K key, int row) implements Trie.Entry<K> {}

  private final Function<String, Optional<K>> read;
  private final Function<V, K> id;
  private final int size;
  private final Trie<K, Place<K>> places;

  /** The resources, and their {@linkplain HexId#order() places in the order} of IDs. */
  private final Cells<V> cells;

  private final List<Integer> free;

  private Table(
      Function<String, Optional<K>> read,
      Function<V, K> id,
      int size,
      Trie<K, Place<K>> places,
      Cells<V> cells,
      List<Integer> free) {
    this.read = read;
    this.id = id;
    this.size = size;
    this.places = places;
    this.cells = cells;
    this.free = free;
  }

  /** The table of resources that have IDs, which can be read from their texts. */
  public static <K extends HexId<K>, V> Table<K, V> empty(
      Function<String, Optional<K>> read, Function<V, K> id) {
    return new Table<>(
        read, id, 0, Trie.empty(Comparator.naturalOrder()), Cells.none(), List.empty());
  }

  K idOf(String text) {
    return read.apply(text).orElseThrow();
  }

  K idOf(V resource) {
    return id.apply(resource);
  }

  public int size() {
    return size;
  }

  public boolean contains(K key) {
    return places.get(key) != null;
  }

  public Optional<V> get(K key) {
    int row = row(key);
    return row == NOWHERE ? Optional.empty() : Optional.of(at(row));
  }

  /** The row in which a resource lies, or {@link #NOWHERE}. */
  public int row(K key) {
    Place<K> place = places.get(key);
    return place == null ? NOWHERE : place.row;
  }

  /** The row in which a resource lies, as a set. */
  Rows rows(K key) {
    int row = row(key);
    return row == NOWHERE ? Rows.none() : Rows.of(row);
  }

  /** The row in which the next new resource will lie. */
  public int freeRow() {
    return free.isEmpty() ? cells.size() : free.head();
  }

  /** What lies in a row that is in use. */
  public V at(int row) {
    return Objects.requireNonNull(cells.get(row));
  }

  /** The resources in some rows that are in use, each looked up when it is asked for. */
  public java.util.List<V> at(ImmutableIntArray some) {
    return new AbstractList<>() {
      @Override
      public V get(int index) {
        return at(some.get(index));
      }

      @Override
      public int size() {
        return some.length();
      }
    };
  }

  /** Some rows that are in use in the order of their IDs. */
  Ascending ascending(ImmutableIntArray some) {
    return Ascending.of(some, cells.numbers(some), Comparator.comparing(row -> idOf(at(row))));
  }

  /** The resources of some IDs, those that are there. */
  public Iterable<V> of(Iterable<K> ids) {
    return FluentIterable.from(ids)
        .transform(this::row)
        .filter(row -> row != NOWHERE)
        .transform(this::at);
  }

  public Iterable<V> all() {
    return () -> new AbstractIterator<>() {
      private int next;

      @Override
      protected @Nullable V computeNext() {
        while (next < cells.size()) {
          V value = cells.get(next++);
          if (value != null) {
            return value;
          }
        }
        return endOfData();
      }
    };
  }

  /** The table with another resource in a row that is in use. */
  public Table<K, V> with(int row, V value) {
    return new Table<>(read, id, size, places, cells.with(row, value), free);
  }

  /** The table with a new resource, in the {@linkplain #freeRow() free row}. */
  public Table<K, V> with(V value) {
    K key = idOf(value);
    int row = freeRow();
    return new Table<>(
        read,
        id,
        size + 1,
        places.changed(key, nowhere -> new Place<>(key, row)),
        cells.with(row, key.order(), value),
        free.isEmpty() ? free : free.tail());
  }

  public Table<K, V> without(K key) {
    int row = row(key);
    return row == NOWHERE
        ? this
        : new Table<>(
            read,
            id,
            size - 1,
            places.changed(key, place -> null),
            cells.with(row, null),
            free.prepend(row));
  }

  /** Two tables are equal if they have the same resources, in whatever rows. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Table<?, ?> table && size() == table.size() && hasAllOf(table);
  }

  private <L extends HexId<L>, W> boolean hasAllOf(Table<L, W> table) {
    return Iterables.all(table.all(), resource -> has(table.idOf(resource), resource));
  }

  @SuppressWarnings("unchecked") // an ID of another type is only looked for
  private boolean has(Object key, Object value) {
    int row = row((K) key);
    return row != NOWHERE && at(row).equals(value);
  }

  @Override
  public int hashCode() {
    int sum = 0;
    for (V resource : all()) {
      sum += idOf(resource).hashCode();
    }
    return sum;
  }
}
