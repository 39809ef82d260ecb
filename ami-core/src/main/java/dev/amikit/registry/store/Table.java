package dev.amikit.registry.store;

import com.google.common.collect.FluentIterable;
import com.google.common.collect.Iterables;
import com.google.common.primitives.ImmutableIntArray;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.util.AbstractList;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Resources by ID. Each lies in a row, whose number stays the same as long as the resource is
 * there; {@link Rows sets} are made of these numbers. Persistent.
 */
public final class Table<K, V> {
  /** Stands for the row of what is not there. */
  public static final int NOWHERE = -1;

  private static final Table<?, ?> EMPTY =
      new Table<>(HashMap.empty(), Vector.empty(), List.empty());

  private final Map<K, Integer> rows;
  private final Vector<@Nullable V> values;
  private final List<Integer> free;

  private Table(Map<K, Integer> rows, Vector<@Nullable V> values, List<Integer> free) {
    this.rows = rows;
    this.values = values;
    this.free = free;
  }

  @SuppressWarnings("unchecked") // there is nothing in it
  public static <K, V> Table<K, V> empty() {
    return (Table<K, V>) EMPTY;
  }

  public int size() {
    return rows.size();
  }

  public boolean contains(K id) {
    return rows.containsKey(id);
  }

  public Optional<V> get(K id) {
    int row = row(id);
    return row == NOWHERE ? Optional.empty() : Optional.of(at(row));
  }

  /** The row in which a resource lies, or {@link #NOWHERE}. */
  public int row(K id) {
    return rows.getOrElse(id, NOWHERE);
  }

  /** The row in which a resource lies, as a set. */
  Rows rows(K id) {
    int row = row(id);
    return row == NOWHERE ? Rows.none() : Rows.of(row);
  }

  /** The row in which the next new resource will lie. */
  public int freeRow() {
    return free.isEmpty() ? values.size() : free.head();
  }

  /** What lies in a row that is in use. */
  public V at(int row) {
    return Objects.requireNonNull(values.get(row));
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

  /** The resources of some IDs, those that are there. */
  public Iterable<V> of(Iterable<K> ids) {
    return FluentIterable.from(ids)
        .transform(this::row)
        .filter(row -> row != NOWHERE)
        .transform(this::at);
  }

  public Iterable<V> all() {
    return Iterables.filter(values, Objects::nonNull);
  }

  /** The table with another resource in a row that is in use. */
  public Table<K, V> with(int row, V value) {
    return new Table<>(rows, values.update(row, value), free);
  }

  /** The table with a new resource, in the {@linkplain #freeRow() free row}. */
  public Table<K, V> with(K id, V value) {
    Map<K, Integer> found = rows.put(id, freeRow());
    return free.isEmpty()
        ? new Table<>(found, values.append(value), free)
        : new Table<>(found, values.update(free.head(), value), free.tail());
  }

  public Table<K, V> without(K id) {
    int row = row(id);
    return row == NOWHERE
        ? this
        : new Table<>(rows.remove(id), values.update(row, (V) null), free.prepend(row));
  }

  /** Two tables are equal if they have the same resources, in whatever rows. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Table<?, ?> table && size() == table.size() && hasAllOf(table);
  }

  private <L> boolean hasAllOf(Table<L, ?> table) {
    return table.rows.forAll(entry -> contains(entry._1, table.at(entry._2)));
  }

  @SuppressWarnings("unchecked") // an ID of another type is only looked for
  private boolean contains(Object id, Object value) {
    int row = row((K) id);
    return row != NOWHERE && at(row).equals(value);
  }

  @Override
  public int hashCode() {
    return rows.keySet().hashCode();
  }
}
