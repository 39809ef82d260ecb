package dev.amikit.device;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_DEPENDENCY;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.Arn;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.SnapshotId;
import dev.amikit.rule.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EbsBlockDeviceTest {
  private static final SnapshotId SNAPSHOT = SnapshotId.of("snap-1a2b3c4d");

  @Rules({"VAL-22", "VOL-02"})
  @ParameterizedTest
  @CsvSource({
    "gp3, 1, 65536",
    "gp2, 1, 16384",
    "io1, 4, 16384",
    "io2, 4, 65536",
    "st1, 125, 16384",
    "sc1, 125, 16384",
    "standard, 1, 1024"
  })
  void a_size_lies_within_the_limits_of_its_type(String word, int smallest, int largest) {
    VolumeType type = VolumeType.of(word);
    assertThat(EbsBlockDevice.blank(type, smallest).volumeSize()).hasValue(smallest);
    assertThat(EbsBlockDevice.of(type, largest, SNAPSHOT).volumeSize()).hasValue(largest);
    assertSizeRefused(type, smallest - 1);
    assertSizeRefused(type, largest + 1);
    assertSizeRefused(type, Integer.MIN_VALUE);
    assertSizeRefused(type, Integer.MAX_VALUE);
  }

  private static void assertSizeRefused(VolumeType type, int gib) {
    assertRefused(
        () -> EbsBlockDevice.blank(type, gib),
        "ebs-block-device.size-within-type",
        "volumeSize",
        INVALID_PARAMETER_VALUE);
  }

  @Rules({"VAL-22", "VOL-01"})
  @Test
  void an_unknown_type_and_an_absent_one_set_no_limit_but_zero() {
    assertThat(EbsBlockDevice.blank(VolumeType.of("gp4"), 1_000_000).volumeSize())
        .hasValue(1_000_000);
    assertThat(EbsBlockDevice.builder().volumeSize(1_000_000).build().volumeType())
        .isEmpty();
    assertSizeRefused(VolumeType.of("gp4"), 0);
    assertRefused(
        () -> EbsBlockDevice.builder().volumeSize(0).build(), "ebs-block-device.size-within-type");
  }

  @Rules("VAL-23")
  @ParameterizedTest
  @ValueSource(strings = {"standard", "st1", "sc1"})
  void iops_stand_on_no_type_without_them_not_even_0(String word) {
    for (int iops : new int[] {0, 100, 3_000}) {
      assertRefused(
          () -> ofType(word).iops(iops).build(),
          "ebs-block-device.iops-on-iops-types",
          "iops",
          INVALID_PARAMETER_COMBINATION);
    }
    assertThat(ofType(word).build().iops()).isEmpty();
  }

  @Rules({"VAL-23", "BDM-28"})
  @ParameterizedTest
  @ValueSource(strings = {"gp2", "gp3", "io1", "io2", "gp4"})
  void iops_stand_on_the_other_types_gp2_included(String word) {
    assertThat(ofType(word).iops(300).build().iops()).hasValue(300);
  }

  @Rules("VAL-23")
  @ParameterizedTest
  @ValueSource(strings = {"gp2", "io1", "io2", "st1", "sc1", "standard"})
  void of_the_known_types_only_gp3_states_a_throughput(String word) {
    assertRefused(
        () -> ofType(word).throughput(125).build(),
        "ebs-block-device.throughput-on-gp3",
        "throughput",
        INVALID_PARAMETER_COMBINATION);
  }

  @Rules("VAL-23")
  @Test
  void gp3_states_a_throughput_and_so_may_a_type_of_tomorrow_or_an_unstated_one() {
    assertThat(ofType("gp3").throughput(125).build().throughput()).hasValue(125);
    assertThat(ofType("gp4").throughput(125).build().throughput()).hasValue(125);
    assertThat(EbsBlockDevice.builder().iops(1).throughput(125).build().throughput())
        .hasValue(125);
  }

  @Rules("BDM-29")
  @Test
  void a_gp3_entry_may_lack_iops_and_throughput() {
    EbsBlockDevice ebs = EbsBlockDevice.of(VolumeType.GP3, 8, SNAPSHOT);
    assertThat(ebs.iops()).isEmpty();
    assertThat(ebs.throughput()).isEmpty();
  }

  @Rules("VAL-24")
  @Test
  void a_key_stands_on_no_volume_that_is_stated_to_be_unencrypted() {
    KmsKeyId key = KmsKeyId.of("alias/golden");
    assertRefused(
        () -> EbsBlockDevice.builder().kmsKeyId(key).encrypted(false).build(),
        "ebs-block-device.key-with-encryption",
        "kmsKeyId",
        INVALID_PARAMETER_DEPENDENCY);
    assertThat(EbsBlockDevice.builder().kmsKeyId(key).encrypted(true).build().isEncrypted())
        .isTrue();
    assertThat(EbsBlockDevice.builder().kmsKeyId(key).build().isEncrypted()).isFalse();
  }

  @Rules("BDM-33")
  @Test
  void an_encrypted_volume_may_show_no_key() {
    assertThat(EbsBlockDevice.builder().encrypted(true).build().kmsKeyId()).isEmpty();
  }

  @Rules("VOL-18")
  @Test
  void no_figure_is_negative() {
    String rule = "ebs-block-device.figures-not-negative";
    assertRefused(() -> EbsBlockDevice.builder().iops(-1).build(), rule);
    assertRefused(() -> EbsBlockDevice.builder().throughput(-1).build(), rule);
    assertRefused(() -> EbsBlockDevice.builder().volumeInitializationRate(-1).build(), rule);
    assertRefused(() -> EbsBlockDevice.builder().ebsCardIndex(-1).build(), rule);
    EbsBlockDevice zeros = EbsBlockDevice.builder()
        .iops(0)
        .throughput(0)
        .volumeInitializationRate(0)
        .ebsCardIndex(0)
        .build();
    assertThat(zeros.ebsCardIndex()).hasValue(0);
  }

  @Test
  void all_broken_rules_are_told_at_once() {
    assertRefused(
        () -> ofType("st1")
            .volumeSize(124)
            .iops(-1)
            .throughput(125)
            .encrypted(false)
            .kmsKeyId(KmsKeyId.AWS_MANAGED_EBS_KEY)
            .build(),
        "ebs-block-device.size-within-type",
        "ebs-block-device.iops-on-iops-types",
        "ebs-block-device.throughput-on-gp3",
        "ebs-block-device.key-with-encryption",
        "ebs-block-device.figures-not-negative");
  }

  @Rules("BDM-18")
  @Test
  void all_thirteen_members_are_carried() {
    EbsBlockDevice full = EbsBlockDevice.builder()
        .snapshotId(SNAPSHOT)
        .volumeSize(8)
        .volumeType(VolumeType.GP3)
        .iops(3_000)
        .throughput(125)
        .deleteOnTermination(true)
        .encrypted(true)
        .kmsKeyId(KmsKeyId.AWS_MANAGED_EBS_KEY)
        .outpostArn(
            Arn.parse("arn:aws:outposts:us-west-2:111122223333:outpost/op-0123456789abcdef0"))
        .availabilityZone("us-west-2a")
        .availabilityZoneId("usw2-az1")
        .volumeInitializationRate(300)
        .ebsCardIndex(1)
        .build();
    assertThat(full.snapshotId()).contains(SNAPSHOT);
    assertThat(full.volumeSize()).hasValue(8);
    assertThat(full.volumeType()).contains(VolumeType.GP3);
    assertThat(full.iops()).hasValue(3_000);
    assertThat(full.throughput()).hasValue(125);
    assertThat(full.deleteOnTermination()).contains(true);
    assertThat(full.encrypted()).contains(true);
    assertThat(full.kmsKeyId()).contains(KmsKeyId.AWS_MANAGED_EBS_KEY);
    assertThat(full.outpostArn()).isPresent();
    assertThat(full.availabilityZone()).contains("us-west-2a");
    assertThat(full.availabilityZoneId()).contains("usw2-az1");
    assertThat(full.volumeInitializationRate()).hasValue(300);
    assertThat(full.ebsCardIndex()).hasValue(1);
    assertThat(full.toBuilder().build()).isEqualTo(full).hasSameHashCodeAs(full);
    assertThat(full.toBuilder().ebsCardIndex(2).build()).isNotEqualTo(full);
  }

  @Rules({"BDM-18", "BDM-20"})
  @Test
  void every_member_may_be_absent_snapshot_and_size_together_too() {
    EbsBlockDevice empty = EbsBlockDevice.builder().build();
    assertThat(empty.snapshotId()).isEmpty();
    assertThat(empty.volumeSize()).isEmpty();
    assertThat(empty.volumeType()).isEmpty();
    assertThat(empty.iops()).isEmpty();
    assertThat(empty.throughput()).isEmpty();
    assertThat(empty.deleteOnTermination()).isEmpty();
    assertThat(empty.isEncrypted()).isFalse();
    assertThat(empty.encrypted()).isEmpty();
    assertThat(empty.kmsKeyId()).isEmpty();
    assertThat(empty.outpostArn()).isEmpty();
    assertThat(empty.availabilityZone()).isEmpty();
    assertThat(empty.availabilityZoneId()).isEmpty();
    assertThat(empty.volumeInitializationRate()).isEmpty();
    assertThat(empty.ebsCardIndex()).isEmpty();
  }

  @Rules({"BDM-21", "BDM-22"})
  @Test
  void a_volume_may_have_a_size_and_no_snapshot() {
    EbsBlockDevice blank =
        EbsBlockDevice.blank(VolumeType.GP2, 100).toBuilder().encrypted(true).build();
    assertThat(blank.snapshotId()).isEmpty();
    assertThat(blank.volumeSize()).hasValue(100);
    assertThat(blank.encrypted()).contains(true);
  }

  private static EbsBlockDevice.Builder ofType(String word) {
    return EbsBlockDevice.builder().volumeType(VolumeType.of(word));
  }
}
