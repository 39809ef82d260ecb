package dev.amikit.usage;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import java.time.Instant;

/**
 * How many resources of a type in one account refer to an image, as a report counted them.
 *
 * @param reportId the report
 * @param imageId the image
 * @param reportCreationTime when the report was asked for, in whole milliseconds
 * @param accountId the account that uses the image
 * @param resourceType the type of the resources
 * @param usageCount how many they are, at least 1
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImageUsageReportEntry.html">ImageUsageReportEntry</a>
 */
public record ImageUsageReportEntry(
    ImageUsageReportId reportId,
    ImageId imageId,
    Instant reportCreationTime,
    AccountId accountId,
    ImageReferenceResourceType resourceType,
    long usageCount) {
  /**
   * Refuses null, and an account that does not use the image.
   *
   * @param reportId the report
   * @param imageId the image
   * @param reportCreationTime when the report was asked for, in whole milliseconds
   * @param accountId the account that uses the image
   * @param resourceType the type of the resources
   * @param usageCount how many they are, at least 1
   */
  public ImageUsageReportEntry {
    requireNonNull(reportId, "reportId");
    requireNonNull(imageId, "imageId");
    requireNonNull(reportCreationTime, "reportCreationTime");
    requireNonNull(accountId, "accountId");
    requireNonNull(resourceType, "resourceType");
    checkArgument(usageCount > 0, "usageCount: %s", usageCount);
  }
}
