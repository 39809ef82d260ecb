package dev.amikit.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.ImageSource;
import dev.amikit.query.Viewer;
import dev.amikit.registry.ModifyImageAttribute;
import dev.amikit.registry.Outcome;
import dev.amikit.registry.PartitionState;
import dev.amikit.registry.RegistryEvent;
import dev.amikit.registry.RegistrySettings;
import dev.amikit.registry.Situation;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.openjdk.jol.info.GraphLayout;

/**
 * A registry of 1,000, 100,000 and 1,000,000 images beside a mutable table of records, and its
 * queries beside a look through all images.
 *
 * <p>The images belong to 100 accounts, and are named in groups of five of one owner each. The
 * first account asks.
 */
final class RegistryTopic implements Topic {
  private static final int LAST = 255;
  private static final int LAST_PICK = 4095;
  private static final int ACCOUNTS = 100;
  private static final int GROUP = 5;
  private static final int HEAP_IMAGES = 100_000;
  private static final Region REGION = Region.US_EAST_1;
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final RegistrySettings SETTINGS = RegistrySettings.builder().build();
  private static final Viewer VIEWER = Viewer.of(AccountId.of(owner(0)), NOW);

  /** How many images there are, and what is wanted at that size. */
  private record Size(int images, double lookUpGoal, double commandGoal) {
    String of(String what) {
      return "%s, %,d".formatted(what, images);
    }
  }

  private static final ImmutableList<Size> SIZES = ImmutableList.of(
      new Size(1000, 2.0, 2.0), new Size(100_000, 2.6, 1.5), new Size(1_000_000, 2.0, 1.5));

  /** The same images as a registry has them, and as a table does. */
  private record Stock(List<Ami> images, PartitionState state, Map<ImageId, PlainAmi> table) {
    static Stock of(int count) {
      Ami[] images = new Ami[count];
      Map<ImageId, PlainAmi> table = new HashMap<>();
      PartitionState state = PartitionState.empty();
      for (int i = 0; i < count; i++) {
        images[i] = image(i);
        table.put(images[i].imageId(), PlainAmi.of(raw(i)));
        state = state.after(new RegistryEvent.ImageCreated(REGION, images[i]));
      }
      return new Stock(Arrays.asList(images), state, table);
    }

    /** Images picked at random, with IDs that are not the very objects that are kept. */
    Ami[] picks() {
      Random random = new Random(20260101);
      Ami[] picks = new Ami[LAST_PICK + 1];
      for (int i = 0; i <= LAST_PICK; i++) {
        picks[i] = image(random.nextInt(images.size()));
      }
      return picks;
    }
  }

  @Override
  public void measure(Ratios ratios) {
    for (Size size : SIZES) {
      Stock stock = Stock.of(size.images);
      lookUp(ratios, size, stock);
      command(ratios, size, stock);
      registration(ratios, size, stock);
      queries(ratios, size, stock);
    }
    heap(ratios);
  }

  private static void heap(Ratios ratios) {
    // Records hide where their fields lie; JOL then asks the VM.
    System.setProperty("jol.magicFieldOffset", "true");
    Stock stock = Stock.of(HEAP_IMAGES);
    ratios.compareFigures(
        "heap, B, with indexes, %,d".formatted(HEAP_IMAGES),
        1.0,
        bytesOfEach(stock.state),
        bytesOfEach(stock.images));
  }

