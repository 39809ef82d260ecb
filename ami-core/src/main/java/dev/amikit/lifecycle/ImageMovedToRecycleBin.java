package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.image.Ami;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.tag.Tags;
import java.time.Instant;
import java.util.Optional;

/**
 * The image was deregistered and lies in the Recycle Bin, its launch permissions suspended.
 *
 * @param enterTime when it entered
 * @param exitTime when it goes for good, unless it is restored before
 */
public record ImageMovedToRecycleBin(Instant enterTime, Instant exitTime) implements AmiEvent {
  /** The key of the tag that AWS puts on what lies in the Recycle Bin. */
  public static final String TAG = "aws:recycle-bin:resource-in-bin";

  /**
   * Refuses null.
   *
   * @param enterTime when it entered
   * @param exitTime when it goes for good, unless it is restored before
   */
  public ImageMovedToRecycleBin {
    requireNonNull(enterTime, "enterTime");
    requireNonNull(exitTime, "exitTime");
  }

  @Override
  public Ami evolve(Ami ami) {
    requireNonNull(ami, "ami");
    RecycleBinStay stay = new RecycleBinStay(enterTime, exitTime, ami.knownLaunchPermissions());
    return Sharing.changed(ami, ImmutableSet.of())
        .withRecycleBinStay(Optional.of(stay))
        .withTags(ami.tags().with(Tags.of(TAG, "true")));
  }
}
