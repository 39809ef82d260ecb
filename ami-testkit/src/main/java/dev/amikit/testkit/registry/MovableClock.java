package dev.amikit.testkit.registry;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is told that time passes. For one thread. */
public final class MovableClock extends Clock {
  private Instant now;

  /**
   * Stands still at a time.
   *
   * @param now the time
   */
  public MovableClock(Instant now) {
    this.now = requireNonNull(now, "now");
  }

  /**
   * Lets time pass.
   *
   * @param duration how much
   */
  public void pass(Duration duration) {
    now = now.plus(duration);
  }

  /** {@return the time at which it stands} */
  @Override
  public Instant instant() {
    return now;
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
    return this;
  }
}
