package dev.amikit.image;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.rule.Rules;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeregistrationProtectionTest {
  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

  @Rules({"PROT-04", "IMG-30"})
  @ParameterizedTest
  @CsvSource({
    "disabled, false",
    "enabled-without-cooldown, true",
    "enabled-with-cooldown, true",
    "disabled after 2026-11-01T12:00:01Z, true",
    "disabled after 2026-11-01T12:00:00Z, false"
  })
  void a_setting_reads_back_and_tells_whether_it_protects_at_noon(String text, boolean protects) {
    DeregistrationProtection setting = DeregistrationProtection.parse(text);
    assertThat(setting).hasToString(text).isEqualTo(DeregistrationProtection.parse(text));
    assertThat(setting.protectsAt(NOON)).isEqualTo(protects);
  }

  @Rules("PROT-04")
  @Test
  void each_text_is_the_setting_it_says() {
    assertThat(DeregistrationProtection.parse("disabled"))
        .isEqualTo(DeregistrationProtection.disabled());
    assertThat(DeregistrationProtection.parse("enabled-without-cooldown"))
        .isEqualTo(DeregistrationProtection.enabledWithoutCooldown());
    assertThat(DeregistrationProtection.parse("enabled-with-cooldown"))
        .isEqualTo(DeregistrationProtection.enabledWithCooldown());
    assertThat(DeregistrationProtection.parse("disabled after 2026-11-01T12:00:00Z"))
        .isEqualTo(DeregistrationProtection.disabledAfter(NOON));
  }

  @Rules("PROT-04")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "disabled after 2026-11-01T12:00:00.000Z",
        "disabled after 2026-11-01T14:00:00+02:00",
        "disabled after 2026-11-01T12:00Z"
      })
  void the_time_is_read_with_millis_offset_or_without_seconds(String text) {
    assertThat(DeregistrationProtection.parse(text))
        .isEqualTo(DeregistrationProtection.disabledAfter(NOON));
  }

  @Rules("PROT-04")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Disabled",
        "enabled",
        "disabled ",
        "disabled after",
        "disabled after ",
        "disabled after noon",
        "disabled after 2026-11-01",
        "disabled after 2026-11-01T12:00:00",
        "disabled after 2026-13-01T12:00:00Z"
      })
  void there_is_no_other_setting(String text) {
    assertRefused(
        () -> DeregistrationProtection.parse(text),
        "deregistration-protection.known",
        "",
        INVALID_PARAMETER_VALUE);
  }

  @Test
  void cooling_down_protects_until_the_exact_instant_and_not_from_it_on() {
    DeregistrationProtection coolingDown = DeregistrationProtection.disabledAfter(NOON);
    assertThat(coolingDown.protectsAt(NOON.minusNanos(1))).isTrue();
    assertThat(coolingDown.protectsAt(NOON)).isFalse();
    assertThat(coolingDown.protectsAt(NOON.plusNanos(1))).isFalse();
  }

  @Test
  void a_cool_down_takes_24_hours() {
    assertThat(DeregistrationProtection.COOLDOWN).isEqualTo(Duration.ofHours(24));
  }

  @Property
  void time_matters_only_to_a_cool_down(@ForAll @LongRange(min = 0) long millis) {
    Instant time = Instant.ofEpochMilli(millis);
    assertThat(DeregistrationProtection.disabled().protectsAt(time)).isFalse();
    assertThat(DeregistrationProtection.enabledWithoutCooldown().protectsAt(time))
        .isTrue();
    assertThat(DeregistrationProtection.enabledWithCooldown().protectsAt(time)).isTrue();
  }

  @Property
  void every_cool_down_reads_back(@ForAll Instant end) {
    DeregistrationProtection setting = DeregistrationProtection.disabledAfter(end);
    assertThat(DeregistrationProtection.parse(setting.toString())).isEqualTo(setting);
  }
}
