package dev.amikit.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.image.Ami;
import dev.amikit.registry.TestImages;
import dev.amikit.rule.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Advice on images: named systems, and public images of an age. */
class AdviceTest {
  private static final LocalDate NEVER = LocalDate.of(2999, 1, 1);

  private static Ami named(String name, String description) {
    return TestImages.image(1)
        .name(name)
        .description(Optional.of(description).filter(text -> !text.isEmpty()))
        .build();
  }

  @ParameterizedTest
  @Rules({"VAL-49", "AL-01", "AL-02", "AL-03", "AL-05", "WIN-05"})
  @CsvSource(
      delimiter = '|',
      value = {
        "amzn-ami-hvm-2018.03.0.20230306.1-x86_64-gp2 | '' | Amazon Linux AMI | 2023-12-31",
        "amzn-ami-0.9.8-beta.x86_64-S3 | Amazon Linux AMI x86_64 | Amazon Linux AMI | 2023-12-31",
        "base | Amazon Linux AMI 2018.03 with agents | Amazon Linux AMI | 2023-12-31",
        "amzn2-ami-hvm-2.0.20190218-x86_64-gp2 | '' | Amazon Linux 2 | 2026-06-30",
        "amzn2-ami-ecs-hvm-2.0.20210428 | Amazon Linux AMI 2.0 ECS | Amazon Linux 2 | 2026-06-30",
        "base | Amazon Linux AMI 2.0.20210428 x86_64 ECS HVM | Amazon Linux 2 | 2026-06-30",
        "base | Amazon Linux 2 AMI 2.0.20181114 x86_64 HVM gp2 | Amazon Linux 2 | 2026-06-30",
        "al2023-ami-2023.5.20240730.0-kernel-6.1-x86_64 | '' | Amazon Linux 2023 | 2029-06-30",
        "al2023-ami-ecs-2023.0 | Amazon Linux AMI 2023.0 ECS | Amazon Linux 2023 | 2029-06-30",
        "base | Amazon Linux 2023 AMI 2023.5 x86_64 HVM | Amazon Linux 2023 | 2029-06-30",
        "Windows_Server-2003-R2_SP2-English-64Bit-Base | '' | Windows Server 2003 | 2015-07-14",
        "RightImage_Windows_2008_x64_v5.5.5 | '' | Windows Server 2008 | 2020-01-14",
        "Windows_Server-2012-RTM-64Bit-SQL_2008_R2_SP3 | '' | Windows Server 2012 | 2023-10-10",
        "CIS Microsoft Windows Server 2012 Benchmark | '' | Windows Server 2012 | 2023-10-10",
        "base | Microsoft Windows Server 2012 R2 RTM | Windows Server 2012 | 2023-10-10"
      })
  void a_system_that_is_supported_no_more_is_told_from_the_day_after_its_last(
      String name, String description, String title, LocalDate last) {
    Ami ami = named(name, description);

    assertThat(Advice.on(ami, last)).isEmpty();
    assertThat(Advice.on(ami, last.plusDays(1))).singleElement().satisfies(advice -> {
      assertThat(advice.kind()).isEqualTo(AdviceKind.END_OF_SUPPORT);
      assertThat(advice.since()).isEqualTo(last.plusDays(1));
      assertThat(advice.text())
          .endsWith(title + " was supported until " + last + ": make an image of a newer system.");
      assertThat(advice.source()).isNotEmpty();
    });
    assertThat(Advice.on(ami, NEVER)).hasSize(1);
  }

  @ParameterizedTest
  @Rules({"VAL-49", "WIN-05"})
  @ValueSource(
      strings = {
        "Windows_Server-2016-English-Full-SQL_2012_Enterprise-2018.02.23",
        "Windows_Server-2022-English-Full-Base",
        "windows-20081-exotic",
        "ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20230516",
        "golden"
      })
  void an_image_of_another_system_gets_none(String name) {
    assertThat(Advice.on(named(name, ""), NEVER)).isEmpty();
  }

  @Test
  @Rules({"DEPR-06", "DEPR-07"})
  void a_public_image_is_old_two_years_after_it_was_created() {
    Ami ami = TestImages.published(1)
        .creationDate(Instant.parse("2024-02-29T23:59:59Z"))
        .build();
    LocalDate end = LocalDate.of(2026, 2, 28);

    assertThat(Advice.on(ami, end.minusDays(1))).isEmpty();
    assertThat(Advice.on(ami, end))
        .containsExactly(new Advice(
            AdviceKind.PUBLIC_AND_OLD,
            end,
            "A public image is deprecated two years after it was created, on 2026-02-28: publish a"
                + " newer one.",
            "EC2 User Guide, Deprecate an AMI"));
  }

  @Test
  void a_private_image_is_never_old_nor_is_one_whose_age_is_unknown() {
    Ami ami =
        TestImages.image(1).creationDate(Instant.parse("2012-02-29T23:59:59Z")).build();
    assertThat(Advice.on(ami, NEVER)).isEmpty();
    assertThat(Advice.on(TestImages.published(1).creationDate(Optional.empty()).build(), NEVER))
        .isEmpty();
  }

  @Test
  @Rules("AL-04")
  void there_may_be_several_and_the_image_stays_what_it_is() {
    Ami ami = TestImages.published(1)
        .name("amzn-ami-hvm-2016.09.1")
        .creationDate(Instant.parse("2016-10-01T00:00:00Z"))
        .build();
    assertThat(Advice.on(ami, NEVER))
        .extracting(Advice::kind)
        .containsExactly(AdviceKind.END_OF_SUPPORT, AdviceKind.PUBLIC_AND_OLD);
    assertThat(ami.isDeprecatedAt(Instant.parse("2026-10-01T00:00:00Z"))).isFalse();
  }
}
