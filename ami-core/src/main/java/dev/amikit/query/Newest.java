package dev.amikit.query;

import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;
import static java.util.Comparator.reverseOrder;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import dev.amikit.image.Ami;
import dev.amikit.image.Architecture;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/**
 * Picks from images by their creation date. EC2 answers in no order that means anything, so the
 * choice of the newest is the caller's. Of images of one date the one with the lesser ID comes
 * first; an image that does not tell its date is older than all others.
 */
public final class Newest {
  /** The newest image first. */
  public static final Comparator<Ami> FIRST = Comparator.<Ami, java.time.Instant>comparing(
          ami -> ami.creationDate().orElse(Instant.MIN), reverseOrder())
      .thenComparing(Ami::imageId);

  private Newest() {}

  /**
   * Returns the newest image.
   *
   * @param images some images
   * @return the newest of them; empty if there are none
   */
  public static Optional<Ami> of(Iterable<Ami> images) {
    requireNonNull(images, "images");
    return Streams.stream(images).min(FIRST);
  }

  /**
   * Returns the newest image of each kind.
   *
   * @param <K> what tells kinds apart
   * @param images some images
   * @param kind the kind of an image
   * @return the newest of each kind, newest first
   */
  public static <K> ImmutableMap<K, Ami> per(Iterable<Ami> images, Function<Ami, K> kind) {
    requireNonNull(images, "images");
    requireNonNull(kind, "kind");
    return Streams.stream(images)
        .sorted(FIRST)
        .collect(ImmutableMap.toImmutableMap(kind, ami -> ami, (newer, older) -> newer));
  }

  /**
   * Returns the newest image of each name prefix. An image counts for every prefix of its name.
   *
   * @param images some images
   * @param prefixes the prefixes, such as {@code al2023-ami-2023.}
   * @return the newest for each prefix, in the order given; none for prefixes without image
   */
  public static ImmutableMap<String, Ami> perNamePrefix(Iterable<Ami> images, String... prefixes) {
    requireNonNull(images, "images");
    requireNonNull(prefixes, "prefixes");
    ImmutableMap.Builder<String, Ami> newest = ImmutableMap.builder();
    for (String prefix : prefixes) {
      Streams.stream(images)
          .filter(ami -> ami.name().isPresent() && ami.name().get().value().startsWith(prefix))
          .min(FIRST)
          .ifPresent(ami -> newest.put(prefix, ami));
    }
    return newest.buildKeepingLast();
  }

  /**
   * Groups images by their architecture.
   *
   * @param images some images
   * @return the images of each architecture, newest first
   */
  public static ImmutableListMultimap<Architecture, Ami> byArchitecture(Iterable<Ami> images) {
    requireNonNull(images, "images");
    return Streams.stream(images)
        .sorted(FIRST)
        .collect(toImmutableListMultimap(Ami::architecture, ami -> ami));
  }
}
