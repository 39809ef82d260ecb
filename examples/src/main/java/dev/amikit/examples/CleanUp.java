package dev.amikit.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.amikit.advice.Advice;
import dev.amikit.id.AccountId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.ImageName;
import dev.amikit.jackson.AmiJson;
import dev.amikit.query.Newest;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the images that a clean-up would remove, and tells of every image why, or why not: it is
 * old, was not launched for a while, is not the newest of its family, and is not shared. What AWS
 * advises of it is told as well. Nothing is removed.
 *
 * <p>DescribeImages tells of no permission but the public one; what an image is shared with besides
 * is known if the document also has what DescribeImageAttribute told.
 */
public final class CleanUp {
  private static final Pattern VERSION = Pattern.compile("[-_.]?v?\\d[\\d.]*");

  private final AccountId owner;
  private final Instant now;
  private final Duration old;
  private final Duration unused;

  CleanUp(AccountId owner, Instant now, Duration old, Duration unused) {
    this.owner = owner;
    this.now = now;
    this.old = old;
    this.unused = unused;
  }

  /**
   * Takes an account ID, the path of a document, the present time, and two numbers of days: for how
   * long an image is not old, and for how long it counts as used.
   */
  public static void main(String[] arguments) {
    CleanUp cleanUp = new CleanUp(
        AccountId.of(arguments[0]),
        Instant.parse(arguments[2]),
        Duration.ofDays(Long.parseLong(arguments[3])),
        Duration.ofDays(Long.parseLong(arguments[4])));
    cleanUp.print(
        AmiJson.images().read(Path.of(arguments[1])).values(),
        new PrintStream(System.out, true, UTF_8));
  }

  void print(Collection<Ami> images, PrintStream out) {
    ImmutableSet<Ami> newest = newest(images);
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    for (Ami ami : images) {
      Optional<String> kept = reasonToKeep(ami, newest);
      out.printf("%-6s %s  %s%n", kept.isPresent() ? "keep" : "remove", ami.imageId(), name(ami));
      out.printf("       %s%n", kept.orElseGet(() -> reasonToRemove(ami)));
      Advice.on(ami, today).forEach(advice -> out.printf("       %s%n", advice.text()));
    }
  }

  List<Ami> toRemove(Collection<Ami> images) {
    ImmutableSet<Ami> newest = newest(images);
    return images.stream().filter(ami -> reasonToKeep(ami, newest).isEmpty()).toList();
  }

  /** The newest of each family; what cannot be launched, or is another's, succeeds nobody. */
  private ImmutableSet<Ami> newest(Collection<Ami> images) {
    Iterable<Ami> successors = Iterables.filter(
        images, ami -> ami.ownerId().equals(owner) && ami.state() == AmiState.AVAILABLE);
    return ImmutableSet.copyOf(Newest.per(successors, CleanUp::family).values());
  }

  private Optional<String> reasonToKeep(Ami ami, ImmutableSet<Ami> newest) {
    if (!ami.ownerId().equals(owner)) {
      return Optional.of("belongs to " + ami.ownerId());
    }
    if (ami.isProtectedAt(now)) {
      return Optional.of("protected: " + ami.deregistrationProtection().orElseThrow());
    }
    if (!ami.knownLaunchPermissions().isEmpty()) {
      return Optional.of("shared with " + ami.knownLaunchPermissions());
    }
    if (newest.contains(ami)) {
      return Optional.of("the newest of its family, " + family(ami));
    }
    if (ami.creationDate().isEmpty()) {
      return Optional.of("its age is unknown");
    }
    if (ami.creationDate().get().plus(old).isAfter(now)) {
      return Optional.of("young: made " + ami.creationDate().get());
    }
    return ami.lastLaunchedTime()
        .filter(launched -> launched.plus(unused).isAfter(now))
        .map(launched -> "in use: launched " + launched);
  }

  /** DescribeImages tells whether an image is public, and not whom else it is shared with. */
  private static String reasonToRemove(Ami ami) {
    return ami.launchPermissions().isPresent()
        ? "old, unused, succeeded and not shared"
        : "old, unused, succeeded and not public; whom it is shared with was not told";
  }

  /** What stays of a name when numbers of versions and dates are taken out. */
  private static String family(Ami ami) {
    return VERSION.matcher(name(ami)).replaceAll("");
  }

  private static String name(Ami ami) {
    return ami.name().map(ImageName::value).orElse("");
  }
}
