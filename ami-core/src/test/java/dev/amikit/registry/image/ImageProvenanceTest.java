package dev.amikit.registry.image;

import static dev.amikit.lifecycle.ModifyLaunchPermission.grant;
import static dev.amikit.registry.TestImages.TO_FRIEND;
import static dev.amikit.registry.TestImages.id;
import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.Architecture;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.ImageName;
import dev.amikit.image.ImageWatermark;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.snapshot.DeleteSnapshot;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.Rules;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an image tells of the images, launches and accounts that it has to do with. */
class ImageProvenanceTest {
  private final TestRegistry ec2 = new TestRegistry();
  private final SnapshotId snapshot = ec2.snapshot(
      OWNER, builder -> builder.addCreateVolumePermission(CreateVolumePermission.userId(FRIEND)));

  @Test
  @Rules({"ANC-01", "ANC-02", "ANC-10", "QRY-24"})
  void copies_and_images_of_instances_record_their_parent_and_the_line_goes_through_them() {
    golden();
    ImageId copy = copyThere();
    InstanceId instance = launch(ec2.as(FRIEND, THERE), copy);
    ImageId derived = createImage(ec2.as(FRIEND, THERE), instance);
    assertThat(present(THERE, copy).sourceImageId()).hasValue(id(1));
    assertThat(present(THERE, copy).sourceImageRegion()).hasValue(HERE);
    assertThat(present(THERE, copy).sourceInstanceId()).isEmpty();
    assertThat(present(THERE, derived).sourceInstanceId()).hasValue(instance);
    assertThat(present(THERE, derived).sourceImageId()).hasValue(copy);
    assertThat(present(THERE, derived).sourceImageRegion()).hasValue(THERE);
    ec2.owner().disableImageDeregistrationProtection(id(1));
    ec2.owner().deregisterImage(id(1));
    assertThat(ec2.as(FRIEND, THERE).getImageAncestry(derived))
        .extracting(ImageAncestryEntry::imageId)
        .containsExactly(derived, copy, id(1));
  }

  @Test
  @Rules({"WM-06", "WM-07", "WMK-09", "CREATE-22", "INV-11", "REG-22", "WMK-12"})
  void watermarks_pass_on_unchanged_across_accounts_and_regions() {
    golden();
    List<ImageWatermark> watermarks = present(HERE, id(1)).imageWatermarks();
    assertThat(watermarks).hasSize(2);
    ImageId copy = copyThere();
    assertThat(present(THERE, copy).imageWatermarks()).isEqualTo(watermarks);
    ImageId derived = createImage(ec2.as(FRIEND, THERE), launch(ec2.as(FRIEND, THERE), copy));
    assertThat(present(THERE, derived).imageWatermarks()).isEqualTo(watermarks);
    ImageId registered = ec2.owner()
        .registerImage(RegisterImage.builder()
            .name("registered")
            .hvm(Architecture.X86_64)
            .ebsRoot("/dev/xvda", snapshot)
            .build());
    assertThat(present(HERE, registered).imageWatermarks()).isEmpty();
    ec2.owner().detachImageWatermark(id(1), watermarks.get(0).watermarkKey());
    assertThat(present(THERE, copy).imageWatermarks()).isEqualTo(watermarks);
  }

  @Test
  @Rules({"DEPR-21", "PROT-15", "PERM-04", "COM-21", "COM-22", "LLT-05"})
  void nothing_else_that_was_decided_for_the_parent_holds_for_the_child() {
    golden();
    launch(ec2.owner(), id(1));
    ec2.pass(Duration.ofDays(1));
    assertThat(present(HERE, id(1)).lastLaunchedTime()).contains(START);
    ImageId copy = copyThere();
    ImageId derived = createImage(ec2.as(FRIEND, THERE), launch(ec2.as(FRIEND, THERE), copy));
    ImageId direct = createImage(ec2.as(FRIEND), launch(ec2.as(FRIEND), id(1)));
    for (Ami ami : List.of(present(THERE, copy), present(THERE, derived), present(HERE, direct))) {
      assertThat(ami.ownerId()).isEqualTo(FRIEND);
      assertThat(ami.launchPermissions()).hasValue(ImmutableSet.of());
      assertThat(ami.deprecationTime()).isEmpty();
      assertThat(ami.isProtectedAt(ec2.clock.instant())).isFalse();
      assertThat(ami.lastLaunchedTime()).isEmpty();
    }
  }

  @Test
  @Rules({"PERM-13", "PERM-16", "SHR-08", "DEC-27"})
  void a_grantee_launches_over_snapshots_that_it_cannot_read_and_images_its_instances() {
    SnapshotId unshared = ec2.snapshot();
    ec2.put(image(1, unshared).build());
    ec2.owner().modifyImageAttribute(id(1), grant(TO_FRIEND));
    ImageId own = createImage(ec2.as(FRIEND), launch(ec2.as(FRIEND), id(1)));
    assertThat(present(HERE, own).ownerId()).isEqualTo(FRIEND);
    assertRefused(
        ec2::state,
        () -> ec2.as(FRIEND).createTags(Tags.of("a", "b"), unshared),
        "InvalidSnapshot.NotFound",
        "snapshot.exists");
  }

