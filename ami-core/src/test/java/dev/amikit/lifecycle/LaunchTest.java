package dev.amikit.lifecycle;

import static dev.amikit.lifecycle.Images.EVERYONE;
import static dev.amikit.lifecycle.Images.NOW;
import static dev.amikit.lifecycle.Images.PARTNER;
import static dev.amikit.lifecycle.Images.assertUnchanged;
import static dev.amikit.lifecycle.Images.image;
import static dev.amikit.lifecycle.Images.published;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.image.Ami;
import dev.amikit.rule.Rules;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Launching, and what happens to public images that nobody launches. */
class LaunchTest {
  @Test
  @Rules("LLT-01")
  void a_launch_is_remembered_by_the_last_one() {
    Ami ami = Images.available();

    Decision<Ami> first = new Launch().decide(ami, NOW);
    assertThat(first.events()).containsExactly(new ImageLaunched(NOW));
    Ami launched = first.applyTo(ami);
    assertThat(launched).isEqualTo(image().lastLaunchedTime(NOW).build());

    assertThat(
            new Launch().decide(launched, NOW.plusSeconds(5)).applyTo(launched).lastLaunchedTime())
        .hasValue(NOW.plusSeconds(5));
  }

  @ParameterizedTest
  @Rules({"LIFE-21", "DEPR-22", "PUB-12"})
  @CsvSource({
    // deprecated,          last launched,        now,                  is it withdrawn?
    "2026-02-01T00:00:00Z, 2026-02-10T08:00:00Z, 2026-08-10T08:00:00Z,           true",
    "2026-02-01T00:00:00Z, 2026-02-10T08:00:00Z, 2026-08-10T07:59:59.999999999Z, false",
    // Six months after 31 August end with February.
    "2026-02-01T00:00:00Z, 2026-08-31T08:00:00Z, 2027-02-28T08:00:00Z,           true",
    "2026-02-01T00:00:00Z, 2026-08-31T08:00:00Z, 2027-02-28T07:59:59Z,           false",
    // Never launched: six months after the creation on 2026-01-15T10:20:30Z.
    "2026-02-01T00:00:00Z,                     , 2026-07-15T10:20:30Z,           true",
    "2026-02-01T00:00:00Z,                     , 2026-07-15T10:20:29Z,           false",
    // Unused for long, but not deprecated before the very instant.
    "2027-02-01T00:00:00Z, 2026-02-10T08:00:00Z, 2027-02-01T00:00:00Z,           true",
    "2027-02-01T00:00:00Z, 2026-02-10T08:00:00Z, 2027-01-31T23:59:59.999999999Z, false",
    "                    , 2026-02-10T08:00:00Z, 2027-02-01T00:00:00Z,           false"
  })
  void a_deprecated_image_unused_for_six_months_is_public_no_more(
      Instant deprecated, Instant lastLaunched, Instant now, boolean withdrawn) {
    Ami ami = published()
        .deprecationTime(Optional.ofNullable(deprecated))
        .lastLaunchedTime(Optional.ofNullable(lastLaunched))
        .build();
    Decision<Ami> decision = new WithdrawPublicPermission().decide(ami, now);

    if (withdrawn) {
      assertThat(decision.events())
          .containsExactly(
              new LaunchPermissionsChanged(ImmutableSet.of(), ImmutableSet.of(EVERYONE)));
      // State, deprecation time and the permissions of accounts stay.
      assertThat(decision.applyTo(ami))
          .isEqualTo(ami.toBuilder().launchPermissions(ImmutableSet.of(PARTNER)).build());
    } else {
      assertUnchanged(new WithdrawPublicPermission(), ami, now);
    }
  }

  @Test
  @Rules("LIFE-21")
  void an_image_that_is_not_public_keeps_its_permissions() {
    Ami ami = image().deprecationTime(Instant.parse("2026-02-01T00:00:00Z")).build();

    assertUnchanged(new WithdrawPublicPermission(), ami, Instant.parse("2030-01-01T00:00:00Z"));
  }

  @Test
  void an_image_that_tells_neither_launch_nor_creation_is_left_alone() {
    Ami ami = published().creationDate(Optional.empty()).build();

    assertUnchanged(new WithdrawPublicPermission(), ami, Instant.parse("2040-01-01T00:00:00Z"));
  }
}
