package dev.amikit.registry.plan;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import com.google.common.collect.Sets;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeLimits;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ProductCode;
import dev.amikit.id.VolumeId;
import dev.amikit.registry.state.Volume;
import dev.amikit.rule.Broken;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The figures that are asked of a new volume: what a request states, else what the image says, else
 * what the snapshot and the volume type give.
 *
 * @param snapshot the snapshot that it is made from
 * @param volumeType its type
 * @param size its size in GiB; empty if nothing tells
 * @param iops its IOPS, where they are provisioned
 * @param throughput its throughput in MiB/s, where it is provisioned
 */
public record VolumeFigures(
    Optional<Snapshot> snapshot,
    VolumeType volumeType,
    OptionalInt size,
    OptionalInt iops,
    OptionalInt throughput) {
  private static final EbsBlockDevice NOTHING = EbsBlockDevice.builder().build();

  private static final String SIZE = "volumeSize";
  private static final String IOPS = "iops";
  private static final String THROUGHPUT = "throughput";

  private static final int GP3_IOPS = 3_000;
  private static final int GP3_THROUGHPUT = 125;
  private static final int IOPS_FOR_EACH_THROUGHPUT = 4;

  /**
   * Fewer IOPS can be asked for of no type; those of gp3 that are fewer than 3,000 become 3,000.
   */
  private static final int LEAST_IOPS = 100;

  private static final Range<Integer> GP2_IOPS = Range.closed(100, 16_000);
  private static final int GP2_IOPS_PER_GIB = 3;

  /** The figures of a volume of which a request tells all that is not a default. */
  public static VolumeFigures of(EbsBlockDevice requested, Optional<Snapshot> snapshot) {
    return of(requested, NOTHING, snapshot);
  }

  /** The figures of a volume that a request describes on top of what an image says. */
  public static VolumeFigures of(
      EbsBlockDevice requested, EbsBlockDevice inImage, Optional<Snapshot> snapshot) {
    VolumeType type = requested.volumeType().isPresent()
        ? requested.volumeType().get()
        : inImage.volumeType().orElse(VolumeType.GP2);
    boolean isGp3 = type.equals(VolumeType.GP3);
    return new VolumeFigures(
        snapshot,
        type,
        first(
            requested.volumeSize(),
            inImage.volumeSize(),
            snapshot.isPresent()
                ? OptionalInt.of(snapshot.get().volumeSize())
                : OptionalInt.empty()),
        first(requested.iops(), provisionedIops(inImage), gp3(isGp3, GP3_IOPS)),
        first(requested.throughput(), inImage.throughput(), gp3(isGp3, GP3_THROUGHPUT)));
  }

  /** The figures of a volume as an image keeps them: with nothing filled in but type and size. */
  public static VolumeFigures asStated(EbsBlockDevice stated, Optional<Snapshot> snapshot) {
    VolumeFigures filled = of(stated, snapshot);
    return new VolumeFigures(
        snapshot, filled.volumeType, filled.size, stated.iops(), stated.throughput());
  }

  /**
   * What is wrong with the figures of a volume that is made now, by its members. That it has a size
   * is asked by {@link #withoutSize}.
   */
  public ImmutableList<Violation> violations(boolean isRoot) {
    Broken broken = Broken.NOTHING.and(violationsInImage(isRoot));
    if (volumeType.limits().isPresent()) {
      VolumeLimits limits = volumeType.limits().get();
      broken = broken.and(iopsViolation(limits)).and(throughputViolation(limits));
    }
    return broken.violations();
  }

  /**
   * What is wrong with the figures of a volume in an image, which keeps IOPS and throughput as they
   * are given: a launch judges whether they are within their limits.
   */
  public ImmutableList<Violation> violationsInImage(boolean isRoot) {
    Broken broken = Broken.NOTHING;
    if (snapshot.isPresent()
        && size.isPresent()
        && size.getAsInt() < snapshot.get().volumeSize()) {
      broken = broken.and(DeviceRules.NOT_SMALLER
          .brokenBy(SIZE, size.getAsInt())
          .with("snapshotId", snapshot.get().snapshotId())
          .with("snapshotSize", snapshot.get().volumeSize()));
    }
    if (volumeType.limits().isEmpty()) {
      return broken.violations();
    }
    VolumeLimits limits = volumeType.limits().get();
    if (isRoot && !limits.bootable()) {
      broken = broken.and(DeviceRules.BOOTABLE.brokenBy("volumeType", volumeType));
    }
    if (size.isPresent() && !limits.size().contains(size.getAsInt())) {
      broken =
          broken.and(limits.sizeBreaks(DeviceRules.SIZE_RANGE, SIZE, volumeType, size.getAsInt()));
    }
    if (iops.isEmpty() && limits.iopsRequired()) {
      broken = broken.and(ofType(DeviceRules.IOPS_NEEDED, IOPS, "absent"));
    }
    if (iops.isPresent() && limits.iops().isEmpty()) {
      broken = broken.and(ofType(DeviceRules.IOPS_ALLOWED, IOPS, iops.getAsInt()));
    }
    if (throughput.isPresent() && limits.throughput().isEmpty()) {
      broken =
          broken.and(ofType(DeviceRules.THROUGHPUT_ALLOWED, THROUGHPUT, throughput.getAsInt()));
    }
    return broken.violations();
  }

  /** That a figure and the type do not go together. */
  private Violation ofType(Rule rule, String path, Object found) {
    return rule.brokenBy(path, found).with("volumeType", volumeType);
  }

  /** The devices whose size nothing tells; EC2 names them all at once. */
  public static ImmutableList<Violation> withoutSize(
      ImmutableMap<DeviceName, VolumeFigures> volumes, Function<DeviceName, String> path) {
    ImmutableSet.Builder<DeviceName> without = ImmutableSet.builder();
    for (Map.Entry<DeviceName, VolumeFigures> volume : volumes.entrySet()) {
      if (volume.getValue().size.isEmpty()) {
        without.add(volume.getKey());
      }
    }
    ImmutableSet<DeviceName> names = without.build();
    Broken broken = Broken.NOTHING;
    for (DeviceName name : names) {
      broken = broken.and(DeviceRules.SIZE_OR_SNAPSHOT
          .brokenBy(path.apply(name), "neither")
          .with("deviceNames", Joiner.on(", ").join(names)));
    }
    return broken.violations();
  }

  private Optional<Violation> iopsViolation(VolumeLimits limits) {
    if (iops.isEmpty() || limits.iops().isEmpty()) {
      return Optional.empty();
    }
    int asked = iops.getAsInt();
    int most = limits.iops().get().upperEndpoint();
    if (asked < LEAST_IOPS || asked > most) {
      Violation outside = DeviceRules.IOPS_RANGE
          .brokenBy(IOPS, asked)
          .hinting("%d to %d for %s".formatted(LEAST_IOPS, most, volumeType));
      return Optional.of(
          asked < LEAST_IOPS
              ? outside.with("minimum", LEAST_IOPS)
              : outside.saying(DeviceRules.IOPS_TOO_HIGH).with("maximum", most));
    }
    return size.isPresent() && isTooManyFor(size.getAsInt(), asked, limits)
        ? Optional.of(DeviceRules.IOPS_PER_SIZE
            .brokenBy(IOPS, asked)
            .with("ratio", sixDecimals(asked, size.getAsInt()))
            .with("maximum", limits.iopsPerGib())
            .hinting("%d for each GiB of %s".formatted(limits.iopsPerGib(), volumeType)))
        : Optional.empty();
  }

  /** What every volume of the type has is never too much; less than that counts as it is asked. */
  private static boolean isTooManyFor(int gib, int asked, VolumeLimits limits) {
    return asked > limits.mostIops(gib)
        || asked < limits.iops().orElseThrow().lowerEndpoint()
            && asked > (long) limits.iopsPerGib() * gib;
  }

  private Optional<Violation> throughputViolation(VolumeLimits limits) {
    if (throughput.isEmpty() || limits.throughput().isEmpty()) {
      return Optional.empty();
    }
    int asked = throughput.getAsInt();
    int most = limits.throughput().get().upperEndpoint();
    if (asked > most) {
      return Optional.of(DeviceRules.THROUGHPUT_RANGE
          .brokenBy(THROUGHPUT, asked)
          .with("maximum", most)
          .hinting("at most %d MiB/s".formatted(most)));
    }
    OptionalInt base = provided(iops, limits.iops());
    return base.isPresent() && asked * IOPS_FOR_EACH_THROUGHPUT > base.getAsInt()
        ? Optional.of(DeviceRules.THROUGHPUT_PER_IOPS
            .brokenBy(THROUGHPUT, asked)
            .with("ratio", sixDecimals(asked, base.getAsInt())))
        : Optional.empty();
  }

  /** What EC2 gives to one that asks for less than every volume of the type has. */
  private static OptionalInt provided(OptionalInt asked, Optional<Range<Integer>> limits) {
    return asked.isPresent() && limits.isPresent()
        ? OptionalInt.of(Math.max(asked.getAsInt(), limits.get().lowerEndpoint()))
        : asked;
  }

  private static String sixDecimals(int dividend, int divisor) {
    return String.format(Locale.ROOT, "%.6f", (double) dividend / divisor);
  }

  /** The volume as an image shows it, which goes with its instance or not if that is not told. */
  public EbsBlockDevice inImage(EbsBlockDevice requested, boolean deleteOnTermination) {
    EbsBlockDevice.Builder device = EbsBlockDevice.builder()
        .volumeType(volumeType)
        .deleteOnTermination(requested.deleteOnTermination().orElse(deleteOnTermination))
        .ebsCardIndex(requested.ebsCardIndex())
        .encrypted(snapshot.isPresent() ? snapshot.get().isEncrypted() : requested.isEncrypted());
    if (snapshot.isPresent()) {
      device.snapshotId(snapshot.get().snapshotId());
    }
    return device.volumeSize(size).iops(iops).throughput(throughput).build();
  }

  /** The same figures of a volume that is made from another snapshot. */
  public VolumeFigures from(Snapshot other) {
    return new VolumeFigures(Optional.of(other), volumeType, size, iops, throughput);
  }

  /** The figures of a volume that has room for its snapshot, however small it was asked for. */
  public VolumeFigures withRoomForSnapshot() {
    return snapshot
        .map(source -> new VolumeFigures(
            snapshot,
            volumeType,
            OptionalInt.of(Math.max(size.orElse(0), source.volumeSize())),
            iops,
            throughput))
        .orElse(this);
  }

  /** The new volume of the caller, with the product codes that come with it, and its snapshot's. */
  public Volume volume(
      Plan plan,
      Optional<String> availabilityZone,
      VolumeEncryption encryption,
      OptionalInt initializationRate,
      ImmutableSet<ProductCode> productCodes,
      Tags tags) {
    VolumeId id = plan.newVolumeId();
    Optional<VolumeLimits> limits = volumeType.limits();
    return Volume.builder()
        .volumeId(id)
        .ownerId(plan.caller())
        .createTime(plan.now().truncatedTo(ChronoUnit.MILLIS))
        .availabilityZone(availabilityZone)
        .size(size.getAsInt())
        .volumeType(volumeType)
        .iops(
            volumeType.equals(VolumeType.GP2)
                ? OptionalInt.of(gp2Iops(size.getAsInt()))
                : provided(iops, limits.flatMap(VolumeLimits::iops)))
        .throughput(provided(throughput, limits.flatMap(VolumeLimits::throughput)))
        .volumeInitializationRate(initializationRate)
        .kmsKeyId(encryption.kmsKeyId())
        .dataEncryptionKeyId(DataKeys.ofVolume(id, encryption.kmsKeyId(), snapshot))
        .snapshotId(snapshot.map(Snapshot::snapshotId))
        .productCodes(Sets.union(
            productCodes, snapshot.map(Snapshot::productCodes).orElse(ImmutableSet.of())))
        .tags(tags)
        .build();
  }

  private static int gp2Iops(int gib) {
    return Math.max(
        GP2_IOPS.lowerEndpoint(), Math.min(GP2_IOPS.upperEndpoint(), GP2_IOPS_PER_GIB * gib));
  }

  /** IOPS on gp2 are told for information; nobody provisioned them. */
  private static OptionalInt provisionedIops(EbsBlockDevice inImage) {
    return inImage.volumeType().equals(Optional.of(VolumeType.GP2))
        ? OptionalInt.empty()
        : inImage.iops();
  }

  private static OptionalInt gp3(boolean isGp3, int figure) {
    return isGp3 ? OptionalInt.of(figure) : OptionalInt.empty();
  }

  private static OptionalInt first(OptionalInt a, OptionalInt b, OptionalInt c) {
    return a.isPresent() ? a : b.isPresent() ? b : c;
  }
}
