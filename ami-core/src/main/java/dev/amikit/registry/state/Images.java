package dev.amikit.registry.state;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.common.collect.Streams;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageName;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.store.ImageIndex;
import dev.amikit.registry.store.Selection;
import dev.amikit.registry.store.Table;
import dev.amikit.tag.Tags;
import dev.amikit.visibility.Viewer;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The images of a Region as their owners have them, of all accounts, with what finds them: those in
 * the Recycle Bin and the records of deregistered ones as well. The launch permissions of each are
 * told; an image that was given without them is public or not as it says, and shared with nobody.
 */
public final class Images {
  private static final Images EMPTY =
      new Images(Table.empty(ImageId::tryParse, Ami::imageId), ImageIndex.empty(), HashMap.empty());

  /** How many images of an account count towards its quotas. */
  private record Count(int images, int publicImages) {
    static final Count NONE = new Count(0, 0);
    private static final Count PRIVATE = new Count(1, 0);
    private static final Count PUBLIC = new Count(1, 1);

    /** What an image, if there is one, counts for. */
    static Count of(@Nullable Ami ami) {
      if (ami == null || !AmiStage.of(ami).countsTowardsQuota()) {
        return NONE;
      }
      return countsAsPublic(ami) ? PUBLIC : PRIVATE;
    }

    Count plus(Count more, Count less) {
      return new Count(
          images + more.images - less.images, publicImages + more.publicImages - less.publicImages);
    }
  }

  private final Table<ImageId, Ami> table;
  private final ImageIndex index;
  private final Map<AccountId, Count> counts;

  private Images(Table<ImageId, Ami> table, ImageIndex index, Map<AccountId, Count> counts) {
    this.table = table;
    this.index = index;
    this.counts = counts;
  }

  static Images none() {
    return EMPTY;
  }

  /** {@return how many images there are on record} */
  public int size() {
    return table.size();
  }

  /**
   * Returns an image.
   *
   * @param id its ID
   * @return the image; empty if there is no record of it
   */
  public Optional<Ami> get(ImageId id) {
    requireNonNull(id, "id");
    return table.get(id);
  }

  /**
   * Tells whether there is an image.
   *
   * @param id its ID
   * @return whether it is on record
   */
  public boolean contains(ImageId id) {
    requireNonNull(id, "id");
    return table.contains(id);
  }

  /** {@return all images on record, in no order} */
  public Stream<Ami> all() {
    return Streams.stream(table.all());
  }

  /**
   * Returns the images of an account that hold a name: no other image of the account may be
   * registered under it.
   *
   * @param owner the account
   * @param name the name
   * @return their IDs
   */
  public ImmutableSortedSet<ImageId> nameHolders(AccountId owner, ImageName name) {
    requireNonNull(owner, "owner");
    requireNonNull(name, "name");
    return table.at(index.named(owner, name)).stream()
        .filter(ami -> AmiStage.of(ami).holdsName())
        .map(Ami::imageId)
        .collect(toImmutableSortedSet(naturalOrder()));
  }

  /**
   * Returns the images of an account that lie in the Recycle Bin.
   *
   * @param owner the account
   * @return the images, by ID
   */
  public Stream<Ami> binned(AccountId owner) {
    requireNonNull(owner, "owner");
    return table.at(index.binned(owner).toArray()).stream()
        .sorted(Comparator.comparing(Ami::imageId));
  }

  /** {@return the images that are public, by ID; those in the Recycle Bin are not} */
  public Stream<Ami> sharedWithEveryone() {
    return table.at(index.withEveryone().toArray()).stream()
        .sorted(Comparator.comparing(Ami::imageId));
  }

  /**
   * Returns the images that name a snapshot in their mappings, also those in the Recycle Bin.
   *
   * @param snapshot the snapshot
   * @return the images, those that came last first
   */
  public Stream<Ami> using(SnapshotId snapshot) {
    requireNonNull(snapshot, "snapshot");
    return Lists.reverse(table.at(index.using(snapshot).toArray())).stream();
  }

  /**
   * Returns how many images of an account count towards its quota.
   *
   * @param owner the account
   * @return those that are pending, available, disabled or in the Recycle Bin
   */
  public int count(AccountId owner) {
    requireNonNull(owner, "owner");
    return counts.getOrElse(owner, Count.NONE).images();
  }

  /**
   * Returns how many public images of an account count towards its quota.
   *
   * @param owner the account
   * @return those of its images that are public, or will be when they leave the Recycle Bin
   */
  public int publicCount(AccountId owner) {
    requireNonNull(owner, "owner");
    return counts.getOrElse(owner, Count.NONE).publicImages();
  }

  /** The images among which are those that a query finds. */
  Iterable<Ami> candidates(ImageQuery query, Viewer viewer) {
    return query.imageIds().isEmpty()
        ? new Selection<>(table, index.candidates(query, viewer, table))
        : table.of(query.imageIds());
  }

  /** The images with one more or another; what was not told of its permissions, it has not. */
  Images with(Ami given) {
    Ami after = given.launchPermissions().isPresent()
        ? given
        : given.withLaunchPermissions(given.knownLaunchPermissions());
    ImageId id = after.imageId();
    int row = table.row(id);
    return row == Table.NOWHERE
        ? changed(table.with(after), after.ownerId(), table.freeRow(), null, after)
        : changed(table.with(row, after), after.ownerId(), row, table.at(row), after);
  }

  Images without(ImageId id) {
    int row = table.row(id);
    if (row == Table.NOWHERE) {
      return this;
    }
    Ami gone = table.at(row);
    return changed(table.without(id), gone.ownerId(), row, gone, null);
  }

  /** The images after an account that is not the owner changed its tags on one. */
  Images retagged(ImageId id, AccountId account, Tags before, Tags after) {
    int row = table.row(id);
    return row == Table.NOWHERE
        ? this
        : new Images(table, index.retagged(row, account, before, after), counts);
  }

  private Images changed(
      Table<ImageId, Ami> changed,
      AccountId owner,
      int row,
      @Nullable Ami before,
      @Nullable Ami after) {
    Count was = Count.of(before);
    Count is = Count.of(after);
    return new Images(
        changed,
        index.changed(row, before, after),
        was.equals(is)
            ? counts
            : counts.put(owner, counts.getOrElse(owner, Count.NONE).plus(is, was)));
  }

  private static boolean countsAsPublic(Ami ami) {
    return ami.isPublic()
        || ami.recycleBinStay()
            .map(RecycleBinStay::suspendedLaunchPermissions)
            .map(permissions -> permissions.contains(LaunchPermission.everyone()))
            .orElse(false);
  }

  ImmutableSet<ImageId> unknown(ImmutableSet<ImageId> ids) {
    return ImmutableSet.copyOf(Iterables.filter(ids, id -> !contains(id)));
  }

  /** Two shelves are equal if they hold the same images. */
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Images images && table.equals(images.table);
  }

  @Override
  public int hashCode() {
    return table.hashCode();
  }
}
