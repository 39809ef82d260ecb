package dev.amikit.query;

import static dev.amikit.query.Samples.ami;
import static dev.amikit.query.Samples.owner;
import static dev.amikit.query.Samples.snapshot;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableSet;
import dev.amikit.filter.Filter;
import dev.amikit.image.ImageName;
import dev.amikit.page.PageRequest;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.instance.DescribeInstanceImageMetadata;
import dev.amikit.registry.recyclebin.ListImagesInRecycleBin;
import dev.amikit.registry.recyclebin.ListRules;
import dev.amikit.registry.recyclebin.ListSnapshotsInRecycleBin;
import dev.amikit.registry.snapshot.DescribeLockedSnapshots;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.tag.DescribeTags;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What EC2 says of queries that it does not serve, letter by letter. */
class QueryMessagesTest {
  private final TestLaunch at = new TestLaunch();
  private final TestRegistry ec2 = at.ec2;

  @Nested
  class Ids {
    @Test
    @Rules({"MSG-001", "QRY-03"})
    void one_image_that_never_existed() {
      assertSays(
          () -> ec2.owner()
              .describeImages(ImageQuery.builder().imageIds("ami-12345678").build()),
          "InvalidAMIID.NotFound",
          "The image id '[ami-12345678]' does not exist");
    }

    @Test
    @Rules({"MSG-002", "QRY-03", "COM-03"})
    void several_images_of_which_only_the_missing_ones_are_named() {
      ImageQuery query = ImageQuery.builder()
          .imageIds("ami-22222222", "ami-00000001", "ami-11111111")
          .build();
      assertSays(
          () -> query.answer(List.of(ami(1)), owner()).orThrow(),
          "InvalidAMIID.NotFound",
          "The image ids '[ami-22222222, ami-11111111]' do not exist");
    }

    @Test
    @Rules({"MSG-006", "SQRY-04"})
    void a_snapshot_that_does_not_exist() {
      assertSays(
          () -> ec2.owner()
              .describeSnapshots(
                  SnapshotQuery.builder().snapshotIds("snap-12345678").build()),
          "InvalidSnapshot.NotFound",
          "The snapshot 'snap-12345678' does not exist.");
    }

    @Test
    @Rules({"MSG-150", "QRY-19"})
    void images_together_with_a_page_size() {
      assertSays(
          () -> ImageQuery.builder().imageIds("ami-12345678").maxResults(5).build(),
          "InvalidParameterCombination",
          "The parameter imageIdsSet cannot be used with the parameter maxResults");
    }

    @Test
    @Rules("SQRY-08")
    void snapshots_together_with_a_page_size() {
      assertSays(
          () ->
              SnapshotQuery.builder().snapshotIds("snap-12345678").maxResults(5).build(),
          "InvalidParameterCombination",
          "The parameter snapshotSet cannot be used with the parameter maxResults");
    }

    @Test
    @Rules("QRY-06")
    void more_than_a_query_names() {
      String[] many =
          IntStream.rangeClosed(0, 1_000).mapToObj("ami-%08x"::formatted).toArray(String[]::new);
      assertSays(
          () -> ImageQuery.builder().imageIds(many).build(),
          "InvalidParameterValue",
          "The maximum number of IDs specified on a single call is 1000");
    }

    @Test
    void owners_that_are_no_accounts() {
      assertSays(
          () -> ImageQuery.builder().owners("self", "99720109477").build(),
          "InvalidUserID.Malformed",
          "Invalid user id: \"99720109477\"");
      assertSays(
          () -> SnapshotQuery.builder().restorableByUserIds("everyone").build(),
          "InvalidUserID.Malformed",
          "Invalid user id: \"everyone\"");
    }
  }

  @Nested
  class Names_and_values_of_filters {
    @ParameterizedTest
    @CsvSource(
        nullValues = "null",
        value = {
          "ami_id, null",
          "owner_id, owner-id",
          "OwnerId, owner-id",
          "ImageId, image-id",
          "Architecture, architecture",
          "virtualisation-type, virtualization-type",
          "image-watermark-key, null",
          "tag-value, null",
          "tag:, tag:KEY",
          "tag, tag:KEY",
          "tags:env, tag:env",
          "Tag:env, tag:env",
          "label:env, null",
          "'', null",
        })
    @Rules({"MSG-144", "FLT-04"})
    void a_name_that_images_are_not_filtered_by(String name, String meant) {
      ThrowingCallable call =
          () -> ImageQuery.builder().filter("state", "x").filter(name, "x").build();
      assertSays(call, "InvalidParameterValue", "The filter '" + name + "' is invalid");
      assertThat(violation(call).path()).isEqualTo("filters[1].name");
      assertThat(violation(call).hint())
          .isEqualTo(meant == null ? "" : "did you mean " + meant + "?");
    }

