package dev.amikit.allowed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;

/** Ages in days of 24 hours. */
final class Days {
  private Days() {}

  /** Whether no more than so many days passed, or no bound is set. */
  static boolean atMost(OptionalInt days, Instant since, Instant at) {
    return days.isEmpty() || !at.isAfter(since.plus(days.getAsInt(), ChronoUnit.DAYS));
  }
}
