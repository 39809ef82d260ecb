package dev.amikit.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.amikit.advice.Advice;
import dev.amikit.advice.AdviceKind;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.rule.MissingAttributesException;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Violation;
import dev.amikit.s3.StoreImageTask;
import dev.amikit.s3.StoreTaskState;
import dev.amikit.s3.StoredImage;
import dev.amikit.usage.ImageReferenceResourceType;
import dev.amikit.usage.ImageUsageReport;
import dev.amikit.usage.ImageUsageReportEntry;
import dev.amikit.usage.ImageUsageReportState;
import dev.amikit.usage.ResourceReference;
import dev.amikit.usage.ResourceTypeRequest;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** Stored images, reports, advice and refusals of every kind come up. */
class StorageAndUsageArbitrariesTest {
  private static final Pattern OPEN_PLACE = Pattern.compile("\\{[A-Za-z]+}");

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  void tasks_in_every_state_come_up(@ForAll StoreImageTask task) {
    Cases.countEach("state", StoreTaskState.WORDS.known(), task.state());
    Cases.count(
        ImmutableMap.<String, Predicate<StoreImageTask>>of(
            "a state to come", each -> !each.state().isKnown(),
            "just begun", each -> each.progressPercentage() == 0),
        task);
    assertThat(task.objectId().key()).endsWith(task.imageId() + ".bin");
  }

  @Property(tries = 500)
  @StatisticsReport(StatisticsReportMode.OFF)
  void stored_images_have_the_snapshots_of_their_volumes(@ForAll StoredImage stored) {
    Cases.count(
        ImmutableMap.<String, Predicate<StoredImage>>of(
            "one volume", each -> each.snapshots().size() == 1,
            "several volumes", each -> each.snapshots().size() > 1,
            "Windows", each -> each.image().isWindows(),
            "tagged", each -> !each.objectTags().isEmpty(),
            "untagged", each -> each.objectTags().isEmpty()),
        stored);
    assertThat(stored.image().blockDeviceMappings().stream()
            .flatMap(mapping -> mapping.ebs().stream()))
        .noneMatch(EbsBlockDevice::isEncrypted);
    assertThat(stored.snapshots())
        .allMatch(snapshot -> snapshot.ownerId().equals(stored.storedBy()));
  }

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  void reports_in_every_state_come_up(@ForAll ImageUsageReport report) {
    Cases.countEach("state", ImageUsageReportState.WORDS.known(), report.state());
    Cases.count(
        ImmutableMap.<String, Predicate<ImageUsageReport>>of(
            "of all accounts", each -> each.accountIds().isEmpty(),
            "of some accounts", each -> each.accountIds().size() > 1,
            "on several types", each -> each.resourceTypes().size() > 1,
            "tagged", each -> each.tags().size() > 0),
        report);
  }

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  void entries_come_up_for_one_resource_and_for_many(@ForAll ImageUsageReportEntry entry) {
    Cases.count(
        ImmutableMap.<String, Predicate<ImageUsageReportEntry>>of(
            "one", each -> each.usageCount() == 1,
            "more than an int counts", each -> each.usageCount() > Integer.MAX_VALUE),
        entry);
  }

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  void requests_for_resources_come_up_with_options_and_without(
      @ForAll ResourceTypeRequest request) {
    Cases.countEach("type", ImageReferenceResourceType.WORDS.known(), request.resourceType());
    Cases.count(
        ImmutableMap.<String, Predicate<ResourceTypeRequest>>of(
            "states", each -> hasOption(each, "state-name"),
            "versions", each -> hasOption(each, "version-depth"),
            "no option", each -> each.resourceTypeOptions().isEmpty()),
        request);
  }

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  void references_of_every_type_come_up_with_an_ARN_that_fits(@ForAll ResourceReference reference) {
    Cases.countEach("type", ImageReferenceResourceType.WORDS.known(), reference.resourceType());
    String service = reference.resourceType().word();
    assertThat(service).startsWith(reference.arn().service() + ":");
  }

  @Property(tries = 200)
  @StatisticsReport(StatisticsReportMode.OFF)
  void advice_of_every_kind_comes_up(@ForAll Advice advice) {
    Cases.countEach("kind", Arrays.asList(AdviceKind.values()), advice.kind());
  }

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  void violations_of_every_kind_come_up_and_say_all(@ForAll Violation violation) {
    Cases.count(
        ImmutableMap.<String, Predicate<Violation>>of(
            "of a value", each -> each.path().isEmpty(),
            "of a member", each -> each.path().equals("imageId"),
            "deep inside", each -> each.path().contains("["),
            "long", each -> each.found().length() > 200,
            "another message",
                each -> !each.template().equals(each.rule().messages().get(0)),
            "with a hint", each -> !each.hint().isEmpty()),
        violation);
    assertThat(violation.message()).doesNotContainPattern(OPEN_PLACE);
  }

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  void refusals_of_one_and_of_several_violations_come_up(
      @ForAll Refusal refusal, @ForAll RefusedException exception) {
    Cases.count(
        ImmutableMap.<String, Predicate<Refusal>>of(
            "one", each -> each.violations().size() == 1,
            "several", each -> each.violations().size() > 1),
        refusal);
    Cases.count(
        ImmutableMap.<String, Predicate<RefusedException>>of(
            "of an operation", each -> !(each instanceof RuleViolationException),
            "of a value", RuleViolationException.class::isInstance,
            "of a value that lacks something", MissingAttributesException.class::isInstance),
        exception);
    assertThat(exception.errorMessage()).doesNotContainPattern(OPEN_PLACE);
  }

  private static boolean hasOption(ResourceTypeRequest request, String name) {
    return request.resourceTypeOptions().stream()
        .anyMatch(option -> option.optionName().equals(name));
  }
}
