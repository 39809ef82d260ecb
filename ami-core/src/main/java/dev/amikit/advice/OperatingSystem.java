package dev.amikit.advice;

import dev.amikit.image.Ami;
import dev.amikit.image.ImageName;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An operating system, how images name it, and until when it is supported. */
enum OperatingSystem {
  AMAZON_LINUX_2023(
      "Amazon Linux 2023", "2029-06-30", "al2023-ami|Amazon Linux 2023", Source.AL2023),
  AMAZON_LINUX_2(
      "Amazon Linux 2", "2026-06-30", "amzn2-ami|Amazon Linux (2 |AMI 2\\.0)", Source.AL2),
  AMAZON_LINUX_AMI(
      "The Amazon Linux AMI", "2023-12-31", "amzn-ami-|Amazon Linux AMI(?! 2023)", Source.AL1),
  WINDOWS_SERVER_2003("Windows Server 2003", "2015-07-14", windows("2003"), Source.MICROSOFT),
  WINDOWS_SERVER_2008("Windows Server 2008", "2020-01-14", windows("2008"), Source.MICROSOFT),
  WINDOWS_SERVER_2012("Windows Server 2012", "2023-10-10", windows("2012"), Source.MICROSOFT);

  /** Who says until when. */
  private static final class Source {
    static final String AL2023 = "Amazon Linux 2023 User Guide, Release cadence";
    static final String AL2 = "Amazon Linux 2 FAQs";
    static final String AL1 = "Amazon Linux AMI FAQs";
    static final String MICROSOFT =
        "EC2 User Guide, Windows AMI versions; Microsoft's Lifecycle" + " Policy, Windows Server";
  }

  private final String title;
  private final LocalDate lastDay;
  private final Pattern named;
  private final String source;

  OperatingSystem(String title, String lastDay, String named, String source) {
    this.title = title;
    this.lastDay = LocalDate.parse(lastDay);
    this.named = Pattern.compile(named, Pattern.CASE_INSENSITIVE);
    this.source = source;
  }

  /** A release R2 is supported as long as the one that it goes by. */
  private static String windows(String year) {
    return "Windows([_ -]Server)?[_ -]" + year + "(?![0-9])";
  }

  /** The system that the name of an image tells, else its description. */
  static Optional<OperatingSystem> of(Ami ami) {
    return Stream.of(ami.name().map(ImageName::value), ami.description())
        .flatMap(Optional::stream)
        .flatMap(OperatingSystem::namedIn)
        .findFirst();
  }

  private static Stream<OperatingSystem> namedIn(String text) {
    return Arrays.stream(values()).filter(system -> system.named.matcher(text).find());
  }

  String title() {
    return title;
  }

  /** The last day of support by its vendor. */
  LocalDate lastDay() {
    return lastDay;
  }

  String source() {
    return source;
  }
}
