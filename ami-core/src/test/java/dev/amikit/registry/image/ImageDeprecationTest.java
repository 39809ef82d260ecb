package dev.amikit.registry.image;

import static dev.amikit.registry.TestImages.TO_FRIEND;
import static dev.amikit.registry.TestImages.UNKNOWN;
import static dev.amikit.registry.TestImages.assertUnchanged;
import static dev.amikit.registry.TestImages.binned;
import static dev.amikit.registry.TestImages.id;
import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestImages.published;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.AccountId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.lifecycle.ImageLaunched;
import dev.amikit.registry.TestImages;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry's clock stands at 2026-11-01T12:00:00Z; the images are of 2026-01-15T10:20:30Z. */
class ImageDeprecationTest {
  private static final Instant TOMORROW = START.plus(Duration.ofDays(1));

  private final TestRegistry ec2 = new TestRegistry();

  @ParameterizedTest
  @CsvSource({
    "2026-11-02T12:00:29Z, 2026-11-02T12:00:00Z",
    "2026-11-02T12:00:30Z, 2026-11-02T12:01:00Z",
    "2026-11-02T12:00:00Z, 2026-11-02T12:00:00Z"
  })
  @Rules({"DEPR-03"})
  void a_time_is_rounded_to_the_nearest_minute(String given, String kept) {
    ec2.put(image(1).build());
    ec2.owner().enableImageDeprecation(id(1), Instant.parse(given));
    assertThat(present(1).deprecationTime()).hasValue(Instant.parse(kept));
  }

