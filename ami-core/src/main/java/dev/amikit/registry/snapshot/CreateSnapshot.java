package dev.amikit.registry.snapshot;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.VolumeId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.plan.NewSnapshots;
import dev.amikit.registry.plan.NewTags;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.plan.SnapshotCopy;
import dev.amikit.registry.state.Task;
import dev.amikit.registry.state.Volume;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * {@code CreateSnapshot}: a snapshot of a volume as it is now, encrypted with the key of the volume
 * or not at all, whatever encryption by default says. Progress, key, tier and transfer type are
 * told by DescribeSnapshots only.
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
  public final Outcome<Snapshot> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      Volume volume = plan.ownVolume(volumeId());
      NewTags.requireRoom(plan, tagSpecifications());
      return begin(plan, volume);
    });
  }

  private ImmutableList<Violation> malformed() {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    outpostArn().ifPresent(arn -> broken.add(SnapshotCopy.IN_REGION.brokenBy("outpostArn", arn)));
    location().ifPresent(place -> broken.add(SnapshotCopy.IN_REGION.brokenBy("location", place)));
    SnapshotCopy.description(description()).ifPresent(broken::add);
    broken.addAll(NewTags.malformed(tagSpecifications(), TagSpecification.SNAPSHOT));
    return broken.build();
  }

  private Snapshot begin(Plan plan, Volume volume) {
    Snapshot snapshot = NewSnapshots.pending(
            plan,
            volume,
            description(),
            NewTags.tagsOf(tagSpecifications(), TagSpecification.SNAPSHOT))
        .build();
    NewSnapshots.begin(plan, snapshot, Task.Kind.SNAPSHOT_CREATION, Optional.empty());
    return answer(snapshot);
  }

  /** The snapshot without what only DescribeSnapshots tells of it. */
  static Snapshot answer(Snapshot snapshot) {
    return snapshot.toBuilder()
        .progress(OptionalInt.empty())
        .kmsKeyId(Optional.empty())
        .dataEncryptionKeyId(Optional.empty())
        .storageTier(Optional.empty())
        .transferType(Optional.empty())
        .build();
  }

  /** Builds a {@link CreateSnapshot}. The volume has to be set. */
  public static final class Builder {
    private final ImmutableCreateSnapshot.Builder members = new ImmutableCreateSnapshot.Builder();

    Builder() {}

    /**
     * Sets the volume that the snapshot is made of.
     *
     * @param volumeId the volume, which the caller owns
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder volumeId(VolumeId volumeId) {
      members.volumeId(volumeId);
      return this;
    }

    /**
     * Sets the volume, given as text.
     *
     * @param volumeId the text, such as {@code vol-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code volume-id.format}
     */
    @CanIgnoreReturnValue
    public Builder volumeId(String volumeId) {
      requireNonNull(volumeId, "volumeId");
      return volumeId(VolumeId.of(volumeId));
    }

    /**
     * Sets what the snapshot is to be described as.
     *
     * @param description the description, at most 255 characters
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder description(String description) {
      members.description(description);
      return this;
    }

    /**
     * Sets the description, or none.
     *
     * @param description the description; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder description(Optional<String> description) {
      requireNonNull(description, "description");
      members.description(description);
      return this;
    }

    /**
     * Sets the tags of the snapshot.
     *
     * @param tagSpecifications the tags, by type of resource
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder tagSpecifications(Iterable<? extends TagSpecification> tagSpecifications) {
      requireNonNull(tagSpecifications, "tagSpecifications");
      members.tagSpecifications(tagSpecifications);
      return this;
    }

    /**
     * Adds tags.
     *
     * @param tagSpecification the tags, and the type of the resources that get them
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addTagSpecification(TagSpecification tagSpecification) {
      requireNonNull(tagSpecification, "tagSpecification");
      members.addTagSpecification(tagSpecification);
      return this;
    }

    /**
     * Sets an Outpost for the snapshot, which is refused.
     *
     * @param outpostArn the Outpost
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder outpostArn(String outpostArn) {
      members.outpostArn(outpostArn);
      return this;
    }

    /**
     * Sets the Outpost, or none.
     *
     * @param outpostArn the Outpost; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder outpostArn(Optional<String> outpostArn) {
      requireNonNull(outpostArn, "outpostArn");
      members.outpostArn(outpostArn);
      return this;
    }

    /**
     * Sets a zone for the snapshot, which is refused.
     *
     * @param location the name of the zone
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder location(String location) {
      members.location(location);
      return this;
    }

    /**
     * Sets the zone, or none.
     *
     * @param location the zone; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder location(Optional<String> location) {
      requireNonNull(location, "location");
      members.location(location);
      return this;
    }

    /**
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without a volume
     */
    public CreateSnapshot build() {
      return members.build();
    }
  }
}
