package dev.amikit.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import io.vavr.collection.HashMap;
import java.util.Arrays;
import java.util.Map;

/** The state of a registry beside tables that keep no rule, no index and no older state. */
final class RegistryTopic implements Topic {
  private static final int LAST = 255;
  private static final int MOST_LAID_OUT = 100_000;
  private static final double HEAP_GOAL = 260;

  @Override
  public void measure(Ratios ratios) {
    for (Size size : Size.all()) {
      Stock stock = Stock.of(size);
      Map<ImageId, PlainAmi> records = stock.records();
      lookUp(ratios, size, stock, records);
      commands(ratios, size, stock, records);
      registration(ratios, size, stock, records);
      heap(ratios, size, stock);
    }
  }

  private static void lookUp(
      Ratios ratios, Size size, Stock stock, Map<ImageId, PlainAmi> records) {
    ImageId[] ids = Arrays.stream(stock.picks()).map(Ami::imageId).toArray(ImageId[]::new);
    int last = ids.length - 1;
    ratios.compare(
        size.of("look-up by ID"),
        size.images() == 100_000 ? 2.6 : 2.0,
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            kept[i & LAST] = stock.state().image(Stock.REGION, ids[i & last]);
          }
        },
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            kept[i & LAST] = records.get(ids[i & last]);
          }
        });
  }

  private static void commands(
      Ratios ratios, Size size, Stock stock, Map<ImageId, PlainAmi> records) {
    Ami[] picks = stock.picks();
    Commands descriptions = Commands.descriptions(picks);
    Commands states = Commands.states(picks);
    ratios.compare(
        size.of("ModifyImageAttribute"),
        size.isSmall() ? 2.0 : 1.5,
        descriptions.upon(stock.state()),
        descriptions.replacing(records));
    ratios.compare(
        size.of("ModifyImageAttribute, called"),
        Ratios.NO_GOAL,
        descriptions.calling(stock.registry()),
        descriptions.replacing(records));
    ratios.compare(
        size.of("DisableImage, EnableImage"),
        Ratios.NO_GOAL,
        states.upon(stock.state()),
        states.replacing(records));
    ratios.compare(
        size.of("the same beside no indexes"),
        1.6,
        states.upon(stock.state()),
        states.withoutIndexes(HashMap.ofAll(Maps.uniqueIndex(stock.images(), Ami::imageId))));
  }

  private static void registration(
      Ratios ratios, Size size, Stock stock, Map<ImageId, PlainAmi> records) {
    ImmutableList<Ami> next = stock.next(LAST + 1);
    PlainAmi record = stock.numbering().record(size.images());
    ImmutableList<RegistryEvent> events =
        next.stream().map(Stock::created).collect(toImmutableList());
    ImmutableList<RegisterImage> requests =
        next.stream().map(Registering::request).collect(toImmutableList());
    PartitionState state = stock.withSnapshots(next).state();
    Ratios.Work floor = (times, kept) -> {
      for (int i = 0; i < times; i++) {
        kept[i & LAST] = records.put(next.get(i & LAST).imageId(), record);
      }
    };
    ratios.compare(
        size.of("ImageCreated"),
        Ratios.NO_GOAL,
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            kept[i & LAST] = state.after(events.get(i & LAST));
          }
        },
        floor);
    ratios.compare(
        size.of("RegisterImage"),
        Ratios.NO_GOAL,
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            kept[i & LAST] =
                Stock.after(state, next.get(i & LAST).ownerId(), requests.get(i & LAST));
          }
        },
        floor);
  }

  private static void heap(Ratios ratios, Size size, Stock stock) {
    if (size.images() <= MOST_LAID_OUT) {
      double tables = Heap.bytesOf(stock.state()) - Heap.bytesOf(stock.images());
      ratios.compareFigures(
          size.of("tables and indexes, B an image"), 1.0, tables / size.images(), HEAP_GOAL);
    }
  }
}
