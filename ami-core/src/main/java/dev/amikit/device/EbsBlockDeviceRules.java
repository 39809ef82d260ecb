package dev.amikit.device;

import static dev.amikit.device.VolumeType.GP3;
import static dev.amikit.device.VolumeType.SC1;
import static dev.amikit.device.VolumeType.ST1;
import static dev.amikit.device.VolumeType.STANDARD;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_DEPENDENCY;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.MessageTemplate.recorded;
import static dev.amikit.rule.Rule.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.rule.Broken;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import java.util.Optional;
import java.util.OptionalInt;

/** What holds of every EBS volume in a mapping. */
final class EbsBlockDeviceRules {
  private static final ImmutableSet<VolumeType> WITHOUT_IOPS = ImmutableSet.of(STANDARD, ST1, SC1);

  private static final MessageTemplate NO_SIZE =
      recorded("Value ({value}) for parameter size is invalid. Value must be a positive integer.");

  static final Rule SIZE_WITHIN_TYPE = rule(
          "ebs-block-device.size-within-type",
          "a volume size is a whole number of GiB within the limits of the volume type",
          INVALID_PARAMETER_VALUE,
          "EBS User Guide, Volume types; API reference, EbsBlockDevice, VolumeSize",
          "VAL-22",
          "VOL-18")
      .saying(NO_SIZE, VolumeLimits.SIZE_TOO_SMALL, VolumeLimits.SIZE_TOO_LARGE);

  static final Rule IOPS_ON_IOPS_TYPES = rule(
          "ebs-block-device.iops-on-iops-types",
          "IOPS do not stand on standard, st1 and sc1 volumes",
          INVALID_PARAMETER_COMBINATION,
          "API reference, EbsBlockDevice, Iops",
          "VAL-23")
      .saying(recorded("The parameter iops is not supported for {volumeType} volumes."));

  static final Rule THROUGHPUT_ON_GP3 = rule(
          "ebs-block-device.throughput-on-gp3",
          "of the volume types known, only gp3 states a throughput",
          INVALID_PARAMETER_COMBINATION,
          "API reference, EbsBlockDevice, Throughput",
          "VAL-23")
      .saying(quoted("throughput can only be specified for volumeType gp3"));

  static final Rule KEY_WITH_ENCRYPTION = rule(
          "ebs-block-device.key-with-encryption",
          "a KMS key does not stand on a volume that is not encrypted",
          INVALID_PARAMETER_DEPENDENCY,
          "API reference, EbsBlockDevice, KmsKeyId",
          "VAL-24")
      .saying(quoted("The parameter KmsKeyId requires the parameter Encrypted to be set."));

  static final Rule FIGURES_NOT_NEGATIVE = rule(
          "ebs-block-device.figures-not-negative",
          "IOPS, throughput, initialization rate and card index are whole numbers from 0 on",
          INVALID_PARAMETER_VALUE,
          "API reference, EbsBlockDevice",
          "VOL-18",
          "BDM-18")
      .saying(recorded("Value ({value}) for parameter {parameter} is invalid. Value must be a"
          + " positive integer."));

  static final ImmutableList<Rule> ALL = ImmutableList.of(
      SIZE_WITHIN_TYPE,
      IOPS_ON_IOPS_TYPES,
      THROUGHPUT_ON_GP3,
      KEY_WITH_ENCRYPTION,
      FIGURES_NOT_NEGATIVE);

  private EbsBlockDeviceRules() {}

  /** What a volume breaks, in the order of the rules. */
  static Broken brokenBy(EbsBlockDevice ebs) {
    Broken broken = Broken.NOTHING;
    if (ebs.volumeSize().isPresent()) {
      broken = ofSize(ebs, ebs.volumeSize().getAsInt(), broken);
    }
    if (ebs.volumeType().isPresent()) {
      broken = ofType(ebs, ebs.volumeType().get(), broken);
    }
    if (ebs.kmsKeyId().isPresent() && !ebs.encrypted().orElse(true)) {
      broken = broken.and(KEY_WITH_ENCRYPTION.brokenBy("kmsKeyId", ebs.kmsKeyId()));
    }
    broken = notNegative("iops", ebs.iops(), broken);
    broken = notNegative("throughput", ebs.throughput(), broken);
    broken = notNegative("volumeInitializationRate", ebs.volumeInitializationRate(), broken);
    return notNegative("ebsCardIndex", ebs.ebsCardIndex(), broken);
  }

  private static Broken ofSize(EbsBlockDevice ebs, int gib, Broken before) {
    if (gib < 1) {
      return before.and(SIZE_WITHIN_TYPE.brokenBy("volumeSize", gib));
    }
    Optional<VolumeType> type = ebs.volumeType();
    VolumeLimits limits = type.isPresent() ? type.get().limits().orElse(null) : null;
    return limits == null || limits.size().contains(gib)
        ? before
        : before.and(limits.sizeBreaks(SIZE_WITHIN_TYPE, "volumeSize", type.get(), gib));
  }

  private static Broken ofType(EbsBlockDevice ebs, VolumeType type, Broken before) {
    Broken broken = before;
    if (ebs.iops().isPresent() && WITHOUT_IOPS.contains(type)) {
      broken = broken.and(
          IOPS_ON_IOPS_TYPES.brokenBy("iops", ebs.iops().getAsInt()).with("volumeType", type));
    }
    if (ebs.throughput().isPresent() && !type.equals(GP3) && type.isKnown()) {
      broken = broken.and(THROUGHPUT_ON_GP3
          .brokenBy("throughput", ebs.throughput().getAsInt())
          .with("volumeType", type));
    }
    return broken;
  }

  private static Broken notNegative(String path, OptionalInt figure, Broken before) {
    return figure.orElse(0) < 0
        ? before.and(FIGURES_NOT_NEGATIVE.brokenBy(path, figure.getAsInt()))
        : before;
  }
}
