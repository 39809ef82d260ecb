package dev.amikit.lifecycle;

import static dev.amikit.image.AmiState.AVAILABLE;
import static dev.amikit.image.AmiState.DISABLED;
import static dev.amikit.rule.ErrorCode.OPERATION_NOT_PERMITTED;
import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import dev.amikit.image.Ami;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.DeregistrationProtection.DisabledAfter;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code DeregisterImage}: no more launches, and no way back unless a retention rule sends the
 * image to the Recycle Bin. Only available and disabled images with an EBS root go there. Instances
 * live on.
 *
 * @param retention for how long the retention rules keep the image in the Recycle Bin; empty if
 *     none matches, else longer than nothing
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeregisterImage.html">DeregisterImage</a>
 */
public record Deregister(Optional<Duration> retention) implements AmiCommand {
  private static final MessageTemplate PROTECTED =
      own("The image '{imageId}' may not be deregistered."
          + " Disable its deregistration protection and try again.");
  private static final MessageTemplate COOLING_DOWN = own("The image '{imageId}' may not be"
      + " deregistered until {end}, when the cooldown period of its deregistration"
      + " protection ends.");

  /** A protected image cannot be deregistered, nor one that is cooling down. */
  public static final Rule UNPROTECTED = Rule.rule(
          "deregister-image.unprotected",
          "only an image without deregistration protection can be deregistered",
          OPERATION_NOT_PERMITTED,
          "EC2 User Guide, Protect an AMI from deregistration",
          "DEREG-02",
          "PROT-06",
          "PROT-11")
      .saying(PROTECTED, COOLING_DOWN);

  /**
   * Refuses null.
   *
   * @param retention for how long the retention rules keep the image in the Recycle Bin; empty if
   *     none matches, else longer than nothing
   */
  public Deregister {
    requireNonNull(retention, "retention");
  }

  /** Makes the command for an image that no retention rule keeps. */
  public Deregister() {
    this(Optional.empty());
  }

  @Override
  public AmiAction action() {
    return AmiAction.DEREGISTER_IMAGE;
  }

  @Override
  public Optional<Refusal> malformed(Instant now) {
    requireNonNull(now, "now");
    return retention
        .filter(period -> !Times.plus(now, period).isAfter(now))
        .map(period -> Refusal.of(RecycleBinStay.ENDS_LATER.brokenBy("retention", period)));
  }

  @Override
  public Decision<Ami> decide(Ami ami, Instant now) {
    return LifeCycle.decide(this, ami, now, () -> {
      if (ami.isProtectedAt(now)) {
        return Decision.refused(isProtected(ami));
      }
      return Decision.accepted(
          retention.isPresent() && canEnterRecycleBin(ami)
              ? new ImageMovedToRecycleBin(now, Times.plus(now, retention.get()))
              : new ImageDeregistered());
    });
  }

  private static Violation isProtected(Ami ami) {
    DeregistrationProtection protection = ami.deregistrationProtection().orElseThrow();
    Violation violation =
        UNPROTECTED.brokenBy("deregistrationProtection", protection).with("imageId", ami.imageId());
    return protection instanceof DisabledAfter coolingDown
        ? violation.saying(COOLING_DOWN).with("end", coolingDown.end())
        : violation;
  }

  private static boolean canEnterRecycleBin(Ami ami) {
    return ami.hasEbsRoot() && (ami.state() == AVAILABLE || ami.state() == DISABLED);
  }
}
