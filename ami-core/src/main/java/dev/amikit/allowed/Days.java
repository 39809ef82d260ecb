package dev.amikit.allowed;

import dev.amikit.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/** Ages in days of 24 hours. */
final class Days {
  private Days() {}

  /** Whether no more than so many days passed, or no bound is set. */
  static boolean atMost(OptionalInt days, Instant since, Instant at) {
    return days.isEmpty() || !at.isAfter(Times.plus(since, Duration.ofDays(days.getAsInt())));
  }
}
