package dev.amikit.registry.s3;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.ImageId;
import dev.amikit.id.S3ObjectId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.ImageName;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.plan.CopyEncryption;
import dev.amikit.registry.plan.ImageNames;
import dev.amikit.registry.plan.NewImages;
import dev.amikit.registry.plan.NewTags;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.plan.SnapshotCopy;
import dev.amikit.registry.plan.TagRules;
import dev.amikit.registry.state.ImageCreation;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Violation;
import dev.amikit.s3.StoredImage;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * {@code CreateRestoreImageTask}: an image of the caller out of one that is stored in a bucket of
 * S3, in the Region of the call, whichever Region, account and partition it was stored by. It has
 * all that was stored, with a new ID, and is private; deprecation, protection and watermarks are
 * not restored. It is pending until its snapshots are there; these are encrypted only if the
 * account encrypts by default.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRestoreImageTask.html">CreateRestoreImageTask</a>
 */
@Value.Immutable
public abstract class CreateRestoreImageTask implements Operation<ImageId> {
  /** There is something to be restored. */
  public static final Rule OBJECT_EXISTS = Rule.rule(
          "create-restore-image-task.object-exists",
          "the object that an image is restored from is in the bucket",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, CreateRestoreImageTask, ObjectKey",
          "STORE-19")
      .saying(own("Value ({value}) for parameter objectKey is invalid. The object does not exist in"
          + " the bucket {bucket}."));

  /** What is being restored already leaves room. */
  public static final Rule WORK_LIMIT = Rule.rule(
          "create-restore-image-task.work",
          "an image is restored while less than 600 GB are being restored for the account in the"
              + " Region, unless its quota is another",
          ErrorCode.RESOURCE_LIMIT_EXCEEDED,
          "EC2 User Guide, How AMI store and restore works, quotas",
          "STORE-23")
      .saying(own("You have reached your quota of {quota} GB for AMIs being restored in this"
          + " Region."));

  CreateRestoreImageTask() {}

  /** {@return the name of the bucket, in the Region of the call} */
  public abstract String bucket();

  /** {@return the key of the object, as {@link CreateStoreImageTask} answered it} */
  public abstract String objectKey();

  /** {@return the name of the image; that of the stored one if empty} */
  public abstract Optional<ImageName> name();

  /** {@return the tags of the image and of its snapshots; they win over stored ones} */
  public abstract ImmutableList<TagSpecification> tagSpecifications();

  /** {@return a builder without a value} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Asks for an image to be restored under its name.
   *
   * @param objectId the object that it is stored as
   * @return the request
   */
  public static CreateRestoreImageTask of(S3ObjectId objectId) {
    return builder().object(objectId).build();
  }

