package dev.amikit.registry.instance;

import static dev.amikit.rule.MessageTemplate.quoted;
import static java.util.Objects.requireNonNull;

import dev.amikit.id.VolumeId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.state.VolumeEvent;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;

/**
 * {@code DeleteVolume}: the volume is gone. Its snapshots stay.
 *
 * @param volumeId the volume, which the caller owns and no instance has
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVolume.html">DeleteVolume</a>
 */
public record DeleteVolume(VolumeId volumeId) implements Operation<Return> {
  /** No instance has the volume. */
  public static final Rule AVAILABLE = Rule.rule(
          "delete-volume.available",
          "a volume is deleted only when it is attached to no instance",
          ErrorCode.VOLUME_IN_USE,
          "API reference, DeleteVolume; error codes, VolumeInUse",
          "SNAP-34")
      .saying(quoted("Volume {volumeId} is currently attached to {instanceId}"));

  /**
   * Refuses null.
   *
   * @param volumeId the volume, which the caller owns and no instance has
   */
  public DeleteVolume {
    requireNonNull(volumeId, "volumeId");
  }

  @Override
  public Outcome<Return> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Volume volume = plan.ownVolume(volumeId);
      volume.instanceId().ifPresent(instance -> {
        throw Plan.refused(AVAILABLE.brokenBy("volumeId", volumeId).with("instanceId", instance));
      });
      plan.happens(new VolumeEvent.VolumeDeleted(plan.region(), volumeId));
      return Return.TRUE;
    });
  }
}
