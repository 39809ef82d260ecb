package dev.amikit.usage;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.Arn;
import dev.amikit.id.ImageId;

/**
 * That a resource refers to an image. EC2 calls it ImageReference, which here is how a launch names
 * its image.
 *
 * @param imageId the image
 * @param resourceType the type of the resource
 * @param arn the resource
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImageReference.html">ImageReference</a>
 */
public record ResourceReference(ImageId imageId, ImageReferenceResourceType resourceType, Arn arn) {
  /**
   * Refuses null.
   *
   * @param imageId the image
   * @param resourceType the type of the resource
   * @param arn the resource
   */
  public ResourceReference {
    requireNonNull(imageId, "imageId");
    requireNonNull(resourceType, "resourceType");
    requireNonNull(arn, "arn");
  }
}
