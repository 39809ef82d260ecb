package dev.amikit.registry.tag;

import static java.util.Objects.requireNonNull;

/**
 * A tag that an account attached, and to what.
 *
 * @param key its key
 * @param resourceId the ID of the resource
 * @param resourceType the type of the resource, such as {@code image}
 * @param value its value, which may be the empty text
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TagDescription.html">TagDescription</a>
 */
public record TagDescription(String key, String resourceId, String resourceType, String value) {
  /**
   * Refuses null.
   *
   * @param key its key
   * @param resourceId the ID of the resource
   * @param resourceType the type of the resource, such as {@code image}
   * @param value its value, which may be the empty text
   */
  public TagDescription {
    requireNonNull(key, "key");
    requireNonNull(resourceId, "resourceId");
    requireNonNull(resourceType, "resourceType");
    requireNonNull(value, "value");
  }
}
