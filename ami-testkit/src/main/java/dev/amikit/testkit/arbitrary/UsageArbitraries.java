package dev.amikit.testkit.arbitrary;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.Arn;
import dev.amikit.id.Region;
import dev.amikit.usage.ImageReferenceResourceType;
import dev.amikit.usage.ImageUsageReport;
import dev.amikit.usage.ImageUsageReportEntry;
import dev.amikit.usage.ImageUsageReportState;
import dev.amikit.usage.ResourceReference;
import dev.amikit.usage.ResourceTypeOption;
import dev.amikit.usage.ResourceTypeRequest;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Who uses images: reports, what they count, and references to images. */
public final class UsageArbitraries {
  private static final int DEEPEST = 10_000;

  private UsageArbitraries() {}

  /** {@return reports in every state, on all resources or some, of all accounts or some} */
  public static Arbitrary<ImageUsageReport> imageUsageReports() {
    return Combinators.combine(
            Combinators.combine(
                    IdArbitraries.imageUsageReportIds(), IdArbitraries.machineImageIds())
                .as(Tuple::of),
            resourceTypeRequests()
                .list()
                .uniqueElements(ResourceTypeRequest::resourceType)
                .ofMinSize(1)
                .ofMaxSize(2),
            IdArbitraries.accountIds().list().uniqueElements().ofMaxSize(2),
            AmiArbitraries.instants(),
            WordArbitraries.wordsOf(ImageUsageReportState.WORDS),
            Arbitraries.of("Server.InternalError", "The report could not be completed"),
            TagArbitraries.fewTags())
        .as((ids, types, accounts, created, state, failure, tags) -> new ImageUsageReport(
            ids.get1(),
            ids.get2(),
            ImmutableList.copyOf(types),
            ImmutableList.copyOf(accounts),
            created.truncatedTo(ImageUsageReport.TIME_UNIT),
            state,
            state.equals(ImageUsageReportState.ERROR) ? Optional.of(failure) : Optional.empty(),
            tags))
        .withoutEdgeCases();
  }

  /** {@return entries of reports: one resource that uses an image, or many} */
  public static Arbitrary<ImageUsageReportEntry> imageUsageReportEntries() {
    return Combinators.combine(
            IdArbitraries.imageUsageReportIds(),
            IdArbitraries.machineImageIds(),
            AmiArbitraries.instants(),
            IdArbitraries.accountIds(),
            WordArbitraries.wordsOf(ImageReferenceResourceType.WORDS),
            Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.longs().between(1, 100)),
                Tuple.of(1, Arbitraries.longs().between(1, Long.MAX_VALUE))))
        .as((report, image, created, account, type, count) -> new ImageUsageReportEntry(
            report, image, created.truncatedTo(ImageUsageReport.TIME_UNIT), account, type, count))
        .withoutEdgeCases();
  }

  /** {@return resources of every type that refer to an image, each by an ARN that fits its type} */
  public static Arbitrary<ResourceReference> resourceReferences() {
    return Combinators.combine(
            IdArbitraries.machineImageIds(),
            WordArbitraries.knownWordsOf(ImageReferenceResourceType.WORDS),
            IdArbitraries.regions(),
            IdArbitraries.accountIds(),
            IdArbitraries.digits())
        .as((image, type, region, account, digits) ->
            new ResourceReference(image, type, arn(type, region, account, digits)))
        .withoutEdgeCases();
  }

  /**
   * {@return requests for resources of every type, as they are or narrowed down by an option that
   * the type has}
   */
  public static Arbitrary<ResourceTypeRequest> resourceTypeRequests() {
    return Combinators.combine(
            WordArbitraries.wordsOf(ImageReferenceResourceType.WORDS),
            Arbitraries.of(false, true),
            states(),
            depths())
        .as((type, narrowed, states, depth) -> {
          if (narrowed && type.equals(ImageReferenceResourceType.INSTANCE)) {
            return ResourceTypeRequest.of(type, states);
          }
          return narrowed && type.equals(ImageReferenceResourceType.LAUNCH_TEMPLATE)
              ? ResourceTypeRequest.of(type, depth)
              : ResourceTypeRequest.of(type);
        })
        .withoutEdgeCases();
  }

  /** {@return options of instances and of launch templates} */
  public static Arbitrary<ResourceTypeOption> resourceTypeOptions() {
    return Arbitraries.oneOf(states(), depths());
  }

  private static Arbitrary<ResourceTypeOption> states() {
    return Arbitraries.of("running", "pending", "stopping", "stopped", "shutting-down")
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(states -> ResourceTypeOption.of("state-name", states.toArray(String[]::new)));
  }

  private static Arbitrary<ResourceTypeOption> depths() {
    return Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.integers().between(1, 20)),
            Tuple.of(1, Arbitraries.of(DEEPEST)))
        .map(depth -> ResourceTypeOption.of("version-depth", String.valueOf(depth)));
  }

  private static Arn arn(
      ImageReferenceResourceType type, Region region, AccountId account, String digits) {
    if (type.equals(ImageReferenceResourceType.INSTANCE)) {
      return arn("ec2", region, account, "instance/i-" + digits);
    }
    if (type.equals(ImageReferenceResourceType.LAUNCH_TEMPLATE)) {
      return arn("ec2", region, account, "launch-template/lt-" + digits);
    }
    if (type.equals(ImageReferenceResourceType.SSM_PARAMETER)) {
      return arn("ssm", region, account, "parameter/golden-" + digits);
    }
    return type.equals(ImageReferenceResourceType.IMAGE_RECIPE)
        ? arn("imagebuilder", region, account, "image-recipe/golden-" + digits + "/1.0.0")
        : arn("imagebuilder", region, account, "container-recipe/golden-" + digits + "/1.0.0");
  }

  private static Arn arn(String service, Region region, AccountId account, String resource) {
    return new Arn(region.partition(), service, region.code(), account.value(), resource);
  }
}
