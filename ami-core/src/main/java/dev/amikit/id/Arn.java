package dev.amikit.id;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.List;

/**
 * An Amazon Resource Name: {@code arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE}. Region and
 * account may be empty; those of images and snapshots have no account.
 *
 * @param partition the partition, such as {@code aws} or {@code aws-cn}
 * @param service the service, such as {@code ec2}
 * @param region the Region, or empty text for what belongs to none
 * @param account the account, or empty text for what belongs to none
 * @param resource the rest, such as {@code image/ami-0abcdef1234567890}
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon
 *     Resource Names</a>
 */
public record Arn(
    String partition, String service, String region, String account, String resource) {
  private static final int PARTS = 6;

  /** The form of the ARN. */
  public static final Rule FORMAT = Rule.rule(
      "arn.format",
      "an ARN is arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "IAM User Guide, Amazon Resource Names",
      "ID-19");

  /**
   * Checks the form.
   *
   * @param partition the partition, such as {@code aws} or {@code aws-cn}
   * @param service the service, such as {@code ec2}
   * @param region the Region, or empty text for what belongs to none
   * @param account the account, or empty text for what belongs to none
   * @param resource the rest, such as {@code image/ami-0abcdef1234567890}
   * @throws dev.amikit.rule.RuleViolationException by {@code arn.format}
   */
  public Arn {
    requireNonNull(partition, "partition");
    requireNonNull(service, "service");
    requireNonNull(region, "region");
    requireNonNull(account, "account");
    requireNonNull(resource, "resource");
    boolean partsAreClean =
        (partition + service + region + account).indexOf(':') < 0 && partition.startsWith("aws");
    if (!partsAreClean
        || service.isEmpty()
        || resource.isEmpty()
        || !(account.isEmpty() || account.equals("aws") || AccountId.hasForm(account))) {
      throw FORMAT.refuse("", text(partition, service, region, account, resource));
    }
  }

  /**
   * Returns the ARN that a text spells.
   *
   * @param text the text
   * @return the ARN
   * @throws dev.amikit.rule.RuleViolationException by {@code arn.format}
   */
  public static Arn parse(String text) {
    requireNonNull(text, "text");
    List<String> parts = Splitter.on(':').limit(PARTS).splitToList(text);
    if (parts.size() < PARTS || !parts.get(0).equals("arn")) {
      throw FORMAT.refuse("", text);
    }
    return new Arn(parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5));
  }

  /**
   * Returns the ARN of an image.
   *
   * @param region the Region of the image
   * @param image the image
   * @return the ARN, which names no account
   */
  public static Arn of(Region region, ImageId image) {
    requireNonNull(region, "region");
    requireNonNull(image, "image");
    return new Arn(region.partition(), "ec2", region.code(), "", "image/" + image);
  }

  /**
   * Returns the ARN of a snapshot.
   *
   * @param region the Region of the snapshot
   * @param snapshot the snapshot
   * @return the ARN, which names no account
   */
  public static Arn of(Region region, SnapshotId snapshot) {
    requireNonNull(region, "region");
    requireNonNull(snapshot, "snapshot");
    return new Arn(region.partition(), "ec2", region.code(), "", "snapshot/" + snapshot);
  }

  /** Returns the text of the ARN. */
  @Override
  public String toString() {
    return text(partition, service, region, account, resource);
  }

  private static String text(
      String partition, String service, String region, String account, String resource) {
    return String.join(":", "arn", partition, service, region, account, resource);
  }
}
