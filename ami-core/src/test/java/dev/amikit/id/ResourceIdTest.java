package dev.amikit.id;

import static dev.amikit.rule.ErrorCode.INVALID_AMI_ID_MALFORMED;
import static dev.amikit.rule.ErrorCode.INVALID_INSTANCE_ID_MALFORMED;
import static dev.amikit.rule.ErrorCode.INVALID_KERNEL_ID_MALFORMED;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.INVALID_RAM_DISK_ID_MALFORMED;
import static dev.amikit.rule.ErrorCode.INVALID_SNAPSHOT_ID_MALFORMED;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Rules;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The IDs that are a prefix and hexadecimal digits. */
class ResourceIdTest {
  private static final String OLD = "1a2b3c4d";
  private static final String NEW = "0123456789abcdef0";

  /** A type of ID, its form as a regular expression, and what refuses a malformed one. */
  record Kind(Function<String, ?> of, String prefix, String form, String rule, ErrorCode code) {
    @Override
    public String toString() {
      return rule + " for " + prefix;
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        image("ami-"),
        image("aki-"),
        image("ari-"),
        strict(KernelId::of, "aki-", "kernel-id.format", INVALID_KERNEL_ID_MALFORMED),
        strict(RamdiskId::of, "ari-", "ramdisk-id.format", INVALID_RAM_DISK_ID_MALFORMED),
        new Kind(
            SnapshotId::of,
            "snap-",
            "snap-(?!0{17})([0-9a-f]{8}|[0-9a-f]{17})",
            "snapshot-id.format",
            INVALID_SNAPSHOT_ID_MALFORMED),
        strict(InstanceId::of, "i-", "instance-id.format", INVALID_INSTANCE_ID_MALFORMED),
        new Kind(
            VolumeId::of,
            "vol-",
            "vol-[0-9a-f]{1,17}",
            "volume-id.format",
            INVALID_PARAMETER_VALUE));
  }

  private static Kind image(String prefix) {
    return new Kind(
        ImageId::of,
        prefix,
        "a[mkr]i-(?!0{17})([0-9a-f]{8}|[0-9a-f]{17})",
        "image-id.format",
        INVALID_AMI_ID_MALFORMED);
  }

  private static Kind strict(
      Function<String, ?> of, String prefix, String rule, ErrorCode errorCode) {
    return new Kind(of, prefix, prefix + "([0-9a-f]{8}|[0-9a-f]{17})", rule, errorCode);
  }

  @Rules({"COM-02", "ID-01", "ID-02", "ID-03", "ACCT-06", "IMG-01"})
  @ParameterizedTest
  @MethodSource("kinds")
  void old_and_new_ids_stand_side_by_side_and_keep_their_text(Kind kind) {
    assertThat(kind.of().apply(kind.prefix() + OLD)).hasToString(kind.prefix() + OLD);
    assertThat(kind.of().apply(kind.prefix() + NEW)).hasToString(kind.prefix() + NEW);
  }

  @Rules({"COM-02", "ID-01", "ID-03", "IMG-01"})
  @ParameterizedTest
  @MethodSource("kinds")
  void a_malformed_id_is_refused_with_the_code_of_its_kind(Kind kind) {
    for (String text : new String[] {
      kind.prefix(),
      kind.prefix() + NEW + "0",
      kind.prefix() + "1a2b3c4g",
      kind.prefix() + "1A2B3C4D",
      kind.prefix() + OLD + " ",
      kind.prefix() + "1a2b-c4d",
      kind.prefix() + "１a2b3c4d"
    }) {
      assertRefused(() -> kind.of().apply(text), kind.rule(), "", kind.code());
    }
  }

  @Rules({"COM-02", "ID-01", "ACCT-06"})
  @ParameterizedTest
  @MethodSource("kinds")
  void only_8_and_17_digits_make_an_id_that_is_no_stand_in(Kind kind) {
    for (int digits = 0; digits <= 20; digits++) {
      String text = kind.prefix() + "f".repeat(digits);
      boolean legal =
          kind.prefix().equals("vol-") ? digits >= 1 && digits <= 17 : digits == 8 || digits == 17;
      assertThat(accepts(kind, text)).as(text).isEqualTo(legal);
    }
  }

  @Rules({"COM-02", "ID-01", "ID-03"})
  @Property
  void an_id_is_accepted_exactly_when_it_has_the_form(
      @ForAll("kind") Kind kind, @ForAll("nearlyAnId") String text) {
    assertThat(accepts(kind, text)).as(text).isEqualTo(text.matches(kind.form()));
  }

  @Provide
  Arbitrary<Kind> kind() {
    return Arbitraries.of(kinds().toList());
  }

  @Provide
  Arbitrary<String> nearlyAnId() {
    Arbitrary<String> prefix =
        Arbitraries.of("ami-", "aki-", "ari-", "snap-", "vol-", "i-", "AMI-", "ami", "lt-", "");
    Arbitrary<Integer> length = Arbitraries.frequency(
        Tuple.of(4, 8), Tuple.of(4, 17), Tuple.of(1, 7), Tuple.of(1, 9), Tuple.of(1, 18));
    Arbitrary<String> digits = Arbitraries.frequencyOf(
        Tuple.of(
            4,
            length.flatMap(
                n -> Arbitraries.strings().withChars("0123456789abcdef").ofLength(n))),
        Tuple.of(
            1,
            length.flatMap(
                n -> Arbitraries.strings().withChars("0189afgAF-_ \n\u0661").ofLength(n))));
    return Combinators.combine(prefix, digits).as(String::concat);
  }

