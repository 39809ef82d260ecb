package dev.amikit.testkit.assertion;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;
import static dev.amikit.testkit.ec2.TestEc2.HOME;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.testkit.ec2.TestEc2;
import dev.amikit.testkit.ec2.Worlds;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.fixture.Snapshots;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is said of a registry, and of two values that differ. */
class RegistryAssertTest {
  private static final ImageId UNKNOWN = ImageId.of("ami-12345678");
  private static final SnapshotId NONE = SnapshotId.of("snap-12345678");

  private final TestEc2 aws = TestEc2.of(
      RegistrySettings.builder().completion(CompletionPolicy.whenTold()).build());
  private final Worlds.Bakery world = Worlds.bakery(aws);
  private final ImageId golden = world.golden().imageId();

  @Test
  void images_and_snapshots_are_looked_at_as_their_owners_have_them() {
    assertThat(aws.state()).image(HOME, golden).isAvailable().isSharedWith(Accounts.OTHER);
    assertThat(aws.state()).snapshot(HOME, Snapshots.ID).isCompleted();
    assertThat(aws.state()).hasNoImage(HOME, UNKNOWN).hasNoSnapshot(HOME, NONE).hasNoWorkUnderWay();
    world.bakery().deregisterImage(golden);
    assertThat(aws.state()).hasNoImage(HOME, golden);
  }

  @Test
  void failures_say_what_was_found() {
    ImageId copy = world
        .bakery()
        .copyImage(CopyImage.builder()
            .sourceRegion(HOME)
            .sourceImageId(golden)
            .name("copy")
            .build());
    says(
        () -> assertThat(aws.state()).image(HOME, UNKNOWN),
        "Expected ami-12345678 in us-east-1 but there is none");
    says(
        () -> assertThat(aws.state()).snapshot(HOME, NONE),
        "Expected snap-12345678 in us-east-1 but there is none");
    says(
        () -> assertThat(aws.state()).hasNoImage(HOME, copy),
        "Expected no " + copy + " in us-east-1 but it is pending");
    says(
        () -> assertThat(aws.state()).hasNoSnapshot(HOME, Snapshots.ID),
        "Expected no snap-0abcdef1234567890 in us-east-1 but it is completed");
    says(
        () -> assertThat(aws.state()).hasNoWorkUnderWay(),
        "Expected no work under way but there is IMAGE_COPY of " + copy);
  }

  @Test
  void instances_volumes_rules_and_work_are_looked_at_too() {
    Ec2 ec2 = world.bakery();
    InstanceId instance = ec2.runInstances(
            RunInstances.builder().imageId(golden).instanceType("m7i.large").build())
        .instances()
        .get(0)
        .instanceId();
    VolumeId volume = ec2.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8)).volumeId();
    String rule = aws.recycleBin(Accounts.OWNER, HOME)
        .createRule(CreateRule.ofRegion(ResourceType.EC2_IMAGE, 7))
        .identifier();
    ImageId copy = ec2.copyImage(CopyImage.builder()
        .sourceRegion(HOME)
        .sourceImageId(golden)
        .name("copy")
        .build());

    assertThat(aws.state()).instance(HOME, instance).isLaunchedFrom(golden);
    assertThat(aws.state()).volume(HOME, volume).isAvailable();
    assertThat(aws.state()).retentionRule(HOME, Accounts.OWNER, rule).keepsForDays(7);
    assertThat(aws.state())
        .hasWorkUnderWay(HOME, copy)
        .hasNoVolume(HOME, VolumeId.of("vol-12345678"));

    says(
        () -> assertThat(aws.state()).instance(HOME, InstanceId.of("i-12345678")),
        "Expected i-12345678 in us-east-1 but there is none");
    says(
        () -> assertThat(aws.state()).volume(HOME, VolumeId.of("vol-12345678")),
        "Expected vol-12345678 in us-east-1 but there is none");
    says(
        () -> assertThat(aws.state()).hasNoVolume(HOME, volume),
        "Expected no " + volume + " in us-east-1 but it is available");
    says(
        () -> assertThat(aws.state()).retentionRule(HOME, Accounts.OTHER, rule),
        "Expected retention rule " + rule + " of 444455556666 in us-east-1 but there is none");
    says(
        () -> assertThat(aws.state()).hasWorkUnderWay(HOME, golden),
        "Expected work under way for " + golden + " in us-east-1 but there is none");
  }

  @Test
  void values_that_differ_tell_where() {
    assertThat(Amis.availableAmi()).isEqualTo(Amis.availableAmi());
    assertThat(Snapshots.completedSnapshot()).isEqualTo(Snapshots.completedSnapshot());
    says(
        () -> assertThat(Amis.availableAmi().toBuilder().name("other").build())
            .isEqualTo(Amis.armAmi()),
        "ami-0abcdef1234567890 differs:%n".formatted()
            + "  architecture: expected arm64 but was x86_64%n".formatted()
            + "  name: expected golden-2026.01 but was other");
    says(
        () -> assertThat(Snapshots.completedSnapshot()).isEqualTo(Snapshots.archivedSnapshot()),
        "snap-0abcdef1234567890 differs:%n".formatted()
            + "  storageTier: expected archive but was standard");
  }

  @Test
  void assertions_can_be_soft() {
    assertThatThrownBy(() -> SoftAssertions.assertSoftly(softly -> {
          softly.check(() -> assertThat(Amis.availableAmi()).isDisabled());
          softly.check(() -> assertThat(Amis.availableAmi()).isAvailable());
          softly.check(() -> assertThat(Snapshots.completedSnapshot()).isEncrypted());
        }))
        .hasMessageContainingAll(
            "Expected ami-0abcdef1234567890 to be disabled but it is available",
            "Expected snap-0abcdef1234567890 to be encrypted but it is not");
  }

  private static void says(ThrowingCallable assertion, String message) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessage(message);
  }
}
