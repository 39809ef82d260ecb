package dev.amikit.registry.image;

import static dev.amikit.registry.TestLaunch.DATA;
import static dev.amikit.registry.TestLaunch.ROOT;
import static dev.amikit.registry.TestLaunch.ebs;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.rule.ErrorCode.BOOT_FOR_VOLUME_TYPE_UNSUPPORTED;
import static dev.amikit.rule.ErrorCode.INVALID_BLOCK_DEVICE_MAPPING;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.MISSING_PARAMETER;
import static dev.amikit.rule.ErrorCode.UNKNOWN_VOLUME_TYPE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.Arn;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.ImageName;
import dev.amikit.image.VirtualizationType;
import dev.amikit.registry.TestKeys;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.plan.DeviceRules;
import dev.amikit.registry.state.Instance;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What devices of requests are held to, by the example of RegisterImage. */
class RequestedDevicesTest {
  private final TestRegistry ec2 = new TestRegistry();
  private final SnapshotId snapshot = ec2.snapshot();

  @ParameterizedTest
  @ValueSource(strings = {"/dev/sda1", "sdf", "/dev/xvdba", "xvdc15", "/dev/hdb", "vda"})
  @Rules("DEV-12")
  void a_name_has_a_form(String name) {
    assertThat(register(ebs(DeviceName.of(name), volume -> volume.volumeSize(1))))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/", "/dev/nvme1n1", "sd", "/dev/sdabc", "xvdc16", "C:"})
  @Rules({"DEV-12", "DEV-01"})
  void a_name_of_another_form_is_refused(String name) {
    refused(
        INVALID_BLOCK_DEVICE_MAPPING,
        DeviceRules.NAME_FORM,
        ebs(DeviceName.of(name), volume -> volume.volumeSize(1)));
  }

  @Test
  @Rules("BDM-02")
  void a_name_is_required() {
    assertThatThrownBy(() -> DeviceName.of(""))
        .isInstanceOf(RuleViolationException.class)
        .hasMessageContaining("InvalidBlockDeviceMapping");
  }

  @Test
  @Rules({"BDM-01", "BDM-04", "CREATE-13"})
  void a_device_is_one_thing_only() {
    assertThatThrownBy(() -> BlockDeviceMapping.builder()
            .deviceName(DATA)
            .noDevice("")
            .ebs(EbsBlockDevice.blank(VolumeType.GP3, 10))
            .build())
        .isInstanceOf(RuleViolationException.class)
        .hasMessageContaining("InvalidBlockDeviceMapping");
  }

  @Test
  @Rules({"BDM-13", "BDM-14"})
  void a_name_comes_once_with_or_without_dev_but_sd_is_not_xvd() {
    refused(
        INVALID_BLOCK_DEVICE_MAPPING,
        DeviceRules.NAME_ONCE,
        ebs(DATA, volume -> volume.volumeSize(1)),
        ebs(DATA, volume -> volume.volumeSize(2)));
    refused(
        INVALID_BLOCK_DEVICE_MAPPING,
        DeviceRules.NAME_ONCE,
        ebs(DATA, volume -> volume.volumeSize(1)),
        ebs(DeviceName.of("sdf"), volume -> volume.volumeSize(2)));
    assertThat(register(
            ebs(DATA, volume -> volume.volumeSize(1)),
            ebs(DeviceName.of("/dev/xvdf"), volume -> volume.volumeSize(2))))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "ephemeral0,true",
    "ephemeral9,true",
    "ephemeral19,true",
    "ephemeral23,true",
    "ephemeral24,false",
    "ephemeral00,false",
    "ephemeral,false",
    "swap,false",
  })
  @Rules({"BDM-05", "BDM-06", "BDM-46"})
  void a_virtual_name_is_ephemeral_and_a_number_up_to_23(String name, boolean accepted) {
    if (accepted) {
      assertThat(register(BlockDeviceMapping.virtual(DATA, name))).isNotNull();
    } else {
      refused(
          MISSING_PARAMETER, DeviceRules.VIRTUAL_NAME_FORM, BlockDeviceMapping.virtual(DATA, name));
    }
  }

