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

/** What is done with a registry of many images, and the same with a table of records. */
final class RegistryWork {
  private static final int LAST = Work.LAST;

  private final Stock stock;
  private final Map<ImageId, PlainAmi> records;
  private final ImageId[] ids;
  private final Commands descriptions;
  private final Commands states;
  private final ImmutableList<Ami> next;
  private final PartitionState stateForNext;

  RegistryWork(Stock stock) {
    this.stock = stock;
    this.records = stock.records();
    Ami[] picks = stock.picks();
    this.ids = Arrays.stream(picks).map(Ami::imageId).toArray(ImageId[]::new);
    this.descriptions = Commands.descriptions(picks);
    this.states = Commands.states(picks);
    this.next = stock.next(LAST + 1);
    this.stateForNext = stock.withSnapshots(next).state();
  }

  Work lookUp() {
    return (times, kept) -> {
      for (int i = 0; i < times; i++) {
        kept[i & LAST] = stock.state().image(Stock.REGION, ids[i & (ids.length - 1)]);
      }
    };
  }

  Work plainLookUp() {
    return (times, kept) -> {
      for (int i = 0; i < times; i++) {
        kept[i & LAST] = records.get(ids[i & (ids.length - 1)]);
      }
    };
  }

  /** ModifyImageAttribute. */
  Work describing() {
    return descriptions.upon(stock.state());
  }

  /** ModifyImageAttribute of a registry. */
  Work describingByCall() {
    return descriptions.calling(stock.registry());
  }

  Work plainDescribing() {
    return descriptions.replacing(records);
  }

  /** DisableImage and EnableImage. */
  Work disabling() {
    return states.upon(stock.state());
  }

  Work plainDisabling() {
    return states.replacing(records);
  }

  /** The same commands to images of a table that has no indexes. */
  Work disablingWithoutIndexes() {
    return states.withoutIndexes(HashMap.ofAll(Maps.uniqueIndex(stock.images(), Ami::imageId)));
  }

  /** The event ImageCreated. */
  Work creating() {
    ImmutableList<RegistryEvent> events =
        next.stream().map(Stock::created).collect(toImmutableList());
    return (times, kept) -> {
      for (int i = 0; i < times; i++) {
        kept[i & LAST] = stateForNext.after(events.get(i & LAST));
      }
    };
  }

  /** RegisterImage, each with a snapshot of its own. */
  Work registering() {
    ImmutableList<RegisterImage> requests =
        next.stream().map(Registering::request).collect(toImmutableList());
    return (times, kept) -> {
      for (int i = 0; i < times; i++) {
        kept[i & LAST] =
            Stock.after(stateForNext, next.get(i & LAST).ownerId(), requests.get(i & LAST));
      }
    };
  }

  /** Puts a record, which is there from the second round on. */
  Work plainRegistering() {
    PlainAmi record = stock.numbering().record(stock.images().size());
    return (times, kept) -> {
      for (int i = 0; i < times; i++) {
        kept[i & LAST] = records.put(next.get(i & LAST).imageId(), record);
      }
    };
  }
}
