package dev.amikit.registry.snapshot;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.plan.CopyEncryption;
import dev.amikit.registry.plan.NewSnapshots;
import dev.amikit.registry.plan.NewTags;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.plan.SnapshotCopy;
import dev.amikit.registry.plan.UsableSnapshots;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * {@code CopySnapshot}: a copy in the Region that is asked, which belongs to the caller. An
 * encrypted copy is encrypted with the default key of that Region, unless another is named. Tags,
 * permissions and the lock of the source stay behind.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CopySnapshot.html">CopySnapshot</a>
 */
@Value.Immutable
public abstract class CopySnapshot implements Operation<SnapshotId> {
  /** How many copies can be under way. */
  public static final Rule COPIES_LIMIT = Rule.rule(
      "copy-snapshot.few",
      "an account has at most 20 snapshot copies under way in a Region",
      ErrorCode.RESOURCE_LIMIT_EXCEEDED,
      "EBS User Guide, Quotas",
      "SNAP-27");

  CopySnapshot() {}

  /** {@return the Region of the source} */
  public abstract Region sourceRegion();

  /** {@return the snapshot to be copied, which the caller may read} */
  public abstract SnapshotId sourceSnapshotId();

  /** {@return what the copy is to be described as} */
  public abstract Optional<String> description();

  /** {@return whether the copy is to be encrypted} */
  public abstract Optional<Boolean> encrypted();

  /** {@return the key to encrypt the copy with} */
  public abstract Optional<KmsKeyId> kmsKeyId();

  /** {@return within how many minutes the copy is asked for; it takes no less time for that} */
  public abstract OptionalInt completionDurationMinutes();

  /** {@return the tags of the copy} */
  public abstract ImmutableList<TagSpecification> tagSpecifications();

  /** {@return an Outpost for the copy, which is refused} */
  public abstract Optional<String> destinationOutpostArn();

  /** {@return a zone for the copy, which is refused} */
  public abstract Optional<String> destinationAvailabilityZone();

