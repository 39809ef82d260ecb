package dev.amikit.testkit.arbitrary.registry;

import static dev.amikit.testkit.arbitrary.registry.Scene.requests;
import static dev.amikit.testkit.arbitrary.registry.Scene.several;

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
        .put("create-image-usage-report.few-accounts", requests(scene -> scene.asks(
            report(scene)
                .accountIds(IntStream.range(0, scene.beyond(MOST_ACCOUNTS))
                    .mapToObj(n -> AccountId.of("%012d".formatted(n)))
                    .toList())
                .build())))
        .put("create-image-usage-report.type-known", requests(scene -> scene.asks(
            reportOn(scene, ResourceTypeRequest.of(unknown(scene))))))
        .put("create-image-usage-report.instances-alone", requests(scene -> scene.asks(
            reportOn(scene, ResourceTypeRequest.of(scene.one(
                ImageReferenceResourceType.LAUNCH_TEMPLATE,
                ImageReferenceResourceType.IMAGE_RECIPE,
                ImageReferenceResourceType.CONTAINER_RECIPE))))))
        .put("create-image-usage-report.without-options", requests(scene -> scene.asks(
            reportOn(scene, ResourceTypeRequest.of(
                ImageReferenceResourceType.INSTANCE,
                scene.one(
                    ResourceTypeOption.of("state-name", "running"),
                    ResourceTypeOption.of("version-depth", "1")))))))
        .put("create-image-usage-report.limit", requests(UsageRequestBreakers::reportsUnderWay))
        .put("image-usage-report.exists", requests(UsageRequestBreakers::absentReports))
        .put("describe-image-usage-reports.few-ids", requests(scene -> {
          int many = scene.beyond(MOST_IDS);
          return scene.maybe()
              ? listed(scene, several(many, scene::imageId), ImmutableSet.of(), PageRequest.first())
              : listed(
                  scene, ImmutableSet.of(), several(many, () -> reportId(scene)), PageRequest.first());
        }))
        .put("describe-image-usage-reports.max-results", requests(scene -> listed(
            scene, ImmutableSet.of(), ImmutableSet.of(), PageRequest.of(scene.shortOf(1)))))
        .buildOrThrow();
  }

  private static CreateImageUsageReport.Builder report(Scene scene) {
    return reportOn(scene.image().imageId());
  }

  private static CreateImageUsageReport.Builder reportOn(ImageId image) {
    return CreateImageUsageReport.builder()
        .imageId(image)
        .addResourceType(ResourceTypeRequest.of(ImageReferenceResourceType.INSTANCE));
  }

  /** A report that counts something else, perhaps beside instances. */
  private static CreateImageUsageReport reportOn(Scene scene, ResourceTypeRequest type) {
    return scene.maybe()
        ? report(scene).addResourceType(type).build()
        : report(scene).resourceTypes(ImmutableList.of(type)).build();
  }

  private static ImageReferenceResourceType unknown(Scene scene) {
    return scene.one(
        ImageReferenceResourceType.of("ec2:Volume"),
        ImageReferenceResourceType.of("ec2:instance"),
        ImageReferenceResourceType.SSM_PARAMETER);
  }

  private static ImageUsageReportId reportId(Scene scene) {
    return ImageUsageReportId.of("amiur-" + scene.digits());
  }

  private static Request<?> reportsUnderWay(Scene scene) {
    int most = scene.between(1, 3);
    ImageId image = scene.image().imageId();
    boolean isOfImage = scene.maybe();
    scene.quotas(quotas -> isOfImage
        ? quotas.usageReportsPerImage(most)
        : quotas.usageReports(most));
    for (int i = 0; i < most; i++) {
      scene.done(isOfImage ? reportOn(image).build() : report(scene).build());
    }
    return scene.asks(reportOn(image).build());
  }

  private static Request<?> absentReports(Scene scene) {
    boolean isForeign = scene.maybe();
    ImageUsageReportId id =
        isForeign ? scene.done(report(scene).build()) : reportId(scene);
    Operation<?> operation = scene.either(
        () -> new DeleteImageUsageReport(id),
        () -> DescribeImageUsageReports.ofReports(id),
        () -> DescribeImageUsageReportEntries.ofReports(id));
    return scene.asks(isForeign ? scene.other : scene.owner, operation);
  }

  private static Request<?> listed(
      Scene scene,
      ImmutableSet<ImageId> images,
      ImmutableSet<ImageUsageReportId> reports,
      PageRequest page) {
    return scene.asks(scene.<Operation<?>>either(
        () -> new DescribeImageUsageReports(images, reports, ImmutableList.of(), page),
        () -> new DescribeImageUsageReportEntries(images, reports, ImmutableList.of(), page)));
  }

  private static ImmutableMap<String, Arbitrary<Request<?>>> ofReferences() {
    return ImmutableMap.of(
        "describe-image-references.few-ids",
            requests(scene -> references(
                scene,
                several(scene.beyond(MOST_IMAGES), scene::imageId),
                ImmutableList.of(),
                PageRequest.first())),
        "describe-image-references.max-results",
            requests(scene -> references(
                scene,
                ImmutableSet.of(scene.imageId()),
                ImmutableList.of(),
                PageRequest.of(scene.shortOf(LEAST_PAGE_OF_REFERENCES)))),
        "describe-image-references.type-known",
            referencesBy(scene -> ResourceTypeRequest.of(
                ImageReferenceResourceType.of(scene.one("ec2:Volume", "ec2:instance", "all")))),
        "describe-image-references.option-of-type",
            referencesBy(scene -> scene.one(
                ResourceTypeRequest.of(
                    ImageReferenceResourceType.INSTANCE,
                    ResourceTypeOption.of("version-depth", "1")),
                ResourceTypeRequest.of(
                    ImageReferenceResourceType.LAUNCH_TEMPLATE,
                    ResourceTypeOption.of("state-name", "running")),
                ResourceTypeRequest.of(
                    ImageReferenceResourceType.SSM_PARAMETER,
                    ResourceTypeOption.of(scene.one("state-name", "version-depth"), "1")))),
        "describe-image-references.option-value",
            referencesBy(scene -> scene.maybe()
                ? ResourceTypeRequest.of(
                    ImageReferenceResourceType.INSTANCE,
                    ResourceTypeOption.of("state-name", scene.one("Running", "gone", "")))
                : ResourceTypeRequest.of(
                    ImageReferenceResourceType.LAUNCH_TEMPLATE,
                    ResourceTypeOption.of(
                        "version-depth",
                        scene.one("0", "all", "" + scene.beyond(DEEPEST))))));
  }

  private static Arbitrary<Request<?>> referencesBy(
      Function<Scene, ResourceTypeRequest> type) {
    return requests(scene -> references(
        scene,
        ImmutableSet.of(scene.imageId()),
        ImmutableList.of(type.apply(scene)),
        PageRequest.first()));
  }

  private static Request<?> references(
      Scene scene,
      ImmutableSet<ImageId> images,
      ImmutableList<ResourceTypeRequest> types,
      PageRequest page) {
    return scene.asks(
        new DescribeImageReferences(images, types.isEmpty() || scene.maybe(), types, page));
  }
}
