package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Maps;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Transition tables written down as text, an action a line. */
public final class TableText {
  private static final Splitter COLUMNS = Splitter.on('|').trimResults();

  private TableText() {}

  /** Reads a table; a column may speak of several stages. */
  public static <S, A extends Enum<A> & Action<S>> ImmutableTable<S, A, String> read(
      String text, Class<A> actions, Function<String, ImmutableSet<S>> stages) {
    List<String> lines = text.lines().toList();
    List<String> head = COLUMNS.splitToList(lines.get(0));
    Map<String, A> byName = Maps.uniqueIndex(EnumSet.allOf(actions), A::toString);
    ImmutableTable.Builder<S, A, String> table = ImmutableTable.builder();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = COLUMNS.splitToList(line);
      for (int column = 1; column < head.size(); column++) {
        for (S stage : stages.apply(head.get(column))) {
          table.put(stage, requireNonNull(byName.get(cells.get(0))), cells.get(column));
        }
      }
    }
    return table.build();
  }
}