  /** {@return a builder without a value} */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public final Outcome<SnapshotId> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed(plan));
      Snapshot source = readable(plan);
      UsableSnapshots.requireUsable(plan, ImmutableMap.of(sourceSnapshotId(), source));
      encryption().removed(source).ifPresent(v -> plan.requireNone(ImmutableList.of(v)));
      NewTags.requireRoom(plan, tagSpecifications());
      int underWay = plan.underWay(Task.Kind.SNAPSHOT_COPY);
      plan.require(
          underWay < plan.settings().quotas().snapshotCopies(),
          COPIES_LIMIT,
          "",
          underWay + " copies");
      return begin(plan, source);
    });
  }

  private ImmutableList<Violation> malformed(Plan plan) {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    SnapshotCopy.sourceRegion(plan, sourceRegion()).ifPresent(broken::add);
    destinationOutpostArn()
        .or(this::destinationAvailabilityZone)
        .ifPresent(place -> broken.add(SnapshotCopy.IN_REGION.brokenBy("destination", place)));
    SnapshotCopy.description(description()).ifPresent(broken::add);
    encryption().malformed().ifPresent(broken::add);
    SnapshotCopy.completionDuration("completionDurationMinutes", completionDurationMinutes())
        .ifPresent(broken::add);
    broken.addAll(NewTags.malformed(tagSpecifications(), TagSpecification.SNAPSHOT));
    return broken.build();
  }

  private Snapshot readable(Plan plan) {
    return plan.state()
        .snapshot(sourceRegion(), sourceSnapshotId())
        .filter(snapshot -> !snapshot.isInRecycleBin())
        .filter(snapshot -> plan.state().in(sourceRegion()).isReadable(plan.caller(), snapshot))
        .orElseThrow(() -> Plan.notFound(sourceSnapshotId()).toException());
  }

  private SnapshotId begin(Plan plan, Snapshot source) {
    SnapshotId id = plan.newSnapshotId();
    CopyEncryption.Outcome outcome = encryption().of(plan, sourceRegion(), source, false);
    NewSnapshots.begin(
        plan,
        SnapshotCopy.pending(
            plan,
            id,
            source,
            outcome,
            description(),
            completionDurationMinutes(),
            NewTags.tagsOf(tagSpecifications(), TagSpecification.SNAPSHOT)),
        Task.Kind.SNAPSHOT_COPY,
        outcome.isPossible() ? Optional.empty() : Optional.of(SnapshotCopy.KEY_NOT_ACCESSIBLE));
    return id;
  }

  private CopyEncryption encryption() {
    return new CopyEncryption(encrypted(), kmsKeyId());
  }

  /** Builds a {@link CopySnapshot}. Source Region and source have to be set. */
  public static final class Builder {
    private final ImmutableCopySnapshot.Builder members = new ImmutableCopySnapshot.Builder();

    Builder() {}

    /**
     * Sets the Region of the source.
     *
     * @param sourceRegion the Region, of the same partition
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder sourceRegion(Region sourceRegion) {
      members.sourceRegion(sourceRegion);
      return this;
    }

    /**
     * Sets the Region of the source, given as text.
     *
     * @param sourceRegion the text, such as {@code us-east-1}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code region.format}
     */
    @CanIgnoreReturnValue
    public Builder sourceRegion(String sourceRegion) {
      requireNonNull(sourceRegion, "sourceRegion");
      return sourceRegion(Region.of(sourceRegion));
    }

    /**
     * Sets the snapshot to be copied.
     *
     * @param sourceSnapshotId the snapshot, which the caller may read
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder sourceSnapshotId(SnapshotId sourceSnapshotId) {
      members.sourceSnapshotId(sourceSnapshotId);
      return this;
    }

    /**
     * Sets the snapshot to be copied, given as text.
     *
     * @param sourceSnapshotId the text, such as {@code snap-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code snapshot-id.kind} or
     *     {@code snapshot-id.format}
     */
    @CanIgnoreReturnValue
    public Builder sourceSnapshotId(String sourceSnapshotId) {
      requireNonNull(sourceSnapshotId, "sourceSnapshotId");
      return sourceSnapshotId(SnapshotId.of(sourceSnapshotId));
    }

    /**
     * Sets what the copy is to be described as. That of the source is not taken.
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
     * Sets whether the copy is to be encrypted. What is encrypted stays so.
     *
     * @param encrypted whether it is
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder encrypted(boolean encrypted) {
      members.encrypted(encrypted);
      return this;
    }

    /**
     * Sets whether the copy is to be encrypted, or leaves it open.
     *
     * @param encrypted whether it is; empty leaves it open
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder encrypted(Optional<Boolean> encrypted) {
      requireNonNull(encrypted, "encrypted");
      members.encrypted(encrypted);
      return this;
    }

    /**
     * Sets the key to encrypt with; together with {@link #encrypted(boolean)}. Without one the
     * default key of the Region is taken.
     *
     * @param kmsKeyId the key, as ID, alias or ARN
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder kmsKeyId(KmsKeyId kmsKeyId) {
      members.kmsKeyId(kmsKeyId);
      return this;
    }

    /**
     * Sets the key, given as text.
     *
     * @param kmsKeyId the text, such as {@code alias/golden}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code kms-key-id.format}
     */
    @CanIgnoreReturnValue
    public Builder kmsKeyId(String kmsKeyId) {
      requireNonNull(kmsKeyId, "kmsKeyId");
      return kmsKeyId(KmsKeyId.of(kmsKeyId));
    }

    /**
     * Sets the key, or none.
     *
     * @param kmsKeyId the key; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder kmsKeyId(Optional<? extends KmsKeyId> kmsKeyId) {
      requireNonNull(kmsKeyId, "kmsKeyId");
      members.kmsKeyId(kmsKeyId);
      return this;
    }

    /**
     * Sets within how long the copy is asked for. It takes no less time for that.
     *
     * @param completionDurationMinutes the duration in minutes, from 15 to 2,880 in steps of 15
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder completionDurationMinutes(int completionDurationMinutes) {
      members.completionDurationMinutes(completionDurationMinutes);
      return this;
    }

    /**
     * Sets the duration, or none.
     *
     * @param completionDurationMinutes the duration; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder completionDurationMinutes(OptionalInt completionDurationMinutes) {
      requireNonNull(completionDurationMinutes, "completionDurationMinutes");
      members.completionDurationMinutes(completionDurationMinutes);
      return this;
    }

    /**
     * Sets the tags of the copy.
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
     * Sets an Outpost for the copy, which is refused.
     *
     * @param destinationOutpostArn the Outpost
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder destinationOutpostArn(String destinationOutpostArn) {
      members.destinationOutpostArn(destinationOutpostArn);
      return this;
    }

    /**
     * Sets the Outpost, or none.
     *
     * @param destinationOutpostArn the Outpost; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder destinationOutpostArn(Optional<String> destinationOutpostArn) {
      requireNonNull(destinationOutpostArn, "destinationOutpostArn");
      members.destinationOutpostArn(destinationOutpostArn);
      return this;
    }

    /**
     * Sets a zone for the copy, which is refused.
     *
     * @param destinationAvailabilityZone the name of the zone
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder destinationAvailabilityZone(String destinationAvailabilityZone) {
      members.destinationAvailabilityZone(destinationAvailabilityZone);
      return this;
    }

    /**
     * Sets the zone, or none.
     *
     * @param destinationAvailabilityZone the zone; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder destinationAvailabilityZone(Optional<String> destinationAvailabilityZone) {
      requireNonNull(destinationAvailabilityZone, "destinationAvailabilityZone");
      members.destinationAvailabilityZone(destinationAvailabilityZone);
      return this;
    }

    /**
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without source Region or source
     */
    public CopySnapshot build() {
      return members.build();
    }
  }
}