  @Test
  @Rules({"DEPR-02", "COM-13"})
  void there_must_be_a_time() {
    assertRefused(
        ec2::state,
        () -> EnableImageDeprecation.builder().imageId(UNKNOWN).build(),
        "MissingParameter",
        "value.required-attribute");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-01T11:59:59Z", "2026-10-31T12:00:00Z", "2025-11-01T12:00:00Z"})
  @Rules({"DEPR-04"})
  void a_time_in_the_past_is_refused(String past) {
    ec2.put(image(1).build());
    refused(1, past, "enable-image-deprecation.not-past");
  }

  @Test
  @Rules({"DEPR-05"})
  void a_private_image_is_deprecated_within_10_years_from_now() {
    ec2.put(image(1).build());
    ec2.owner().enableImageDeprecation(id(1), Instant.parse("2036-11-01T12:00:00Z"));
    refused(1, "2036-11-01T12:00:01Z", "enable-image-deprecation.not-too-late");
  }

  @Test
  @Rules({"DEPR-06", "DEPR-08", "DEPR-18", "PUB-09"})
  void a_public_image_is_deprecated_within_2_years_of_its_creation_and_stays_so() {
    ec2.put(published(1).build());
    ec2.owner().enableImageDeprecation(id(1), TOMORROW);
    assertThat(present(1).deprecationTime()).hasValue(TOMORROW);
    ec2.owner().enableImageDeprecation(id(1), Instant.parse("2028-01-15T10:20:30Z"));
    refused(1, "2028-01-15T10:20:31Z", "enable-image-deprecation.not-too-late");
    assertRefused(
        ec2::state,
        () -> ec2.owner().disableImageDeprecation(id(1)),
        "OperationNotPermitted",
        "disable-image-deprecation.private");
    ec2.owner().resetImageAttribute(id(1), ImageAttributeName.LAUNCH_PERMISSION);
    ec2.owner().disableImageDeprecation(id(1));
    assertThat(present(1).deprecationTime()).isEmpty();
  }

  @Test
  @Rules({"DEPR-18", "DEPR-19"})
  void a_new_time_replaces_one_that_has_passed_and_the_image_is_deprecated_no_more() {
    ec2.put(image(1).build());
    ec2.owner().enableImageDeprecation(id(1), TOMORROW);
    ec2.pass(Duration.ofDays(2));
    assertThat(present(1).isDeprecatedAt(ec2.clock.instant())).isTrue();
    Instant later = ec2.clock.instant().plus(Duration.ofDays(1));
    ec2.owner().enableImageDeprecation(id(1), later);
    assertThat(present(1).deprecationTime()).hasValue(later);
    assertThat(present(1).isDeprecatedAt(ec2.clock.instant())).isFalse();
  }

  @Test
  @Rules({"DEPR-20"})
  void disabling_removes_a_time_be_it_past_or_to_come_and_changes_nothing_without_one() {
    ec2.put(image(1).deprecationTime(START.minusSeconds(60)).build());
    ec2.put(image(2).deprecationTime(TOMORROW).build());
    for (int number = 1; number <= 2; number++) {
      ec2.owner().disableImageDeprecation(id(number));
      assertThat(present(number).deprecationTime()).isEmpty();
      int same = number;
      assertUnchanged(ec2, () -> ec2.owner().disableImageDeprecation(id(same)));
    }
  }

  @Test
  @Rules({"DEPR-01", "COM-12"})
  void only_the_owner_sets_and_cancels_it() {
    ec2.put(image(1).addLaunchPermission(TO_FRIEND).deprecationTime(TOMORROW).build());
    for (AccountId other : List.of(FRIEND, STRANGER)) {
      assertRefused(
          ec2::state,
          () -> ec2.as(other).enableImageDeprecation(id(1), TOMORROW),
          "AuthFailure",
          "image.owner");
      assertRefused(
          ec2::state,
          () -> ec2.as(other).disableImageDeprecation(id(1)),
          "AuthFailure",
          "image.owner");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = AmiState.class,
      names = {"PENDING", "FAILED", "DEREGISTERED"})
  @Rules({"ERR-03"})
  void an_image_that_is_neither_available_nor_disabled_is_not_deprecated(AmiState state) {
    ec2.put(image(1).state(state).build());
    assertRefused(
        ec2::state,
        () -> ec2.owner().enableImageDeprecation(id(1), TOMORROW),
        "InvalidAMIID.Unavailable",
        "enable-image-deprecation.stage");
    ec2.put(binned(1));
    assertRefused(
        ec2::state,
        () -> ec2.owner().disableImageDeprecation(id(1)),
        "InvalidAMIID.Unavailable",
        "disable-image-deprecation.stage");
  }

  @Test
  @Rules({"DEPR-11", "DISABLE-16"})
  void a_disabled_image_keeps_its_time_and_can_get_another() {
    ec2.put(published(1).build());
    ec2.owner().disableImage(id(1));
    assertThat(present(1).deprecationTime()).hasValue(Instant.parse("2028-01-15T10:20:30Z"));
    ec2.owner().enableImageDeprecation(id(1), TOMORROW);
    assertThat(present(1).deprecationTime()).hasValue(TOMORROW);
  }

  @Test
  @Rules({"LIFE-21", "DEPR-22", "PUB-12", "INV-14", "PERM-73"})
  void
      a_public_image_that_is_deprecated_and_unused_for_six_months_goes_private_when_aws_cleans_up() {
    ec2.put(published(1)
        .creationDate(START)
        .deprecationTime(TOMORROW)
        .addLaunchPermission(TO_FRIEND)
        .build());
    Ami before = present(1);
    ec2.pass(Duration.ofDays(400));
    assertThat(present(1)).isEqualTo(before);
    ec2.registry.aws().withdrawPublicPermissions(HERE);
    assertThat(present(1)).isEqualTo(before.withLaunchPermissions(List.of(TO_FRIEND)));
    assertThat(present(1).state()).isEqualTo(AmiState.AVAILABLE);
    assertThat(present(1).deprecationTime()).hasValue(TOMORROW);
  }

  @Test
  @Rules({"LIFE-21", "PUB-12"})
  void six_months_are_counted_from_the_last_launch_or_from_the_creation() {
    ec2.put(published(1).creationDate(START).deprecationTime(TOMORROW).build());
    ec2.put(published(2).creationDate(START).deprecationTime(TOMORROW).build());
    ec2.registry
        .aws()
        .happen(new RegistryEvent.ImageChanged(HERE, id(2), new ImageLaunched(TOMORROW)));
    Duration sixMonths = Duration.between(START, Instant.parse("2027-05-01T12:00:00Z"));
    ec2.pass(sixMonths.minusSeconds(1));
    assertUnchanged(ec2, () -> ec2.registry.aws().withdrawPublicPermissions(HERE));
    ec2.pass(Duration.ofSeconds(1));
    ec2.registry.aws().withdrawPublicPermissions(HERE);
    assertThat(present(1).isPublic()).isFalse();
    assertThat(present(2).isPublic()).isTrue();
    ec2.pass(Duration.ofDays(1));
    ec2.registry.aws().withdrawPublicPermissions(HERE);
    assertThat(present(2).isPublic()).isFalse();
  }

  @Test
  @Rules({"LIFE-21"})
  void nothing_else_is_cleaned_up() {
    ec2.put(published(1).build());
    ec2.put(image(2).deprecationTime(START).addLaunchPermission(TO_FRIEND).build());
    ec2.put(binned(3, TestImages.EVERYONE));
    ec2.put(image(4).state(AmiState.DISABLED).deprecationTime(START).build());
    ec2.pass(Duration.ofDays(1));
    assertUnchanged(ec2, () -> ec2.registry.aws().withdrawPublicPermissions(HERE));
  }

  private void refused(int number, String time, String rule) {
    assertRefused(
        ec2::state,
        () -> ec2.owner().enableImageDeprecation(id(number), Instant.parse(time)),
        "InvalidParameterValue",
        rule);
  }

  private Ami present(int number) {
    return ec2.registry.state().image(HERE, id(number)).orElseThrow();
  }
}
