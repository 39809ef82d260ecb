package dev.amikit.registry.fastlaunch;

import static java.util.Objects.requireNonNull;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.id.FastLaunchId;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.lifecycle.fastlaunch.Disable;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.FastLaunchSnapshots;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.SnapshotCleanUp;
import dev.amikit.registry.state.Task;

/**
 * {@code DisableFastLaunch}: begins to remove the snapshots that were made for fast launch of an
 * image, for the caller. When they are gone, so is fast launch; launches take the usual way at
 * once. It works for an image that the caller may no longer launch as well.
 *
 * @param imageId the image
 * @param force whether fast launch goes even if snapshots cannot be removed. They stay then, and
 *     must be gone before it can be enabled again
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisableFastLaunch.html">DisableFastLaunch</a>
 */
public record DisableFastLaunch(ImageId imageId, boolean force) implements Operation<FastLaunch> {
  /**
   * Refuses null.
   *
   * @param imageId the image
   * @param force whether fast launch goes even if snapshots cannot be removed. They stay then, and
   *     must be gone before it can be enabled again
   */
  public DisableFastLaunch {
    requireNonNull(imageId, "imageId");
  }

  /**
   * Asks for fast launch to go once the snapshots are removed.
   *
   * @param imageId the image
   */
  public DisableFastLaunch(ImageId imageId) {
    this(imageId, false);
  }

  @Override
  public Outcome<FastLaunch> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      FastLaunchId id = new FastLaunchId(plan.caller(), imageId);
      if (plan.here().fastLaunches().get(id).isEmpty()) {
        Ami unused = plan.visibleImage(imageId);
      }
      FastLaunch disabling =
          FastLaunchSnapshots.command(plan, id, new Disable()).orElseThrow();
      plan.stop(id);
      plan.begin(new SnapshotCleanUp(
          id,
          force,
          plan.now(),
          plan.due(Task.Kind.SNAPSHOT_CLEAN_UP),
          plan.failure(Task.Kind.SNAPSHOT_CLEAN_UP)));
      return disabling;
    });
  }
}
