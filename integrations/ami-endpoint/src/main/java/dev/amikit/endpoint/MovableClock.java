package dev.amikit.endpoint;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes as another one does, but ahead by what it was told to pass. Thread-safe. */
public final class MovableClock extends Clock {
  private final Clock clock;
  private final AtomicReference<Duration> ahead;

  private MovableClock(Clock clock, AtomicReference<Duration> ahead) {
    this.clock = clock;
    this.ahead = ahead;
  }

  /** {@return a clock that goes with the system's} */
  public static MovableClock system() {
    return of(Clock.systemUTC());
  }

  /**
   * Returns a clock that goes with another one.
   *
   * @param clock the other one, which may stand still
   * @return the clock
   */
  public static MovableClock of(Clock clock) {
    requireNonNull(clock, "clock");
    return new MovableClock(clock, new AtomicReference<>(Duration.ZERO));
  }

  /**
   * Lets time pass.
   *
   * @param duration how much
   */
  public void pass(Duration duration) {
    requireNonNull(duration, "duration");
    Duration unused = ahead.accumulateAndGet(duration, Duration::plus);
  }

  @Override
  public Instant instant() {
    return clock.instant().plus(requireNonNull(ahead.get()));
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  /** {@return the same clock in a zone; what the one is told to pass, passes for the other} */
  @Override
  public Clock withZone(ZoneId zone) {
    requireNonNull(zone, "zone");
    return new MovableClock(clock.withZone(zone), ahead);
  }
}
