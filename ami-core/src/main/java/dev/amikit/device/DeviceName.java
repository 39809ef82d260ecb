package dev.amikit.device;

import static dev.amikit.rule.MessageTemplate.quoted;
import static java.util.Objects.requireNonNull;

import dev.amikit.rule.Characters;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;

/**
 * The name under which an instance gets a device, such as {@code /dev/xvda}, {@code /dev/sda1} or
 * {@code xvdb}. Old images have names of many forms; only a request is held to
 * {@linkplain #isAcceptedInRequests() a form}.
 *
 * @param value the name, never empty
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html">Device
 *     names for volumes</a>
 */
public record DeviceName(String value) implements Comparable<DeviceName> {
  private static final String DEV = "/dev/";
  private static final int MOST_PARTITION = 15;

  /** A device has a name. */
  public static final Rule NOT_EMPTY = Rule.rule(
          "device-name.not-empty",
          "a device name is there, and not empty",
          ErrorCode.INVALID_BLOCK_DEVICE_MAPPING,
          "API reference, BlockDeviceMapping, DeviceName",
          "BDM-02",
          "DEV-12")
      .saying(quoted("Missing device name"));

  /**
   * Checks that there is a name.
   *
   * @param value the name, never empty
   * @throws dev.amikit.rule.RuleViolationException by {@code device-name.not-empty}
   */
  public DeviceName {
    requireNonNull(value, "value");
    if (value.isEmpty()) {
      throw NOT_EMPTY.refuse("", value);
    }
    Characters.checked("", value);
  }

  /**
   * Returns the name that a text spells.
   *
   * @param value the text
   * @return the name
   * @throws dev.amikit.rule.RuleViolationException by {@code device-name.not-empty}
   */
  public static DeviceName of(String value) {
    return new DeviceName(value);
  }

  /** {@return the name without a leading {@code /dev/}} */
  public String withoutDev() {
    return value.startsWith(DEV) ? value.substring(DEV.length()) : value;
  }

  /**
   * Tells whether a request may use the name: an optional {@code /dev/}, then {@code sd},
   * {@code xvd}, {@code hd} or {@code vd}, one or two letters, and an optional number from 1 to 15.
   *
   * @return whether the form fits; EC2 documents no more than examples, so this is the widest form
   */
  public boolean isAcceptedInRequests() {
    String name = withoutDev();
    int letters = diskPrefixLength(name);
    if (letters == 0) {
      return false;
    }
    int end = letters;
    while (end < name.length() && end < letters + 2 && isBetween(name.charAt(end), 'a', 'z')) {
      end++;
    }
    return end > letters && (end == name.length() || isPartition(name.substring(end)));
  }

  @Override
  public int compareTo(DeviceName other) {
    requireNonNull(other, "other");
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof DeviceName that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return value;
  }

  private static int diskPrefixLength(String name) {
    if (name.startsWith("xvd")) {
      return 3;
    }
    return name.startsWith("sd") || name.startsWith("hd") || name.startsWith("vd") ? 2 : 0;
  }

  private static boolean isPartition(String text) {
    return text.length() <= 2
        && text.chars().allMatch(c -> isBetween((char) c, '0', '9'))
        && text.charAt(0) != '0'
        && Integer.parseInt(text) <= MOST_PARTITION;
  }

  private static boolean isBetween(char c, char low, char high) {
    return c >= low && c <= high;
  }
}
