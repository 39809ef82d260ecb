package dev.amikit.jackson;

import dev.amikit.image.Ami;
import dev.amikit.image.ImageAttribute;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotAttribute;

/**
 * The JSON that the AWS CLI prints.
 *
 * <pre>{@code
 * for (ReadResult<Ami> image : AmiJson.images().read(Path.of("images.json")).records()) {
 *   if (image instanceof ReadResult.Read<Ami> read) {
 *     System.out.println(read.value().imageId());
 *   } else if (image instanceof ReadResult.Refused<Ami> refused) {
 *     System.out.println(refused.violations());
 *   }
 * }
 * }</pre>
 */
public final class AmiJson {
  private static final AnswerFormat<Ami> IMAGES = new AnswerFormat<>("Images", Shapes.AMI);
  private static final AnswerFormat<Snapshot> SNAPSHOTS =
      new AnswerFormat<>("Snapshots", Shapes.SNAPSHOT);
  private static final RecordFormat<Ami> IMAGE = new RecordFormat<>(Shapes.AMI);
  private static final RecordFormat<Snapshot> SNAPSHOT = new RecordFormat<>(Shapes.SNAPSHOT);
  private static final RecordFormat<ImageAttribute> IMAGE_ATTRIBUTES =
      new RecordFormat<>(Shapes.IMAGE_ATTRIBUTES);
  private static final RecordFormat<SnapshotAttribute> SNAPSHOT_ATTRIBUTES =
      new RecordFormat<>(Shapes.SNAPSHOT_ATTRIBUTES);

  private AmiJson() {}

  /** {@return what {@code aws ec2 describe-images} prints} */
  public static AnswerFormat<Ami> images() {
    return IMAGES;
  }

  /** {@return what {@code aws ec2 describe-snapshots} prints} */
  public static AnswerFormat<Snapshot> snapshots() {
    return SNAPSHOTS;
  }

  /** {@return one image out of what {@code aws ec2 describe-images} prints} */
  public static RecordFormat<Ami> image() {
    return IMAGE;
  }

  /** {@return one snapshot out of what {@code aws ec2 describe-snapshots} prints} */
  public static RecordFormat<Snapshot> snapshot() {
    return SNAPSHOT;
  }

  /** {@return what {@code aws ec2 describe-image-attribute} prints} */
  public static RecordFormat<ImageAttribute> imageAttributes() {
    return IMAGE_ATTRIBUTES;
  }

  /** {@return what {@code aws ec2 describe-snapshot-attribute} prints} */
  public static RecordFormat<SnapshotAttribute> snapshotAttributes() {
    return SNAPSHOT_ATTRIBUTES;
  }
}
