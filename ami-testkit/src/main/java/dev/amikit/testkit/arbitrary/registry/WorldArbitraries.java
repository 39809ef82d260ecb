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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import org.jspecify.annotations.Nullable;

/** Makes worlds, and what is found in them. */
final class WorldArbitraries {
  /** How many choices a deed takes at most. */
  static final int CHOICES = 28;

  private static final ImmutableList<Integer> SMALL = ImmutableList.of(1, 2, 3, 5, 7, 11);
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
    return worlds(MOST_DEEDS, ImmutableList.of());
  }

  /** Worlds in which some things have been done at the end, though now and then one of them not. */
  static Arbitrary<World> worldsAfter(ImmutableList<Deed.Kind> deeds) {
    return worlds(DEEDS_BEFORE, deeds);
  }

  private static Arbitrary<World> worlds(int before, ImmutableList<Deed.Kind> deeds) {
    return Arbitraries.fromGenerator(random ->
        new Tale<>(Script.of(random, before, deeds), script -> {
          World world = script.world();
          return new Told<>(world, script.of(world, List.of()));
        }));
  }

  /** Requests of one kind. */
  static Arbitrary<Asked> asked(OperationKind kind) {
    return Arbitraries.fromGenerator(random ->
        new Tale<>(Script.of(random, DEEDS_BEFORE, kind.needs()), script -> {
          World world = script.world();
          Draw draw = new Draw(script.last());
          Deed.Call call = kind.call().in(new Scene(world.state(), world.now(), WRONG, draw));
          return new Told<>(new Asked(world, call), script.of(world, used(script.last(), draw)));
        }));
  }

  /** A call in a world. */
  record Asked(World world, Deed.Call call) {
    Request<?> request() {
      return new Request<>(world.situation(call.caller(), call.region()), call.operation());
    }
  }

  /** The numbers by which choices were made, and 0 for those that would not have been needed. */
  static List<Integer> used(List<Integer> numbers, Draw draw) {
    List<Integer> used = new ArrayList<>(Collections.nCopies(numbers.size(), 0));
    for (int i = 0; i < draw.made(); i++) {
      used.set(i, numbers.get(i));
    }
    return used;
  }

  /**
   * What a world, and what is found in it, is made by.
   *
   * @param settings which of the settings the registry has
   * @param attempts what is tried in it
   * @param last numbers to choose by in the world that it comes to
   */
  private record Script(int settings, List<Attempt> attempts, List<Integer> last) {
    static Script of(Random random, int before, List<Deed.Kind> deeds) {
      List<Attempt> attempts = new ArrayList<>();
      for (int i = 0; i < before; i++) {
        Deed.Kind kind = Kinds.ALL.get(random.nextInt(Kinds.ALL.size()));
        attempts.add(new Attempt(kind, WRONG_MEANWHILE, numbers(random)));
      }
      for (Deed.Kind kind : deeds) {
        if (!isLeftOut(random)) {
          attempts.add(new Attempt(kind, WRONG_BEFORE, numbers(random)));
        }
        if (!isLeftOut(random)) {
          attempts.add(new Attempt(Happenings::complete, WRONG_BEFORE, numbers(random)));
        }
      }
      return new Script(random.nextInt(SETTINGS.size()), attempts, numbers(random));
    }

    private static boolean isLeftOut(Random random) {
      return random.nextInt(WRONG_BEFORE) == 0;
    }

    private static List<Integer> numbers(Random random) {
      return random.ints(CHOICES, 0, 1 << 20).boxed().toList();
    }

    World world() {
      return World.of(SETTINGS.get(settings), attempts);
    }

    /** The same without what made no difference. */
    Script of(World world, List<Integer> used) {
      return new Script(settings, world.attempts(), used);
    }

    /** Plainer ones: shorter, then with plainer settings, then with plainer choices. */
    Stream<Script> plainer() {
      return Stream.of(
              Draw.shorter(attempts).map(fewer -> new Script(settings, fewer, last)),
              Stream.of(new Script(0, attempts, last)).filter(script -> settings != 0),
              withPlainer(Draw::zeroed),
              withPlainer(Script::smaller))
          .flatMap(scripts -> scripts);
    }

    private Stream<Script> withPlainer(Function<List<Integer>, Stream<List<Integer>>> plainer) {
      Stream<Script> meanwhile = IntStream.range(0, attempts.size())
          .boxed()
          .flatMap(i -> plainer.apply(attempts.get(i).numbers()).map(numbers -> {
            List<Attempt> changed = new ArrayList<>(attempts);
            changed.set(i, attempts.get(i).by(numbers));
            return new Script(settings, changed, last);
          }));
      Stream<Script> atLast =
          plainer.apply(last).map(numbers -> new Script(settings, attempts, numbers));
      return Stream.concat(meanwhile, atLast);
    }

    /** One of the numbers becomes one of few small ones, by which there is little to try. */
    private static Stream<List<Integer>> smaller(List<Integer> numbers) {
      return IntStream.range(0, numbers.size())
          .boxed()
          .flatMap(i -> SMALL.stream().filter(small -> small < numbers.get(i)).map(small -> {
            List<Integer> others = new ArrayList<>(numbers);
            others.set(i, small);
            return others;
          }));
    }

    ShrinkingDistance distance() {
      long choices = Stream.concat(
              attempts.stream().flatMap(attempt -> attempt.numbers().stream()), last.stream())
          .mapToLong(number -> number)
          .sum();
      return ShrinkingDistance.of(attempts.size(), settings, choices);
    }
  }

  /** What a script comes to, and the script without what made no difference to that. */
  private record Told<T>(T value, Script plain) {}

  /** What a script comes to, found out once; it never changes. */
  private static final class Tale<T> implements Shrinkable<T> {
    private final Script script;
    private final Function<Script, Told<T>> telling;
    private @Nullable Told<T> told;

    Tale(Script script, Function<Script, Told<T>> telling) {
      this.script = script;
      this.telling = telling;
    }

    private Told<T> told() {
      Told<T> once = told;
      if (once == null) {
        once = telling.apply(script);
        told = once;
      }
      return once;
    }

    @Override
    public T value() {
      return told().value();
    }

    @Override
    public Stream<Shrinkable<T>> shrink() {
      return told().plain().plainer().map(plainer -> new Tale<>(plainer, telling));
    }

    @Override
    public ShrinkingDistance distance() {
      return script.distance();
    }
  }
}
