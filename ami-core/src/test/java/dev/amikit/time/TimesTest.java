package dev.amikit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimesTest {
  private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000);

  @Property
  void a_sum_is_that_of_numbers_within_the_range_of_instants(
      @ForAll("times") Instant time, @ForAll("durations") Duration duration) {
    BigInteger sum = nanos(time).add(nanos(duration));
    assertThat(nanos(Times.plus(time, duration)))
        .isEqualTo(sum.max(nanos(Instant.MIN)).min(nanos(Instant.MAX)));
  }

  @Property
  void a_difference_is_that_of_numbers_within_the_range_of_instants(
      @ForAll("times") Instant time, @ForAll("durations") Duration duration) {
    BigInteger difference = nanos(time).subtract(nanos(duration));
    assertThat(nanos(Times.minus(time, duration)))
        .isEqualTo(difference.max(nanos(Instant.MIN)).min(nanos(Instant.MAX)));
  }

  @Property
  void a_period_later_is_later_by_the_calendar_and_ends_at_the_last_instant(
      @ForAll("times") Instant time, @ForAll @IntRange(max = 10) int years) {
    Instant later = Times.plus(time, Period.ofYears(years));
    assertThat(later).isAfterOrEqualTo(time);
    if (time.isAfter(Instant.MIN.plusSeconds(400L * 86_400))
        && time.isBefore(Instant.MAX.minusSeconds(4_400L * 86_400))) {
      OffsetDateTime calendar = time.atOffset(ZoneOffset.UTC);
      assertThat(later.atOffset(ZoneOffset.UTC)).isEqualTo(calendar.plusYears(years));
    }
  }

  @Property
  void a_day_is_that_of_the_calendar_and_ends_with_it(@ForAll("times") Instant time) {
    LocalDate day = Times.day(time);
    if (time.isBefore(LocalDate.MIN.atStartOfDay().toInstant(ZoneOffset.UTC))) {
      assertThat(day).isEqualTo(LocalDate.MIN);
    } else if (time.isBefore(LocalDate.MAX.atStartOfDay().toInstant(ZoneOffset.UTC))) {
      assertThat(day).isEqualTo(time.atOffset(ZoneOffset.UTC).toLocalDate());
      assertThat(Times.dayAfter(day)).isEqualTo(day.plusDays(1));
    } else {
      assertThat(day).isEqualTo(LocalDate.MAX);
      assertThat(Times.dayAfter(day)).isEqualTo(day);
    }
  }

  @Test
  void a_period_that_would_end_later_than_the_last_instant_ends_there() {
    assertThat(Times.plus(Instant.MAX, Period.ofMonths(6))).isEqualTo(Instant.MAX);
  }

  @Property
  void what_a_clock_shows_has_a_year_of_four_digits(@ForAll("times") Instant time) {
    Instant shown = Times.ofClock(time);
    int year = shown.atOffset(ZoneOffset.UTC).getYear();
    assertThat(year).isBetween(0, 9999);
    boolean isTooEarly = time.isBefore(Instant.parse("0000-01-01T00:00:00Z"));
    boolean isTooLate = !time.isBefore(Instant.parse("+10000-01-01T00:00:00Z"));
    assertThat(shown)
        .isEqualTo(
            isTooEarly
                ? Instant.parse("0000-01-01T00:00:00Z")
                : isTooLate ? Instant.parse("9999-12-31T23:59:59.999999999Z") : time);
  }

  @Property
  void every_time_is_read_as_it_is_written(@ForAll("times") Instant time) {
    assertThat(Times.parse(time.toString())).contains(time);
  }

  @Test
  void a_time_without_an_offset_or_beyond_the_last_is_none() {
    assertThat(Times.parse("2026-11-01T12:00:00")).isEmpty();
    assertThat(Times.parse("+1000000001-01-01T00:00:00Z")).isEmpty();
    assertThat(Times.parse("2026-13-01T12:00:00Z")).isEmpty();
    assertThat(Times.parse("")).isEmpty();
  }

  @Property
  void a_sum_and_a_difference_are_exact_beside_the_first_and_the_last_instant(
      @ForAll("ends") Instant end, @ForAll("few") Duration within, @ForAll("few") Duration beside) {
    Instant time = Times.plus(end, within);

    BigInteger sum = nanos(time).add(nanos(beside));
    assertThat(nanos(Times.plus(time, beside)))
        .isEqualTo(sum.max(nanos(Instant.MIN)).min(nanos(Instant.MAX)));
    BigInteger difference = nanos(time).subtract(nanos(beside));
    assertThat(nanos(Times.minus(time, beside)))
        .isEqualTo(difference.max(nanos(Instant.MIN)).min(nanos(Instant.MAX)));
  }

  @Provide
  Arbitrary<Instant> ends() {
    return Arbitraries.of(Instant.MIN, Instant.MAX);
  }

  @Provide
  Arbitrary<Duration> few() {
    return Arbitraries.longs().between(-3_000_000_000L, 3_000_000_000L).map(Duration::ofNanos);
  }

  @Provide
  Arbitrary<Instant> times() {
    Arbitrary<Instant> anywhere = Combinators.combine(
            Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
            Arbitraries.longs().between(0, 999_999_999))
        .as(Instant::ofEpochSecond);
    Arbitrary<Instant> nearby = Arbitraries.longs()
        .between(-100_000_000_000L, 500_000_000_000L)
        .map(Instant::ofEpochSecond);
    return Arbitraries.oneOf(
        anywhere, nearby, Arbitraries.of(Instant.MIN, Instant.EPOCH, Instant.MAX));
  }

  @Provide
  Arbitrary<Duration> durations() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.longs().between(0, 999_999_999))
        .as(Duration::ofSeconds);
  }

  private static BigInteger nanos(Instant time) {
    return nanos(time.getEpochSecond(), time.getNano());
  }

  private static BigInteger nanos(Duration duration) {
    return nanos(duration.getSeconds(), duration.getNano());
  }

  private static BigInteger nanos(long seconds, int nanos) {
    return BigInteger.valueOf(seconds).multiply(SECOND).add(BigInteger.valueOf(nanos));
  }
}
