package dev.amikit.id;

import static java.util.Objects.requireNonNull;

/**
 * What a task in the background works on: a resource, or something that EC2 keeps without giving it
 * an ID of its own.
 */
public sealed interface TaskSubject permits ResourceId, S3ObjectId, FastLaunchId {
  /** {@return the text that names it} */
  String value();

  /**
   * Returns what a text names: an object, if there is a slash in it; fast launch of an image, if
   * there is a colon; else a resource.
   *
   * @param value the text
   * @return what it names
   * @throws dev.amikit.rule.RuleViolationException by the rules of the type, such as
   *     {@code image-id.format}
   */
  static TaskSubject parse(String value) {
    requireNonNull(value, "value");
    if (value.indexOf('/') >= 0) {
      return S3ObjectId.parse(value);
    }
    return value.indexOf(':') < 0 ? ResourceId.parse(value) : FastLaunchId.parse(value);
  }
}