  private static void lookUp(Ratios ratios, Size size, Stock stock) {
    ImageId[] ids = Arrays.stream(stock.picks()).map(Ami::imageId).toArray(ImageId[]::new);
    ratios.compare(
        size.of("look-up by ID"),
        size.lookUpGoal,
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            kept[i & LAST] = stock.state.image(REGION, ids[i & LAST_PICK]);
          }
        },
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            kept[i & LAST] = stock.table.get(ids[i & LAST_PICK]);
          }
        });
  }

  private static void command(Ratios ratios, Size size, Stock stock) {
    Ami[] picks = stock.picks();
    ModifyImageAttribute[] commands = new ModifyImageAttribute[LAST_PICK + 1];
    for (int i = 0; i <= LAST_PICK; i++) {
      commands[i] = ModifyImageAttribute.builder()
          .imageId(picks[i].imageId())
          .description("Rebuilt")
          .build();
    }
    ratios.compare(
        size.of("command"),
        size.commandGoal,
        (times, kept) -> {
          PartitionState state = stock.state;
          for (int i = 0; i < times; i++) {
            int pick = i & LAST_PICK;
            Outcome<Boolean> outcome = commands[pick].decide(
                new Situation(state, picks[pick].ownerId(), REGION, NOW, SETTINGS));
            state = ((Outcome.Done<Boolean>) outcome).state();
          }
          kept[0] = state;
        },
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            ImageId id = picks[i & LAST_PICK].imageId();
            PlainAmi present = Objects.requireNonNull(stock.table.get(id));
            kept[i & LAST] = stock.table.put(id, present.withDescription(Optional.of("Rebuilt")));
          }
        });
  }

  private static void registration(Ratios ratios, Size size, Stock stock) {
    RegistryEvent[] events = new RegistryEvent[LAST + 1];
    ImageId[] ids = new ImageId[LAST + 1];
    PlainAmi[] records = new PlainAmi[LAST + 1];
    for (int i = 0; i <= LAST; i++) {
      Ami image = image(size.images + i);
      events[i] = new RegistryEvent.ImageCreated(REGION, image);
      ids[i] = image.imageId();
      records[i] = PlainAmi.of(raw(size.images + i));
    }
    ratios.compare(
        size.of("registration"),
        1.0,
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            kept[i & LAST] = stock.state.after(events[i & LAST]);
          }
        },
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            kept[i & LAST] = stock.table.put(ids[i & LAST], records[i & LAST]);
          }
        });
  }

  private static void queries(Ratios ratios, Size size, Stock stock) {
    ImageQuery.Builder byId =
        ImageQuery.builder().imageIds(stock.images.get(0).imageId().value());
    query(ratios, size.of("query, ID"), byId, stock);
    query(ratios, size.of("query, owner self"), ImageQuery.builder().owners("self"), stock);
    query(ratios, size.of("query, name"), named(name(0)), stock);
    query(ratios, size.of("query, prefix of 5"), named("web-000100-*"), stock);
    query(ratios, size.of("query, infix"), named("*-000100-*"), stock);
    query(ratios, size.of("query, tag"), tagged("Team", "team-3"), stock);
    query(
        ratios,
        size.of("query, owner, state, tag"),
        tagged("Environment", "production-1").owners("self").filter("state", "available"),
        stock);
  }

  private static void query(Ratios ratios, String what, ImageQuery.Builder builder, Stock stock) {
    ImageQuery query = builder.build();
    ImageSource indexed = stock.state.imageSource(REGION);
    ImageSource all = ImageSource.of(stock.images);
    ratios.compare(
        what,
        1.0,
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            kept[i & LAST] = query.result(indexed, VIEWER);
          }
        },
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            kept[i & LAST] = query.result(all, VIEWER);
          }
        });
  }

  private static ImageQuery.Builder named(String pattern) {
    return ImageQuery.builder().filter("name", pattern);
  }

  private static ImageQuery.Builder tagged(String key, String value) {
    return ImageQuery.builder().filter("tag:" + key, value);
  }

  private static double bytesOfEach(Object images) {
    return (double) GraphLayout.parseInstance(images).totalSize() / HEAP_IMAGES;
  }

  private static Ami image(int number) {
    return TypicalAmi.of(raw(number))
        .withTags(Tags.of(
            Tag.of("Environment", "production-" + number % 3),
            Tag.of("Team", "team-" + (number / (GROUP * ACCOUNTS) + number) % 20)));
  }

  private static RawImage raw(int number) {
    return RawImage.numbered(number).of(owner(number), name(number));
  }

  private static String owner(int number) {
    return "%012d".formatted(111_122_223_333L + number / GROUP % ACCOUNTS);
  }

  private static String name(int number) {
    return "web-%06d-%d".formatted(number / GROUP, number % GROUP);
  }
}
