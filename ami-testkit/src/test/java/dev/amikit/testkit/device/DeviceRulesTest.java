package dev.amikit.testkit.device;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;
import static dev.amikit.testkit.assertion.AmiAssertions.assertThatBuilding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.KmsKeyId;
import dev.amikit.rule.Rules;
import dev.amikit.testkit.fixture.Snapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceRulesTest {
  private static final DeviceName SDB = DeviceName.of("/dev/sdb");

  @Rules({"VAL-22", "VOL-18"})
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
  void a_size_lies_within_the_limits_of_the_type(String word, int least, int most) {
    VolumeType type = VolumeType.of(word);
    assertThat(EbsBlockDevice.blank(type, least)).hasVolumeSize(least);
    assertThat(EbsBlockDevice.blank(type, most)).hasVolumeSize(most);
    for (int outside : new int[] {least - 1, most + 1}) {
      assertThatBuilding(() -> EbsBlockDevice.blank(type, outside))
          .isRefusedOnlyBy("ebs-block-device.size-within-type")
          .at("volumeSize");
    }
  }

  @Rules({"VAL-22", "VOL-01", "VOL-18"})
  @Test
  void an_unknown_type_only_asks_for_a_positive_size() {
    VolumeType unknown = VolumeType.of("gp4");
    assertThat(EbsBlockDevice.blank(unknown, Integer.MAX_VALUE)).hasVolumeType(unknown);
    assertThatBuilding(() -> EbsBlockDevice.blank(unknown, 0))
        .isRefusedOnlyBy("ebs-block-device.size-within-type");
  }

  @Rules({"VAL-23"})
  @ParameterizedTest
  @CsvSource({
    "gp3, true",
    "gp2, false",
    "io1, false",
    "io2, false",
    "st1, false",
    "sc1, false",
    "standard, false",
    "gp4, true"
  })
  void throughput_stands_on_gp3_and_on_what_is_unknown(String word, boolean allowed) {
    EbsBlockDevice.Builder ebs =
        EbsBlockDevice.builder().volumeType(VolumeType.of(word)).throughput(125);
    if (allowed) {
      assertThat(ebs.build().throughput()).hasValue(125);
    } else {
      assertThatBuilding(ebs::build)
          .isRefusedOnlyBy("ebs-block-device.throughput-on-gp3")
          .at("throughput");
    }
  }

  @Rules({"VAL-23", "BDM-28"})
  @ParameterizedTest
  @CsvSource({
    "gp3, true",
    "gp2, true",
    "io1, true",
    "io2, true",
    "st1, false",
    "sc1, false",
    "standard, false",
    "gp4, true"
  })
  void iops_stand_on_every_type_that_has_them_and_on_gp2_as_information(
      String word, boolean allowed) {
    EbsBlockDevice.Builder ebs =
        EbsBlockDevice.builder().volumeType(VolumeType.of(word)).iops(100);
    if (allowed) {
      assertThat(ebs.build().iops()).hasValue(100);
    } else {
      assertThatBuilding(ebs::build)
          .isRefusedOnlyBy("ebs-block-device.iops-on-iops-types")
          .at("iops");
    }
  }

  @Rules({"VAL-24"})
  @Test
  void a_key_stands_on_what_is_encrypted_or_does_not_tell() {
    EbsBlockDevice.Builder ebs =
        EbsBlockDevice.builder().kmsKeyId(KmsKeyId.of("alias/golden-images"));
    assertThat(ebs.build()).isNotEncrypted();
    assertThat(ebs.encrypted(true).build()).isEncrypted();
    assertThatBuilding(() -> ebs.encrypted(false).build())
        .isRefusedOnlyBy("ebs-block-device.key-with-encryption")
        .at("kmsKeyId");
  }

  @Rules({"VAL-23", "VAL-24"})
  @Test
  void all_broken_rules_of_a_volume_are_told_at_once() {
    assertThatBuilding(() -> EbsBlockDevice.builder()
            .volumeType(VolumeType.STANDARD)
            .volumeSize(1_025)
            .iops(100)
            .throughput(125)
            .encrypted(false)
            .kmsKeyId(KmsKeyId.AWS_MANAGED_EBS_KEY)
            .build())
        .isRefusedOnlyBy(
            "ebs-block-device.size-within-type",
            "ebs-block-device.iops-on-iops-types",
            "ebs-block-device.throughput-on-gp3",
            "ebs-block-device.key-with-encryption");
  }

  @Rules({"BDM-18", "BDM-20"})
  @Test
  void a_volume_may_have_neither_snapshot_nor_size_nor_anything_else() {
    EbsBlockDevice empty = EbsBlockDevice.builder().build();
    assertThat(empty.snapshotId()).isEmpty();
    assertThat(empty.volumeSize()).isEmpty();
    assertThat(BlockDeviceMapping.ebs(SDB, empty)).isEbs();
  }

  @Rules({"BDM-21"})
  @Test
  void a_volume_may_have_a_size_and_no_snapshot() {
    assertThat(EbsBlockDevice.blank(VolumeType.GP3, 100).snapshotId()).isEmpty();
  }

  @Rules({"BDM-25"})
  @Test
  void a_volume_may_be_larger_than_its_snapshot() {
    assertThat(Snapshots.completedSnapshot().volumeSize()).isEqualTo(8);
    assertThat(EbsBlockDevice.of(VolumeType.GP3, 800, Snapshots.ID))
        .isBackedBy(Snapshots.ID)
        .hasVolumeSize(800);
  }

  @Rules({"BDM-29"})
  @Test
  void a_gp3_volume_need_not_tell_its_iops_and_throughput() {
    EbsBlockDevice gp3 = EbsBlockDevice.blank(VolumeType.GP3, 8);
    assertThat(gp3.iops()).isEmpty();
    assertThat(gp3.throughput()).isEmpty();
  }

  @Rules({"VOL-03"})
  @ParameterizedTest
  @CsvSource({"io1, 100, 1000", "io1, 4, 100", "gp3, 1, 3000", "standard, 1024, -1", "gp2, 1000, -1"
  })
  void figures_of_the_first_years_are_accepted(String word, int gib, int iops) {
    EbsBlockDevice.Builder old =
        EbsBlockDevice.builder().volumeType(VolumeType.of(word)).volumeSize(gib);
    if (iops >= 0) {
      old.iops(iops);
    }
    assertThat(old.build()).hasVolumeSize(gib);
  }

  @Rules({"BDM-33"})
  @Test
  void an_encrypted_volume_need_not_name_its_key() {
    EbsBlockDevice encrypted = EbsBlockDevice.builder().encrypted(true).build();
    assertThat(encrypted).isEncrypted();
    assertThat(encrypted.kmsKeyId()).isEmpty();
    assertThat(EbsBlockDevice.builder().build().encrypted()).isEmpty();
  }

  @Rules({"VAL-12", "BDM-01", "BDM-04"})
  @Test
  void an_entry_is_exactly_one_of_three() {
    BlockDeviceMapping.Builder none = BlockDeviceMapping.builder().deviceName(SDB);
    assertThatBuilding(none::build)
        .isRefusedOnlyBy("block-device-mapping.one-kind")
        .at("");
    EbsBlockDevice ebs = EbsBlockDevice.blank(VolumeType.GP3, 8);
    for (BlockDeviceMapping one : new BlockDeviceMapping[] {
      BlockDeviceMapping.ebs(SDB, ebs),
      BlockDeviceMapping.virtual(SDB, "ephemeral0"),
      BlockDeviceMapping.suppressed(SDB)
    }) {
      assertThat(one.deviceName()).isEqualTo(SDB);
      assertThatBuilding(
              () -> one.toBuilder().ebs(ebs).virtualName("ephemeral1").build())
          .isRefusedOnlyBy("block-device-mapping.one-kind");
      assertThatBuilding(
              () -> one.toBuilder().noDevice("").virtualName("ephemeral1").build())
          .isRefusedOnlyBy("block-device-mapping.one-kind");
    }
  }

  @Rules({"BDM-46"})
  @ParameterizedTest
  @ValueSource(strings = {"ephemeral0", "ephemeral23", "ephemeral25", "swap"})
  void a_virtual_device_has_any_name(String virtualName) {
    assertThat(BlockDeviceMapping.virtual(SDB, virtualName)).isVirtual(virtualName);
  }
}
