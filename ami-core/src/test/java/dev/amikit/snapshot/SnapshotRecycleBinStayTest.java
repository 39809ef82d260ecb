package dev.amikit.snapshot;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.rule.Rules;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SnapshotRecycleBinStayTest {
  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final ImmutableSet<CreateVolumePermission> SUSPENDED =
      ImmutableSet.of(CreateVolumePermission.everyone());

  @Test
  void a_snapshot_leaves_the_recycle_bin_after_it_entered() {
    SnapshotRecycleBinStay stay = new SnapshotRecycleBinStay(NOON, NOON.plusNanos(1), SUSPENDED);
    assertThat(stay.enterTime()).isEqualTo(NOON);
    assertThat(stay.exitTime()).isEqualTo(NOON.plusNanos(1));
    assertThat(stay.suspendedCreateVolumePermissions()).isEqualTo(SUSPENDED);
  }

  @Rules("SBIN-01")
  @Test
  void it_does_not_leave_before_nor_at_that_time() {
    for (Instant exit : new Instant[] {NOON, NOON.minusNanos(1), Instant.MIN}) {
      assertRefused(
          () -> new SnapshotRecycleBinStay(NOON, exit, SUSPENDED),
          "snapshot-recycle-bin-stay.ends-later",
          "exitTime",
          INVALID_PARAMETER_VALUE);
    }
  }
}
