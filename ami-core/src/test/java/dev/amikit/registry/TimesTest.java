package dev.amikit.registry;

import static dev.amikit.registry.Copying.copyOf;
import static dev.amikit.registry.Copying.image;
import static dev.amikit.registry.Copying.snapshot;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.Architecture;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.image.VirtualizationType;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.snapshot.LockSnapshot;
import dev.amikit.registry.snapshot.RestoreSnapshotTier;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.SnapshotLock;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.snapshot.StorageTier;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Times are told as EC2 tells them, although the clock is finer. */
@Rules("DEC-156")
class TimesTest {
  private static final Duration WORK = Duration.ofMinutes(5);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant NOW = START.plusNanos(987_654_321);
  private static final Instant SECOND = START;
  private static final Instant MILLI = START.plusMillis(987);

  private final TestRegistry ec2 = new TestRegistry();
  private final Ec2 owner = ec2.owner();

  @BeforeEach
  void let_the_clock_be_finer_than_any_time_of_ec2() {
    ec2.pass(Duration.between(START, NOW));
    assertThat(ec2.clock.instant()).isEqualTo(NOW);
  }

  private Ami put() {
    return ec2.put(TestLaunch.image(ec2.snapshot()).build());
  }

  private Instance launched() {
    put();
    return new TestLaunch(ec2).launch();
  }

