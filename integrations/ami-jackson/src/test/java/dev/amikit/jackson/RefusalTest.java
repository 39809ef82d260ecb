package dev.amikit.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageAttribute;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
  @Test
  @Rules({"WIN-01", "WIN-02"})
  void an_image_is_refused_with_every_rule_between_its_members() {
    assertThat(violations(RefusalTest::makeWindowsOnInstanceStore))
        .extracting(v -> v.rule().toString(), Violation::path)
        .containsExactly(
            tuple("ami.windows-requires-ebs-root", "RootDeviceType"),
            tuple("ami.windows-requires-hvm", "VirtualizationType"),
            tuple("ami.source-instance-requires-ebs-root", "SourceInstanceId"));
  }

  @Test
  void broken_parts_do_not_hide_each_other_nor_rules_between_members() {
    assertThat(violations(image -> {
          makeWindowsOnInstanceStore(image);
          image.remove("SourceInstanceId");
          image.put("KernelId", "kernel");
          image.withArray("Tags").addObject().put("Key", "").put("Value", "x");
          image.withArray("Tags").addObject().put("Key", "no value");
          ((ObjectNode) image.at("/BlockDeviceMappings/0/Ebs"))
              .put("VolumeSize", 0)
              .put("Iops", -1);
          ((ObjectNode) image.at("/ImageWatermarks/0")).put("SourceImageRegion", "Mars");
        }))
        .extracting(v -> v.rule().toString(), Violation::path)
        .containsExactlyInAnyOrder(
            tuple("kernel-id.format", "KernelId"),
            tuple("tag.key-not-empty", "Tags[2].Key"),
            tuple("value.required-attribute", "Tags[3].Value"),
            tuple("ebs-block-device.size-within-type", "BlockDeviceMappings[0].Ebs.VolumeSize"),
            tuple(
                "ebs-block-device.figures-not-negative",
                "BlockDeviceMappings[0].Ebs.Iops"), // the figure that is negative, by its own name
            tuple("region.format", "ImageWatermarks[0].SourceImageRegion"),
            tuple("ami.windows-requires-ebs-root", "RootDeviceType"),
            tuple("ami.windows-requires-hvm", "VirtualizationType"));
  }

  @Test
  void all_missing_members_are_told() {
    assertThat(violations(image -> image.remove(List.of("State", "ImageId"))))
        .extracting(v -> v.rule().toString(), Violation::path)
        .containsExactlyInAnyOrder(
            tuple("value.required-attribute", "State"),
            tuple("value.required-attribute", "ImageId"));
  }

  @Test
  void attributes_without_their_image_are_refused() {
    assertThatThrownBy(() -> ImageAttribute.builder().build())
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.errorCode()).isEqualTo(ErrorCode.MISSING_PARAMETER));
  }

  @Test
  void a_refused_member_is_not_called_missing_too() {
    assertThat(violations(image -> image.put("State", "asleep")))
        .extracting(v -> v.rule().toString(), Violation::path)
        .containsExactly(tuple("ami-state.known", "State"));
  }

  @ParameterizedTest
  @CsvSource({"PlatformDetails", "UsageOperation", "RootDeviceType", "Name", "SourceImageId"})
  void no_rule_is_said_to_be_broken_by_the_absence_of_what_was_refused(String member) {
    assertThat(violations(image -> image.put(member, 1)))
        .extracting(v -> v.rule().toString())
        .containsExactly("json.text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ImageId             | 7                   | json.text         | ImageId",
        "Name                | [\"a\"]             | json.text         | Name",
        "Public              | \"true\"            | json.boolean      | Public",
        "Tags                | \"Name=golden\"     | json.list         | Tags",
        "Tags                | {\"Key\": \"Name\"} | json.list         | Tags",
        "Tags                | [[]]                | json.object       | Tags[0]",
        "BlockDeviceMappings | [null]              | json.object       | BlockDeviceMappings[0]",
        "StateReason         | \"failed\"          | json.object       | StateReason",
        "CreationDate        | \"yesterday\"       | json.time         | CreationDate",
        "CreationDate        | \"2026-02-30T00:00:00.000Z\" | json.time | CreationDate",
        "CreationDate        | 1793500000          | json.text         | CreationDate",
      })
  void a_member_of_the_wrong_shape_is_refused(
      String member, String json, String rule, String path) {
    assertThat(violations(image -> image.set(member, Documents.tree(json))))
        .extracting(v -> v.rule().toString(), Violation::path)
        .containsExactly(tuple(rule, path));
  }

  @ParameterizedTest
  @CsvSource({"8.0", "8e0", "1e999999999", "99999999999", "-9223372036854775809", "'\"8\"'", "true"
  })
  void a_figure_is_a_whole_number_of_its_size(String json) {
    assertThat(violations(image -> ((ObjectNode) image.at("/BlockDeviceMappings/0/Ebs"))
            .set("VolumeSize", Documents.tree(json))))
        .extracting(v -> v.rule().toString(), Violation::path)
        .containsExactly(tuple("json.whole-number", "BlockDeviceMappings[0].Ebs.VolumeSize"));
  }

  @ParameterizedTest
  @CsvSource({"'100 %'", "%", "100", "-1%", "1e2%", "99999999999%", "٣%"})
  void progress_of_another_form_is_refused(String text) {
    ObjectNode snapshot =
        (ObjectNode) Documents.tree(Documents.text("snapshots.json")).at("/Snapshots/0");
    assertThat(violations(AmiJson.snapshot().read(snapshot.put("Progress", text))))
        .extracting(v -> v.rule().toString(), Violation::path)
        .containsExactly(tuple("json.percent", "Progress"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                               | json.one-grantee      |",
        "{\"UserId\": \"444455556666\", \"Group\": \"all\"} | json.one-grantee    |",
        "{\"UserId\": \"4444\"}                           | account-id.format     | .UserId",
        "{\"Group\": \"some\"}                            | permission.group-is-all | .Group",
      })
  @Rules({"PERM-05", "PERM-06"})
  void a_permission_has_one_grantee(String json, String rule, String path) {
    String document =
        "{\"ImageId\": \"ami-01234567\", \"LaunchPermissions\": [%s]}".formatted(json);
    assertThat(violations(AmiJson.imageAttributes().read(document)))
        .extracting(v -> v.rule().toString(), Violation::path)
        .containsExactly(tuple(rule, "LaunchPermissions[0]" + (path == null ? "" : path)));
  }

  @Test
  void a_refused_image_is_kept_as_it_was_and_the_others_are_read() {
    ObjectNode good = Documents.image();
    JsonNode bad = Documents.image(image -> image.put("State", "asleep").put("New", 1.10));
    AnswerDocument<Ami> answer = AmiJson.images().read(Documents.images(good, bad, bad, good));
    assertThat(answer.values()).hasSize(2);
    assertThat(answer.refused())
        .hasSize(2)
        .allSatisfy(refused -> assertThat(refused.content().toString()).isEqualTo(bad.toString()));
    assertThatThrownBy(answer::orThrow).isInstanceOfSatisfying(RuleViolationException.class, e -> {
      assertThat(e.violations())
          .extracting(Violation::path)
          .containsExactly("Images[1].State", "Images[2].State");
      assertThat(answer.refusal()).contains(e.refusal());
    });
    assertThat(answer.records())
        .extracting(record -> record.refusal().map(Refusal::errorCode))
        .containsExactly(
            Optional.empty(),
            Optional.of(ErrorCode.INVALID_PARAMETER_VALUE),
            Optional.of(ErrorCode.INVALID_PARAMETER_VALUE),
            Optional.empty());
    assertThat(AmiJson.images().read(Documents.images(good)).refusal()).isEmpty();
  }

  @Test
  void a_fraction_in_a_refused_image_keeps_its_digits() {
    String image = "{\"ImageId\":\"x\",\"Figure\":1.10,\"Big\":123456789012345678901234567890}";
    AnswerDocument<Ami> answer = AmiJson.images().read("{\"Images\":[" + image + "]}");
    assertThat(answer.refused().get(0).content()).hasToString(image);
  }

  @Rules({"LIFE-01", "DEC-07"})
  @Test
  void an_image_in_a_state_that_EC2_does_not_have_is_told_with_all_that_it_said() {
    JsonNode bad = Documents.image(image -> image.put("State", "archived"));
    AnswerDocument<Ami> answer = AmiJson.images().read(Documents.images(bad, Documents.image()));

    assertThat(answer.values()).hasSize(1);
    assertThat(answer.refused().get(0).content()).isEqualTo(bad);
    assertThat(answer.refusal().orElseThrow().violations())
        .extracting(v -> v.rule().toString(), Violation::path, Violation::found)
        .containsExactly(tuple("ami-state.known", "Images[0].State", "archived"));
  }

  @Test
  void a_rule_that_the_domain_tells_of_permissions_is_told_of_the_member_that_the_document_has() {
    assertThat(violations(image -> image.put("State", "disabled").put("Public", true)))
        .extracting(v -> v.rule().toString(), Violation::path)
        .containsExactly(tuple("ami.disabled-is-not-shared", "Public"));
  }

  @Test
  void a_rule_about_a_figure_that_stands_deeper_in_the_document_is_told_of_there() {
    assertThat(violations(AmiJson.allowedImagesSettings()
            .read("{\"State\": \"enabled\", \"ImageCriteria\": [{\"ImageNames\": [\"a\", \"\"],"
                + " \"CreationDateCondition\": {\"MaximumDaysSinceCreated\": -1}}]}")))
        .extracting(v -> v.rule().toString(), Violation::path)
        .containsExactly(
            tuple("image-criterion.name-form", "ImageCriteria[0].ImageNames[1]"),
            tuple(
                "image-criterion.days",
                "ImageCriteria[0].CreationDateCondition.MaximumDaysSinceCreated"));
    assertThat(violations(AmiJson.rule()
            .read("{\"Identifier\": \"abcdef12345\", \"ResourceType\": \"EC2_IMAGE\","
                + " \"RetentionPeriod\": {\"RetentionPeriodValue\": 400,"
                + " \"RetentionPeriodUnit\": \"DAYS\"}}")))
        .extracting(Violation::path)
        .containsExactly("RetentionPeriod.RetentionPeriodValue");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Name         | 7           | Value (7) for parameter Name is invalid."
            + " Value must be a string.",
        "Public       | \"yes\"     | Value (\"yes\") for parameter Public is invalid."
            + " Value must be true or false.",
        "CreationDate | \"now\"     | Value (now) for parameter CreationDate is invalid."
            + " Expected: a time such as '2026-11-01T12:30:00.000Z'.",
        "Tags         | {}          | Value ({}) for parameter Tags is invalid."
            + " Value must be a list.",
        "StateReason  | []          | Value ([]) for parameter StateReason is invalid."
            + " Value must be a structure.",
      },
      quoteCharacter = '\0')
  void a_rule_of_JSON_speaks_as_EC2_does(String member, String json, String words) {
    assertThat(violations(image -> image.set(member, Documents.tree(json))))
        .extracting(Violation::message)
        .containsExactly(words);
  }

  @Test
  void a_word_of_a_closed_list_is_told_with_those_that_are_right() {
    assertThat(violations(AmiJson.imageBlockPublicAccessState()
            .read("{\"ImageBlockPublicAccessState\": \"unblocked\", \"ManagedBy\": \"lost\"}")))
        .extracting(v -> v.rule().toString(), Violation::path, Violation::message)
        .containsExactly(tuple(
            "json.word",
            "ManagedBy",
            "Value (lost) for parameter ManagedBy is invalid. Valid values: "
                + "account, declarative-policy."));
  }

  @Test
  @Rules("DEC-07")
  void what_became_of_a_snapshot_may_be_a_word_that_is_not_known_yet() {
    assertThat(AmiJson.deleteSnapshotResults()
            .read("{\"DeleteSnapshotResults\": [{\"SnapshotId\": \"snap-01234567\","
                + " \"ReturnCode\": \"lost\"}]}")
            .orThrow())
        .extracting(code -> code.returnCode().toString())
        .containsExactly("lost");
  }

  @Test
  void words_that_name_a_member_keep_what_was_found_there() {
    Rule rule = Rule.rule("image.named", "x", ErrorCode.INVALID_PARAMETER_VALUE, "none")
        .saying(MessageTemplate.own("The name '{name}' of {parameter} is bad"));
    Reading reading = new Reading(new Shared());
    reading.enter("Images");
    reading.enter(2);
    assertThat(reading.<Ami>check(ImageShapes.AMI, () -> {
          throw rule.refuse("name", "x");
        }))
        .isNull();
    assertThat(reading.violations())
        .extracting(Violation::path, Violation::message)
        .containsExactly(tuple("Images[2].Name", "The name 'x' of Name is bad"));
  }

  @Test
  void records_that_are_no_objects_are_refused() {
    AnswerDocument<Ami> answer = AmiJson.images().read("{\"Images\": [1, null, \"x\", [], {}]}");
    assertThat(answer.refused())
        .extracting(refused -> refused.violations().get(0).rule().toString())
        .containsExactly(
            "json.object", "json.object", "json.object", "json.object", "value.required-attribute");
  }

  @Test
  void unknown_members_are_told_with_their_place() {
    ReadResult<Ami> result = AmiJson.image().read(Documents.image(image -> {
      image.put("Colour", "blue");
      image.putNull("Smell");
      ((ObjectNode) image.at("/BlockDeviceMappings/0/Ebs")).putObject("Heads").put("Count", 4);
      ((ObjectNode) image.at("/Tags/1")).put("Since", 2026);
    }));
    assertThat(result.orThrow())
        .isEqualTo(AmiJson.image().read(Documents.image()).orThrow());
    assertThat(((ReadResult.Read<Ami>) result).unknownMembers())
        .containsExactly("BlockDeviceMappings[0].Ebs.Heads", "Tags[1].Since", "Colour", "Smell");
  }

  @Test
  void the_rules_of_the_form_have_ids_of_their_own() {
    assertThat(JsonRules.ALL)
        .extracting(rule -> rule.id().value())
        .doesNotHaveDuplicates()
        .allMatch(id -> id.startsWith("json."));
  }

  private static void makeWindowsOnInstanceStore(ObjectNode image) {
    image.put("Platform", "windows");
    image.put("PlatformDetails", "Windows");
    image.put("RootDeviceType", "instance-store");
    image.put("RootDeviceName", "/dev/sdb");
    image.put("VirtualizationType", "paravirtual");
  }

  private static List<Violation> violations(Consumer<ObjectNode> change) {
    return violations(AmiJson.image().read(Documents.image(change)));
  }

  private static List<Violation> violations(ReadResult<?> result) {
    assertThat(result).isInstanceOf(ReadResult.Refused.class);
    return ((ReadResult.Refused<?>) result).violations();
  }
}
