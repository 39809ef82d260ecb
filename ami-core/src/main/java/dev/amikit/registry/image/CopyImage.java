package dev.amikit.registry.image;

import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.MessageTemplate.recorded;
import static dev.amikit.rule.MessageTemplate.tested;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.ImageId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.Region;
import dev.amikit.id.ResourceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageName;
import dev.amikit.image.ImageType;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.plan.ClientToken;
import dev.amikit.registry.plan.CopyEncryption;
import dev.amikit.registry.plan.NewImages;
import dev.amikit.registry.plan.NewTags;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.plan.SnapshotCopy;
import dev.amikit.registry.plan.TagRules;
import dev.amikit.registry.plan.UsableSnapshots;
import dev.amikit.registry.state.ImageCreation;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import dev.amikit.visibility.Viewer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * {@code CopyImage}: a copy of an image and of its snapshots in the Region that is asked, which
 * belongs to the caller. Permissions, protection and deprecation stay behind; watermarks and
 * product codes come along. The mapping names the new snapshots once the copy is available.
 *
 * <p>What is encrypted stays so. A copy that is encrypted gets the key that is named, else the
 * default key of the Region; only a copy within the Region about whose encryption nothing is said
 * keeps the key of the caller's own snapshot. A key that cannot be used makes the copy fail later.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CopyImage.html">CopyImage</a>
 */
@Value.Immutable
public abstract class CopyImage implements Operation<ImageId> {
  private static final MessageTemplate IS_GONE =
      recorded("The image ID '{imageId}' is no longer available");
  private static final MessageTemplate HAS_BILLING_PRODUCT =
      quoted("Images with EC2 BillingProduct codes cannot be copied to another AWS account.");

  /** Kernels and RAM disks are AWS's, and have no copies. */
  public static final Rule MACHINE = Rule.rule(
          "copy-image.machine",
          "only a machine image is copied, neither a kernel nor a RAM disk",
          ErrorCode.INVALID_AMI_ID_NOT_FOUND,
          "error codes, InvalidAMIID.NotFound; inferred from RunInstances, for which there are only"
              + " machine images",
          "COPY-08",
          "LAUNCH-11")
      .saying(tested("The image id '[{imageId}]' does not exist"));

  /** The source is available, or disabled and the caller's own. */
  public static final Rule SOURCE_STATE = Rule.rule(
          "copy-image.source-state",
          "an image is copied while it is available, by its owner also while it is disabled",
          ErrorCode.INVALID_AMI_ID_UNAVAILABLE,
          "EC2 User Guide, Copy an AMI",
          "COPY-09")
      .saying(
          quoted(
              "The AMI ID '{imageId}' is currently {state} and may not be used for this operation"),
          IS_GONE);

  /** The caller may read every snapshot of the source. */
  public static final Rule STORAGE_READABLE = Rule.rule(
          "copy-image.storage-readable",
          "whoever copies an image may read all its snapshots",
          ErrorCode.INVALID_REQUEST,
          "EC2 User Guide, How Amazon EC2 AMI copy works; observed: answers of CopyImage that users"
              + " quote",
          "COPY-10",
          "MTX-30",
          "PUB-15",
          "SPERM-08",
          "ENC-15")
      .saying(quoted("You do not have permission to access the storage of this ami"));

  /** Paid images stay with their account. */
  public static final Rule NO_FOREIGN_PRODUCTS = Rule.rule(
          "copy-image.no-foreign-products",
          "an image with product codes, or billed as a billing product that is known, is"
              + " copied only within its account",
          ErrorCode.INVALID_REQUEST,
          "EC2 User Guide, Copy an AMI; observed: answers of CopyImage that users quote",
          "COPY-11",
          "COPY-12",
          "MTX-31",
          "PAID-08")
      .saying(
          quoted("Images from AWS Marketplace cannot be copied to another AWS account."),
          HAS_BILLING_PRODUCT);

