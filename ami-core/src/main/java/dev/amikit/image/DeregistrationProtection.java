package dev.amikit.image;

import static java.util.Objects.requireNonNull;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.time.Times;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether an image is kept from being deregistered. Protection blocks deregistration and nothing
 * else.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-deregistration-protection.html">Protect
 *     an Amazon EC2 AMI from deregistration</a>
 */
public sealed interface DeregistrationProtection {
  /** How long protection with cool-down goes on after it was disabled: 24 hours. */
  Duration COOLDOWN = Duration.ofHours(24);

  /** The words for the setting. */
  Rule KNOWN = Rule.rule(
      "deregistration-protection.known",
      "deregistration protection is disabled, enabled-without-cooldown, enabled-with-cooldown, or"
          + " disabled after a time",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, Image, DeregistrationProtection; observed: values that users quote",
      "PROT-04",
      "IMG-30");

  /** Not protected. */
  record Disabled() implements DeregistrationProtection {
    @Override
    public boolean protectsAt(Instant time) {
      requireNonNull(time, "time");
      return false;
    }

    @Override
    public String toString() {
      return "disabled";
    }
  }

  /** Protected; disabling takes effect at once. */
  record EnabledWithoutCooldown() implements DeregistrationProtection {
    @Override
    public boolean protectsAt(Instant time) {
      requireNonNull(time, "time");
      return true;
    }

    @Override
    public String toString() {
      return "enabled-without-cooldown";
    }
  }

  /** Protected; after disabling, protection goes on for 24 hours. */
  record EnabledWithCooldown() implements DeregistrationProtection {
    @Override
    public boolean protectsAt(Instant time) {
      requireNonNull(time, "time");
      return true;
    }

    @Override
    public String toString() {
      return "enabled-with-cooldown";
    }
  }

  /**
   * Cooling down: protected until a time, and not from that very instant on.
   *
   * @param end when protection ends
   */
  record DisabledAfter(Instant end) implements DeregistrationProtection {
    private static final String PREFIX = "disabled after ";

    /**
     * Refuses null.
     *
     * @param end when protection ends
     */
    public DisabledAfter {
      requireNonNull(end, "end");
    }

    @Override
    public boolean protectsAt(Instant time) {
      requireNonNull(time, "time");
      return time.isBefore(end);
    }

    @Override
    public String toString() {
      return PREFIX + end;
    }
  }

  /** {@return no protection} */
  static DeregistrationProtection disabled() {
    return new Disabled();
  }

  /** {@return protection that disabling ends at once} */
  static DeregistrationProtection enabledWithoutCooldown() {
    return new EnabledWithoutCooldown();
  }

  /** {@return protection that goes on for 24 hours after it was disabled} */
  static DeregistrationProtection enabledWithCooldown() {
    return new EnabledWithCooldown();
  }

  /**
   * Returns protection that was disabled and is cooling down.
   *
   * @param end when it ends
   * @return the protection
   */
  static DeregistrationProtection disabledAfter(Instant end) {
    return new DisabledAfter(end);
  }

  /**
   * Returns the setting that EC2 spells so.
   *
   * @param text {@code disabled}, {@code enabled-without-cooldown}, {@code enabled-with-cooldown},
   *     or {@code disabled after} and a time in ISO 8601
   * @return the setting
   * @throws dev.amikit.rule.RuleViolationException by {@code deregistration-protection.known}
   */
  static DeregistrationProtection parse(String text) {
    requireNonNull(text, "text");
    return switch (text) {
      case "disabled" -> disabled();
      case "enabled-without-cooldown" -> enabledWithoutCooldown();
      case "enabled-with-cooldown" -> enabledWithCooldown();
      default -> disabledAfter(cooldownEnd(text));
    };
  }

  private static Instant cooldownEnd(String text) {
    if (!text.startsWith(DisabledAfter.PREFIX)) {
      throw KNOWN.refuse("", text);
    }
    return Times.parse(text.substring(DisabledAfter.PREFIX.length()))
        .orElseThrow(() -> KNOWN.refuse("", text));
  }

  /**
   * Tells whether deregistration is refused at a time.
   *
   * @param time the time
   * @return whether the image is protected or still cooling down
   */
  boolean protectsAt(Instant time);
}
