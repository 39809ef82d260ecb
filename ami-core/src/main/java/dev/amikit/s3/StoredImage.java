package dev.amikit.s3;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.math.LongMath;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.snapshot.Snapshot;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * What an object in S3 holds of an image: all that is told of the image and of its snapshots when
 * it is stored, but for whom they are shared with, with the tags that the account which stores it
 * has on them. The data of the snapshots is not encrypted there, whatever it was before.
 *
 * @param image the image as it was, its mapping included
 * @param snapshots the snapshots of its mapping, unencrypted
 * @param sourceRegion the Region where it was stored
 * @param storedBy the account that stored it
 * @param storedAt when its storing began
 * @param objectTags the tags of the object
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/store-restore-how-it-works.html">How
 *     AMI store and restore works</a>
 */
public record StoredImage(
    Ami image,
    ImmutableList<Snapshot> snapshots,
    Region sourceRegion,
    AccountId storedBy,
    Instant storedAt,
    ImmutableList<S3ObjectTag> objectTags) {
  private static final long GIBIBYTE = 1L << 30;

  /**
   * Refuses null, and snapshots that are not those of the mapping, or that are encrypted.
   *
   * @param image the image as it was, its mapping included
   * @param snapshots the snapshots of its mapping, unencrypted
   * @param sourceRegion the Region where it was stored
   * @param storedBy the account that stored it
   * @param storedAt when its storing began
   * @param objectTags the tags of the object
   */
  public StoredImage {
    requireNonNull(image, "image");
    requireNonNull(snapshots, "snapshots");
    requireNonNull(sourceRegion, "sourceRegion");
    requireNonNull(storedBy, "storedBy");
    requireNonNull(storedAt, "storedAt");
    requireNonNull(objectTags, "objectTags");
    ImmutableSet<SnapshotId> stored =
        snapshots.stream().map(Snapshot::snapshotId).collect(ImmutableSet.toImmutableSet());
    checkArgument(
        stored.equals(image.snapshotIds()), "%s has %s", image.imageId(), image.snapshotIds());
    snapshots.forEach(snapshot ->
        checkArgument(!snapshot.isEncrypted(), "%s is encrypted", snapshot.snapshotId()));
  }

  /**
   * Returns how much data there is before it is compressed: of each snapshot its full size, or the
   * size of its volume where that is not known.
   *
   * @return the size in GiB, rounded up
   */
  public long sizeInGibibytes() {
    return sizeInGibibytes(snapshots);
  }

  /**
   * Returns how much data there is in snapshots: of each its full size, or the size of its volume
   * where that is not known.
   *
   * @param snapshots the snapshots
   * @return the size in GiB, rounded up
   */
  public static long sizeInGibibytes(Iterable<Snapshot> snapshots) {
    requireNonNull(snapshots, "snapshots");
    long bytes = 0;
    for (Snapshot snapshot : snapshots) {
      bytes += snapshot.sizeInBytes();
    }
    return LongMath.divide(bytes, GIBIBYTE, RoundingMode.CEILING);
  }
}
