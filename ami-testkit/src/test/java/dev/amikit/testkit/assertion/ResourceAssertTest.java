package dev.amikit.testkit.assertion;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.instance.CreateVolume;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.RetentionRule.RuleLockState;
import dev.amikit.registry.state.Volume;
import dev.amikit.tag.Tags;
import dev.amikit.testkit.ec2.TestEc2;
import dev.amikit.testkit.ec2.Worlds;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.fixture.Snapshots;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is said of instances, volumes and retention rules, and what it says when it is wrong. */
class ResourceAssertTest {
  private static final VolumeId NO_VOLUME = VolumeId.of("vol-12345678");
  private static final InstanceId NO_INSTANCE = InstanceId.of("i-12345678");
  private static final AccountId STRANGER = AccountId.of("777788889999");

  private final TestEc2 aws = TestEc2.create();
  private final Ec2 ec2 = Worlds.bakery(aws).bakery();

  private Instance launched() {
    return ec2.runInstances(RunInstances.builder()
            .imageId(Amis.ID)
            .instanceType("m7i.large")
            .addTagSpecification(TagSpecification.instance(Tags.of("env", "prod")))
            .build())
        .instances()
        .get(0);
  }

  private static void says(ThrowingCallable assertion, String message) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessage(message);
  }

  @Nested
  class Of_an_instance {
    private final Instance instance = launched();
    private final VolumeId root = instance.volumes().values().iterator().next().volumeId();
    private final String expected = "Expected " + instance.instanceId() + " to ";

    @Test
    void what_holds_passes() {
      assertThat(instance)
          .isRunning()
          .isInState(InstanceState.RUNNING)
          .isLaunchedFrom(Amis.ID)
          .hasVolume(root)
          .isOwnedBy(Accounts.OWNER)
          .hasTag("env", "prod")
          .hasNoTag("team")
          .isEqualTo(instance.toBuilder().build());
      ec2.terminateInstances(instance.instanceId());
      assertThat(aws.state()).instance(TestEc2.HOME, instance.instanceId()).isTerminated();
    }

    @Test
    void what_does_not_hold_says_what_is() {
      says(() -> assertThat(instance).isTerminated(), expected + "be terminated but it is running");
      says(
          () -> assertThat(instance).isInState(InstanceState.STOPPED),
          expected + "be stopped but it is running");
      says(
          () -> assertThat(instance.toBuilder().state(InstanceState.PENDING).build())
              .isRunning(),
          expected + "be running but it is pending");
      says(
          () -> assertThat(instance).isLaunchedFrom(ImageId.of("ami-12345678")),
          expected + "be launched from ami-12345678 but it is from " + Amis.ID);
      says(
          () -> assertThat(instance).hasVolume(NO_VOLUME),
          expected + "have the volume vol-12345678 but its volumes are [" + root + "]");
      says(
          () -> assertThat(instance).isOwnedBy(STRANGER),
          expected + "be owned by 777788889999 but its owner is 111122223333");
      says(
          () -> assertThat(instance).hasTag("env", "test"),
          expected + "have the tag env=test but its tags are {env=prod}");
      says(
          () -> assertThat(instance).hasNoTag("env"),
          expected + "have no tag env but its tags are {env=prod}");
      says(
          () -> assertThat(instance)
              .isEqualTo(instance.toBuilder().state(InstanceState.STOPPED).build()),
          instance.instanceId()
              + " differs:%n  state: expected stopped but was running".formatted());
      says(
          () -> assertThat((Instance) null).isRunning(),
          "%nExpecting actual not to be null".formatted());
    }
  }

  @Nested
  class Of_a_volume {
    private final Volume blank = ec2.createVolume(new CreateVolume(
        EbsBlockDevice.blank(VolumeType.GP3, 8),
        ImmutableList.of(TagSpecification.volume(Tags.of("env", "prod"))),
        Optional.empty()));
    private final Instance instance = launched();
    private final Volume root = aws.state()
        .volume(TestEc2.HOME, instance.volumes().values().iterator().next().volumeId())
        .orElseThrow();
    private final String expected = "Expected " + blank.volumeId() + " to ";
    private final String expectedOfRoot = "Expected " + root.volumeId() + " to ";

    @Test
    void what_holds_passes() {
      assertThat(blank)
          .isAvailable()
          .hasVolumeType(VolumeType.GP3)
          .hasSize(8)
          .isNotEncrypted()
          .isOwnedBy(Accounts.OWNER)
          .hasTag("env", "prod")
          .hasNoTag("team")
          .isEqualTo(blank.toBuilder().build());
      assertThat(root).isAttachedTo(instance.instanceId()).isMadeFrom(Snapshots.ID);
      assertThat(encrypted()).isEncrypted();
    }

    private Volume encrypted() {
      ec2.enableEbsEncryptionByDefault();
      return ec2.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8));
    }

    @Test
    void what_does_not_hold_says_what_is() {
      says(
          () -> assertThat(root).isAvailable(),
          expectedOfRoot + "be available but it is attached to " + instance.instanceId());
      says(
          () -> assertThat(blank).isAttachedTo(NO_INSTANCE),
          expected + "be attached to i-12345678 but it is available");
      says(
          () -> assertThat(root).isAttachedTo(NO_INSTANCE),
          expectedOfRoot + "be attached to i-12345678 but it is attached to "
              + instance.instanceId());
      says(
          () -> assertThat(blank).hasVolumeType(VolumeType.IO2),
          expected + "be of type io2 but it is of type gp3");
      says(() -> assertThat(blank).hasSize(9), expected + "have 9 GiB but it has 8 GiB");
      says(
          () -> assertThat(blank).isMadeFrom(Snapshots.ID),
          expected + "be made from " + Snapshots.ID + " but it is from no snapshot");
      says(
          () -> assertThat(root).isMadeFrom(SnapshotId.of("snap-12345678")),
          expectedOfRoot + "be made from snap-12345678 but it is from " + Snapshots.ID);
      says(() -> assertThat(blank).isEncrypted(), expected + "be encrypted but it is not");
      Volume encrypted = encrypted();
      says(
          () -> assertThat(encrypted).isNotEncrypted(),
          "Expected " + encrypted.volumeId() + " to not be encrypted but it is");
      says(
          () -> assertThat(blank).isOwnedBy(STRANGER),
          expected + "be owned by 777788889999 but its owner is 111122223333");
      says(
          () -> assertThat(blank).hasTag("env", "test"),
          expected + "have the tag env=test but its tags are {env=prod}");
      says(
          () -> assertThat(blank).hasNoTag("env"),
          expected + "have no tag env but its tags are {env=prod}");
      says(
          () -> assertThat(blank).isEqualTo(blank.toBuilder().iops(4_000).build()),
          blank.volumeId() + " differs:%n  iops: expected 4000 but was 3000".formatted());
    }
  }

  @Nested
  class Of_a_retention_rule {
    private final RetentionRule rule = aws.recycleBin(Accounts.OWNER, TestEc2.HOME)
        .createRule(CreateRule.ofRegion(ResourceType.EC2_IMAGE, 7));
    private final RetentionRule ofTags = rule.toBuilder()
        .addResourceTag(RetentionRule.ResourceTag.of("env", "prod"))
        .build();
    private final String expected = "Expected retention rule " + rule.identifier() + " to ";

    @Test
    void what_holds_passes() {
      assertThat(rule)
          .isOf(ResourceType.EC2_IMAGE)
          .keepsForDays(7)
          .matches(Tags.none())
          .isInLockState(RuleLockState.NONE)
          .isEqualTo(rule.toBuilder().build());
      assertThat(ofTags).matches(Tags.of("env", "prod")).doesNotMatch(Tags.none());
    }

    @Test
    void what_does_not_hold_says_what_is() {
      says(
          () -> assertThat(rule).isOf(ResourceType.EBS_SNAPSHOT),
          expected + "be of EBS_SNAPSHOT but it is of EC2_IMAGE");
      says(() -> assertThat(rule).keepsForDays(8), expected + "keep for 8 days but it keeps for 7");
      says(
          () -> assertThat(ofTags).matches(Tags.none()),
          expected + "match the tags {} but it matches [env=prod] but for none");
      says(
          () -> assertThat(rule).doesNotMatch(Tags.none()),
          expected + "not match the tags {} but it matches all but for none");
      says(
          () -> assertThat(rule).isInLockState(RuleLockState.LOCKED),
          expected + "be in the lock state locked but it is in none");
      says(
          () ->
              assertThat(rule).isEqualTo(rule.toBuilder().retentionPeriodDays(8).build()),
          "retention rule " + rule.identifier()
              + " differs:%n  retentionPeriodDays: expected 8 but was 7".formatted());
    }
  }
}
