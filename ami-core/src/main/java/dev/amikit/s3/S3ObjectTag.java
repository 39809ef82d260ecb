package dev.amikit.s3;

import static java.util.Objects.requireNonNull;

/**
 * A tag on an object in S3. It is not a tag of EC2: it may be longer, and is not found by EC2's
 * filters. What a request asks of it is checked by
 * {@link dev.amikit.registry.s3.CreateStoreImageTask}.
 *
 * @param key the key, up to 128 characters
 * @param value the value, up to 256 characters
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_S3ObjectTag.html">S3ObjectTag</a>
 */
public record S3ObjectTag(String key, String value) {
  /**
   * Refuses null.
   *
   * @param key the key, up to 128 characters
   * @param value the value, up to 256 characters
   */
  public S3ObjectTag {
    requireNonNull(key, "key");
    requireNonNull(value, "value");
  }

  /**
   * Returns a tag.
   *
   * @param key the key, up to 128 characters
   * @param value the value, up to 256 characters
   * @return the tag
   */
  public static S3ObjectTag of(String key, String value) {
    requireNonNull(key, "key");
    requireNonNull(value, "value");
    return new S3ObjectTag(key, value);
  }
}
