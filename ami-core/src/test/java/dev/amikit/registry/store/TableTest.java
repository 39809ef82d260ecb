package dev.amikit.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A table is what a map is, and its rows stay where they are. */
class TableTest {
  record Step(String id, Optional<Integer> value) {
    Table<String, Integer> of(Table<String, Integer> table) {
      if (value.isEmpty()) {
        return table.without(id);
      }
      int row = table.row(id);
      return row == Table.NOWHERE ? table.with(id, value.get()) : table.with(row, value.get());
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of("a", "b", "c", "d", "e", "f", "g", "h"),
            Arbitraries.integers().between(0, 9).optional(0.6))
        .as(Step::new)
        .list()
        .ofMaxSize(60);
  }

  private static Table<String, Integer> after(List<Step> steps) {
    Table<String, Integer> table = Table.empty();
    for (Step step : steps) {
      table = step.of(table);
    }
    return table;
  }

  @Property
  void it_has_what_a_map_has_after_any_steps(@ForAll("steps") List<Step> steps) {
    Map<String, Integer> map = new HashMap<>();
    Table<String, Integer> table = Table.empty();
    for (Step step : steps) {
      int row = table.row(step.id());
      int free = table.freeRow();
      table = step.of(table);
      if (step.value().isPresent()) {
        map.put(step.id(), step.value().get());
        assertThat(table.row(step.id())).isEqualTo(row == Table.NOWHERE ? free : row);
      } else {
        map.remove(step.id());
      }
      assertThat(table.all()).containsExactlyInAnyOrderElementsOf(map.values());
      assertThat(table.size()).isEqualTo(map.size());
      for (Map.Entry<String, Integer> entry : map.entrySet()) {
        assertThat(table.get(entry.getKey())).contains(entry.getValue());
        assertThat(table.at(table.row(entry.getKey()))).isEqualTo(entry.getValue());
      }
    }
    assertThat(map.keySet().stream().map(table::row)).doesNotHaveDuplicates();
    assertThat(table.get("elsewhere")).isEmpty();
  }

  @Property
  void tables_with_the_same_resources_are_equal(@ForAll("steps") List<Step> steps) {
    Table<String, Integer> table = after(steps);
    Table<String, Integer> rebuilt = Table.empty();
    for (String id : List.of("h", "g", "f", "e", "d", "c", "b", "a")) {
      if (table.contains(id)) {
        rebuilt = rebuilt.with(id, table.get(id).orElseThrow());
      }
    }
    assertThat(rebuilt).isEqualTo(table).hasSameHashCodeAs(table);
    assertThat(rebuilt.with("other", 1)).isNotEqualTo(table);
    if (table.contains("a")) {
      assertThat(table.with(table.row("a"), 10)).isNotEqualTo(table);
    }
  }

  @Property
  void rows_of_what_is_gone_are_used_again(@ForAll("steps") List<Step> steps) {
    Table<String, Integer> table = after(steps);
    for (String id : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
      assertThat(table.row(id)).isLessThan(8);
    }
  }
}
