package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.VolumeId;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.tag.Tags;
import org.jspecify.annotations.Nullable;

/** Assertions on an instance. */
public final class InstanceAssert extends ResourceAssert<InstanceAssert, Instance> {
  InstanceAssert(@Nullable Instance actual) {
    super(actual, InstanceAssert.class, Instance.class);
  }

  @Override
  InstanceId name(Instance instance) {
    return instance.instanceId();
  }

  @Override
  AccountId owner(Instance instance) {
    return instance.ownerId();
  }

  @Override
  Tags tags(Instance instance) {
    return instance.tags();
  }

  /**
   * Checks the state.
   *
   * @param state the state that the instance is to be in
   * @return this
   */
  @CanIgnoreReturnValue
  public InstanceAssert isInState(InstanceState state) {
    requireNonNull(state, "state");
    InstanceState found = value().state();
    return check(found == state, "be " + state, "it is " + found);
  }

  /** {@return this, if the instance is running} */
  @CanIgnoreReturnValue
  public InstanceAssert isRunning() {
    return isInState(InstanceState.RUNNING);
  }

  /** {@return this, if the instance is terminated} */
  @CanIgnoreReturnValue
  public InstanceAssert isTerminated() {
    return isInState(InstanceState.TERMINATED);
  }

  /**
   * Checks which image the instance was launched from.
   *
   * @param image the image
   * @return this
   */
  @CanIgnoreReturnValue
  public InstanceAssert isLaunchedFrom(ImageId image) {
    requireNonNull(image, "image");
    ImageId found = value().image().imageId();
    return check(found.equals(image), "be launched from " + image, "it is from " + found);
  }

  /**
   * Checks that a volume is attached to the instance.
   *
   * @param volume the volume
   * @return this
   */
  @CanIgnoreReturnValue
  public InstanceAssert hasVolume(VolumeId volume) {
    requireNonNull(volume, "volume");
    ImmutableList<VolumeId> found = value().volumes().values().stream()
        .map(Instance.Attachment::volumeId)
        .collect(ImmutableList.toImmutableList());
    return check(found.contains(volume), "have the volume " + volume, "its volumes are " + found);
  }
}
