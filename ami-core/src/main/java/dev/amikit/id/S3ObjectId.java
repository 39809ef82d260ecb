package dev.amikit.id;

import static dev.amikit.rule.MessageTemplate.own;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import dev.amikit.rule.Characters;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Where an object lies in Amazon S3: the bucket and the key in it, as text {@code BUCKET/KEY}, such
 * as {@code amzn-s3-demo-bucket/ami-0abcdef1234567890.bin}.
 *
 * @param bucket the name of the bucket, 3 to 63 lower-case letters, digits, dots and hyphens, a
 *     letter or digit at both ends
 * @param key the key of the object, 1 to 1,024 bytes of UTF-8
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">Bucket
 *     naming rules</a>
 */
public record S3ObjectId(String bucket, String key) implements TaskSubject, Comparable<S3ObjectId> {
  private static final Pattern BUCKET_FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final int LONGEST_KEY = 1_024;
  private static final Comparator<S3ObjectId> ORDER =
      comparing(S3ObjectId::bucket).thenComparing(S3ObjectId::key);

  /** The form of the name of a bucket. */
  public static final Rule BUCKET = Rule.rule(
          "s3-object.bucket",
          "the name of a bucket is 3 to 63 lower-case letters, digits, dots and hyphens",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "S3 User Guide, Bucket naming rules",
          "STORE-01",
          "STORE-19")
      .saying(own("Value ({value}) for parameter {parameter} is invalid. The specified bucket is"
          + " not valid."));

  /** The form of a key. */
  public static final Rule KEY = Rule.rule(
          "s3-object.key",
          "the key of an object has 1 to 1,024 bytes",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "S3 User Guide, Naming objects",
          "STORE-06",
          "STORE-19")
      .saying(own("Value ({value}) for parameter {parameter} is invalid. The key of an object has"
          + " 1 to 1024 bytes."));

  /**
   * Checks the form.
   *
   * @param bucket the name of the bucket, 3 to 63 lower-case letters, digits, dots and hyphens, a
   *     letter or digit at both ends
   * @param key the key of the object, 1 to 1,024 bytes of UTF-8
   * @throws dev.amikit.rule.RuleViolationException by {@code s3-object.bucket} or
   *     {@code s3-object.key}
   */
  public S3ObjectId {
    requireNonNull(bucket, "bucket");
    requireNonNull(key, "key");
    Characters.checked("key", key);
    if (!BUCKET_FORM.matcher(bucket).matches()) {
      throw BUCKET.refuse("bucket", bucket);
    }
    if (key.isEmpty() || key.getBytes(UTF_8).length > LONGEST_KEY) {
      throw KEY.refuse("key", key);
    }
  }

  /**
   * Returns the object that a text names.
   *
   * @param value bucket and key, with a slash between them
   * @return the object
   * @throws dev.amikit.rule.RuleViolationException by {@code s3-object.bucket} or
   *     {@code s3-object.key}
   */
  public static S3ObjectId parse(String value) {
    requireNonNull(value, "value");
    int slash = value.indexOf('/');
    return slash < 0
        ? new S3ObjectId(value, "")
        : new S3ObjectId(value.substring(0, slash), value.substring(slash + 1));
  }

  /**
   * Returns where an image is stored.
   *
   * @param bucket the name of the bucket; a path may follow it, such as {@code bucket/golden}
   * @param imageId the image
   * @return the object whose key is the path, the ID of the image and {@code .bin}
   * @throws dev.amikit.rule.RuleViolationException by {@code s3-object.bucket} or
   *     {@code s3-object.key}
   */
  public static S3ObjectId ofImage(String bucket, ImageId imageId) {
    requireNonNull(bucket, "bucket");
    requireNonNull(imageId, "imageId");
    int slash = bucket.indexOf('/');
    if (slash < 0) {
      return new S3ObjectId(bucket, imageId + ".bin");
    }
    String path = bucket.substring(slash + 1);
    boolean isClosed = path.isEmpty() || path.endsWith("/");
    return new S3ObjectId(
        bucket.substring(0, slash), path + (isClosed ? "" : "/") + imageId + ".bin");
  }

  /** {@return bucket and key, with a slash between them} */
  @Override
  public String value() {
    return bucket + "/" + key;
  }

  @Override
  public int compareTo(S3ObjectId other) {
    requireNonNull(other, "other");
    return ORDER.compare(this, other);
  }

  /** Returns bucket and key, with a slash between them. */
  @Override
  public String toString() {
    return value();
  }
}
