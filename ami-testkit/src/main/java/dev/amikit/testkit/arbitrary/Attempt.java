package dev.amikit.testkit.arbitrary;

import static net.jqwik.api.Combinators.combine;

import dev.amikit.lifecycle.Command;
import dev.amikit.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * A command, what it is given for, and when.
 *
 * @param <T> the type of what it is given for
 */
record Attempt<T>(T value, Command<T> command, Instant now) {
  /** Makes an attempt of a value, a time and how much that time is missed. */
  interface Making<T> {
    Attempt<T> of(T value, Instant time, Duration moment);
  }

  static <T> Arbitrary<Attempt<T>> attempts(
      Arbitrary<T> values, Arbitrary<? extends Command<T>> commands) {
    return combine(values, commands, AmiArbitraries.instants()).as(Attempt::new);
  }

  static <T> Arbitrary<Attempt<T>> timed(Arbitrary<T> values, Making<T> attempt) {
    return combine(values, AmiArbitraries.instants(), moments()).as(attempt::of);
  }

  /** Times from a nanosecond to a day: by so much a rule is missed. */
  static Arbitrary<Duration> moments() {
    return Arbitraries.longs().between(1, Duration.ofDays(1).toNanos()).map(Duration::ofNanos);
  }

  RefusedCommand<T> against(Rule rule) {
    return new RefusedCommand<>(rule, value, new TimedCommand<>(command, now));
  }
}
