package dev.amikit.registry;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.StateReason;
import dev.amikit.lifecycle.ExpireInRecycleBin;
import dev.amikit.lifecycle.ImageBecameAvailable;
import dev.amikit.lifecycle.ImageFailed;
import dev.amikit.lifecycle.WithdrawPublicPermission;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** What the clock brings about: work that ends, and stays in the Recycle Bin that expire. */
final class DueWork {
  private DueWork() {}

  /** What has become due and has not happened yet, the earliest first. */
  static ImmutableList<RegistryEvent> events(PartitionState state, Instant now) {
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    for (RegionState here : state.byRegion().values()) {
      if (!here.due.isEmpty()) {
        here.due
            .takeWhile(entry -> !entry._1.isAfter(now))
            .forEach(entry -> entry._2.forEach(r -> events.addAll(dueOf(here, r, now))));
      }
    }
    return events.build();
  }

  /** That work on a resource ends well; nothing if there is no such work. */
  static ImmutableList<RegistryEvent> completion(
      PartitionState state, Region region, String resource) {
    RegionState here = state.in(region);
    return here.work.get(resource).map(work -> completed(here, work)).getOrElse(ImmutableList.of());
  }

  /** That work on a resource fails; nothing if there is no such work. */
  static ImmutableList<RegistryEvent> failure(
      PartitionState state, Region region, String resource, StateReason reason) {
    RegionState here = state.in(region);
    return here.work
        .get(resource)
        .map(work -> failed(here, work, reason))
        .getOrElse(ImmutableList.of());
  }

  /** That unused public images of a Region lose their public permission. */
  static ImmutableList<RegistryEvent> withdrawals(
      PartitionState state, Region region, Instant now) {
    return state
        .images(region)
        .filter(Ami::isPublic)
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
      return work.get()
          .failure()
          .map(reason -> failed(here, work.get(), reason))
          .orElseGet(() -> completed(here, work.get()));
    }
    return resource.startsWith("snap-")
        ? snapshotDue(here, SnapshotId.of(resource))
        : imageDue(here, ImageId.of(resource), now);
  }

  private static ImmutableList<RegistryEvent> imageDue(RegionState here, ImageId id, Instant now) {
    Ami ami = here.images.get(id).get();
    return new ExpireInRecycleBin()
        .decide(ami, now).events().stream()
            .map(event -> new RegistryEvent.ImageChanged(here.region, id, event))
            .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<RegistryEvent> snapshotDue(RegionState here, SnapshotId id) {
    StoredSnapshot stored = here.snapshots.get(id).get();
    if (stored.isInRecycleBin()) {
      return ImmutableList.of(new RegistryEvent.SnapshotDeleted(here.region, id));
    }
    Snapshot archived =
        stored.snapshot().toBuilder().restoreExpiryTime(Optional.empty()).build();
    return ImmutableList.of(new RegistryEvent.SnapshotStored(
        here.region, stored.toBuilder().snapshot(archived).build()));
  }

  private static ImmutableList<RegistryEvent> completed(RegionState here, Work work) {
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    if (work instanceof Work.OnImage image) {
      image.snapshots().values().forEach(id -> events.addAll(finished(here, id)));
      events.add(new RegistryEvent.WorkEnded(here.region, work.resource()));
      if (isPending(here, image)) {
        events.add(new RegistryEvent.ImageChanged(
            here.region, image.imageId(), new ImageBecameAvailable(image.snapshots())));
      }
    } else if (work instanceof Work.OnSnapshot snapshot) {
      events.addAll(finished(here, snapshot.snapshotId()));
      events.add(new RegistryEvent.WorkEnded(here.region, work.resource()));
    }
    return events.build();
  }

  private static ImmutableList<RegistryEvent> failed(
      RegionState here, Work work, StateReason reason) {
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    if (work instanceof Work.OnImage image) {
      image.snapshots().values().forEach(id -> events.addAll(broken(here, id, reason)));
      events.add(new RegistryEvent.WorkEnded(here.region, work.resource()));
      if (isPending(here, image)) {
        events.add(
            new RegistryEvent.ImageChanged(here.region, image.imageId(), new ImageFailed(reason)));
      }
    } else if (work instanceof Work.OnSnapshot snapshot) {
      events.addAll(broken(here, snapshot.snapshotId(), reason));
      events.add(new RegistryEvent.WorkEnded(here.region, work.resource()));
    }
    return events.build();
  }

  private static boolean isPending(RegionState here, Work.OnImage work) {
    return here.images.get(work.imageId()).exists(ami -> ami.state() == AmiState.PENDING);
  }

  private static ImmutableList<RegistryEvent> finished(RegionState here, SnapshotId id) {
    return here.snapshots
        .get(id)
        .map(stored -> stored(
            here,
            stored,
            stored.snapshot().toBuilder()
                .state(SnapshotState.COMPLETED)
                .progress(100)
                .build()))
        .getOrElse(ImmutableList.of());
  }

  private static ImmutableList<RegistryEvent> broken(
      RegionState here, SnapshotId id, StateReason reason) {
    return here.snapshots
        .get(id)
        .map(stored -> stored(
            here,
            stored,
            stored.snapshot().toBuilder()
                .state(SnapshotState.ERROR)
                .stateMessage(reason.message())
                .build()))
        .getOrElse(ImmutableList.of());
  }

  private static ImmutableList<RegistryEvent> stored(
      RegionState here, StoredSnapshot stored, Snapshot snapshot) {
    return ImmutableList.of(new RegistryEvent.SnapshotStored(
        here.region, stored.toBuilder().snapshot(snapshot).build()));
  }
}
