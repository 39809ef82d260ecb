package dev.amikit.id;

import static java.util.Objects.requireNonNull;

/** What a launch names as its image: the ID of one, or a parameter that holds an ID. */
public sealed interface ImageReference permits ImageId, ImageParameter {
  /**
   * Returns what a text names.
   *
   * @param value the text, such as {@code ami-0abcdef1234567890} or {@code resolve:ssm:/golden/web}
   * @return the parameter if the text begins with {@code resolve:ssm:}, else the image
   * @throws dev.amikit.rule.RuleViolationException by {@code image-parameter.format} or
   *     {@code image-id.format}
   */
  static ImageReference parse(String value) {
    requireNonNull(value, "value");
    return value.startsWith(ImageParameter.PREFIX)
        ? ImageParameter.parse(value)
        : ImageId.of(value);
  }
}
