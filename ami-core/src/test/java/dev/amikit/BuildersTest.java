package dev.amikit;

import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.account.AccountSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.Arn;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KernelId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.UserId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.DeviceType;
import dev.amikit.image.ImageAttribute;
import dev.amikit.image.ImageName;
import dev.amikit.image.VirtualizationType;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.image.ModifyImageAttribute;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.snapshot.CopySnapshot;
import dev.amikit.registry.snapshot.CreateSnapshot;
import dev.amikit.registry.snapshot.LockSnapshot;
import dev.amikit.registry.snapshot.ModifySnapshotAttribute;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.Volume;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.tag.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What builders have besides one setter for each attribute. */
class BuildersTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String ACCOUNT = "111122223333";
  private static final String IMAGE = "ami-0abcdef1234567890";
  private static final String SNAPSHOT = "snap-0abcdef1234567890";
  private static final String VOLUME = "vol-0abcdef1234567890";
  private static final String INSTANCE = "i-0abcdef1234567890";
  private static final String KERNEL = "aki-0abcdef1234567890";
  private static final String RAMDISK = "ari-0abcdef1234567890";
  private static final String KEY =
      "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  private static final String OUTPOST =
      "arn:aws:outposts:us-east-1:111122223333:outpost/op-0abcdef1234567890";

  @Nested
  class Take_text_for_what_has_a_text_form {
    @Test
    void in_images() {
      assertThat(paravirtual()
              .imageId(IMAGE)
              .ownerId(ACCOUNT)
              .name("golden")
              .kernelId(KERNEL)
              .ramdiskId(RAMDISK)
              .rootDeviceName("/dev/sda1")
              .sourceInstanceId(INSTANCE)
              .sourceImageId(IMAGE)
              .sourceImageRegion("us-east-1")
              .build())
          .isEqualTo(paravirtual()
              .imageId(ImageId.of(IMAGE))
              .ownerId(AccountId.of(ACCOUNT))
              .name(ImageName.of("golden"))
              .kernelId(KernelId.of(KERNEL))
              .ramdiskId(RamdiskId.of(RAMDISK))
              .rootDeviceName(DeviceName.of("/dev/sda1"))
              .sourceInstanceId(InstanceId.of(INSTANCE))
              .sourceImageId(ImageId.of(IMAGE))
              .sourceImageRegion(Region.US_EAST_1)
              .build());
    }

    private Ami.Builder paravirtual() {
      return Ami.builder()
          .state(AmiState.AVAILABLE)
          .architecture(Architecture.I386)
          .rootDeviceType(DeviceType.EBS);
    }

    @Test
    void in_attributes_of_images() {
      assertThat(ImageAttribute.builder()
              .imageId(IMAGE)
              .kernelId(KERNEL)
              .ramdiskId(RAMDISK)
              .build())
          .isEqualTo(ImageAttribute.builder()
              .imageId(ImageId.of(IMAGE))
              .kernelId(KernelId.of(KERNEL))
              .ramdiskId(RamdiskId.of(RAMDISK))
              .build());
    }

    @Test
    void in_snapshots() {
      assertThat(snapshot()
              .snapshotId(SNAPSHOT)
              .ownerId(ACCOUNT)
              .volumeId(VOLUME)
              .kmsKeyId(KEY)
              .outpostArn(OUTPOST)
              .build())
          .isEqualTo(snapshot()
              .snapshotId(SnapshotId.of(SNAPSHOT))
              .ownerId(AccountId.of(ACCOUNT))
              .volumeId(VolumeId.of(VOLUME))
              .kmsKeyId(KmsKeyId.of(KEY))
              .outpostArn(Arn.parse(OUTPOST))
              .build());
    }

    private Snapshot.Builder snapshot() {
      return Snapshot.builder().state(SnapshotState.COMPLETED).startTime(NOW).volumeSize(8);
    }

    @Test
    void in_devices() {
      assertThat(EbsBlockDevice.builder()
              .snapshotId(SNAPSHOT)
              .kmsKeyId(KEY)
              .outpostArn(OUTPOST)
              .build())
          .isEqualTo(EbsBlockDevice.builder()
              .snapshotId(SnapshotId.of(SNAPSHOT))
              .kmsKeyId(KmsKeyId.of(KEY))
              .outpostArn(Arn.parse(OUTPOST))
              .build());
      EbsBlockDevice root = EbsBlockDevice.ofSnapshot(SNAPSHOT);
      assertThat(root)
          .isEqualTo(EbsBlockDevice.ofSnapshot(SnapshotId.of(SNAPSHOT)))
          .isEqualTo(EbsBlockDevice.builder().snapshotId(SNAPSHOT).build());
      DeviceName name = DeviceName.of("/dev/sdb");
      assertThat(BlockDeviceMapping.builder().deviceName("/dev/sdb").ebs(root).build())
          .isEqualTo(BlockDeviceMapping.ebs(name, root))
          .isEqualTo(BlockDeviceMapping.ebs("/dev/sdb", root));
      assertThat(BlockDeviceMapping.virtual("/dev/sdb", "ephemeral0"))
          .isEqualTo(BlockDeviceMapping.virtual(name, "ephemeral0"));
      assertThat(BlockDeviceMapping.suppressed("/dev/sdb"))
          .isEqualTo(BlockDeviceMapping.suppressed(name));
    }

    @Test
    void in_volumes_and_instances() {
      assertThat(volume()
              .volumeId(VOLUME)
              .ownerId(ACCOUNT)
              .kmsKeyId(KEY)
              .snapshotId(SNAPSHOT)
              .build())
          .isEqualTo(volume()
              .volumeId(VolumeId.of(VOLUME))
              .ownerId(AccountId.of(ACCOUNT))
              .kmsKeyId(KmsKeyId.of(KEY))
              .snapshotId(SnapshotId.of(SNAPSHOT))
              .build());
      assertThat(instance().instanceId(INSTANCE).ownerId(ACCOUNT).build())
          .isEqualTo(instance()
              .instanceId(InstanceId.of(INSTANCE))
              .ownerId(AccountId.of(ACCOUNT))
              .build());
    }

    private Volume.Builder volume() {
      return Volume.builder().createTime(NOW).size(8).volumeType(VolumeType.GP3);
    }

    private Instance.Builder instance() {
      return Instance.builder()
          .reservationId("r-0abcdef1234567890")
          .image(golden().build())
          .state(InstanceState.RUNNING)
          .instanceType("m7g.large")
          .launchTime(NOW);
    }

    @Test
    void in_requests_about_images() {
      assertThat(RegisterImage.builder()
              .name("golden")
              .rootDeviceName("/dev/sda1")
              .kernelId(KERNEL)
              .ramdiskId(RAMDISK)
              .build())
          .isEqualTo(RegisterImage.builder()
              .name(ImageName.of("golden"))
              .rootDeviceName(DeviceName.of("/dev/sda1"))
              .kernelId(KernelId.of(KERNEL))
              .ramdiskId(RamdiskId.of(RAMDISK))
              .build());
      assertThat(CreateImage.builder().instanceId(INSTANCE).name("golden").build())
          .isEqualTo(CreateImage.builder()
              .instanceId(InstanceId.of(INSTANCE))
              .name(ImageName.of("golden"))
              .build());
      assertThat(CopyImage.builder()
              .sourceRegion("us-east-1")
              .sourceImageId(IMAGE)
              .name("golden")
              .kmsKeyId(KEY)
              .build())
          .isEqualTo(CopyImage.builder()
              .sourceRegion(Region.US_EAST_1)
              .sourceImageId(ImageId.of(IMAGE))
              .name(ImageName.of("golden"))
              .kmsKeyId(KmsKeyId.of(KEY))
              .build());
      assertThat(ModifyImageAttribute.builder().imageId(IMAGE).build())
          .isEqualTo(ModifyImageAttribute.builder().imageId(ImageId.of(IMAGE)).build());
      assertThat(RunInstances.builder().imageId(IMAGE).instanceType("m7g.large").build())
          .isEqualTo(RunInstances.builder()
              .imageId(ImageId.of(IMAGE))
              .instanceType("m7g.large")
              .build());
    }

    @Test
    void in_requests_about_snapshots() {
      assertThat(CreateSnapshot.builder().volumeId(VOLUME).build())
          .isEqualTo(CreateSnapshot.builder().volumeId(VolumeId.of(VOLUME)).build());
      assertThat(CopySnapshot.builder()
              .sourceRegion("us-east-1")
              .sourceSnapshotId(SNAPSHOT)
              .kmsKeyId(KEY)
              .build())
          .isEqualTo(CopySnapshot.builder()
              .sourceRegion(Region.US_EAST_1)
              .sourceSnapshotId(SnapshotId.of(SNAPSHOT))
              .kmsKeyId(KmsKeyId.of(KEY))
              .build());
      assertThat(LockSnapshot.builder()
              .snapshotId(SNAPSHOT)
              .lockMode(LockMode.GOVERNANCE)
              .build())
          .isEqualTo(LockSnapshot.builder()
              .snapshotId(SnapshotId.of(SNAPSHOT))
              .lockMode(LockMode.GOVERNANCE)
              .build());
      assertThat(ModifySnapshotAttribute.builder().snapshotId(SNAPSHOT).build())
          .isEqualTo(ModifySnapshotAttribute.builder()
              .snapshotId(SnapshotId.of(SNAPSHOT))
              .build());
    }

    @Test
    void in_settings() {
      assertThat(AccountSettings.builder().ebsDefaultKmsKeyId(KEY).build())
          .isEqualTo(
              AccountSettings.builder().ebsDefaultKmsKeyId(KmsKeyId.of(KEY)).build());
    }

    @Test
    void and_refuse_a_text_that_has_not_the_form() {
      assertRefused(() -> Snapshot.builder().snapshotId("vol-00000001"), "snapshot-id.kind");
      assertRefused(() -> RegisterImage.builder().rootDeviceName(""), "device-name.not-empty");
      assertRefused(() -> golden().ebsRoot("", root()), "device-name.not-empty");
    }
  }

  @Nested
  class Make_the_root_device {
    @Test
    void of_an_image_out_of_a_snapshot_or_a_volume() {
      Ami image = golden().ebsRoot("/dev/xvda", SnapshotId.of(SNAPSHOT)).build();
      assertThat(image).isEqualTo(golden().ebsRoot("/dev/xvda", root()).build());
      assertThat(image.rootDeviceType()).contains(DeviceType.EBS);
      assertThat(image.rootDeviceName()).contains(DeviceName.of("/dev/xvda"));
      assertThat(image.blockDeviceMappings())
          .containsExactly(BlockDeviceMapping.ebs("/dev/xvda", root()));
      assertThat(image.rootSnapshotId()).contains(SnapshotId.of(SNAPSHOT));
    }

    @Test
    void of_a_request_out_of_a_snapshot_or_a_volume() {
      RegisterImage request = RegisterImage.builder()
          .name("golden")
          .hvm(Architecture.ARM64)
          .ebsRoot("/dev/xvda", SnapshotId.of(SNAPSHOT))
          .build();
      assertThat(request)
          .isEqualTo(RegisterImage.builder()
              .name("golden")
              .architecture(Architecture.ARM64)
              .virtualizationType(VirtualizationType.HVM)
              .rootDeviceName("/dev/xvda")
              .addBlockDeviceMapping(BlockDeviceMapping.ebs("/dev/xvda", root()))
              .build())
          .isEqualTo(RegisterImage.builder()
              .name("golden")
              .hvm(Architecture.ARM64)
              .ebsRoot("/dev/xvda", root())
              .build());
    }

    @Test
    void and_an_image_without_a_snapshot_there_tells_none() {
      Ami blank =
          golden().ebsRoot("/dev/xvda", EbsBlockDevice.blank(VolumeType.GP3, 8)).build();
      assertThat(blank.rootSnapshotId()).isEmpty();
      Ami elsewhere =
          golden().ebsRoot("/dev/xvda", root()).rootDeviceName("/dev/xvda1").build();
      assertThat(elsewhere.rootSnapshotId()).isEmpty();
    }
  }

  @Nested
  class Set_by_a_plain_name_and_add_by_add {
    @Test
    void the_members_of_collections() {
      Ami.Builder image = golden().ebsRoot("/dev/xvda", root());
      BlockDeviceMapping data = BlockDeviceMapping.virtual("/dev/sdb", "ephemeral0");
      assertThat(image.addBlockDeviceMapping(data).build().blockDeviceMappings())
          .hasSize(2);
      assertThat(image.blockDeviceMappings(List.of(data)).build().blockDeviceMappings())
          .containsExactly(data);
    }

    @Test
    void what_a_query_asks_for() {
      ImageQuery.Builder query = ImageQuery.builder().owners("self", ACCOUNT);
      assertThat(query.owners("amazon").build().owners()).containsExactly(UserId.AMAZON);
      assertThat(query.addOwner(UserId.SELF).build().owners())
          .containsExactly(UserId.AMAZON, UserId.SELF);
      assertThat(SnapshotQuery.builder()
              .snapshotIds(SNAPSHOT)
              .addSnapshotId(SnapshotId.of("snap-00000001"))
              .build()
              .snapshotIds())
          .hasSize(2);
      assertThat(ImageCriterion.builder()
              .imageNames("silver-*")
              .imageNames("golden-*")
              .build()
              .imageNames())
          .containsExactly("golden-*");
    }

    @Test
    void so_that_malformed_ids_can_be_set_right() {
      assertThat(ImageQuery.builder().imageIds("ami-").imageIds(IMAGE).build().imageIds())
          .containsExactly(ImageId.of(IMAGE));
    }

    @Test
    void and_take_away_what_may_be_absent() {
      Ami image = golden().description("old").tags(Tags.of("env", "prod")).build();
      assertThat(
              image.toBuilder().description(Optional.empty()).tags(Tags.none()).build())
          .isEqualTo(golden().build());
    }
  }

  private static Ami.Builder golden() {
    return Ami.builder()
        .imageId(IMAGE)
        .ownerId(ACCOUNT)
        .name("golden")
        .hvm(Architecture.X86_64)
        .rootDeviceType(DeviceType.EBS)
        .rootDeviceName("/dev/xvda")
        .state(AmiState.AVAILABLE);
  }

  private static EbsBlockDevice root() {
    return EbsBlockDevice.builder().snapshotId(SnapshotId.of(SNAPSHOT)).build();
  }
}
