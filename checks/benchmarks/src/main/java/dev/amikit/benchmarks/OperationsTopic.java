package dev.amikit.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Comparator.comparingDouble;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.testkit.arbitrary.registry.RegistryArbitraries;
import dev.amikit.testkit.arbitrary.registry.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Every operation, carried out in small worlds, and in the same with many images of others: the
 * dearest first, to see which stand out. A world has a few images, snapshots and instances.
 */
final class OperationsTopic implements Topic {
  private static final int WORLDS = 8;

  /** Nobody in a world sees them: they are private, and of none of its accounts. */
  private static final ImmutableList<Ami> OTHERS = new Numbering(1_000)
      .images(Numbering.GROUP, 1_000).stream()
          .map(ami -> ami.withLaunchPermissions(ImmutableSet.of()))
          .collect(toImmutableList());

  private static final Goal FACTOR = Goal.atMost("20", 3.0);

  /** What an operation costs, in quiet microseconds, and that with the images of others. */
  private record Cost(String operation, double micros, double bytes, double microsAmongOthers) {
    double factor() {
      return microsAmongOthers / micros;
    }
  }

  @Override
  public ImmutableList<String> columns() {
    return ImmutableList.of("us, quiet", "B", "among 1,000", "factor");
  }

  @Override
  public void measure(Meter meter) {
    List<Cost> costs = new ArrayList<>();
    JqwikSession.run(() -> RegistryArbitraries.operations().forEach(type -> costs.add(cost(type))));
    costs.sort(comparingDouble(Cost::micros).reversed());
    costs.forEach(cost -> meter.row(
        cost.operation,
        Figures.of(cost.micros),
        Figures.whole(cost.bytes),
        Figures.of(cost.microsAmongOthers),
        Figures.of(cost.factor())));
    costs.stream()
        .max(comparingDouble(Cost::factor))
        .ifPresent(most -> meter.keep(
            FACTOR,
            "%s among 1,000 images of others, beside alone: the greatest factor"
                .formatted(most.operation),
            most.factor(),
            "x"));
  }

  private static Cost cost(Class<? extends Operation<?>> type) {
    ImmutableList<Request<?>> requests = requests(type);
    ImmutableList<Request<?>> amongOthers =
        requests.stream().map(OperationsTopic::amongOthers).collect(toImmutableList());
    ImmutableList<Side> sides = Side.inTurn(
        Pace.BRISK, ImmutableList.of(deciding(requests), deciding(amongOthers), Quiet.building()));
    Side building = sides.get(2);
    return new Cost(
        type.getSimpleName(),
        Quiet.nanos(sides.get(0), building) / Figures.MICRO,
        sides.get(0).median(Side.Slice::bytes),
        Quiet.nanos(sides.get(1), building) / Figures.MICRO);
  }

  @SuppressWarnings("unchecked") // what it answers with is of no matter
  private static ImmutableList<Request<?>> requests(Class<? extends Operation<?>> type) {
    RandomGenerator<Request<Object>> carriedOut =
        RegistryArbitraries.carriedOut((Class<Operation<Object>>) type).generator(WORLDS, false);
    Random random = new Random(20260101);
    return Stream.generate(() -> carriedOut.next(random).value())
        .limit(WORLDS)
        .collect(toImmutableList());
  }

  /** The same request where others have many images, each with its snapshot. */
  private static Request<?> amongOthers(Request<?> request) {
    Situation there = request.situation();
    PartitionState state = there.state().after(others(there.region()));
    return new Request<>(
        new Situation(state, there.caller(), there.region(), there.now(), there.settings()),
        request.operation());
  }

  private static Iterable<RegistryEvent> others(Region region) {
    return Iterables.concat(
        Iterables.transform(OTHERS, ami -> Registering.snapshot(region, ami)),
        Iterables.transform(OTHERS, ami -> new RegistryEvent.ImageCreated(region, ami)));
  }

  private static Work deciding(ImmutableList<Request<?>> requests) {
    return (times, kept) -> {
      for (int i = 0; i < times; i++) {
        kept[i & Work.LAST] = requests.get(i % WORLDS).decide().orThrow();
      }
    };
  }
}
