package dev.amikit.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import dev.amikit.id.ImageId;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A selection of thousands is gone through as if it were sorted. */
class SelectionTest {
  record Thing(ImageId id) {}

  @Property(tries = 60)
  void pages_are_those_of_a_sorted_list_in_whatever_order_they_are_asked_for(
      @ForAll @IntRange(max = 5_000) int count, @ForAll long seed) {
    Random random = new Random(seed);
    List<Thing> things =
        Stream.generate(() -> new Thing(id(random))).distinct().limit(count).toList();
    Table<ImageId, Thing> table = Table.empty(ImageId::tryParse, Thing::id);
    for (Thing thing : things) {
      table = table.with(thing);
    }
    List<Thing> sorted = things.stream()
        .filter(thing -> random.nextInt(8) > 0)
        .sorted(Comparator.comparing(thing -> thing.id().value()))
        .toList();
    ImmutableIntArray rows = ImmutableIntArray.copyOf(
        sorted.stream().map(Thing::id).mapToInt(table::row).sorted());
    Selection<ImageId, Thing> selection =
        new Selection<>(table, new Narrowed(rows, ImmutableList.of(), false));

    for (int page = 0; page < 20; page++) {
      int size = 1 + random.nextInt(300);
      ImageId after = random.nextBoolean() || sorted.isEmpty()
          ? id(random)
          : sorted.get(random.nextInt(sorted.size())).id();
      assertThat(page(selection, after.value(), size))
          .isEqualTo(sorted.stream()
              .filter(thing -> thing.id().value().compareTo(after.value()) > 0)
              .limit(size)
              .toList());
    }
    assertThat(page(selection, "", Integer.MAX_VALUE)).isEqualTo(sorted);
    assertThat(selection).containsExactlyInAnyOrderElementsOf(sorted).hasSize(selection.size());
  }

  private static List<Thing> page(Selection<ImageId, Thing> selection, String after, int size) {
    ImmutableList.Builder<Thing> page = ImmutableList.builder();
    int left = size;
    for (Thing thing : selection.after(after)) {
      if (left-- == 0) {
        break;
      }
      page.add(thing);
    }
    return page.build();
  }

  /** Some near one another, which numbers of 64 bits do not tell apart, some far and some short. */
  private static ImageId id(Random random) {
    String prefix = List.of("ami-", "ami-", "ami-", "aki-", "ari-").get(random.nextInt(5));
    return ImageId.of(
        switch (random.nextInt(4)) {
          case 0 -> prefix + "%08x".formatted(random.nextInt());
          case 1 -> prefix + "%x%016x".formatted(random.nextInt(16), random.nextLong());
          case 2 -> prefix + "0" + "%016x".formatted(random.nextLong());
          default -> prefix + "0a" + "%015x".formatted(1 + random.nextInt(2_000));
        });
  }
}
