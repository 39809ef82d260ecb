package dev.amikit.benchmarks;

import com.google.common.base.Strings;
import java.time.Instant;

/**
 * The texts that tell one typical image from another; each image has its own, none are constants.
 * What images have in common, such as words of EC2's lists, comes as a constant.
 */
record RawImage(
    String imageId,
    String ownerId,
    String name,
    String description,
    String imageLocation,
    String sourceInstanceId,
    String sourceImageId,
    String rootSnapshotId,
    String dataSnapshotId,
    String application,
    String environment,
    String team,
    String version,
    String costCenter) {
  static final Instant CREATED = Instant.ofEpochSecond(1_768_472_430);
  static final Instant LAUNCHED = Instant.ofEpochSecond(1_772_323_200);
  static final Instant DEPRECATED = Instant.ofEpochSecond(1_831_544_430);

  private static final int OWNERS = 50;

  /** Returns one image, and loads no class for that. */
  static RawImage example() {
    return new RawImage(
        "ami-0abcdef1234567890",
        "111122223333",
        "al2023-web-000001-kernel-6.1-x86_64",
        "Amazon Linux 2023 with the web server, build 000001",
        "111122223333/al2023-web-000001-kernel-6.1-x86_64",
        "i-0abcdef1234567890",
        "ami-0abcdef1234567891",
        "snap-0abcdef1234567890",
        "snap-0abcdef1234567891",
        "web-1",
        "production-1",
        "team-1",
        "2026.1.1",
        "cost-center-1");
  }

  static RawImage numbered(int number) {
    int owner = number % OWNERS;
    String name = "al2023-web-%06d-kernel-6.1-x86_64".formatted(number);
    return new RawImage(
        id("ami-", number),
        "%012d".formatted(111_122_223_333L + owner),
        name,
        "Amazon Linux 2023 with the web server, build %06d".formatted(number),
        "%012d/".formatted(111_122_223_333L + owner) + name,
        id("i-", number + 1),
        id("ami-", number + 2),
        id("snap-", number + 3),
        id("snap-", number + 4),
        "web-" + owner,
        "production-" + number % 3,
        "team-" + owner,
        "2026.1." + number % 20,
        "cost-center-" + owner);
  }

  static RawImage[] numbered(int from, int count) {
    RawImage[] images = new RawImage[count];
    for (int i = 0; i < count; i++) {
      images[i] = numbered(from + i);
    }
    return images;
  }

  /** Returns the same image, with one copy of each owner and each tag value for all images. */
  RawImage withSharedText() {
    return new RawImage(
        imageId,
        ownerId.intern(),
        name,
        description,
        imageLocation,
        sourceInstanceId,
        sourceImageId,
        rootSnapshotId,
        dataSnapshotId,
        application.intern(),
        environment.intern(),
        team.intern(),
        version.intern(),
        costCenter.intern());
  }

  /** Returns an image like this one, of another owner and with another name. */
  RawImage withName(String otherOwnerId, String otherName) {
    return new RawImage(
        imageId,
        otherOwnerId,
        otherName,
        description,
        otherOwnerId + "/" + otherName,
        sourceInstanceId,
        sourceImageId,
        rootSnapshotId,
        dataSnapshotId,
        application,
        environment,
        team,
        version,
        costCenter);
  }

  /** Returns an image like this one with other tags. */
  RawImage withTags(String otherEnvironment, String otherTeam, String otherCostCenter) {
    return new RawImage(
        imageId,
        ownerId,
        name,
        description,
        imageLocation,
        sourceInstanceId,
        sourceImageId,
        rootSnapshotId,
        dataSnapshotId,
        application,
        otherEnvironment,
        otherTeam,
        version,
        otherCostCenter);
  }

  private static String id(String prefix, int number) {
    long scattered = (number + 1) * 0x9E3779B97F4A7C15L;
    return prefix + Strings.padStart(Long.toHexString(scattered), 17, 'a');
  }
}
