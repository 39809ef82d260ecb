package dev.amikit.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CellsTest {
  @Property(tries = 100)
  void what_was_put_there_lies_there_and_older_cells_keep_what_they_had(
      @ForAll @IntRange(min = 1, max = 3_000) int count, @ForAll long seed) {
    Random random = new Random(seed);
    long[] numbers = random.longs(count).toArray();
    Cells<Integer> cells = Cells.none();
    for (int row = 0; row < count; row++) {
      cells = cells.with(row, numbers[row], row);
    }
    Cells<Integer> changed = cells;
    List<Integer> values = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    long[] others = numbers.clone();
    for (int i = 0; i < 50; i++) {
      int row = random.nextInt(count);
      values.set(row, i % 3 == 0 ? null : -i);
      if (i % 3 == 1) {
        others[row] = i;
        changed = changed.with(row, i, -i);
      } else {
        changed = changed.with(row, values.get(row));
      }
    }
    assertThat(cells.size()).isEqualTo(changed.size()).isEqualTo(count);
    for (int row = 0; row < count; row++) {
      assertThat(cells.get(row)).isEqualTo(row);
      assertThat(changed.get(row)).isEqualTo(values.get(row));
    }
    List<Integer> rows = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(rows, random);
    ImmutableIntArray shuffled = ImmutableIntArray.copyOf(rows);
    assertThat(cells.numbers(shuffled))
        .isEqualTo(shuffled.stream().mapToLong(row -> numbers[row]).toArray());
    assertThat(changed.numbers(shuffled))
        .isEqualTo(shuffled.stream().mapToLong(row -> others[row]).toArray());
  }
}
