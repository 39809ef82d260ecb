package dev.amikit.page;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.function.Function;

/** Things that were sorted by their IDs. */
record Sorted<T>(ImmutableList<T> things, Function<T, ?> id) implements InOrder<T> {
  static <T, I extends Comparable<? super I>> Sorted<T> of(Iterable<T> things, Function<T, I> id) {
    return new Sorted<>(ImmutableList.sortedCopyOf(Comparator.comparing(id), things), id);
  }

  @Override
  public int size() {
    return things.size();
  }

  @Override
  public Iterator<T> iterator() {
    return things.iterator();
  }

  @Override
  public ImmutableList<T> after(String last) {
    int low = 0;
    int high = things.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (id.apply(things.get(middle)).toString().compareTo(last) > 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return things.subList(low, things.size());
  }
}
