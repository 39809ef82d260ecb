package dev.amikit.concurrency;

import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageAttribute;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.image.DescribeImageAttribute;
import dev.amikit.registry.image.DescribeImages;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
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
        // Work that has begun ends at once, and well.
        if (event instanceof RegistryEvent.TaskBegun begun
            && begun.task().kind().isWork()) {
          events.addAll(begun.task().completed(before.after(done.events()).in(HERE), NOW));
        }
      }
      happen(before, events);
    }
    return outcome.orThrow();
  }

  void happen(PartitionState before, List<RegistryEvent> events) {
    state = before.after(events);
  }

  private <R> R read(AccountId caller, Operation<R> operation) {
    return decide(state(), caller, operation).orThrow();
  }

  private static <R> Outcome<R> decide(
      PartitionState state, AccountId caller, Operation<R> operation) {
    return operation.decide(new Situation(state, caller, HERE, NOW, SETTINGS));
  }

  @Override
  public Optional<Ami> describeImage(AccountId caller, ImageId imageId) {
    ImageQuery query = ImageQuery.builder().addImageId(imageId).build();
    return read(caller, new DescribeImages(query)).items().stream().findFirst();
  }

  @Override
  public List<Ami> describeImages() {
    return read(OWNER, new DescribeImages(ImageQuery.builder().build())).items();
  }

  @Override
  public ImageAttribute describeLaunchPermission(ImageId imageId) {
    return read(OWNER, DescribeImageAttribute.of(imageId, ImageAttributeName.LAUNCH_PERMISSION));
  }

  @Override
  public PartitionState state() {
    return state;
  }
}
