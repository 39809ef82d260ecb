package dev.amikit.testkit.arbitrary.registry;

import com.google.common.collect.ImmutableList;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.state.Task;
import dev.amikit.testkit.arbitrary.registry.World.Attempt;
import dev.amikit.testkit.registry.Draw;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import org.jspecify.annotations.Nullable;

/** Makes worlds, and what is found in them. */
final class WorldArbitraries {
  /** How many choices a deed takes at most. */
  static final int CHOICES = 28;

  private static final int MOST_DEEDS = 16;
  private static final int DEEDS_BEFORE = 8;

  /** One time out of how many something is wrong with a request. */
  private static final int WRONG = 8;

  /** Seldom, as one thing that is wrong undoes what comes after it. */
  private static final int WRONG_BEFORE = 40;

  /** What is refused meanwhile changes nothing. */
  private static final int WRONG_MEANWHILE = 20;

  /** The plainest first. */
  private static final ImmutableList<RegistrySettings> SETTINGS = ImmutableList.of(
      settings().build(),
      settings().build(),
      settings().build(),
      settings().completion(CompletionPolicy.after(Duration.ofMinutes(20))).build(),
      settings().completion(CompletionPolicy.after(Duration.ofHours(30))).build(),
      settings().completion(CompletionPolicy.whenTold()).build(),
      failing(
          Task.Kind.IMAGE_COPY,
          Task.Kind.IMAGE_STORAGE,
          Task.Kind.IMAGE_USAGE_COUNT,
          Task.Kind.SNAPSHOT_COPY,
          Task.Kind.ARCHIVAL,
          Task.Kind.SNAPSHOT_PROVISIONING),
      settings()
          .quotas(Quotas.builder()
              .images(2)
              .publicImages(1)
              .usageReports(1)
              .retentionRules(1)
              .archivals(1)
              .sharingEntities(1)
              .tags(2)
              .build())
          .build());

  private WorldArbitraries() {}

  private static RegistrySettings.Builder settings() {
    return RegistrySettings.builder().ids(IdSource.counting());
  }

  private static RegistrySettings failing(Task.Kind... kinds) {
    RegistrySettings.Builder settings = settings();
    for (Task.Kind kind : kinds) {
      settings.completion(
          kind, CompletionPolicy.after(Duration.ofHours(1)).failing(Happenings.NO_LUCK));
    }
    return settings.build();
  }

  private static final class Kinds {
    /** What happens in a world by itself; what comes more than once is more frequent. */
    static final ImmutableList<Deed.Kind> ALL = Stream.of(
            OperationKind.all().entrySet().stream()
                .filter(kind -> !ReadOperation.class.isAssignableFrom(kind.getKey()))
                .map(kind -> kind.getValue().call()),
            Stream.<Deed.Kind>generate(() -> ImageCalls::register).limit(20),
            Stream.<Deed.Kind>generate(() -> Happenings::time).limit(4),
            Stream.<Deed.Kind>generate(() -> Happenings::complete).limit(3),
            Stream.<Deed.Kind>of(
                ImageCalls::publish,
                ImageCalls::publish,
                ImageCalls::share,
                ImageCalls::copy,
                ImageCalls::copy,
                InstanceCalls::run,
                InstanceCalls::run,
                InstanceCalls::run,
                RecycleBinCalls::createForImages,
                RecycleBinCalls::createForImages,
                RecycleBinCalls::createForImages,
                RecycleBinCalls::createForSnapshots,
                ImageCalls::bin,
                ImageCalls::bin,
                ImageCalls::bin,
                ImageCalls::bin,
                Happenings::windows,
                Happenings::windows,
                Happenings::organization,
                Happenings::policy,
                Happenings::key,
                Happenings::object,
                Happenings::fail))
        .<Deed.Kind>flatMap(kinds -> kinds)
        .collect(ImmutableList.toImmutableList());
  }

  /** Worlds of a size that one can take in. */
  static Arbitrary<World> worlds() {
    return kept(plans(MOST_DEEDS, ImmutableList.of()).map(World.Plan::world));
  }

  /** Worlds in which some things have been done at the end, though now and then one of them not. */
  static Arbitrary<World> worldsAfter(ImmutableList<Deed.Kind> deeds) {
    return kept(plans(DEEDS_BEFORE, deeds).map(World.Plan::world));
  }

  /** Requests of one kind. */
  static Arbitrary<Asked> asked(OperationKind kind) {
    return kept(Combinators.combine(plans(DEEDS_BEFORE, kind.needs()), Draw.quickNumbers(CHOICES))
        .as((plan, numbers) -> Asked.of(plan.world(), kind, new Draw(numbers))));
  }

  /** A call in a world. */
  record Asked(World world, Deed.Call call) {
    static Asked of(World world, OperationKind kind, Draw draw) {
      return new Asked(world, kind.call().in(new Scene(world.state(), world.now(), WRONG, draw)));
    }

    Request<?> request() {
      return new Request<>(world.situation(call.caller(), call.region()), call.operation());
    }
  }

  private static Arbitrary<World.Plan> plans(int before, ImmutableList<Deed.Kind> needs) {
    int each = CHOICES + 2;
    return Combinators.combine(
            Draw.quickNumbers(1 + each * needs.size()), Draw.listOf(before, attempts()))
        .as((numbers, attempts) -> {
          RegistrySettings settings = new Draw(numbers).one(SETTINGS);
          ImmutableList.Builder<Attempt> all = ImmutableList.builder();
          all.addAll(attempts);
          for (int i = 0; i < needs.size(); i++) {
            List<Integer> own = numbers.subList(1 + i * each, 1 + (i + 1) * each);
            Draw draw = new Draw(own);
            boolean isDone = draw.below(16) != 0; // shrinks to what is not done
            boolean isEnded = draw.below(16) != 0;
            List<Integer> rest = own.subList(2, each);
            if (isDone) {
              all.add(new Attempt(needs.get(i), WRONG_BEFORE, rest));
            }
            if (isDone && isEnded) {
              all.add(new Attempt(Happenings::complete, WRONG_BEFORE, rest));
            }
          }
          return new World.Plan(settings, all.build());
        });
  }

  private static Arbitrary<Attempt> attempts() {
    return Combinators.combine(Arbitraries.of(Kinds.ALL).dontShrink(), Draw.quickNumbers(CHOICES))
        .as((kind, numbers) -> new Attempt(kind, WRONG_MEANWHILE, numbers));
  }

  /** The same values, each made once, however often jqwik asks for it; they never change. */
  static <T> Arbitrary<T> kept(Arbitrary<T> values) {
    return Arbitraries.fromGenerator(new RandomGenerator<>() {
      private final RandomGenerator<T> generator = values.generator(1_000);

      @Override
      public Shrinkable<T> next(Random random) {
        return new Kept<>(generator.next(random));
      }
    });
  }

  private static final class Kept<T> implements Shrinkable<T> {
    private final Shrinkable<T> source;
    private @Nullable T value;

    Kept(Shrinkable<T> source) {
      this.source = source;
    }

    @Override
    public T value() {
      T made = value;
      if (made == null) {
        made = source.value();
        value = made;
      }
      return made;
    }

    @Override
    public Stream<Shrinkable<T>> shrink() {
      return source.shrink().map(Kept::new);
    }

    @Override
    public ShrinkingDistance distance() {
      return source.distance();
    }
  }
}
