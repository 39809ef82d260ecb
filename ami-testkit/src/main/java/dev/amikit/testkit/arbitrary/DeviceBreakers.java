package dev.amikit.testkit.arbitrary;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import java.util.OptionalInt;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Attempts to break the rules of volumes and of entries in mappings. */
final class DeviceBreakers {
  static final ImmutableMap<String, Arbitrary<? extends Supplier<?>>> ALL = ImmutableMap.of(
      "ebs-block-device.size-within-type", sizesOutsideOfTypes(),
      "ebs-block-device.iops-on-iops-types", iopsOnTypesWithout(),
      "ebs-block-device.throughput-on-gp3", throughputOnOtherTypes(),
      "ebs-block-device.key-with-encryption", keysWithoutEncryption(),
      "ebs-block-device.figures-not-negative", negativeFigures(),
      "block-device-mapping.one-kind", entriesOfNoOrManyKinds());

  private DeviceBreakers() {}

  private static Arbitrary<Supplier<?>> sizesOutsideOfTypes() {
    return Combinators.combine(
            bare(),
            WordArbitraries.knownWordsOf(VolumeType.WORDS),
            Arbitraries.integers().between(1, 10_000),
            Arbitraries.of(true, false))
        .as((ebs, type, beyond, above) -> () -> {
          Range<Integer> sizes = type.limits().orElseThrow().size();
          int size = above ? sizes.upperEndpoint() + beyond : sizes.lowerEndpoint() - beyond;
          return ebs.toBuilder().volumeType(type).volumeSize(size).build();
        });
  }

  private static Arbitrary<Supplier<?>> iopsOnTypesWithout() {
    return Combinators.combine(
            bare(),
            Arbitraries.of(VolumeType.STANDARD, VolumeType.ST1, VolumeType.SC1),
            Arbitraries.integers().between(0, 10_000))
        .as((ebs, type, iops) ->
            () -> ebs.toBuilder().volumeType(type).iops(iops).build());
  }

  private static Arbitrary<Supplier<?>> throughputOnOtherTypes() {
    return Combinators.combine(
            bare(),
            WordArbitraries.knownWordsOf(VolumeType.WORDS)
                .filter(type -> !type.equals(VolumeType.GP3)),
            Arbitraries.integers().between(0, 2_000))
        .as((ebs, type, throughput) ->
            () -> ebs.toBuilder().volumeType(type).throughput(throughput).build());
  }

  private static Arbitrary<Supplier<?>> keysWithoutEncryption() {
    return Combinators.combine(DeviceArbitraries.ebsBlockDevices(), IdArbitraries.kmsKeyIds())
        .as((ebs, key) -> () -> ebs.toBuilder().encrypted(false).kmsKeyId(key).build());
  }

  private static Arbitrary<Supplier<?>> negativeFigures() {
    return Combinators.combine(
            bare(), Arbitraries.integers().between(-10_000, -1), Arbitraries.of(0, 1, 2, 3))
        .as((ebs, figure, member) -> () -> {
          EbsBlockDevice.Builder wrong = ebs.toBuilder();
          switch (member) {
            case 0 -> wrong.iops(figure);
            case 1 -> wrong.throughput(figure);
            case 2 -> wrong.volumeInitializationRate(figure);
            default -> wrong.ebsCardIndex(figure);
          }
          return wrong.build();
        });
  }

  private static Arbitrary<Supplier<?>> entriesOfNoOrManyKinds() {
    return Combinators.combine(
            DeviceArbitraries.deviceNames(),
            DeviceArbitraries.ebsBlockDevices(),
            Arbitraries.of(0, 3, 5, 6, 7))
        .as((name, ebs, kinds) -> () -> {
          BlockDeviceMapping.Builder entry = BlockDeviceMapping.builder().deviceName(name);
          if ((kinds & 1) != 0) {
            entry.ebs(ebs);
          }
          if ((kinds & 2) != 0) {
            entry.virtualName("ephemeral0");
          }
          if ((kinds & 4) != 0) {
            entry.noDevice("");
          }
          return entry.build();
        });
  }

  /** Volumes of a type that all figures fit, without figures. */
  private static Arbitrary<EbsBlockDevice> bare() {
    return DeviceArbitraries.ebsBlockDevices()
        .map(ebs -> ebs.toBuilder()
            .volumeType(VolumeType.GP3)
            .volumeSize(OptionalInt.empty())
            .iops(OptionalInt.empty())
            .throughput(OptionalInt.empty())
            .build());
  }
}
