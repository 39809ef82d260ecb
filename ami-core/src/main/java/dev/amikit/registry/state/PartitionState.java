package dev.amikit.registry.state;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.account.AccountProfile;
import dev.amikit.account.AccountSettings;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.lifecycle.Event;
import dev.amikit.query.ImageSource;
import dev.amikit.query.SnapshotSource;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import dev.amikit.visibility.Viewer;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a partition holds at one moment: the resources and settings of every account in every
 * Region. It never changes; {@link #after} gives the next one, which shares all that stayed the
 * same.
 */
public final class PartitionState {
  private static final PartitionState EMPTY =
      new PartitionState(HashMap.empty(), HashMap.empty(), 0, null);

  private final Map<Region, RegionState> regions;
  private final Map<AccountId, AccountProfile> profiles;
  private final long idsGiven;

  /** The Region that changed last, which is the one that is asked for most often. */
  private final @Nullable RegionState latest;

  private PartitionState(
      Map<Region, RegionState> regions,
      Map<AccountId, AccountProfile> profiles,
      long idsGiven,
      @Nullable RegionState latest) {
    this.regions = regions;
    this.profiles = profiles;
    this.idsGiven = idsGiven;
    this.latest = latest;
  }

  /** {@return a partition in which there is nothing} */
  public static PartitionState empty() {
    return EMPTY;
  }

  /**
   * Returns the state after something has happened.
   *
   * @param event what happened
   * @return the next state
   * @throws IllegalArgumentException if that cannot happen in this state, such as to something that
   *     is not there
   */
  public PartitionState after(RegistryEvent event) {
    requireNonNull(event, "event");
    return event.evolve(this);
  }

  /**
   * Returns the state after some things have happened.
   *
   * @param events what happened, in this order
   * @return the state after all of it
   * @throws IllegalArgumentException if one of them cannot happen in the state that it meets
   */
  public PartitionState after(Iterable<RegistryEvent> events) {
    requireNonNull(events, "events");
    PartitionState state = this;
    for (RegistryEvent event : events) {
      state = state.after(event);
    }
    return state;
  }

  /**
   * Returns an image as its owner has it.
   *
   * @param region the Region of the image
   * @param id its ID
   * @return the image, also one that is in the Recycle Bin or deregistered; empty if there is no
   *     record
   */
  public Optional<Ami> image(Region region, ImageId id) {
    requireNonNull(region, "region");
    requireNonNull(id, "id");
    return in(region).images().get(id);
  }

  /**
   * Returns the images of a Region as their owners have them.
   *
   * @param region the Region
   * @return all images on record, in no order
   */
  public Stream<Ami> images(Region region) {
    requireNonNull(region, "region");
    return in(region).images().all();
  }

  /**
   * Returns a snapshot as its owner has it.
   *
   * @param region the Region of the snapshot
   * @param id its ID
   * @return the snapshot, also one that is in the Recycle Bin; empty if there is none
   */
  public Optional<Snapshot> snapshot(Region region, SnapshotId id) {
    requireNonNull(region, "region");
    requireNonNull(id, "id");
    return in(region).snapshots().get(id);
  }

  /**
   * Returns the snapshots of a Region as their owners have them.
   *
   * @param region the Region
   * @return all snapshots, in no order
   */
  public Stream<Snapshot> snapshots(Region region) {
    requireNonNull(region, "region");
    return in(region).snapshots().all();
  }

  /**
   * Returns an instance.
   *
   * @param region the Region of the instance
   * @param id its ID
   * @return the instance, also a terminated one; empty if there is none
   */
  public Optional<Instance> instance(Region region, InstanceId id) {
    requireNonNull(region, "region");
    requireNonNull(id, "id");
    return in(region).instances().get(id);
  }

  /**
   * Returns a volume.
   *
   * @param region the Region of the volume
   * @param id its ID
   * @return the volume; empty if there is none
   */
  public Optional<Volume> volume(Region region, VolumeId id) {
    requireNonNull(region, "region");
    requireNonNull(id, "id");
    return in(region).volumes().get(id);
  }

  /**
   * Returns how an account has set up EC2 in a Region.
   *
   * @param region the Region
   * @param account the account
   * @return its settings; those of a new account, if it never changed any
   */
  public AccountSettings settings(Region region, AccountId account) {
    requireNonNull(region, "region");
    requireNonNull(account, "account");
    return in(region).settings(account);
  }

  /**
   * Returns what AWS knows of an account.
   *
   * @param account the account
   * @return its profile; that of an ordinary account, if nothing else was said
   */
  public AccountProfile profile(AccountId account) {
    requireNonNull(account, "account");
    return profiles.getOrElse(account, AccountProfile.ordinary());
  }

  /**
   * Returns the tags that an account attached to an image.
   *
   * @param region the Region of the image
   * @param account the account
   * @param ami the image
   * @return the tags
   */
  public Tags tags(Region region, AccountId account, Ami ami) {
    requireNonNull(region, "region");
    requireNonNull(account, "account");
    requireNonNull(ami, "ami");
    return in(region).tags(account, ami);
  }

  /**
   * Returns an account as one that looks at images and snapshots of a Region.
   *
   * @param region the Region
   * @param account the account
   * @param now the present time
   * @return the account with its organization and its Allowed AMIs setting
   */
  public Viewer viewer(Region region, AccountId account, Instant now) {
    requireNonNull(account, "account");
    requireNonNull(region, "region");
    requireNonNull(now, "now");
    return new Viewer(
        account,
        profile(account).organizationPath(),
        settings(region, account).allowedImages(),
        now);
  }

  /**
   * Returns the images of a Region as a place to look for them.
   *
   * @param region the Region
   * @return a source that finds candidates without looking through all images
   */
  public ImageSource imageSource(Region region) {
    requireNonNull(region, "region");
    return new RegionImages(in(region));
  }

  /**
   * Returns the snapshots of a Region as a place to look for them.
   *
   * @param region the Region
   * @return the source
   */
  public SnapshotSource snapshotSource(Region region) {
    requireNonNull(region, "region");
    return new RegionSnapshots(in(region));
  }

  /** {@return the Regions in which there is something} */
  public Stream<Region> regions() {
    return regions.keySet().toJavaStream();
  }

  /**
   * Returns the Region of a bucket: the one that first used it. Buckets of one name are one within
   * a partition of AWS.
   *
   * @param bucket the name of the bucket
   * @param partition a Region of the partition
   * @return its Region; empty if no Region has used it
   */
  public Optional<Region> regionOf(String bucket, Region partition) {
    requireNonNull(bucket, "bucket");
    requireNonNull(partition, "partition");
    return regions()
        .filter(region -> region.partition().equals(partition.partition()))
        .filter(region -> in(region).buckets().contains(bucket))
        .findFirst();
  }

  /** {@return how many IDs were given to resources so far} */
  public long idsGiven() {
    return idsGiven;
  }

  /**
   * Returns one Region.
   *
   * @param region the Region
   * @return what is in it
   */
  public RegionState in(Region region) {
    requireNonNull(region, "region");
    if (latest != null && latest.region().equals(region)) {
      return latest;
    }
    @Nullable RegionState present = regions.getOrElse(region, null);
    return present == null ? RegionState.empty(region) : present;
  }

  /**
   * Returns what the clock has made due by a time and has not happened yet: a task that ends, or
   * what expires. When it has happened, more may be due.
   *
   * @param now the time
   * @return the events of the resource whose time came first; none if nothing is due
   */
  public ImmutableList<RegistryEvent> due(Instant now) {
    requireNonNull(now, "now");
    List<RegionState> due = new ArrayList<>();
    for (RegionState here : regions.valuesIterator()) {
      if (here.agenda().isAnythingDue(now)) {
        due.add(here);
      }
    }
    return due.isEmpty() ? ImmutableList.of() : next(due, now);
  }

  private static ImmutableList<RegistryEvent> next(List<RegionState> due, Instant now) {
    due.sort(comparing(here -> here.agenda().next()));
    for (RegionState here : due) {
      ImmutableList<RegistryEvent> events = here.due(now);
      if (!events.isEmpty()) {
        return events;
      }
    }
    return ImmutableList.of();
  }

  PartitionState changed(Region region, UnaryOperator<RegionState> change) {
    RegionState changed = change.apply(in(region));
    return new PartitionState(regions.put(region, changed), profiles, idsGiven, changed);
  }

  /** The state after an instance has changed. */
  PartitionState changed(Region region, InstanceId id, UnaryOperator<Instance> change) {
    Instance before = present(instance(region, id), region, id);
    return changed(region, here -> here.with(change.apply(before)));
  }

  /** The state after a volume has changed. */
  PartitionState changed(Region region, VolumeId id, UnaryOperator<Volume> change) {
    Volume before = present(volume(region, id), region, id);
    return changed(region, here -> here.with(here.volumes().with(change.apply(before))));
  }

  /** The state after a retention rule of an account has changed. */
  PartitionState changed(
      Region region, AccountId account, String identifier, UnaryOperator<RetentionRule> change) {
    RetentionRule before =
        present(in(region).accounts().retentionRule(account, identifier), region, identifier);
    return changed(region, here -> here.with(here.accounts().with(account, change.apply(before))));
  }

  /** What an event happens to; it fits nothing where that is not there. */
  static <T> T present(Optional<T> found, Region region, Object id) {
    checkArgument(found.isPresent(), "There is no %s in %s", id, region);
    return found.get();
  }

  /** What an event brings about; it does not fit where that is there already. */
  static void requireAbsent(boolean isThere, Region region, Object id) {
    checkArgument(!isThere, "%s is there already in %s", id, region);
  }

  /** What something becomes by an event of its life, which may be one of another stage. */
  static <T> T evolved(Event<T> event, T before) {
    try {
      return event.evolve(before);
    } catch (NoSuchElementException | IllegalStateException e) {
      throw new IllegalArgumentException(event + " does not fit " + before, e);
    }
  }

  /** Refuses a stage of life to which no step leads from the one before. */
  static void requireStep(boolean isOne, Object id, Object from, Object to) {
    checkArgument(isOne, "%s is %s, and cannot become %s", id, from, to);
  }

  PartitionState withProfile(AccountId account, AccountProfile profile) {
    return new PartitionState(regions, profiles.put(account, profile), idsGiven, latest);
  }

  PartitionState withIdsGiven(long count) {
    return new PartitionState(regions, profiles, idsGiven + count, latest);
  }

  /** Two states are equal if they hold the same. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof PartitionState state
            && idsGiven == state.idsGiven
            && profiles.equals(state.profiles)
            && regions.equals(state.regions);
  }

  @Override
  public int hashCode() {
    return regions.hashCode();
  }

  /** Returns how much there is, Region by Region. */
  @Override
  public String toString() {
    return regions
        .mapValues(r ->
            "%d images, %d snapshots".formatted(r.images().size(), r.snapshots().size()))
        .toString();
  }
}