    @Test
    @Rules({"MSG-144", "FLT-04"})
    void a_name_that_others_are_not_filtered_by() {
      ThrowingCallable snapshots =
          () -> SnapshotQuery.builder().filter("state", "error").build();
      assertSays(snapshots, "InvalidParameterValue", "The filter 'state' is invalid");
      assertThat(violation(snapshots))
          .hasToString("a filter has one of the names that the operation documents, letter case"
              + " included, but filters[0].name was 'state' (did you mean status?)"
              + " [query.filter-name, InvalidParameterValue]");
      ThrowingCallable tags =
          () -> ec2.owner().describeTags(DescribeTags.of(Filter.of("resource-typ", "image")));
      assertSays(tags, "InvalidParameterValue", "The filter 'resource-typ' is invalid");
      assertThat(violation(tags).hint()).isEqualTo("did you mean resource-type?");
    }

    @ParameterizedTest
    @CsvSource({
      "Cloud-Base-\\d*, \\d",
      "Fedora-Cloud-Base-(.\\d)-([^.]*.){2}x86_64-hvm-(.*)-gp2(.*), \\d",
      "\\\\\\a\\b, \\a",
      "golden\\, \\",
      "\\\uD83D\uDE00, \\\uD83D\uDE00",
    })
    @Rules({"MSG-145", "DEC-150", "FLT-09"})
    void a_backslash_that_escapes_nothing(String value, String sequence) {
      ThrowingCallable call =
          () -> ImageQuery.builder().filter("name", "golden", value).build();
      assertSays(
          call,
          "InvalidParameterValue",
          "Invalid filter value: The escape sequence '" + sequence + "' is invalid");
      assertThat(violation(call).path()).isEqualTo("filters[0].values[1]");
      assertThat(violation(call).found()).isEqualTo(value);
    }

    @Test
    @Rules({"DEC-150", "FLT-08"})
    void a_backslash_before_a_wild_card_or_another_is_taken() {
      assertThat(ImageQuery.builder().filter("name", "\\*\\?\\\\*").build().filters())
          .hasSize(1);
    }

    @Test
    @Rules({"MSG-146", "DEC-150", "FLT-12"})
    void more_than_200_values_on_a_call() {
      ThrowingCallable call = () -> ImageQuery.builder()
          .filter("name", numbers(150))
          .filter("description", numbers(51))
          .build();
      assertSays(
          call,
          "FilterLimitExceeded",
          "The maximum number of filter values specified on a single call is 200");
      assertThat(violation(call).path()).isEqualTo("filters");
      assertThat(violation(call).found()).isEqualTo("201 values");
      assertThat(ImageQuery.builder()
              .filter("name", numbers(150))
              .filter("description", numbers(50))
              .build()
              .filters())
          .hasSize(2);
    }

    @Test
    @Rules("FLT-12")
    void more_than_50() {
      ImageQuery.Builder query = ImageQuery.builder();
      IntStream.rangeClosed(0, 50).forEach(i -> query.filter("name", "x"));
      assertSays(
          query::build,
          "FilterLimitExceeded",
          "The maximum number of filters specified on a single call is 50");
    }

    @Test
    @Rules({"MSG-147", "DEC-150", "FLT-12"})
    void a_value_over_255_characters() {
      ThrowingCallable call =
          () -> SnapshotQuery.builder().filter("description", "x".repeat(256)).build();
      assertSays(
          call, "FilterLimitExceeded", "The maximum length for a filter value is 255 characters");
      assertThat(violation(call).path()).isEqualTo("filters[0].values[0]");
    }

    @Test
    @Rules({"MSG-154", "QRY-17", "FLT-66"})
    void the_disabled_state_without_the_flag() {
      ThrowingCallable call = () -> ImageQuery.builder()
          .filter("name", "x")
          .filter("state", "available", "disabled")
          .build();
      assertSays(
          call,
          "InvalidParameter",
          "When filtering by the 'disabled' state, 'IncludeDisabled' must be set to 'true' in the"
              + " request.");
      assertThat(violation(call).path()).isEqualTo("filters[1].values[1]");
      assertThat(violation(call).found()).isEqualTo("disabled");
    }
  }

