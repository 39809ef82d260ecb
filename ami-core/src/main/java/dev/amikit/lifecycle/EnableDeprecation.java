package dev.amikit.lifecycle;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import dev.amikit.image.Ami;
import dev.amikit.rule.Rule;
import dev.amikit.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * {@code EnableImageDeprecation}: sets or replaces the time from which on the image is deprecated.
 * The time is rounded to the nearest minute, 30 seconds up, but never past the latest that is
 * allowed: 10 years from now, or 2 years after the creation of a public image.
 *
 * @param deprecateAt the time
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableImageDeprecation.html">EnableImageDeprecation</a>
 */
public record EnableDeprecation(Instant deprecateAt) implements AmiCommand {
  private static final Period TEN_YEARS = Period.ofYears(10);
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  /** The time does not lie in the past. */
  public static final Rule NOT_PAST = Rule.rule(
          "enable-image-deprecation.not-past",
          "a deprecation time, rounded to the minute, lies neither in the past nor before the"
              + " creation",
          INVALID_PARAMETER_VALUE,
          "API reference, EnableImageDeprecation, DeprecateAt",
          "DEPR-04")
      .saying(own("Value ({value}) for parameter deprecateAt is invalid. The date must not be"
          + " in the past."));

  /** The time does not lie too far ahead. */
  public static final Rule NOT_TOO_LATE = Rule.rule(
          "enable-image-deprecation.not-too-late",
          "a deprecation time lies within 10 years from now, for a public image within 2 years of"
              + " its creation",
          INVALID_PARAMETER_VALUE,
          "API reference, EnableImageDeprecation, DeprecateAt",
          "DEPR-05",
          "DEPR-06",
          "PUB-09")
      .saying(own("Value ({value}) for parameter deprecateAt is invalid. The date must not be"
          + " later than {latest}."));

  /**
   * Refuses null.
   *
   * @param deprecateAt the time
   */
  public EnableDeprecation {
    requireNonNull(deprecateAt, "deprecateAt");
  }

  @Override
  public AmiAction action() {
    return AmiAction.ENABLE_IMAGE_DEPRECATION;
  }

  @Override
  public Decision<Ami> decide(Ami ami, Instant now) {
    return LifeCycle.decide(this, ami, now, () -> {
      Instant latest = latest(ami, now);
      if (deprecateAt.isAfter(latest)) {
        return Decision.refused(
            NOT_TOO_LATE.brokenBy("deprecateAt", deprecateAt).with("latest", latest));
      }
      Instant rounded = rounded(latest);
      if (deprecateAt.isBefore(now)
          || rounded.isBefore(now)
          || rounded.isBefore(ami.creationDate().orElse(rounded))) {
        return Decision.refused(NOT_PAST, "deprecateAt", deprecateAt);
      }
      return ami.deprecationTime().equals(Optional.of(rounded))
          ? Decision.unchanged()
          : Decision.accepted(new ImageDeprecationEnabled(rounded));
    });
  }

  private Instant rounded(Instant latest) {
    Instant minute = Times.plus(deprecateAt, HALF_A_MINUTE).truncatedTo(ChronoUnit.MINUTES);
    return minute.isAfter(latest) ? latest : minute;
  }

  private static Instant latest(Ami ami, Instant now) {
    return ami.isPublic()
        ? ami.creationDate().map(PublicImage::latestDeprecation).orElse(inTenYears(now))
        : inTenYears(now);
  }

  private static Instant inTenYears(Instant now) {
    return Times.plus(now, TEN_YEARS);
  }
}