  @Override
  public final Outcome<ImageId> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      S3ObjectId objectId = new S3ObjectId(bucket(), objectKey());
      CreateStoreImageTask.requireHere(plan, objectId);
      StoredImage stored = plan.here()
          .buckets()
          .get(objectId)
          .orElseThrow(() -> Plan.refused(
              OBJECT_EXISTS.brokenBy("objectKey", objectKey()).with("bucket", bucket())));
      ImageName restored = name(plan, stored);
      requireQuotas(plan, stored);
      return restore(plan, stored, restored);
    });
  }

  private ImmutableList<Violation> malformed() {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    try {
      S3ObjectId unused = new S3ObjectId(bucket(), objectKey());
    } catch (RuleViolationException e) {
      e.violations()
          .forEach(violation ->
              broken.add(violation.path().equals("key") ? violation.at("objectKey") : violation));
    }
    name().ifPresent(name -> broken.addAll(NewImages.malformed(name, Optional.empty())));
    broken.addAll(
        NewTags.malformed(tagSpecifications(), TagSpecification.IMAGE, TagSpecification.SNAPSHOT));
    return broken.build();
  }

  private ImageName name(Plan plan, StoredImage stored) {
    ImageName restored = name().or(() -> stored.image().name()).orElseThrow();
    ImageNames.requireFree(plan, restored);
    return restored;
  }

  private void requireQuotas(Plan plan, StoredImage stored) {
    int mostTags = plan.settings().quotas().tags();
    plan.requireNone(Stream.concat(
            TagRules.tooMany(
                tags(TagSpecification.IMAGE, stored.image().tags()),
                mostTags,
                "tagSpecifications",
                TagSpecification.IMAGE)
                .stream(),
            stored.snapshots().stream()
                .map(snapshot -> TagRules.tooMany(
                    tags(TagSpecification.SNAPSHOT, snapshot.tags()),
                    mostTags,
                    "tagSpecifications",
                    TagSpecification.SNAPSHOT))
                .flatMap(Optional::stream)
                .limit(1))
        .collect(ImmutableList.toImmutableList()));
    NewImages.requireQuota(plan);
    int quota = plan.settings().quotas().restoreWork();
    long underWay = underWay(plan);
    plan.require(
        underWay < quota, () -> WORK_LIMIT.brokenBy("", underWay + " GB").with("quota", quota));
  }

  /** How many GiB the caller is restoring here. */
  private static long underWay(Plan plan) {
    return StoredImage.sizeInGibibytes(plan.here()
        .agenda()
        .tasks(plan.caller(), Task.Kind.IMAGE_RESTORE, ImageCreation.class)
        .flatMap(creation -> creation.snapshots().values().stream())
        .flatMap(id -> plan.here().snapshots().get(id).stream())
        .collect(ImmutableList.toImmutableList()));
  }

  private Tags tags(String type, Tags stored) {
    return stored.with(NewTags.tagsOf(tagSpecifications(), type));
  }

  private ImageId restore(Plan plan, StoredImage stored, ImageName restored) {
    ImageId id = plan.newImageId();
    CopyEncryption encryption = new CopyEncryption(Optional.empty(), Optional.empty());
    Map<SnapshotId, Snapshot> copies = new LinkedHashMap<>();
    boolean isPossible = true;
    for (Snapshot original : stored.snapshots()) {
      CopyEncryption.Outcome outcome = encryption.of(plan, stored.sourceRegion(), original, false);
      isPossible &= outcome.isPossible();
      Snapshot copy = SnapshotCopy.pending(
          plan,
          plan.newSnapshotId(),
          original,
          outcome,
          Optional.of("Restored for " + id + " from " + original.snapshotId()),
          OptionalInt.empty(),
          tags(TagSpecification.SNAPSHOT, original.tags()));
      copies.put(original.snapshotId(), copy);
      plan.happens(new RegistryEvent.SnapshotCreated(plan.region(), copy));
    }
    ImmutableMap<DeviceName, EbsBlockDevice> volumes =
        NewImages.volumesLike(stored.image(), copies);
    return NewImages.begin(
        plan,
        NewImages.pendingLike(plan, id, stored.image(), stored.sourceRegion(), restored, volumes)
            .imageWatermarks(ImmutableSet.of())
            .tags(tags(TagSpecification.IMAGE, stored.image().tags())),
        volumes,
        Task.Kind.IMAGE_RESTORE,
        isPossible ? Optional.empty() : Optional.of(ImageCreation.COPY_FAILED));
  }

  /** Builds a {@link CreateRestoreImageTask}. Bucket and key have to be set. */
  public static final class Builder {
    private final ImmutableCreateRestoreImageTask.Builder members =
        new ImmutableCreateRestoreImageTask.Builder();

    Builder() {}

    /**
     * Sets the bucket.
     *
     * @param bucket the name of the bucket, in the Region of the call
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder bucket(String bucket) {
      members.bucket(bucket);
      return this;
    }

    /**
     * Sets the key of the object.
     *
     * @param objectKey the key, such as {@code ami-0abcdef1234567890.bin}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder objectKey(String objectKey) {
      members.objectKey(objectKey);
      return this;
    }

    /**
     * Sets bucket and key.
     *
     * @param objectId the object, as {@link CreateStoreImageTask} answers it
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder object(S3ObjectId objectId) {
      requireNonNull(objectId, "objectId");
      return bucket(objectId.bucket()).objectKey(objectId.key());
    }

    /**
     * Sets the name of the image. Without one it gets that of the stored image, which no other
     * image of the caller may have by then.
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
     * Sets the name, or none.
     *
     * @param name the name; empty for that of the stored image
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder name(Optional<? extends ImageName> name) {
      requireNonNull(name, "name");
      members.name(name);
      return this;
    }

    /**
     * Sets the tags of the image and of its snapshots, which win over stored ones.
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
     * Adds tags of the image or of its snapshots.
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
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without bucket or key
     */
    public CreateRestoreImageTask build() {
      return members.build();
    }
  }
}
