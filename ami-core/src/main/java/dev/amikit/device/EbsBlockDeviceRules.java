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
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import dev.amikit.rule.Invariant;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/** What holds of every EBS volume in a mapping. */
final class EbsBlockDeviceRules {
  private static final Range<Integer> ANY_SIZE = Range.atLeast(1);
  private static final ImmutableSet<VolumeType> WITHOUT_IOPS = ImmutableSet.of(STANDARD, ST1, SC1);

  private static final MessageTemplate NO_SIZE =
      recorded("Value ({value}) for parameter size is invalid. Value must be a positive integer.");

  private static final Rule SIZE = rule(
          "ebs-block-device.size-within-type",
          "a volume size is a whole number of GiB within the limits of the volume type",
          INVALID_PARAMETER_VALUE,
          "EBS User Guide, Volume types; API reference, EbsBlockDevice, VolumeSize",
          "VAL-22",
          "VOL-18")
      .saying(NO_SIZE, VolumeLimits.SIZE_TOO_SMALL, VolumeLimits.SIZE_TOO_LARGE);

  static final Invariant<EbsBlockDevice> SIZE_WITHIN_TYPE = new Invariant<>(
      SIZE,
      ebs -> ebs.volumeSize().isEmpty() || sizes(ebs).contains(ebs.volumeSize().getAsInt()),
      ebs -> ImmutableList.of(sizeViolation(ebs, ebs.volumeSize().getAsInt())));

  static final Invariant<EbsBlockDevice> IOPS_ON_IOPS_TYPES = ofType(
      rule(
              "ebs-block-device.iops-on-iops-types",
              "IOPS do not stand on standard, st1 and sc1 volumes",
              INVALID_PARAMETER_COMBINATION,
              "API reference, EbsBlockDevice, Iops",
              "VAL-23")
          .saying(recorded("The parameter iops is not supported for {volumeType} volumes.")),
      "iops",
      EbsBlockDevice::iops,
      type -> !WITHOUT_IOPS.contains(type));

  static final Invariant<EbsBlockDevice> THROUGHPUT_ON_GP3 = ofType(
      rule(
              "ebs-block-device.throughput-on-gp3",
              "of the volume types known, only gp3 states a throughput",
              INVALID_PARAMETER_COMBINATION,
              "API reference, EbsBlockDevice, Throughput",
              "VAL-23")
          .saying(quoted("throughput can only be specified for volumeType gp3")),
      "throughput",
      EbsBlockDevice::throughput,
      type -> type.equals(GP3) || !type.isKnown());

  static final Invariant<EbsBlockDevice> KEY_WITH_ENCRYPTION = Invariant.of(
      rule(
              "ebs-block-device.key-with-encryption",
              "a KMS key does not stand on a volume that is not encrypted",
              INVALID_PARAMETER_DEPENDENCY,
              "API reference, EbsBlockDevice, KmsKeyId",
              "VAL-24")
          .saying(quoted("The parameter KmsKeyId requires the parameter Encrypted to be set.")),
      "kmsKeyId",
      ebs -> ebs.kmsKeyId().get(),
      ebs -> ebs.kmsKeyId().isEmpty() || ebs.encrypted().orElse(true));

  private static final Rule NOT_NEGATIVE = rule(
          "ebs-block-device.figures-not-negative",
          "IOPS, throughput, initialization rate and card index are whole numbers from 0 on",
          INVALID_PARAMETER_VALUE,
          "API reference, EbsBlockDevice",
          "VOL-18",
          "BDM-18")
      .saying(recorded("Value ({value}) for parameter {parameter} is invalid. Value must be a"
          + " positive integer."));

  static final Invariant<EbsBlockDevice> FIGURES_NOT_NEGATIVE = new Invariant<>(
      NOT_NEGATIVE,
      ebs -> isNotNegative(ebs.iops())
          && isNotNegative(ebs.throughput())
          && isNotNegative(ebs.volumeInitializationRate())
          && isNotNegative(ebs.ebsCardIndex()),
      EbsBlockDeviceRules::negativeFigures);

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

  private static Violation sizeViolation(EbsBlockDevice ebs, int gib) {
    return gib < 1
        ? SIZE.brokenBy("volumeSize", gib)
        : ebs.volumeType()
            .flatMap(VolumeType::limits)
            .orElseThrow()
            .sizeBreaks(SIZE, "volumeSize", ebs.volumeType().get(), gib);
  }

  /** That a figure stands only on some types, where there is both. */
  private static Invariant<EbsBlockDevice> ofType(
      Rule rule,
      String path,
      Function<EbsBlockDevice, OptionalInt> figure,
      Predicate<VolumeType> takes) {
    return new Invariant<>(
        rule,
        ebs -> figure.apply(ebs).isEmpty() || ebs.volumeType().map(takes::test).orElse(true),
        ebs -> ImmutableList.of(rule.brokenBy(path, figure.apply(ebs).getAsInt())
            .with("volumeType", ebs.volumeType().get())));
  }

  private static ImmutableList<Violation> negativeFigures(EbsBlockDevice ebs) {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    ImmutableMap.of(
            "iops", ebs.iops(),
            "throughput", ebs.throughput(),
            "volumeInitializationRate", ebs.volumeInitializationRate(),
            "ebsCardIndex", ebs.ebsCardIndex())
        .forEach((path, figure) -> {
          if (!isNotNegative(figure)) {
            broken.add(NOT_NEGATIVE.brokenBy(path, figure.getAsInt()));
          }
        });
    return broken.build();
  }

  private static boolean isNotNegative(OptionalInt figure) {
    return figure.orElse(0) >= 0;
  }
}
