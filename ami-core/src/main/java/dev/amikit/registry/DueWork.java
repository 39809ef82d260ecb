package dev.amikit.registry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.StateReason;
import dev.amikit.lifecycle.ExpireInRecycleBin;
import dev.amikit.lifecycle.ImageBecameAvailable;
import dev.amikit.lifecycle.ImageFailed;
import dev.amikit.lifecycle.ImageLaunched;
import dev.amikit.lifecycle.WithdrawPublicPermission;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the clock brings about: work that ends, launches that are reported, and stays in the Recycle
 * Bin that expire.
 */
final class DueWork {
  private DueWork() {}

  /**
   * What has become due and has not happened yet, the earliest first. What ends one stay can begin
   * another that is over by now, such as a restore for a day that was done a week ago.
   */
  static ImmutableList<RegistryEvent> events(PartitionState state, Instant now) {
    ImmutableList<RegistryEvent> due = due(state, now);
    return Iterables.any(due, event -> isOverBy(event, now))
        ? ImmutableList.<RegistryEvent>builder()
            .addAll(due)
            .addAll(events(state.after(due), now))
            .build()
        : due;
  }

  /** Whether what an event begins is over again. */
  private static boolean isOverBy(RegistryEvent event, Instant now) {
    return event instanceof RegistryEvent.SnapshotStored stored
        && stored.snapshot().nextDue().filter(time -> !time.isAfter(now)).isPresent();
  }

  private static ImmutableList<RegistryEvent> due(PartitionState state, Instant now) {
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    state
        .byRegion()
        .valuesIterator()
        .filter(here -> here.isAnythingDue(now))
        .forEach(here -> here.due
            .takeWhile(entry -> !entry._1.isAfter(now))
            .forEach(entry -> entry._2.forEach(r -> events.addAll(dueOf(here, r, now)))));
    return events.build();
  }

  /** That work on a resource ends well; nothing if there is no such work. */
  static ImmutableList<RegistryEvent> completion(
      PartitionState state, Region region, String resource, Instant now) {
    RegionState here = state.in(region);
    return here.work
        .get(resource)
        .map(work -> completed(here, work, now))
        .getOrElse(ImmutableList.of());
  }

  /** That work on a resource fails; nothing if there is no such work. */
  static ImmutableList<RegistryEvent> failure(
      PartitionState state, Region region, String resource, StateReason reason, Instant now) {
    RegionState here = state.in(region);
    return here.work
        .get(resource)
        .map(work -> failed(here, work, reason, now))
        .getOrElse(ImmutableList.of());
  }

