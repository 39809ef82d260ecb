package dev.amikit.registry.instance;

import static dev.amikit.registry.TestLaunch.DATA;
import static dev.amikit.registry.TestLaunch.IMAGE;
import static dev.amikit.registry.TestLaunch.ROOT;
import static dev.amikit.registry.TestLaunch.ebs;
import static dev.amikit.registry.TestLaunch.request;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableTable;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageParameter;
import dev.amikit.id.InstanceId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.Region;
import dev.amikit.id.VolumeId;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeviceType;
import dev.amikit.image.ImageType;
import dev.amikit.image.StateReason;
import dev.amikit.image.TpmSupport;
import dev.amikit.image.VirtualizationType;
import dev.amikit.registry.TestInstanceTypes;
import dev.amikit.registry.TestKeys;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.InstanceTypeInfo;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.rule.Rules;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What EC2 says about instances and launches, letter by letter. */
class InstanceMessagesTest {
  private static final InstanceId UNKNOWN = InstanceId.of("i-0abcdef1234567890");
  private static final InstanceId OTHER = InstanceId.of("i-0123456789abcdef0");
  private static final ImageId UNKNOWN_IMAGE = ImageId.of("ami-0abcdef1234567890");
  private static final InstanceTypeInfo PARAVIRTUAL_ONLY = InstanceTypeInfo.builder()
      .instanceType("t1.micro")
      .addSupportedArchitecture(Architecture.I386)
      .addSupportedArchitecture(Architecture.X86_64)
      .addSupportedVirtualizationType(VirtualizationType.PARAVIRTUAL)
      .addSupportedRootDeviceType(DeviceType.EBS)
      .addSupportedBootMode(BootMode.LEGACY_BIOS)
      .enaRequired(false)
      .nitroTpmSupported(false)
      .encryptionSupported(false)
      .build();

  private final TestLaunch at = new TestLaunch();
  private final TestRegistry ec2 = at.ec2;

  /** An instance like another, in a state that it passes too quickly to be met in. */
  static InstanceId in(TestRegistry ec2, Instance like, InstanceState state) {
    ec2.put(like.toBuilder().instanceId(OTHER).state(state).build());
    return OTHER;
  }

  @Test
  @Rules({"MSG-015", "REF-02"})
  void one_that_the_caller_does_not_have_does_not_exist() {
    String text = "The instance ID 'i-0abcdef1234567890' does not exist";
    assertSays(() -> ec2.owner().describeInstances(UNKNOWN), "InvalidInstanceID.NotFound", text);
    assertSays(() -> ec2.owner().stopInstances(UNKNOWN), "InvalidInstanceID.NotFound", text);
    assertSays(() -> ec2.owner().startInstances(UNKNOWN), "InvalidInstanceID.NotFound", text);
    assertSays(() -> ec2.owner().terminateInstances(UNKNOWN), "InvalidInstanceID.NotFound", text);
  }

  @Test
  @Rules({"MSG-016", "REF-02"})
  void several_that_do_not_exist_are_named_in_the_order_of_the_request() {
    at.put(image -> image);
    InstanceId there = at.launch().instanceId();
    String text = "The instance IDs 'i-0abcdef1234567890, i-0123456789abcdef0' do not exist";

    assertSays(
        () -> ec2.owner().describeInstances(UNKNOWN, there, OTHER),
        "InvalidInstanceID.NotFound",
        text);
    assertSays(
        () -> ec2.owner().describeInstanceImageMetadata(UNKNOWN, there, OTHER),
        "InvalidInstanceID.NotFound",
        text);
    assertThat(ec2.owner().describeInstances(there)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"'',true", "vol-0abcdef1234567890,true", "i-xyz,false", "i-0abcdef12345678,false"})
  @Rules({"MSG-017", "ID-01"})
  void one_whose_id_is_malformed_is_told_what_to_begin_with(String id, boolean expecting) {
    assertSays(
        () -> InstanceId.of(id),
        "InvalidInstanceID.Malformed",
        "Invalid id: \"" + id + "\"" + (expecting ? " (expecting \"i-...\")" : ""));
  }

