package dev.amikit.registry.snapshot;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.VolumeId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.plan.NewSnapshot;
import dev.amikit.registry.plan.NewTags;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.plan.SnapshotCopy;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.SnapshotCreation;
import dev.amikit.registry.state.Volume;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.StoredSnapshot;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * {@code CreateSnapshot}: a snapshot of a volume as it is now, encrypted with the key of the volume
 * or not at all, whatever encryption by default says.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSnapshot.html">CreateSnapshot</a>
 */
@Value.Immutable
public abstract class CreateSnapshot implements Operation<Snapshot> {
  CreateSnapshot() {}

  /** {@return the volume, which the caller owns} */
  public abstract VolumeId volumeId();

  /** {@return what the snapshot is to be described as} */
  public abstract Optional<String> description();

  /** {@return the tags of the snapshot} */
  public abstract ImmutableList<TagSpecification> tagSpecifications();

  /** {@return an Outpost for the snapshot, which is refused} */
  public abstract Optional<String> outpostArn();

  /** {@return a zone for the snapshot, which is refused} */
  public abstract Optional<String> location();

  /** {@return a builder without a value} */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Outcome<Snapshot> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      Volume volume = plan.ownVolume(volumeId());
      NewTags.requireRoom(plan, tagSpecifications());
      return begin(plan, volume);
    });
  }

  private ImmutableList<Violation> malformed() {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    outpostArn()
        .or(this::location)
        .ifPresent(place -> broken.add(SnapshotCopy.IN_REGION.brokenBy("location", place)));
    SnapshotCopy.description(description()).ifPresent(broken::add);
    broken.addAll(NewTags.malformed(tagSpecifications(), TagSpecification.SNAPSHOT));
    return broken.build();
  }

  private Snapshot begin(Plan plan, Volume volume) {
    Snapshot snapshot = NewSnapshot.pending(plan, volume, description(), tagSpecifications());
    plan.happens(new RegistryEvent.SnapshotStored(plan.region(), StoredSnapshot.of(snapshot)));
    plan.begin(new SnapshotCreation(
        snapshot.snapshotId(), false, plan.caller(), plan.now(), plan.due(), plan.failure()));
    return answer(snapshot);
  }

  /** The snapshot without its data key, of which only DescribeSnapshots tells. */
  private static Snapshot answer(Snapshot snapshot) {
    return snapshot.toBuilder().dataEncryptionKeyId(Optional.empty()).build();
  }

  /** Builds a {@link CreateSnapshot}. */
  public static final class Builder extends ImmutableCreateSnapshot.Builder {
    Builder() {}
  }
}
