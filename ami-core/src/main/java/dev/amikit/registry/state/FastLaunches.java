package dev.amikit.registry.state;

import static java.util.Objects.requireNonNull;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchState;
import dev.amikit.id.AccountId;
import dev.amikit.id.FastLaunchId;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fast launch of the images of a Region: which account has it of which image, and the snapshots
 * that were made for it and are not used yet. Where it is disabled, but snapshots could not be
 * removed, these are still known.
 */
public final class FastLaunches {
  private static final FastLaunches EMPTY = new FastLaunches(HashMap.empty());

  /** What an account has of an image: fast launch, unless only snapshots remained of it. */
  private record Entry(
      Optional<FastLaunch> fastLaunch, boolean wasEnabled, List<SnapshotId> snapshots) {
    static final Entry NOTHING = new Entry(Optional.empty(), false, List.empty());

    Entry with(Optional<FastLaunch> after) {
      boolean isEnabled = after.map(FastLaunch::state).equals(Optional.of(FastLaunchState.ENABLED));
      return new Entry(after, isEnabled || wasEnabled && after.isPresent(), snapshots);
    }

    Entry with(List<SnapshotId> left) {
      return new Entry(fastLaunch, wasEnabled, left);
    }
  }

  private final Map<ImageId, Map<AccountId, Entry>> entries;

  private FastLaunches(Map<ImageId, Map<AccountId, Entry>> entries) {
    this.entries = entries;
  }

  static FastLaunches none() {
    return EMPTY;
  }

  /**
   * Returns the fast launch of an image for an account.
   *
   * @param id the account and the image
   * @return the fast launch; empty if it is not enabled
   */
  public Optional<FastLaunch> get(FastLaunchId id) {
    requireNonNull(id, "id");
    return entry(id).fastLaunch();
  }

  /**
   * Tells whether fast launch of an image ever was enabled since it was asked for, which EC2 does
   * not tell.
   *
   * @param id the account and the image
   * @return whether it was, or is
   */
  public boolean wasEnabled(FastLaunchId id) {
    requireNonNull(id, "id");
    return entry(id).wasEnabled();
  }

  /**
   * Returns the snapshots that were made for fast launch and are not used yet.
   *
   * @param id the account and the image
   * @return the snapshots, the oldest first; some may be deleted meanwhile
   */
  public Stream<SnapshotId> snapshots(FastLaunchId id) {
    requireNonNull(id, "id");
    return entry(id).snapshots().toJavaStream();
  }

  /**
   * Returns the fast launch of an image for whichever account.
   *
   * @param imageId the image
   * @return the fast launches, in no order
   */
  public Stream<FastLaunch> of(ImageId imageId) {
    requireNonNull(imageId, "imageId");
    return told(ofImage(imageId));
  }

  /**
   * Returns the fast launch that an account has, of whichever image.
   *
   * @param owner the account
   * @return the fast launches, in no order
   */
  public Stream<FastLaunch> ownedBy(AccountId owner) {
    requireNonNull(owner, "owner");
    return entries
        .valuesIterator()
        .flatMap(ofImage -> ofImage.get(owner))
        .toJavaStream()
        .flatMap(entry -> entry.fastLaunch().stream());
  }

  private static Stream<FastLaunch> told(Map<AccountId, Entry> ofImage) {
    return ofImage.valuesIterator().toJavaStream().flatMap(entry -> entry.fastLaunch().stream());
  }

  private Map<AccountId, Entry> ofImage(ImageId imageId) {
    return entries.getOrElse(imageId, HashMap.empty());
  }

  private Entry entry(FastLaunchId id) {
    return ofImage(id.imageId()).getOrElse(id.ownerId(), Entry.NOTHING);
  }

  FastLaunches with(FastLaunchId id, Optional<FastLaunch> fastLaunch) {
    return with(id, entry(id).with(fastLaunch));
  }

  FastLaunches with(FastLaunchId id, SnapshotId snapshot) {
    Entry before = entry(id);
    return with(id, before.with(before.snapshots().append(snapshot)));
  }

  FastLaunches without(FastLaunchId id, SnapshotId snapshot) {
    Entry before = entry(id);
    return with(id, before.with(before.snapshots().remove(snapshot)));
  }

  private FastLaunches with(FastLaunchId id, Entry entry) {
    Map<AccountId, Entry> ofImage = entry.equals(Entry.NOTHING)
        ? ofImage(id.imageId()).remove(id.ownerId())
        : ofImage(id.imageId()).put(id.ownerId(), entry);
    return ofImage.isEmpty()
        ? without(id.imageId())
        : new FastLaunches(entries.put(id.imageId(), ofImage));
  }

  FastLaunches without(ImageId imageId) {
    return entries.containsKey(imageId) ? new FastLaunches(entries.remove(imageId)) : this;
  }

  /** Two shelves are equal if they hold the same. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof FastLaunches launches && entries.equals(launches.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }
}
