package dev.amikit.concurrency;

import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.lifecycle.ImageBecameAvailable;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.DescribeImageAttribute;
import dev.amikit.registry.DescribeImages;
import dev.amikit.registry.ImageAttribute;
import dev.amikit.registry.ImageAttributeName;
import dev.amikit.registry.Operation;
import dev.amikit.registry.Outcome;
import dev.amikit.registry.PartitionState;
import dev.amikit.registry.RegistryEvent;
import dev.amikit.registry.RegistrySettings;
import dev.amikit.registry.Situation;
import dev.amikit.registry.StoredSnapshot;
import dev.amikit.registry.Work;
import dev.amikit.snapshot.SnapshotState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a registry comes to in one thread: decides on a state, and puts the next in its place. It
 * takes no care of other threads.
 */
class Alone implements Partition {
  private static final RegistrySettings SETTINGS = RegistrySettings.builder().build();

  private volatile PartitionState state = START;

  @Override
  public <R> R call(AccountId caller, Operation<R> operation) {
    PartitionState before = state;
    Outcome<R> outcome = decide(before, caller, operation);
    if (outcome instanceof Outcome.Done<R> done) {
      List<RegistryEvent> events = new ArrayList<>(done.events());
      for (RegistryEvent event : done.events()) {
        if (event instanceof RegistryEvent.WorkBegun begun) {
          events.addAll(end(before.after(done.events()), (Work.OnImage) begun.work()));
        }
      }
      happen(before, events);
    }
    return outcome.resultOrThrow();
  }

  /** What has begun ends at once, and well. */
  private static List<RegistryEvent> end(PartitionState state, Work.OnImage work) {
    List<RegistryEvent> events = new ArrayList<>();
    for (SnapshotId id : work.snapshots().values()) {
      StoredSnapshot stored = state.snapshot(HERE, id).orElseThrow();
      events.add(new RegistryEvent.SnapshotStored(
          HERE,
          stored.toBuilder()
              .snapshot(stored.snapshot().toBuilder()
                  .state(SnapshotState.COMPLETED)
                  .progress(100)
                  .completionTime(NOW)
                  .build())
              .build()));
    }
    events.add(new RegistryEvent.WorkEnded(HERE, work.resource()));
    events.add(new RegistryEvent.ImageChanged(
        HERE, work.imageId(), new ImageBecameAvailable(work.snapshots())));
    return events;
  }

  void happen(PartitionState before, List<RegistryEvent> events) {
    state = before.after(events);
  }

  private <R> R read(AccountId caller, Operation<R> operation) {
    return decide(state(), caller, operation).resultOrThrow();
  }

  private static <R> Outcome<R> decide(
      PartitionState state, AccountId caller, Operation<R> operation) {
    return operation.decide(new Situation(state, caller, HERE, NOW, SETTINGS));
  }

  @Override
  public Optional<Ami> describeImage(AccountId caller, ImageId imageId) {
    ImageQuery query = ImageQuery.builder().addImageId(imageId).build();
    return read(caller, new DescribeImages(query)).all().stream().findFirst();
  }

  @Override
  public List<Ami> describeImages() {
    return read(OWNER, new DescribeImages(ImageQuery.builder().build())).all();
  }

  @Override
  public ImageAttribute describeLaunchPermission(ImageId imageId) {
    return read(OWNER, new DescribeImageAttribute(imageId, ImageAttributeName.LAUNCH_PERMISSION));
  }

  @Override
  public PartitionState state() {
    return state;
  }
}
