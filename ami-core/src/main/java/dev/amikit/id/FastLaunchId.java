package dev.amikit.id;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * Whose fast launch of which image is meant: every account that may launch an image can enable fast
 * launch of it for itself.
 *
 * @param ownerId the account that enabled it
 * @param imageId the image
 */
public record FastLaunchId(AccountId ownerId, ImageId imageId)
    implements TaskSubject, Comparable<FastLaunchId> {
  private static final Comparator<FastLaunchId> ORDER =
      comparing(FastLaunchId::imageId).thenComparing(FastLaunchId::ownerId);

  /**
   * Refuses null.
   *
   * @param ownerId the account that enabled it
   * @param imageId the image
   */
  public FastLaunchId {
    requireNonNull(ownerId, "ownerId");
    requireNonNull(imageId, "imageId");
  }

  /**
   * Returns the fast launch that a text names.
   *
   * @param value the account and the image, with a colon between them
   * @return the fast launch
   * @throws dev.amikit.rule.RuleViolationException by {@code account-id.format},
   *     {@code image-id.kind} or {@code image-id.format}
   */
  public static FastLaunchId parse(String value) {
    requireNonNull(value, "value");
    int colon = value.indexOf(':');
    String account = colon < 0 ? value : value.substring(0, colon);
    return new FastLaunchId(AccountId.of(account), ImageId.of(value.substring(colon + 1)));
  }

  /** {@return the account and the image, such as {@code 111122223333:ami-0abcdef1234567890}} */
  @Override
  public String value() {
    return ownerId + ":" + imageId;
  }

  @Override
  public int compareTo(FastLaunchId other) {
    requireNonNull(other, "other");
    return ORDER.compare(this, other);
  }

  /** Returns the account and the image, such as {@code 111122223333:ami-0abcdef1234567890}. */
  @Override
  public String toString() {
    return value();
  }
}
