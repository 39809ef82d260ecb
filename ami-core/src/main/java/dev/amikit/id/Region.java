package dev.amikit.id;

import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;

/**
 * An AWS Region by its code, such as {@code us-east-1}: words of lower-case letters and a number,
 * joined by hyphens. The list of Regions grows, so every well-formed code is a Region.
 *
 * @param code the code
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html">Regions
 *     and Zones</a>
 */
public record Region(String code) implements Comparable<Region> {
  /** The form of the code. */
  public static final Rule FORMAT = Rule.rule(
          "region.format",
          "a Region code is two or more lower-case words and a number, joined by hyphens",
          ErrorCode.INVALID_REGION,
          "EC2 User Guide, Regions and Zones",
          "ID-16",
          "ID-26",
          "IMG-34")
      .saying(recorded("{value} is not a valid region name"));

  /** US East (N. Virginia). */
  public static final Region US_EAST_1 = new Region("us-east-1");

  /** US East (Ohio). */
  public static final Region US_EAST_2 = new Region("us-east-2");

  /** US West (Oregon). */
  public static final Region US_WEST_2 = new Region("us-west-2");

  /** Europe (Ireland). */
  public static final Region EU_WEST_1 = new Region("eu-west-1");

  /** Europe (Frankfurt). */
  public static final Region EU_CENTRAL_1 = new Region("eu-central-1");

  /** Asia Pacific (Tokyo). */
  public static final Region AP_NORTHEAST_1 = new Region("ap-northeast-1");

  /**
   * Checks the form.
   *
   * @param code the code
   * @throws dev.amikit.rule.RuleViolationException by {@code region.format}
   */
  public Region {
    requireNonNull(code, "code");
    if (!hasForm(code)) {
      throw FORMAT.refuse("", code);
    }
  }

  /**
   * Returns the Region of a code.
   *
   * @param code the code
   * @return the Region
   * @throws dev.amikit.rule.RuleViolationException by {@code region.format}
   */
  public static Region of(String code) {
    requireNonNull(code, "code");
    return new Region(code);
  }

  /**
   * Returns the partition that the Region is part of; resources do not cross partitions.
   *
   * @return the partition as ARNs spell it, such as {@code aws} or {@code aws-cn}
   */
  public String partition() {
    if (code.startsWith("cn-")) {
      return "aws-cn";
    } else if (code.startsWith("us-gov-")) {
      return "aws-us-gov";
    } else if (code.startsWith("us-iso-")) {
      return "aws-iso";
    } else if (code.startsWith("us-isob-")) {
      return "aws-iso-b";
    } else if (code.startsWith("us-isof-")) {
      return "aws-iso-f";
    } else if (code.startsWith("eu-isoe-")) {
      return "aws-iso-e";
    } else if (code.startsWith("eusc-")) {
      return "aws-eusc";
    }
    return "aws";
  }

  @Override
  public int compareTo(Region other) {
    requireNonNull(other, "other");
    return code.compareTo(other.code);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Region that && code.equals(that.code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  /** Returns the code. */
  @Override
  public String toString() {
    return code;
  }

  private static boolean hasForm(String text) {
    int words = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && text.charAt(i) != '-') {
        continue;
      }
      boolean last = i == text.length();
      if (start == i
          || (last ? !isAll(text, start, i, '0', '9') : !isAll(text, start, i, 'a', 'z'))) {
        return false;
      }
      words += last ? 0 : 1;
      start = i + 1;
    }
    return words >= 2;
  }

  private static boolean isAll(String text, int from, int to, char low, char high) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < low || text.charAt(i) > high) {
        return false;
      }
    }
    return true;
  }
}
