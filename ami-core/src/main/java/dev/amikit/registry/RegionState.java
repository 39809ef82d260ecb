package dev.amikit.registry;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableSortedSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.ImageName;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.tag.Tags;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One Region of a partition: the resources of all accounts, and what is looked up among them. */
final class RegionState {
  /** What an account calls its own in the Region. */
  record Owned<T>(AccountId owner, T what) {}

  /** What a client token stood for. */
  record TokenUse(Operation<?> request, ImageId answer) {}

  /** How much of the quotas an account has used. */
  record Usage(
      int images,
      int publicImages,
      int imageCopies,
      int snapshotCopies,
      int archivals,
      int restores) {
    static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0);
  }

  final Region region;
  final Table<ImageId, Ami> images;
  final Table<SnapshotId, StoredSnapshot> snapshots;
  final Map<InstanceId, Instance> instances;
  final Map<VolumeId, Volume> volumes;
  final Map<AccountId, AccountSettings> settings;
  final Map<AccountId, Map<String, RetentionRule>> retentionRules;
  final Map<String, Map<AccountId, Tags>> foreignTags;
  final Map<Owned<String>, TokenUse> tokens;
  final Map<String, Work> work;

  final ImageIndex imageIndex;
  final SnapshotIndex snapshotIndex;

  /** The images that snapshots are being made for. */
  final Map<SnapshotId, ImageId> madeFor;

  final Map<AccountId, Usage> usage;

  /** The resources with which something happens by the clock, by the time when it does. */
  final SortedMap<Instant, SortedSet<String>> due;

  private RegionState(Draft draft) {
    region = draft.region;
    images = draft.images;
    snapshots = draft.snapshots;
    instances = draft.instances;
    volumes = draft.volumes;
    settings = draft.settings;
    retentionRules = draft.retentionRules;
    foreignTags = draft.foreignTags;
    tokens = draft.tokens;
    work = draft.work;
    imageIndex = draft.imageIndex;
    snapshotIndex = draft.snapshotIndex;
    madeFor = draft.madeFor;
    usage = draft.usage;
    due = draft.due;
  }

  static RegionState empty(Region region) {
    return new Draft(region).state();
  }

  Draft draft() {
    return new Draft(this);
  }

  AccountSettings settings(AccountId account) {
    return settings.getOrElse(account, AccountSettings.initial());
  }

  Usage usage(AccountId account) {
    return usage.getOrElse(account, Usage.NONE);
  }

  Map<String, RetentionRule> retentionRules(AccountId account) {
    return retentionRules.getOrElse(account, HashMap.empty());
  }

  boolean isAnythingDue(Instant now) {
    return !due.isEmpty() && !due.head()._1.isAfter(now);
  }

  /** The images of an account that hold a name. */
  ImmutableSortedSet<ImageId> nameHolders(AccountId owner, ImageName name) {
    return images.at(imageIndex.named(owner, name)).stream()
        .filter(RegionState::holdsName)
        .map(Ami::imageId)
        .collect(toImmutableSortedSet(naturalOrder()));
  }

  /** An image that passes a test and uses a snapshot, or will do so, if there is one. */
  Optional<ImageId> snapshotUser(SnapshotId snapshot, Predicate<Ami> test) {
    OptionalInt user = imageIndex.using(snapshot).first(row -> test.test(images.at(row)));
    return user.isPresent()
        ? Optional.of(images.at(user.getAsInt()).imageId())
        : madeFor
            .get(snapshot)
            .filter(id -> images.get(id).filter(test).isPresent())
            .toJavaOptional();
  }

  /** The images of an account that lie in the Recycle Bin, by ID. */
  ImmutableSortedSet<ImageId> binnedImages(AccountId owner) {
    return images.at(imageIndex.binned(owner).toArray()).stream()
        .map(Ami::imageId)
        .collect(toImmutableSortedSet(naturalOrder()));
  }

  /** The snapshots of an account, by ID, those in the Recycle Bin left out. */
  Stream<StoredSnapshot> snapshots(AccountId owner) {
    return byId(snapshotIndex.owned(owner));
  }

  /** The snapshots of an account that lie in the Recycle Bin, by ID. */
  Stream<StoredSnapshot> binnedSnapshots(AccountId owner) {
    return byId(snapshotIndex.binned(owner));
  }

  private Stream<StoredSnapshot> byId(Rows rows) {
    return snapshots.at(rows.toArray()).stream()
        .sorted(comparing(stored -> stored.snapshot().snapshotId()));
  }

  /** The tags that an account attached to an image; the owner's are on the image. */
  Tags tags(AccountId account, Ami ami) {
    return ami.ownerId().equals(account)
        ? ami.tags()
        : foreignTags(account, ami.imageId().value());
  }

  /** The tags that an account attached to a snapshot; the owner's are on the snapshot. */
  Tags tags(AccountId account, StoredSnapshot stored) {
    return stored.snapshot().ownerId().equals(account)
        ? stored.snapshot().tags()
        : foreignTags(account, stored.snapshot().snapshotId().value());
  }

  private Tags foreignTags(AccountId account, String resource) {
    return foreignTags(foreignTags, account, resource);
  }

  private static Tags foreignTags(
      Map<String, Map<AccountId, Tags>> foreignTags, AccountId account, String resource) {
    return foreignTags.getOrElse(resource, HashMap.empty()).getOrElse(account, Tags.none());
  }

  /** An image that uses a snapshot and keeps it from being archived: one that is not disabled. */
  Optional<ImageId> userNotDisabled(SnapshotId snapshot) {
    return snapshotUser(snapshot, ami -> holdsSnapshots(ami) && ami.state() != AmiState.DISABLED);
  }

  /** Whether an image keeps its snapshots from being deleted. */
  static boolean holdsSnapshots(Ami ami) {
    return switch (AmiStage.of(ami)) {
      case PENDING, AVAILABLE, DISABLED -> true;
      default -> false;
    };
  }

  private static boolean holdsName(Ami ami) {
    return switch (AmiStage.of(ami)) {
      case PENDING, AVAILABLE, DISABLED, FAILED -> ami.name().isPresent();
      default -> false;
    };
  }

  private static boolean countsAsImage(Ami ami) {
    return holdsSnapshots(ami) || ami.isInRecycleBin();
  }

  private static boolean countsAsPublic(Ami ami) {
    return ami.isPublic()
        || ami.recycleBinStay()
            .map(RecycleBinStay::suspendedLaunchPermissions)
            .map(permissions -> permissions.contains(LaunchPermission.everyone()))
            .orElse(false);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof RegionState state
            && region.equals(state.region)
            && images.equals(state.images)
            && snapshots.equals(state.snapshots)
            && instances.equals(state.instances)
            && volumes.equals(state.volumes)
            && settings.equals(state.settings)
            && retentionRules.equals(state.retentionRules)
            && foreignTags.equals(state.foreignTags)
            && tokens.equals(state.tokens)
            && work.equals(state.work);
  }

  @Override
  public int hashCode() {
    return images.hashCode();
  }

  /** A Region being changed; keeps the look-ups in step with the resources. */
  static final class Draft {
    private final Region region;
    private Table<ImageId, Ami> images = Table.empty();
    private Table<SnapshotId, StoredSnapshot> snapshots = Table.empty();
    private Map<InstanceId, Instance> instances = HashMap.empty();
    private Map<VolumeId, Volume> volumes = HashMap.empty();
    private Map<AccountId, AccountSettings> settings = HashMap.empty();
    private Map<AccountId, Map<String, RetentionRule>> retentionRules = HashMap.empty();
    private Map<String, Map<AccountId, Tags>> foreignTags = HashMap.empty();
    private Map<Owned<String>, TokenUse> tokens = HashMap.empty();
    private Map<String, Work> work = HashMap.empty();
    private ImageIndex imageIndex = ImageIndex.empty();
    private SnapshotIndex snapshotIndex = SnapshotIndex.empty();
    private Map<SnapshotId, ImageId> madeFor = HashMap.empty();
    private Map<AccountId, Usage> usage = HashMap.empty();
    private SortedMap<Instant, SortedSet<String>> due = TreeMap.empty();

    private Draft(Region region) {
      this.region = region;
    }

    private Draft(RegionState state) {
      region = state.region;
      images = state.images;
      snapshots = state.snapshots;
      instances = state.instances;
      volumes = state.volumes;
      settings = state.settings;
      retentionRules = state.retentionRules;
      foreignTags = state.foreignTags;
      tokens = state.tokens;
      work = state.work;
      imageIndex = state.imageIndex;
      snapshotIndex = state.snapshotIndex;
      madeFor = state.madeFor;
      usage = state.usage;
      due = state.due;
    }

    RegionState state() {
      return new RegionState(this);
    }

    Draft image(Ami after) {
      ImageId id = after.imageId();
      int row = images.row(id);
      if (row == Table.NOWHERE) {
        imageChanged(id, images.freeRow(), null, after);
        images = images.with(id, after);
      } else {
        imageChanged(id, row, images.at(row), after);
        images = images.with(row, after);
      }
      return this;
    }

    Draft withoutImage(ImageId id) {
      int row = images.row(id);
      if (row != Table.NOWHERE) {
        foreignTags
            .getOrElse(id.value(), HashMap.empty())
            .forEach((account, tags) -> foreignTags(account, id, Tags.none()));
        imageChanged(id, row, images.at(row), null);
        images = images.without(id);
      }
      return this;
    }

    Draft snapshot(StoredSnapshot after) {
      SnapshotId id = after.snapshot().snapshotId();
      int row = snapshots.row(id);
      if (row == Table.NOWHERE) {
        snapshotChanged(id, snapshots.freeRow(), null, after);
        snapshots = snapshots.with(id, after);
      } else {
        snapshotChanged(id, row, snapshots.at(row), after);
        snapshots = snapshots.with(row, after);
      }
      return this;
    }

    Draft withoutSnapshot(SnapshotId id) {
      int row = snapshots.row(id);
      if (row != Table.NOWHERE) {
        foreignTags
            .getOrElse(id.value(), HashMap.empty())
            .forEach((account, tags) -> foreignTags(account, id, Tags.none()));
        snapshotChanged(id, row, snapshots.at(row), null);
        snapshots = snapshots.without(id);
      }
      return this;
    }

    Draft instance(Instance after) {
      instances = instances.put(after.instanceId(), after);
      return this;
    }

    Draft volume(Volume after) {
      volumes = volumes.put(after.volumeId(), after);
      return this;
    }

    Draft withoutVolume(VolumeId id) {
      volumes = volumes.remove(id);
      return this;
    }

    Draft settings(AccountId account, AccountSettings after) {
      settings = settings.put(account, after);
      return this;
    }

    Draft retentionRule(AccountId account, RetentionRule rule) {
      retentionRules = retentionRules.put(
          account, retentionRules.getOrElse(account, HashMap.empty()).put(rule.identifier(), rule));
      return this;
    }

    Draft withoutRetentionRule(AccountId account, String identifier) {
      retentionRules = retentionRules.put(
          account, retentionRules.getOrElse(account, HashMap.empty()).remove(identifier));
      return this;
    }

    Draft foreignTags(AccountId account, ImageId image, Tags tags) {
      int row = images.row(image);
      if (row != Table.NOWHERE) {
        imageIndex = imageIndex.retagged(
            row, account, RegionState.foreignTags(foreignTags, account, image.value()), tags);
      }
      return foreignTags(account, image.value(), tags);
    }

    Draft foreignTags(AccountId account, SnapshotId snapshot, Tags tags) {
      int row = snapshots.row(snapshot);
      if (row != Table.NOWHERE) {
        snapshotIndex = snapshotIndex.retagged(
            row, account, RegionState.foreignTags(foreignTags, account, snapshot.value()), tags);
      }
      return foreignTags(account, snapshot.value(), tags);
    }

    private Draft foreignTags(AccountId account, String resource, Tags tags) {
      Map<AccountId, Tags> byAccount = foreignTags.getOrElse(resource, HashMap.empty());
      Map<AccountId, Tags> changed =
          tags.isEmpty() ? byAccount.remove(account) : byAccount.put(account, tags);
      foreignTags =
          changed.isEmpty() ? foreignTags.remove(resource) : foreignTags.put(resource, changed);
      return this;
    }

    Draft token(Owned<String> token, TokenUse use) {
      tokens = tokens.put(token, use);
      return this;
    }

    Draft work(Work begun) {
      work = work.put(begun.resource(), begun);
      begun.due().ifPresent(time -> isDue(time, begun.resource()));
      if (begun instanceof Work.OnImage making) {
        for (SnapshotId snapshot : making.snapshots().values()) {
          madeFor = madeFor.put(snapshot, making.imageId());
        }
      }
      count(begun, 1);
      return this;
    }

    Draft withoutWork(String resource) {
      work.get(resource).forEach(ended -> {
        ended.due().ifPresent(time -> notDue(time, resource));
        if (ended instanceof Work.OnImage made) {
          madeFor = madeFor.removeAll(made.snapshots().values());
        }
        count(ended, -1);
      });
      work = work.remove(resource);
      return this;
    }

    private void imageChanged(ImageId id, int row, @Nullable Ami before, @Nullable Ami after) {
      imageIndex = imageIndex.changed(row, before, after);
      dueMoved(id.value(), exitTime(before), exitTime(after));
      if (before == null || after == null || !isCountedAlike(before, after)) {
        count(before, -1);
        count(after, 1);
      }
    }

    private static Optional<Instant> exitTime(@Nullable Ami ami) {
      return ami == null ? Optional.empty() : ami.recycleBinStay().map(RecycleBinStay::exitTime);
    }

    /** Whether a change left alone all that {@link #count(Ami, int)} looks at. */
    private static boolean isCountedAlike(Ami before, Ami after) {
      return before.state() == after.state()
          && before.launchPermissions().equals(after.launchPermissions())
          && before.recycleBinStay().equals(after.recycleBinStay());
    }

    private void count(@Nullable Ami ami, int sign) {
      if (ami != null && countsAsImage(ami)) {
        Usage used = usage.getOrElse(ami.ownerId(), Usage.NONE);
        usage = usage.put(
            ami.ownerId(),
            new Usage(
                used.images + sign,
                used.publicImages + (countsAsPublic(ami) ? sign : 0),
                used.imageCopies,
                used.snapshotCopies,
                used.archivals,
                used.restores));
      }
    }

    private void snapshotChanged(
        SnapshotId id, int row, @Nullable StoredSnapshot before, @Nullable StoredSnapshot after) {
      snapshotIndex = snapshotIndex.changed(row, before, after);
      dueMoved(
          id.value(),
          before == null ? Optional.empty() : before.nextDue(),
          after == null ? Optional.empty() : after.nextDue());
    }

    private void count(Work counted, int sign) {
      Usage used = usage.getOrElse(counted.ownerId(), Usage.NONE);
      boolean imageCopy = counted instanceof Work.OnImage image && image.isCopy();
      boolean snapshotCopy = counted instanceof Work.OnSnapshot snapshot && snapshot.isCopy();
      boolean tiering = counted instanceof Work.OnTier;
      boolean archival =
          counted instanceof Work.OnTier move && move.tiering() == Work.Tiering.ARCHIVAL;
      usage = usage.put(
          counted.ownerId(),
          new Usage(
              used.images,
              used.publicImages,
              used.imageCopies + (imageCopy ? sign : 0),
              used.snapshotCopies + (snapshotCopy ? sign : 0),
              used.archivals + (archival ? sign : 0),
              used.restores + (tiering && !archival ? sign : 0)));
    }

    private void dueMoved(String resource, Optional<Instant> before, Optional<Instant> after) {
      before.ifPresent(time -> notDue(time, resource));
      after.ifPresent(time -> isDue(time, resource));
    }

    private void isDue(Instant time, String resource) {
      due = due.put(time, due.getOrElse(time, TreeSet.<String>empty()).add(resource));
    }

    private void notDue(Instant time, String resource) {
      SortedSet<String> left = due.getOrElse(time, TreeSet.<String>empty()).remove(resource);
      due = left.isEmpty() ? due.remove(time) : due.put(time, left);
    }
  }
}
