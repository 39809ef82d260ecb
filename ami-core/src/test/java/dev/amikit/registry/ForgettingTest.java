package dev.amikit.registry;

import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.page.Page;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.DeregisterImage;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegionState;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.rule.Rules;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is gone is remembered for an hour, by the clock, and then not at all. */
class ForgettingTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration NEARLY = HOUR.minusNanos(1);

  private final TestLaunch at = new TestLaunch();
  private final TestRegistry ec2 = at.ec2;
  private final Ami golden = at.put(image -> image);

  private void assertUnavailable(ImageId id) {
    assertSays(
        () -> ec2.owner().disableImage(id),
        "InvalidAMIID.Unavailable",
        "The image ID '%s' is no longer available".formatted(id));
  }

  private void assertUnknown(ImageId id) {
    assertSays(
        () -> ec2.owner().disableImage(id),
        "InvalidAMIID.NotFound",
        "The image id '[%s]' does not exist".formatted(id));
  }

  @Test
  @Rules({"DEC-24", "LIFE-10", "MTX-06"})
  void a_deregistered_image_is_remembered_for_an_hour() {
    ec2.owner().deregisterImage(golden.imageId());
    ec2.pass(NEARLY);
    assertThat(ec2.owner().describeImage(golden.imageId())).isEmpty();
    assertUnavailable(golden.imageId());

    ec2.pass(HOUR.minus(NEARLY));
    assertUnknown(golden.imageId());
    assertThat(ec2.state().in(HERE).agenda().tasks()).isEmpty();
  }

  @Test
  @Rules({"BIN-13", "DEC-24"})
  void an_image_that_expired_in_the_recycle_bin_is_remembered_for_an_hour_more() {
    ec2.owner().call(CreateRule.ofRegion(ResourceType.EC2_IMAGE, 1));
    ec2.owner().deregisterImage(golden.imageId());
    ec2.pass(Duration.ofDays(1).plus(NEARLY));
    assertUnavailable(golden.imageId());

    ec2.pass(HOUR.minus(NEARLY));
    assertUnknown(golden.imageId());
  }

  @Test
  void a_clock_that_jumps_over_the_recycle_bin_leaves_nothing() {
    ec2.owner().call(CreateRule.ofRegion(ResourceType.EC2_IMAGE, 1));
    ec2.owner().deregisterImage(golden.imageId());
    ec2.pass(Duration.ofDays(365));
    assertUnknown(golden.imageId());
  }

  @Test
  @Rules("REF-02")
  void a_terminated_instance_is_remembered_for_an_hour() {
    InstanceId instance = at.launch().instanceId();
    ec2.owner().terminateInstances(instance);
    ec2.pass(NEARLY);
    assertThat(ec2.owner().describeInstances(instance)).hasSize(1);

    ec2.pass(HOUR.minus(NEARLY));
    assertThat(ec2.owner().describeInstances()).isEmpty();
    assertThat(ec2.state().instance(HERE, instance)).isEmpty();
  }

  @Test
  void an_instance_that_goes_when_its_launch_is_reported_goes_all_the_same() {
    InstanceId instance = at.launch().instanceId();
    ec2.pass(Duration.ofHours(23));
    ec2.owner().terminateInstances(instance);
    ec2.pass(HOUR);
    assertThat(ec2.state().instance(HERE, instance)).isEmpty();
    assertThat(ec2.state().in(HERE).agenda().tasks()).isEmpty();
    assertThat(ec2.owner().describeImage(golden.imageId()).orElseThrow().lastLaunchedTime())
        .contains(TestRegistry.START);
  }

  @Test
  @Rules({"DEC-67", "IDEM-03", "IDEM-07"})
  void a_client_token_is_remembered_as_long_as_the_image_that_was_answered() {
    CopyImage copy = CopyImage.builder()
        .sourceRegion(HERE)
        .sourceImageId(golden.imageId())
        .name("copy")
        .clientToken("token")
        .build();
    Ec2 there = ec2.as(TestRegistry.OWNER, THERE);
    ImageId id = there.copyImage(copy);
    ec2.pass(Duration.ofDays(365));
    assertThat(there.copyImage(copy)).isEqualTo(id);

    there.deregisterImage(id);
    ec2.pass(NEARLY);
    assertThat(there.copyImage(copy)).isEqualTo(id);

    ec2.pass(HOUR.minus(NEARLY));
    assertThat(there.copyImage(copy)).isNotEqualTo(id);
  }

  @Test
  void a_registry_in_which_images_come_and_go_stays_as_large_as_it_was() {
    int rounds = 5_000;
    for (int i = 0; i < 10; i++) {
      ec2.put(TestImages.image(i, ec2.snapshot()).build());
    }
    comeAndGo(0, rounds);
    PartitionState early = ec2.state();
    long before = usedBytes();
    comeAndGo(rounds, 4 * rounds);
    long slope = (usedBytes() - before) / (3 * rounds);

    assertThat(ec2.state().in(HERE)).satisfies(here -> assertIsAsLargeAs(early.in(HERE), here));
    assertThat(slope).as("bytes that a round leaves behind").isLessThan(100);
  }

  /** Lets an hour pass for 60 images that come and go, with all that comes with them. */
  private void comeAndGo(int from, int to) {
    ImageQuery pages = ImageQuery.builder().maxResults(5).build();
    for (int i = from; i < to; i++) {
      VolumeId volume =
          ec2.owner().createVolume(EbsBlockDevice.blank(VolumeType.GP3, 1)).volumeId();
      SnapshotId snapshot = ec2.owner().createSnapshot(volume).snapshotId();
      ImageId image = ec2.owner()
          .copyImage(CopyImage.builder()
              .sourceRegion(HERE)
              .sourceImageId(golden.imageId())
              .name("copy " + i)
              .clientToken("token " + i)
              .build());
      InstanceId instance = ec2.owner()
          .runInstances(TestLaunch.request().imageId(image).build())
          .instances()
          .get(0)
          .instanceId();
      Page<Ami> page = ec2.owner().describeImages(pages);
      ec2.owner().describeImages(pages.next(page.nextToken().orElseThrow()));
      ec2.owner().terminateInstances(instance);
      ec2.owner().call(new DeregisterImage(image, true));
      ec2.owner().deleteSnapshot(snapshot);
      ec2.owner().deleteVolume(volume);
      ec2.pass(Duration.ofMinutes(1));
    }
  }

  private static void assertIsAsLargeAs(RegionState early, RegionState late) {
    assertThat(late.images().all()).hasSameSizeAs(early.images().all().toList());
    assertThat(late.snapshots().all()).hasSameSizeAs(early.snapshots().all().toList());
    assertThat(late.instances().all()).hasSameSizeAs(early.instances().all().toList());
    assertThat(late.volumes().all()).hasSameSizeAs(early.volumes().all().toList());
    assertThat(late.agenda().tasks()).hasSameSizeAs(early.agenda().tasks().toList());
  }

  private static long usedBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