  @Nested
  class That_is_stopped_or_started {
    @Test
    @Rules({"MSG-118", "MSG-119", "DEC-148"})
    void is_not_terminated() {
      at.put(image -> image);
      InstanceId id = at.launch().instanceId();
      ec2.owner().terminateInstances(id);
      assertSays(
          () -> ec2.owner().stopInstances(id),
          "IncorrectInstanceState",
          "This instance '%s' is not in a state from which it can be stopped.".formatted(id));
      assertSays(
          () -> ec2.owner().startInstances(id),
          "IncorrectInstanceState",
          "The instance '%s' is not in a state from which it can be started.".formatted(id));
    }

    @Test
    @Rules("MSG-120")
    void has_run_before_it_is_stopped() {
      at.put(image -> image);
      InstanceId id = in(ec2, at.launch(), InstanceState.PENDING);
      assertSays(
          () -> ec2.owner().stopInstances(id),
          "IncorrectInstanceState",
          "Instance '%s' cannot be stopped as it has never reached the 'running' state."
              .formatted(id));
      assertThat(ec2.owner().startInstances(id))
          .containsExactly(
              new InstanceStateChange(id, InstanceState.PENDING, InstanceState.PENDING));
    }

    @Test
    @Rules("DEC-148")
    void is_started_only_once_it_is_stopped() {
      at.put(image -> image);
      InstanceId id = in(ec2, at.launch(), InstanceState.STOPPING);
      assertSays(
          () -> ec2.owner().startInstances(id),
          "IncorrectInstanceState",
          "The instance '%s' is not in a state from which it can be started.".formatted(id));
      assertThat(ec2.owner().stopInstances(id))
          .containsExactly(
              new InstanceStateChange(id, InstanceState.STOPPING, InstanceState.STOPPING));
    }

    @Test
    void has_its_root_on_ebs() {
      at.put(image -> image
          .rootDeviceType(DeviceType.INSTANCE_STORE)
          .rootDeviceName(Optional.empty())
          .blockDeviceMappings(ImmutableList.of()));
      InstanceId id = at.launch().instanceId();
      assertSays(
          () -> ec2.owner().stopInstances(id),
          "UnsupportedOperation",
          "The instance '%s' does not have an 'ebs' root device type and cannot be stopped."
              .formatted(id));
    }

    @Test
    void starts_only_with_its_root() {
      at.put(image -> image);
      Instance instance = at.launch();
      InstanceId id = instance.instanceId();
      VolumeId root = TestLaunch.attachment(instance, ROOT).volumeId();
      ec2.owner().stopInstances(id);
      ec2.owner().detachVolume(root, id);
      assertSays(
          () -> ec2.owner().startInstances(id),
          "InvalidParameterValue",
          "Invalid value '%s' for instanceId. Instance does not have a volume attached at root (/dev/xvda)"
              .formatted(id));
      ec2.owner().attachVolume(root, id, ROOT);
      assertThat(ec2.owner().startInstances(id))
          .containsExactly(
              new InstanceStateChange(id, InstanceState.RUNNING, InstanceState.STOPPED));
    }
  }

  @Nested
  class Of_an_image {
    @Test
    @Rules({"MSG-003", "LAUNCH-11"})
    void that_is_a_kernel_or_unknown_there_is_none() {
      ImageId kernel = ImageId.of("aki-12345678");
      ec2.put(TestLaunch.image(ec2.snapshot())
          .imageId(kernel)
          .imageType(ImageType.KERNEL)
          .rootDeviceName(Optional.empty())
          .rootDeviceType(DeviceType.INSTANCE_STORE)
          .blockDeviceMappings(ImmutableList.of())
          .build());
      launchSays(
          "InvalidAMIID.NotFound",
          "The image id '[aki-12345678]' does not exist",
          request -> request.imageId(kernel));
    }

    @Test
    @Rules({"MSG-129", "COM-13"})
    void that_is_not_named_there_is_none() {
      assertSays(
          () -> RunInstances.builder().instanceType("m7i.large").build(),
          "MissingParameter",
          "The request must contain the parameter ImageId");
    }

    @Test
    @Rules({"MSG-101", "LAUNCH-04"})
    void of_others_there_is_none() {
      at.put(image -> image);
      assertSays(
          () -> ec2.as(STRANGER).runInstances(request().build()),
          "AuthFailure",
          "Not authorized for images: [" + IMAGE + "]");
    }

