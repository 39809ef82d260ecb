package dev.amikit.registry.instance;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.InstanceId;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;

/**
 * What became of the state of an instance that was to be started, stopped or terminated. EC2 needs
 * time for it and tells a state on the way there, such as {@code stopping}; here it takes none.
 *
 * @param instanceId the instance
 * @param currentState its state now
 * @param previousState its state before; the same if it was as it should be already
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceStateChange.html">InstanceStateChange</a>
 */
public record InstanceStateChange(
    InstanceId instanceId, InstanceState currentState, InstanceState previousState) {
  /**
   * Refuses null.
   *
   * @param instanceId the instance
   * @param currentState its state now
   * @param previousState its state before; the same if it was as it should be already
   */
  public InstanceStateChange {
    requireNonNull(instanceId, "instanceId");
    requireNonNull(currentState, "currentState");
    requireNonNull(previousState, "previousState");
  }

  static InstanceStateChange of(Instance before, Instance now) {
    return new InstanceStateChange(before.instanceId(), now.state(), before.state());
  }
}