  /** That unused public images of a Region lose their public permission. */
  static ImmutableList<RegistryEvent> withdrawals(
      PartitionState state, Region region, Instant now) {
    Set<ImageId> justLaunched = state
        .in(region)
        .work
        .values()
        .filter(Work.OnLaunch.class::isInstance)
        .map(work -> ((Work.OnLaunch) work).imageId())
        .toSet();
    return state
        .images(region)
        .filter(Ami::isPublic)
        .filter(ami -> !justLaunched.contains(ami.imageId()))
        .sorted(Comparator.comparing(Ami::imageId))
        .flatMap(ami -> new WithdrawPublicPermission()
            .decide(ami, now).events().stream()
                .map(event -> new RegistryEvent.ImageChanged(region, ami.imageId(), event)))
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<RegistryEvent> dueOf(
      RegionState here, String resource, Instant now) {
    Option<Work> work = here.work.get(resource);
    if (work.isDefined()) {
      Instant end = work.get().due().orElse(now);
      return work.get()
          .failure()
          .map(reason -> failed(here, work.get(), reason, end))
          .orElseGet(() -> completed(here, work.get(), end));
    }
    return resource.startsWith("snap-")
        ? snapshotDue(here, SnapshotId.of(resource))
        : imageDue(here, ImageId.of(resource), now);
  }

  private static ImmutableList<RegistryEvent> imageDue(RegionState here, ImageId id, Instant now) {
    Ami ami = here.images.get(id).orElseThrow();
    return new ExpireInRecycleBin()
        .decide(ami, now).events().stream()
            .map(event -> new RegistryEvent.ImageChanged(here.region, id, event))
            .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<RegistryEvent> snapshotDue(RegionState here, SnapshotId id) {
    StoredSnapshot stored = here.snapshots.get(id).orElseThrow();
    if (stored.isInRecycleBin()) {
      return ImmutableList.of(new RegistryEvent.SnapshotDeleted(here.region, id));
    }
    Snapshot archived =
        stored.snapshot().toBuilder().restoreExpiryTime(Optional.empty()).build();
    return ImmutableList.of(new RegistryEvent.SnapshotStored(
        here.region, stored.toBuilder().snapshot(archived).build()));
  }

  private static ImmutableList<RegistryEvent> completed(RegionState here, Work work, Instant end) {
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    if (work instanceof Work.OnImage image) {
      image.snapshots().values().forEach(id -> events.addAll(finished(here, id, end)));
      events.add(new RegistryEvent.WorkEnded(here.region, work.resource()));
      if (isPending(here, image)) {
        events.add(new RegistryEvent.ImageChanged(
            here.region, image.imageId(), new ImageBecameAvailable(image.snapshots())));
      }
    } else if (work instanceof Work.OnSnapshot snapshot) {
      events.addAll(finished(here, snapshot.snapshotId(), end));
      events.add(new RegistryEvent.WorkEnded(here.region, work.resource()));
    } else if (work instanceof Work.OnTier tier) {
      events.addAll(changed(
          here,
          tier.snapshotId(),
          stored -> canMove(here, tier) ? moved(tier, stored, end) : stayed(tier, stored)));
      events.add(new RegistryEvent.WorkEnded(here.region, work.resource()));
    } else if (work instanceof Work.OnLaunch launch) {
      if (here.images.contains(launch.imageId())) {
        events.add(new RegistryEvent.ImageChanged(
            here.region, launch.imageId(), new ImageLaunched(launch.begun())));
      }
      events.add(new RegistryEvent.WorkEnded(here.region, work.resource()));
    }
    return events.build();
  }

  /** A snapshot that an image came to use meanwhile is not archived under it. */
  private static boolean canMove(RegionState here, Work.OnTier tier) {
    return tier.tiering() != Work.Tiering.ARCHIVAL
        || here.userNotDisabled(tier.snapshotId()).isEmpty();
  }

  private static StoredSnapshot stayed(Work.OnTier tier, StoredSnapshot stored) {
    return stored.toBuilder().lastTieringOperation(tier.tiering().failed()).build();
  }

  private static ImmutableList<RegistryEvent> failed(
      RegionState here, Work work, StateReason reason, Instant end) {
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    if (work instanceof Work.OnImage image) {
      image.snapshots().values().forEach(id -> events.addAll(broken(here, id, reason, end)));
      events.add(new RegistryEvent.WorkEnded(here.region, work.resource()));
      if (isPending(here, image)) {
        events.add(
            new RegistryEvent.ImageChanged(here.region, image.imageId(), new ImageFailed(reason)));
      }
    } else if (work instanceof Work.OnSnapshot snapshot) {
      events.addAll(broken(here, snapshot.snapshotId(), reason, end));
      events.add(new RegistryEvent.WorkEnded(here.region, work.resource()));
    } else if (work instanceof Work.OnTier tier) {
      events.addAll(changed(here, tier.snapshotId(), stored -> stayed(tier, stored)));
      events.add(new RegistryEvent.WorkEnded(here.region, work.resource()));
    }
    return events.build();
  }

  private static boolean isPending(RegionState here, Work.OnImage work) {
    return here.images
        .get(work.imageId())
        .filter(ami -> ami.state() == AmiState.PENDING)
        .isPresent();
  }

  private static ImmutableList<RegistryEvent> finished(
      RegionState here, SnapshotId id, Instant end) {
    return ended(
        here,
        id,
        end,
        stored -> stored.toBuilder()
            .snapshot(stored.snapshot().toBuilder()
                .state(SnapshotState.COMPLETED)
                .progress(100)
                .completionTime(end)
                .build())
            .lock(stored.lock().map(lock -> lock.completedAt(end)))
            .build());
  }

  private static ImmutableList<RegistryEvent> broken(
      RegionState here, SnapshotId id, StateReason reason, Instant end) {
    return ended(
        here,
        id,
        end,
        stored -> stored.toBuilder()
            .snapshot(stored.snapshot().toBuilder()
                .state(SnapshotState.ERROR)
                .stateMessage(reason.message())
                .build())
            .build());
  }

  /** A snapshot is no longer pending; if it was to be deleted, it goes now. */
  private static ImmutableList<RegistryEvent> ended(
      RegionState here, SnapshotId id, Instant end, UnaryOperator<StoredSnapshot> change) {
    return here.snapshots
        .get(id)
        .map(change)
        .map(stored -> stored.deletionRequested()
            ? SnapshotRemoval.event(
                here, stored.toBuilder().deletionRequested(false).build(), end)
            : new RegistryEvent.SnapshotStored(here.region, stored))
        .map(ImmutableList::of)
        .orElse(ImmutableList.of());
  }

  /** A snapshot lies in another tier now, or is restored for some days. */
  private static StoredSnapshot moved(Work.OnTier work, StoredSnapshot stored, Instant end) {
    Snapshot.Builder snapshot = stored.snapshot().toBuilder();
    switch (work.tiering()) {
      case ARCHIVAL ->
        snapshot.storageTier(StorageTier.ARCHIVE).createVolumePermissions(ImmutableSet.of());
      case TEMPORARY_RESTORE ->
        snapshot.restoreExpiryTime(
            end.plus(Duration.ofDays(work.temporaryRestoreDays().orElseThrow())));
      case PERMANENT_RESTORE -> snapshot.storageTier(StorageTier.STANDARD);
    }
    return stored.toBuilder()
        .snapshot(snapshot.build())
        .lastTieringOperation(work.tiering().completed())
        .build();
  }

  private static ImmutableList<RegistryEvent> changed(
      RegionState here, SnapshotId id, UnaryOperator<StoredSnapshot> change) {
    return here.snapshots
        .get(id)
        .map(change)
        .map(stored ->
            ImmutableList.<RegistryEvent>of(new RegistryEvent.SnapshotStored(here.region, stored)))
        .orElse(ImmutableList.of());
  }
}
