package dev.amikit.device;

import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.Optional;

/**
 * What a volume of one type can have. AWS has only ever widened these limits, so those of today
 * hold for the volumes of every age.
 *
 * @param size the sizes, in GiB
 * @param iops the IOPS that a request may ask for; empty if the type does not let it ask
 * @param iopsRequired whether a request has to ask for IOPS
 * @param iopsPerGib the most IOPS for each GiB; 0 if no request may ask for IOPS
 * @param throughput the throughput that a request may ask for, in MiB/s; empty if it may not
 * @param bootable whether a root device can be of this type
 * @see <a href="https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html">Amazon EBS
 *     volume types</a>
 */
public record VolumeLimits(
    Range<Integer> size,
    Optional<Range<Integer>> iops,
    boolean iopsRequired,
    int iopsPerGib,
    Optional<Range<Integer>> throughput,
    boolean bootable) {
  /** What EC2 says of a size below the limits of a type. */
  public static final MessageTemplate SIZE_TOO_SMALL = recorded(
      "The volume size is invalid for {volumeType} volumes: {value} GiB. {volumeType}"
          + " volumes must be at least {minimum} GiB in size. Please specify a volume size above the minimum limit.");

  /** What EC2 says of a size above the limits of a type. */
  public static final MessageTemplate SIZE_TOO_LARGE = recorded(
      "Volume of {value}GiB is too large for volume type {volumeType}; maximum is {maximum}GiB");

  private static final ImmutableMap<VolumeType, VolumeLimits> TODAY =
      ImmutableMap.<VolumeType, VolumeLimits>builder()
          .put(
              VolumeType.GP3,
              general(65_536, Range.closed(3_000, 80_000), 500, Range.closed(125, 2_000)))
          .put(VolumeType.GP2, fixed(1, 16_384, true))
          .put(VolumeType.IO1, provisioned(16_384, Range.closed(100, 64_000), 50))
          .put(VolumeType.IO2, provisioned(65_536, Range.closed(100, 256_000), 1_000))
          .put(VolumeType.ST1, fixed(125, 16_384, false))
          .put(VolumeType.SC1, fixed(125, 16_384, false))
          .put(VolumeType.STANDARD, fixed(1, 1_024, true))
          .buildOrThrow();

  /**
   * Refuses null.
   *
   * @param size the sizes, in GiB
   * @param iops the IOPS that a request may ask for; empty if the type does not let it ask
   * @param iopsRequired whether a request has to ask for IOPS
   * @param iopsPerGib the most IOPS for each GiB; 0 if no request may ask for IOPS
   * @param throughput the throughput that a request may ask for, in MiB/s; empty if it may not
   * @param bootable whether a root device can be of this type
   */
  public VolumeLimits {
    requireNonNull(size, "size");
    requireNonNull(iops, "iops");
    requireNonNull(throughput, "throughput");
  }

  static Optional<VolumeLimits> of(VolumeType type) {
    return Optional.ofNullable(TODAY.get(type));
  }

  /**
   * Returns the most IOPS that a volume of this type and a size can have: so many for each GiB, but
   * never less than the least and never more than the most of the type.
   *
   * @param gib the size in GiB
   * @return the most IOPS; 0 if no request may ask for IOPS
   */
  public int mostIops(int gib) {
    return iops.map(range -> (int) Math.max(
            range.lowerEndpoint(), Math.min(range.upperEndpoint(), (long) iopsPerGib * gib)))
        .orElse(0);
  }

  /**
   * Tells how a size outside of these limits breaks a rule.
   *
   * @param rule a rule that says {@link #SIZE_TOO_SMALL} and {@link #SIZE_TOO_LARGE}
   * @param path the attribute that holds the size
   * @param volumeType the type that has these limits
   * @param gib the size in GiB, outside of them
   * @return the violation, which names the limit that is passed
   */
  public Violation sizeBreaks(Rule rule, String path, VolumeType volumeType, int gib) {
    requireNonNull(rule, "rule");
    requireNonNull(path, "path");
    requireNonNull(volumeType, "volumeType");
    int least = size.lowerEndpoint();
    int most = size.upperEndpoint();
    Violation broken = rule.brokenBy(path, gib)
        .with("volumeType", volumeType)
        .hinting("%d to %d GiB for %s".formatted(least, most, volumeType));
    return gib < least
        ? broken.saying(SIZE_TOO_SMALL).with("minimum", least)
        : broken.saying(SIZE_TOO_LARGE).with("maximum", most);
  }

  private static VolumeLimits general(
      int largest, Range<Integer> iops, int perGib, Range<Integer> throughput) {
    return new VolumeLimits(
        Range.closed(1, largest), Optional.of(iops), false, perGib, Optional.of(throughput), true);
  }

  private static VolumeLimits provisioned(int largest, Range<Integer> iops, int perGib) {
    return new VolumeLimits(
        Range.closed(4, largest), Optional.of(iops), true, perGib, Optional.empty(), true);
  }

  private static VolumeLimits fixed(int smallest, int largest, boolean bootable) {
    return new VolumeLimits(
        Range.closed(smallest, largest), Optional.empty(), false, 0, Optional.empty(), bootable);
  }
}
