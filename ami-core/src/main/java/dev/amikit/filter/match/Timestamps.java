package dev.amikit.filter.match;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Times as EC2 writes them, always in UTC. */
public final class Timestamps {
  private static final DateTimeFormatter MILLISECONDS = withDecimals(3);
  private static final DateTimeFormatter MICROSECONDS = withDecimals(6);

  private Timestamps() {}

  /**
   * Returns a time with three decimals.
   *
   * @param time the time
   * @return a text such as {@code 2021-09-29T11:04:43.000Z}
   */
  public static String milliseconds(Instant time) {
    requireNonNull(time, "time");
    return MILLISECONDS.format(time);
  }

  public static String microseconds(Instant time) {
    return MICROSECONDS.format(time).replace("Z", "+00:00");
  }

  private static DateTimeFormatter withDecimals(int decimals) {
    return new DateTimeFormatterBuilder().appendInstant(decimals).toFormatter();
  }
}
