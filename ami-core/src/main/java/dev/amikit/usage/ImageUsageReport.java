package dev.amikit.usage;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.tag.Tags;
import dev.amikit.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A report on who uses an image. EC2 deletes it 30 days after it was asked for.
 *
 * @param reportId the ID of the report
 * @param imageId the image
 * @param resourceTypes the types of resources that count, as they were asked for
 * @param accountIds the accounts that were asked for; empty for all
 * @param creationTime when it was asked for, in whole milliseconds
 * @param state how far it came
 * @param stateReason why it could not be created; empty unless it is in state {@code error}
 * @param tags its tags
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImageUsageReport.html">ImageUsageReport</a>
 */
public record ImageUsageReport(
    ImageUsageReportId reportId,
    ImageId imageId,
    ImmutableList<ResourceTypeRequest> resourceTypes,
    ImmutableList<AccountId> accountIds,
    Instant creationTime,
    ImageUsageReportState state,
    Optional<String> stateReason,
    Tags tags) {
  /** EC2 tells the times of reports in whole milliseconds. */
  public static final ChronoUnit TIME_UNIT = ChronoUnit.MILLIS;

  private static final Duration LIFETIME = Duration.ofDays(30);

  /** The caller has the report. */
  public static final Rule EXISTS = Rule.rule(
          "image-usage-report.exists",
          "the image usage report that a request names is one of the caller's in the Region",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "inferred: the code of a bad value, for want of one of its own",
          "USE-04")
      .saying(own("Value ({value}) for parameter reportId is invalid. The image usage report does"
          + " not exist."));

  /**
   * Refuses null, and a reason without an error.
   *
   * @param reportId the ID of the report
   * @param imageId the image
   * @param resourceTypes the types of resources that count, as they were asked for
   * @param accountIds the accounts that were asked for; empty for all
   * @param creationTime when it was asked for, in whole milliseconds
   * @param state how far it came
   * @param stateReason why it could not be created; empty unless it is in state {@code error}
   * @param tags its tags
   */
  public ImageUsageReport {
    requireNonNull(reportId, "reportId");
    requireNonNull(imageId, "imageId");
    requireNonNull(resourceTypes, "resourceTypes");
    requireNonNull(accountIds, "accountIds");
    requireNonNull(creationTime, "creationTime");
    requireNonNull(state, "state");
    requireNonNull(stateReason, "stateReason");
    requireNonNull(tags, "tags");
    checkArgument(
        stateReason.isPresent() == state.equals(ImageUsageReportState.ERROR),
        "%s because %s",
        state,
        stateReason);
  }

  /** {@return when EC2 deletes it: 30 days after it was asked for} */
  public Instant expirationTime() {
    return Times.plus(creationTime, LIFETIME);
  }

  /** {@return whether it is being created} */
  public boolean isPending() {
    return state.equals(ImageUsageReportState.PENDING);
  }

  /** {@return whether its entries can be read} */
  public boolean isAvailable() {
    return state.equals(ImageUsageReportState.AVAILABLE);
  }

  /** {@return the same report, created} */
  public ImageUsageReport completed() {
    return in(ImageUsageReportState.AVAILABLE, Optional.empty());
  }

  /**
   * Returns the same report, which could not be created.
   *
   * @param reason why
   * @return the report
   */
  public ImageUsageReport failed(String reason) {
    requireNonNull(reason, "reason");
    return in(ImageUsageReportState.ERROR, Optional.of(reason));
  }

  private ImageUsageReport in(ImageUsageReportState next, Optional<String> reason) {
    return new ImageUsageReport(
        reportId, imageId, resourceTypes, accountIds, creationTime, next, reason, tags);
  }

  /**
   * Returns the same report with other tags.
   *
   * @param tags its tags
   * @return the report
   */
  public ImageUsageReport withTags(Tags tags) {
    requireNonNull(tags, "tags");
    return new ImageUsageReport(
        reportId, imageId, resourceTypes, accountIds, creationTime, state, stateReason, tags);
  }
}
