package dev.amikit.registry.store;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.collect.Streams;
import com.google.common.primitives.ImmutableIntArray;
import dev.amikit.id.VolumeId;
import dev.amikit.page.InOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A table is what a map is, and its rows stay where they are. */
class TableTest {
  /** Near one another and far, so that some are not told apart by their place in the order. */
  private static final List<VolumeId> IDS = Stream.of(
          "1", "10", "100000000000000ff", "100000000000000fe", "1000000000000000", "2", "f", "ff")
      .map(digits -> VolumeId.of("vol-" + digits))
      .toList();

  record Thing(VolumeId id, int value) {}

  record Step(VolumeId id, Optional<Integer> value) {
    Table<VolumeId, Thing> of(Table<VolumeId, Thing> table) {
      if (value.isEmpty()) {
        return table.without(id);
      }
      int row = table.row(id);
      Thing thing = new Thing(id, value.get());
      return row == Table.NOWHERE ? table.with(thing) : table.with(row, thing);
    }
  }

  private static Table<VolumeId, Thing> empty() {
    return Table.empty(VolumeId::tryParse, Thing::id);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(IDS), Arbitraries.integers().between(0, 9).optional(0.6))
        .as(Step::new)
        .list()
        .ofMaxSize(60);
  }

  private static Table<VolumeId, Thing> after(List<Step> steps) {
    Table<VolumeId, Thing> table = empty();
    for (Step step : steps) {
      table = step.of(table);
    }
    return table;
  }

  @Property
  void it_has_what_a_map_has_after_any_steps(@ForAll("steps") List<Step> steps) {
    Map<VolumeId, Thing> map = new HashMap<>();
    Table<VolumeId, Thing> table = empty();
    for (Step step : steps) {
      int row = table.row(step.id());
      int free = table.freeRow();
      table = step.of(table);
      if (step.value().isPresent()) {
        map.put(step.id(), new Thing(step.id(), step.value().get()));
        assertThat(table.row(step.id())).isEqualTo(row == Table.NOWHERE ? free : row);
      } else {
        map.remove(step.id());
      }
      assertThat(table.all()).containsExactlyInAnyOrderElementsOf(map.values());
      assertThat(table.size()).isEqualTo(map.size());
      for (Map.Entry<VolumeId, Thing> entry : map.entrySet()) {
        assertThat(table.get(entry.getKey())).contains(entry.getValue());
        assertThat(table.at(table.row(entry.getKey()))).isEqualTo(entry.getValue());
      }
    }
    assertThat(map.keySet().stream().map(table::row)).doesNotHaveDuplicates();
    assertThat(table.get(VolumeId.of("vol-3"))).isEmpty();
  }

  @Property
  void tables_with_the_same_resources_are_equal(@ForAll("steps") List<Step> steps) {
    Table<VolumeId, Thing> table = after(steps);
    Table<VolumeId, Thing> rebuilt = empty();
    for (VolumeId id : Lists.reverse(IDS)) {
      if (table.contains(id)) {
        rebuilt = rebuilt.with(table.get(id).orElseThrow());
      }
    }
    assertThat(rebuilt).isEqualTo(table).hasSameHashCodeAs(table);
    assertThat(rebuilt.with(new Thing(VolumeId.of("vol-3"), 1))).isNotEqualTo(table);
    VolumeId first = IDS.get(0);
    if (table.contains(first)) {
      assertThat(table.with(table.row(first), new Thing(first, 10))).isNotEqualTo(table);
    }
  }

  @Property
  void rows_of_what_is_gone_are_used_again(@ForAll("steps") List<Step> steps) {
    Table<VolumeId, Thing> table = after(steps);
    for (VolumeId id : IDS) {
      assertThat(table.row(id)).isLessThan(8);
    }
  }

  @Property
  void its_resources_are_gone_through_in_the_order_of_their_ids(
      @ForAll("steps") List<Step> steps, @ForAll("someId") String last) {
    Table<VolumeId, Thing> table = after(steps);
    ImmutableIntArray.Builder rows = ImmutableIntArray.builder();
    IDS.stream().filter(table::contains).forEach(id -> rows.add(table.row(id)));
    InOrder<Thing> inOrder =
        new Selection<>(table, new Narrowed(rows.build(), ImmutableList.of(), false));
    assertThat(inOrder.after(last))
        .containsExactlyElementsOf(Streams.stream(table.all())
            .filter(thing -> thing.id().value().compareTo(last) > 0)
            .sorted(comparing(thing -> thing.id().value()))
            .toList());
    assertThat(inOrder).containsExactlyInAnyOrderElementsOf(table.all()).hasSize(inOrder.size());
  }

  @Provide
  Arbitrary<String> someId() {
    return Arbitraries.of(Stream.concat(
            IDS.stream().map(VolumeId::value),
            Stream.of("", "vol-0", "vol-3", "vol-fff", "vol-100000000000000fd"))
        .toList());
  }
}
