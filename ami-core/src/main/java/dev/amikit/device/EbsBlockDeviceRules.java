package dev.amikit.device;

import static dev.amikit.device.VolumeType.GP3;
import static dev.amikit.device.VolumeType.SC1;
import static dev.amikit.device.VolumeType.ST1;
import static dev.amikit.device.VolumeType.STANDARD;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_DEPENDENCY;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.Rule.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import dev.amikit.rule.Invariant;
import java.util.OptionalInt;

/** What holds of every EBS volume in a mapping. */
final class EbsBlockDeviceRules {
  private static final Range<Integer> ANY_SIZE = Range.atLeast(1);
  private static final ImmutableSet<VolumeType> WITHOUT_IOPS = ImmutableSet.of(STANDARD, ST1, SC1);

  static final Invariant<EbsBlockDevice> SIZE_WITHIN_TYPE = Invariant.of(
      rule(
          "ebs-block-device.size-within-type",
          "a volume size is a whole number of GiB within the limits of the volume type",
          INVALID_PARAMETER_VALUE,
          "EBS User Guide, Volume types; API reference, EbsBlockDevice, VolumeSize",
          "VAL-22",
          "VOL-18"),
      "volumeSize",
      ebs -> ebs.volumeSize().getAsInt(),
      ebs -> ebs.volumeSize().isEmpty() || sizes(ebs).contains(ebs.volumeSize().getAsInt()));

  static final Invariant<EbsBlockDevice> IOPS_ON_IOPS_TYPES = Invariant.of(
      rule(
          "ebs-block-device.iops-on-iops-types",
          "IOPS do not stand on standard, st1 and sc1 volumes",
          INVALID_PARAMETER_COMBINATION,
          "API reference, EbsBlockDevice, Iops",
          "VAL-23"),
      "iops",
      ebs -> ebs.iops().getAsInt(),
      ebs -> ebs.iops().isEmpty()
          || ebs.volumeType().isEmpty()
          || !WITHOUT_IOPS.contains(ebs.volumeType().get()));

  static final Invariant<EbsBlockDevice> THROUGHPUT_ON_GP3 = Invariant.of(
      rule(
          "ebs-block-device.throughput-on-gp3",
          "of the volume types known, only gp3 states a throughput",
          INVALID_PARAMETER_COMBINATION,
          "API reference, EbsBlockDevice, Throughput",
          "VAL-23"),
      "throughput",
      ebs -> ebs.throughput().getAsInt(),
      ebs -> ebs.throughput().isEmpty()
          || ebs.volumeType().isEmpty()
          || ebs.volumeType().get().equals(GP3)
          || !ebs.volumeType().get().isKnown());

  static final Invariant<EbsBlockDevice> KEY_WITH_ENCRYPTION = Invariant.of(
      rule(
          "ebs-block-device.key-with-encryption",
          "a KMS key does not stand on a volume that is not encrypted",
          INVALID_PARAMETER_DEPENDENCY,
          "API reference, EbsBlockDevice, KmsKeyId",
          "VAL-24"),
      "kmsKeyId",
      ebs -> ebs.kmsKeyId().get(),
      ebs -> ebs.kmsKeyId().isEmpty() || ebs.encrypted().orElse(true));

  static final Invariant<EbsBlockDevice> FIGURES_NOT_NEGATIVE = Invariant.of(
      rule(
          "ebs-block-device.figures-not-negative",
          "IOPS, throughput, initialization rate and card index are whole numbers from 0 on",
          INVALID_PARAMETER_VALUE,
          "API reference, EbsBlockDevice",
          "VOL-18",
          "BDM-18"),
      "iops, throughput, volumeInitializationRate, ebsCardIndex",
      ebs -> ebs.iops()
          + ", "
          + ebs.throughput()
          + ", "
          + ebs.volumeInitializationRate()
          + ", "
          + ebs.ebsCardIndex(),
      ebs -> isNotNegative(ebs.iops())
          && isNotNegative(ebs.throughput())
          && isNotNegative(ebs.volumeInitializationRate())
          && isNotNegative(ebs.ebsCardIndex()));

  static final ImmutableList<Invariant<EbsBlockDevice>> INVARIANTS = ImmutableList.of(
      SIZE_WITHIN_TYPE,
      IOPS_ON_IOPS_TYPES,
      THROUGHPUT_ON_GP3,
      KEY_WITH_ENCRYPTION,
      FIGURES_NOT_NEGATIVE);

  private EbsBlockDeviceRules() {}

  private static Range<Integer> sizes(EbsBlockDevice ebs) {
    return ebs.volumeType().flatMap(VolumeType::limits).map(VolumeLimits::size).orElse(ANY_SIZE);
  }

  private static boolean isNotNegative(OptionalInt figure) {
    return figure.orElse(0) >= 0;
  }
}
