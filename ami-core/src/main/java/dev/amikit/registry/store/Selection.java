package dev.amikit.registry.store;

import com.google.common.base.Suppliers;
import com.google.common.collect.AbstractIterator;
import dev.amikit.filter.Filter;
import dev.amikit.id.HexId;
import dev.amikit.query.Candidates;
import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What lies in some rows of a table, all of which are in use. */
public final class Selection<K extends HexId<K>, V> implements Candidates<V> {
  private final Table<K, V> table;
  private final Narrowed narrowed;

  /** The rows by ID, made for the first page: the next ones go on where it is sorted to. */
  private final Supplier<Ascending> byId;

  public Selection(Table<K, V> table, Narrowed narrowed) {
    this.table = table;
    this.narrowed = narrowed;
    this.byId = Suppliers.memoize(() -> table.ascending(narrowed.rows()));
  }

  @Override
  public boolean pass(Filter filter) {
    return narrowed.passed().contains(filter);
  }

  @Override
  public boolean areOwned() {
    return narrowed.areOwned();
  }

  @Override
  public int size() {
    return narrowed.rows().length();
  }

  @Override
  public Iterator<V> iterator() {
    return table.at(narrowed.rows()).iterator();
  }

  @Override
  public Iterable<V> after(String id) {
    return () -> new From(id.isEmpty() ? 0 : firstAfter(table.idOf(id)));
  }

  /** The place of the first resource that has a greater ID. */
  private int firstAfter(K last) {
    Ascending ascending = byId.get();
    int low = 0;
    int high = ascending.sortedBeyond(0);
    while (high < ascending.size() && idAt(high - 1).compareTo(last) <= 0) {
      low = high;
      high = ascending.sortedBeyond(high);
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (idAt(middle).compareTo(last) > 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private K idAt(int place) {
    return table.idOf(table.at(byId.get().row(place)));
  }

  /** Goes through the resources from a place on. */
  private final class From extends AbstractIterator<V> {
    private final Ascending ascending = byId.get();
    private int place;
    private int sorted;

    From(int place) {
      this.place = place;
    }

    @Override
    protected @Nullable V computeNext() {
      if (place >= sorted) {
        sorted = ascending.sortedBeyond(place);
      }
      return place < sorted ? table.at(ascending.row(place++)) : endOfData();
    }
  }
}
