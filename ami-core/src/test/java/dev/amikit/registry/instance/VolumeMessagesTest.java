package dev.amikit.registry.instance;

import static dev.amikit.registry.TestLaunch.DATA;
import static dev.amikit.registry.TestLaunch.ROOT;
import static dev.amikit.registry.TestLaunch.ebs;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.page.PageRequest;
import dev.amikit.registry.TestKeys;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.snapshot.CreateSnapshot;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.state.VolumeState;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What EC2 says about volumes, letter by letter. */
class VolumeMessagesTest {
  private static final VolumeId UNKNOWN = VolumeId.of("vol-0abcdef1234567890");

  private final TestLaunch at = new TestLaunch();
  private final TestRegistry ec2 = at.ec2;

  VolumeMessagesTest() {
    at.put(image -> image);
  }

  @Test
  @Rules({"MSG-012", "DEC-140", "ID-25"})
  void one_that_the_caller_does_not_have_does_not_exist() {
    InstanceId instance = at.launch().instanceId();
    String text = "The volume 'vol-0abcdef1234567890' does not exist.";

    assertSays(() -> ec2.owner().describeVolumes(UNKNOWN), "InvalidVolume.NotFound", text);
    assertSays(() -> ec2.owner().deleteVolume(UNKNOWN), "InvalidVolume.NotFound", text);
    assertSays(
        () -> ec2.owner()
            .createSnapshot(CreateSnapshot.builder().volumeId(UNKNOWN).build()),
        "InvalidVolume.NotFound",
        text);
    assertSays(
        () -> ec2.owner().attachVolume(UNKNOWN, instance, DATA), "InvalidVolume.NotFound", text);
    assertSays(() -> ec2.owner().detachVolume(UNKNOWN, instance), "InvalidVolume.NotFound", text);
  }

  @Test
  @Rules("MSG-151")
  void those_that_are_named_by_id_come_in_no_pages() {
    assertSays(
        () -> ec2.owner()
            .describeVolumes(new DescribeVolumes(ImmutableSet.of(UNKNOWN)).on(PageRequest.of(5))),
        "InvalidParameterCombination",
        "The parameter volumeSet cannot be used with the parameter maxResults");
  }

  @ParameterizedTest
  @ValueSource(strings = {"snap-0abcdef1234567890", "vol-xyz", "vol-", ""})
  @Rules({"MSG-013", "MSG-014", "ID-06"})
  void one_whose_id_is_malformed_is_told_by_the_parameter_that_holds_it(String id) {
    String text = "Value (%s) for parameter %s is invalid. Expected: 'vol-...'.";
    assertSays(() -> VolumeId.of(id), "InvalidParameterValue", text.formatted(id, "volumeId"));
    Violation malformed = catchThrowableOfType(RefusedException.class, () -> VolumeId.of(id))
        .violations()
        .get(0);
    assertThat(malformed.at("volume").message()).isEqualTo(text.formatted(id, "volume"));
    assertThat(malformed.at("volumes[0]").message()).isEqualTo(text.formatted(id, "volumes"));
  }

  @Nested
  class Of_CreateVolume {
    @Test
    @Rules({"MSG-043", "DEC-141"})
    void a_size_or_a_snapshot_is_needed() {
      refused(
          "MissingParameter",
          "The request must contain the parameter size/snapshot",
          volume -> volume.volumeType(VolumeType.GP3));
    }

    @ParameterizedTest
    @CsvSource({
      "gp3,0,low,100",
      "gp3,99,low,100",
      "gp3,80001,high,80000",
      "io1,99,low,100",
      "io1,64001,high,64000",
      "io2,256001,high,256000",
    })
    @Rules({"MSG-045", "MSG-046", "VOL-06"})
    void iops_are_told_with_the_limit_that_they_pass(
        String type, int iops, String direction, int limit) {
      refused(
          "InvalidParameterValue",
          "Volume iops of %d is too %s; %s is %d."
              .formatted(iops, direction, direction.equals("low") ? "minimum" : "maximum", limit),
          volume -> volume.volumeType(VolumeType.of(type)).volumeSize(2_000).iops(iops));
    }

