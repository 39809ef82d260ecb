package dev.amikit.lifecycle;

import static dev.amikit.rule.ErrorCode.OPERATION_NOT_PERMITTED;
import static dev.amikit.rule.MessageTemplate.own;

import dev.amikit.image.Ami;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.DeregistrationProtection.EnabledWithoutCooldown;
import dev.amikit.rule.Rule;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code EnableImageDeregistrationProtection}: protects the image, also one that is cooling down. A
 * cool-down, once there, cannot be dropped by enabling protection without.
 *
 * @param withCooldown whether protection is to go on for 24 hours after it is disabled
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableImageDeregistrationProtection.html">EnableImageDeregistrationProtection</a>
 */
public record EnableDeregistrationProtection(boolean withCooldown) implements AmiCommand {
  /** A cool-down cannot be shed. */
  public static final Rule KEEPS_COOLDOWN = Rule.rule(
          "enable-image-deregistration-protection.keeps-cooldown",
          "protection without cool-down does not replace one with cool-down, nor a"
              + " running cool-down",
          OPERATION_NOT_PERMITTED,
          "EC2 User Guide, Protect an AMI from deregistration; inferred: a cool-down is"
              + " not shed unseen",
          "PROT-09",
          "PROT-10")
      .saying(own("You can’t enable deregistration protection without a cooldown period for"
          + " this image because its cooldown period is in force."));

  @Override
  public AmiAction action() {
    return AmiAction.ENABLE_IMAGE_DEREGISTRATION_PROTECTION;
  }

  @Override
  public Decision<Ami> decide(Ami ami, Instant now) {
    return LifeCycle.decide(this, ami, now, () -> {
      DeregistrationProtection wanted = withCooldown
          ? DeregistrationProtection.enabledWithCooldown()
          : DeregistrationProtection.enabledWithoutCooldown();
      if (ami.deregistrationProtection().equals(Optional.of(wanted))) {
        return Decision.unchanged();
      }
      if (!withCooldown && hasCooldown(ami, now)) {
        return Decision.refused(
            KEEPS_COOLDOWN,
            "deregistrationProtection",
            ami.deregistrationProtection().orElseThrow());
      }
      return Decision.accepted(new DeregistrationProtectionChanged(wanted));
    });
  }

  private static boolean hasCooldown(Ami ami, Instant now) {
    return ami.isProtectedAt(now)
        && !(ami.deregistrationProtection().orElseThrow() instanceof EnabledWithoutCooldown);
  }
}
