package dev.amikit.device;

import static dev.amikit.rule.ErrorCode.INVALID_BLOCK_DEVICE_MAPPING;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.SnapshotId;
import dev.amikit.rule.Rules;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockDeviceMappingTest {
  private static final DeviceName SDB = DeviceName.of("/dev/sdb");
  private static final EbsBlockDevice EBS =
      EbsBlockDevice.of(VolumeType.GP3, 8, SnapshotId.of("snap-1a2b3c4d"));

  @Rules({"VAL-12", "BDM-01", "BDM-04"})
  @Property(generation = GenerationMode.EXHAUSTIVE)
  void an_entry_is_exactly_one_of_three_things(
      @ForAll boolean ebs, @ForAll boolean virtual, @ForAll boolean suppressed) {
    BlockDeviceMapping.Builder builder = BlockDeviceMapping.builder().deviceName(SDB);
    if (ebs) {
      builder.ebs(EBS);
    }
    if (virtual) {
      builder.virtualName("ephemeral0");
    }
    if (suppressed) {
      builder.noDevice("");
    }
    if ((ebs ? 1 : 0) + (virtual ? 1 : 0) + (suppressed ? 1 : 0) == 1) {
      BlockDeviceMapping entry = builder.build();
      assertThat(entry.isEbs()).isEqualTo(ebs);
      assertThat(entry.virtualName().isPresent()).isEqualTo(virtual);
      assertThat(entry.noDevice().isPresent()).isEqualTo(suppressed);
    } else {
      assertRefused(
          builder::build, "block-device-mapping.one-kind", "", INVALID_BLOCK_DEVICE_MAPPING);
    }
  }

  @Test
  void each_kind_has_a_factory() {
    assertThat(BlockDeviceMapping.ebs(SDB, EBS).ebs()).contains(EBS);
    assertThat(BlockDeviceMapping.ebs(SDB, EBS).snapshotId())
        .contains(SnapshotId.of("snap-1a2b3c4d"));
    assertThat(BlockDeviceMapping.virtual(SDB, "ephemeral0").virtualName()).contains("ephemeral0");
    assertThat(BlockDeviceMapping.virtual(SDB, "ephemeral0").snapshotId()).isEmpty();
    assertThat(BlockDeviceMapping.suppressed(SDB).noDevice()).contains("");
    assertThat(BlockDeviceMapping.suppressed(SDB).deviceName()).isEqualTo(SDB);
  }

  @Rules("BDM-08")
  @ParameterizedTest
  @ValueSource(strings = {"", "true", "false", "anything"})
  void an_entry_that_suppresses_a_device_keeps_its_text(String text) {
    assertThat(
            BlockDeviceMapping.builder().deviceName(SDB).noDevice(text).build().noDevice())
        .contains(text);
  }

  @Rules("BDM-07")
  @ParameterizedTest
  @CsvSource({
    "sda1, ami",
    "sda, ami",
    "/dev/sda1, root",
    "sda3, swap",
    "sdb, ephemeral0",
    "/dev/sdy, ephemeral25"
  })
  void virtual_names_of_old_images_are_read(String device, String virtualName) {
    BlockDeviceMapping entry = BlockDeviceMapping.virtual(DeviceName.of(device), virtualName);
    assertThat(entry.deviceName()).hasToString(device);
    assertThat(entry.virtualName()).contains(virtualName);
  }

  /** DEC-152: EC2 says so of the mapping; before, it was a missing parameter. */
  @Rules({"DEC-152", "BDM-02"})
  @Test
  void an_entry_without_a_name_is_refused() {
    assertRefused(
        () -> BlockDeviceMapping.builder().ebs(EBS).build(),
        "device-name.not-empty",
        "deviceName",
        INVALID_BLOCK_DEVICE_MAPPING);
  }

  @Test
  void a_copy_with_another_name_is_another_entry() {
    BlockDeviceMapping entry = BlockDeviceMapping.ebs(SDB, EBS);
    assertThat(entry.toBuilder().build()).isEqualTo(entry).hasSameHashCodeAs(entry);
    assertThat(entry.toBuilder().deviceName(DeviceName.of("/dev/sdc")).build()).isNotEqualTo(entry);
  }
}
