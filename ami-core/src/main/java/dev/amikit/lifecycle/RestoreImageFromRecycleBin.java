package dev.amikit.lifecycle;

import dev.amikit.image.Ami;
import java.time.Instant;

/**
 * {@code RestoreImageFromRecycleBin}: the image returns as it was, at once: same ID, same state,
 * all its launch permissions. That its snapshots are usable and its name is free is not judged
 * here.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RestoreImageFromRecycleBin.html">RestoreImageFromRecycleBin</a>
 */
public record RestoreImageFromRecycleBin() implements AmiCommand {
  @Override
  public AmiAction action() {
    return AmiAction.RESTORE_IMAGE_FROM_RECYCLE_BIN;
  }

  @Override
  public Decision decide(Ami ami, Instant now) {
    return LifeCycle.decide(
        action(), ami, () -> Decision.accepted(new ImageRestoredFromRecycleBin()));
  }
}
