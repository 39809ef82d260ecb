package dev.amikit.jackson;

import static dev.amikit.jackson.Forms.LONG;
import static dev.amikit.jackson.Forms.TEXT;
import static dev.amikit.jackson.Forms.TIME;
import static dev.amikit.jackson.Forms.list;
import static dev.amikit.jackson.Forms.text;
import static dev.amikit.jackson.Shapes.ACCOUNT_ID;
import static dev.amikit.jackson.Shapes.ARN;
import static dev.amikit.jackson.Shapes.IMAGE_ID;
import static dev.amikit.jackson.Shapes.TAGS;
import static dev.amikit.jackson.Shapes.unlessEmpty;

import dev.amikit.id.ImageUsageReportId;
import dev.amikit.tag.Tags;
import dev.amikit.usage.ImageReferenceResourceType;
import dev.amikit.usage.ImageUsageReport;
import dev.amikit.usage.ImageUsageReportEntry;
import dev.amikit.usage.ImageUsageReportState;
import dev.amikit.usage.ResourceReference;
import dev.amikit.usage.ResourceTypeOption;
import dev.amikit.usage.ResourceTypeRequest;

/** The tables of who uses images. */
final class UsageShapes {
  static final Form<ImageUsageReportId> IMAGE_USAGE_REPORT_ID = text(ImageUsageReportId::of);

  private static final Form<ImageReferenceResourceType> RESOURCE_TYPE =
      text(ImageReferenceResourceType::of);

  static final Form<ResourceTypeOption> RESOURCE_TYPE_OPTION = Shape.<ResourceTypeOption>ofRecord(
          parts -> new ResourceTypeOption(parts.get("OptionName"), parts.all("OptionValues")))
      .required("OptionName", TEXT, ResourceTypeOption::optionName)
      .many("OptionValues", list(TEXT), ResourceTypeOption::optionValues)
      .end();

  static final Form<ResourceTypeRequest> RESOURCE_TYPE_REQUEST =
      Shape.<ResourceTypeRequest>ofRecord(parts ->
              new ResourceTypeRequest(parts.get("ResourceType"), parts.all("ResourceTypeOptions")))
          .required("ResourceType", RESOURCE_TYPE, ResourceTypeRequest::resourceType)
          .many(
              "ResourceTypeOptions",
              list(RESOURCE_TYPE_OPTION),
              ResourceTypeRequest::resourceTypeOptions)
          .end();

  static final Form<ImageUsageReport> IMAGE_USAGE_REPORT = Shape.<ImageUsageReport>ofRecord(
          parts -> new ImageUsageReport(
              parts.get("ReportId"),
              parts.get("ImageId"),
              parts.all("ResourceTypes"),
              parts.all("AccountIds"),
              parts.get("CreationTime"),
              parts.get("State"),
              parts.find("StateReason"),
              parts.<Tags>find("Tags").orElse(Tags.none())))
      .required("ImageId", IMAGE_ID, ImageUsageReport::imageId)
      .required("ReportId", IMAGE_USAGE_REPORT_ID, ImageUsageReport::reportId)
      .many("ResourceTypes", list(RESOURCE_TYPE_REQUEST), ImageUsageReport::resourceTypes)
      .many("AccountIds", list(ACCOUNT_ID), ImageUsageReport::accountIds)
      .required("State", text(ImageUsageReportState::of), ImageUsageReport::state)
      .optional("StateReason", TEXT, ImageUsageReport::stateReason)
      .required("CreationTime", TIME, ImageUsageReport::creationTime)
      .required("ExpirationTime", TIME, ImageUsageReport::expirationTime)
      .optional("Tags", TAGS, report -> unlessEmpty(report.tags()))
      .end();

  static final Form<ImageUsageReportEntry> IMAGE_USAGE_REPORT_ENTRY =
      Shape.<ImageUsageReportEntry>ofRecord(parts -> new ImageUsageReportEntry(
              parts.get("ReportId"),
              parts.get("ImageId"),
              parts.get("ReportCreationTime"),
              parts.get("AccountId"),
              parts.get("ResourceType"),
              parts.get("UsageCount")))
          .required("ResourceType", RESOURCE_TYPE, ImageUsageReportEntry::resourceType)
          .required("ReportId", IMAGE_USAGE_REPORT_ID, ImageUsageReportEntry::reportId)
          .required("UsageCount", LONG, ImageUsageReportEntry::usageCount)
          .required("AccountId", ACCOUNT_ID, ImageUsageReportEntry::accountId)
          .required("ImageId", IMAGE_ID, ImageUsageReportEntry::imageId)
          .required("ReportCreationTime", TIME, ImageUsageReportEntry::reportCreationTime)
          .end();

  static final Form<ResourceReference> RESOURCE_REFERENCE = Shape.<ResourceReference>ofRecord(
          parts -> new ResourceReference(
              parts.get("ImageId"), parts.get("ResourceType"), parts.get("Arn")))
      .required("ImageId", IMAGE_ID, ResourceReference::imageId)
      .required("ResourceType", RESOURCE_TYPE, ResourceReference::resourceType)
      .required("Arn", ARN, ResourceReference::arn)
      .end();

  private UsageShapes() {}
}
