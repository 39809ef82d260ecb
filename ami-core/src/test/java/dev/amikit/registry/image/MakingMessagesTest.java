package dev.amikit.registry.image;

import static dev.amikit.registry.TestLaunch.DATA;
import static dev.amikit.registry.TestLaunch.ROOT;
import static dev.amikit.registry.TestLaunch.ebs;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertSays;

import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.KernelId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeviceType;
import dev.amikit.image.TpmSupport;
import dev.amikit.image.VirtualizationType;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.Copying;
import dev.amikit.registry.TestImages;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.operation.BillingProduct;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.snapshot.RestoreSnapshotTier;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What EC2 says where an image cannot be made, letter by letter. */
class MakingMessagesTest {
  private static final DeviceName MORE = DeviceName.of("/dev/sdg");
  private static final String MALFORMED_NAME =
      "AMI names must be between 3 and 128 characters long, and may contain letters, numbers, '(',"
          + " ')', '.', '-', '/' and '_'";
  private static final String ENCRYPTED_BESIDE_SNAPSHOT =
      "Parameter encrypted is invalid. You cannot specify the encrypted flag if specifying a"
          + " snapshot id in a block device mapping.";
  private static final String NO_ROOT_SNAPSHOT = "No root snapshot specified in device mapping.";
  private static final String KEY_ALONE =
      "The parameter KmsKeyId requires the parameter Encrypted to be set.";

  private final TestLaunch at = new TestLaunch();
  private final TestRegistry ec2 = at.ec2;
  private final SnapshotId snapshot = ec2.snapshot();

  @Nested
  class Of_names {
    @Test
    @Rules("MSG-020")
    void that_are_malformed() {
      Instance instance = launched();

      says(register().name("x"), "InvalidAMIName.Malformed", MALFORMED_NAME);
      says(create(instance).name("x"), "InvalidAMIName.Malformed", MALFORMED_NAME);
      saysCopying(
          Copying.copyOf(TestLaunch.IMAGE).name("x"), "InvalidAMIName.Malformed", MALFORMED_NAME);
    }

    @Test
    @Rules("MSG-021")
    void that_are_taken() {
      ImageId holder = ec2.owner().registerImage(register().build());
      String taken = "AMI name made is already in use by AMI " + holder;

      says(register(), "InvalidAMIName.Duplicate", taken);
      says(create(launched()), "InvalidAMIName.Duplicate", taken);
    }

    @Test
    void of_more_images_than_an_account_can_have() {
      TestRegistry small = new TestRegistry(
          RegistrySettings.builder().quotas(Quotas.builder().images(0).build()).build());

      assertSays(
          () -> small.owner().registerImage(register(small.snapshot()).build()),
          "ResourceLimitExceeded",
          "You have reached your quota of 0 for the number of images allowed in this Region.");
    }
  }

  @Nested
  class Of_snapshots {
    @Test
    @Rules({"MSG-006", "DEC-138"})
    void that_do_not_exist() {
      String unknown = "The snapshot 'snap-0123456789abcdef0' does not exist.";
      SnapshotId id = SnapshotId.of("snap-0123456789abcdef0");

      says(register(id), "InvalidSnapshot.NotFound", unknown);
      says(
          create(launched()).addBlockDeviceMapping(ebs(MORE, volume -> volume.snapshotId(id))),
          "InvalidSnapshot.NotFound",
          unknown);
    }

    @Test
    @Rules({"MSG-024", "DEC-136"})
    void of_another_account() {
      SnapshotId shared = ec2.snapshot(
          FRIEND, s -> s.addCreateVolumePermission(CreateVolumePermission.userId(OWNER)));
      String foreign = "Invalid value '%s' for snapshotId. Snapshot does not belong to 111122223333"
          .formatted(shared);

      says(register(shared), "InvalidParameterValue", foreign);
      says(
          create(launched()).addBlockDeviceMapping(ebs(MORE, volume -> volume.snapshotId(shared))),
          "InvalidParameterValue",
          foreign);
    }

    @Test
    @Rules("MSG-061")
    void that_are_not_completed() {
      SnapshotId pending = ec2.snapshot(OWNER, s -> s.state(SnapshotState.PENDING));

      says(
          register(pending),
          "IncorrectState",
          "Snapshot '%s' is not 'completed'.".formatted(pending));
    }

