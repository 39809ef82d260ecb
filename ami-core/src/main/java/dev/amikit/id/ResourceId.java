package dev.amikit.id;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/**
 * The ID of something that EC2 keeps: an image, a snapshot, an instance, a volume or a report on
 * the usage of an image.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html">Resource
 *     IDs</a>
 */
public sealed interface ResourceId extends TaskSubject
    permits ImageId, SnapshotId, InstanceId, VolumeId, ImageUsageReportId {
  /** {@return the text of the ID} */
  @Override
  String value();

  /**
   * {@return the type of the resource, as tags name it: {@code image}, {@code snapshot},
   * {@code instance}, {@code volume} or {@code image-usage-report}}
   */
  String resourceType();

  /**
   * Returns the ID that a text spells, of the type that its prefix tells: {@code snap-},
   * {@code i-}, {@code vol-}, {@code amiur-}, or else an image.
   *
   * @param value the text
   * @return the ID
   * @throws dev.amikit.rule.RuleViolationException by the rules of the type, such as
   *     {@code image-id.format}
   */
  static ResourceId parse(String value) {
    requireNonNull(value, "value");
    if (value.startsWith("snap-")) {
      return SnapshotId.of(value);
    }
    if (value.startsWith("i-")) {
      return InstanceId.of(value);
    }
    if (value.startsWith("amiur-")) {
      return ImageUsageReportId.of(value);
    }
    return value.startsWith("vol-") ? VolumeId.of(value) : ImageId.of(value);
  }

  /**
   * Returns IDs as text.
   *
   * @param resources the IDs
   * @return their texts, in the same order
   */
  static ImmutableList<String> texts(ResourceId... resources) {
    return Arrays.stream(requireNonNull(resources, "resources"))
        .map(ResourceId::value)
        .collect(ImmutableList.toImmutableList());
  }
}