  @Test
  @Rules({"LAUNCH-40", "LAUNCH-41", "LLT-01"})
  void the_last_launch_by_any_account_is_reported_and_restarting_an_instance_is_none() {
    ec2.put(image(1, snapshot).addLaunchPermission(TO_FRIEND).build());
    InstanceId instance = launch(ec2.as(FRIEND), id(1));
    ec2.pass(Duration.ofHours(2));
    ec2.as(FRIEND).stopInstances(instance);
    ec2.as(FRIEND).startInstances(instance);
    ec2.pass(Duration.ofHours(22));
    assertThat(reported()).isEqualTo(START);
    launch(ec2.owner(), id(1));
    Instant second = ec2.clock.instant();
    ec2.pass(Duration.ofHours(24));
    assertThat(reported()).isEqualTo(second);
  }

  @Test
  @Rules({"LLT-01", "LLT-02", "LLT-03", "LAUNCH-40", "IMG-31", "DEC-112"})
  void every_launch_is_reported_24_hours_after_it_and_the_one_before_is_told_until_then() {
    ec2.put(image(1, snapshot).build());
    Duration step = Duration.ofHours(10);
    Instant first = START;
    Instant second = first.plus(step);
    Instant third = second.plus(step);
    launch(ec2.owner(), id(1));
    ec2.pass(step);
    launch(ec2.owner(), id(1));
    ec2.pass(step);
    launch(ec2.owner(), id(1));
    ec2.pass(Duration.ofHours(4).minusSeconds(1));
    assertTold(Optional.empty());
    for (Instant launch : List.of(first, second, third)) {
      ec2.pass(Duration.ofSeconds(1));
      assertTold(Optional.of(launch));
      ec2.pass(step.minusSeconds(1));
      assertTold(Optional.of(launch));
    }
  }

  private void assertTold(Optional<Instant> launch) {
    assertThat(ec2.owner().describeImage(id(1)).orElseThrow().lastLaunchedTime())
        .isEqualTo(launch);
    assertThat(lastLaunchedTime()).isEqualTo(launch);
  }

  @Test
  @Rules({"LIFE-21", "PUB-12"})
  void a_launch_that_is_not_reported_yet_keeps_an_old_public_image_public() {
    ec2.put(image(1, snapshot)
        .creationDate(START)
        .deprecationTime(START.plus(Duration.ofDays(1)))
        .addLaunchPermission(LaunchPermission.everyone())
        .build());
    ec2.pass(Duration.ofDays(200));
    launch(ec2.as(FRIEND), id(1));
    ec2.registry.aws().withdrawPublicPermissions(HERE);
    assertThat(present(HERE, id(1)).isPublic()).isTrue();
    ec2.pass(Duration.ofDays(180));
    ec2.registry.aws().withdrawPublicPermissions(HERE);
    assertThat(present(HERE, id(1)).isPublic()).isTrue();
    ec2.pass(Duration.ofDays(5));
    ec2.registry.aws().withdrawPublicPermissions(HERE);
    assertThat(present(HERE, id(1)).isPublic()).isFalse();
  }

  @Test
  @Rules("LLT-01")
  void a_launch_of_an_image_that_is_forgotten_meanwhile_is_reported_to_nobody() {
    ec2.put(image(1, snapshot).build());
    launch(ec2.owner(), id(1));
    ec2.owner().deregisterImage(id(1));
    ec2.registry.aws().happen(new RegistryEvent.ImagePurged(HERE, id(1)));
    ec2.pass(Duration.ofDays(1));
    assertThat(ec2.registry.state().image(HERE, id(1))).isEmpty();
    assertThat(ec2.registry.state().in(HERE).agenda().tasks()).isEmpty();
  }

  @Test
  @Rules({"DISABLE-11"})
  void the_snapshots_of_a_disabled_image_cannot_be_deleted() {
    ec2.put(image(1, snapshot).build());
    ec2.owner().disableImage(id(1));
    assertRefused(
        ec2::state,
        () -> ec2.owner().deleteSnapshot(snapshot),
        "InvalidSnapshot.InUse",
        DeleteSnapshot.UNUSED.id().value());
  }

  private Instant reported() {
    return lastLaunchedTime().orElseThrow();
  }

  private Optional<Instant> lastLaunchedTime() {
    return ec2.owner()
        .describeImageAttribute(id(1), ImageAttributeName.LAST_LAUNCHED_TIME)
        .lastLaunchedTime();
  }

  /** An image with all that can be decided for one, over a snapshot that the friend can read. */
  private void golden() {
    ec2.put(image(1, snapshot)
        .addLaunchPermission(TO_FRIEND)
        .deregistrationProtection(DeregistrationProtection.enabledWithoutCooldown())
        .build());
    ec2.owner().enableImageDeprecation(id(1), START.plus(Duration.ofDays(30)));
    ec2.owner().attachImageWatermark(id(1), "first");
    ec2.owner().attachImageWatermark(id(1), "second");
  }

  private ImageId copyThere() {
    return ec2.as(FRIEND, THERE)
        .copyImage(CopyImage.builder()
            .sourceRegion(HERE)
            .sourceImageId(id(1))
            .name(ImageName.of("copy"))
            .build());
  }

  private static InstanceId launch(Ec2 ec2, ImageId image) {
    return ec2.runInstances(
            RunInstances.builder().imageId(image).instanceType("t3.micro").build())
        .instances()
        .get(0)
        .instanceId();
  }

  private static ImageId createImage(Ec2 ec2, InstanceId instance) {
    return ec2.createImage(
        CreateImage.builder().instanceId(instance).name(ImageName.of("derived")).build());
  }

  private Ami present(Region region, ImageId id) {
    return ec2.registry.state().image(region, id).orElseThrow();
  }
}
