package dev.amikit.jackson;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

/** Times as EC2 writes them. */
final class Times {
  private static final String PATTERN = "dddd-dd-ddTdd:dd:dd.dddZ";
  private static final int NANOS_OF_MILLI = 1_000_000;
  private static final DateTimeFormatter WITH_MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private Times() {}

  /** Reads any ISO 8601 time with an offset, and that of EC2 quickly. */
  static Instant parse(String text) {
    try {
      return isOfEc2(text) ? quickly(text) : Instant.parse(text);
    } catch (DateTimeException e) {
      throw JsonRules.TIME.refuse("", text);
    }
  }

  /** Writes milliseconds, and what is finer only where there is something finer. */
  static String withMillis(Instant time) {
    return time.equals(time.truncatedTo(ChronoUnit.MILLIS))
        ? WITH_MILLIS.format(time)
        : time.toString();
  }

  private static boolean isOfEc2(String text) {
    if (text.length() != PATTERN.length()) {
      return false;
    }
    for (int i = 0; i < PATTERN.length(); i++) {
      char due = PATTERN.charAt(i);
      char c = text.charAt(i);
      if (due == 'd' ? c < '0' || c > '9' : c != due) {
        return false;
      }
    }
    return true;
  }

  private static Instant quickly(String text) {
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            number(text, 20, 23) * NANOS_OF_MILLI)
        .toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
