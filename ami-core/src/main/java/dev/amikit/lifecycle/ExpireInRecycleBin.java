package dev.amikit.lifecycle;

import static dev.amikit.rule.ErrorCode.INVALID_AMI_ID_UNAVAILABLE;
import static dev.amikit.rule.MessageTemplate.own;

import dev.amikit.image.Ami;
import dev.amikit.rule.Rule;
import java.time.Instant;

/**
 * The retention period of an image in the Recycle Bin is over. Nobody can ask for that before.
 *
 * @see <a href="https://docs.aws.amazon.com/ebs/latest/userguide/recycle-bin.html">Recycle Bin</a>
 */
public record ExpireInRecycleBin() implements AmiCommand {
  /** An image stays in the Recycle Bin until its exit time. */
  public static final Rule AFTER_EXIT_TIME = Rule.rule(
          "expire-in-recycle-bin.after-exit-time",
          "an image leaves the Recycle Bin for good at its exit time, not before",
          INVALID_AMI_ID_UNAVAILABLE,
          "EBS User Guide, Recycle Bin",
          "BIN-11",
          "BIN-13")
      .saying(
          own("The image '{imageId}' is retained in the Recycle Bin until {recycleBinExitTime}."));

  @Override
  public AmiAction action() {
    return AmiAction.EXPIRE_IN_RECYCLE_BIN;
  }

  @Override
  public Decision<Ami> decide(Ami ami, Instant now) {
    return LifeCycle.decide(this, ami, now, () -> {
      Instant exitTime = ami.recycleBinStay().orElseThrow().exitTime();
      return now.isBefore(exitTime)
          ? Decision.refused(AFTER_EXIT_TIME
              .brokenBy("recycleBinExitTime", exitTime)
              .with("imageId", ami.imageId()))
          : Decision.accepted(new ImageExpired());
    });
  }
}
