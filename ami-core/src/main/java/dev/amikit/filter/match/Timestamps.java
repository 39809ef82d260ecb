package dev.amikit.filter.match;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as EC2 writes them, always in UTC. */
public final class Timestamps {
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

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
    return MICROSECONDS.format(time);
  }
}
