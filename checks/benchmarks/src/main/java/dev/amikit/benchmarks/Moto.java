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
 * constants: moto 5.2.4.dev, in-process backend, Python 3.11, as measured on 2 AMD EPYC cores. Its
 * first use is with the imports and the boto3 client. All images are one account's, and each has a
 * snapshot. Ratios say how often the library's figure goes into moto's.
 */
final class Moto implements Topic {
  private static final int LAST = 255;
  private static final double OF_SCANS = 10_000;
  private static final double MICROS = 1e3;
  private static final double MILLIS = 1e6;

  /** What calls of moto take when it has so many images, in nanoseconds. */
  private record Peer(
      Size size,
      double register,
      double describe,
      double prefix,
      double modify,
      double deregister) {}

  private static final Peer SMALL =
      new Peer(new Size(1000), 24 * MICROS, 34 * MICROS, 0.8 * MILLIS, 35 * MICROS, 1.0 * MICROS);
  private static final Peer LARGE = new Peer(
      new Size(100_000), 25 * MICROS, 13.2 * MILLIS, 113 * MILLIS, 12.1 * MILLIS, 1.2 * MICROS);
  private static final double TAG_OF_SMALL = 1170 * MILLIS;
  private static final double BYTES = 2481;
  private static final double BYTES_WITHOUT_TAGS = 2115;
  private static final double FIRST_USE = 2600 * MILLIS;

  /** A call, one of 256 that differ. */
  private interface Call {
    Object make(Ec2 ec2, int number);
  }

  @Override
  public ImmutableList<String> columns() {
    return ImmutableList.of("amikit", "moto", "ratio", "goal");
  }

  @Override
  public void measure(Ratios ratios) {
    Stock small = stock(SMALL);
    calls(ratios, SMALL, small);
    time(
        ratios,
        SMALL.size.of("describe by tag, 1 %"),
        describing(small, "tag:CostCenter", "cost-center-7"),
        TAG_OF_SMALL,
        OF_SCANS);
    Stock large = stock(LARGE);
    calls(ratios, LARGE, large);
    bytes(ratios, "heap, B an image", large, BYTES, 1 / 0.65);
    bytes(
        ratios,
        "heap, B an image without tags",
        large.withoutTags().withSnapshots(large.images()),
        BYTES_WITHOUT_TAGS,
        Ratios.NO_GOAL);
    time(ratios, "first use", StartUp.microsOf("registration") * MICROS, FIRST_USE, 20);
  }

  private static void calls(Ratios ratios, Peer moto, Stock stock) {
    ImmutableList<RegisterImage> requests =
        stock.next(LAST + 1).stream().map(Registering::request).collect(toImmutableList());
    ImageId[] ids =
        Arrays.stream(stock.picks()).limit(LAST + 1).map(Ami::imageId).toArray(ImageId[]::new);
    ImmutableList<ModifyImageAttribute> changes = Arrays.stream(ids)
        .map(id ->
            ModifyImageAttribute.builder().imageId(id).description("Rebuilt").build())
        .collect(toImmutableList());
    Ratios.Work register = calling(stock, (ec2, i) -> ec2.registerImage(requests.get(i)));
    Ratios.Work describe = calling(stock, (ec2, i) -> ec2.describeImage(ids[i]));
    Ratios.Work modify = calling(stock, (ec2, i) -> ec2.call(changes.get(i)));
    Ratios.Work deregister =
        calling(stock, (ec2, i) -> ec2.call(new DeregisterImage(ids[i], false)));
    Size size = moto.size;
    time(ratios, size.of("register"), register, moto.register, 5);
    time(
        ratios,
        size.of("describe by ID"),
        describe,
        moto.describe,
        size.isSmall() ? Ratios.NO_GOAL : OF_SCANS);
    time(
        ratios,
        size.of("describe by prefix of 5"),
        describing(stock, "name", "web-00-00001-*"),
        moto.prefix,
        size.isSmall() ? Ratios.NO_GOAL : OF_SCANS);
    time(ratios, size.of("modify"), modify, moto.modify, size.isSmall() ? Ratios.NO_GOAL : 1000);
    time(ratios, size.of("deregister"), deregister, moto.deregister, Ratios.NO_GOAL);
  }

  private static Stock stock(Peer moto) {
    Stock stock = Stock.ofCaller(moto.size);
    return stock.withSnapshots(Iterables.concat(stock.images(), stock.next(LAST + 1)));
  }

  private static Ratios.Work describing(Stock stock, String filter, String value) {
    ImageQuery query = ImageQuery.builder().filter(filter, value).build();
    return calling(stock, (ec2, i) -> ec2.describeImages(query));
  }

  /** Makes 256 calls in turn, and then begins anew with the same images. */
  private static Ratios.Work calling(Stock stock, Call call) {
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

  private static void time(Ratios ratios, String what, Ratios.Work work, double moto, double goal) {
    time(ratios, what, ratios.nanosOf(work), moto, goal);
  }

  private static void time(Ratios ratios, String what, double nanos, double moto, double goal) {
    ratios.row(
        what,
        Ratios.nanos(nanos),
        Ratios.nanos(moto),
        Ratios.ratio(moto / nanos),
        Ratios.ratio(goal));
  }

  private static void bytes(Ratios ratios, String what, Stock stock, double moto, double goal) {
    double bytes = Heap.bytesOf(stock.state()) / stock.images().size();
    ratios.row(
        what,
        Ratios.whole(bytes),
        Ratios.whole(moto),
        Ratios.ratio(moto / bytes),
        Ratios.ratio(goal));
  }
}