  /** Only EBS snapshots are encrypted. */
  public static final Rule ENCRYPTION_REQUIRES_EBS = Rule.rule(
          "copy-image.encryption-requires-ebs",
          "encryption is asked for only where the image has an EBS root",
          ErrorCode.INVALID_PARAMETER_COMBINATION,
          "EC2 User Guide, How Amazon EC2 AMI copy works",
          "COPY-25",
          "ENC-03")
      .saying(own(
          "The parameter encrypted cannot be used with an AMI that has an instance store root"));

  /** How many copies can be under way. */
  public static final Rule COPIES_LIMIT = Rule.rule(
          "copy-image.few",
          "an account has at most 300 image copies under way in a Region, unless its quota"
              + " is another",
          ErrorCode.RESOURCE_LIMIT_EXCEEDED,
          "EC2 User Guide, How Amazon EC2 AMI copy works",
          "COPY-34",
          "QUOTA-07")
      .saying(
          quoted("Too many snapshot copies in progress. The limit is {limit} for this destination"
              + " region."));

  CopyImage() {}

  /** {@return the Region of the source} */
  public abstract Region sourceRegion();

  /** {@return the image to be copied} */
  public abstract ImageId sourceImageId();

  /** {@return the name of the copy; other images of the caller may have it already} */
  public abstract ImageName name();

  /** {@return what the copy is to be described as; that of the source is not taken} */
  public abstract Optional<String> description();

  /** {@return whether the snapshots of the copy are to be encrypted} */
  public abstract Optional<Boolean> encrypted();

  /** {@return the key to encrypt them with} */
  public abstract Optional<KmsKeyId> kmsKeyId();

  /** {@return whether the copy gets the tags that the caller has on the source} */
  public abstract boolean copyImageTags();

  /** {@return the tags of the copy and of its snapshots; they win over copied ones} */
  public abstract ImmutableList<TagSpecification> tagSpecifications();

  /** {@return within how many minutes each snapshot copy is asked for} */
  public abstract OptionalInt snapshotCopyCompletionDurationMinutes();

  /** {@return what makes a repeated request the same request} */
  public abstract Optional<String> clientToken();

  /** {@return an Outpost for the copy, which is refused} */
  public abstract Optional<String> destinationOutpostArn();

  /** {@return a zone for the copy by its name, which is refused} */
  public abstract Optional<String> destinationAvailabilityZone();

  /** {@return a zone for the copy by its ID, which is refused} */
  public abstract Optional<String> destinationAvailabilityZoneId();

  /** {@return a builder of a request that copies no tags} */
  public static Builder builder() {
    return new Builder().copyImageTags(false);
  }

  /** {@return a builder with the values of this request} */
  public final Builder toBuilder() {
    return new Builder().from(this);
  }