    @Test
    void the_explanation_tells_the_limits_in_force() {
      assertExplained(
          volume -> volume.volumeType(VolumeType.IO2).volumeSize(2_000).iops(99),
          "iops was '99' (100 to 256000 for io2)");
      assertExplained(
          volume -> volume.volumeType(VolumeType.GP3).volumeSize(65_537),
          "volumeSize was '65537' (1 to 65536 GiB for gp3)");
      assertExplained(
          volume -> volume.volumeSize(16_385), "size was '16385' (1 to 16384 GiB for gp2)");
    }

    @Test
    @Rules({"MSG-047", "MSG-048", "VOL-18"})
    void no_figure_is_negative() {
      String text = "Value (-1) for parameter %s is invalid. Value must be a positive integer.";
      refused(
          "InvalidParameterValue",
          text.formatted("iops"),
          volume -> volume.volumeSize(1).iops(-1));
      refused(
          "InvalidParameterValue",
          text.formatted("throughput"),
          volume -> volume.volumeSize(1).throughput(-1));
    }

    @ParameterizedTest
    @CsvSource({
      "gp3,1,501,501.000000,500",
      "gp3,8,6000,750.000000,500",
      "io1,4,201,50.250000,50",
      "io2,4,4001,1000.250000,1000"
    })
    @Rules({"MSG-049", "VOL-07", "DEC-143"})
    void iops_are_told_by_gib_with_six_decimals(
        String type, int size, int iops, String ratio, int most) {
      refused(
          "InvalidParameterValue",
          "Iops to volume size ratio of %s is too high; maximum is %d".formatted(ratio, most),
          volume -> volume.volumeType(VolumeType.of(type)).volumeSize(size).iops(iops));
    }

    @ParameterizedTest
    @CsvSource(
        value = {"751,,0.250333", "1000,3000,0.333333", "751,100,0.250333", "2000,7999,0.250031"})
    @Rules({"MSG-050", "VOL-11", "DEC-143"})
    void throughput_is_told_by_the_iops_that_the_volume_gets(
        int throughput, Integer iops, String ratio) {
      refused(
          "InvalidParameterValue",
          "Throughput (MiBps) to iops ratio of " + ratio
              + " is too high; maximum is 0.250000 MiBps per iops",
          volume -> {
            volume.volumeType(VolumeType.GP3).volumeSize(100).throughput(throughput);
            return iops == null ? volume : volume.iops(iops);
          });
    }

    @ParameterizedTest
    @ValueSource(strings = {"gp2", "st1", "sc1", "standard"})
    @Rules({"MSG-051", "VOL-05"})
    void not_every_type_takes_iops_not_even_0(String type) {
      for (int iops : new int[] {0, 100}) {
        refused(
            "InvalidParameterCombination",
            "The parameter iops is not supported for " + type + " volumes.",
            volume -> volume.volumeType(VolumeType.of(type)).volumeSize(500).iops(iops));
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"io1", "io2"})
    @Rules({"MSG-052", "VOL-04"})
    void io_volumes_say_their_iops(String type) {
      refused(
          "InvalidParameterCombination",
          "The parameter iops must be specified for " + type + " volumes.",
          volume -> volume.volumeType(VolumeType.of(type)).volumeSize(10));
    }

    @Test
    @Rules({"MSG-170", "VOL-10"})
    void only_gp3_takes_a_throughput() {
      refused(
          "InvalidParameterCombination",
          "The throughput parameter is not supported for gp2 volumes.",
          volume -> volume.volumeSize(10).throughput(125));
    }

    @Test
    @Rules({"MSG-165", "VOL-10"})
    void throughput_has_an_end() {
      refused(
          "InvalidParameterValue",
          "Volume throughput of 2001 is too high; maximum is 2000.",
          volume ->
              volume.volumeType(VolumeType.GP3).volumeSize(2_000).iops(80_000).throughput(2_001));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99, 301})
    @Rules({"MSG-056", "BDM-36"})
    void an_initialization_rate_has_a_range(int rate) {
      refused(
          "InvalidParameterValue",
          "The value specified for VolumeInitializationRate is not in the allowed range.",
          volume -> volume.snapshotId(ec2.snapshot()).volumeInitializationRate(rate));
    }