  @Test
  @Rules("BDM-16")
  void a_virtual_name_stands_for_one_device() {
    refused(
        INVALID_BLOCK_DEVICE_MAPPING,
        DeviceRules.VIRTUAL_NAME_ONCE,
        BlockDeviceMapping.virtual(DATA, "ephemeral0"),
        BlockDeviceMapping.virtual(DeviceName.of("/dev/sdg"), "ephemeral0"));
  }

  @Test
  @Rules({"BDM-17", "BDM-10"})
  void a_snapshot_may_back_many_devices() {
    ImageId id = register(
        ebs(DATA, volume -> volume.snapshotId(snapshot)),
        ebs(DeviceName.of("/dev/sdg"), volume -> volume.snapshotId(snapshot)));

    assertThat(ec2.registry.state().image(HERE, id).orElseThrow().blockDeviceMappings())
        .hasSize(3);
    ImageId another = register();
    assertThat(ec2.registry.state().image(HERE, another).orElseThrow().snapshotIds())
        .containsExactly(snapshot);
  }

  @Test
  @Rules({"REG-07", "REGD-06", "DEC-137"})
  void a_device_with_a_snapshot_says_nothing_of_encryption() {
    for (boolean encrypted : new boolean[] {true, false}) {
      refused(
          INVALID_PARAMETER, // DEC-137: as recorded; a code of mappings before
          DeviceRules.WITHOUT_ENCRYPTED,
          ebs(DATA, volume -> volume.snapshotId(snapshot).encrypted(encrypted)));
    }
  }

  @Test
  @Rules({"BDM-32", "BDM-36", "BDM-34", "BDM-35"})
  void an_image_keeps_no_key_no_rate_and_no_place() {
    refused(
        INVALID_BLOCK_DEVICE_MAPPING,
        DeviceRules.WITHOUT_LAUNCH_MEMBERS,
        ebs(DATA, volume -> volume.volumeSize(1).encrypted(true).kmsKeyId(TestKeys.CUSTOMER)));
    refused(
        INVALID_BLOCK_DEVICE_MAPPING,
        DeviceRules.WITHOUT_LAUNCH_MEMBERS,
        ebs(DATA, volume -> volume.snapshotId(snapshot).volumeInitializationRate(200)));
    refused(
        INVALID_BLOCK_DEVICE_MAPPING,
        DeviceRules.WITHOUT_PLACE,
        ebs(DATA, volume -> volume.volumeSize(1).availabilityZone("us-east-1a")));
    refused(
        INVALID_BLOCK_DEVICE_MAPPING,
        DeviceRules.WITHOUT_PLACE,
        ebs(DATA, volume -> volume.volumeSize(1).availabilityZoneId("use1-az1")));
    refused(
        INVALID_BLOCK_DEVICE_MAPPING,
        DeviceRules.WITHOUT_PLACE,
        ebs(
            DATA,
            volume -> volume
                .volumeSize(1)
                .outpostArn(Arn.parse(
                    "arn:aws:outposts:us-east-1:111122223333:outpost/op-0123456789abcdef0"))));
  }

  @Test
  @Rules("BDM-19")
  void a_volume_has_a_size_or_a_snapshot() {
    refused(
        INVALID_BLOCK_DEVICE_MAPPING,
        DeviceRules.SIZE_OR_SNAPSHOT,
        ebs(DATA, volume -> volume.volumeType(VolumeType.GP3)));
  }

