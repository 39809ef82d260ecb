package dev.amikit.image;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.permission.LaunchPermission;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecycleBinStayTest {
  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final ImmutableSet<LaunchPermission> SUSPENDED =
      ImmutableSet.of(LaunchPermission.everyone());

  @Test
  void an_image_leaves_the_recycle_bin_after_it_entered() {
    RecycleBinStay stay = new RecycleBinStay(NOON, NOON.plusNanos(1), SUSPENDED);
    assertThat(stay.enterTime()).isEqualTo(NOON);
    assertThat(stay.exitTime()).isEqualTo(NOON.plusNanos(1));
    assertThat(stay.suspendedLaunchPermissions()).isEqualTo(SUSPENDED);
  }

  @Test
  void it_does_not_leave_before_nor_at_that_time() {
    for (Instant exit : new Instant[] {NOON, NOON.minusNanos(1), Instant.MIN}) {
      assertRefused(
          () -> new RecycleBinStay(NOON, exit, SUSPENDED),
          "recycle-bin-stay.ends-later",
          "exitTime",
          INVALID_PARAMETER_VALUE);
    }
  }
}
