package dev.amikit.testkit.arbitrary;

import com.google.common.collect.Range;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeLimits;
import dev.amikit.device.VolumeType;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Devices of images: their names, their volumes, the entries of mappings. */
public final class DeviceArbitraries {
  private static final int LARGEST_FIGURE = 300_000;

  private DeviceArbitraries() {}

  /** {@return names of devices: of today, of old images, and any text at all} */
  public static Arbitrary<DeviceName> deviceNames() {
    return Arbitraries.frequencyOf(
            Tuple.of(
                6,
                Combinators.combine(
                        Arbitraries.of("/dev/sd", "/dev/xvd", "xvd", "sd", "/dev/hd", "/dev/vd"),
                        Arbitraries.chars().range('a', 'z'),
                        Arbitraries.of("", "", "1", "15"))
                    .as((start, letter, partition) -> start + letter + partition)),
            Tuple.of(2, Arbitraries.of("/dev/xvdba", "/dev/nvme0n1", "sda1", "/dev/sda")),
            Tuple.of(1, TagArbitraries.texts(1, 32)))
        .map(DeviceName::of);
  }

  /** {@return what the volumes of each type can have} */
  public static Arbitrary<VolumeLimits> volumeLimits() {
    return WordArbitraries.knownWordsOf(VolumeType.WORDS)
        .map(type -> type.limits().orElseThrow());
  }

  /**
   * {@return volumes of every type with figures that the type can have: of snapshots and blank,
   * encrypted and not, and sparse ones of old answers}
   */
  public static Arbitrary<EbsBlockDevice> ebsBlockDevices() {
    return ebsBlockDevices(WordArbitraries.wordsOf(VolumeType.WORDS));
  }

  /** {@return volumes of types that a root device can have, each made of a snapshot} */
  static Arbitrary<EbsBlockDevice> roots() {
    return Combinators.combine(
            ebsBlockDevices(Arbitraries.of(
                VolumeType.GP3,
                VolumeType.GP2,
                VolumeType.IO1,
                VolumeType.IO2,
                VolumeType.STANDARD)),
            IdArbitraries.snapshotIds())
        .as((ebs, snapshot) -> ebs.toBuilder().snapshotId(snapshot).build());
  }

  private static Arbitrary<EbsBlockDevice> ebsBlockDevices(Arbitrary<VolumeType> types) {
    return Combinators.combine(
            types.optional(0.9),
            figures().optional(0.9),
            figures().optional(0.4),
            IdArbitraries.snapshotIds().optional(0.8),
            Arbitraries.of(Encryption.class),
            IdArbitraries.kmsKeyIds(),
            Arbitraries.of(Optional.of(true), Optional.of(false), Optional.<Boolean>empty()),
            placements())
        .as((type, size, figure, snapshot, encryption, key, deleteOnTermination, placement) -> {
          EbsBlockDevice.Builder ebs = EbsBlockDevice.builder()
              .volumeType(type)
              .snapshotId(snapshot)
              .deleteOnTermination(deleteOnTermination)
              .encrypted(encryption.encrypted);
          if (encryption == Encryption.WITH_KEY) {
            ebs.kmsKeyId(key);
          }
          int gib = within(sizes(type), size.orElse(0));
          size.ifPresent(any -> ebs.volumeSize(gib));
          figure.ifPresent(n -> addFigures(ebs, type, gib, n));
          return placement.apply(ebs).build();
        })
        .withoutEdgeCases();
  }

  /**
   * {@return entries of all three kinds: EBS volumes, instance store volumes, suppressed devices}
   */
  public static Arbitrary<BlockDeviceMapping> blockDeviceMappings() {
    return Combinators.combine(deviceNames(), devices())
        .as((name, device) -> device.under(name))
        .withoutEdgeCases();
  }

  /** A device that has no name yet. */
  interface Device {
    BlockDeviceMapping under(DeviceName name);
  }

  static Arbitrary<Device> devices() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, ebsBlockDevices().map(ebs -> name -> BlockDeviceMapping.ebs(name, ebs))),
        Tuple.of(
            3, virtualNames().map(virtual -> name -> BlockDeviceMapping.virtual(name, virtual))),
        Tuple.of(1, Arbitraries.just(BlockDeviceMapping::suppressed)));
  }

  private static Arbitrary<String> virtualNames() {
    return Arbitraries.frequencyOf(
        Tuple.of(9, Arbitraries.integers().between(0, 25).map(n -> "ephemeral" + n)),
        Tuple.of(1, Arbitraries.of("swap", "ami", "root")));
  }

  private static Arbitrary<Function<EbsBlockDevice.Builder, EbsBlockDevice.Builder>> placements() {
    return Arbitraries.frequencyOf(
        Tuple.of(16, Arbitraries.just(ebs -> ebs)),
        Tuple.of(1, IdArbitraries.outpostArns().map(arn -> ebs -> ebs.outpostArn(arn))),
        Tuple.of(
            1,
            Arbitraries.just(
                ebs -> ebs.availabilityZone("us-east-1a").availabilityZoneId("use1-az1"))),
        Tuple.of(
            1,
            Arbitraries.integers()
                .between(100, 300)
                .map(rate -> ebs -> ebs.volumeInitializationRate(rate))),
        Tuple.of(
            1, Arbitraries.integers().between(0, 1).map(card -> ebs -> ebs.ebsCardIndex(card))));
  }

  private static void addFigures(
      EbsBlockDevice.Builder ebs, Optional<VolumeType> type, int gib, int figure) {
    Optional<VolumeLimits> limits = type.flatMap(VolumeType::limits);
    if (limits.isEmpty()) {
      ebs.iops(figure).throughput(figure);
      return;
    }
    limits
        .get()
        .iops()
        .ifPresent(
            range -> ebs.iops(Math.min(within(range, figure), limits.get().mostIops(gib))));
    limits.get().throughput().ifPresent(range -> ebs.throughput(within(range, figure)));
    if (type.get().equals(VolumeType.GP2)) {
      ebs.iops(Math.max(100, Math.min(16_000, 3 * gib)));
    }
  }

  private static Range<Integer> sizes(Optional<VolumeType> type) {
    return type.flatMap(VolumeType::limits).map(VolumeLimits::size).orElse(Range.atLeast(1));
  }

  private static int within(Range<Integer> range, int seed) {
    int value = range.lowerEndpoint() + seed;
    return range.contains(value) ? value : range.upperEndpoint();
  }

  private static Arbitrary<Integer> figures() {
    return Arbitraries.integers().between(0, LARGEST_FIGURE);
  }

  /** What an entry tells about encryption. */
  private enum Encryption {
    NOT_ENCRYPTED(Optional.of(false)),
    ENCRYPTED(Optional.of(true)),
    WITH_KEY(Optional.of(true)),
    NOT_TOLD(Optional.empty());

    private final Optional<Boolean> encrypted;

    Encryption(Optional<Boolean> encrypted) {
      this.encrypted = encrypted;
    }
  }
}