    @ParameterizedTest
    @EnumSource(
        value = AmiState.class,
        names = {"PENDING", "DISABLED"})
    @Rules({"MSG-115", "MSG-116", "LAUNCH-05", "LAUNCH-06"})
    void that_is_not_available_there_is_none(AmiState state) {
      at.put(image -> image.state(state));
      launchSays(
          "InvalidAMIID.Unavailable",
          "AMI '%s' is %s, and cannot be run".formatted(IMAGE, state),
          request -> request);
    }

    @Test
    @Rules({"MSG-127", "LAUNCH-10", "PAID-07"})
    void with_a_product_there_is_none_without_a_subscription() {
      at.put(image -> image.addProductCode(ProductCode.marketplace("abcdef")));
      launchSays(
          "OptInRequired",
          "In order to use this AWS Marketplace product you need to accept terms and subscribe. To do so please visit https://aws.amazon.com/marketplace/pp?sku=abcdef",
          request -> request);
    }

    @Test
    @Rules({"MSG-130", "RUN-02"})
    void the_root_keeps_its_snapshot_and_stays() {
      at.put(image -> image);
      launchSays(
          "InvalidBlockDeviceMapping",
          "snapshotId cannot be modified on root device",
          request -> request.addBlockDeviceMapping(
              ebs(ROOT, volume -> volume.snapshotId(ec2.snapshot()))));
      launchSays(
          "InvalidBlockDeviceMapping",
          "Value (/dev/xvda) for parameter deviceName is invalid. The root device of an AMI can be neither suppressed nor replaced.",
          request -> request.addBlockDeviceMapping(BlockDeviceMapping.suppressed(ROOT)));
    }

    @Test
    @Rules({"RUN-05", "RUN-09"})
    void instance_store_stays_instance_store() {
      at.put(image -> image.addBlockDeviceMapping(BlockDeviceMapping.virtual(DATA, "ephemeral0")));
      launchSays(
          "InvalidBlockDeviceMapping",
          "snapshotId can only be modified on EBS devices",
          request -> request.addBlockDeviceMapping(
              ebs(DATA, volume -> volume.snapshotId(ec2.snapshot()))));
      at.put(image -> image
          .rootDeviceType(DeviceType.INSTANCE_STORE)
          .rootDeviceName(Optional.empty())
          .blockDeviceMappings(ImmutableList.of()));
      launchSays(
          "UnsupportedOperation",
          "EBS block device mappings are not supported for instance-store AMIs.",
          request -> request.addBlockDeviceMapping(ebs(DATA, volume -> volume.volumeSize(10))));
    }

    @Test
    @Rules({"MSG-099", "ENC-14"})
    void whose_key_cannot_be_used_ends_at_once() {
      at.put(image -> image);
      Instance instance = at.launch(
          ebs(DATA, volume -> volume.volumeSize(1).encrypted(true).kmsKeyId(TestKeys.ELSEWHERE)));
      assertThat(instance.state()).isEqualTo(InstanceState.TERMINATED);
      assertThat(instance.stateReason())
          .contains(new StateReason(
              "Client.InternalError", "Client.InternalError: Client error on launch"));
    }

    @ParameterizedTest
    @CsvSource({
      "0,1,Value (0) for parameter minCount is invalid. Value must be a positive integer.",
      "1,0,Value (1) for parameter minCount is invalid. The minimum count must not be greater than the maximum count.",
      "3,2,Value (3) for parameter minCount is invalid. The minimum count must not be greater than the maximum count.",
    })
    @Rules("LAUNCH-23")
    void as_many_as_none_are_not_launched(int min, int max, String text) {
      at.put(image -> image);
      launchSays("InvalidParameterValue", text, request -> request.minCount(min).maxCount(max));
    }

    @Test
    @Rules({"MSG-128", "DEC-149", "LAUNCH-23"})
    void beyond_the_quota_there_are_none() {
      TestLaunch few = new TestLaunch(new TestRegistry(RegistrySettings.builder()
          .ids(IdSource.counting())
          .quotas(Quotas.builder().instances(2).build())
          .build()));
      few.put(image -> image);
      few.launch();
      assertSays(
          () -> few.launch(request -> request.minCount(2).maxCount(2)),
          "VcpuLimitExceeded",
          "You have requested more vCPU capacity than your current vCPU limit of 2 allows for the instance bucket that the specified instance type belongs to. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.");
    }

    private void launchSays(String code, String text, UnaryOperator<RunInstances.Builder> change) {
      assertSays(() -> at.launch(change), code, text);
    }
  }

