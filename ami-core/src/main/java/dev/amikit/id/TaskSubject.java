package dev.amikit.id;

/**
 * What a task in the background works on: a resource, or something that EC2 keeps without giving it
 * an ID of its own.
 */
public sealed interface TaskSubject permits ResourceId, S3ObjectId {
  /** {@return the text that names it} */
  String value();
}
