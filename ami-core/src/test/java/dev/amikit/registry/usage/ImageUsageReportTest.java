package dev.amikit.registry.usage;

import static dev.amikit.registry.TestLaunch.IMAGE;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertRefused;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.ResourceId;
import dev.amikit.image.AmiState;
import dev.amikit.image.StateReason;
import dev.amikit.page.Page;
import dev.amikit.page.PageRequest;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.TestImages;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.Task;
import dev.amikit.registry.tag.DeleteTags;
import dev.amikit.registry.tag.DescribeTags;
import dev.amikit.registry.tag.TagDescription;
import dev.amikit.rule.Rules;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import dev.amikit.usage.ImageReferenceResourceType;
import dev.amikit.usage.ImageUsageReport;
import dev.amikit.usage.ImageUsageReportEntry;
import dev.amikit.usage.ImageUsageReportState;
import dev.amikit.usage.ResourceTypeOption;
import dev.amikit.usage.ResourceTypeRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who uses an image is counted by a report. */
class ImageUsageReportTest {
  private static final Duration WORK = Duration.ofMinutes(10);
  private static final ResourceTypeRequest INSTANCES =
      ResourceTypeRequest.of(ImageReferenceResourceType.INSTANCE);

  private final TestLaunch launch =
      new TestLaunch(TestRegistry.completing(CompletionPolicy.after(WORK)));
  private final TestRegistry ec2 = launch.ec2;
  private final Ec2 owner = ec2.owner();

  ImageUsageReportTest() {
    launch.put(image -> image
        .addLaunchPermission(LaunchPermission.userId(FRIEND))
        .addLaunchPermission(LaunchPermission.userId(STRANGER)));
  }

  private static CreateImageUsageReport.Builder request() {
    return CreateImageUsageReport.of(IMAGE).toBuilder();
  }

  private ImageUsageReport now(ImageUsageReportId id) {
    return owner.describeImageUsageReports(id).get(0);
  }

  private ImageUsageReport available() {
    ImageUsageReportId id = owner.createImageUsageReport(IMAGE);
    ec2.pass(WORK);
    return now(id);
  }

  private static ImageUsageReportEntry entry(
      ImageUsageReport report, AccountId account, long count) {
    return new ImageUsageReportEntry(
        report.reportId(),
        IMAGE,
        report.creationTime(),
        account,
        ImageReferenceResourceType.INSTANCE,
        count);
  }

  @Nested
  class A_report {
    @Test
    @Rules({"USE-01", "USE-03", "REF-06", "REF-07", "DEC-05"})
    void is_pending_until_it_is_available_with_entries() {
      launch.launchAs(FRIEND);

      ImageUsageReportId id = owner.createImageUsageReport(IMAGE);

      assertThat(id.value()).matches("amiur-[0-9a-f]{17}");
      ImageUsageReport pending = new ImageUsageReport(
          id,
          IMAGE,
          ImmutableList.of(INSTANCES),
          ImmutableList.of(),
          START,
          ImageUsageReportState.of("pending"),
          Optional.empty(),
          Tags.none());
      assertThat(now(id)).isEqualTo(pending);
      ec2.pass(WORK.minusNanos(1));
      assertThat(now(id)).isEqualTo(pending);
      assertThat(owner.describeImageUsageReportEntries(id)).isEmpty();
      ec2.pass(Duration.ofNanos(1));
      assertThat(now(id)).isEqualTo(pending.completed());
      assertThat(now(id).state()).hasToString("available");
      assertThat(owner.describeImageUsageReportEntries(id))
          .containsExactly(entry(now(id), FRIEND, 1));
    }

    @Test
    @Rules({"USE-03", "DEC-121", "CONF-13"})
    void that_could_not_be_created_is_in_error_and_tells_why() {
      launch.launchAs(FRIEND);
      ImageUsageReportId id = owner.createImageUsageReport(IMAGE);

      ec2.registry.aws().fail(HERE, id, new StateReason("Server.InternalError", "No data"));

      assertThat(now(id).state()).hasToString("error");
      assertThat(now(id).stateReason()).contains("No data");
      assertThat(owner.describeImageUsageReportEntries(id)).isEmpty();
      assertThat(owner.describeImageUsageReportEntries()).isEmpty();
    }

