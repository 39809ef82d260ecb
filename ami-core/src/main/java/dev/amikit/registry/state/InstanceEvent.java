package dev.amikit.registry.state;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dev.amikit.id.InstanceId;
import dev.amikit.id.Region;
import dev.amikit.image.StateReason;
import dev.amikit.tag.Tags;
import java.time.Instant;
import java.util.Optional;

/** What has happened to an instance. That volumes come and go are {@link VolumeEvent}s. */
public sealed interface InstanceEvent extends RegistryEvent.InRegion {
  /** {@return the instance} */
  InstanceId instanceId();

  /**
   * An instance was launched. A launch has it pending, and without volumes.
   *
   * @param region where
   * @param instance the instance
   */
  record InstanceLaunched(Region region, Instance instance) implements InstanceEvent {
    /**
     * Refuses null.
     *
     * @param region where
     * @param instance the instance
     */
    public InstanceLaunched {
      requireNonNull(region, "region");
      requireNonNull(instance, "instance");
    }

    @Override
    public InstanceId instanceId() {
      return instance.instanceId();
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      PartitionState.requireAbsent(
          state.instance(region, instance.instanceId()).isPresent(), region, instance.instanceId());
      return state.changed(region, here -> here.with(instance));
    }
  }

  /**
   * An instance began to run, after its launch or after it was stopped.
   *
   * @param region where
   * @param instanceId the instance
   */
  record InstanceStarted(Region region, InstanceId instanceId) implements InstanceEvent {
    /**
     * Refuses null.
     *
     * @param region where
     * @param instanceId the instance
     */
    public InstanceStarted {
      requireNonNull(region, "region");
      requireNonNull(instanceId, "instanceId");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state.changed(region, instanceId, instance -> instance.in(InstanceState.RUNNING));
    }
  }

  /**
   * An instance stopped. It keeps its volumes.
   *
   * @param region where
   * @param instanceId the instance
   */
  record InstanceStopped(Region region, InstanceId instanceId) implements InstanceEvent {
    /**
     * Refuses null.
     *
     * @param region where
     * @param instanceId the instance
     */
    public InstanceStopped {
      requireNonNull(region, "region");
      requireNonNull(instanceId, "instanceId");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state.changed(region, instanceId, instance -> instance.in(InstanceState.STOPPED));
    }
  }

  /**
   * An instance was terminated, and lost its instance store volumes. That its EBS volumes were
   * detached is told for each.
   *
   * @param region where
   * @param instanceId the instance
   * @param terminationTime when
   * @param stateReason why; empty if it was asked for
   */
  record InstanceTerminated(
      Region region,
      InstanceId instanceId,
      Instant terminationTime,
      Optional<StateReason> stateReason)
      implements InstanceEvent {
    /**
     * Refuses null.
     *
     * @param region where
     * @param instanceId the instance
     * @param terminationTime when
     * @param stateReason why; empty if it was asked for
     */
    public InstanceTerminated {
      requireNonNull(region, "region");
      requireNonNull(instanceId, "instanceId");
      requireNonNull(terminationTime, "terminationTime");
      requireNonNull(stateReason, "stateReason");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state.changed(
          region,
          instanceId,
          instance -> instance.in(InstanceState.TERMINATED).toBuilder()
              .stateReason(stateReason)
              .terminationTime(terminationTime)
              .virtualDevices(ImmutableMap.of())
              .build());
    }
  }

  /**
   * An instance got other tags.
   *
   * @param region where
   * @param instanceId the instance
   * @param tags its tags now
   */
  record InstanceTagged(Region region, InstanceId instanceId, Tags tags) implements InstanceEvent {
    /**
     * Refuses null.
     *
     * @param region where
     * @param instanceId the instance
     * @param tags its tags now
     */
    public InstanceTagged {
      requireNonNull(region, "region");
      requireNonNull(instanceId, "instanceId");
      requireNonNull(tags, "tags");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state.changed(
          region, instanceId, instance -> instance.toBuilder().tags(tags).build());
    }
  }
}
