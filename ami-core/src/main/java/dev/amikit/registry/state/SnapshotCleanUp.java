package dev.amikit.registry.state;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.FastLaunchId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.StateReason;
import dev.amikit.lifecycle.fastlaunch.FailDisabling;
import dev.amikit.lifecycle.fastlaunch.FastLaunchCommand;
import dev.amikit.lifecycle.fastlaunch.FinishDisabling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fast launch of an image is being disabled: the snapshots that were made for it are removed. That
 * fails for snapshots that are locked, or that images use.
 *
 * @param fastLaunchId the account and the image
 * @param force whether it ends well even if snapshots cannot be removed; these stay then
 * @param begun when it began
 * @param due when it ends; empty if only when told
 * @param failure why it will fail; empty if it will succeed
 */
public record SnapshotCleanUp(
    FastLaunchId fastLaunchId,
    boolean force,
    Instant begun,
    Optional<Instant> due,
    Optional<StateReason> failure)
    implements Task {
  /**
   * Refuses null.
   *
   * @param fastLaunchId the account and the image
   * @param force whether it ends well even if snapshots cannot be removed; these stay then
   * @param begun when it began
   * @param due when it ends; empty if only when told
   * @param failure why it will fail; empty if it will succeed
   */
  public SnapshotCleanUp {
    requireNonNull(fastLaunchId, "fastLaunchId");
    requireNonNull(begun, "begun");
    requireNonNull(due, "due");
    requireNonNull(failure, "failure");
  }

  @Override
  public Kind kind() {
    return Kind.SNAPSHOT_CLEAN_UP;
  }

  @Override
  public FastLaunchId subject() {
    return fastLaunchId;
  }

  @Override
  public AccountId ownerId() {
    return fastLaunchId.ownerId();
  }

  @Override
  public ImmutableList<RegistryEvent> completed(RegionState here, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(end, "end");
    ImmutableList.Builder<RegistryEvent> removals = ImmutableList.builder();
    List<SnapshotId> stuck = new ArrayList<>();
    here.fastLaunches().snapshots(fastLaunchId).forEach(id -> {
      if (here.canRemove(id, end)) {
        removals.addAll(here.removal(fastLaunchId, id, end));
      } else {
        stuck.add(id);
      }
    });
    Optional<String> failed =
        stuck.stream().findFirst().map(id -> "Snapshot " + id + " cannot be removed");
    return removals.addAll(ended(here, failed, end)).build();
  }

  @Override
  public ImmutableList<RegistryEvent> failed(RegionState here, StateReason reason, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(reason, "reason");
    requireNonNull(end, "end");
    return ended(here, Optional.of(reason.message()), end);
  }

  private ImmutableList<RegistryEvent> ended(
      RegionState here, Optional<String> failed, Instant end) {
    FastLaunchCommand command = failed
        .filter(reason -> !force)
        .<FastLaunchCommand>map(FailDisabling::new)
        .orElse(new FinishDisabling());
    return ImmutableList.<RegistryEvent>builder()
        .add(new RegistryEvent.TaskEnded(here.region(), fastLaunchId))
        .addAll(here.events(fastLaunchId, command, end))
        .build();
  }
}
