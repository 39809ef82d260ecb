package dev.amikit.device;

import static com.google.common.collect.Range.closed;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import dev.amikit.rule.Rules;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VolumeLimitsTest {
  /** The limits in force, as the EBS User Guide has them. */
  static Stream<Arguments> documented() {
    return Stream.of(
        row("gp3", closed(1, 65_536), closed(3_000, 80_000), false, 500, closed(125, 2_000), true),
        row("gp2", closed(1, 16_384), null, false, 0, null, true),
        row("io1", closed(4, 16_384), closed(100, 64_000), true, 50, null, true),
        row("io2", closed(4, 65_536), closed(100, 256_000), true, 1_000, null, true),
        row("st1", closed(125, 16_384), null, false, 0, null, false),
        row("sc1", closed(125, 16_384), null, false, 0, null, false),
        row("standard", closed(1, 1_024), null, false, 0, null, true));
  }

  private static Arguments row(
      String type,
      Range<Integer> size,
      @Nullable Range<Integer> iops,
      boolean iopsRequired,
      int iopsPerGib,
      @Nullable Range<Integer> throughput,
      boolean bootable) {
    return Arguments.of(
        type,
        new VolumeLimits(
            size,
            Optional.ofNullable(iops),
            iopsRequired,
            iopsPerGib,
            Optional.ofNullable(throughput),
            bootable));
  }

  @ParameterizedTest
  @MethodSource("documented")
  void the_limits_of_each_type_are_those_documented(String type, VolumeLimits limits) {
    assertThat(VolumeType.of(type).limits()).contains(limits);
  }

  @Test
  void every_known_type_has_limits_and_an_unknown_one_has_none() {
    assertThat(VolumeType.WORDS.known())
        .allSatisfy(type -> assertThat(type.limits()).isPresent())
        .hasSize((int) documented().count());
    assertThat(VolumeType.of("gp4").limits()).isEmpty();
  }

  @Rules({"VOL-08", "VOL-09"})
  @ParameterizedTest
  @CsvSource({
    "gp3, 1, 3000",
    "gp3, 6, 3000",
    "gp3, 7, 3500",
    "gp3, 159, 79500",
    "gp3, 160, 80000",
    "gp3, 65536, 80000",
    "io1, 4, 200",
    "io1, 1279, 63950",
    "io1, 1280, 64000",
    "io1, 16384, 64000",
    "io2, 4, 4000",
    "io2, 255, 255000",
    "io2, 256, 256000",
    "io2, 65536, 256000"
  })
  void the_most_iops_of_a_size(String type, int gib, int iops) {
    assertThat(mostIops(type, gib)).isEqualTo(iops);
  }

  @Rules("VOL-08")
  @Property
  void gp3_gives_3000_at_every_size_and_500_per_gib_above(
      @ForAll @IntRange(min = 1, max = 65_536) int gib) {
    assertThat(mostIops("gp3", gib)).isEqualTo(Math.max(3_000, Math.min(80_000, 500 * gib)));
  }

  @Property
  void the_most_iops_overflow_at_no_size(@ForAll @IntRange(min = 1_280) int gib) {
    assertThat(mostIops("io1", gib)).isEqualTo(64_000);
    assertThat(mostIops("io2", gib)).isEqualTo(256_000);
  }

  @ParameterizedTest
  @CsvSource({"gp2", "st1", "sc1", "standard"})
  void types_whose_iops_cannot_be_set_have_none_to_give(String type) {
    assertThat(mostIops(type, 1_000)).isZero();
  }

  @Rules("VOL-03")
  @ParameterizedTest
  @CsvSource({
    "gp3, 16384, 16000, 1000",
    "io1, 16384, 20000, ",
    "io2, 16384, 64000, ",
    "st1, 500, , ",
    "sc1, 500, , ",
    "standard, 1024, , "
  })
  void figures_of_former_limits_are_within_those_of_today(
      String type, int gib, @Nullable Integer iops, @Nullable Integer throughput) {
    VolumeLimits limits = VolumeType.of(type).limits().orElseThrow();
    assertThat(limits.size().contains(gib)).isTrue();
    assertThat(iops == null || limits.iops().orElseThrow().contains(iops)).isTrue();
    assertThat(iops == null || iops <= limits.mostIops(gib)).isTrue();
    assertThat(throughput == null || limits.throughput().orElseThrow().contains(throughput))
        .isTrue();
  }

  private static int mostIops(String type, int gib) {
    return VolumeType.of(type).limits().orElseThrow().mostIops(gib);
  }
}
