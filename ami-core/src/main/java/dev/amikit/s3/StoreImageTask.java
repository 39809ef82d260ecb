package dev.amikit.s3;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.amikit.id.ImageId;
import dev.amikit.id.S3ObjectId;
import java.time.Instant;
import java.util.Optional;

/**
 * That an image is being stored in S3, or was. EC2 tells of it for 31 days.
 *
 * @param imageId the image
 * @param objectId the object that it is stored as
 * @param taskStartTime when it began, in whole seconds
 * @param state how far it came
 * @param progressPercentage how far it came in percent, 0 to 100; 100 if it is completed, and only
 *     then
 * @param failureReason why it failed; empty unless it did
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StoreImageTaskResult.html">StoreImageTaskResult</a>
 */
public record StoreImageTask(
    ImageId imageId,
    S3ObjectId objectId,
    Instant taskStartTime,
    StoreTaskState state,
    int progressPercentage,
    Optional<String> failureReason) {
  /**
   * Refuses null, and members that do not go together.
   *
   * @param imageId the image
   * @param objectId the object that it is stored as
   * @param taskStartTime when it began, in whole seconds
   * @param state how far it came
   * @param progressPercentage how far it came in percent, 0 to 100; 100 if it is completed, and
   *     only then
   * @param failureReason why it failed; empty unless it did
   */
  public StoreImageTask {
    requireNonNull(imageId, "imageId");
    requireNonNull(objectId, "objectId");
    requireNonNull(taskStartTime, "taskStartTime");
    requireNonNull(state, "state");
    requireNonNull(failureReason, "failureReason");
    checkArgument(
        progressPercentage >= 0
            && progressPercentage <= 100
            && (progressPercentage == 100) == state.equals(StoreTaskState.COMPLETED),
        "%s with %s%%",
        state,
        progressPercentage);
    checkArgument(
        failureReason.isPresent() == state.equals(StoreTaskState.FAILED),
        "%s because %s",
        state,
        failureReason);
  }

  /** {@return whether the image is being stored} */
  public boolean isInProgress() {
    return state.equals(StoreTaskState.IN_PROGRESS);
  }

  /**
   * Returns the same task, so far.
   *
   * @param percentage how far it came in percent, 0 to 99
   * @return the task in progress
   */
  public StoreImageTask inProgress(int percentage) {
    return new StoreImageTask(
        imageId, objectId, taskStartTime, StoreTaskState.IN_PROGRESS, percentage, Optional.empty());
  }

  /** {@return the same task, ended well} */
  public StoreImageTask completed() {
    return new StoreImageTask(
        imageId, objectId, taskStartTime, StoreTaskState.COMPLETED, 100, Optional.empty());
  }

  /**
   * Returns the same task, failed at the point to which it came.
   *
   * @param reason why
   * @return the task
   */
  public StoreImageTask failed(String reason) {
    requireNonNull(reason, "reason");
    return new StoreImageTask(
        imageId,
        objectId,
        taskStartTime,
        StoreTaskState.FAILED,
        progressPercentage,
        Optional.of(reason));
  }
}
