package dev.amikit.registry.snapshot;

import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.StateReason;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.plan.CopyEncryption;
import dev.amikit.registry.plan.KmsKeys;
import dev.amikit.registry.plan.NewSnapshots;
import dev.amikit.registry.plan.NewTags;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.plan.SnapshotCopy;
import dev.amikit.registry.plan.UsableSnapshots;
import dev.amikit.registry.state.SnapshotCreation;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.tag.Tags;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * {@code CopySnapshot}: a copy in the Region that is asked, which belongs to the caller. An
 * encrypted copy is encrypted with the default key of that Region, unless another is named; one of
 * an encrypted source always is. Tags, permissions and the lock of the source stay behind.
 *
 * <p>A source that the caller may not read in its Region, or that is still pending, is found out
 * only later, and so is a key that cannot be used for another reason than being disabled: the copy
 * fails.
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
          "SNAP-27")
      .saying(quoted("Too many snapshot copies in progress."
          + " The limit is {limit} for this destination region."));

  /** The key that is named by an alias exists. */
  public static final Rule KEY_KNOWN = Rule.rule(
          "copy-snapshot.key-known",
          "the alias that a copy is to be encrypted by is one of the Region",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "observed: a recorded answer of CopySnapshot, September 2026",
          "ENC-06",
          "ID-20")
      .saying(recorded("The specified keyId {kmsKeyId} is invalid"));

  /** The key that is named can be used. */
  public static final Rule KEY_ENABLED = Rule.rule(
          "copy-snapshot.key-enabled",
          "the key that a copy is to be encrypted with is not disabled",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "observed: a recorded answer of CopySnapshot, September 2026",
          "ENC-06")
      .saying(recorded("The specified keyId {kmsKeyId} is disabled"));

  private static final StateReason NOT_FOUND =
      new StateReason("Client.InvalidSnapshot.NotFound", "Source snapshot is not found");
  private static final StateReason NOT_COMPLETE =
      new StateReason("Client.IncorrectState", "Source snapshot is not complete");

  CopySnapshot() {}

  /** {@return the Region of the source} */
  public abstract Region sourceRegion();

  /** {@return the snapshot to be copied; the copy fails if the caller may not read it} */
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
      kmsKeyId().ifPresent(named -> requireKey(plan, named));
      Optional<Snapshot> source = readable(plan);
      source
          .filter(found -> !found.state().equals(SnapshotState.PENDING))
          .ifPresent(found -> UsableSnapshots.requireUsable(ImmutableList.of(found)));
      NewTags.requireRoom(plan, tagSpecifications());
      int underWay = plan.underWay(Task.Kind.SNAPSHOT_COPY);
      int limit = plan.settings().quotas().snapshotCopies();
      plan.require(
          underWay < limit,
          () -> COPIES_LIMIT.brokenBy("", underWay + " copies").with("limit", limit));
      SnapshotCopy.requireThroughput(plan, completionDurationMinutes());
      return source.isPresent() ? begin(plan, source.get()) : beginOfNone(plan);
    });
  }

  private ImmutableList<Violation> malformed(Plan plan) {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    SnapshotCopy.sourceRegion(plan, sourceRegion()).ifPresent(broken::add);
    destinationOutpostArn()
        .ifPresent(
            arn -> broken.add(SnapshotCopy.IN_REGION.brokenBy("destinationOutpostArn", arn)));
    destinationAvailabilityZone()
        .ifPresent(zone ->
            broken.add(SnapshotCopy.IN_REGION.brokenBy("destinationAvailabilityZone", zone)));
    SnapshotCopy.description(description()).ifPresent(broken::add);
    encryption().malformed().ifPresent(broken::add);
    SnapshotCopy.completionDuration("completionDurationMinutes", completionDurationMinutes())
        .ifPresent(broken::add);
    broken.addAll(NewTags.malformed(tagSpecifications(), TagSpecification.SNAPSHOT));
    return broken.build();
  }

  /** Refuses a key that is named by an alias of none, or is disabled. */
  private static void requireKey(Plan plan, KmsKeyId named) {
    plan.require(
        !KmsKeys.isUnknownAlias(plan.state(), plan.region(), plan.caller(), named),
        KEY_KNOWN,
        "kmsKeyId",
        named);
    KmsKeys.resolve(plan.state(), plan.region(), plan.caller(), named)
        .ifPresent(key -> plan.require(
            !KmsKeys.isDisabled(plan.state(), plan.region(), plan.caller(), key),
            KEY_ENABLED,
            "kmsKeyId",
            key));
  }

  private Optional<Snapshot> readable(Plan plan) {
    return plan.state()
        .snapshot(sourceRegion(), sourceSnapshotId())
        .filter(snapshot -> !snapshot.isInRecycleBin())
        .filter(snapshot -> plan.state().in(sourceRegion()).isReadable(plan.caller(), snapshot));
  }

  private SnapshotId begin(Plan plan, Snapshot source) {
    CopyEncryption.Outcome outcome = encryption().of(plan, sourceRegion(), source, false);
    Snapshot copy = SnapshotCopy.pending(
        plan,
        plan.newSnapshotId(),
        source,
        outcome,
        description(),
        completionDurationMinutes(),
        tags());
    if (source.state().equals(SnapshotState.PENDING)) {
      return begin(plan, copy, Optional.of(NOT_COMPLETE));
    }
    return begin(
        plan,
        copy,
        outcome.isPossible() ? Optional.empty() : Optional.of(SnapshotCreation.KEY_NOT_ACCESSIBLE));
  }

  private SnapshotId beginOfNone(Plan plan) {
    Snapshot copy = SnapshotCopy.pendingOfNone(
        plan, plan.newSnapshotId(), description(), completionDurationMinutes(), tags());
    return begin(plan, copy, Optional.of(NOT_FOUND));
  }

  private static SnapshotId begin(Plan plan, Snapshot copy, Optional<StateReason> obstacle) {
    NewSnapshots.begin(plan, copy, Task.Kind.SNAPSHOT_COPY, obstacle);
    return copy.snapshotId();
  }

  private Tags tags() {
    return NewTags.tagsOf(tagSpecifications(), TagSpecification.SNAPSHOT);
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
     * @param sourceSnapshotId the snapshot; the copy fails if the caller may not read it
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
     * Sets whether the copy is to be encrypted. What is encrypted stays so, also if this is false.
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
