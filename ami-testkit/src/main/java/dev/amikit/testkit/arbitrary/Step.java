package dev.amikit.testkit.arbitrary;

import com.google.common.collect.ImmutableList;
import dev.amikit.lifecycle.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * One of several commands that follow each other.
 *
 * @param <T> the type of what they are asked of
 * @param command what is given at a time
 * @param pause how long it then takes to the next
 */
record Step<T>(Function<Instant, ? extends Command<T>> command, Duration pause) {
  /** Steps of which some follow at once, some a day later, some years. */
  static <T> Arbitrary<Step<T>> of(
      Arbitrary<? extends Function<Instant, ? extends Command<T>>> commands) {
    return Combinators.combine(commands, pauses()).as(Step::new);
  }

  /** So many commands one after another. */
  static <T> Arbitrary<ImmutableList<TimedCommand<T>>> sequences(
      Arbitrary<Step<T>> steps, Instant begin, int number) {
    return steps.list().ofSize(number).map(each -> timed(begin, each));
  }

  TimedCommand<T> at(Instant now) {
    return new TimedCommand<>(command.apply(now), now);
  }

  private static Arbitrary<Duration> pauses() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.longs().between(0, 90_000).map(Duration::ofSeconds)),
        Tuple.of(2, Arbitraries.of(Duration.ZERO, Duration.ofHours(24), Duration.ofNanos(1))),
        Tuple.of(1, Arbitraries.longs().between(1, 400).map(Duration::ofDays)));
  }

  private static <T> ImmutableList<TimedCommand<T>> timed(Instant begin, List<Step<T>> steps) {
    ImmutableList.Builder<TimedCommand<T>> commands = ImmutableList.builder();
    Instant now = begin;
    for (Step<T> step : steps) {
      commands.add(step.at(now));
      now = now.plus(step.pause);
    }
    return commands.build();
  }
}
