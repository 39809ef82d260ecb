package dev.amikit.advice;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.image.Ami;
import dev.amikit.time.Times;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What AWS recommends of an image on a day. No value and no operation is refused for it: an
 * operating system that is supported no more changes nothing of an image, which can be launched as
 * before.
 *
 * @param kind what it is about
 * @param since the first day from which on it holds, by UTC
 * @param text what is to be known, a sentence
 * @param source where AWS, or the vendor of the operating system, says so
 */
public record Advice(AdviceKind kind, LocalDate since, String text, String source) {
  private static final Period LIFE_OF_PUBLIC_IMAGES = Period.ofYears(2);

  /**
   * Refuses null.
   *
   * @param kind what it is about
   * @param since the first day from which on it holds, by UTC
   * @param text what is to be known, a sentence
   * @param source where AWS, or the vendor of the operating system, says so
   */
  public Advice {
    requireNonNull(kind, "kind");
    requireNonNull(since, "since");
    requireNonNull(text, "text");
    requireNonNull(source, "source");
  }

  /**
   * Returns the advice on an image on a day.
   *
   * <p>An image has no member that tells its operating system. It is taken from the name, else from
   * the description, as AWS and others write them: {@code amzn2-ami-hvm-2.0…},
   * {@code Windows_Server-2012-R2_RTM-English…}, {@code Microsoft Windows Server 2008}. An image
   * that names none of the systems known here gets no advice on it. Known are the Amazon Linux AMI
   * (the first one, up to 2018.03), Amazon Linux 2 and 2023, and Windows Server before 2016.
   *
   * @param ami the image
   * @param day the day, by UTC
   * @return the advice that holds on that day; empty if there is none
   */
  public static ImmutableList<Advice> on(Ami ami, LocalDate day) {
    requireNonNull(ami, "ami");
    requireNonNull(day, "day");
    return Stream.of(endOfSupport(ami), publicAndOld(ami))
        .flatMap(Optional::stream)
        .filter(advice -> !advice.since.isAfter(day))
        .collect(ImmutableList.toImmutableList());
  }

  private static Optional<Advice> endOfSupport(Ami ami) {
    return OperatingSystem.of(ami)
        .map(system -> new Advice(
            AdviceKind.END_OF_SUPPORT,
            Times.dayAfter(system.lastDay()),
            "%s was supported until %s: make an image of a newer system."
                .formatted(system.title(), system.lastDay()),
            system.source()));
  }

  private static Optional<Advice> publicAndOld(Ami ami) {
    return ami.creationDate()
        .filter(created -> ami.isPublic())
        .map(created -> Times.plus(created, LIFE_OF_PUBLIC_IMAGES))
        .map(Times::day)
        .map(end -> new Advice(
            AdviceKind.PUBLIC_AND_OLD,
            end,
            "A public image is deprecated two years after it was created, on %s: publish a newer one."
                .formatted(end),
            "EC2 User Guide, Deprecate an AMI"));
  }
}