    @Test
    @Rules({"MSG-171", "DEC-180", "BDM-36"})
    void an_initialization_rate_needs_a_snapshot() {
      refused(
          "InvalidParameterCombination",
          "You can't specify VolumeInitializationRate for volumes that are not created from a"
              + " snapshot.",
          volume -> volume.volumeSize(10).volumeInitializationRate(100));
      assertThat(ec2.owner()
              .createVolume(EbsBlockDevice.ofSnapshot(ec2.snapshot()).toBuilder()
                  .volumeInitializationRate(100)
                  .build())
              .snapshotId())
          .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"st1,124,125", "sc1,1,125", "io1,3,4", "io2,1,4"})
    @Rules({"MSG-166", "VOL-02"})
    void a_size_below_the_limits_is_told_with_the_least(String type, int size, int least) {
      refused(
          "InvalidParameterValue",
          "The volume size is invalid for %1$s volumes: %2$d GiB. %1$s volumes must be at least %3$d GiB in size. Please specify a volume size above the minimum limit."
              .formatted(type, size, least),
          volume -> volume.volumeType(VolumeType.of(type)).volumeSize(size));
    }

    @ParameterizedTest
    @CsvSource({
      "gp3,65537,65536",
      "gp2,16385,16384",
      "standard,1025,1024",
      ",16385,16384",
    })
    @Rules({"MSG-167", "VOL-02"})
    void a_size_above_the_limits_is_told_with_the_most(String type, int size, int most) {
      refused(
          "InvalidParameterValue",
          "Volume of %dGiB is too large for volume type %s; maximum is %dGiB"
              .formatted(size, type == null ? "gp2" : type, most),
          volume -> {
            volume.volumeSize(size);
            return type == null ? volume : volume.volumeType(VolumeType.of(type));
          });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    @Rules({"MSG-168", "VOL-18"})
    void a_size_is_positive(int size) {
      refused(
          "InvalidParameterValue",
          "Value (%d) for parameter size is invalid. Value must be a positive integer."
              .formatted(size),
          volume -> volume.volumeType(VolumeType.GP3).volumeSize(size));
    }

    @Test
    @Rules({"MSG-169", "VOL-01"})
    void a_type_is_known() {
      refused(
          "UnknownVolumeType",
          "Unsupported volume type 'gp9' for volume creation. ",
          volume -> volume.volumeType(VolumeType.of("gp9")).volumeSize(10));
    }

    @Test
    @Rules({"MSG-097", "ENC-10"})
    void a_key_needs_encryption() {
      refused(
          "InvalidParameterDependency",
          "The parameter KmsKeyId requires the parameter Encrypted to be set.",
          volume -> volume.volumeSize(10).kmsKeyId(TestKeys.CUSTOMER));
    }

    @ParameterizedTest
    @CsvSource({
      "8,100,3000,0,125",
      "8,2999,3000,124,125",
      "8,3000,3000,125,125",
      "1,3000,3000,750,750",
      "8,3001,3001,126,126",
    })
    @Rules({"DEC-143", "VOL-06", "VOL-10"})
    void gp3_gives_at_least_what_every_gp3_volume_has(
        int size, int iops, int gotten, int throughput, int gottenThroughput) {
      Volume volume = ec2.owner()
          .createVolume(EbsBlockDevice.blank(VolumeType.GP3, size).toBuilder()
              .iops(iops)
              .throughput(throughput)
              .build());

      assertThat(volume.iops()).hasValue(gotten);
      assertThat(volume.throughput()).hasValue(gottenThroughput);
    }

    @ParameterizedTest
    @CsvSource({"1,100", "33,100", "34,102", "5333,15999", "5334,16000", "16384,16000"})
    @Rules("DEC-179")
    void gp2_tells_the_iops_that_its_size_gives(int size, int iops) {
      Volume volume = ec2.owner().createVolume(EbsBlockDevice.blank(VolumeType.GP2, size));
      assertThat(volume.iops()).hasValue(iops);
      assertThat(volume.throughput()).isEmpty();
    }

    private void assertExplained(UnaryOperator<EbsBlockDevice.Builder> change, String explanation) {
      RefusedException refused = catchThrowableOfType(RefusedException.class, () -> create(change));
      assertThat(refused.violations().get(0).explanation()).contains(explanation);
    }

    private void refused(String code, String text, UnaryOperator<EbsBlockDevice.Builder> change) {
      assertSays(() -> create(change), code, text);
    }

    private Volume create(UnaryOperator<EbsBlockDevice.Builder> change) {
      return ec2.owner().createVolume(change.apply(EbsBlockDevice.builder()).build());
    }
  }

  @Nested
  class Of_a_launch {
    @Test
    @Rules({"MSG-031", "BDM-13"})
    void a_device_is_named_once() {
      refused(
          "InvalidBlockDeviceMapping",
          "The device 'xvdb' is used in more than one block-device mapping",
          ebs(DeviceName.of("/dev/xvdb"), volume -> volume.volumeSize(1)),
          ebs(DeviceName.of("xvdb"), volume -> volume.volumeSize(2)));
      refused(
          "InvalidBlockDeviceMapping",
          "The device 'xvda' is used in more than one block-device mapping",
          ebs(DeviceName.of("xvda"), volume -> volume.volumeSize(10)));
    }

    @Test
    @Rules({"MSG-033", "BDM-19"})
    void all_devices_without_size_and_snapshot_are_named() {
      BlockDeviceMapping one = ebs(DATA, volume -> volume.volumeType(VolumeType.GP3));
      refused(
          "InvalidBlockDeviceMapping",
          "Either snapshot ID or volume size must be provided for: /dev/sdf",
          one);
      refused(
          "InvalidBlockDeviceMapping",
          "Either snapshot ID or volume size must be provided for: /dev/sdf, /dev/sdg",
          one,
          ebs(DeviceName.of("/dev/sdg"), volume -> volume.volumeType(VolumeType.GP3)));
    }

    @Test
    @Rules({"MSG-034", "LAUNCH-22", "BDM-24"})
    void a_volume_is_not_smaller_than_its_snapshot() {
      SnapshotId snapshot = ec2.snapshot(OWNER, s -> s.volumeSize(20));
      refused(
          "InvalidBlockDeviceMapping",
          "Volume of size 10GB is smaller than snapshot '%s', expect size >= 20GB"
              .formatted(snapshot),
          ebs(DATA, volume -> volume.snapshotId(snapshot).volumeSize(10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/sda", "/dev/xvdf2", "/dev/nvme0n1"})
    @Rules({"MSG-035", "DEV-01", "DEV-04", "DEV-12"})
    void a_device_has_a_name_that_instances_take(String name) {
      refused(
          "InvalidBlockDeviceMapping",
          "Invalid device name " + name,
          ebs(DeviceName.of(name), volume -> volume.volumeSize(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"io1", "io2"})
    @Rules({"MSG-052", "VOL-04"})
    void io_volumes_say_their_iops(String type) {
      refused(
          "InvalidParameterCombination",
          "The parameter iops must be specified for " + type + " volumes.",
          ebs(DATA, volume -> volume.volumeSize(10).volumeType(VolumeType.of(type))));
    }

    @Test
    @Rules({"MSG-054", "VOL-10"})
    void only_gp3_takes_a_throughput() {
      String text = "throughput can only be specified for volumeType gp3";
      refused(
          "InvalidParameterCombination",
          text,
          ebs(DATA, volume -> volume.volumeSize(10).throughput(125)));
      assertSays(
          () -> EbsBlockDevice.blank(VolumeType.IO2, 10).toBuilder()
              .throughput(125)
              .build(),
          "InvalidParameterCombination",
          text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"st1", "sc1"})
    @Rules({"DEC-151", "VOL-13"})
    void a_root_is_not_of_a_type_that_cannot_boot(String type) {
      refused(
          "InvalidParameterCombination",
          "The parameter iops is not supported for " + type + " volumes",
          ebs(ROOT, volume -> volume.volumeSize(500).volumeType(VolumeType.of(type))));
    }

    @Test
    @Rules({"DEC-143", "MSG-049", "MSG-050"})
    void gp3_figures_are_judged_and_raised_as_in_CreateVolume() {
      Instance instance = at.launch(ebs(
          DATA,
          volume -> volume.volumeType(VolumeType.GP3).volumeSize(2).iops(1_000).throughput(9)));
      assertThat(at.volume(instance, DATA).iops()).hasValue(3_000);
      assertThat(at.volume(instance, DATA).throughput()).hasValue(125);
      refused(
          "InvalidParameterValue",
          "Iops to volume size ratio of 501.000000 is too high; maximum is 500",
          ebs(DATA, volume -> volume.volumeType(VolumeType.GP3).volumeSize(1).iops(501)));
      refused(
          "InvalidParameterValue",
          "Volume iops of 99 is too low; minimum is 100.",
          ebs(DATA, volume -> volume.volumeType(VolumeType.GP3).volumeSize(1).iops(99)));
    }

    private void refused(String code, String text, BlockDeviceMapping... devices) {
      assertSays(() -> at.launch(devices), code, text);
    }
  }

  @Nested
  class That_is_attached {
    private Instance instance = at.launch();
    private final VolumeId volume =
        ec2.owner().createVolume(EbsBlockDevice.blank(VolumeType.GP3, 10)).volumeId();

    That_is_attached() {}

    @ParameterizedTest
    @ValueSource(
        strings = {"/dev/sda", "/dev/sdf1", "C:/Program Files/Git/dev/sdf", "/dev/nvme1n1"})
    @Rules({"MSG-036", "DEC-148", "DEV-02", "DEV-12"})
    void has_a_device_name_that_instances_take(String device) {
      assertSays(
          () -> attach(DeviceName.of(device)),
          "InvalidParameterValue",
          "Value (" + device + ") for parameter device is invalid.");
    }

    @Test
    @Rules({"MSG-037", "DEV-02", "DEV-11"})
    void has_a_device_of_its_own() {
      assertSays(
          () -> attach(DeviceName.of("xvda")),
          "InvalidParameterValue",
          "Invalid value 'xvda' for unixDevice. Attachment point xvda is already in use");
    }

    @ParameterizedTest
    @CsvSource({"PENDING", "STOPPING", "SHUTTING_DOWN"})
    @Rules({"MSG-038", "DEC-148"})
    void goes_to_an_instance_that_runs_or_is_stopped(InstanceState state) {
      InstanceId other = InstanceMessagesTest.in(ec2, instance, state);
      assertSays(
          () -> ec2.owner().attachVolume(volume, other, DATA),
          "IncorrectState",
          "Instance '%s' is not 'running'.".formatted(other));
    }

    @Test
    @Rules({"MSG-042", "DEC-148", "VOL-14"})
    void is_not_attached_again() {
      attach(DATA);
      assertSays(
          () -> attach(DeviceName.of("/dev/sdg")),
          "VolumeInUse",
          volume + " is already attached to an instance");
    }

    @Test
    @Rules({"MSG-040", "DEC-148"})
    void is_detached_once_from_the_instance_that_has_it() {
      InstanceId other = at.launch().instanceId();
      attach(DATA);
      assertSays(
          () -> ec2.owner().detachVolume(volume, other),
          "IncorrectState",
          "Volume '%s' is not attached to instance '%s'.".formatted(volume, other));
      ec2.owner().detachVolume(volume, instance.instanceId());
      assertSays(
          () -> ec2.owner().detachVolume(volume, instance.instanceId()),
          "IncorrectState",
          "Volume '%s'is in the 'available' state.".formatted(volume));
    }

    @Test
    @Rules("DEC-148")
    void is_no_root_that_is_detached_before_the_instance_is_stopped() {
      VolumeId root = TestLaunch.attachment(instance, ROOT).volumeId();
      assertSays(
          () -> ec2.owner().detachVolume(root, instance.instanceId()),
          "OperationNotPermitted",
          "Unable to detach root volume '%s' from instance '%s'"
              .formatted(root, instance.instanceId()));
      ec2.owner().stopInstances(instance.instanceId());
      ec2.owner().detachVolume(root, instance.instanceId());
      assertThat(at.now(instance.instanceId()).volumes()).isEmpty();
    }

    @Test
    @Rules({"MSG-041", "DEC-148"})
    void with_marketplace_codes_is_detached_once_the_instance_is_stopped() {
      VolumeId sold = ec2.owner()
          .createVolume(EbsBlockDevice.ofSnapshot(
              ec2.snapshot(OWNER, s -> s.addProductCode(ProductCode.marketplace("abc")))))
          .volumeId();
      InstanceId id = instance.instanceId();
      ec2.registry.aws().subscribe(OWNER, "abc");
      ec2.owner().stopInstances(id);
      ec2.owner().attachVolume(sold, id, DATA);
      ec2.owner().startInstances(id);
      assertSays(
          () -> ec2.owner().detachVolume(sold, id),
          "IncorrectInstanceState",
          "Unable to detach volume '%s' with Marketplace codes from instance '%s' as the instance is not in the 'stopped' state."
              .formatted(sold, id));
      ec2.owner().stopInstances(id);
      ec2.owner().detachVolume(sold, id);
      assertThat(ec2.owner().describeVolumes(sold))
          .extracting(Volume::state)
          .containsExactly(VolumeState.AVAILABLE);
    }

    @Test
    void is_not_deleted() {
      attach(DATA);
      assertSays(
          () -> ec2.owner().deleteVolume(volume),
          "VolumeInUse",
          "Volume %s is currently attached to %s".formatted(volume, instance.instanceId()));
      ec2.owner().detachVolume(volume, instance.instanceId());
      ec2.owner().deleteVolume(volume);
      assertThat(ec2.owner().describeVolumes()).extracting(Volume::volumeId).doesNotContain(volume);
      assertSays(
          () -> ec2.owner().deleteVolume(volume),
          "InvalidVolume.NotFound",
          "The volume '%s' does not exist.".formatted(volume));
    }

    private void attach(DeviceName device) {
      ec2.owner().attachVolume(volume, instance.instanceId(), device);
      instance = at.now(instance.instanceId());
    }
  }

  @Test
  @Rules({"DEC-179", "DEC-40"})
  void an_image_of_gp2_volumes_tells_no_iops() {
    Instance instance = at.launch(ebs(DATA, volume -> volume.volumeSize(100)));
    assertThat(at.volume(instance, DATA).iops()).hasValue(300);

    ImageId image = ec2.owner()
        .createImage(CreateImage.builder()
            .instanceId(instance.instanceId())
            .name("of gp2")
            .build());
    assertThat(ec2.owner()
            .describeImage(image)
            .flatMap(ami -> ami.device(DATA))
            .flatMap(BlockDeviceMapping::ebs)
            .orElseThrow())
        .returns(OptionalInt.empty(), EbsBlockDevice::iops)
        .returns(Optional.of(VolumeType.GP2), EbsBlockDevice::volumeType);
  }

  @Test
  @Rules({"DEV-01", "DEV-12"})
  void a_device_that_the_image_has_can_be_attached_again_however_it_is_named() {
    DeviceName odd = DeviceName.of("/dev/disk/odd");
    at.put(image -> image.addBlockDeviceMapping(ebs(odd, volume -> volume.volumeSize(1))));
    Instance instance = at.launch();
    VolumeId volume = TestLaunch.attachment(instance, odd).volumeId();

    ec2.owner().detachVolume(volume, instance.instanceId());
    ec2.owner().attachVolume(volume, instance.instanceId(), odd);
    assertThat(at.now(instance.instanceId()).volumes().keySet())
        .isEqualTo(ImmutableSet.of(ROOT, odd));
    assertThat(ImmutableList.copyOf(ec2.owner().describeVolumes()))
        .allSatisfy(each -> assertThat(each.state()).isEqualTo(VolumeState.IN_USE));
  }
}
