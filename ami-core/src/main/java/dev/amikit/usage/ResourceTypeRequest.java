package dev.amikit.usage;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;

/**
 * A type of resources to look at. Where a report on the usage of an image asks for it, EC2 calls it
 * ImageUsageResourceType.
 *
 * @param resourceType the type
 * @param resourceTypeOptions what narrows the resources down; empty for EC2's defaults
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ResourceTypeRequest.html">ResourceTypeRequest</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImageUsageResourceType.html">ImageUsageResourceType</a>
 */
public record ResourceTypeRequest(
    ImageReferenceResourceType resourceType,
    ImmutableList<ResourceTypeOption> resourceTypeOptions) {
  /**
   * Refuses null.
   *
   * @param resourceType the type
   * @param resourceTypeOptions what narrows the resources down; empty for EC2's defaults
   */
  public ResourceTypeRequest {
    requireNonNull(resourceType, "resourceType");
    requireNonNull(resourceTypeOptions, "resourceTypeOptions");
  }

  /**
   * Asks for the resources of a type.
   *
   * @param resourceType the type
   * @param resourceTypeOptions what narrows the resources down; none for EC2's defaults
   * @return the request
   */
  public static ResourceTypeRequest of(
      ImageReferenceResourceType resourceType, ResourceTypeOption... resourceTypeOptions) {
    requireNonNull(resourceTypeOptions, "resourceTypeOptions");
    return new ResourceTypeRequest(resourceType, ImmutableList.copyOf(resourceTypeOptions));
  }
}