  @Rules("ID-05")
  @Test
  void ids_are_equal_when_their_texts_are_and_ordered_as_text() {
    assertThat(ImageId.of("ami-1a2b3c4d"))
        .isEqualTo(ImageId.of("ami-1a2b3c4d"))
        .hasSameHashCodeAs(ImageId.of("ami-1a2b3c4d"))
        .isNotEqualTo(ImageId.of("ami-1a2b3c4e"))
        .isNotEqualTo(KernelId.of("aki-1a2b3c4d"));
    assertThat(ImageId.of("ami-" + NEW)).isLessThan(ImageId.of("ami-" + OLD));
    assertThat(SnapshotId.of("snap-" + NEW)).isLessThan(SnapshotId.of("snap-" + OLD));
    assertThat(VolumeId.of("vol-" + NEW)).isLessThan(VolumeId.of("vol-" + OLD));
    assertThat(InstanceId.of("i-" + NEW)).isLessThan(InstanceId.of("i-" + OLD));
    assertThat(KernelId.of("aki-" + NEW)).isLessThan(KernelId.of("aki-" + OLD));
    assertThat(RamdiskId.of("ari-" + NEW)).isLessThan(RamdiskId.of("ari-" + OLD));
  }

  @Rules("ID-05")
  @Property
  void ids_are_alike_and_in_order_as_their_texts_are(
      @ForAll("wellFormed") String one, @ForAll("wellFormed") String other) {
    for (String prefix : List.of("aki-", "ami-", "ari-")) {
      for (String otherPrefix : List.of("aki-", "ami-", "ari-")) {
        assertAsTexts(ImageId::of, prefix + one, otherPrefix + other);
      }
    }
    assertAsTexts(SnapshotId::of, "snap-" + one, "snap-" + other);
    assertAsTexts(VolumeId::of, "vol-" + one, "vol-" + other);
    assertAsTexts(VolumeId::of, "vol-" + one.substring(3), "vol-" + other.substring(3));
    assertAsTexts(VolumeId::of, "vol-" + one.substring(0, 5), "vol-" + other.substring(0, 6));
    assertThat((Object) KernelId.of("aki-" + one)).isNotEqualTo(ImageId.of("aki-" + one));
  }

  private static <I extends HexId<I>> void assertAsTexts(
      Function<String, I> of, String one, String other) {
    I id = of.apply(one);
    I otherId = of.apply(other);
    assertThat(id).hasToString(one);
    assertThat(Integer.signum(id.compareTo(otherId)))
        .isEqualTo(Integer.signum(one.compareTo(other)));
    assertThat(id.equals(otherId)).isEqualTo(one.equals(other));
    assertThat(Long.compare(id.order(), otherId.order()))
        .isIn(0, Integer.signum(one.compareTo(other)));
    assertThat(id).isEqualTo(of.apply(one)).hasSameHashCodeAs(of.apply(one));
  }

  /** Digits of IDs, many of which differ in one place only. */
  @Provide
  Arbitrary<String> wellFormed() {
    Arbitrary<String> any = Arbitraries.of(8, 17)
        .flatMap(n -> Arbitraries.strings().withChars("0123456789abcdef").ofLength(n));
    Arbitrary<String> near = Combinators.combine(
            Arbitraries.of(OLD, NEW, "8".repeat(8), "f".repeat(17), OLD + "000000000"),
            Arbitraries.integers().between(0, 16),
            Arbitraries.of("0", "7", "8", "f"))
        .as((digits, place, digit) -> {
          int at = place % digits.length();
          return digits.substring(0, at) + digit + digits.substring(at + 1);
        });
    return Arbitraries.oneOf(any, near, near).filter(digits -> !digits.equals("0".repeat(17)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gold", "vol-1a2b3c4d", "SNAP-1a2b3c4d", "snap", " snap-1a2b3c4d"})
  void a_text_that_is_no_snapshot_id_at_all_is_a_bad_parameter_value(String text) {
    assertRefused(() -> SnapshotId.of(text), "snapshot-id.kind", "", INVALID_PARAMETER_VALUE);
  }

  @Rules("ID-06")
  @ParameterizedTest
  @ValueSource(strings = {"vol-ffff", "vol-ffffffff"})
  void the_volume_of_a_copied_snapshot_may_be_a_stand_in(String text) {
    assertThat(VolumeId.of(text)).hasToString(text);
  }

  @Rules("ID-06")
  @Test
  void the_stand_in_that_copies_get_is_one_that_was_seen() {
    assertThat(VolumeId.OF_COPIES).hasToString("vol-ffffffff");
  }

  private static boolean accepts(Kind kind, String text) {
    try {
      return kind.of().apply(text).toString().equals(text);
    } catch (RuleViolationException e) {
      return false;
    }
  }
}
