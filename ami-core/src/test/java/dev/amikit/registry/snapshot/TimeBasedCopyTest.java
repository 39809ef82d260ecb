package dev.amikit.registry.snapshot;

import static dev.amikit.registry.Copying.copyOf;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Time-based copies share the throughput of an account. */
class TimeBasedCopyTest {
  /** EC2's own example: within 15 minutes it is copied with 250 MiB/s. */
  private static final long MIB = 1L << 20;

  private static final Duration WORK = Duration.ofMinutes(15);

  private final TestRegistry ec2 = TestRegistry.completing(CompletionPolicy.after(WORK));
  private final Ec2 owner = ec2.owner();
  private final SnapshotId slow = snapshot(225_000);
  private final SnapshotId fast = snapshot(450_000);

  private SnapshotId snapshot(long mebibytes) {
    return ec2.snapshot(
        OWNER,
        it -> it.volumeSize(2_000)
            .fullSnapshotSizeInBytes(mebibytes * MIB)
            .addCreateVolumePermission(CreateVolumePermission.userId(FRIEND)));
  }

  private ImageId image(SnapshotId root) {
    return ec2.put(TestLaunch.image(root)
            .imageId("ami-" + root.value().substring("snap-".length()))
            .name("image of " + root)
            .build())
        .imageId();
  }

  private void copy(Ec2 caller, SnapshotId source, int times) {
    for (int i = 0; i < times; i++) {
      caller.copySnapshot(copyOf(source).completionDurationMinutes(15).build());
    }
  }

  private static void assertNothingIsLeft(ThrowingCallable call) {
    assertSays(
        call,
        "ResourceLimitExceeded",
        "You have reached your quota of 2000 MiB/s for the cumulative throughput of time-based"
            + " snapshot copies in this Region.");
  }

  @Test
  @Rules({"SNAP-29", "COPY-33"})
  void are_refused_when_2000_mebibytes_a_second_are_used() {
    assertThat(Quotas.standard().copyThroughput()).isEqualTo(2_000);
    copy(owner, slow, 8);

    assertNothingIsLeft(() -> copy(owner, slow, 1));

    owner.copySnapshot(copyOf(slow).build());
    assertNothingIsLeft(() -> copy(owner, slow, 1));
    assertThatThrownBy(() -> copy(owner, slow, 1))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.violations())
                .extracting(Violation::found)
                .containsExactly("2000 MiB/s"));
    copy(ec2.as(FRIEND), slow, 1);
    copy(ec2.as(OWNER, THERE), slow, 1);
    ec2.pass(WORK);
    copy(owner, slow, 1);
  }

  @Test
  @Rules("SNAP-29")
  void take_longer_where_less_is_left_than_they_ask_for() {
    copy(owner, slow, 7);
    copy(owner, fast, 1);

    assertNothingIsLeft(() -> copy(owner, slow, 1));
  }

  @Test
  @Rules("SNAP-29")
  void are_made_with_500_mebibytes_a_second_at_most() {
    SnapshotId huge = snapshot(2_000_000);
    copy(owner, huge, 3);
    copy(owner, slow, 1);
    copy(owner, slow, 1);

    assertNothingIsLeft(() -> copy(owner, slow, 1));
  }

  @Test
  @Rules("SNAP-29")
  void use_less_the_longer_they_may_take() {
    for (int i = 0; i < 16; i++) {
      owner.copySnapshot(copyOf(slow).completionDurationMinutes(30).build());
    }

    assertNothingIsLeft(() -> copy(owner, slow, 1));
  }

  @Test
  @Rules("SNAP-29")
  void use_what_the_volume_has_where_the_size_of_the_data_is_not_known() {
    SnapshotId unknown = ec2.snapshot(OWNER, it -> it.volumeSize(2_000));
    copy(owner, unknown, 4);

    assertNothingIsLeft(() -> copy(owner, slow, 1));
  }

  @Test
  @Rules({"COPY-33", "SNAP-29"})
  void of_an_image_are_refused_if_they_ask_for_more_than_is_left() {
    ImageId ofSlow = image(slow);
    ImageId ofFast = image(fast);
    copy(owner, slow, 7);

    assertNothingIsLeft(() ->
        owner.copyImage(copyOf(ofFast).snapshotCopyCompletionDurationMinutes(15).build()));
    owner.copyImage(copyOf(ofSlow).snapshotCopyCompletionDurationMinutes(15).build());
    assertNothingIsLeft(() -> copy(owner, slow, 1));
    owner.copyImage(copyOf(ofFast).build());
    ec2.pass(WORK);
    owner.copyImage(copyOf(ofFast).snapshotCopyCompletionDurationMinutes(15).build());
  }

  @Test
  @Rules("SNAP-29")
  void have_a_quota_that_can_be_another() {
    TestRegistry tight = new TestRegistry(RegistrySettings.builder()
        .ids(IdSource.counting())
        .completion(CompletionPolicy.whenTold())
        .quotas(Quotas.builder().copyThroughput(1).build())
        .build());
    SnapshotId source = tight.snapshot(OWNER, it -> it.fullSnapshotSizeInBytes(900 * MIB));
    SnapshotId copy =
        tight.owner().copySnapshot(copyOf(source).completionDurationMinutes(15).build());

    assertSays(
        () -> tight
            .owner()
            .copySnapshot(copyOf(source).completionDurationMinutes(15).build()),
        "ResourceLimitExceeded",
        "You have reached your quota of 1 MiB/s for the cumulative throughput of time-based"
            + " snapshot copies in this Region.");
    tight.registry.aws().complete(HERE, copy);
    tight.owner().copySnapshot(copyOf(source).completionDurationMinutes(15).build());
  }
}
