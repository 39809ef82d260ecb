package dev.amikit.registry.s3;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.ImageId;
import dev.amikit.id.S3ObjectId;
import dev.amikit.image.Ami;
import dev.amikit.image.VirtualizationType;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.plan.UsableSnapshots;
import dev.amikit.registry.state.BucketEvent;
import dev.amikit.registry.state.ImageStorage;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Violation;
import dev.amikit.s3.S3ObjectTag;
import dev.amikit.s3.StoreImageTask;
import dev.amikit.s3.StoreTaskState;
import dev.amikit.s3.StoredImage;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tag;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * {@code CreateStoreImageTask}: begins to store an image in a bucket of S3 as one object. What is
 * stored is the image as it is now, with the tags that the caller has on it and on its snapshots,
 * and without whom it is shared with. The object is there once the task is completed; the image
 * stays as it is.
 *
 * @param imageId the image, which is available, and which the caller owns or which is shared with
 *     the very account
 * @param bucket the name of the bucket, in the Region; a path may follow it, as in
 *     {@code bucket/golden}
 * @param s3ObjectTags the tags of the object, at most 10
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateStoreImageTask.html">CreateStoreImageTask</a>
 */
public record CreateStoreImageTask(
    ImageId imageId, String bucket, ImmutableList<S3ObjectTag> s3ObjectTags)
    implements Operation<S3ObjectId> {
  private static final int LONGEST_KEY = 128;
  private static final int LONGEST_VALUE = 256;
  private static final int MOST_TAGS = 10;
  private static final long LARGEST = 5_000;

  private static final MessageTemplate SNAPSHOT_IS_FOREIGN =
      own("Not authorized for snapshot:{snapshotId}");
  private static final MessageTemplate KEY_IS_REPEATED =
      own("Value ({value}) for parameter {parameter} is invalid. The keys of the tags of an object"
          + " are unique.");
  private static final MessageTemplate TAGS_ARE_MANY =
      own("The maximum number of tags of an object is 10");

  /** What is stored boots from EBS, by hardware virtualization. */
  public static final Rule STORABLE = Rule.rule(
          "create-store-image-task.storable",
          "an image is stored if it has an EBS root and is not paravirtual",
          ErrorCode.UNSUPPORTED_OPERATION,
          "EC2 User Guide, Store and restore an AMI, Limitations",
          "STORE-02",
          "STORE-03",
          "ROOT-14")
      .saying(own("The AMI ID '{imageId}' cannot be stored. Only EBS-backed AMIs that are not"
          + " paravirtual are supported."));

  /** The image is available. */
  public static final Rule AVAILABLE = Rule.rule(
          "create-store-image-task.available",
          "an image is stored while it is available",
          ErrorCode.INVALID_AMI_ID_UNAVAILABLE,
          "error codes, InvalidAMIID.Unavailable",
          "STORE-04",
          "MTX-04")
      .saying(own("The AMI ID '{imageId}' is currently {state} and may not be used for this"
          + " operation"));

  /** The image and its snapshots are the caller's, or shared with the very account. */
  public static final Rule SHARED_DIRECTLY = Rule.rule(
          "create-store-image-task.shared-directly",
          "whoever stores an image owns it and its snapshots, or all are shared with the very"
              + " account",
          ErrorCode.AUTH_FAILURE,
          "EC2 User Guide, Store and restore an AMI, Limitations",
          "STORE-04",
          "MTX-31")
      .saying(own("Not authorized for image:{imageId}"), SNAPSHOT_IS_FOREIGN);

  /** A bucket is in one Region. */
  public static final Rule BUCKET_HERE = Rule.rule(
          "s3.bucket-here",
          "the bucket is in the Region of the call",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, CreateStoreImageTask and CreateRestoreImageTask, Bucket",
          "STORE-01",
          "STORE-19")
      .saying(own("Value ({value}) for parameter bucket is invalid. The bucket must be in the"
          + " Region in which the request is made."));

  /** An image is once in a bucket. */
  public static final Rule ONCE = Rule.rule(
          "create-store-image-task.once",
          "an image is stored once in a bucket",
          ErrorCode.INVALID_REQUEST,
          "EC2 User Guide, Store and restore an AMI, Limitations",
          "STORE-07")
      .saying(own("The AMI ID '{imageId}' is already stored as {objectId}."));

  /** The snapshots are not too large. */
  public static final Rule SIZE = Rule.rule(
          "create-store-image-task.size",
          "the snapshots of an image that is stored have at most 5,000 GB",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "EC2 User Guide, Store and restore an AMI, Limitations",
          "STORE-05",
          "ROOT-14")
      .saying(own("Value ({imageId}) for parameter imageId is invalid. The size of its snapshots,"
          + " {size} GB, exceeds 5000 GB."));

  /** What is being stored already leaves room. */
  public static final Rule WORK_LIMIT = Rule.rule(
          "create-store-image-task.work",
          "an image is stored while less than 1,200 GB are being stored for the account in the"
              + " Region, unless its quota is another",
          ErrorCode.RESOURCE_LIMIT_EXCEEDED,
          "EC2 User Guide, How AMI store and restore works, quotas",
          "STORE-09")
      .saying(own(
          "You have reached your quota of {quota} GB for AMIs being stored in this" + " Region."));

  /** The form of the tags of an object. */
  public static final Rule OBJECT_TAG = Rule.rule(
          "s3-object-tag.form",
          "an object has at most 10 tags, with keys of 1 to 128 characters that are unique and do"
              + " not begin with aws:, and values of at most 256 characters",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, S3ObjectTag; S3 User Guide, Categorizing objects using tags",
          "STORE-16")
      .saying(
          own(
              "Value ({value}) for parameter {parameter} is invalid. A tag of an object has a key of"
                  + " 1 to 128 characters that does not begin with aws:, and a value of at most 256"
                  + " characters."),
          KEY_IS_REPEATED,
          TAGS_ARE_MANY);

  /**
   * Refuses null.
   *
   * @param imageId the image, which is available, and which the caller owns or which is shared with
   *     the very account
   * @param bucket the name of the bucket, in the Region; a path may follow it, as in
   *     {@code bucket/golden}
   * @param s3ObjectTags the tags of the object, at most 10
   */
  public CreateStoreImageTask {
    requireNonNull(imageId, "imageId");
    requireNonNull(bucket, "bucket");
    requireNonNull(s3ObjectTags, "s3ObjectTags");
  }

  /**
   * Asks for an image to be stored.
   *
   * @param imageId the image
   * @param bucket the name of the bucket; a path may follow it
   * @param s3ObjectTags the tags of the object, at most 10
   * @return the request
   */
  public static CreateStoreImageTask of(
      ImageId imageId, String bucket, S3ObjectTag... s3ObjectTags) {
    requireNonNull(s3ObjectTags, "s3ObjectTags");
    return new CreateStoreImageTask(imageId, bucket, ImmutableList.copyOf(s3ObjectTags));
  }

  /** Answers with the object as which the image will be there. */
  @Override
  public Outcome<S3ObjectId> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      S3ObjectId objectId = S3ObjectId.ofImage(bucket, imageId);
      requireHere(plan, objectId);
      Ami ami = plan.visibleImage(imageId);
      ImmutableList<Snapshot> snapshots = requireStorable(plan, ami);
      requireOnce(plan, objectId);
      requireRoom(plan, snapshots);
      begin(plan, objectId, stored(plan, ami, snapshots));
      return objectId;
    });
  }

  private ImmutableList<Violation> malformed() {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    try {
      S3ObjectId unused = S3ObjectId.ofImage(bucket, imageId);
    } catch (RuleViolationException e) {
      e.violations().forEach(violation -> broken.add(violation.at("bucket")));
    }
    if (s3ObjectTags.size() > MOST_TAGS) {
      broken.add(
          OBJECT_TAG.brokenBy("s3ObjectTags", s3ObjectTags.size() + " tags").saying(TAGS_ARE_MANY));
    }
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < s3ObjectTags.size(); i++) {
      S3ObjectTag tag = s3ObjectTags.get(i);
      boolean isWellFormed = isWellFormed(tag);
      if (!isWellFormed || !keys.add(tag.key())) {
        Violation violation = OBJECT_TAG.brokenBy("s3ObjectTags[" + i + "]", tag.key());
        broken.add(isWellFormed ? violation.saying(KEY_IS_REPEATED) : violation);
      }
    }
    return broken.build();
  }

  private static boolean isWellFormed(S3ObjectTag tag) {
    return !tag.key().isEmpty()
        && length(tag.key()) <= LONGEST_KEY
        && length(tag.value()) <= LONGEST_VALUE
        && !Tag.isReserved(tag.key());
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Refuses a bucket that another Region has used. */
  static void requireHere(Plan plan, S3ObjectId objectId) {
    plan.require(
        plan.state()
            .regionOf(objectId.bucket(), plan.region())
            .filter(home -> !home.equals(plan.region()))
            .isEmpty(),
        BUCKET_HERE,
        "bucket",
        objectId.bucket());
  }

  /** Refuses unless the caller may store the image now; else tells its snapshots. */
  private ImmutableList<Snapshot> requireStorable(Plan plan, Ami ami) {
    plan.require(
        ami.ownerId().equals(plan.caller())
            || ami.launchPermissions()
                .filter(shared -> shared.contains(LaunchPermission.userId(plan.caller())))
                .isPresent(),
        this::foreign);
    AmiStage stage = AmiStage.of(ami);
    plan.require(
        stage == AmiStage.AVAILABLE,
        () -> AVAILABLE.brokenBy("imageId", imageId).with("imageId", imageId).with("state", stage));
    plan.require(
        ami.hasEbsRoot()
            && !ami.virtualizationType().equals(Optional.of(VirtualizationType.PARAVIRTUAL)),
        () -> STORABLE.brokenBy("imageId", imageId).with("imageId", imageId));
    ImmutableList<Snapshot> snapshots = ami.snapshotIds().stream()
        .map(id -> plan.state()
            .snapshot(plan.region(), id)
            .filter(snapshot -> !snapshot.isInRecycleBin())
            .filter(snapshot -> ImageStorage.mayStore(plan.caller(), snapshot))
            .orElseThrow(
                () -> Plan.refused(foreign().with("snapshotId", id).saying(SNAPSHOT_IS_FOREIGN))))
        .collect(ImmutableList.toImmutableList());
    UsableSnapshots.requireUsable(snapshots);
    return snapshots;
  }

  private Violation foreign() {
    return SHARED_DIRECTLY.brokenBy("imageId", imageId).with("imageId", imageId);
  }

  private void requireOnce(Plan plan, S3ObjectId objectId) {
    Optional<S3ObjectId> present = plan.here().buckets().find(objectId.bucket(), imageId);
    plan.require(
        present.isEmpty(),
        () -> ONCE.brokenBy("imageId", imageId)
            .with("imageId", imageId)
            .with("objectId", present.orElseThrow()));
  }

  private void requireRoom(Plan plan, ImmutableList<Snapshot> snapshots) {
    long size = StoredImage.sizeInGibibytes(snapshots);
    plan.require(
        size <= LARGEST,
        () -> SIZE.brokenBy("imageId", imageId).with("imageId", imageId).with("size", size));
    int quota = plan.settings().quotas().storeWork();
    long underWay = plan.here()
        .agenda()
        .tasks(plan.caller(), Task.Kind.IMAGE_STORAGE, ImageStorage.class)
        .mapToLong(task -> task.image().sizeInGibibytes())
        .sum();
    plan.require(
        underWay < quota, () -> WORK_LIMIT.brokenBy("", underWay + " GB").with("quota", quota));
  }

  /** What of the image is stored. */
  private StoredImage stored(Plan plan, Ami ami, ImmutableList<Snapshot> snapshots) {
    return new StoredImage(
        ami.withLaunchPermissions(ImmutableSet.of())
            .withTags(plan.here().tags(plan.caller(), ami).userDefined()),
        snapshots.stream()
            .map(snapshot -> unencrypted(snapshot)
                .createVolumePermissions(ImmutableSet.of())
                .tags(plan.here().tags(plan.caller(), snapshot).userDefined())
                .build())
            .collect(ImmutableList.toImmutableList()),
        plan.region(),
        plan.caller(),
        plan.now().truncatedTo(Ami.TIME_UNIT),
        s3ObjectTags);
  }

  private static Snapshot.Builder unencrypted(Snapshot snapshot) {
    return snapshot.toBuilder()
        .encrypted(false)
        .kmsKeyId(Optional.empty())
        .dataEncryptionKeyId(Optional.empty());
  }

  private void begin(Plan plan, S3ObjectId objectId, StoredImage image) {
    plan.happens(new BucketEvent.StoreImageTaskBegun(
        plan.region(),
        plan.caller(),
        new StoreImageTask(
            imageId, objectId, image.storedAt(), StoreTaskState.IN_PROGRESS, 0, Optional.empty())));
    plan.begin(new ImageStorage(
        objectId,
        image,
        plan.now(),
        plan.due(Task.Kind.IMAGE_STORAGE),
        plan.failure(Task.Kind.IMAGE_STORAGE)));
  }
}
