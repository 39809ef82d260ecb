package dev.amikit.registry;

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
import io.vavr.control.Option;
import java.time.Instant;
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

  private static final SortedSet<ImageId> NO_IMAGES = TreeSet.empty();

  final Region region;
  final Map<ImageId, Ami> images;
  final Map<SnapshotId, StoredSnapshot> snapshots;
  final Map<InstanceId, Instance> instances;
  final Map<VolumeId, Volume> volumes;
  final Map<AccountId, AccountSettings> settings;
  final Map<AccountId, Map<String, RetentionRule>> retentionRules;
  final Map<String, Map<AccountId, Tags>> foreignTags;
  final Map<Owned<String>, TokenUse> tokens;
  final Map<String, Work> work;

  /** The images that hold a name, by account and name. */
  final Map<Owned<ImageName>, SortedSet<ImageId>> nameHolders;

  /** The images whose mapping names a snapshot or will do so, deregistered ones left out. */
  final Map<SnapshotId, SortedSet<ImageId>> snapshotUsers;

  final ImageIndex imageIndex;

  /** What an account has in the Recycle Bin. */
  final Map<AccountId, SortedSet<ImageId>> binnedImages;

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
    nameHolders = draft.nameHolders;
    snapshotUsers = draft.snapshotUsers;
    imageIndex = draft.imageIndex;
    binnedImages = draft.binnedImages;
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

  SortedSet<ImageId> nameHolders(AccountId owner, ImageName name) {
    return nameHolders.getOrElse(new Owned<>(owner, name), NO_IMAGES);
  }

  SortedSet<ImageId> snapshotUsers(SnapshotId snapshot) {
    return snapshotUsers.getOrElse(snapshot, NO_IMAGES);
  }

  SortedSet<ImageId> binnedImages(AccountId owner) {
    return binnedImages.getOrElse(owner, NO_IMAGES);
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
    return foreignTags
        .get(resource)
        .flatMap(byAccount -> byAccount.get(account))
        .getOrElse(Tags.none());
  }

  /** The images that use a snapshot and keep it from being archived: all that are not disabled. */
  SortedSet<ImageId> usersNotDisabled(SnapshotId snapshot) {
    return snapshotUsers(snapshot)
        .filter(id ->
            images.get(id).exists(ami -> holdsSnapshots(ami) && ami.state() != AmiState.DISABLED));
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
    private Map<ImageId, Ami> images = HashMap.empty();
    private Map<SnapshotId, StoredSnapshot> snapshots = HashMap.empty();
    private Map<InstanceId, Instance> instances = HashMap.empty();
    private Map<VolumeId, Volume> volumes = HashMap.empty();
    private Map<AccountId, AccountSettings> settings = HashMap.empty();
    private Map<AccountId, Map<String, RetentionRule>> retentionRules = HashMap.empty();
    private Map<String, Map<AccountId, Tags>> foreignTags = HashMap.empty();
    private Map<Owned<String>, TokenUse> tokens = HashMap.empty();
    private Map<String, Work> work = HashMap.empty();
    private Map<Owned<ImageName>, SortedSet<ImageId>> nameHolders = HashMap.empty();
    private Map<SnapshotId, SortedSet<ImageId>> snapshotUsers = HashMap.empty();
    private ImageIndex imageIndex = ImageIndex.empty();
    private Map<AccountId, SortedSet<ImageId>> binnedImages = HashMap.empty();
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
      nameHolders = state.nameHolders;
      snapshotUsers = state.snapshotUsers;
      imageIndex = state.imageIndex;
      binnedImages = state.binnedImages;
      usage = state.usage;
      due = state.due;
    }

    RegionState state() {
      return new RegionState(this);
    }

    Draft image(Ami after) {
      @Nullable Ami before = images.getOrElse(after.imageId(), null);
      images = images.put(after.imageId(), after);
      if (before == null) {
        index(after, 1);
      } else if (!isLookedUpAlike(before, after)) {
        index(before, -1);
        index(after, 1);
      }
      imageIndex = before == null ? imageIndex.with(after) : imageIndex.replaced(before, after);
      return this;
    }

    Draft withoutImage(ImageId id) {
      @Nullable Ami before = images.getOrElse(id, null);
      if (before != null) {
        index(before, -1);
        imageIndex = imageIndex.without(before);
      }
      foreignTags
          .getOrElse(id.value(), HashMap.empty())
          .forEach((account, tags) -> foreignTags(account, id, Tags.none()));
      images = images.remove(id);
      return this;
    }

    Draft snapshot(StoredSnapshot after) {
      SnapshotId id = after.snapshot().snapshotId();
      snapshots.get(id).flatMap(Draft::snapshotDue).forEach(time -> notDue(time, id.value()));
      snapshots = snapshots.put(id, after);
      snapshotDue(after).forEach(time -> isDue(time, id.value()));
      return this;
    }

    Draft withoutSnapshot(SnapshotId id) {
      snapshots.get(id).flatMap(Draft::snapshotDue).forEach(time -> notDue(time, id.value()));
      snapshots = snapshots.remove(id);
      foreignTags = foreignTags.remove(id.value());
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
      Tags before = foreignTags
          .get(image.value())
          .flatMap(byAccount -> byAccount.get(account))
          .getOrElse(Tags.none());
      imageIndex = imageIndex.retagged(account, image, before, tags);
      return foreignTags(account, image.value(), tags);
    }

    Draft foreignTags(AccountId account, SnapshotId snapshot, Tags tags) {
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
      useSnapshots(begun, 1);
      count(begun, 1);
      return this;
    }

    Draft withoutWork(String resource) {
      work.get(resource).forEach(ended -> {
        ended.due().ifPresent(time -> notDue(time, resource));
        useSnapshots(ended, -1);
        count(ended, -1);
      });
      work = work.remove(resource);
      return this;
    }

    /** Whether a change left alone all that {@link #index} looks at. */
    private static boolean isLookedUpAlike(Ami before, Ami after) {
      return AmiStage.of(before) == AmiStage.of(after)
          && before.ownerId().equals(after.ownerId())
          && before.name().equals(after.name())
          && before.blockDeviceMappings().equals(after.blockDeviceMappings())
          && before.launchPermissions().equals(after.launchPermissions())
          && before.recycleBinStay().equals(after.recycleBinStay());
    }

    private void index(Ami ami, int sign) {
      if (holdsName(ami)) {
        nameHolders =
            change(nameHolders, new Owned<>(ami.ownerId(), ami.name().get()), ami.imageId(), sign);
      }
      if (holdsSnapshots(ami) || ami.isInRecycleBin()) {
        for (SnapshotId snapshot : ami.snapshotIds()) {
          snapshotUsers = change(snapshotUsers, snapshot, ami.imageId(), sign);
        }
      }
      if (ami.isInRecycleBin()) {
        binnedImages = change(binnedImages, ami.ownerId(), ami.imageId(), sign);
        Instant exit = ami.recycleBinStay().get().exitTime();
        if (sign > 0) {
          isDue(exit, ami.imageId().value());
        } else {
          notDue(exit, ami.imageId().value());
        }
      }
      if (countsAsImage(ami)) {
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

    private void useSnapshots(Work making, int sign) {
      if (making instanceof Work.OnImage image) {
        for (SnapshotId snapshot : image.snapshots().values()) {
          snapshotUsers = change(snapshotUsers, snapshot, image.imageId(), sign);
        }
      }
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

    private static Option<Instant> snapshotDue(StoredSnapshot stored) {
      return Option.ofOptional(stored
          .recycleBinStay()
          .map(StoredSnapshot.SnapshotRecycleBinStay::exitTime)
          .or(() -> stored.snapshot().restoreExpiryTime()));
    }

    private void isDue(Instant time, String resource) {
      due = due.put(time, due.getOrElse(time, TreeSet.<String>empty()).add(resource));
    }

    private void notDue(Instant time, String resource) {
      SortedSet<String> left = due.getOrElse(time, TreeSet.<String>empty()).remove(resource);
      due = left.isEmpty() ? due.remove(time) : due.put(time, left);
    }

    private static <K> Map<K, SortedSet<ImageId>> change(
        Map<K, SortedSet<ImageId>> index, K key, ImageId id, int sign) {
      SortedSet<ImageId> present = index.getOrElse(key, NO_IMAGES);
      SortedSet<ImageId> changed = sign > 0 ? present.add(id) : present.remove(id);
      return changed.isEmpty() ? index.remove(key) : index.put(key, changed);
    }
  }
}