  @Test
  @Rules({"REG-09", "BDM-24", "BDM-25"})
  void a_volume_may_be_larger_than_its_snapshot_not_smaller() {
    refused(
        INVALID_BLOCK_DEVICE_MAPPING,
        DeviceRules.NOT_SMALLER,
        ebs(DATA, volume -> volume.snapshotId(snapshot).volumeSize(7)));
    assertThat(register(ebs(DATA, volume -> volume.snapshotId(snapshot).volumeSize(8))))
        .isNotNull();
    assertThat(register(ebs(DATA, volume -> volume.snapshotId(snapshot).volumeSize(160))))
        .isNotNull();
  }

  @Test
  @Rules("VOL-01")
  void a_volume_type_is_known() {
    refused(
        UNKNOWN_VOLUME_TYPE,
        DeviceRules.TYPE_KNOWN,
        ebs(DATA, volume -> volume.volumeSize(1).volumeType(VolumeType.of("io3"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"st1", "sc1"})
  @Rules({"REGD-11", "VOL-13"})
  void a_root_is_bootable(String type) {
    RegisterImage.Builder request = RegisterImage.builder()
        .name(ImageName.of("hdd"))
        .rootDeviceName(ROOT)
        .addBlockDeviceMapping(ebs(
            ROOT,
            volume -> volume.snapshotId(snapshot).volumeSize(125).volumeType(VolumeType.of(type))));

    assertRefused(
        ec2::state,
        () -> ec2.owner().registerImage(request.build()),
        BOOT_FOR_VOLUME_TYPE_UNSUPPORTED,
        DeviceRules.BOOTABLE);
    assertThat(
            register(ebs(DATA, volume -> volume.volumeSize(125).volumeType(VolumeType.of(type)))))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "gp3,65536",
    "gp2,16384",
    "io1,16384",
    "io2,65536",
    "standard,1024",
    "st1,16384",
    "sc1,16384"
  })
  @Rules({"VOL-02", "REGD-10", "ROOT-07"})
  void a_stated_size_is_within_the_limits_of_the_type(String type, int most) {
    VolumeType volumeType = VolumeType.of(type);

    assertThatThrownBy(() -> EbsBlockDevice.blank(volumeType, most + 1))
        .isInstanceOf(RuleViolationException.class)
        .hasMessageContaining("InvalidParameterValue");
    assertThat(register(ebs(
            DATA,
            volume -> volume
                .volumeSize(most)
                .volumeType(volumeType)
                .iops(type.startsWith("io") ? OptionalInt.of(100) : OptionalInt.empty()))))
        .isNotNull();
  }

  @Test
  @Rules({"VOL-02", "REGD-10", "ROOT-07"})
  void a_size_that_comes_from_the_snapshot_is_held_to_them_too() {
    SnapshotId large = ec2.snapshot(OWNER, s -> s.volumeSize(2_000));

    refused(
        INVALID_PARAMETER_VALUE,
        DeviceRules.SIZE_RANGE,
        ebs(DATA, volume -> volume.snapshotId(large).volumeType(VolumeType.STANDARD)));
    assertRefused(
        ec2::state,
        () -> rootOf(volume -> volume.snapshotId(large).volumeType(VolumeType.STANDARD)),
        INVALID_PARAMETER_VALUE,
        DeviceRules.SIZE_RANGE);
    for (VolumeType type : new VolumeType[] {VolumeType.GP3, VolumeType.IO2}) {
      assertThat(rootOf(volume ->
              volume.snapshotId(large).volumeType(type).volumeSize(65_536).iops(3_000)))
          .isNotNull();
    }
  }

  private ImageId rootOf(UnaryOperator<EbsBlockDevice.Builder> root) {
    return ec2.owner()
        .registerImage(RegisterImage.builder()
            .name(ImageName.of("image " + ec2.registry.state().images(HERE).count()))
            .virtualizationType(VirtualizationType.HVM)
            .rootDeviceName(ROOT)
            .addBlockDeviceMapping(ebs(ROOT, root))
            .build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"io1", "io2"})
  @Rules("VOL-04")
  void iops_are_required_where_they_are_provisioned(String type) {
    refused(
        INVALID_PARAMETER_COMBINATION,
        DeviceRules.IOPS_NEEDED,
        ebs(DATA, volume -> volume.volumeSize(100).volumeType(VolumeType.of(type))));
  }

  @Test
  @Rules("VOL-05")
  void iops_are_not_stated_elsewhere_not_even_0() {
    refused(
        INVALID_PARAMETER_COMBINATION,
        DeviceRules.IOPS_ALLOWED,
        ebs(DATA, volume -> volume.volumeSize(100).volumeType(VolumeType.GP2).iops(0)));
    refused(
        INVALID_PARAMETER_COMBINATION,
        DeviceRules.IOPS_ALLOWED,
        ebs(DATA, volume -> volume.volumeSize(100).iops(300)));
    for (VolumeType type : new VolumeType[] {VolumeType.ST1, VolumeType.SC1, VolumeType.STANDARD}) {
      assertThatThrownBy(
              () -> ebs(DATA, volume -> volume.volumeSize(500).volumeType(type).iops(100)))
          .isInstanceOf(RuleViolationException.class)
          .hasMessageContaining("InvalidParameterCombination");
    }
  }

  /**
   * Part 2, section 5: type, size, IOPS, and what a launch says of them. DEC-143: an image keeps
   * them as they are given, where it refused them before.
   */
  @ParameterizedTest
  @CsvSource({
    "gp3,200,3000,",
    "gp3,200,80000,",
    "gp3,200,80001,IOPS_RANGE",
    "gp3,10,5000,",
    "gp3,10,5001,IOPS_PER_SIZE",
    "io1,2000,100,",
    "io1,2000,99,IOPS_RANGE",
    "io1,2000,64000,",
    "io1,2000,64001,IOPS_RANGE",
    "io1,10,500,",
    "io1,10,501,IOPS_PER_SIZE",
    "io2,300,256000,",
    "io2,300,256001,IOPS_RANGE",
    "io2,10,99,IOPS_RANGE",
    "io2,10,100,",
    "io2,10,10000,",
    "io2,10,10001,IOPS_PER_SIZE",
  })
  @Rules({"VOL-06", "VOL-07", "REGD-10", "DEC-143"})
  void iops_are_kept_as_they_are_given_and_a_launch_judges_them(
      String type, int size, int iops, String broken) {
    ImageId id = register(io(type, size, iops));

    assertThat(volume(id).iops()).hasValue(iops);
    if (broken == null) {
      assertThat(launch(id)).hasSize(1);
    } else {
      assertRefused(
          ec2::state,
          () -> launch(id),
          INVALID_PARAMETER_VALUE,
          broken.equals("IOPS_RANGE") ? DeviceRules.IOPS_RANGE : DeviceRules.IOPS_PER_SIZE);
    }
  }

  @ParameterizedTest
  @CsvSource({
    ",124,",
    ",125,",
    ",750,",
    ",751,THROUGHPUT_PER_IOPS",
    "8000,2000,",
    "7999,2000,THROUGHPUT_PER_IOPS",
    "10000,2001,THROUGHPUT_RANGE",
  })
  @Rules({"VOL-10", "VOL-11", "VOL-12", "REGD-10", "DEC-143"})
  void throughput_is_kept_as_it_is_given_and_a_launch_judges_it(
      Integer iops, int throughput, String broken) {
    BlockDeviceMapping device = ebs(
        DATA,
        volume -> volume
            .volumeType(VolumeType.GP3)
            .volumeSize(100)
            .iops(iops == null ? OptionalInt.empty() : OptionalInt.of(iops))
            .throughput(throughput));

    ImageId id = register(device);
    assertThat(volume(id).throughput()).hasValue(throughput);
    if (broken == null) {
      assertThat(launch(id)).hasSize(1);
    } else {
      assertRefused(
          ec2::state,
          () -> launch(id),
          INVALID_PARAMETER_VALUE,
          broken.equals("THROUGHPUT_RANGE")
              ? DeviceRules.THROUGHPUT_RANGE
              : DeviceRules.THROUGHPUT_PER_IOPS);
    }
  }

  private EbsBlockDevice volume(ImageId id) {
    return ec2.registry
        .state()
        .image(HERE, id)
        .orElseThrow()
        .device(DATA)
        .orElseThrow()
        .ebs()
        .orElseThrow();
  }

  private ImmutableList<Instance> launch(ImageId id) {
    return ec2.owner()
        .runInstances(
            RunInstances.builder().imageId(id).instanceType("m7i.large").build())
        .instances();
  }

  @Test
  @Rules("VOL-10")
  void throughput_is_for_gp3() {
    refused(
        INVALID_PARAMETER_COMBINATION,
        DeviceRules.THROUGHPUT_ALLOWED,
        ebs(DATA, volume -> volume.volumeSize(10).throughput(125)));
    assertThatThrownBy(() ->
            ebs(DATA, volume -> volume.volumeSize(10).volumeType(VolumeType.GP2).throughput(125)))
        .isInstanceOf(RuleViolationException.class)
        .hasMessageContaining("InvalidParameterCombination");
  }

  @Test
  void all_that_is_wrong_with_volumes_is_told_at_once() {
    assertRefused(
        ec2::state,
        () -> register(
            ebs(DATA, volume -> volume.snapshotId(snapshot).volumeSize(1)),
            ebs(
                DeviceName.of("/dev/sdg"),
                volume -> volume.volumeSize(10).volumeType(VolumeType.IO1))),
        INVALID_BLOCK_DEVICE_MAPPING,
        DeviceRules.NOT_SMALLER,
        DeviceRules.IOPS_NEEDED);
  }

  @Test
  @Rules("BDM-18")
  void a_refusal_names_the_device_by_its_place() {
    assertThat(paths(
            ebs(DATA, volume -> volume.volumeSize(1)),
            ebs(DeviceName.of("/dev/sdg"), volume -> volume.snapshotId("snap-0fedcba987654321f"))))
        .containsExactly("blockDeviceMappings[2].ebs.snapshotId");
    assertThat(paths(
            ebs(DATA, volume -> volume.volumeSize(1)),
            BlockDeviceMapping.builder().deviceName("/dev/sdg").noDevice("\0").build()))
        .containsOnly("blockDeviceMappings[2].noDevice");
  }

  private List<String> paths(BlockDeviceMapping... devices) {
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> register(devices));
    return refused.violations().stream().map(Violation::path).toList();
  }

  @Test
  void there_are_152_devices_at_most() {
    BlockDeviceMapping[] devices = IntStream.rangeClosed(1, 152)
        .mapToObj(i -> ebs(
            DeviceName.of("/dev/sd" + (char) ('f' + i / 15) + (i % 15 + 1)),
            volume -> volume.volumeSize(1)))
        .toArray(BlockDeviceMapping[]::new);

    assertThat(register(Arrays.copyOf(devices, 151))).isNotNull();
    refused(INVALID_PARAMETER_VALUE, DeviceRules.FEW, devices);
  }

  private static BlockDeviceMapping io(String type, int size, int iops) {
    return ebs(
        DATA, volume -> volume.volumeType(VolumeType.of(type)).volumeSize(size).iops(iops));
  }

  private ImageId register(BlockDeviceMapping... devices) {
    return ec2.owner()
        .registerImage(RegisterImage.builder()
            .name(ImageName.of("image " + ec2.registry.state().images(HERE).count()))
            .virtualizationType(VirtualizationType.HVM)
            .rootDeviceName(ROOT)
            .blockDeviceMappings(
                Lists.asList(ebs(ROOT, volume -> volume.snapshotId(snapshot)), devices))
            .build());
  }

  private void refused(ErrorCode code, Rule rule, BlockDeviceMapping... devices) {
    assertRefused(ec2::state, () -> register(devices), code, rule);
  }
}
