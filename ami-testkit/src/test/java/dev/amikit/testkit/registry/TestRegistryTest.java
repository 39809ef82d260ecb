package dev.amikit.testkit.registry;

import static dev.amikit.testkit.registry.TestRegistry.HERE;
import static dev.amikit.testkit.registry.TestRegistry.OWNER;
import static dev.amikit.testkit.registry.TestRegistry.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.SnapshotId;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.snapshot.CreateSnapshot;
import dev.amikit.rule.ErrorCode;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TestRegistryTest {
  private static final Duration WORK = Duration.ofHours(3);
  private static final ErrorCode NOT_FOUND = ErrorCode.INVALID_SNAPSHOT_NOT_FOUND;
  private static final SnapshotId UNKNOWN = SnapshotId.of("snap-0123456789abcdef0");

  private final TestRegistry ec2 = new TestRegistry(
      RegistrySettings.builder().completion(CompletionPolicy.after(WORK)).build());
  private final Ec2 owner = ec2.as(OWNER, HERE);

  @Test
  void work_ends_as_the_time_passes_that_it_takes() {
    SnapshotId id = snapshot().snapshotId();

    ec2.pass(WORK.minusNanos(1));
    assertThat(state(id)).isEqualTo(SnapshotState.PENDING);
    ec2.pass(Duration.ofNanos(1));
    assertThat(state(id)).isEqualTo(SnapshotState.COMPLETED);
    assertThat(ec2.now()).isEqualTo(START.plus(WORK));
  }

  @Test
  void a_refusal_passes() {
    ec2.assertRefused(() -> owner.deleteSnapshot(UNKNOWN), NOT_FOUND, "snapshot.exists");
  }

  @Test
  void a_call_that_succeeds_is_caught() {
    assertCaught(() -> snapshot(), NOT_FOUND, "snapshot.exists", "the call, which must be refused");
  }

  @Test
  void a_refusal_with_another_error_code_is_caught() {
    assertCaught(
        () -> owner.deleteSnapshot(UNKNOWN),
        ErrorCode.INCORRECT_STATE,
        "snapshot.exists",
        "The snapshot 'snap-0123456789abcdef0' does not exist.");
  }

  @Test
  void a_refusal_by_another_rule_is_caught() {
    assertCaught(
        () -> owner.deleteSnapshot(UNKNOWN),
        NOT_FOUND,
        "delete-snapshot.unlocked",
        "the rules by which the call is refused");
  }

  @Test
  void a_refusal_that_leaves_a_trace_is_caught() {
    ThrowingCallable call = () -> {
      snapshot();
      owner.deleteSnapshot(UNKNOWN);
    };
    assertCaught(call, NOT_FOUND, "snapshot.exists", "all that there is after a refusal");
  }

  private void assertCaught(ThrowingCallable call, ErrorCode errorCode, String rule, String words) {
    assertThatThrownBy(() -> ec2.assertRefused(call, errorCode, rule))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(words);
  }

  private Snapshot snapshot() {
    return owner.createSnapshot(CreateSnapshot.builder()
        .volumeId(owner.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8)).volumeId())
        .build());
  }

  private SnapshotState state(SnapshotId id) {
    return ec2.state().snapshot(HERE, id).orElseThrow().state();
  }
}
