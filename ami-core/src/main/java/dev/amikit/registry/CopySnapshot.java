package dev.amikit.registry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.StateReason;
import dev.amikit.lifecycle.ModifyDescription;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TransferType;
import dev.amikit.tag.Tags;
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
  /** The source lies in a Region of the registry and of the same partition. */
  public static final Rule SOURCE_REGION = Rule.rule(
      "copy.source-region",
      "a copy comes from a Region that exists, of the same partition",
      ErrorCode.INVALID_REGION,
      "error codes, InvalidRegion",
      "COPY-02",
      "COPY-06",
      "ID-26",
      "ACCT-05");

  /** Copies are made for a Region; other places are not modelled. */
  public static final Rule IN_REGION = Rule.rule(
      "snapshot.in-region",
      "images and snapshots are made for a Region, neither for an Outpost nor for a zone",
      ErrorCode.UNSUPPORTED_OPERATION,
      "not modelled",
      "COPY-04",
      "COPY-05",
      "COPY-07",
      "SNAP-24",
      "SNAP-44");

  /** Whoever names a key says that the copy is to be encrypted. */
  public static final Rule KEY_REQUIRES_ENCRYPTED = Rule.rule(
      "copy.key-requires-encrypted",
      "a KMS key is named only together with encrypted being true",
      ErrorCode.INVALID_PARAMETER_DEPENDENCY,
      "API reference, CopyImage and CopySnapshot, KmsKeyId",
      "COPY-21",
      "ENC-10");

  /** Encryption cannot be taken away. */
  public static final Rule STAYS_ENCRYPTED = Rule.rule(
      "copy.stays-encrypted",
      "a copy of an encrypted snapshot is encrypted",
      ErrorCode.INVALID_REQUEST,
      "API reference, CopySnapshot, Encrypted; observed",
      "COPY-22",
      "ENC-01",
      "ENC-09");

  /** How long a time-based copy may take. */
  public static final Rule COMPLETION_DURATION = Rule.rule(
      "copy.completion-duration",
      "a time-based copy is asked for within 15 to 2880 minutes, in steps of 15",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, CopySnapshot, CompletionDurationMinutes",
      "COPY-32",
      "SNAP-29");

  /** How many copies can be under way. */
  public static final Rule FEW = Rule.rule(
      "copy-snapshot.few",
      "an account has at most 20 snapshot copies under way in a Region",
      ErrorCode.RESOURCE_LIMIT_EXCEEDED,
      "EBS User Guide, Quotas",
      "SNAP-27");

  static final StateReason KEY_NOT_ACCESSIBLE =
      new StateReason("Client.InternalError", "Given key ID is not accessible");

  static final VolumeId STAND_IN = VolumeId.of("vol-ffffffff");

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
    return ImmutableCopySnapshot.builder();
  }

  @Override
  public Outcome<SnapshotId> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed(plan));
      StoredSnapshot source = readable(plan);
      UsableSnapshots.requireUsable(plan, ImmutableMap.of(sourceSnapshotId(), source));
      encryption().removed(source.snapshot()).ifPresent(v -> plan.requireNone(ImmutableList.of(v)));
      plan.requireNone(
          TagSpecification.tooMany(tagSpecifications(), plan.settings().quotas().tags()));
      int underWay = plan.here().usage(plan.caller()).snapshotCopies();
      plan.require(
          underWay < plan.settings().quotas().snapshotCopies(), FEW, "", underWay + " copies");
      return begin(plan, source);
    });
  }

  private ImmutableList<Violation> malformed(Plan plan) {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    sourceRegion(plan, sourceRegion()).ifPresent(broken::add);
    destinationOutpostArn()
        .or(this::destinationAvailabilityZone)
        .ifPresent(place -> broken.add(IN_REGION.brokenBy("destination", place)));
    description(description()).ifPresent(broken::add);
    encryption().malformed().ifPresent(broken::add);
    completionDuration("completionDurationMinutes", completionDurationMinutes())
        .ifPresent(broken::add);
    broken.addAll(TagSpecification.malformed(tagSpecifications(), TagSpecification.SNAPSHOT));
    return broken.build();
  }

  private StoredSnapshot readable(Plan plan) {
    return plan.state()
        .snapshot(sourceRegion(), sourceSnapshotId())
        .filter(stored -> !stored.isInRecycleBin())
        .filter(stored ->
            SnapshotAccess.isReadable(plan.state(), sourceRegion(), plan.caller(), stored))
        .orElseThrow(() -> Plan.notFound(sourceSnapshotId()).toException());
  }

  private SnapshotId begin(Plan plan, StoredSnapshot source) {
    SnapshotId id = SnapshotId.of(plan.newId("snap-"));
    CopyEncryption.Outcome outcome =
        encryption().of(plan, sourceRegion(), source.snapshot(), false);
    plan.happens(new RegistryEvent.SnapshotStored(
        plan.region(),
        copy(
            plan,
            id,
            source,
            outcome,
            description(),
            completionDurationMinutes(),
            TagSpecification.tagsOf(tagSpecifications(), TagSpecification.SNAPSHOT))));
    plan.happens(new RegistryEvent.WorkBegun(
        plan.region(),
        new Work.OnSnapshot(
            id,
            true,
            plan.caller(),
            plan.now(),
            NewImage.due(plan),
            outcome.isPossible()
                ? plan.settings().completion().failure()
                : Optional.of(KEY_NOT_ACCESSIBLE))));
    return id;
  }

  private CopyEncryption encryption() {
    return new CopyEncryption(encrypted(), kmsKeyId());
  }

  /** That a source Region is not one to copy from. */
  static Optional<Violation> sourceRegion(Plan plan, Region from) {
    boolean exists =
        plan.settings().regions().isEmpty() || plan.settings().regions().contains(from);
    return exists && from.partition().equals(plan.region().partition())
        ? Optional.empty()
        : Optional.of(SOURCE_REGION.brokenBy("sourceRegion", from));
  }

  /** That a description is too long. */
  static Optional<Violation> description(Optional<String> description) {
    return description
        .filter(text -> !ModifyDescription.isShortEnough(text))
        .map(text -> ModifyDescription.LENGTH.brokenBy("description", text));
  }

  /** That a duration is none that can be asked for. */
  static Optional<Violation> completionDuration(String path, OptionalInt minutes) {
    return minutes.stream()
        .filter(n -> n < 15 || n > 2880 || n % 15 != 0)
        .mapToObj(n -> COMPLETION_DURATION.brokenBy(path, n))
        .findFirst();
  }

  /** A copy of a snapshot as it is while it is being made. */
  static StoredSnapshot copy(
      Plan plan,
      SnapshotId id,
      StoredSnapshot source,
      CopyEncryption.Outcome outcome,
      Optional<String> description,
      OptionalInt completionDurationMinutes,
      Tags tags) {
    Snapshot original = source.snapshot();
    Snapshot copy = Snapshot.builder()
        .snapshotId(id)
        .ownerId(plan.caller())
        .ownerAlias(plan.state().profile(plan.caller()).ownerAlias())
        .state(SnapshotState.PENDING)
        .progress(0)
        .startTime(plan.now())
        .volumeId(STAND_IN)
        .volumeSize(original.volumeSize())
        .fullSnapshotSizeInBytes(original.fullSnapshotSizeInBytes())
        .description(description)
        .encrypted(outcome.isEncrypted())
        .kmsKeyId(outcome.key())
        .dataEncryptionKeyId(DataKeys.ofCopy(original, outcome.key()))
        .storageTier(StorageTier.STANDARD)
        .transferType(
            completionDurationMinutes.isPresent() ? TransferType.TIME_BASED : TransferType.STANDARD)
        .completionDurationMinutes(completionDurationMinutes)
        .productCodes(original.productCodes())
        .tags(tags)
        .build();
    return StoredSnapshot.builder()
        .snapshot(copy)
        .platformDetails(source.platformDetails())
        .usageOperation(source.usageOperation())
        .build();
  }

  /** Builds a {@link CopySnapshot}. Source Region and source have to be set. */
  public abstract static class Builder {
    Builder() {}

    /**
     * Sets the Region of the source.
     *
     * @param sourceRegion the Region, of the same partition
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder sourceRegion(Region sourceRegion);

    /**
     * Sets the Region of the source, given as text.
     *
     * @param sourceRegion the text, such as {@code us-east-1}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code region.format}
     */
    @CanIgnoreReturnValue
    public final Builder sourceRegion(String sourceRegion) {
      return sourceRegion(Region.of(sourceRegion));
    }

    /**
     * Sets the snapshot to be copied.
     *
     * @param sourceSnapshotId the snapshot, which the caller may read
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder sourceSnapshotId(SnapshotId sourceSnapshotId);

    /**
     * Sets the snapshot to be copied, given as text.
     *
     * @param sourceSnapshotId the text, such as {@code snap-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code snapshot-id.kind} or
     *     {@code snapshot-id.format}
     */
    @CanIgnoreReturnValue
    public final Builder sourceSnapshotId(String sourceSnapshotId) {
      return sourceSnapshotId(SnapshotId.of(sourceSnapshotId));
    }

    /**
     * Sets what the copy is to be described as. That of the source is not taken.
     *
     * @param description the description, at most 255 characters
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder description(String description);

    /**
     * Sets the description, or none.
     *
     * @param description the description; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder description(Optional<String> description);

    /**
     * Sets whether the copy is to be encrypted. What is encrypted stays so.
     *
     * @param encrypted whether it is
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder encrypted(boolean encrypted);

    /**
     * Sets whether the copy is to be encrypted, or leaves it open.
     *
     * @param encrypted whether it is; empty leaves it open
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder encrypted(Optional<Boolean> encrypted);

    /**
     * Sets the key to encrypt with; together with {@link #encrypted(boolean)}. Without one the
     * default key of the Region is taken.
     *
     * @param kmsKeyId the key, as ID, alias or ARN
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder kmsKeyId(KmsKeyId kmsKeyId);

    /**
     * Sets the key, given as text.
     *
     * @param kmsKeyId the text, such as {@code alias/golden}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code kms-key-id.format}
     */
    @CanIgnoreReturnValue
    public final Builder kmsKeyId(String kmsKeyId) {
      return kmsKeyId(KmsKeyId.of(kmsKeyId));
    }

    /**
     * Sets the key, or none.
     *
     * @param kmsKeyId the key; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder kmsKeyId(Optional<? extends KmsKeyId> kmsKeyId);

    /**
     * Sets within how long the copy is asked for. It takes no less time for that.
     *
     * @param completionDurationMinutes the duration in minutes, from 15 to 2,880 in steps of 15
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder completionDurationMinutes(int completionDurationMinutes);

    /**
     * Sets the duration, or none.
     *
     * @param completionDurationMinutes the duration; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder completionDurationMinutes(OptionalInt completionDurationMinutes);

    /**
     * Sets the tags of the copy.
     *
     * @param tagSpecifications the tags, by type of resource
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder tagSpecifications(
        Iterable<? extends TagSpecification> tagSpecifications);

    /**
     * Adds tags.
     *
     * @param tagSpecification the tags, and the type of the resources that get them
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder addTagSpecification(TagSpecification tagSpecification);

    /**
     * Sets an Outpost for the copy, which is refused.
     *
     * @param destinationOutpostArn the Outpost
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder destinationOutpostArn(String destinationOutpostArn);

    /**
     * Sets the Outpost, or none.
     *
     * @param destinationOutpostArn the Outpost; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder destinationOutpostArn(Optional<String> destinationOutpostArn);

    /**
     * Sets a zone for the copy, which is refused.
     *
     * @param destinationAvailabilityZone the name of the zone
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder destinationAvailabilityZone(String destinationAvailabilityZone);

    /**
     * Sets the zone, or none.
     *
     * @param destinationAvailabilityZone the zone; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder destinationAvailabilityZone(
        Optional<String> destinationAvailabilityZone);

    /**
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without source Region or source
     */
    public final CopySnapshot build() {
      return make();
    }

    abstract CopySnapshot make();
  }
}
