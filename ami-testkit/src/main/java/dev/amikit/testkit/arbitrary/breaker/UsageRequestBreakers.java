package dev.amikit.testkit.arbitrary.breaker;

import static dev.amikit.testkit.arbitrary.breaker.Given.requests;
import static dev.amikit.testkit.arbitrary.breaker.Given.several;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.page.PageRequest;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.usage.CreateImageUsageReport;
import dev.amikit.registry.usage.DeleteImageUsageReport;
import dev.amikit.registry.usage.DescribeImageReferences;
import dev.amikit.registry.usage.DescribeImageUsageReportEntries;
import dev.amikit.registry.usage.DescribeImageUsageReports;
import dev.amikit.testkit.arbitrary.registry.Request;
import dev.amikit.usage.ImageReferenceResourceType;
import dev.amikit.usage.ResourceTypeOption;
import dev.amikit.usage.ResourceTypeRequest;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;

/** Requests that rules of reports on the usage of images do not let pass. */
final class UsageRequestBreakers {
  private static final int MOST_ACCOUNTS = 200;
  private static final int MOST_IDS = 200;
  private static final int MOST_IMAGES = 10;
  private static final int LEAST_PAGE_OF_REFERENCES = 5;
  private static final int DEEPEST = 10_000;

  static final ImmutableMap<String, Arbitrary<Request<?>>> ALL =
      ImmutableMap.<String, Arbitrary<Request<?>>>builder()
          .putAll(ofReports())
          .putAll(ofReferences())
          .buildOrThrow();

  private UsageRequestBreakers() {}

  private static ImmutableMap<String, Arbitrary<Request<?>>> ofReports() {
    return ImmutableMap.<String, Arbitrary<Request<?>>>builder()
        .put(
            "create-image-usage-report.few-accounts",
            requests(given -> report(given)
                .accountIds(IntStream.range(0, given.beyond(MOST_ACCOUNTS))
                    .mapToObj(n -> AccountId.of("%012d".formatted(n)))
                    .toList())
                .build()))
        .put(
            "create-image-usage-report.type-known",
            requests(given -> reportOn(given, ResourceTypeRequest.of(unknown(given)))))
        .put(
            "create-image-usage-report.instances-alone",
            requests(given -> reportOn(
                given,
                ResourceTypeRequest.of(given.one(
                    ImageReferenceResourceType.LAUNCH_TEMPLATE,
                    ImageReferenceResourceType.IMAGE_RECIPE,
                    ImageReferenceResourceType.CONTAINER_RECIPE)))))
        .put(
            "create-image-usage-report.without-options",
            requests(given -> reportOn(
                given,
                ResourceTypeRequest.of(
                    ImageReferenceResourceType.INSTANCE,
                    given.one(
                        ResourceTypeOption.of("state-name", "running"),
                        ResourceTypeOption.of("version-depth", "1"))))))
        .put("create-image-usage-report.limit", requests(UsageRequestBreakers::reportsUnderWay))
        .put("image-usage-report.exists", requests(UsageRequestBreakers::absentReports))
        .put("describe-image-usage-reports.few-ids", requests(given -> {
          int many = given.beyond(MOST_IDS);
          return given.maybe()
              ? listed(given, several(many, given::imageId), ImmutableSet.of(), PageRequest.first())
              : listed(
                  given,
                  ImmutableSet.of(),
                  several(many, () -> reportId(given)),
                  PageRequest.first());
        }))
        .put(
            "describe-image-usage-reports.max-results",
            requests(given -> listed(
                given, ImmutableSet.of(), ImmutableSet.of(), PageRequest.of(given.shortOf(1)))))
        .buildOrThrow();
  }

  private static CreateImageUsageReport.Builder report(Given given) {
    return reportOn(given.image().imageId());
  }

  private static CreateImageUsageReport.Builder reportOn(ImageId image) {
    return CreateImageUsageReport.builder()
        .imageId(image)
        .addResourceType(ResourceTypeRequest.of(ImageReferenceResourceType.INSTANCE));
  }

  /** A report that counts something else, perhaps beside instances. */
  private static CreateImageUsageReport reportOn(Given given, ResourceTypeRequest type) {
    return given.maybe()
        ? report(given).addResourceType(type).build()
        : report(given).resourceTypes(ImmutableList.of(type)).build();
  }