    @Test
    @Rules("MSG-062")
    void that_are_not_completed_to_be_copied() {
      SnapshotId pending = ec2.snapshot(OWNER, s -> s.state(SnapshotState.PENDING));

      saysCopying(
          Copying.copyOf(Copying.image(ec2, pending).imageId()),
          "IncorrectState",
          "Snapshot is in invalid state - pending");
    }

    @Test
    void that_are_restored_for_some_days_only() {
      SnapshotId id = ec2.snapshot(OWNER, s -> s.storageTier(StorageTier.ARCHIVE));
      ec2.owner().restoreSnapshotTier(RestoreSnapshotTier.temporary(id, 3));

      says(
          register(id),
          "IncorrectState",
          "Snapshot '%s' is restored from the archive only temporarily.".formatted(id));
    }

    @Test
    void that_are_archived() {
      SnapshotId archived = ec2.snapshot(OWNER, s -> s.storageTier(StorageTier.ARCHIVE));

      says(
          register(archived),
          "IncorrectState",
          "Snapshot '%s' is archived and must be restored first.".formatted(archived));
    }
  }

  @Nested
  class Of_devices {
    @ParameterizedTest
    @ValueSource(strings = {"/dev/sda1", "/dev/sdf"})
    @Rules("MSG-023")
    void that_give_the_root_no_snapshot(String root) {
      says(
          register()
              .addBlockDeviceMapping(ebs(DATA, volume -> volume.volumeSize(8)))
              .rootDeviceName(root),
          "InvalidBlockDeviceMapping",
          NO_ROOT_SNAPSHOT);
    }

    @Test
    @Rules({"MSG-025", "DEC-137"})
    void that_are_encrypted_beside_a_snapshot() {
      BlockDeviceMapping device =
          ebs(MORE, volume -> volume.snapshotId(snapshot).encrypted(true));

      says(register().addBlockDeviceMapping(device), "InvalidParameter", ENCRYPTED_BESIDE_SNAPSHOT);
      says(
          create(launched()).addBlockDeviceMapping(device),
          "InvalidParameter",
          ENCRYPTED_BESIDE_SNAPSHOT);
    }

    @Test
    @Rules({"MSG-030", "DEC-152"})
    void without_a_name() {
      assertSays(
          () -> BlockDeviceMapping.builder().noDevice("").build(),
          "InvalidBlockDeviceMapping",
          "Missing device name");
      assertSays(
          () -> BlockDeviceMapping.suppressed(""),
          "InvalidBlockDeviceMapping",
          "Missing device name");
    }

    @Test
    @Rules("MSG-031")
    void that_are_named_twice_to_be_registered_or_launched() {
      String twice = "The device 'sdf' is used in more than one block-device mapping";
      at.put(image -> image);

      RegisterImage.Builder request = register();
      twice(DATA).forEach(request::addBlockDeviceMapping);
      says(request, "InvalidBlockDeviceMapping", twice);
      assertSays(
          () -> at.launch(launch -> launch.blockDeviceMappings(twice(DATA))),
          "InvalidBlockDeviceMapping",
          twice);
    }

    @Test
    @Rules("MSG-032")
    void that_are_named_twice_to_be_created() {
      Instance instance = launched();

      says(
          create(instance).blockDeviceMappings(twice(DATA)),
          "InvalidBlockDeviceMapping",
          "/dev/sdf is being assigned to multiple times.");
      says(
          create(instance).addBlockDeviceMapping(BlockDeviceMapping.virtual("xvda", "ephemeral0")),
          "InvalidBlockDeviceMapping",
          "xvda is being assigned to multiple times.");
    }

