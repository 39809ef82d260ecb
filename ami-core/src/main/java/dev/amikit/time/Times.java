package dev.amikit.time;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Range;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Reckons with times, and never throws for what it is given: what would lie beyond the first or the
 * last {@link Instant} is that one.
 */
public final class Times {
  private static final Range<Instant> EC2 = Range.closed(
      LocalDateTime.of(0, 1, 1, 0, 0).toInstant(ZoneOffset.UTC),
      LocalDate.of(9999, 12, 31).atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC));

  private static final Range<Instant> CALENDAR = Range.closed(
      LocalDateTime.MIN.toInstant(ZoneOffset.UTC), LocalDateTime.MAX.toInstant(ZoneOffset.UTC));

  private Times() {}

  /**
   * Returns what a clock shows, as far as EC2 can write it.
   *
   * @param time what the clock shows
   * @return the same, or the nearest time whose year has four digits
   */
  public static Instant ofClock(Instant time) {
    return nearest(EC2, requireNonNull(time, "time"));
  }

  /**
   * Returns the time after a duration.
   *
   * @param time when it begins
   * @param duration how long it is
   * @return when it ends
   */
  public static Instant plus(Instant time, Duration duration) {
    requireNonNull(time, "time");
    requireNonNull(duration, "duration");
    try {
      return Instant.ofEpochSecond(
          Math.addExact(time.getEpochSecond(), duration.getSeconds()),
          time.getNano() + duration.getNano());
    } catch (DateTimeException | ArithmeticException beyond) {
      return duration.isNegative() ? Instant.MIN : Instant.MAX;
    }
  }

  /**
   * Returns the time so many years, months and days later, by the calendar of UTC.
   *
   * @param time when it begins
   * @param period how long it is, 0 or more
   * @return when it ends
   */
  public static Instant plus(Instant time, Period period) {
    requireNonNull(time, "time");
    requireNonNull(period, "period");
    if (time.isAfter(CALENDAR.upperEndpoint())) {
      return Instant.MAX;
    }
    try {
      return LocalDateTime.ofInstant(nearest(CALENDAR, time), ZoneOffset.UTC)
          .plus(period)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException beyond) {
      return Instant.MAX;
    }
  }

  /**
   * Returns the time before a duration.
   *
   * @param time when it ends
   * @param duration how long it is
   * @return when it begins
   */
  public static Instant minus(Instant time, Duration duration) {
    requireNonNull(time, "time");
    requireNonNull(duration, "duration");
    try {
      return Instant.ofEpochSecond(
          Math.subtractExact(time.getEpochSecond(), duration.getSeconds()),
          time.getNano() - duration.getNano());
    } catch (DateTimeException | ArithmeticException beyond) {
      return duration.isNegative() ? Instant.MAX : Instant.MIN;
    }
  }

  /**
   * Returns the day of a time, by UTC.
   *
   * @param time the time
   * @return its day, or the nearest that the calendar has
   */
  public static LocalDate day(Instant time) {
    requireNonNull(time, "time");
    return LocalDate.ofInstant(nearest(CALENDAR, time), ZoneOffset.UTC);
  }

  /**
   * Returns the day after a day.
   *
   * @param day the day
   * @return the next one, or the last that the calendar has
   */
  public static LocalDate dayAfter(LocalDate day) {
    requireNonNull(day, "day");
    return day.equals(LocalDate.MAX) ? day : day.plusDays(1);
  }

  /**
   * Returns the time that a text in ISO 8601 tells, be it written in minutes or finer.
   *
   * @param text the text, with an offset from UTC
   * @return the time; empty if it is no such text
   */
  public static Optional<Instant> parse(String text) {
    requireNonNull(text, "text");
    return parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
        .or(() -> parse(text, DateTimeFormatter.ISO_INSTANT)); // which alone knows every year
  }

  private static Optional<Instant> parse(String text, DateTimeFormatter format) {
    try {
      return Optional.of(format.parse(text, Instant::from));
    } catch (DateTimeParseException otherwise) {
      return Optional.empty();
    }
  }

  private static Instant nearest(Range<Instant> range, Instant time) {
    if (time.isBefore(range.lowerEndpoint())) {
      return range.lowerEndpoint();
    }
    return time.isAfter(range.upperEndpoint()) ? range.upperEndpoint() : time;
  }
}
