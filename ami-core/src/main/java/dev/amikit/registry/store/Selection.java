package dev.amikit.registry.store;

import static java.util.Comparator.comparing;

import com.google.common.collect.AbstractIterator;
import dev.amikit.filter.Filter;
import dev.amikit.id.HexId;
import dev.amikit.query.Candidates;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lies in some rows of a table, all of which are in use. */
public final class Selection<K extends HexId<K>, V> implements Candidates<V> {
  private final Table<K, V> table;
  private final Narrowed narrowed;

  public Selection(Table<K, V> table, Narrowed narrowed) {
    this.table = table;
    this.narrowed = narrowed;
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
    return () -> id.isEmpty() ? new ById(null) : new ById(table.idOf(id));
  }

  /** Goes through the resources that come after an ID. */
  private final class ById extends AbstractIterator<V> {
    private final Ascending ascending;

    /** The ID after which the first resource comes, as long as it is not found. */
    private @Nullable K last;

    /** Resources whose order the numbers do not tell; in order, and to be taken next. */
    private Iterator<V> tied = List.<V>of().iterator();

    ById(@Nullable K last) {
      this.last = last;
      this.ascending = table.ascending(narrowed.rows(), last == null ? 0 : last.order());
    }

    @Override
    protected @Nullable V computeNext() {
      while (tied.hasNext() || ascending.hasNext()) {
        V next = tied.hasNext() ? tied.next() : nextOfRows();
        if (last == null || table.idOf(next).compareTo(last) > 0) {
          last = null;
          return next;
        }
      }
      return endOfData();
    }

    private V nextOfRows() {
      V next = table.at(ascending.next());
      if (!ascending.mayBeTied()) {
        return next;
      }
      List<V> alike = new ArrayList<>();
      alike.add(next);
      while (ascending.mayBeTied()) {
        alike.add(table.at(ascending.next()));
      }
      alike.sort(comparing(table::idOf));
      tied = alike.iterator();
      return tied.next();
    }
  }
}