  @Nested
  class Pages {
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 4})
    @Rules({"MSG-148", "QRY-18"})
    void of_fewer_than_5_images(int size) {
      assertSays(
          () -> ImageQuery.builder().maxResults(size).build(),
          "InvalidParameterValue",
          "Invalid value '" + size + "' for maxResults. Expecting a value greater than 5.");
    }

    @Test
    @Rules("QRY-18")
    void of_more_than_1000_images() {
      assertSays(
          () -> ImageQuery.builder().maxResults(1_001).build(),
          "InvalidParameterValue",
          "Invalid value '1001' for maxResults. Expecting a value less than 1000.");
    }

    @Test
    @Rules({"MSG-149", "SQRY-08", "TAG-24"})
    void of_fewer_than_5_snapshots_or_tags() {
      String words =
          "Value ( 4 ) for parameter maxResults is invalid. Expecting a value greater than 5.";
      assertSays(
          () -> SnapshotQuery.builder().maxResults(4).build(), "InvalidParameterValue", words);
      assertSays(
          () -> ec2.owner().describeTags(DescribeTags.of().on(PageRequest.of(4))),
          "InvalidParameterValue",
          words);
      assertSays(
          () -> ec2.owner().describeTags(DescribeTags.of().on(PageRequest.of(1_001))),
          "InvalidParameterValue",
          "Value ( 1001 ) for parameter maxResults is invalid. Expecting a value less than 1000.");
    }

    @Test
    @Rules({"MSG-155", "REF-03", "BIN-23"})
    void of_the_newer_operations() {
      assertNewerSay(
          0,
          "1 validation error detected: Value '0' at 'maxResults' failed to satisfy constraint:"
              + " Member must have value greater than or equal to 1");
      assertNewerSay(
          1_001,
          "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint:"
              + " Member must have value less than or equal to 1000");
    }

    private void assertNewerSay(int size, String words) {
      PageRequest page = PageRequest.of(size);
      List.of(
              new DescribeInstanceImageMetadata(ImmutableSet.of()).on(page),
              new ListImagesInRecycleBin(ImmutableSet.of(), page))
          .forEach(listing ->
              assertSays(() -> ec2.owner().call(listing), "InvalidParameterValue", words));
      assertSays(
          () -> ec2.owner().call(new ListRules(ResourceType.EC2_IMAGE).on(page)),
          "ValidationException",
          words);
    }

    @Test
    @Rules("MSG-155")
    void of_the_newer_operations_on_snapshots() {
      assertNewerOnSnapshotsSay(
          4,
          "1 validation error detected: Value '4' at 'maxResults' failed to satisfy constraint:"
              + " Member must have value greater than or equal to 5");
      assertNewerOnSnapshotsSay(
          1_001,
          "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint:"
              + " Member must have value less than or equal to 1000");
    }

    private void assertNewerOnSnapshotsSay(int size, String words) {
      PageRequest page = PageRequest.of(size);
      List.of(
              new ListSnapshotsInRecycleBin(ImmutableSet.of(), page),
              new DescribeLockedSnapshots(ImmutableSet.of()).on(page))
          .forEach(listing ->
              assertSays(() -> ec2.owner().call(listing), "InvalidParameterValue", words));
    }

    @Test
    @Rules({"MSG-152", "QRY-21"})
    void after_a_text_that_is_no_token() {
      assertSays(
          () -> ec2.owner()
              .describeImages(
                  ImageQuery.builder().maxResults(5).nextToken("no token").build()),
          "InvalidNextToken",
          "Unable to parse pagination token");
    }

    @Test
    @Rules({"MSG-153", "QRY-21"})
    void after_the_token_of_another_query() {
      ImageQuery query = ImageQuery.builder().maxResults(5).build();
      String token = query
          .answer(IntStream.range(0, 6).mapToObj(Samples::ami).toList(), owner())
          .orThrow()
          .nextToken()
          .orElseThrow();
      SnapshotQuery another = SnapshotQuery.builder().nextToken(token).build();
      assertSays(
          () -> another.answer(List.of(snapshot(1).build()), owner()).orThrow(),
          "InvalidNextToken",
          "Value ( " + token + " ) for parameter NextToken is invalid. The token is Invalid.");
    }
  }

  @Nested
  class Client_tokens {
    @Test
    @Rules({"MSG-162", "IDEM-04"})
    void that_came_with_another_request() {
      CopyImage.Builder request = CopyImage.builder()
          .sourceImageId(at.put(image -> image).imageId())
          .sourceRegion(TestRegistry.HERE)
          .clientToken("again");
      ec2.owner().copyImage(request.name(ImageName.of("one")).build());
      assertSays(
          () -> ec2.owner().copyImage(request.name(ImageName.of("another")).build()),
          "IdempotentParameterMismatch",
          "Client token already used before.");
    }

    @Test
    @Rules("IDEM-02")
    void that_are_too_long() {
      CopyImage request = CopyImage.builder()
          .sourceImageId(at.put(image -> image).imageId())
          .sourceRegion(TestRegistry.HERE)
          .name(ImageName.of("copy"))
          .clientToken("x".repeat(129))
          .build();
      assertSays(
          () -> ec2.owner().copyImage(request),
          "InvalidClientToken",
          "Client token must be less than or equal to 128 characters.");
    }
  }

  private static String[] numbers(int count) {
    return IntStream.range(0, count).mapToObj(String::valueOf).toArray(String[]::new);
  }

  private static Violation violation(ThrowingCallable call) {
    return catchThrowableOfType(RefusedException.class, call).violations().get(0);
  }
}
