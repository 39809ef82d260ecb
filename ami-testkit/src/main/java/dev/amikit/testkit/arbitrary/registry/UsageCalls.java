package dev.amikit.testkit.arbitrary.registry;

import static dev.amikit.testkit.arbitrary.registry.OperationKind.drawn;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.filter.Filter;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.image.Ami;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.usage.CreateImageUsageReport;
import dev.amikit.registry.usage.DeleteImageUsageReport;
import dev.amikit.registry.usage.DescribeImageReferences;
import dev.amikit.registry.usage.DescribeImageUsageReportEntries;
import dev.amikit.registry.usage.DescribeImageUsageReports;
import dev.amikit.testkit.arbitrary.registry.Scene.Found;
import dev.amikit.testkit.registry.Draw;
import dev.amikit.usage.ImageReferenceResourceType;
import dev.amikit.usage.ImageUsageReport;
import dev.amikit.usage.ResourceTypeOption;
import dev.amikit.usage.ResourceTypeRequest;

/** The operations on who uses an image. */
final class UsageCalls {
  static final ImageUsageReportId NO_REPORT = ImageUsageReportId.of("amiur-0123456789abcdef0");

  static final ImmutableMap<Class<? extends Operation<?>>, OperationKind> ALL =
      ImmutableMap.<Class<? extends Operation<?>>, OperationKind>builder()
          .put(CreateImageUsageReport.class, drawn(UsageCalls::create, ImageCalls::register))
          .put(
              DeleteImageUsageReport.class,
              drawn(UsageCalls::delete, ImageCalls::register, UsageCalls::create))
          .put(
              DescribeImageUsageReports.class,
              drawn(UsageCalls::describe, ImageCalls::register, UsageCalls::create))
          .put(
              DescribeImageUsageReportEntries.class,
              drawn(
                  UsageCalls::describeEntries,
                  ImageCalls::register,
                  InstanceCalls::run,
                  UsageCalls::createOfUsed))
          .put(
              DescribeImageReferences.class,
              drawn(UsageCalls::describeReferences, ImageCalls::register, InstanceCalls::run))
          .buildOrThrow();

  private UsageCalls() {}

  static Deed.Call create(Scene scene) {
    Draw draw = scene.draw();
    Found<Ami> found = scene.image(Scene::isAvailable);
    ImageId id = found.get(Ami::imageId, ImageCalls.NO_IMAGE);
    CreateImageUsageReport.Builder request = CreateImageUsageReport.builder()
        .imageId(id)
        .addResourceType(ResourceTypeRequest.of(ImageReferenceResourceType.INSTANCE))
        .tagSpecifications(scene.tagSpecifications(TagSpecification.IMAGE_USAGE_REPORT));
    if (draw.oneIn(4)) {
      request.clientToken("token-" + draw.below(3));
    }
    if (draw.oneIn(4)) {
      request.addAccountId(scene.account());
    }
    return found.calls(request.build(), id);
  }

  /** Counts who uses an image of which there are instances. */
  static Deed.Call createOfUsed(Scene scene) {
    Found<Ami> found = scene.imageWhere((here, ami) -> Scene.isAvailable(ami)
        && here.instances().all().anyMatch(it -> it.image().imageId().equals(ami.imageId())));
    return ImageCalls.on(found, CreateImageUsageReport::of);
  }

  static Deed.Call delete(Scene scene) {
    Found<ImageUsageReport> found = scene.usageReport();
    return found.calls(
        new DeleteImageUsageReport(found.get(ImageUsageReport::reportId, NO_REPORT)));
  }

  private static Deed.Call describe(Scene scene) {
    Found<ImageUsageReport> found = scene.usageReport();
    return found.calls(new DescribeImageUsageReports(
        ImmutableSet.of(), reports(scene, found), filters(scene), scene.page()));
  }

  private static Deed.Call describeEntries(Scene scene) {
    Found<ImageUsageReport> found = scene.usageReport();
    boolean isOfImage = scene.draw().oneIn(3);
    return found.calls(new DescribeImageUsageReportEntries(
        isOfImage
            ? ImmutableSet.of(found.get(ImageUsageReport::imageId, ImageCalls.NO_IMAGE))
            : ImmutableSet.of(),
        isOfImage ? ImmutableSet.of() : reports(scene, found),
        scene.filters(Filter.of("account-id", found.caller().toString())),
        scene.page()));
  }

  private static ImmutableSet<ImageUsageReportId> reports(
      Scene scene, Found<ImageUsageReport> found) {
    return scene.id(found.get(ImageUsageReport::reportId, NO_REPORT)).stream()
        .collect(ImmutableSet.toImmutableSet());
  }

  private static ImmutableList<Filter> filters(Scene scene) {
    return scene.filters(Filter.of("state", "available"), Filter.of("tag-key", "env"));
  }

  private static Deed.Call describeReferences(Scene scene) {
    Found<Ami> found = scene.imageWhere((here, ami) ->
        here.instances().all().anyMatch(it -> it.image().imageId().equals(ami.imageId())));
    ImageId id = found.get(Ami::imageId, ImageCalls.NO_IMAGE);
    boolean isWrong = scene.draw().oneIn(10);
    boolean isEverything = scene.draw().oneIn(2);
    ResourceTypeRequest running = ResourceTypeRequest.of(
        ImageReferenceResourceType.INSTANCE,
        ResourceTypeOption.of("state-name", isWrong ? "asleep" : "running", "stopped"));
    return found.calls(
        new DescribeImageReferences(
            ImmutableSet.of(id), isEverything, ImmutableList.of(running), scene.page()),
        id);
  }
}
