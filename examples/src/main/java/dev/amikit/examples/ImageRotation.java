package dev.amikit.examples;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Image;

/**
 * A service that knows EC2 only through the AWS SDK: it makes a golden image of an instance, shares
 * it, deprecates the one before, and lets go of what is too old. Its test shows how it is tried
 * without EC2.
 */
@SuppressWarnings("unchecked") // lists of the SDK are varargs of a generic type
final class ImageRotation {
  private static final String FAMILY = "family";

  private final Ec2Client ec2;
  private final Clock clock;
  private final String partner;
  private final int kept;

  /**
   * Sets up the service.
   *
   * @param ec2 EC2
   * @param clock what tells the time
   * @param partner the account that may launch the images
   * @param kept how many images of a family are kept
   */
  ImageRotation(Ec2Client ec2, Clock clock, String partner, int kept) {
    this.ec2 = ec2;
    this.clock = clock;
    this.partner = partner;
    this.kept = kept;
  }

  /**
   * Makes the next image of a family.
   *
   * @param instanceId the instance that it is made of
   * @param family the family, such as {@code web}
   * @return the ID of the image, which is available
   */
  String rotate(String instanceId, String family) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    String name = "%s-%s".formatted(family, now.toString().replace(':', '.'));
    String imageId =
        ec2.createImage(r -> r.instanceId(instanceId).name(name).noReboot(true)).imageId();
    ec2.waiter().waitUntilImageAvailable(r -> r.imageIds(imageId));
    ec2.createTags(r -> r.resources(imageId).tags(tag -> tag.key(FAMILY).value(family)));
    ec2.modifyImageAttribute(
        r -> r.imageId(imageId).launchPermission(change -> change.add(to -> to.userId(partner))));

    List<Image> all = newestFirst(family);
    all.stream()
        .skip(1)
        .limit(1)
        .forEach(before -> ec2.enableImageDeprecation(
            r -> r.imageId(before.imageId()).deprecateAt(now.plus(30, ChronoUnit.DAYS))));
    all.stream()
        .skip(kept)
        .forEach(old ->
            ec2.deregisterImage(r -> r.imageId(old.imageId()).deleteAssociatedSnapshots(true)));
    return imageId;
  }

  private List<Image> newestFirst(String family) {
    Filter ofFamily = Filter.builder().name("tag:" + FAMILY).values(family).build();
    return ec2.describeImagesPaginator(r -> r.owners("self").filters(ofFamily)).images().stream()
        .sorted(Comparator.comparing(Image::creationDate).reversed())
        .toList();
  }
}
