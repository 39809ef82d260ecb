package dev.amikit.lifecycle;

import static dev.amikit.lifecycle.Images.EVERYONE;
import static dev.amikit.lifecycle.Images.NOW;
import static dev.amikit.lifecycle.Images.PARTNER;
import static dev.amikit.lifecycle.Images.WEEK;
import static dev.amikit.lifecycle.Images.assertUnchanged;
import static dev.amikit.lifecycle.Images.image;
import static dev.amikit.lifecycle.Images.in;
import static dev.amikit.lifecycle.Images.published;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.rule.Rules;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeprecationTest {
  private static final String NOT_PAST = "enable-image-deprecation.not-past";
  private static final String NOT_TOO_LATE = "enable-image-deprecation.not-too-late";

  @ParameterizedTest
  @Rules("DEPR-03")
  @CsvSource({
    "2026-07-01T10:00:00Z,           2026-07-01T10:00:00Z",
    "2026-07-01T10:00:00.000000001Z, 2026-07-01T10:00:00Z",
    "2026-07-01T10:00:29Z,           2026-07-01T10:00:00Z",
    "2026-07-01T10:00:29.999999999Z, 2026-07-01T10:00:00Z",
    "2026-07-01T10:00:30Z,           2026-07-01T10:01:00Z",
    "2026-07-01T10:00:59.999Z,       2026-07-01T10:01:00Z",
    "2026-12-31T23:59:30Z,           2027-01-01T00:00:00Z"
  })
  void a_date_is_rounded_to_the_nearest_minute_and_30_seconds_up(Instant given, Instant rounded) {
    assertThat(deprecated(Images.available(), given, NOW).deprecationTime()).hasValue(rounded);
  }

  @ParameterizedTest
  @Rules("DEPR-04")
  @CsvSource({
    // now,                 date,                 kept as
    "2026-06-01T12:00:00Z, 2026-06-01T12:00:00Z, 2026-06-01T12:00:00Z",
    "2026-06-01T12:00:00Z, 2026-06-01T12:00:29Z, 2026-06-01T12:00:00Z",
    "2026-06-01T12:00:10Z, 2026-06-01T12:00:30Z, 2026-06-01T12:01:00Z",
    "2026-06-01T12:00:30Z, 2026-06-01T12:00:30Z, 2026-06-01T12:01:00Z"
  })
  void a_date_may_be_now(Instant now, Instant date, Instant kept) {
    assertThat(deprecated(Images.available(), date, now).deprecationTime()).hasValue(kept);
  }

  @ParameterizedTest
  @Rules("DEPR-04")
  @CsvSource({
    "2026-06-01T12:00:00Z, 2026-06-01T11:59:59.999999999Z",
    "2026-06-01T12:00:10Z, 2026-06-01T12:00:10Z",
    "2026-06-01T12:00:10Z, 2026-06-01T12:00:29Z",
    "2026-06-01T12:00:45Z, 2026-06-01T12:00:44Z"
  })
  void a_date_before_now_or_rounded_to_before_now_is_refused(Instant now, Instant date) {
    assertRefused(
        new EnableDeprecation(date), Images.available(), now, NOT_PAST, "InvalidParameterValue");
  }

  @Test
  @Rules("DEPR-04")
  void a_date_before_the_creation_is_refused() {
    Instant before = Instant.parse("2025-12-01T00:00:00Z");

    assertRefused(
        new EnableDeprecation(before.plus(WEEK)),
        Images.available(),
        before,
        NOT_PAST,
        "InvalidParameterValue");
  }

  @ParameterizedTest
  @Rules("DEPR-05")
  @CsvSource({
    "2026-06-01T12:00:00Z, 2036-06-01T12:00:00Z, 2036-06-01T12:00:00Z",
    // Rounding does not go past the limit.
    "2026-06-01T12:00:40Z, 2036-06-01T12:00:40Z, 2036-06-01T12:00:40Z",
    "2026-06-01T12:00:40Z, 2036-06-01T12:00:30Z, 2036-06-01T12:00:40Z",
    "2026-06-01T12:00:40Z, 2036-06-01T12:00:29Z, 2036-06-01T12:00:00Z",
    // 29 February 2028 and ten years is 28 February 2038.
    "2028-02-29T09:00:00Z, 2038-02-28T09:00:00Z, 2038-02-28T09:00:00Z"
  })
  void a_date_may_lie_10_years_ahead(Instant now, Instant date, Instant kept) {
    assertThat(deprecated(Images.available(), date, now).deprecationTime()).hasValue(kept);
  }

  @ParameterizedTest
  @Rules("DEPR-05")
  @CsvSource({
    "2026-06-01T12:00:00Z, 2036-06-01T12:00:00.000000001Z",
    "2026-06-01T12:00:40Z, 2036-06-01T12:00:41Z",
    "2028-02-29T09:00:00Z, 2038-02-28T09:00:01Z"
  })
  void a_date_more_than_10_years_ahead_is_refused(Instant now, Instant date) {
    assertRefused(
        new EnableDeprecation(date),
        Images.available(),
        now,
        NOT_TOO_LATE,
        "InvalidParameterValue");
  }

  @ParameterizedTest
  @Rules({"DEPR-06", "DEPR-08", "PUB-09"})
  @CsvSource({
    // created,             date,                 kept as
    "2026-01-15T10:20:30Z, 2028-01-15T10:20:30Z, 2028-01-15T10:20:30Z",
    "2026-01-15T10:20:40Z, 2028-01-15T10:20:31Z, 2028-01-15T10:20:40Z",
    "2026-01-15T10:20:30Z, 2028-01-15T10:20:29Z, 2028-01-15T10:20:00Z",
    "2026-01-15T10:20:30Z, 2026-06-01T12:00:00Z, 2026-06-01T12:00:00Z",
    "2028-02-29T10:20:30Z, 2030-02-28T10:20:30Z, 2030-02-28T10:20:30Z"
  })
  void the_date_of_a_public_image_may_lie_2_years_after_its_creation(
      Instant created, Instant date, Instant kept) {
    Ami ami = image().addLaunchPermission(EVERYONE).creationDate(created).build();
    Instant now = created.isAfter(NOW) ? created : NOW;

    assertThat(deprecated(ami, date, now).deprecationTime()).hasValue(kept);
  }

  @ParameterizedTest
  @Rules({"DEPR-06", "DEPR-08", "PUB-09"})
  @CsvSource({
    "2026-01-15T10:20:30Z, 2028-01-15T10:20:30.000000001Z",
    "2026-01-15T10:20:30Z, 2030-01-01T00:00:00Z",
    "2028-02-29T10:20:30Z, 2030-02-28T10:20:31Z",
    // Created more than two years ago: no date is left.
    "2024-06-01T11:59:59Z, 2026-06-01T12:00:00Z"
  })
  void a_later_date_of_a_public_image_is_refused(Instant created, Instant date) {
    Instant now = created.isAfter(NOW) ? created : NOW;

    assertRefused(
        new EnableDeprecation(date),
        image().addLaunchPermission(EVERYONE).creationDate(created).build(),
        now,
        NOT_TOO_LATE,
        "InvalidParameterValue");
  }

  @Test
  @Rules({"DEPR-08", "PUB-09"})
  void once_private_the_date_may_go_beyond_2_years_and_be_cancelled() {
    Ami ami = published().build();
    Ami secret = ModifyLaunchPermission.revoke(EVERYONE).decide(ami, NOW).applyTo(ami);

    assertThat(deprecated(secret, Instant.parse("2030-01-01T00:00:00Z"), NOW).deprecationTime())
        .hasValue(Instant.parse("2030-01-01T00:00:00Z"));
    assertThat(new DisableDeprecation().decide(secret, NOW).applyTo(secret).deprecationTime())
        .isEmpty();
  }

  @Test
  @Rules({"DEPR-08", "PUB-09"})
  void the_date_of_a_public_image_cannot_be_cancelled() {
    assertRefused(
        new DisableDeprecation(),
        published().build(),
        NOW,
        "disable-image-deprecation.private",
        "OperationNotPermitted");
  }

  @Test
  @Rules("DEPR-12")
  void an_image_is_deprecated_from_the_very_instant_on() {
    Instant date = Instant.parse("2026-07-01T10:00:00Z");
    Ami ami = deprecated(Images.available(), date, NOW);

    assertThat(ami.isDeprecatedAt(date.minusNanos(1))).isFalse();
    assertThat(ami.isDeprecatedAt(date)).isTrue();
    assertThat(ami.isDeprecatedAt(date.plusNanos(1))).isTrue();
  }

  @ParameterizedTest
  @Rules({"DEPR-19", "DEPR-13"})
  @CsvSource({"2026-02-01T00:00:00Z", "2026-09-01T00:00:00Z"})
  void a_new_date_replaces_the_old_one_past_or_to_come(Instant old) {
    Ami ami = image().deprecationTime(old).build();

    Ami moved = deprecated(ami, Instant.parse("2026-08-01T00:00:00Z"), NOW);

    assertThat(moved.deprecationTime()).hasValue(Instant.parse("2026-08-01T00:00:00Z"));
    assertThat(moved.isDeprecatedAt(NOW)).isFalse();
  }

  @Test
  void the_date_that_is_there_changes_nothing() {
    Ami ami = image().deprecationTime(Instant.parse("2026-08-01T00:00:00Z")).build();

    assertUnchanged(new EnableDeprecation(Instant.parse("2026-08-01T00:00:12Z")), ami, NOW);
  }

  @ParameterizedTest
  @Rules({"DEPR-20", "DEPR-13"})
  @CsvSource({"2026-02-01T00:00:00Z", "2026-09-01T00:00:00Z"})
  void cancelling_removes_a_date_past_or_to_come(Instant date) {
    Ami ami = image().deprecationTime(date).build();
    Decision<Ami> decision = new DisableDeprecation().decide(ami, NOW);

    assertThat(decision.events()).containsExactly(new ImageDeprecationDisabled());
    assertThat(decision.applyTo(ami)).isEqualTo(Images.available());
  }

  @Test
  @Rules("DEPR-20")
  void cancelling_without_a_date_changes_nothing() {
    assertUnchanged(new DisableDeprecation(), Images.available(), NOW);
  }

  @Test
  @Rules({"LIFE-14", "DEPR-17", "LAUNCH-08"})
  void a_deprecated_image_is_available_and_launches() {
    Ami ami = image().deprecationTime(Instant.parse("2026-02-01T00:00:00Z")).build();

    assertThat(ami.isDeprecatedAt(NOW)).isTrue();
    assertThat(AmiStage.of(ami)).isEqualTo(AmiStage.AVAILABLE);
    assertThat(new Launch().decide(ami, NOW).isAccepted()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = AmiStage.class,
      names = {"AVAILABLE", "DISABLED"})
  @Rules({"LIFE-14", "PERM-73"})
  void deprecation_and_its_end_change_the_date_and_nothing_else(AmiStage stage) {
    Ami ami = in(stage);

    Ami deprecated = deprecated(ami, NOW.plus(WEEK), NOW);
    assertThat(deprecated)
        .isEqualTo(ami.toBuilder().deprecationTime(NOW.plus(WEEK)).build());
    assertThat(new DisableDeprecation().decide(deprecated, NOW.plus(WEEK)).applyTo(deprecated))
        .isEqualTo(ami);
  }

  @Test
  @Rules("DEPR-18")
  void private_and_public_images_can_be_deprecated() {
    for (Ami ami : new Ami[] {Images.unshared().build(), published().build()}) {
      assertThat(deprecated(ami, NOW, NOW).isDeprecatedAt(NOW)).isTrue();
    }
  }

  @ParameterizedTest
  @Rules({"DEPR-07", "DEPR-09", "DEPR-10", "PUB-08", "PUB-10", "INV-02"})
  @CsvSource({
    // created,             date before,          date as a public image
    "2026-01-15T10:20:30Z,                     , 2028-01-15T10:20:30Z",
    "2026-01-15T10:20:30Z, 2029-01-01T00:00:00Z, 2028-01-15T10:20:30Z",
    "2026-01-15T10:20:30Z, 2028-01-15T10:21:00Z, 2028-01-15T10:20:30Z",
    "2026-01-15T10:20:30Z, 2028-01-15T10:20:30Z, 2028-01-15T10:20:30Z",
    "2026-01-15T10:20:30Z, 2028-01-15T10:20:00Z, 2028-01-15T10:20:00Z",
    "2026-01-15T10:20:30Z, 2026-02-01T00:00:00Z, 2026-02-01T00:00:00Z",
    "2024-02-29T10:20:30Z,                     , 2026-02-28T10:20:30Z"
  })
  void becoming_public_brings_a_date_2_years_after_the_creation_or_keeps_an_earlier_one(
      Instant created, Instant before, Instant after) {
    Ami ami = image()
        .creationDate(created)
        .deprecationTime(Optional.ofNullable(before))
        .build();

    Ami published = ModifyLaunchPermission.grant(EVERYONE).decide(ami, NOW).applyTo(ami);

    assertThat(published.isPublic()).isTrue();
    assertThat(published.deprecationTime()).hasValue(after);
    assertThat(published.isDeprecatedAt(NOW)).isEqualTo(!after.isAfter(NOW));
  }

  @Test
  @Rules({"DEPR-11", "PUB-11"})
  void becoming_private_again_keeps_the_date() {
    Ami ami = published().build();

    assertThat(ModifyLaunchPermission.revoke(EVERYONE)
            .decide(ami, NOW)
            .applyTo(ami)
            .deprecationTime())
        .isEqualTo(ami.deprecationTime());
    assertThat(new ResetLaunchPermission().decide(ami, NOW).applyTo(ami).deprecationTime())
        .isEqualTo(ami.deprecationTime());
  }

  @Test
  void sharing_with_an_account_brings_no_date() {
    Ami ami = Images.unshared().state(AmiState.AVAILABLE).build();

    assertThat(
            ModifyLaunchPermission.grant(PARTNER).decide(ami, NOW).applyTo(ami).deprecationTime())
        .isEmpty();
  }

  private static Ami deprecated(Ami ami, Instant date, Instant now) {
    return new EnableDeprecation(date).decide(ami, now).orThrow().applyTo(ami);
  }
}