    @Test
    void has_a_reason_if_and_only_if_it_is_in_error() {
      ImageUsageReport report = available();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new ImageUsageReport(
              report.reportId(),
              IMAGE,
              report.resourceTypes(),
              report.accountIds(),
              START,
              ImageUsageReportState.ERROR,
              Optional.empty(),
              Tags.none()));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new ImageUsageReport(
              report.reportId(),
              IMAGE,
              report.resourceTypes(),
              report.accountIds(),
              START,
              ImageUsageReportState.AVAILABLE,
              Optional.of("because"),
              Tags.none()));
    }

    @Test
    @Rules({"USE-04", "REF-07", "QUOTA-12", "DEC-04"})
    void goes_30_days_after_it_was_asked_for() {
      launch.launchAs(FRIEND);
      ImageUsageReportId id = owner.createImageUsageReport(IMAGE);
      assertThat(now(id).expirationTime()).isEqualTo(START.plus(Duration.ofDays(30)));
      Object before = ec2.state().in(HERE).usageReports();
      assertThat(before).isNotEqualTo(new TestRegistry().state().in(HERE).usageReports());

      ec2.pass(Duration.ofDays(30).minusNanos(1));
      assertThat(owner.describeImageUsageReports()).hasSize(1);
      ec2.pass(Duration.ofNanos(1));

      assertThat(owner.describeImageUsageReports()).isEmpty();
      assertThat(owner.describeImageUsageReportEntries()).isEmpty();
      assertThat(ec2.state().in(HERE).usageReports())
          .isEqualTo(new TestRegistry().state().in(HERE).usageReports());
    }

    @Test
    @Rules("USE-04")
    void goes_after_30_days_even_if_it_is_still_pending() {
      TestLaunch slow = new TestLaunch(TestRegistry.completing(CompletionPolicy.whenTold()));
      slow.put(image -> image);
      slow.ec2.owner().createImageUsageReport(IMAGE);

      slow.ec2.pass(Duration.ofDays(30));

      assertThat(slow.ec2.owner().describeImageUsageReports()).isEmpty();
      assertThat(slow.ec2.state().in(HERE).agenda().tasks()).isEmpty();
      slow.ec2.owner().createImageUsageReport(IMAGE);
    }

    @Test
    @Rules("USE-04")
    void can_be_deleted_earlier_also_while_it_is_pending() {
      launch.launchAs(FRIEND);
      ImageUsageReport report = available();
      ImageUsageReportId pending = owner.createImageUsageReport(IMAGE);

      assertThat(owner.deleteImageUsageReport(report.reportId())).hasToString("true");
      owner.deleteImageUsageReport(pending);

      assertThat(owner.describeImageUsageReports()).isEmpty();
      assertThat(owner.describeImageUsageReportEntries()).isEmpty();
      assertThat(ec2.state().in(HERE).agenda().count(OWNER, Task.Kind.IMAGE_USAGE_COUNT))
          .isZero();
      ec2.pass(WORK);
      owner.createImageUsageReport(IMAGE);
    }

    @Test
    @Rules("USE-04")
    void is_the_callers_own_in_this_region() {
      ImageUsageReportId id = owner.createImageUsageReport(IMAGE);
      String message = "Value (%s) for parameter reportId is invalid. The image usage report does"
          + " not exist.";

      for (Ec2 other : List.of(ec2.as(FRIEND), ec2.as(OWNER, THERE))) {
        assertSays(
            () -> other.deleteImageUsageReport(id), "InvalidParameterValue", message.formatted(id));
        assertSays(
            () -> other.describeImageUsageReports(id),
            "InvalidParameterValue",
            message.formatted(id));
        assertSays(
            () -> other.describeImageUsageReportEntries(id),
            "InvalidParameterValue",
            message.formatted(id));
        assertThat(other.describeImageUsageReports()).isEmpty();
        assertThat(other.describeImageUsageReportEntries()).isEmpty();
      }
    }

    @ParameterizedTest
    @Rules("REF-07")
    @ValueSource(
        strings = {
          "amiur-0123456789ABCDEF0",
          "amiur-0123456789abcdef",
          "ami-0123456789abcdef0",
          "amiur-"
        })
    void has_an_id_of_hexadecimal_digits(String text) {
      assertSays(
          () -> ImageUsageReportId.of(text),
          "InvalidParameterValue",
          "Value (%s) for parameter reportId is invalid. Expected: 'amiur-...'.".formatted(text));
    }
  }

  @Nested
  class What_is_counted {
    @Test
    @Rules({"USE-06", "REF-06", "DEC-121"})
    void are_the_instances_of_each_other_account_that_are_not_terminated_when_it_ends() {
      launch.launch();
      Instance stopped = launch.launchAs(FRIEND);
      Instance terminated = launch.launchAs(FRIEND);
      launch.launchAs(STRANGER);
      ImageUsageReportId id = owner.createImageUsageReport(IMAGE);
      launch.launchAs(FRIEND);
      ec2.as(FRIEND).stopInstances(stopped.instanceId());
      ec2.as(FRIEND).terminateInstances(terminated.instanceId());

      ec2.pass(WORK);
      ImageUsageReport report = now(id);
      launch.launchAs(STRANGER);

      assertThat(owner.describeImageUsageReportEntries(id))
          .containsExactly(entry(report, FRIEND, 2), entry(report, STRANGER, 1));
    }

    @Test
    @Rules({"USE-01", "USE-06"})
    void is_the_use_by_the_accounts_that_were_asked_for() {
      launch.launchAs(FRIEND);
      launch.launchAs(STRANGER);
      ImageUsageReportId id = owner.createImageUsageReport(
          request().addAccountId(STRANGER).addAccountId(OWNER).build());
      ec2.pass(WORK);

      assertThat(now(id).accountIds()).containsExactly(STRANGER, OWNER);
      assertThat(owner.describeImageUsageReportEntries(id))
          .containsExactly(entry(now(id), STRANGER, 1));
    }

    @Test
    @Rules({"USE-06", "LIFE-22"})
    void is_the_use_of_the_one_image_also_after_it_was_deregistered() {
      ec2.put(TestLaunch.image(ec2.snapshot())
          .imageId(TestImages.id(1))
          .name("other")
          .addLaunchPermission(LaunchPermission.userId(FRIEND))
          .build());
      launch.launchAs(FRIEND);
      ec2.as(FRIEND).runInstances(TestLaunch.request().imageId(TestImages.id(1)).build());
      ImageUsageReportId id = owner.createImageUsageReport(IMAGE);
      owner.deregisterImage(IMAGE);

      ec2.pass(WORK);

      assertThat(owner.describeImageUsageReportEntries(id))
          .containsExactly(entry(now(id), FRIEND, 1));
    }
  }

  @Nested
  class A_request {
    @Test
    @Rules("USE-01")
    void names_at_least_one_resource_type_and_an_image() {
      assertSays(
          () -> owner.createImageUsageReport(
              CreateImageUsageReport.builder().imageId(IMAGE).build()),
          "MissingParameter",
          "The request must contain the parameter ResourceType");
      assertSays(
          () -> CreateImageUsageReport.builder().addResourceType(INSTANCES).build(),
          "MissingParameter",
          "The request must contain the parameter ImageId");
    }

    @ParameterizedTest
    @Rules({"USE-01", "REF-06", "DEC-121"})
    @ValueSource(
        strings = {"ec2:LaunchTemplate", "imagebuilder:ImageRecipe", "imagebuilder:ContainerRecipe"
        })
    void does_not_count_what_the_registry_has_none_of(String type) {
      assertSays(
          () -> owner.createImageUsageReport(request()
              .addResourceType(ResourceTypeRequest.of(ImageReferenceResourceType.of(type)))
              .build()),
          "UnsupportedOperation",
          "The resource type %s is not supported in this Region.".formatted(type));
    }

    @ParameterizedTest
    @Rules({"USE-01", "DEC-07"})
    @ValueSource(strings = {"ssm:Parameter", "ec2:Volume", "instance"})
    void does_not_count_other_types(String type) {
      assertSays(
          () -> owner.createImageUsageReport(request()
              .resourceTypes(List.of(ResourceTypeRequest.of(ImageReferenceResourceType.of(type))))
              .build()),
          "InvalidParameterValue",
          "Invalid value '%s' for resourceType.".formatted(type));
    }

    @Test
    @Rules("USE-02")
    void has_no_options_for_instances() {
      assertSays(
          () -> owner.createImageUsageReport(request()
              .resourceTypes(List.of(ResourceTypeRequest.of(
                  ImageReferenceResourceType.INSTANCE,
                  ResourceTypeOption.of("version-depth", "20"))))
              .build()),
          "InvalidParameterCombination",
          "ResourceTypeOptions can only be specified for resource type ec2:LaunchTemplate");
    }

    @Test
    @Rules({"USE-01", "QUOTA-12", "DEC-121"})
    void names_at_most_200_accounts() {
      ImmutableList<AccountId> accounts = IntStream.range(0, 201)
          .mapToObj(i -> AccountId.of("%012d".formatted(i)))
          .collect(ImmutableList.toImmutableList());
      assertThat(now(owner.createImageUsageReport(
                  request().accountIds(accounts.subList(0, 200)).build()))
              .accountIds())
          .hasSize(200);
      assertSays(
          () -> owner.createImageUsageReport(request().accountIds(accounts).build()),
          "InvalidParameterValue",
          "The maximum number of account IDs specified on a single call is 200");
    }

    @Test
    @Rules({"COM-12", "DEC-21", "DEC-24", "DEC-25"})
    void is_about_an_image_of_the_caller_that_is_registered() {
      assertSays(
          () -> ec2.as(FRIEND).createImageUsageReport(IMAGE),
          "AuthFailure",
          "Not authorized for image:" + IMAGE);
      assertSays(
          () -> owner.createImageUsageReport(TestImages.UNKNOWN),
          "InvalidAMIID.NotFound",
          "The image id '[%s]' does not exist".formatted(TestImages.UNKNOWN));
      ImageId binned = ec2.put(TestImages.binned(2)).imageId();
      assertRefused(
          ec2::state,
          () -> owner.createImageUsageReport(binned),
          "InvalidAMIID.Unavailable",
          "image.not-binned");
      owner.deregisterImage(IMAGE);
      assertSays(
          () -> owner.createImageUsageReport(IMAGE),
          "InvalidAMIID.Unavailable",
          "The image ID '%s' is no longer available".formatted(IMAGE));
    }

    @Test
    void is_about_an_image_in_any_stage_but_these() {
      for (AmiState state : List.of(AmiState.AVAILABLE, AmiState.DISABLED)) {
        ImageId id =
            ec2.put(TestImages.image(state.ordinal()).state(state).build()).imageId();
        assertThat(now(owner.createImageUsageReport(id)).imageId()).isEqualTo(id);
      }
    }

    @Test
    @Rules({"USE-01", "IDEM-01", "IDEM-02", "IDEM-03", "IDEM-04", "IDEM-05", "DEC-67"})
    void with_a_client_token_that_came_before_is_answered_as_it_was() {
      CreateImageUsageReport asked = request()
          .clientToken("token")
          .addTagSpecification(
              TagSpecification.imageUsageReport(Tags.of(Tag.of("a", "1"), Tag.of("b", "2"))))
          .build();
      ImageUsageReportId id = owner.createImageUsageReport(asked);
      ec2.pass(WORK);
      CreateImageUsageReport otherOrder = request()
          .clientToken("token")
          .addTagSpecification(
              TagSpecification.imageUsageReport(Tags.of(Tag.of("b", "2"), Tag.of("a", "1"))))
          .build();

      assertThat(owner.createImageUsageReport(otherOrder)).isEqualTo(id);
      assertThat(owner.describeImageUsageReports()).hasSize(1);
      assertSays(
          () -> owner.createImageUsageReport(
              asked.toBuilder().addAccountId(FRIEND).build()),
          "IdempotentParameterMismatch",
          "Client token already used before.");
      assertThat(owner.createImageUsageReport(
              asked.toBuilder().clientToken("TOKEN").build()))
          .isNotEqualTo(id);
    }

    @Test
    @Rules({"IDEM-02", "DEC-67"})
    void has_a_client_token_of_at_most_128_characters() {
      owner.createImageUsageReport(request().clientToken("x".repeat(128)).build());
      assertSays(
          () -> owner.createImageUsageReport(
              request().clientToken("x".repeat(129)).build()),
          "InvalidClientToken",
          "Client token must be less than or equal to 128 characters.");
    }

    @Test
    @Rules({"IDEM-07", "USE-04"})
    void is_a_new_one_when_the_report_has_been_deleted() {
      CreateImageUsageReport asked = request().clientToken("token").build();
      ImageUsageReportId id = owner.createImageUsageReport(asked);
      owner.deleteImageUsageReport(id);

      assertThat(owner.createImageUsageReport(asked)).isNotEqualTo(id);
    }
  }

  @Nested
  class The_quotas {
    private final TestLaunch tight = new TestLaunch(new TestRegistry(RegistrySettings.builder()
        .ids(IdSource.counting())
        .completion(CompletionPolicy.after(WORK))
        .quotas(Quotas.builder().usageReports(2).usageReportsPerImage(2).build())
        .build()));

    @Test
    @Rules({"USE-05", "QUOTA-12", "DEC-101", "DEC-121"})
    void are_one_report_on_an_image_and_2000_of_an_account_in_progress() {
      assertThat(Quotas.standard().usageReports()).isEqualTo(2_000);
      assertThat(Quotas.standard().usageReportsPerImage()).isEqualTo(1);
      owner.createImageUsageReport(IMAGE);

      assertSays(
          () -> owner.createImageUsageReport(IMAGE),
          "ResourceLimitExceeded",
          "You have reached your quota of 1 for the number of image usage reports in progress for"
              + " one image in this Region.");
      ec2.pass(WORK);
      owner.createImageUsageReport(IMAGE);
    }

    @Test
    @Rules({"USE-05", "QUOTA-12", "DEC-101"})
    void are_configurable_and_count_what_is_in_progress_in_the_region() {
      tight.put(image -> image);
      ImageId other = tight.ec2.put(TestImages.image(1).build()).imageId();
      Ec2 caller = tight.ec2.owner();
      caller.createImageUsageReport(IMAGE);
      caller.createImageUsageReport(IMAGE);

      assertSays(
          () -> caller.createImageUsageReport(IMAGE),
          "ResourceLimitExceeded",
          "You have reached your quota of 2 for the number of image usage reports in progress for"
              + " one image in this Region.");
      assertSays(
          () -> caller.createImageUsageReport(other),
          "ResourceLimitExceeded",
          "You have reached your quota of 2 for the number of image usage reports in progress for"
              + " this account in this Region.");
      tight.ec2.pass(WORK);
      caller.createImageUsageReport(other);
    }
  }

  @Nested
  class Tags_of_a_report {
    private final TagSpecification given =
        TagSpecification.imageUsageReport(Tags.of("env", "prod"));

    @Test
    @Rules({"COM-16", "TAG-17"})
    void come_with_the_request_and_are_of_no_other_type() {
      ImageUsageReportId id =
          owner.createImageUsageReport(request().addTagSpecification(given).build());

      assertThat(now(id).tags()).isEqualTo(Tags.of("env", "prod"));
      assertSays(
          () -> owner.createImageUsageReport(request()
              .addTagSpecification(TagSpecification.image(Tags.of("env", "prod")))
              .build()),
          "InvalidParameterValue",
          "'image' is not a valid taggable resource type for this operation.");
    }

    @Test
    void are_at_most_as_many_as_a_resource_can_have() {
      Tags many =
          Tags.from(IntStream.range(0, 51).mapToObj(i -> Tag.of("key-" + i, "")).toList());
      assertSays(
          () -> owner.createImageUsageReport(request()
              .addTagSpecification(TagSpecification.imageUsageReport(many))
              .build()),
          "TagLimitExceeded",
          "The maximum number of Tags for a resource has been reached.");
    }

    @Test
    @Rules("TAG-24")
    void are_changed_and_described_like_others() {
      ImageUsageReportId id =
          owner.createImageUsageReport(request().addTagSpecification(given).build());
      ec2.pass(WORK);

      owner.createTags(Tags.of("team", "one"), id);
      owner.deleteTags(List.of(DeleteTags.TagToDelete.of("env")), id);

      assertThat(now(id).tags()).isEqualTo(Tags.of("team", "one"));
      assertThat(now(id).isAvailable()).isTrue();
      assertThat(owner
              .call(DescribeTags.of(Filter.of("resource-type", "image-usage-report")))
              .items())
          .containsExactly(new TagDescription("team", id.value(), "image-usage-report", "one"));
      assertThat(ResourceId.parse(id.value())).isEqualTo(id);
    }

    @Test
    @Rules("TAG-12")
    void are_the_owners_alone() {
      ImageUsageReportId id =
          owner.createImageUsageReport(request().addTagSpecification(given).build());

      assertSays(
          () -> ec2.as(FRIEND).createTags(Tags.of("a", "b"), id),
          "InvalidParameterValue",
          "Value (%s) for parameter reportId is invalid. The image usage report does not exist."
              .formatted(id));
      assertThat(ec2.as(FRIEND).call(DescribeTags.of()).items()).isEmpty();
    }
  }

  @Nested
  class A_list {
    @Test
    void is_of_the_reports_and_images_that_it_is_asked_for_by() {
      ImageId image = ec2.put(TestImages.image(1).build()).imageId();
      ImageUsageReport first = available();
      ImageUsageReport second = available();
      ImageUsageReport other = now(owner.createImageUsageReport(image));

      assertThat(reports(ImmutableSet.of(IMAGE), ImmutableSet.of()))
          .containsExactlyInAnyOrder(first, second);
      assertThat(
              reports(ImmutableSet.of(IMAGE), ImmutableSet.of(first.reportId(), other.reportId())))
          .containsExactly(first);
      assertThat(reports(ImmutableSet.of(TestImages.UNKNOWN), ImmutableSet.of()))
          .isEmpty();
      assertThat(owner.describeImageUsageReports()).hasSize(3);
    }

    private List<ImageUsageReport> reports(
        ImmutableSet<ImageId> imageIds, ImmutableSet<ImageUsageReportId> reportIds) {
      return owner
          .describeImageUsageReports(new DescribeImageUsageReports(
              imageIds, reportIds, ImmutableList.of(), PageRequest.first()))
          .items();
    }

    @ParameterizedTest
    @CsvSource({
      "state, available, 1",
      "state, pending, 1",
      "state, error, 0",
      "creation-time, 2026-11-01T12:00:00.000Z, 1",
      "creation-time, 2026-11-01T12*, 2",
      "creation-time, 2026-10*, 0",
      "tag:env, prod, 1",
      "tag:env, test, 0",
      "tag-key, env, 1"
    })
    void of_reports_takes_filters(String name, String value, int found) {
      ImageUsageReport tagged = available();
      owner.createTags(Tags.of("env", "prod"), tagged.reportId());
      owner.createImageUsageReport(IMAGE);

      assertThat(owner
              .describeImageUsageReports(DescribeImageUsageReports.of(Filter.of(name, value)))
              .items())
          .hasSize(found);
    }

    @ParameterizedTest
    @CsvSource({
      "account-id, 444455556666, 1",
      "account-id, *, 2",
      "account-id, 111122223333, 0",
      "creation-time, 2026-11-01T12:00:00.000Z, 2",
      "creation-time, 2026-10*, 0",
      "resource-type, ec2:Instance, 2",
      "resource-type, ec2:LaunchTemplate, 0"
    })
    void of_entries_takes_filters(String name, String value, int found) {
      launch.launchAs(FRIEND);
      launch.launchAs(STRANGER);
      available();

      assertThat(owner
              .describeImageUsageReportEntries(
                  DescribeImageUsageReportEntries.of(Filter.of(name, value)))
              .items())
          .hasSize(found);
    }

    @Test
    @Rules("DEC-106")
    void takes_no_other_filters() {
      assertSays(
          () -> owner.describeImageUsageReports(
              DescribeImageUsageReports.of(Filter.of("image-id", "x"))),
          "InvalidParameterValue",
          "The filter 'image-id' is invalid");
      assertSays(
          () -> owner.describeImageUsageReportEntries(
              DescribeImageUsageReportEntries.of(Filter.of("state", "available"))),
          "InvalidParameterValue",
          "The filter 'state' is invalid");
    }

    @Test
    void of_entries_is_of_the_images_that_it_is_asked_for_by() {
      launch.launchAs(FRIEND);
      ImageUsageReport report = available();

      assertThat(entries(IMAGE)).containsExactly(entry(report, FRIEND, 1));
      assertThat(entries(TestImages.UNKNOWN)).isEmpty();
    }

    private List<ImageUsageReportEntry> entries(ImageId image) {
      return owner
          .describeImageUsageReportEntries(new DescribeImageUsageReportEntries(
              ImmutableSet.of(image), ImmutableSet.of(), ImmutableList.of(), PageRequest.first()))
          .items();
    }

    @Test
    @Rules("WAIT-05")
    void comes_in_pages_of_any_size() {
      launch.launchAs(FRIEND);
      launch.launchAs(STRANGER);
      ImageUsageReport report = available();
      DescribeImageUsageReportEntries asked = DescribeImageUsageReportEntries.of();

      Page<ImageUsageReportEntry> page =
          owner.describeImageUsageReportEntries(asked.on(PageRequest.of(1)));
      Page<ImageUsageReportEntry> next = owner.describeImageUsageReportEntries(
          asked.on(PageRequest.of(1).after(page.nextToken().orElseThrow())));

      assertThat(page.items()).containsExactly(entry(report, FRIEND, 1));
      assertThat(next.items()).containsExactly(entry(report, STRANGER, 1));
      assertThat(next.nextToken()).isEmpty();
      assertThat(owner
              .describeImageUsageReports(
                  DescribeImageUsageReports.of().on(PageRequest.of(Integer.MAX_VALUE)))
              .items())
          .containsExactly(report);
    }

    @Test
    @Rules("DEC-102")
    void has_at_least_one_item_a_page() {
      String message = "1 validation error detected: Value '0' at 'maxResults' failed to satisfy"
          + " constraint: Member must have value greater than or equal to 1";
      PageRequest none = new PageRequest(OptionalInt.of(0), Optional.empty());
      assertSays(
          () -> owner.describeImageUsageReports(DescribeImageUsageReports.of().on(none)),
          "InvalidParameterValue",
          message);
      assertSays(
          () -> owner.describeImageUsageReportEntries(
              DescribeImageUsageReportEntries.of().on(none)),
          "InvalidParameterValue",
          message);
    }

    @Test
    @Rules("DEC-102")
    void is_asked_for_by_at_most_200_images_and_reports() {
      ImmutableSet<ImageId> images =
          IntStream.range(0, 201).mapToObj(TestImages::id).collect(ImmutableSet.toImmutableSet());
      ImmutableSet<ImageUsageReportId> reports = IntStream.range(0, 201)
          .mapToObj(i -> ImageUsageReportId.of("amiur-%017x".formatted(i)))
          .collect(ImmutableSet.toImmutableSet());

      assertSays(
          () -> reports(images, ImmutableSet.of()),
          "InvalidParameterValue",
          "The maximum number of imageIds specified on a single call is 200");
      assertSays(
          () -> owner.describeImageUsageReportEntries(reports.toArray(ImageUsageReportId[]::new)),
          "InvalidParameterValue",
          "The maximum number of reportIds specified on a single call is 200");
      assertThat(reports(
              images.stream().limit(200).collect(ImmutableSet.toImmutableSet()), ImmutableSet.of()))
          .isEmpty();
    }

    @Test
    void of_entries_has_what_was_counted_with_the_number_of_resources() {
      assertThatIllegalArgumentException().isThrownBy(() -> entry(available(), FRIEND, 0));
      launch.launchAs(FRIEND);
      launch.launchAs(FRIEND);
      ImageUsageReport report = available();

      assertThat(owner.describeImageUsageReportEntries(report.reportId()))
          .extracting(
              ImageUsageReportEntry::accountId,
              ImageUsageReportEntry::resourceType,
              ImageUsageReportEntry::usageCount,
              ImageUsageReportEntry::reportCreationTime)
          .containsExactly(
              tuple(FRIEND, ImageReferenceResourceType.INSTANCE, 2L, report.creationTime()));
    }
  }
}