  @Override
  public final Outcome<ImageId> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed(plan));
      Optional<ClientToken> token = ClientToken.of("CopyImage", clientToken(), this::inOrder);
      Optional<ResourceId> earlier = token.flatMap(known -> known.answeredBefore(plan));
      if (earlier.isPresent()) {
        return (ImageId) earlier.get();
      }
      Ami source = source(plan);
      ImmutableMap<SnapshotId, Snapshot> snapshots = requireCopyable(plan, source);
      ImageId id = copy(plan, source, snapshots);
      token.ifPresent(used -> used.standsFor(plan, id));
      return id;
    });
  }

  private ImmutableList<Violation> malformed(Plan plan) {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    broken.addAll(NewImages.malformed(name(), description()));
    SnapshotCopy.sourceRegion(plan, sourceRegion()).ifPresent(broken::add);
    ImmutableMap.of(
            "destinationOutpostArn", destinationOutpostArn(),
            "destinationAvailabilityZone", destinationAvailabilityZone(),
            "destinationAvailabilityZoneId", destinationAvailabilityZoneId())
        .forEach((path, place) ->
            place.ifPresent(any -> broken.add(SnapshotCopy.IN_REGION.brokenBy(path, any))));
    encryption().malformed().ifPresent(broken::add);
    SnapshotCopy.completionDuration(
            "snapshotCopyCompletionDurationMinutes", snapshotCopyCompletionDurationMinutes())
        .ifPresent(broken::add);
    ClientToken.malformedLong(clientToken()).ifPresent(broken::add);
    broken.addAll(
        NewTags.malformed(tagSpecifications(), TagSpecification.IMAGE, TagSpecification.SNAPSHOT));
    return broken.build();
  }

  /** Equal to equal requests; tags have no order. */
  private CopyImage inOrder() {
    return toBuilder().tagSpecifications(NewTags.inOrder(tagSpecifications())).build();
  }

  private Ami source(Plan plan) {
    Viewer viewer = plan.state().viewer(sourceRegion(), plan.caller(), plan.now());
    Ami source = plan.state()
        .image(sourceRegion(), sourceImageId())
        .filter(viewer::isPermitted)
        .orElseThrow(() -> Plan.notFound(sourceImageId(), "sourceImageId"));
    plan.requireAllowed(viewer, source, "sourceImageId");
    plan.require(
        source.imageType().equals(ImageType.MACHINE),
        () -> MACHINE.brokenBy("sourceImageId", sourceImageId()).with("imageId", sourceImageId()));
    return source;
  }

  /** Refuses unless the image can be copied as asked; else tells its snapshots. */
  private ImmutableMap<SnapshotId, Snapshot> requireCopyable(Plan plan, Ami source) {
    AmiStage stage = AmiStage.of(source);
    plan.require(
        stage == AmiStage.AVAILABLE || stage == AmiStage.DISABLED, () -> wrongStage(source, stage));
    ImmutableMap<SnapshotId, Snapshot> snapshots = requireReadable(plan, source);
    if (!source.ownerId().equals(plan.caller())) {
      requireNoProducts(plan, source);
    }
    UsableSnapshots.requireUsable(snapshots.values());
    plan.require(
        source.hasEbsRoot() || encrypted().isEmpty() && kmsKeyId().isEmpty(),
        ENCRYPTION_REQUIRES_EBS,
        "encrypted",
        encrypted());
    plan.requireNone(snapshots.values().stream()
        .flatMap(snapshot -> encryption().removed(snapshot).stream())
        .collect(ImmutableList.toImmutableList()));
    requireQuotas(plan, source);
    SnapshotCopy.requireThroughput(
        plan, snapshotCopyCompletionDurationMinutes(), snapshots.values());
    return snapshots;
  }

  private static Violation wrongStage(Ami source, AmiStage stage) {
    Violation wrongStage = SOURCE_STATE
        .brokenBy("sourceImageId", source.imageId())
        .with("imageId", source.imageId())
        .with("state", stage);
    return stage == AmiStage.DEREGISTERED ? wrongStage.saying(IS_GONE) : wrongStage;
  }

  private static void requireNoProducts(Plan plan, Ami source) {
    plan.require(
        source.productCodes().stream().noneMatch(ProductCode::isMarketplace),
        NO_FOREIGN_PRODUCTS,
        "sourceImageId",
        source.imageId());
    plan.require(
        source.productCodes().isEmpty()
            && plan.settings().billingProducts().values().stream()
                .noneMatch(product ->
                    source.usageOperation().equals(Optional.of(product.usageOperation()))),
        () -> NO_FOREIGN_PRODUCTS
            .brokenBy("sourceImageId", source.imageId())
            .saying(HAS_BILLING_PRODUCT));
  }

  private ImmutableMap<SnapshotId, Snapshot> requireReadable(Plan plan, Ami source) {
    plan.require(
        !source.hasEbsRoot() || hasRootSnapshot(source),
        STORAGE_READABLE,
        "sourceImageId",
        source.imageId());
    return ImmutableMap.copyOf(Maps.asMap(
        source.snapshotIds(),
        id -> plan.state()
            .snapshot(sourceRegion(), id)
            .filter(found -> !found.isInRecycleBin())
            .filter(found -> plan.state().in(sourceRegion()).isReadable(plan.caller(), found))
            .orElseThrow(() -> Plan.refused(STORAGE_READABLE, "sourceImageId", source.imageId()))));
  }

  private static boolean hasRootSnapshot(Ami source) {
    return source.blockDeviceMappings().stream()
        .filter(device -> source.bootsFrom(device.deviceName()))
        .anyMatch(device -> device.snapshotId().isPresent());
  }

  private void requireQuotas(Plan plan, Ami source) {
    int mostTags = plan.settings().quotas().tags();
    plan.requireNone(ImmutableList.<Violation>builder()
        .addAll(NewTags.tooMany(tagSpecifications(), mostTags))
        .addAll(TagRules.tooMany(imageTags(plan, source), mostTags, "copyImageTags", true).stream()
            .iterator())
        .build());
    NewImages.requireQuota(plan);
    int underWay = plan.underWay(Task.Kind.IMAGE_COPY);
    int limit = plan.settings().quotas().imageCopies();
    plan.require(
        underWay < limit,
        () -> COPIES_LIMIT
            .brokenBy("", underWay + " copies")
            .with("limit", limit)
            .hinting("at most " + limit));
  }

  private ImageId copy(Plan plan, Ami source, Map<SnapshotId, Snapshot> snapshots) {
    ImageId id = plan.newImageId();
    Map<SnapshotId, Snapshot> copies = new LinkedHashMap<>();
    boolean isPossible = true;
    for (Snapshot original : snapshots.values()) {
      CopyEncryption.Outcome outcome =
          encryption().of(plan, sourceRegion(), original, isKeyKept(plan, original));
      isPossible &= outcome.isPossible();
      Snapshot copy = SnapshotCopy.pending(
          plan,
          plan.newSnapshotId(),
          original,
          outcome,
          Optional.of(snapshotDescription(plan, id, original)),
          snapshotCopyCompletionDurationMinutes(),
          NewTags.tagsOf(tagSpecifications(), TagSpecification.SNAPSHOT));
      copies.put(original.snapshotId(), copy);
      plan.happens(new RegistryEvent.SnapshotCreated(plan.region(), copy));
    }
    ImmutableMap<DeviceName, EbsBlockDevice> volumes = NewImages.volumesLike(source, copies);
    return NewImages.begin(
        plan,
        NewImages.pendingLike(plan, id, source, sourceRegion(), name(), volumes)
            .description(description())
            .tags(imageTags(plan, source)),
        volumes,
        Task.Kind.IMAGE_COPY,
        isPossible ? Optional.empty() : Optional.of(ImageCreation.COPY_FAILED));
  }

  private boolean isKeyKept(Plan plan, Snapshot original) {
    return sourceRegion().equals(plan.region()) && original.ownerId().equals(plan.caller());
  }

  private String snapshotDescription(Plan plan, ImageId id, Snapshot original) {
    return "Copied for DestinationAmi " + id + " from SourceAmi " + sourceImageId()
        + " for SourceSnapshot " + original.snapshotId() + ". Task created on "
        + String.format(Locale.ROOT, "%,d", plan.now().toEpochMilli()) + ".";
  }

  private Tags imageTags(Plan plan, Ami source) {
    Tags copied = copyImageTags()
        ? plan.state().tags(sourceRegion(), plan.caller(), source).userDefined()
        : Tags.none();
    return copied.with(NewTags.tagsOf(tagSpecifications(), TagSpecification.IMAGE));
  }

  private CopyEncryption encryption() {
    return new CopyEncryption(encrypted(), kmsKeyId());
  }

  /**
   * Builds a {@link CopyImage}, at first one that copies no tags. Source Region, source and name
   * have to be set.
   */
  public static final class Builder {
    private final ImmutableCopyImage.Builder members = new ImmutableCopyImage.Builder();

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
     * Sets the image to be copied.
     *
     * @param sourceImageId the image, which the caller may use
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder sourceImageId(ImageId sourceImageId) {
      members.sourceImageId(sourceImageId);
      return this;
    }

    /**
     * Sets the image to be copied, given as text.
     *
     * @param sourceImageId the text, such as {@code ami-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code image-id.format}
     */
    @CanIgnoreReturnValue
    public Builder sourceImageId(String sourceImageId) {
      requireNonNull(sourceImageId, "sourceImageId");
      return sourceImageId(ImageId.of(sourceImageId));
    }

    /**
     * Sets the name of the copy. Other images of the caller may have it already.
     *
     * @param name the name, 3 to 128 characters by {@link ImageName#REGISTRABLE}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder name(ImageName name) {
      members.name(name);
      return this;
    }

    /**
     * Sets the name, given as text.
     *
     * @param name the text, such as {@code golden-2026.11}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder name(String name) {
      requireNonNull(name, "name");
      return name(ImageName.of(name));
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
     * Sets whether the snapshots of the copy are to be encrypted. What is encrypted stays so.
     *
     * @param encrypted whether they are
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder encrypted(boolean encrypted) {
      members.encrypted(encrypted);
      return this;
    }

    /**
     * Sets whether the snapshots of the copy are to be encrypted, or leaves it open.
     *
     * @param encrypted whether they are; empty leaves it open
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
     * Sets whether the copy gets the tags that the caller has on the source.
     *
     * @param copyImageTags whether it does; at first it does not
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder copyImageTags(boolean copyImageTags) {
      members.copyImageTags(copyImageTags);
      return this;
    }

    /**
     * Sets the tags of the copy and of its snapshots, which win over copied ones.
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
     * Adds tags of the copy or of its snapshots.
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
     * Sets within how long each snapshot copy is asked for.
     *
     * @param snapshotCopyCompletionDurationMinutes the duration in minutes, from 15 to 2,880 in
     *     steps of 15
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder snapshotCopyCompletionDurationMinutes(
        int snapshotCopyCompletionDurationMinutes) {
      members.snapshotCopyCompletionDurationMinutes(snapshotCopyCompletionDurationMinutes);
      return this;
    }

    /**
     * Sets the duration, or none.
     *
     * @param snapshotCopyCompletionDurationMinutes the duration; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder snapshotCopyCompletionDurationMinutes(
        OptionalInt snapshotCopyCompletionDurationMinutes) {
      requireNonNull(
          snapshotCopyCompletionDurationMinutes, "snapshotCopyCompletionDurationMinutes");
      members.snapshotCopyCompletionDurationMinutes(snapshotCopyCompletionDurationMinutes);
      return this;
    }

    /**
     * Sets what makes a repeated request the same request. Without one each request makes a copy.
     *
     * @param clientToken the token, at most 128 characters
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder clientToken(String clientToken) {
      members.clientToken(clientToken);
      return this;
    }

    /**
     * Sets the token, or none.
     *
     * @param clientToken the token; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder clientToken(Optional<String> clientToken) {
      requireNonNull(clientToken, "clientToken");
      members.clientToken(clientToken);
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
     * Sets a zone for the copy by its name, which is refused.
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
     * Sets a zone for the copy by its ID, which is refused.
     *
     * @param destinationAvailabilityZoneId the ID of the zone
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder destinationAvailabilityZoneId(String destinationAvailabilityZoneId) {
      members.destinationAvailabilityZoneId(destinationAvailabilityZoneId);
      return this;
    }

    /**
     * Sets the zone, or none.
     *
     * @param destinationAvailabilityZoneId the zone; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder destinationAvailabilityZoneId(Optional<String> destinationAvailabilityZoneId) {
      requireNonNull(destinationAvailabilityZoneId, "destinationAvailabilityZoneId");
      members.destinationAvailabilityZoneId(destinationAvailabilityZoneId);
      return this;
    }

    /**
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without source Region, source or name
     */
    public CopyImage build() {
      return members.build();
    }

    private Builder from(CopyImage value) {
      members.from(value);
      return this;
    }
  }
}
