package dev.amikit.lifecycle;

import static dev.amikit.rule.ErrorCode.INVALID_AMI_ID_NOT_FOUND;
import static dev.amikit.rule.MessageTemplate.tested;

import dev.amikit.image.Ami;
import dev.amikit.rule.Rule;
import java.time.Instant;

/**
 * {@code RestoreImageFromRecycleBin}: the image returns as it was, at once: same ID, same state,
 * all its launch permissions. That its snapshots are usable and its name is free is not judged
 * here.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RestoreImageFromRecycleBin.html">RestoreImageFromRecycleBin</a>
 */
public record RestoreFromRecycleBin() implements AmiCommand {
  /** At its exit time an image is gone, whether or not that was recorded yet. */
  public static final Rule BEFORE_EXIT_TIME = Rule.rule(
          "restore-image-from-recycle-bin.before-exit-time",
          "an image can be restored from the Recycle Bin until its exit time",
          INVALID_AMI_ID_NOT_FOUND,
          "EC2 User Guide, Recycle Bin for AMIs",
          "BIN-11",
          "BIN-21")
      .saying(tested("The image id '[{imageId}]' does not exist"));

  @Override
  public AmiAction action() {
    return AmiAction.RESTORE_IMAGE_FROM_RECYCLE_BIN;
  }

  @Override
  public Decision<Ami> decide(Ami ami, Instant now) {
    return LifeCycle.decide(this, ami, now, () -> {
      Instant exitTime = ami.recycleBinStay().orElseThrow().exitTime();
      return now.isBefore(exitTime)
          ? Decision.accepted(new ImageRestoredFromRecycleBin())
          : Decision.refused(BEFORE_EXIT_TIME
              .brokenBy("recycleBinExitTime", exitTime)
              .with("imageId", ami.imageId()));
    });
  }
}