    @Test
    @Rules("MSG-033")
    void whose_size_nothing_tells() {
      BlockDeviceMapping one = ebs(DATA, volume -> volume.volumeType(VolumeType.GP3));
      BlockDeviceMapping two = ebs(MORE, volume -> volume.deleteOnTermination(true));
      Instance instance = launched();
      String ofOne = "Either snapshot ID or volume size must be provided for: /dev/sdf";

      says(register().addBlockDeviceMapping(one), "InvalidBlockDeviceMapping", ofOne);
      says(create(instance).addBlockDeviceMapping(one), "InvalidBlockDeviceMapping", ofOne);
      assertSays(() -> at.launch(one), "InvalidBlockDeviceMapping", ofOne);
      says(
          register().addBlockDeviceMapping(one).addBlockDeviceMapping(two),
          "InvalidBlockDeviceMapping",
          ofOne + ", /dev/sdg");
    }

    @Test
    @Rules({"MSG-034", "BDM-24"})
    void that_are_smaller_than_their_snapshot() {
      String small = "Volume of size 7GB is smaller than snapshot '%s', expect size >= 8GB"
          .formatted(snapshot);
      BlockDeviceMapping device =
          ebs(DATA, volume -> volume.snapshotId(snapshot).volumeSize(7));
      Instance instance = launched();

      says(register().addBlockDeviceMapping(device), "InvalidBlockDeviceMapping", small);
      says(create(instance).addBlockDeviceMapping(device), "InvalidBlockDeviceMapping", small);
      assertSays(() -> at.launch(device), "InvalidBlockDeviceMapping", small);
    }

    @Test
    @Rules("MSG-035")
    void of_a_name_that_is_none() {
      BlockDeviceMapping device =
          ebs(DeviceName.of("/dev/nvme1n1"), volume -> volume.volumeSize(8));

      says(
          register().addBlockDeviceMapping(device),
          "InvalidBlockDeviceMapping",
          "Invalid device name /dev/nvme1n1");
    }

    @Test
    @Rules("MSG-027")
    void of_a_name_that_is_none_beside_a_manifest() {
      says(
          RegisterImage.builder()
              .name("made")
              .imageLocation("bucket/image.manifest.xml")
              .addBlockDeviceMapping(BlockDeviceMapping.virtual("/dev/nvme1n1", "ephemeral0")),
          "InvalidManifest",
          "Invalid block device mapping: Invalid device name '/dev/nvme1n1'");
    }

    @Test
    void that_are_neither_volume_nor_instance_store() {
      says(
          register().addBlockDeviceMapping(BlockDeviceMapping.virtual(DATA, "swap")),
          "MissingParameter",
          "The request must contain the parameter ebs");
    }

    @Test
    void that_are_one_instance_store_volume() {
      says(
          register()
              .addBlockDeviceMapping(BlockDeviceMapping.virtual(DATA, "ephemeral0"))
              .addBlockDeviceMapping(BlockDeviceMapping.virtual(MORE, "ephemeral0")),
          "InvalidBlockDeviceMapping",
          "The virtual name 'ephemeral0' is used in more than one block-device mapping");
    }

    @Test
    void with_members_that_no_image_keeps() {
      says(
          register()
              .addBlockDeviceMapping(ebs(
                  DATA, volume -> volume.volumeSize(8).encrypted(true).kmsKeyId("alias/aws/ebs"))),
          "InvalidBlockDeviceMapping",
          "The parameter kmsKeyId is not supported in the block device mapping of an AMI.");
      says(
          register()
              .addBlockDeviceMapping(
                  ebs(DATA, volume -> volume.volumeSize(8).availabilityZone("us-east-1a"))),
          "InvalidBlockDeviceMapping",
          "The parameter availabilityZone is not supported in a block device mapping.");
    }

    private List<BlockDeviceMapping> twice(DeviceName name) {
      return List.of(
          ebs(name, volume -> volume.volumeSize(1)), ebs(name, volume -> volume.volumeSize(2)));
    }
  }

  @Nested
  class Of_values {
    @Test
    void that_are_two_devices_in_one() {
      assertSays(
          () -> BlockDeviceMapping.suppressed(DATA).toBuilder()
              .virtualName("ephemeral0")
              .build(),
          "InvalidBlockDeviceMapping",
          "Exactly one of ebs, virtualName and noDevice must be provided for: /dev/sdf");
    }

