package dev.amikit.testkit.ec2;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told that time passes. Safe for many threads. */
public final class MovableClock extends Clock {
  private final AtomicReference<Instant> now;

  /**
   * Stands still at a time.
   *
   * @param now the time
   */
  public MovableClock(Instant now) {
    this.now = new AtomicReference<>(requireNonNull(now, "now"));
  }

  /**
   * Lets time pass.
   *
   * @param duration how much, 0 or more
   * @throws IllegalArgumentException if it is less than 0
   */
  public void pass(Duration duration) {
    requireNonNull(duration, "duration");
    checkArgument(!duration.isNegative(), "time does not pass by %s", duration);
    now.updateAndGet(time -> time.plus(duration));
  }

  /** {@return the time at which it stands} */
  @Override
  public Instant instant() {
    return requireNonNull(now.get());
  }

  /** {@return UTC} */
  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /**
   * Returns this clock: what it tells are instants, which no zone changes.
   *
   * @param zone the zone
   * @return this
   */
  @Override
  public Clock withZone(ZoneId zone) {
    requireNonNull(zone, "zone");
    return this;
  }

  /** Returns the time at which it stands. */
  @Override
  public String toString() {
    return "stands at " + now;
  }
}