  private VolumeId volume(TestRegistry registry) {
    return registry
        .owner()
        .createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8))
        .volumeId();
  }

  /** A registry in which work takes a while, at the same time. */
  private static TestRegistry slow() {
    TestRegistry slow = TestRegistry.completing(CompletionPolicy.after(WORK));
    slow.pass(Duration.between(START, NOW));
    return slow;
  }

  @Nested
  class Of_images_are_whole_seconds {
    @Test
    @Rules({"IMG-08", "DEC-04"})
    void of_their_creation() {
      Instance instance = launched();
      ImageId registered = owner.registerImage(RegisterImage.builder()
          .name("registered")
          .architecture(Architecture.X86_64)
          .virtualizationType(VirtualizationType.HVM)
          .rootDeviceName(TestLaunch.ROOT)
          .addBlockDeviceMapping(BlockDeviceMapping.ebs(
              TestLaunch.ROOT, EbsBlockDevice.of(VolumeType.GP3, 8, ec2.snapshot())))
          .build());
      ImageId created = owner.createImage(CreateImage.builder()
          .instanceId(instance.instanceId())
          .name("created")
          .build());
      ImageId copied = owner.copyImage(copyOf(registered).build());

      for (ImageId id : new ImageId[] {registered, created, copied}) {
        assertThat(image(ec2, HERE, id).creationDate()).contains(SECOND);
      }
    }

    @Test
    @Rules("BIN-11")
    void of_their_stay_in_the_recycle_bin() {
      owner.call(CreateRule.ofRegion(ResourceType.EC2_IMAGE, 1));
      ImageId id = put().imageId();

      owner.deregisterImage(id);

      RecycleBinStay stay = image(ec2, HERE, id).recycleBinStay().orElseThrow();
      assertThat(stay.enterTime()).isEqualTo(SECOND);
      assertThat(stay.exitTime()).isEqualTo(SECOND.plus(DAY));
      ec2.pass(Duration.between(NOW, stay.exitTime()).minusNanos(1));
      assertThat(owner.listImagesInRecycleBin()).hasSize(1);
      ec2.pass(Duration.ofNanos(1));
      assertThat(owner.listImagesInRecycleBin()).isEmpty();
    }

    @Test
    @Rules("PROT-06")
    void of_the_end_of_their_protection() {
      ImageId id = put().imageId();
      owner.enableImageDeregistrationProtection(id, true);

      assertThat(owner.disableImageDeregistrationProtection(id))
          .isEqualTo(DeregistrationProtection.disabledAfter(SECOND.plus(DAY)));
    }

    @Test
    void of_their_watermarks() {
      ImageId id = put().imageId();
      owner.attachImageWatermark(id, "mark");

      ImageWatermark watermark =
          image(ec2, HERE, id).imageWatermarks().iterator().next();
      assertThat(watermark.watermarkCreationTime()).isEqualTo(SECOND);
    }

    @Test
    @Rules("DEPR-05")
    void of_their_deprecation() {
      ImageId id = put().imageId();
      owner.enableImageDeprecation(id, NOW.plus(DAY));
      assertThat(image(ec2, HERE, id).deprecationTime()).contains(SECOND.plus(DAY));

      Instant latest = NOW.atOffset(ZoneOffset.UTC).plusYears(10).toInstant();
      ec2.pass(Duration.ofSeconds(40));
      owner.enableImageDeprecation(id, latest.plusSeconds(40));
      assertThat(image(ec2, HERE, id).deprecationTime())
          .contains(
              SECOND.plusSeconds(40).atOffset(ZoneOffset.UTC).plusYears(10).toInstant());
    }

    @Test
    void of_the_deprecation_of_what_becomes_public() {
      ImageId id = owner.copyImage(copyOf(put().imageId()).build());
      owner.disableImageBlockPublicAccess();

      owner.modifyImageAttribute(id, ModifyLaunchPermission.grant(LaunchPermission.everyone()));

      assertThat(image(ec2, HERE, id).deprecationTime())
          .contains(SECOND.atOffset(ZoneOffset.UTC).plusYears(2).toInstant());
    }

    @Test
    @Rules({"LLT-02", "LLT-06"})
    void of_their_last_launch() {
      Instance instance = launched();
      ec2.pass(Duration.between(NOW, SECOND.plus(DAY)));

      assertThat(owner
              .describeImageAttribute(
                  instance.image().imageId(), ImageAttributeName.LAST_LAUNCHED_TIME)
              .lastLaunchedTime())
          .contains(SECOND);
    }
  }

  @Nested
  class Of_instances_are_whole_seconds {
    @Test
    void of_their_launch_and_of_their_end() {
      Instance instance = launched();
      assertThat(instance.launchTime()).isEqualTo(SECOND);

      owner.terminateInstances(instance.instanceId());
      assertThat(TestLaunch.instances(owner.describeInstances()).get(0).terminationTime())
          .contains(SECOND);
    }

    @Test
    void of_the_end_of_those_that_could_not_be_launched() {
      put();
      Instance failed = new TestLaunch(ec2)
          .launch(request -> request.addBlockDeviceMapping(BlockDeviceMapping.ebs(
              TestLaunch.DATA,
              EbsBlockDevice.builder()
                  .volumeSize(8)
                  .encrypted(true)
                  .kmsKeyId(KmsKeyId.of("alias/unknown"))
                  .build())));

      assertThat(failed.terminationTime()).contains(SECOND);
    }
  }

  @Nested
  class Of_snapshots_are_whole_milliseconds {
    @Test
    void of_their_beginning_and_of_their_completion() {
      TestRegistry slow = slow();
      SnapshotId source = slow.snapshot();
      SnapshotId created = slow.owner().createSnapshot(volume(slow)).snapshotId();
      SnapshotId copied = slow.owner().copySnapshot(copyOf(source).build());
      ImageId image = slow.owner()
          .copyImage(
              copyOf(slow.put(TestLaunch.image(source).build()).imageId()).build());
      slow.pass(WORK);

      SnapshotId ofImage = image(slow, HERE, image).snapshotIds().iterator().next();
      for (SnapshotId id : new SnapshotId[] {created, copied, ofImage}) {
        assertThat(snapshot(slow, id).startTime()).isEqualTo(MILLI);
        assertThat(snapshot(slow, id).completionTime()).contains(MILLI.plus(WORK));
      }
    }

    @Test
    @Rules("SNAP-41")
    void of_their_stay_in_the_recycle_bin() {
      owner.call(CreateRule.ofRegion(ResourceType.EBS_SNAPSHOT, 1));
      SnapshotId id = ec2.snapshot();

      owner.deleteSnapshot(id);

      SnapshotRecycleBinStay stay = snapshot(ec2, id).recycleBinStay().orElseThrow();
      assertThat(stay.enterTime()).isEqualTo(MILLI);
      assertThat(stay.exitTime()).isEqualTo(MILLI.plus(DAY));
    }

    @Test
    @Rules({"LOCK-02", "LOCK-03"})
    void of_their_locks() {
      SnapshotId forDays = ec2.snapshot();
      owner.lockSnapshot(LockSnapshot.builder()
          .snapshotId(forDays)
          .lockMode(LockMode.COMPLIANCE)
          .coolOffPeriod(24)
          .lockDuration(3)
          .build());
      assertThat(snapshot(ec2, forDays).lock())
          .contains(new SnapshotLock(
              LockMode.COMPLIANCE,
              MILLI,
              Optional.of(MILLI.plus(DAY)),
              OptionalInt.of(3),
              Optional.of(MILLI.plus(DAY.multipliedBy(3)))));

      SnapshotId until = ec2.snapshot();
      owner.lockSnapshot(LockSnapshot.builder()
          .snapshotId(until)
          .lockMode(LockMode.GOVERNANCE)
          .expirationDate(NOW.plus(DAY))
          .build());
      assertThat(snapshot(ec2, until).lock().orElseThrow().lockExpiresOn())
          .contains(MILLI.plus(DAY));
    }

    @Test
    @Rules("LOCK-02")
    void of_a_lock_that_begins_with_their_completion() {
      TestRegistry slow = slow();
      SnapshotId id = slow.owner().createSnapshot(volume(slow)).snapshotId();
      slow.owner()
          .lockSnapshot(LockSnapshot.builder()
              .snapshotId(id)
              .lockMode(LockMode.GOVERNANCE)
              .lockDuration(1)
              .build());
      slow.pass(WORK);

      assertThat(snapshot(slow, id).lock().orElseThrow().lockExpiresOn())
          .contains(MILLI.plus(WORK).plus(DAY));
    }

    @Test
    @Rules("ARC-08")
    void of_the_end_of_a_temporary_restore_begun_or_prolonged() {
      SnapshotId id = ec2.snapshot();
      owner.modifySnapshotTier(id, StorageTier.ARCHIVE);

      owner.restoreSnapshotTier(RestoreSnapshotTier.temporary(id, 1));
      assertThat(snapshot(ec2, id).restoreExpiryTime()).contains(MILLI.plus(DAY));
      owner.restoreSnapshotTier(RestoreSnapshotTier.temporary(id, 2));
      assertThat(snapshot(ec2, id).restoreExpiryTime()).contains(MILLI.plus(DAY.multipliedBy(2)));
    }
  }

  @Test
  void those_of_retention_rules_are_whole_seconds() {
    RecycleBin bin = ec2.registry.account(OWNER).recycleBinIn(HERE);
    RetentionRule rule = bin.createRule(CreateRule.ofRegion(ResourceType.EC2_IMAGE, 1));
    bin.lockRule(rule.identifier(), 7);

    assertThat(bin.unlockRule(rule.identifier()).lockEndTime())
        .contains(SECOND.plus(Duration.ofDays(7)));
  }
}