    @Test
    void that_are_images_shared_in_a_state_where_none_is() {
      assertSays(
          () -> TestImages.image(1)
              .state(AmiState.DISABLED)
              .addLaunchPermission(LaunchPermission.everyone())
              .build(),
          "OperationNotPermitted",
          "Launch permissions cannot be specified for an AMI in state 'disabled'");
      assertSays(
          () -> TestImages.image(1)
              .state(AmiState.PENDING)
              .addLaunchPermission(LaunchPermission.everyone())
              .build(),
          "OperationNotPermitted",
          "Launch permissions cannot be specified for an AMI in state 'pending'");
    }

    @Test
    void that_are_images_in_the_recycle_bin_that_cannot_be_there() {
      assertSays(
          () -> TestImages.binned(1).toBuilder().state(AmiState.FAILED).build(),
          "OperationNotPermitted",
          "An AMI in state 'failed' cannot be in the Recycle Bin");
    }
  }

  @Nested
  class Of_what_is_registered {
    @Test
    void with_uefi_data_that_are_none() {
      says(
          register().bootMode(BootMode.UEFI).uefiData("not base64!"),
          "InvalidParameterValue",
          "Value for parameter uefiData is invalid. Value must be base64 of at most 64000 characters.");
    }

    @Test
    void from_nothing_or_without_a_root() {
      says(
          RegisterImage.builder().name("made"),
          "MissingParameter",
          "The request must contain the parameter imageLocation/blockDeviceMappings");
      says(
          register().rootDeviceName(Optional.empty()),
          "MissingParameter",
          "The request must contain the parameter rootDeviceName");
    }

    @Test
    @Rules("MSG-026")
    void with_a_word_that_is_none() {
      says(
          register().architecture(Architecture.of("riscv64")),
          "InvalidParameterValue",
          "Invalid value 'riscv64' for architecture.");
      says(
          register().bootMode(BootMode.of("coreboot")),
          "InvalidParameterValue",
          "Invalid value 'coreboot' for bootMode.");
    }

    @Test
    @Rules("MSG-028")
    void with_a_tpm_on_an_architecture_that_has_none() {
      says(
          register()
              .architecture(Architecture.I386)
              .bootMode(BootMode.UEFI)
              .tpmSupport(TpmSupport.V2_0),
          "InvalidParameterCombination",
          "Invalid machineArchitecture value 'i386' for tpmSupport");
    }

    @Test
    void with_members_that_do_not_go_together() {
      says(
          register().tpmSupport(TpmSupport.V2_0),
          "InvalidParameterCombination",
          "tpmSupport can only be specified for virtualizationType hvm and bootMode uefi");
      says(
          register().kernelId(KernelId.of("aki-12345678")),
          "InvalidParameterCombination",
          "kernelId can only be specified for virtualizationType paravirtual");
      says(
          register().virtualizationType(VirtualizationType.PARAVIRTUAL).bootMode(BootMode.UEFI),
          "InvalidParameterCombination",
          "bootMode uefi can only be specified for virtualizationType hvm and architecture x86_64 or"
              + " arm64");
      says(
          register().architecture(Architecture.ARM64).bootMode(BootMode.LEGACY_BIOS),
          "InvalidParameterCombination",
          "bootMode legacy-bios cannot be specified for architecture arm64");
    }

    @Test
    void with_billing_products_by_an_account_that_may_not() {
      says(
          register().billingProducts("bp-1", "bp-2"),
          "AuthFailure",
          "Not authorized for billingProducts: [bp-1, bp-2]");
    }
  }

  @Nested
  class Of_instances {
    @ParameterizedTest
    @EnumSource(
        value = InstanceState.class,
        names = {"PENDING", "SHUTTING_DOWN", "TERMINATED"})
    @Rules("MSG-029")
    void in_a_state_in_which_none_is_made(InstanceState state) {
      Instance instance = launched().toBuilder().state(state).build();
      ec2.put(instance);

      says(
          create(instance),
          "InvalidParameterValue",
          "Invalid value '%s' for instanceId. Instance is not in state 'running' or 'stopping' or 'stopped'"
              .formatted(instance.instanceId()));
    }

    @Test
    @Rules("DEC-155")
    void without_an_ebs_root() {
      at.put(image -> image
          .rootDeviceType(DeviceType.INSTANCE_STORE)
          .rootDeviceName(Optional.empty())
          .blockDeviceMappings(List.of()));
      Instance instance = at.launch();

      says(
          create(instance),
          "InvalidParameterValue",
          "Invalid value '%s' for instanceId. Instance does not have an EBS volume attached at root"
              .formatted(instance.instanceId()));
    }