  @Nested
  class Of_a_type {
    private final TestLaunch at = new TestLaunch(new TestRegistry(RegistrySettings.builder()
        .ids(IdSource.counting())
        .putInstanceType("m7i.large", TestInstanceTypes.NITRO)
        .putInstanceType("m7g.large", TestInstanceTypes.GRAVITON)
        .putInstanceType("m1.small", TestInstanceTypes.XEN)
        .putInstanceType("t1.micro", PARAVIRTUAL_ONLY)
        .build()));

    Of_a_type() {}

    @ParameterizedTest
    @CsvSource({"m7g.large,arm64,x86_64", "m1.small,'i386,x86_64',arm64"})
    @Rules({"MSG-123", "LAUNCH-12", "BOOT-30"})
    void the_architecture_is_that_of_the_image(String type, String ofType, String ofImage) {
      at.put(image -> image
          .enaSupport(true)
          .architecture(Architecture.of(ofImage))
          .bootMode(ofImage.equals("arm64") ? Optional.of(BootMode.UEFI) : Optional.empty()));
      launchSays(
          type,
          "InvalidParameterValue",
          "The architecture '%s' of the specified instance type does not match the architecture '%s' of the specified AMI. Specify an instance type and an AMI that have matching architectures, and try again. You can use 'describe-instance-types' or 'describe-images' to discover the architecture of the instance type or AMI."
              .formatted(ofType, ofImage));
    }

    @Test
    @Rules({"MSG-125", "LAUNCH-15", "BOOT-14"})
    void ena_is_there_where_it_is_required() {
      at.put(image -> image);
      launchSays(
          "m7i.large",
          "InvalidParameterCombination",
          "Enhanced networking with the Elastic Network Adapter (ENA) is required for the 'm7i.large' instance type. Ensure that you are using an AMI that is enabled for ENA.");
    }

    @Test
    @Rules({"MSG-126", "LAUNCH-13", "BOOT-10"})
    void the_virtualization_type_is_supported() {
      at.put(image -> image);
      launchSays(
          "t1.micro",
          "InvalidParameterCombination",
          "Non-Windows instances with a virtualization type of 'hvm' are currently not supported for this instance type.");
      at.put(image -> image.windows());
      launchSays(
          "t1.micro",
          "InvalidParameterCombination",
          "Windows instances with a virtualization type of 'hvm' are currently not supported for this instance type.");
    }

    @Test
    @Rules({"MSG-131", "LAUNCH-17", "BOOT-31"})
    void uefi_is_supported_where_the_image_needs_it() {
      at.put(image -> image.bootMode(BootMode.UEFI));
      launchSays(
          "m1.small",
          "InvalidParameterValue",
          "The m1.small instance type does not support an AMI with a boot mode of UEFI. Only instance types built on the Nitro System support UEFI. Specify an instance type that supports UEFI, and try again.");
    }

    @Test
    @Rules("LAUNCH-19")
    void legacy_bios_is_supported_where_the_image_needs_it() {
      at.put(image -> image.enaSupport(true).bootMode(BootMode.LEGACY_BIOS));
      TestLaunch uefiOnly = new TestLaunch(new TestRegistry(RegistrySettings.builder()
          .ids(IdSource.counting())
          .putInstanceType(
              "x9.large",
              InstanceTypeInfo.builder()
                  .instanceType("x9.large")
                  .addSupportedArchitecture(Architecture.X86_64)
                  .addSupportedVirtualizationType(VirtualizationType.HVM)
                  .addSupportedRootDeviceType(DeviceType.EBS)
                  .addSupportedBootMode(BootMode.UEFI)
                  .enaRequired(false)
                  .nitroTpmSupported(true)
                  .encryptionSupported(true)
                  .build())
          .build()));
      uefiOnly.put(image -> image.bootMode(BootMode.LEGACY_BIOS));
      assertSays(
          () -> uefiOnly.launch(request -> request.instanceType("x9.large")),
          "InvalidParameterValue",
          "The x9.large instance type does not support an AMI with a boot mode of legacy-bios. Specify an instance type that supports legacy-bios, and try again.");
    }