  private static ImageReferenceResourceType unknown(Given given) {
    return given.one(
        ImageReferenceResourceType.of("ec2:Volume"),
        ImageReferenceResourceType.of("ec2:instance"),
        ImageReferenceResourceType.SSM_PARAMETER);
  }

  private static ImageUsageReportId reportId(Given given) {
    return ImageUsageReportId.of("amiur-" + given.digits());
  }

  private static Operation<?> reportsUnderWay(Given given) {
    int most = given.between(1, 3);
    ImageId image = given.image().imageId();
    boolean isOfImage = given.maybe();
    given.quotas(
        quotas -> isOfImage ? quotas.usageReportsPerImage(most) : quotas.usageReports(most));
    for (int i = 0; i < most; i++) {
      given.done(isOfImage ? reportOn(image).build() : report(given).build());
    }
    return reportOn(image).build();
  }

  private static Operation<?> absentReports(Given given) {
    boolean isForeign = given.maybe();
    ImageUsageReportId id = isForeign ? given.done(report(given).build()) : reportId(given);
    given.askedBy(isForeign ? given.other : given.me);
    return given.either(
        () -> new DeleteImageUsageReport(id),
        () -> DescribeImageUsageReports.ofReports(id),
        () -> DescribeImageUsageReportEntries.ofReports(id));
  }

  private static Operation<?> listed(
      Given given,
      ImmutableSet<ImageId> images,
      ImmutableSet<ImageUsageReportId> reports,
      PageRequest page) {
    return given.either(
        () -> new DescribeImageUsageReports(images, reports, ImmutableList.of(), page),
        () -> new DescribeImageUsageReportEntries(images, reports, ImmutableList.of(), page));
  }

  private static ImmutableMap<String, Arbitrary<Request<?>>> ofReferences() {
    return ImmutableMap.of(
        "describe-image-references.few-ids",
            requests(given -> references(
                given,
                several(given.beyond(MOST_IMAGES), given::imageId),
                ImmutableList.of(),
                PageRequest.first())),
        "describe-image-references.max-results",
            requests(given -> references(
                given,
                ImmutableSet.of(given.imageId()),
                ImmutableList.of(),
                PageRequest.of(given.shortOf(LEAST_PAGE_OF_REFERENCES)))),
        "describe-image-references.type-known",
            referencesBy(given -> ResourceTypeRequest.of(
                ImageReferenceResourceType.of(given.one("ec2:Volume", "ec2:instance", "all")))),
        "describe-image-references.option-of-type",
            referencesBy(given -> given.one(
                ResourceTypeRequest.of(
                    ImageReferenceResourceType.INSTANCE,
                    ResourceTypeOption.of("version-depth", "1")),
                ResourceTypeRequest.of(
                    ImageReferenceResourceType.LAUNCH_TEMPLATE,
                    ResourceTypeOption.of("state-name", "running")),
                ResourceTypeRequest.of(
                    ImageReferenceResourceType.SSM_PARAMETER,
                    ResourceTypeOption.of(given.one("state-name", "version-depth"), "1")))),
        "describe-image-references.option-value",
            referencesBy(given -> given.maybe()
                ? ResourceTypeRequest.of(
                    ImageReferenceResourceType.INSTANCE,
                    ResourceTypeOption.of("state-name", given.one("Running", "gone", "")))
                : ResourceTypeRequest.of(
                    ImageReferenceResourceType.LAUNCH_TEMPLATE,
                    ResourceTypeOption.of(
                        "version-depth", given.one("0", "all", "" + given.beyond(DEEPEST))))));
  }

  private static Arbitrary<Request<?>> referencesBy(Function<Given, ResourceTypeRequest> type) {
    return requests(given -> references(
        given,
        ImmutableSet.of(given.imageId()),
        ImmutableList.of(type.apply(given)),
        PageRequest.first()));
  }

  private static Operation<?> references(
      Given given,
      ImmutableSet<ImageId> images,
      ImmutableList<ResourceTypeRequest> types,
      PageRequest page) {
    return new DescribeImageReferences(images, types.isEmpty() || given.maybe(), types, page);
  }
}