    @Test
    @Rules("DEC-148")
    void whose_root_is_detached() {
      Instance instance = launched();
      Instance rootless = instance.toBuilder().volumes(Map.of()).build();
      ec2.put(rootless);

      says(
          create(instance),
          "IncorrectState",
          "Invalid value '%s' for instanceId. Instance does not have a volume attached at root (/dev/xvda)"
              .formatted(instance.instanceId()));
    }

    @Test
    @Rules("DEC-153")
    void whose_volumes_would_not_be_what_they_are() {
      Instance instance = launched();

      says(
          create(instance).addBlockDeviceMapping(ebs(ROOT, volume -> volume.volumeSize(7))),
          "InvalidBlockDeviceMapping",
          "Volume of size 7GB is smaller than volume '%s', expect size >= 8GB"
              .formatted(TestLaunch.attachment(instance, ROOT).volumeId()));
      says(
          create(instance).addBlockDeviceMapping(ebs(ROOT, volume -> volume.encrypted(true))),
          "InvalidBlockDeviceMapping",
          "encrypted cannot be modified on device /dev/xvda");
      says(
          create(instance).addBlockDeviceMapping(ebs(ROOT, volume -> volume.snapshotId(snapshot))),
          "InvalidBlockDeviceMapping",
          "snapshotId cannot be modified on device /dev/xvda");
      says(
          create(instance).addBlockDeviceMapping(BlockDeviceMapping.suppressed(ROOT)),
          "InvalidBlockDeviceMapping",
          "noDevice cannot be specified for the root device");
    }
  }

  @Nested
  class Of_copies {
    private final Ami source = Copying.image(ec2, snapshot);

    @Test
    @Rules("MSG-082")
    void from_a_region_that_there_is_not() {
      TestRegistry few = new TestRegistry(
          RegistrySettings.builder().addRegion(HERE).addRegion(THERE).build());

      assertSays(
          () -> few.owner()
              .copyImage(Copying.copyOf(source.imageId())
                  .sourceRegion(Region.of("sa-east-1"))
                  .build()),
          "InvalidRegion",
          "sa-east-1 is not a valid region name");
    }

    @Test
    @Rules("MSG-091")
    void without_the_encryption_of_the_source() {
      SnapshotId encrypted = Copying.encrypted(ec2, OWNER, Copying.KEY);

      saysCopying(
          Copying.copyOf(Copying.image(ec2, encrypted).imageId()).encrypted(false),
          "InvalidRequest",
          "Snapshot %s is encrypted. Creating unencrypted copy from an encrypted snapshot is not supported."
              .formatted(encrypted));
    }

    @Test
    @Rules("MSG-092")
    void of_storage_that_the_caller_cannot_read() {
      Ami shared = shared(image -> image);

      assertSays(
          () -> ec2.as(FRIEND).copyImage(Copying.copyOf(shared.imageId()).build()),
          "InvalidRequest",
          "You do not have permission to access the storage of this ami");
    }

    @Test
    @Rules("MSG-093")
    void of_paid_images_of_others() {
      Ami paid = shared(image -> image.addProductCode(ProductCode.marketplace("code")));
      Copying.share(ec2, snapshot, FRIEND);

      assertSays(
          () -> ec2.as(FRIEND).copyImage(Copying.copyOf(paid.imageId()).build()),
          "InvalidRequest",
          "Images from AWS Marketplace cannot be copied to another AWS account.");
    }

    @Test
    @Rules({"COPY-12", "DEC-158", "ERR-17"})
    void of_images_with_billing_products_of_others() {
      TestRegistry billing = new TestRegistry(RegistrySettings.builder()
          .putBillingProduct("bp-1", new BillingProduct("Windows", "RunInstances:0002"))
          .build());
      SnapshotId readable = billing.snapshot();
      Copying.share(billing, readable, FRIEND);
      Ami windows = Copying.image(
          billing,
          OWNER,
          readable,
          image -> image.windows().addLaunchPermission(LaunchPermission.userId(FRIEND)));

      assertSays(
          () -> billing.as(FRIEND).copyImage(Copying.copyOf(windows.imageId()).build()),
          "InvalidRequest",
          "Images with EC2 BillingProduct codes cannot be copied to another AWS account.");
    }

