package dev.amikit.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.image.DeregisterImage;
import dev.amikit.registry.image.ModifyImageAttribute;
import dev.amikit.registry.image.RegisterImage;
import java.util.Arrays;

/**
 * Calls of a registry beside what they cost in moto, a mock of AWS in Python. Moto's figures are
 * constants: moto 5.2.4.dev, in-process backend, Python 3.11, as measured on a quiet machine, for
 * which the library's are {@linkplain Quiet told} too. All images are one account's, and each has a
 * snapshot. Ratios say how often the library's figure goes into moto's.
 */
final class Moto implements Topic {
  private static final int LAST = Work.LAST;

  /** What calls of moto take when it has so many images, in nanoseconds. */
  private record Peer(
      Size size,
      double register,
      double describe,
      double prefix,
      double modify,
      double deregister) {}

  private static final Peer SMALL = new Peer(
      new Size(1000),
      24 * Figures.MICRO,
      34 * Figures.MICRO,
      0.8 * Figures.MILLI,
      35 * Figures.MICRO,
      1.0 * Figures.MICRO);
  private static final Peer LARGE = new Peer(
      new Size(100_000),
      25 * Figures.MICRO,
      13.2 * Figures.MILLI,
      113 * Figures.MILLI,
      12.1 * Figures.MILLI,
      1.2 * Figures.MICRO);
  private static final double TAG_OF_SMALL = 1170 * Figures.MILLI;
  private static final double BYTES = 2481;
  private static final double BYTES_WITHOUT_TAGS = 2115;
  private static final double FIRST_USE = 2600 * Figures.MILLI;

  /** A call, one of 256 that differ. */
  private interface Call {
    Object make(Ec2 ec2, int number);
  }

  @Override
  public ImmutableList<String> columns() {
    return ImmutableList.of("amikit", "moto", "ratio", "", "goal");
  }

  @Override
  public void measure(Meter meter) {
    Stock small = stock(SMALL);
    calls(meter, SMALL, small);
    time(
        meter,
        SMALL.size.of("describe by tag, 1 %"),
        describing(small, "tag:CostCenter", "cost-center-7"),
        TAG_OF_SMALL,
        Goal.atLeast("17", 10_000));
    Stock large = stock(LARGE);
    calls(meter, LARGE, large);
    bytes(meter, "heap, B an image", large, BYTES, Goal.atLeast("17", 1 / 0.65));
    bytes(
        meter,
        "heap, B an image without tags",
        large.withoutTags().withSnapshots(large.images()),
        BYTES_WITHOUT_TAGS,
        Goal.NONE);
    time(meter, "first use", StartUp.quietNanosOf("registration"), FIRST_USE, Goal.NONE);
  }

  private static void calls(Meter meter, Peer moto, Stock stock) {
    ImmutableList<RegisterImage> requests =
        stock.next(LAST + 1).stream().map(Registering::request).collect(toImmutableList());
    ImageId[] ids =
        Arrays.stream(stock.picks()).limit(LAST + 1).map(Ami::imageId).toArray(ImageId[]::new);
    ImmutableList<ModifyImageAttribute> changes = Arrays.stream(ids)
        .map(id ->
            ModifyImageAttribute.builder().imageId(id).description("Rebuilt").build())
        .collect(toImmutableList());
    Work register = calling(stock, (ec2, i) -> ec2.registerImage(requests.get(i)));
    Work describe = calling(stock, (ec2, i) -> ec2.describeImage(ids[i]));
    Work modify = calling(stock, (ec2, i) -> ec2.call(changes.get(i)));
    Work deregister = calling(stock, (ec2, i) -> ec2.call(new DeregisterImage(ids[i], false)));
    Size size = moto.size;
    boolean isLarge = !size.isSmall();
    time(meter, size.of("register"), register, moto.register, Goal.atLeast("17", 5));
    time(
        meter,
        size.of("describe by ID"),
        describe,
        moto.describe,
        Goal.atLeast("17", 5_000).onlyIf(isLarge));
    time(
        meter,
        size.of("describe by prefix of 5"),
        describing(stock, "name", "web-00-00001-*"),
        moto.prefix,
        Goal.atLeast("17", 10_000).onlyIf(isLarge));
    time(
        meter, size.of("modify"), modify, moto.modify, Goal.atLeast("17", 1_000).onlyIf(isLarge));
    time(meter, size.of("deregister"), deregister, moto.deregister, Goal.NONE);
  }

  private static Stock stock(Peer moto) {
    Stock stock = Stock.ofCaller(moto.size);
    return stock.withSnapshots(Iterables.concat(stock.images(), stock.next(LAST + 1)));
  }

  private static Work describing(Stock stock, String filter, String value) {
    ImageQuery query = ImageQuery.builder().filter(filter, value).build();
    return calling(stock, (ec2, i) -> ec2.describeImages(query));
  }

  /** Makes 256 calls in turn, and then begins anew with the same images. */
  private static Work calling(Stock stock, Call call) {
    InMemoryAmiRegistry registry = stock.registry();
    Ec2 ec2 = registry.account(Stock.CALLER).in(Stock.REGION);
    return (times, kept) -> {
      for (int i = 0; i < times; i++) {
        if ((i & LAST) == 0) {
          registry.restore(stock.state());
        }
        kept[i & LAST] = call.make(ec2, i & LAST);
      }
    };
  }

  private static void time(Meter meter, String what, Work work, double moto, Goal goal) {
    time(meter, what, Quiet.nanosOf(work), moto, goal);
  }

  private static void time(Meter meter, String what, double nanos, double moto, Goal goal) {
    compare(meter, what, Figures.time(nanos), Figures.time(moto), moto / nanos, goal);
  }

  private static void bytes(Meter meter, String what, Stock stock, double moto, Goal goal) {
    double bytes = Heap.bytesOf(stock.state()) / stock.images().size();
    compare(meter, what, Figures.whole(bytes), Figures.whole(moto), moto / bytes, goal);
  }

  private static void compare(
      Meter meter, String what, String ours, String motos, double ratio, Goal goal) {
    meter.row(what, ours, motos, Figures.of(ratio), "", goal);
    meter.keep(goal, what, ratio, "x");
  }
}
