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
  private static final String IN_MILLIS = "dddd-dd-ddTdd:dd:dd.dddZ";
  private static final String IN_SECONDS = "dddd-dd-ddTdd:dd:ddZ";
  private static final int NANOS_OF_MILLI = 1_000_000;
  private static final DateTimeFormatter WITH_MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private Times() {}

  /** Reads any ISO 8601 time with an offset, and those of EC2 quickly. */
  static Instant parse(String text) {
    try {
      if (fits(text, IN_MILLIS)) {
        return quickly(text, number(text, 20, 23));
      }
      return fits(text, IN_SECONDS) && isOrdinary(text) ? quickly(text, 0) : Instant.parse(text);
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

  private static boolean fits(String text, String pattern) {
    if (text.length() != pattern.length()) {
      return false;
    }
    for (int i = 0; i < pattern.length(); i++) {
      char due = pattern.charAt(i);
      char c = text.charAt(i);
      if (due == 'd' ? c < '0' || c > '9' : c != due) {
        return false;
      }
    }
    return true;
  }

  /** That it is neither the hour at the end of a day nor a leap second, which ISO 8601 has. */
  private static boolean isOrdinary(String text) {
    return number(text, 11, 13) < 24 && number(text, 17, 19) < 60;
  }

  private static Instant quickly(String text, int millis) {
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            millis * NANOS_OF_MILLI)
        .toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }
}