    @Test
    @Rules("MSG-094")
    void that_are_too_many_at_once() {
      TestRegistry busy = new TestRegistry(RegistrySettings.builder()
          .ids(IdSource.counting())
          .completion(CompletionPolicy.whenTold())
          .quotas(Quotas.builder().imageCopies(1).build())
          .build());
      CopyImage request =
          Copying.copyOf(Copying.image(busy, busy.snapshot()).imageId()).build();
      busy.owner().copyImage(request);

      assertSays(
          () -> busy.owner().copyImage(request),
          "ResourceLimitExceeded",
          "Too many snapshot copies in progress. The limit is 1 for this destination region.");
    }

    @Test
    @Rules("MSG-097")
    void with_a_key_but_without_encryption() {
      at.put(image -> image);

      saysCopying(
          Copying.copyOf(source.imageId()).kmsKeyId(Copying.KEY),
          "InvalidParameterDependency",
          KEY_ALONE);
      assertSays(
          () -> at.launch(ebs(DATA, volume -> volume.volumeSize(8).kmsKeyId(Copying.KEY))),
          "InvalidParameterDependency",
          KEY_ALONE);
    }

    @Test
    @Rules({"MSG-003", "MSG-019", "MSG-117"})
    void of_images_that_are_not_there_or_not_yet_or_no_more() {
      Ami pending = ec2.put(TestImages.image(1).state(AmiState.PENDING).build());
      Ami gone = ec2.put(TestImages.image(2).state(AmiState.DEREGISTERED).build());

      saysCopying(
          Copying.copyOf(TestImages.UNKNOWN),
          "InvalidAMIID.NotFound",
          "The image id '[%s]' does not exist".formatted(TestImages.UNKNOWN));
      saysCopying(
          Copying.copyOf(pending.imageId()),
          "InvalidAMIID.Unavailable",
          "The AMI ID '%s' is currently pending and may not be used for this operation"
              .formatted(pending.imageId()));
      saysCopying(
          Copying.copyOf(gone.imageId()),
          "InvalidAMIID.Unavailable",
          "The image ID '%s' is no longer available".formatted(gone.imageId()));
    }

    @Test
    @Rules("MSG-162")
    void with_a_token_that_is_too_long_or_was_used_otherwise() {
      CopyImage.Builder request = Copying.copyOf(source.imageId()).clientToken("token");
      ec2.owner().copyImage(request.build());

      saysCopying(
          request.name("another"),
          "IdempotentParameterMismatch",
          "Client token already used before.");
      saysCopying(
          request.clientToken("x".repeat(129)),
          "InvalidClientToken",
          "Client token must be less than or equal to 128 characters.");
    }

    private Ami shared(UnaryOperator<Ami.Builder> change) {
      return ec2.put(change
          .apply(TestImages.image(7, snapshot).addLaunchPermission(LaunchPermission.userId(FRIEND)))
          .build());
    }
  }

  private RegisterImage.Builder register() {
    return register(snapshot);
  }

  private static RegisterImage.Builder register(SnapshotId root) {
    return RegisterImage.builder()
        .name("made")
        .hvm(Architecture.X86_64)
        .ebsRoot("/dev/xvda", EbsBlockDevice.ofSnapshot(root));
  }

  private Instance launched() {
    at.put(image -> image);
    return at.launch();
  }

  private static CreateImage.Builder create(Instance instance) {
    return CreateImage.builder().instanceId(instance.instanceId()).name("made");
  }

  private void says(RegisterImage.Builder request, String errorCode, String message) {
    assertSays(() -> ec2.owner().registerImage(request.build()), errorCode, message);
  }

  private void says(CreateImage.Builder request, String errorCode, String message) {
    assertSays(() -> ec2.owner().createImage(request.build()), errorCode, message);
  }

  private void saysCopying(CopyImage.Builder request, String errorCode, String message) {
    assertSays(() -> ec2.owner().copyImage(request.build()), errorCode, message);
  }
}
