package dev.amikit.registry.usage;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.ImageUsageReportId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.ImageUsageReportEvent;
import dev.amikit.usage.ImageUsageReport;

/**
 * {@code DeleteImageUsageReport}: deletes a report on the usage of an image with its entries, also
 * one that is still being created.
 *
 * @param reportId the report, which the caller asked for
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteImageUsageReport.html">DeleteImageUsageReport</a>
 */
public record DeleteImageUsageReport(ImageUsageReportId reportId) implements Operation<Return> {
  /**
   * Refuses null.
   *
   * @param reportId the report, which the caller asked for
   */
  public DeleteImageUsageReport {
    requireNonNull(reportId, "reportId");
  }

  @Override
  public Outcome<Return> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      ImageUsageReport unused = plan.ownImageUsageReport(reportId, "reportId");
      plan.stop(reportId);
      plan.happens(new ImageUsageReportEvent.ImageUsageReportDeleted(plan.region(), reportId));
      return Return.TRUE;
    });
  }
}