    @Test
    @Rules({"LAUNCH-14", "LAUNCH-20", "ENC-17"})
    void root_tpm_and_encryption_are_supported() {
      at.put(image -> image
          .enaSupport(true)
          .rootDeviceType(DeviceType.INSTANCE_STORE)
          .rootDeviceName(Optional.empty())
          .blockDeviceMappings(ImmutableList.of()));
      launchSays(
          "m7i.large",
          "UnsupportedOperation",
          "The m7i.large instance type does not support an AMI with a root device type of 'instance-store'. Specify an instance type that supports this root device type, and try again.");
      at.put(image ->
          image.enaSupport(true).tpmSupport(TpmSupport.V2_0).bootMode(BootMode.UEFI_PREFERRED));
      launchSays(
          "m1.small",
          "InvalidParameterValue",
          "The m1.small instance type does not support an AMI with TPM support 'v2.0' and the boot mode that it has. Specify an instance type that supports NitroTPM and UEFI, and try again.");
      at.put(image -> image);
      assertSays(
          () -> at.launch(request -> request
              .instanceType("m1.small")
              .addBlockDeviceMapping(ebs(ROOT, volume -> volume.encrypted(true)))),
          "EncryptedVolumesNotSupported",
          "Encrypted volumes are not supported for the m1.small instance type.");
      VolumeId encrypted = at.ec2
          .owner()
          .createVolume(EbsBlockDevice.builder().volumeSize(1).encrypted(true).build())
          .volumeId();
      Instance old = at.launch(request -> request.instanceType("m1.small"));
      assertSays(
          () -> at.ec2.owner().attachVolume(encrypted, old.instanceId(), DeviceName.of("/dev/sdf")),
          "EncryptedVolumesNotSupported",
          "Encrypted volumes are not supported for the m1.small instance type.");
    }

    private void launchSays(String type, String code, String text) {
      assertSays(() -> at.launch(request -> request.instanceType(type)), code, text);
    }
  }

  @Nested
  class Of_a_parameter_of_Systems_Manager {
    private final TestLaunch at = new TestLaunch(new TestRegistry(RegistrySettings.builder()
        .ids(IdSource.counting())
        .imageParameters(ImmutableTable.<Region, ImageParameter, ImageId>builder()
            .put(HERE, ImageParameter.of("/golden/web"), IMAGE)
            .put(HERE, new ImageParameter("/golden/web", Optional.of("3")), UNKNOWN_IMAGE)
            .buildOrThrow())
        .build()));

    Of_a_parameter_of_Systems_Manager() {
      at.put(image -> image);
    }

    @Test
    @Rules("DEC-163")
    void the_image_is_that_which_it_holds() {
      assertThat(launch("resolve:ssm:/golden/web").image().imageId()).isEqualTo(IMAGE);
      assertSays(
          () -> launch("resolve:ssm:/golden/web:3"),
          "InvalidAMIID.NotFound",
          "The image id '[ami-0abcdef1234567890]' does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolve:ssm:/golden/db", "resolve:ssm:/golden/web:4"})
    @Rules("DEC-163")
    void there_is_none_if_the_registry_does_not_know_it(String parameter) {
      assertSays(
          () -> launch(parameter),
          "InvalidParameterValue",
          "Invalid value '" + parameter + "' for imageId. The parameter does not hold an AMI ID.");
      assertSays(
          () -> at.ec2
              .as(OWNER, THERE)
              .runInstances(request().imageId("resolve:ssm:/golden/web").build()),
          "InvalidParameterValue",
          "Invalid value 'resolve:ssm:/golden/web' for imageId. The parameter does not hold an AMI ID.");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"resolve:ssm:", "resolve:ssm:a b", "resolve:ssm:/a:", "resolve:ssm:a:1:2"})
    @Rules("DEC-163")
    void is_well_formed(String parameter) {
      assertSays(
          () -> launch(parameter),
          "InvalidParameterValue",
          "Invalid value '" + parameter + "' for imageId.");
    }

    @Test
    @Rules("DEC-163")
    void is_no_image_id_elsewhere() {
      assertThat(ImageParameter.parse("resolve:ssm:/a/b:latest"))
          .isEqualTo(new ImageParameter("/a/b", Optional.of("latest")))
          .hasToString("resolve:ssm:/a/b:latest");
      assertThatThrownBy(() -> ImageId.of("resolve:ssm:/golden/web"))
          .hasMessageContaining("InvalidAMIID.Malformed");
    }

    private Instance launch(String image) {
      return at.launch(request -> request.imageId(image));
    }
  }
}
