package dev.amikit.jackson;

import static dev.amikit.jackson.Forms.INT;
import static dev.amikit.jackson.Forms.TEXT;
import static dev.amikit.jackson.Forms.TIME_IN_SECONDS;
import static dev.amikit.jackson.Forms.text;
import static dev.amikit.jackson.Shapes.IMAGE_ID;

import dev.amikit.id.S3ObjectId;
import dev.amikit.s3.S3ObjectTag;
import dev.amikit.s3.StoreImageTask;
import dev.amikit.s3.StoreTaskState;

/** The tables of images in S3. */
final class S3Shapes {
  /** What DescribeStoreImageTasks tells of a task. */
  static final Form<StoreImageTask> STORE_IMAGE_TASK = Shape.<StoreImageTask>ofRecord(
          parts -> new StoreImageTask(
              parts.get("AmiId"),
              new S3ObjectId(parts.<String>get("Bucket"), parts.get("S3objectKey")),
              parts.get("TaskStartTime"),
              parts.get("StoreTaskState"),
              parts.get("ProgressPercentage"),
              parts.find("StoreTaskFailureReason")))
      .required("AmiId", IMAGE_ID, StoreImageTask::imageId)
      .required("TaskStartTime", TIME_IN_SECONDS, StoreImageTask::taskStartTime)
      .required("Bucket", TEXT, task -> task.objectId().bucket())
      .required("S3objectKey", TEXT, task -> task.objectId().key())
      .required("ProgressPercentage", INT, StoreImageTask::progressPercentage)
      .required("StoreTaskState", text(StoreTaskState::of), StoreImageTask::state)
      .optional("StoreTaskFailureReason", TEXT, StoreImageTask::failureReason)
      .end();

  /** The answer of CreateStoreImageTask: the key in the bucket that was asked for. */
  static final Written<S3ObjectId> OBJECT_KEY =
      Outline.<S3ObjectId>empty().required("ObjectKey", TEXT, S3ObjectId::key);

  /** A tag of an object. */
  static final Form<S3ObjectTag> S3_OBJECT_TAG = Shape.<S3ObjectTag>ofRecord(
          parts -> new S3ObjectTag(parts.get("Key"), parts.get("Value")))
      .required("Key", TEXT, S3ObjectTag::key)
      .required("Value", TEXT, S3ObjectTag::value)
      .end();

  private S3Shapes() {}
}
