package dev.amikit.testkit.device;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThatBuilding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeLimits;
import dev.amikit.device.VolumeType;
import dev.amikit.rule.Rules;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DeviceTest {
  @Property
  void a_volume_is_equal_to_its_copy(@ForAll EbsBlockDevice ebs) {
    assertThat(ebs.toBuilder().build()).isEqualTo(ebs).hasSameHashCodeAs(ebs);
  }

  @Property
  void an_entry_is_equal_to_its_copy(@ForAll BlockDeviceMapping mapping) {
    assertThat(mapping.toBuilder().build()).isEqualTo(mapping).hasSameHashCodeAs(mapping);
  }

  @Rules({"VAL-12", "BDM-01"})
  @Property
  void an_entry_is_of_one_kind(@ForAll BlockDeviceMapping mapping) {
    long kinds = mapping.ebs().stream().count()
        + mapping.virtualName().stream().count()
        + mapping.noDevice().stream().count();
    assertThat(kinds).isEqualTo(1);
    assertThat(mapping.snapshotId()).isEqualTo(mapping.ebs().flatMap(EbsBlockDevice::snapshotId));
  }

  @Property
  void figures_are_within_what_a_request_could_ask_for(@ForAll EbsBlockDevice ebs) {
    ebs.volumeType().flatMap(VolumeType::limits).ifPresent(limits -> {
      ebs.volumeSize().ifPresent(gib -> assertThat(limits.size().contains(gib)).isTrue());
      ebs.throughput()
          .ifPresent(figure ->
              assertThat(limits.throughput().orElseThrow().contains(figure)).isTrue());
      if (!ebs.volumeType().get().equals(VolumeType.GP2)) {
        ebs.iops()
            .ifPresent(figure ->
                assertThat(limits.iops().orElseThrow().contains(figure)).isTrue());
      }
    });
  }

  @Rules("VOL-18")
  @Property
  void no_figure_is_negative(@ForAll @IntRange(min = Integer.MIN_VALUE, max = -1) int figure) {
    EbsBlockDevice.Builder[] volumes = {
      EbsBlockDevice.builder().iops(figure),
      EbsBlockDevice.builder().throughput(figure),
      EbsBlockDevice.builder().volumeInitializationRate(figure),
      EbsBlockDevice.builder().ebsCardIndex(figure)
    };
    for (EbsBlockDevice.Builder volume : volumes) {
      assertThatBuilding(volume::build).isRefusedOnlyBy("ebs-block-device.figures-not-negative");
    }
  }

  @Property
  void limits_are_those_of_a_type(@ForAll VolumeLimits limits) {
    assertThat(VolumeType.WORDS.known()).anyMatch(type -> type.limits().get().equals(limits));
  }
}
