package dev.amikit.registry.image;

import static dev.amikit.registry.TestLaunch.DATA;
import static dev.amikit.registry.TestLaunch.IMAGE;
import static dev.amikit.registry.TestLaunch.ROOT;
import static dev.amikit.registry.TestLaunch.ebs;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.ErrorCode.BOOT_FOR_VOLUME_TYPE_UNSUPPORTED;
import static dev.amikit.rule.ErrorCode.INCORRECT_STATE;
import static dev.amikit.rule.ErrorCode.INVALID_AMI_NAME_DUPLICATE;
import static dev.amikit.rule.ErrorCode.INVALID_AMI_NAME_MALFORMED;
import static dev.amikit.rule.ErrorCode.INVALID_BLOCK_DEVICE_MAPPING;
import static dev.amikit.rule.ErrorCode.INVALID_INSTANCE_ID_NOT_FOUND;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.MISSING_PARAMETER;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.account.AccountSettings;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KernelId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.ProductCode;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeviceType;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.ImageName;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.Platform;
import dev.amikit.image.SriovNetSupport;
import dev.amikit.image.StateReason;
import dev.amikit.image.TpmSupport;
import dev.amikit.image.VirtualizationType;
import dev.amikit.image.WatermarkKey;
import dev.amikit.lifecycle.ImageDeregistered;
import dev.amikit.lifecycle.ModifyDescription;
import dev.amikit.registry.TestImages;
import dev.amikit.registry.TestInstanceTypes;
import dev.amikit.registry.TestKeys;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.plan.DeviceRules;
import dev.amikit.registry.plan.ImageNames;
import dev.amikit.registry.plan.UsableSnapshots;
import dev.amikit.registry.state.ImageCreation;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Volume;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MissingAttributesException;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.tag.Tags;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CreateImageTest {
  private static final DeviceName MORE = DeviceName.of("/dev/sdg");
  private static final StateReason TERMINATED =
      new StateReason("Client.InstanceTerminated", "The instance was terminated");

  private final TestLaunch at =
      new TestLaunch(TestRegistry.completing(CompletionPolicy.whenTold()));
  private final TestRegistry ec2 = at.ec2;

  @Nested
  class The_snapshots {
    @Test
    @Rules({
      "CREATE-07",
      "CREATE-08",
      "CREATE-27",
      "CIM-02",
      "IMG-23",
      "COM-17",
      "TAG-19",
      "LIFE-04",
      "DEC-178",
      "SNAP-37"
    })
    void of_all_attached_volumes_are_begun_and_stand_in_the_mapping_when_the_image_is_available() {
      at.put(image -> image.addBlockDeviceMapping(ebs(DATA, volume -> volume.volumeSize(10))));
      Instance instance = at.launch();
      Volume attached = ec2.owner().createVolume(EbsBlockDevice.blank(VolumeType.GP2, 30));
      ec2.owner().attachVolume(attached.volumeId(), instance.instanceId(), MORE);
      instance = at.now(instance.instanceId());

      ImageId id = create(
          request(instance).addTagSpecification(TagSpecification.snapshot(Tags.of("env", "prod"))));

      Ami pending = image(id);
      assertThat(pending.state()).isEqualTo(AmiState.PENDING);
      assertThat(pending.snapshotIds()).isEmpty();
      assertThat(pending.blockDeviceMappings())
          .hasSize(3)
          .allMatch(device -> device.ebs().orElseThrow().volumeSize().isEmpty());
      ImmutableMap<DeviceName, SnapshotId> snapshots = snapshots(id);
      assertThat(snapshots).containsOnlyKeys(ROOT, DATA, MORE);
      for (DeviceName device : snapshots.keySet()) {
        Snapshot snapshot = snapshotOf(id, device);
        assertThat(snapshot.state()).isEqualTo(SnapshotState.PENDING);
        assertThat(snapshot.description())
            .contains("Created by CreateImage(%s) for %s".formatted(instance.instanceId(), id));
        assertThat(snapshot.volumeId()).contains(at.volume(instance, device).volumeId());
        assertThat(snapshot.volumeSize()).isEqualTo(at.volume(instance, device).size());
        assertThat(snapshot.tags()).isEqualTo(Tags.of("env", "prod"));
        assertThat(snapshot.ownerId()).isEqualTo(OWNER);
      }

      SnapshotId ofMore = snapshotOf(id, MORE).snapshotId();
      ec2.registry.aws().complete(HERE, id);

      Ami available = image(id);
      assertThat(available.state()).isEqualTo(AmiState.AVAILABLE);
      assertThat(available.tags()).isEqualTo(Tags.none());
      snapshots.forEach((device, snapshot) -> {
        assertThat(available.device(device).orElseThrow().snapshotId()).contains(snapshot);
        assertThat(snapshot(snapshot).state()).isEqualTo(SnapshotState.COMPLETED);
      });
      assertThat(available.device(MORE).orElseThrow().ebs().orElseThrow())
          .isEqualTo(EbsBlockDevice.builder()
              .snapshotId(ofMore)
              .volumeSize(30)
              .volumeType(VolumeType.GP2)
              .deleteOnTermination(false)
              .encrypted(false)
              .build());
    }

    @Test
    @Rules({"ID-14", "SQRY-10"})
    void tell_the_alias_of_their_owner() {
      ec2.registry
          .aws()
          .changeProfile(
              OWNER,
              profile -> profile.toBuilder().ownerAlias(OwnerAlias.AMAZON).build());
      at.put(image -> image);

      assertThat(snapshotOf(create(request(at.launch())), ROOT).ownerAlias())
          .contains(OwnerAlias.AMAZON);
    }

    @Test
    @Rules({"CREATE-24", "CREATE-25", "LIFE-05", "LIFE-03"})
    void fail_with_the_image() {
      at.put(image -> image);
      ImageId id = create(request(at.launch()));
      SnapshotId snapshot = snapshotOf(id, ROOT).snapshotId();

      ec2.registry.aws().fail(HERE, id, TERMINATED);

      assertThat(image(id).state()).isEqualTo(AmiState.FAILED);
      assertThat(image(id).stateReason()).contains(TERMINATED);
      assertThat(image(id).snapshotIds()).isEmpty();
      assertThat(snapshot(snapshot).state()).isEqualTo(SnapshotState.ERROR);
    }

    @Test
    @Rules({"CREATE-26", "ENC-11"})
    void are_encrypted_like_their_volumes() {
      at.put(image -> image.addBlockDeviceMapping(ebs(DATA, volume -> volume.volumeSize(10))));
      Instance instance =
          at.launch(ebs(ROOT, volume -> volume.encrypted(true).kmsKeyId(TestKeys.CUSTOMER)));

      ImageId id = create(request(instance));

      assertThat(snapshotOf(id, ROOT).isEncrypted()).isTrue();
      assertThat(snapshotOf(id, ROOT).kmsKeyId()).contains(TestKeys.CUSTOMER);
      assertThat(snapshotOf(id, DATA).isEncrypted()).isFalse();
      assertThat(image(id).device(ROOT).orElseThrow().ebs().orElseThrow().encrypted())
          .contains(true);
      assertThat(image(id).device(DATA).orElseThrow().ebs().orElseThrow().encrypted())
          .contains(false);
    }

    @Test
    @Rules({"ENC-04", "ENC-11"})
    void of_unencrypted_volumes_stay_unencrypted_whatever_is_default() {
      at.put(image -> image);
      Instance instance = at.launch();
      ec2.registry
          .aws()
          .happen(new RegistryEvent.SettingsChanged(
              HERE,
              OWNER,
              AccountSettings.builder().ebsEncryptionByDefault(true).build()));

      ImageId id = create(request(instance));

      assertThat(snapshotOf(id, ROOT).isEncrypted()).isFalse();
    }

    @Test
    @Rules({"PAID-02", "LAUNCH-43", "SNAP-25"})
    void take_the_product_codes_of_their_volumes() {
      ProductCode code = ProductCode.marketplace("abcdef");
      ec2.registry
          .aws()
          .changeProfile(
              OWNER, profile -> profile.toBuilder().addSubscription("abcdef").build());
      at.put(image -> image.addProductCode(code));

      ImageId id = create(request(at.launch()));

      assertThat(snapshotOf(id, ROOT).productCodes()).containsExactly(code);
      assertThat(image(id).productCodes()).containsExactly(code);
    }

    @Test
    @Rules({"PLAT-08", "REG-21"})
    void carry_billing_data_on_to_images_registered_from_them() {
      at.put(image -> image.windows());
      ImageId id = create(request(at.launch()));
      ec2.registry.aws().complete(HERE, id);

      ImageId registered = ec2.owner()
          .registerImage(RegisterImage.builder()
              .name(ImageName.of("registered"))
              .virtualizationType(VirtualizationType.HVM)
              .rootDeviceName(ROOT)
              .addBlockDeviceMapping(ebs(
                  ROOT,
                  volume -> volume.snapshotId(image(id).snapshotIds().asList().get(0))))
              .build());

      assertThat(image(registered).platform()).contains(Platform.WINDOWS);
      assertThat(image(registered).platformDetails()).contains("Windows");
      assertThat(image(registered).usageOperation()).contains("RunInstances:0002");
    }
  }

  @Nested
  class The_image {
    @Test
    @Rules({
      "CREATE-17",
      "CREATE-19",
      "CREATE-20",
      "CREATE-21",
      "CREATE-22",
      "CREATE-23",
      "PLAT-03",
      "PLAT-08",
      "BOOT-21",
      "BOOT-27",
      "INV-08",
      "ROOT-02",
      "BOOT-29",
      "IMG-32"
    })
    void inherits_from_the_image_that_was_launched() {
      ImageWatermark watermark = new ImageWatermark(
          WatermarkKey.parse("111122223333:approved"),
          ImageId.of("ami-00000000000000def"),
          HERE,
          START,
          START);
      Ami source = at.put(image -> image
          .windows()
          .tags(Tags.of("env", "prod"))
          .bootMode(BootMode.UEFI)
          .tpmSupport(TpmSupport.V2_0)
          .uefiData("QUJD")
          .imdsSupport(ImdsSupport.V2_0)
          .enaSupport(true)
          .sriovNetSupport(SriovNetSupport.SIMPLE)
          .addImageWatermark(watermark));
      Instance instance = at.launch(
          request -> request.addTagSpecification(TagSpecification.instance(Tags.of("env", "dev"))));
      ec2.registry
          .aws()
          .happen(new RegistryEvent.ImageChanged(HERE, IMAGE, new ImageDeregistered()));

      Ami made = image(create(request(instance)));

      assertThat(made.architecture()).isEqualTo(source.architecture());
      assertThat(made.virtualizationType()).isEqualTo(source.virtualizationType());
      assertThat(made.platform()).contains(Platform.WINDOWS);
      assertThat(made.platformDetails()).contains("Windows");
      assertThat(made.usageOperation()).contains("RunInstances:0002");
      assertThat(made.rootDeviceName()).contains(ROOT);
      assertThat(made.rootDeviceType()).contains(DeviceType.EBS);
      assertThat(made.enaSupport()).contains(true);
      assertThat(made.sriovNetSupport()).contains(SriovNetSupport.SIMPLE);
      assertThat(made.bootMode()).contains(BootMode.UEFI);
      assertThat(made.tpmSupport()).contains(TpmSupport.V2_0);
      assertThat(made.uefiData()).contains("QUJD");
      assertThat(made.imdsSupport()).contains(ImdsSupport.V2_0);
      assertThat(made.imageWatermarks()).containsExactly(watermark);
      assertThat(made.sourceInstanceId()).contains(instance.instanceId());
      assertThat(made.sourceImageId()).contains(IMAGE);
      assertThat(made.sourceImageRegion()).contains(HERE);
      assertThat(made.tags()).isEqualTo(Tags.none());
    }

    @Test
    @Rules("CREATE-17")
    void inherits_kernel_and_virtualization_of_a_paravirtual_image() {
      at.put(image -> image
          .virtualizationType(VirtualizationType.PARAVIRTUAL)
          .kernelId(KernelId.of("aki-12345678"))
          .ramdiskId(RamdiskId.of("ari-12345678")));

      Ami made = image(create(request(at.launch())));

      assertThat(made.virtualizationType()).contains(VirtualizationType.PARAVIRTUAL);
      assertThat(made.kernelId()).contains(KernelId.of("aki-12345678"));
      assertThat(made.ramdiskId()).contains(RamdiskId.of("ari-12345678"));
    }

    @Test
    @Rules({"CREATE-17", "PAID-02"})
    void inherits_the_product_codes_of_the_instance() {
      ProductCode code = ProductCode.marketplace("abcdef");
      ec2.registry
          .aws()
          .changeProfile(
              OWNER, profile -> profile.toBuilder().addSubscription("abcdef").build());
      at.put(image -> image.addProductCode(code));

      assertThat(image(create(request(at.launch()))).productCodes()).containsExactly(code);
    }

    @Test
    @Rules({"CREATE-18", "BOOT-18"})
    void is_uefi_preferred_after_a_uefi_preferred_image_else_boots_as_the_instance_did() {
      TestRegistry typed = new TestRegistry(RegistrySettings.builder()
          .ids(IdSource.counting())
          .putInstanceType("m7i.large", TestInstanceTypes.NITRO)
          .build());
      TestLaunch there = new TestLaunch(typed);
      there.put(image -> image.enaSupport(true).bootMode(BootMode.UEFI_PREFERRED));
      Instance preferred = there.launch();
      there.put(image -> image.enaSupport(true));
      Instance plain = there.launch();

      ImageId one = typed.owner().createImage(request(preferred).build());
      ImageId two =
          typed.owner().createImage(request(plain).name(ImageName.of("second")).build());

      assertThat(preferred.currentInstanceBootMode()).contains(BootMode.UEFI);
      assertThat(typed.registry.state().image(HERE, one).orElseThrow().bootMode())
          .contains(BootMode.UEFI_PREFERRED);
      assertThat(typed.registry.state().image(HERE, two).orElseThrow().bootMode())
          .contains(BootMode.LEGACY_BIOS);
    }

    @Test
    @Rules({"CREATE-30", "COM-22", "COM-21", "CREATE-21"})
    void belongs_to_the_owner_of_the_instance_and_is_private() {
      at.putPublic();
      Instance instance =
          ec2.as(FRIEND).runInstances(TestLaunch.request().build()).instances().get(0);
      ec2.owner().resetImageAttribute(IMAGE, ImageAttributeName.LAUNCH_PERMISSION);

      ImageId id = ec2.as(FRIEND).createImage(request(instance).build());

      assertThat(ec2.as(FRIEND).describeImage(IMAGE)).isEmpty();
      assertThat(image(id).sourceImageId()).contains(IMAGE);
      assertThat(image(id).ownerId()).isEqualTo(FRIEND);
      assertThat(image(id).launchPermissions()).hasValue(ImmutableSet.of());
      assertThat(image(id).deprecationTime()).isEmpty();
      assertThat(image(id).imageLocation()).contains("444455556666/made");
    }

    @Test
    @Rules({"CREATE-09", "BDM-45"})
    void keeps_instance_store_devices_without_their_data() {
      DeviceName ephemeral = DeviceName.of("/dev/sdb");
      at.put(image ->
          image.addBlockDeviceMapping(BlockDeviceMapping.virtual(ephemeral, "ephemeral0")));

      ImageId id = create(request(at.launch()));

      assertThat(image(id).device(ephemeral))
          .contains(BlockDeviceMapping.virtual(ephemeral, "ephemeral0"));
      assertThat(snapshots(id)).containsOnlyKeys(ROOT);
    }

    @Test
    @Rules({"BDM-31", "CREATE-08"})
    void takes_delete_on_termination_from_the_attachment() {
      at.put(image -> image);
      Instance instance = at.launch(
          ebs(ROOT, volume -> volume.deleteOnTermination(false)),
          ebs(DATA, volume -> volume.volumeSize(1).deleteOnTermination(true)));

      ImageId made = create(request(instance));

      assertThat(deleteOnTermination(made, ROOT)).isFalse();
      assertThat(deleteOnTermination(made, DATA)).isTrue();
    }

    @Test
    @Rules({"CREATE-05", "COM-20"})
    void is_the_same_with_and_without_reboot() {
      at.put(image -> image);
      Instance instance = at.launch();

      assertThat(request(instance).build().noReboot()).isFalse();
      assertThat(create(request(instance).noReboot(true))).isNotNull();
      assertThat(at.now(instance.instanceId())).isEqualTo(instance);
    }
  }

  /** A recorded image that was made of an instance has it, as those that are registered. */
  @Test
  @Rules({"DEC-166", "IMG-38", "PLAT-11"})
  void an_image_of_a_linux_that_nobody_pays_is_in_the_free_tier() {
    at.put(image -> image);
    assertThat(image(create(request(at.launch()))).freeTierEligible()).contains(true);

    ec2.put(at.image()
        .imageId(TestImages.UNKNOWN)
        .platform(Platform.WINDOWS)
        .platformDetails("Windows")
        .usageOperation("RunInstances:0002")
        .build());
    Instance windows = at.launch(request -> request.imageId(TestImages.UNKNOWN));
    assertThat(image(create(request(windows).name("windows"))).freeTierEligible())
        .contains(false);
  }

  @Nested
  class The_instance {
    @Test
    @Rules({"CREATE-01", "COM-13", "ERR-15"})
    void and_the_name_are_required() {
      assertThatThrownBy(() -> CreateImage.builder().build())
          .isInstanceOf(MissingAttributesException.class)
          .hasMessageContainingAll("instanceId", "name", "MissingParameter");
    }

    @Test
    @Rules({"CREATE-02", "ERR-22"})
    void is_one_of_the_callers_in_the_region() {
      at.put(image -> image);
      Instance instance = at.launch();
      InstanceId unknown = InstanceId.of("i-0123456789abcdef0");

      refused(
          request(instance).instanceId(unknown), INVALID_INSTANCE_ID_NOT_FOUND, Instance.EXISTS);
      assertRefused(
          ec2::state,
          () -> ec2.as(FRIEND).createImage(request(instance).build()),
          INVALID_INSTANCE_ID_NOT_FOUND,
          Instance.EXISTS);
      assertRefused(
          ec2::state,
          () -> ec2.as(OWNER, THERE).createImage(request(instance).build()),
          INVALID_INSTANCE_ID_NOT_FOUND,
          Instance.EXISTS);
      assertThatThrownBy(() -> InstanceId.of("i-0123456789abcdefg"))
          .hasMessageContaining("InvalidInstanceID.Malformed");
    }

    @Test
    @Rules({"CREATE-03", "CIM-01", "ROOT-13", "DEC-155"})
    void boots_from_ebs() {
      at.put(image -> image
          .rootDeviceType(DeviceType.INSTANCE_STORE)
          .rootDeviceName(Optional.empty())
          .blockDeviceMappings(ImmutableList.of()));

      // DEC-155: as recorded; UnsupportedOperation before
      refused(request(at.launch()), INVALID_PARAMETER_VALUE, CreateImage.EBS_ROOT);
    }

    @ParameterizedTest
    @EnumSource(InstanceState.class)
    @Rules({"CREATE-04", "CIM-01", "ERR-11"})
    void is_running_stopping_or_stopped(InstanceState state) {
      at.put(image -> image);
      Instance instance = at.launch().toBuilder().state(state).build();
      ec2.put(instance);

      switch (state) {
        case RUNNING, STOPPING, STOPPED -> assertThat(create(request(instance))).isNotNull();
        case PENDING, SHUTTING_DOWN, TERMINATED ->
          refused(request(instance), INVALID_PARAMETER_VALUE, CreateImage.INSTANCE_STATE);
      }
    }

    @Test
    @Rules({"CREATE-28", "COM-05", "COM-07", "NAME-04", "ERR-05", "IDEM-08"})
    void gives_no_second_image_of_the_same_name() {
      at.put(image -> image);
      Instance instance = at.launch();
      create(request(instance));

      refused(request(instance), INVALID_AMI_NAME_DUPLICATE, ImageNames.FREE);
    }

    @Test
    @Rules({"COM-04", "COM-11", "ERR-04"})
    void is_named_and_described_like_any_other() {
      at.put(image -> image);
      Instance instance = at.launch();

      refused(
          request(instance).name(ImageName.of("ab")),
          INVALID_AMI_NAME_MALFORMED,
          ImageName.REGISTRABLE);
      refused(
          request(instance).description("x".repeat(256)),
          INVALID_PARAMETER_VALUE,
          ModifyDescription.LENGTH);
      assertThat(image(create(request(instance).description("x".repeat(255)))).description())
          .contains("x".repeat(255));
    }
  }

  @Nested
  class A_device_of_the_request {
    private final Instance instance;

    A_device_of_the_request() {
      at.put(image -> image.addBlockDeviceMapping(
          ebs(DATA, volume -> volume.volumeSize(10).volumeType(VolumeType.IO1).iops(200))));
      instance = at.launch();
    }

    @Test
    @Rules({"CIM-03", "CREATE-11", "BDM-23", "BDM-26"})
    void adds_a_blank_volume_a_snapshot_and_an_instance_store_volume() {
      SnapshotId other = ec2.snapshot(OWNER, s -> s.volumeSize(12));
      DeviceName blank = DeviceName.of("/dev/sdh");
      DeviceName virtual = DeviceName.of("/dev/sdi");

      ImageId id = create(request(instance)
          .addBlockDeviceMapping(ebs(MORE, volume -> volume.snapshotId(other)))
          .addBlockDeviceMapping(ebs(blank, volume -> volume.volumeSize(5)))
          .addBlockDeviceMapping(BlockDeviceMapping.virtual(virtual, "ephemeral0")));

      assertThat(image(id).device(MORE).orElseThrow().ebs().orElseThrow())
          .isEqualTo(EbsBlockDevice.builder()
              .snapshotId(other)
              .volumeSize(12)
              .volumeType(VolumeType.GP2)
              .deleteOnTermination(false)
              .encrypted(false)
              .build());
      assertThat(image(id).device(blank).orElseThrow().ebs().orElseThrow().volumeSize())
          .hasValue(5);
      assertThat(image(id).device(virtual)).isPresent();
      assertThat(snapshots(id)).containsOnlyKeys(ROOT, DATA);
    }

    @Test
    @Rules({"CREATE-07", "CREATE-13", "CIM-06", "BDM-03", "CIM-03"})
    void suppresses_a_volume_by_its_exact_name_and_is_ignored_elsewhere() {
      ImageId one =
          create(request(instance).addBlockDeviceMapping(BlockDeviceMapping.suppressed(DATA)));
      ImageId whateverIsSaid = create(request(instance)
          .name(ImageName.of("third"))
          .addBlockDeviceMapping(
              BlockDeviceMapping.builder().deviceName(DATA).noDevice("false").build()));
      ImageId two = create(request(instance)
          .name(ImageName.of("second"))
          .addBlockDeviceMapping(BlockDeviceMapping.suppressed(DeviceName.of("sdf")))
          .addBlockDeviceMapping(BlockDeviceMapping.suppressed(DeviceName.of("/dev/sdz"))));

      assertThat(snapshots(one)).containsOnlyKeys(ROOT);
      assertThat(image(one).device(DATA)).isEmpty();
      assertThat(snapshots(whateverIsSaid)).containsOnlyKeys(ROOT);
      assertThat(snapshots(two)).containsOnlyKeys(ROOT, DATA);
    }

    @Test
    @Rules({"CIM-07", "CREATE-13"})
    void neither_suppresses_nor_replaces_the_root() {
      refusedDevice(CreateImage.ROOT_STAYS, BlockDeviceMapping.suppressed(ROOT));
      refusedDevice(CreateImage.ROOT_STAYS, BlockDeviceMapping.virtual(ROOT, "ephemeral0"));
      refusedDevice(
          CreateImage.VOLUME_AS_IT_IS, ebs(ROOT, volume -> volume.snapshotId(ec2.snapshot())));
    }

    @Test
    @Rules({"CIM-07", "ROOT-05"})
    void does_not_suppress_the_root_of_an_old_image_that_is_named_otherwise() {
      DeviceName root = DeviceName.of("/dev/sda");
      at.put(image -> image
          .rootDeviceName(DeviceName.of("/dev/sda1"))
          .blockDeviceMappings(
              ImmutableList.of(ebs(root, volume -> volume.snapshotId(ec2.snapshot())))));

      refused(
          request(at.launch()).addBlockDeviceMapping(BlockDeviceMapping.suppressed(root)),
          INVALID_BLOCK_DEVICE_MAPPING,
          CreateImage.ROOT_STAYS);
    }

    @Test
    @Rules({"CREATE-10", "CIM-04", "BDM-31", "CIM-03"})
    void changes_delete_on_termination() {
      ImageId id = create(request(instance)
          .addBlockDeviceMapping(ebs(DATA, volume -> volume.deleteOnTermination(true)))
          .addBlockDeviceMapping(ebs(ROOT, volume -> volume.deleteOnTermination(false))));

      assertThat(deleteOnTermination(id, DATA)).isTrue();
      assertThat(deleteOnTermination(id, ROOT)).isFalse();
    }

    /** DEC-153: what users of image builders do; all of it was refused before. */
    @Test
    @Rules({"CREATE-10", "CIM-04", "DEC-153"})
    void changes_size_type_and_figures_of_a_volume() {
      assertThat(made(DATA, ebs(DATA, volume -> volume.volumeSize(20).iops(300))))
          .isEqualTo(ofData(20, VolumeType.IO1).iops(300).build());
      assertThat(made(
              DATA, ebs(DATA, volume -> volume.volumeType(VolumeType.GP3).throughput(500))))
          .isEqualTo(ofData(10, VolumeType.GP3).iops(3_000).throughput(500).build());
      assertThat(made(DATA, ebs(DATA, volume -> volume.volumeType(VolumeType.GP2))))
          .isEqualTo(ofData(10, VolumeType.GP2).build());
      assertThat(made(
              DATA,
              ebs(
                  DATA,
                  volume -> volume.volumeSize(10).volumeType(VolumeType.IO1).iops(200))))
          .isEqualTo(ofData(10, VolumeType.IO1).iops(200).build());
      assertThat(made(ROOT, ebs(ROOT, volume -> volume.volumeSize(30))).volumeSize())
          .hasValue(30);
    }

    @Test
    @Rules({"CREATE-10", "CIM-04", "CIM-11", "DEC-153"})
    void changes_no_volume_into_a_smaller_one_or_another_or_one_that_there_cannot_be() {
      SnapshotId other = ec2.snapshot(OWNER, s -> s.volumeSize(1));

      refusedDevice(CreateImage.ROOM_FOR_VOLUME, ebs(DATA, volume -> volume.volumeSize(9)));
      assertThatThrownBy(() -> create(request(instance)
              .addBlockDeviceMapping(ebs(ROOT, volume -> volume.volumeSize(30)))
              .addBlockDeviceMapping(ebs(DATA, volume -> volume.volumeSize(9)))))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.violations())
                  .extracting(Violation::path)
                  .containsExactly("blockDeviceMappings[1].ebs.volumeSize"));
      refusedDevice(CreateImage.VOLUME_AS_IT_IS, ebs(DATA, volume -> volume.snapshotId(other)));
      refusedDevice(CreateImage.VOLUME_AS_IT_IS, BlockDeviceMapping.virtual(DATA, "ephemeral0"));
      refused(
          request(instance).addBlockDeviceMapping(ebs(DATA, volume -> volume.throughput(500))),
          INVALID_PARAMETER_COMBINATION,
          DeviceRules.THROUGHPUT_ALLOWED);
      refused(
          request(instance)
              .addBlockDeviceMapping(
                  ebs(ROOT, volume -> volume.volumeSize(125).volumeType(VolumeType.ST1))),
          BOOT_FOR_VOLUME_TYPE_UNSUPPORTED,
          DeviceRules.BOOTABLE);
    }

    private EbsBlockDevice.Builder ofData(int size, VolumeType type) {
      return EbsBlockDevice.builder()
          .volumeSize(size)
          .volumeType(type)
          .deleteOnTermination(false)
          .encrypted(false);
    }

    /**
     * A device of an available image that was made with it stated otherwise, but for the snapshot.
     */
    private EbsBlockDevice made(DeviceName name, BlockDeviceMapping stated) {
      ImageId id = create(request(instance)
          .name(ImageName.of("made " + ec2.registry.state().images(HERE).count()))
          .addBlockDeviceMapping(stated));
      ec2.registry.aws().complete(HERE, id);
      EbsBlockDevice made = image(id).device(name).orElseThrow().ebs().orElseThrow();
      assertThat(made.snapshotId()).isPresent();
      return made.toBuilder().snapshotId(Optional.empty()).build();
    }

    @Test
    @Rules({"CREATE-12", "CIM-05", "REGD-06"})
    void says_of_encryption_only_what_its_origin_allows() {
      SnapshotId other = ec2.snapshot();

      refusedDevice(CreateImage.VOLUME_AS_IT_IS, ebs(DATA, volume -> volume.encrypted(true)));
      for (boolean stated : new boolean[] {true, false}) {
        refused(
            request(instance)
                .addBlockDeviceMapping(
                    ebs(MORE, volume -> volume.snapshotId(other).encrypted(stated))),
            INVALID_PARAMETER, // DEC-137: a code of mappings before
            DeviceRules.WITHOUT_ENCRYPTED);
      }
      ImageId id = create(request(instance)
          .addBlockDeviceMapping(ebs(DATA, volume -> volume.encrypted(false)))
          .addBlockDeviceMapping(ebs(MORE, volume -> volume.volumeSize(5).encrypted(true)))
          .addBlockDeviceMapping(ebs(DeviceName.of("/dev/sdh"), volume -> volume.volumeSize(5)))
          .addBlockDeviceMapping(
              ebs(DeviceName.of("/dev/sdi"), volume -> volume.volumeSize(5).encrypted(false))));
      assertThat(isEncrypted(id, DATA)).isFalse();
      assertThat(isEncrypted(id, MORE)).isTrue();
      assertThat(isEncrypted(id, DeviceName.of("/dev/sdh"))).isFalse();
      assertThat(isEncrypted(id, DeviceName.of("/dev/sdi"))).isFalse();
    }

    private boolean isEncrypted(ImageId id, DeviceName device) {
      return image(id)
          .device(device)
          .orElseThrow()
          .ebs()
          .orElseThrow()
          .encrypted()
          .orElseThrow();
    }

    @Test
    @Rules({"CREATE-12", "CIM-05", "ENC-01"})
    void cannot_decrypt_an_encrypted_volume() {
      Instance encrypted = at.launch(ebs(ROOT, volume -> volume.encrypted(true)));

      for (boolean stated : new boolean[] {true, false}) {
        ImageId id = create(request(encrypted)
            .name(ImageName.of("made " + stated))
            .addBlockDeviceMapping(ebs(ROOT, volume -> volume.encrypted(stated))));
        assertThat(image(id).rootDevice().orElseThrow().ebs().orElseThrow().encrypted())
            .contains(true);
      }
    }

    @Test
    @Rules({"BDM-14", "BDM-13"})
    void clashes_with_a_volume_under_the_same_name_without_dev() {
      refusedDevice(
          DeviceRules.NAME_ONCE, ebs(DeviceName.of("sdf"), volume -> volume.volumeSize(5)));
    }

    @Test
    @Rules({"CREATE-11", "BDM-19", "ERR-25"})
    void that_is_new_has_a_snapshot_or_a_size() {
      refusedDevice(
          DeviceRules.SIZE_OR_SNAPSHOT, ebs(MORE, volume -> volume.deleteOnTermination(true)));
    }

    /** Only RegisterImage keeps figures without judging them. */
    @Test
    @Rules({"DEC-35", "VOL-06", "VOL-07", "VOL-10"})
    void that_the_instance_does_not_have_has_figures_within_the_limits() {
      refused(
          request(instance).addBlockDeviceMapping(gp3(MORE, volume -> volume.iops(99))),
          INVALID_PARAMETER_VALUE,
          DeviceRules.IOPS_RANGE);
      refused(
          request(instance).addBlockDeviceMapping(gp3(MORE, volume -> volume.iops(5_001))),
          INVALID_PARAMETER_VALUE,
          DeviceRules.IOPS_PER_SIZE);
      refused(
          request(instance).addBlockDeviceMapping(gp3(MORE, volume -> volume.throughput(2_001))),
          INVALID_PARAMETER_VALUE,
          DeviceRules.THROUGHPUT_RANGE);
      ImageId id =
          create(request(instance).addBlockDeviceMapping(gp3(MORE, volume -> volume.iops(5_000))));
      assertThat(image(id).device(MORE).orElseThrow().ebs().orElseThrow().iops())
          .hasValue(5_000);
    }

    private BlockDeviceMapping gp3(DeviceName name, UnaryOperator<EbsBlockDevice.Builder> change) {
      return ebs(name, volume -> change.apply(volume.volumeSize(10).volumeType(VolumeType.GP3)));
    }

    @Test
    @Rules("BDM-05")
    void on_instance_store_is_ephemeral_and_a_number_up_to_23() {
      BlockDeviceMapping last = BlockDeviceMapping.virtual(MORE, "ephemeral23");
      assertThat(image(create(request(instance).addBlockDeviceMapping(last))).device(MORE))
          .contains(last);
      refused(
          request(instance)
              .name(ImageName.of("another"))
              .addBlockDeviceMapping(BlockDeviceMapping.virtual(MORE, "ephemeral24")),
          MISSING_PARAMETER,
          DeviceRules.VIRTUAL_NAME_FORM);
    }

    /** The state of the instance is judged before that of the snapshots beside it. */
    @Test
    @Rules({"DEC-02", "CREATE-04", "REGD-04", "COM-23"})
    void has_an_unfinished_snapshot_which_matters_after_the_state_of_the_instance() {
      SnapshotId pending =
          ec2.snapshot(OWNER, it -> it.state(SnapshotState.PENDING).progress(1));
      CreateImage.Builder request =
          request(instance).addBlockDeviceMapping(ebs(MORE, volume -> volume.snapshotId(pending)));

      refused(request, INCORRECT_STATE, UsableSnapshots.COMPLETED);
      ec2.owner().terminateInstances(instance.instanceId());
      refused(request, INVALID_PARAMETER_VALUE, CreateImage.INSTANCE_STATE);
    }

    @Test
    @Rules({"CREATE-14", "BDM-32", "BDM-34", "BDM-35", "BDM-36"})
    void has_no_member_that_images_do_not_keep() {
      refusedDevice(
          DeviceRules.WITHOUT_LAUNCH_MEMBERS,
          ebs(MORE, volume -> volume.volumeSize(5).kmsKeyId(TestKeys.CUSTOMER).encrypted(true)));
      refusedDevice(
          DeviceRules.WITHOUT_LAUNCH_MEMBERS,
          ebs(MORE, volume -> volume.volumeSize(5).volumeInitializationRate(100)));
      refusedDevice(
          DeviceRules.WITHOUT_PLACE,
          ebs(MORE, volume -> volume.volumeSize(5).availabilityZone("us-east-1a")));
      refusedDevice(
          DeviceRules.WITHOUT_PLACE,
          ebs(MORE, volume -> volume.volumeSize(5).availabilityZoneId("use1-az1")));
      refusedDevice(
          DeviceRules.WITHOUT_PLACE,
          ebs(
              MORE,
              volume -> volume
                  .volumeSize(5)
                  .outpostArn(dev.amikit.id.Arn.parse(
                      "arn:aws:outposts:us-east-1:111122223333:outpost/op-0123456789abcdef0"))));
    }

    private void refusedDevice(Rule rule, BlockDeviceMapping device) {
      refused(request(instance).addBlockDeviceMapping(device), INVALID_BLOCK_DEVICE_MAPPING, rule);
    }
  }

  private static CreateImage.Builder request(Instance instance) {
    return CreateImage.builder().instanceId(instance.instanceId()).name(ImageName.of("made"));
  }

  private ImageId create(CreateImage.Builder request) {
    return ec2.owner().createImage(request.build());
  }

  private void refused(CreateImage.Builder request, ErrorCode code, Rule rule) {
    assertRefused(ec2::state, () -> create(request), code, rule);
  }

  private Ami image(ImageId id) {
    return ec2.registry.state().image(HERE, id).orElseThrow();
  }

  private Snapshot snapshot(SnapshotId id) {
    return ec2.registry.state().snapshot(HERE, id).orElseThrow();
  }

  private ImmutableMap<DeviceName, SnapshotId> snapshots(ImageId id) {
    return ec2.registry
        .state()
        .in(HERE)
        .agenda()
        .task(id, ImageCreation.class)
        .orElseThrow()
        .snapshots();
  }

  private Snapshot snapshotOf(ImageId id, DeviceName device) {
    return Optional.ofNullable(snapshots(id).get(device)).map(this::snapshot).orElseThrow();
  }

  private boolean deleteOnTermination(ImageId id, DeviceName device) {
    return image(id)
        .device(device)
        .orElseThrow()
        .ebs()
        .orElseThrow()
        .deleteOnTermination()
        .orElseThrow();
  }
}
