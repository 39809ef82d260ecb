package dev.amikit.awssdk.rbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.amikit.awssdk.QueryAnswer;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.RecycleBin;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.rule.Rules;
import dev.amikit.testkit.ec2.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecycleBinProtocolTest {
  private static final AccountId OWNER = AccountId.of("111122223333");
  private static final Region HERE = Region.US_EAST_1;
  private static final String NO_RULE = "abcdef12345";
  private static final String WEEK =
      "\"RetentionPeriod\":{\"RetentionPeriodValue\":7,\"RetentionPeriodUnit\":\"DAYS\"}";
  private static final String LOCK =
      "{\"LockConfiguration\":{\"UnlockDelay\":{\"UnlockDelayValue\":7,\"UnlockDelayUnit\":\"DAYS\"}}}";

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-01T12:00:00.250Z"));
  private final InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(
      clock,
      RegistrySettings.builder()
          .quotas(Quotas.builder().retentionRules(3).build())
          .build());
  private final RecycleBin bin = registry.account(OWNER).recycleBinIn(HERE);
  private final RecycleBinProtocol protocol = RecycleBinProtocol.of(registry);

  @Test
  void a_rule_is_made_and_told() {
    QueryAnswer made = ask(
        "POST",
        "/rules",
        "{\"ResourceType\":\"EC2_IMAGE\",\"Description\":\"über\"," + WEEK
            + ",\"ResourceTags\":[{\"ResourceTagKey\":\"env\",\"ResourceTagValue\":\"prod\"},"
            + "{\"ResourceTagKey\":\"any\"}]}");
    RetentionRule rule = bin.getRule(json(made).get("Identifier").textValue());

    assertThat(made.status()).isEqualTo(201);
    assertThat(rule.description()).isEqualTo("über");
    assertThat(rule.resourceTags())
        .containsExactly(ResourceTag.of("env", "prod"), ResourceTag.of("any"));
    assertThat(made.body())
        .isEqualTo(("{'Identifier':'%1$s','Description':'über',"
                + "'ResourceType':'EC2_IMAGE','RetentionPeriod':{'RetentionPeriodValue':7,"
                + "'RetentionPeriodUnit':'DAYS'},'ResourceTags':[{'ResourceTagKey':'env',"
                + "'ResourceTagValue':'prod'},{'ResourceTagKey':'any'}],'Status':'available',"
                + "'RuleArn':'arn:aws:rbin:us-east-1:111122223333:rule/%1$s'}")
            .formatted(rule.identifier())
            .replace('\'', '"'));
    assertThat(ask("GET", "/rules/" + rule.identifier(), "").body()).isEqualTo(made.body());
    assertThat(made.headers().get("Content-Type")).containsExactly("application/json");
    assertThat(made.headers().get("x-amzn-RequestId"))
        .containsExactly("00000000-0000-0000-0000-000000000001");
  }

  @Rules({"BIN-28", "BIN-29"})
  @Test
  void a_rule_is_locked_when_it_is_made_or_later_and_unlocked_after_a_delay() {
    JsonNode made = json(
        ask("POST", "/rules", "{\"ResourceType\":\"EC2_IMAGE\"," + WEEK + "," + LOCK.substring(1)));
    String path = "/rules/" + made.get("Identifier").textValue();

    assertThat(made.get("LockState").textValue()).isEqualTo("locked");
    assertThat(ask("DELETE", path, "").status()).isEqualTo(409);
    QueryAnswer unlocked = ask("PATCH", path + "/unlock", "{}");
    assertThat(unlocked.status()).isEqualTo(200);
    assertThat(unlocked.body())
        .contains("\"LockState\":\"pending_unlock\"")
        .contains(
            "\"LockEndTime\":" + Instant.parse("2026-11-08T12:00:00Z").getEpochSecond() + ",");
    clock.pass(Duration.ofDays(7));
    assertThat(ask("GET", path, "").body())
        .contains("\"LockState\":\"unlocked\"")
        .doesNotContain("LockEndTime");
    assertThat(ask("PATCH", path + "/lock", LOCK).body()).contains("\"LockState\":\"locked\"");
  }

  @Test
  void a_rule_is_changed_and_deleted() {
    String path = "/rules/" + rule();

    QueryAnswer changed = ask("PATCH", path, "{\"Description\":\"a week\"," + WEEK + "}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.body()).contains("\"Description\":\"a week\"", "\"RetentionPeriodValue\":7");
    QueryAnswer deleted = ask("DELETE", path, "");
    assertThat(deleted.status()).isEqualTo(204);
    assertThat(deleted.body()).isEmpty();
    assertThat(bin.listRules(ResourceType.EC2_IMAGE)).isEmpty();
  }

  @Test
  void rules_are_listed_in_pages() {
    rule();
    rule();
    JsonNode first =
        json(ask("POST", "/list-rules", "{\"ResourceType\":\"EC2_IMAGE\",\"MaxResults\":1}"));
    String token = first.get("NextToken").textValue();
    JsonNode second = json(ask(
        "POST",
        "/list-rules",
        "{\"ResourceType\":\"EC2_IMAGE\",\"MaxResults\":1,\"NextToken\":\"" + token + "\"}"));

    assertThat(first.get("Rules")).hasSize(1);
    assertThat(second.get("Rules")).hasSize(1).isNotEqualTo(first.get("Rules"));
    assertThat(second.has("NextToken")).isFalse();
    assertThat(ask("POST", "/list-rules", "{\"ResourceType\":\"EBS_SNAPSHOT\"}").body())
        .isEqualTo("{\"Rules\":[]}");
    assertError(
        ask("POST", "/list-rules", "{\"ResourceType\":\"EC2_IMAGE\",\"NextToken\":\"abc\"}"),
        400,
        "ValidationException",
        "INVALID_PAGE_TOKEN",
        "1 validation error detected: Value 'abc' at 'nextToken' failed to satisfy constraint:"
            + " Member must satisfy regular expression pattern: ^[A-Za-z0-9+/=]{1,2048}$");
  }

  @Test
  void rules_are_those_of_the_account_in_the_Region() {
    String path = "/rules/" + rule();

    assertThat(
            protocol.answer(AccountId.of("444455556666"), HERE, "GET", path, "").status())
        .isEqualTo(404);
    assertThat(protocol.answer(OWNER, Region.EU_WEST_1, "GET", path, "").status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {}                                                                       | 400 | ValidationException | 1 validation error detected: Value at 'retentionPeriod' failed to satisfy constraint: Member must not be null
      {WEEK,"ResourceType":"EC2_IMAGES"}                                       | 400 | ValidationException | 1 validation error detected: Value 'EC2_IMAGES' at 'resourceType' failed to satisfy constraint: Member must satisfy enum value set: [EC2_IMAGE, EBS_SNAPSHOT, EBS_VOLUME]
      {WEEK,"ResourceType":"EC2_IMAGE","Tags":[{"Key":"a","Value":"b"}]}       | 400 | ValidationException | The parameter Tags is not supported.
      {WEEK,"ResourceType":"EC2_IMAGE","Foo":1}                                | 400 | ValidationException | The parameter Foo is not supported.
      {WEEK,"ResourceType":"EC2_IMAGE","Description":5}                        | 400 | SerializationException | Value (5) for parameter description is invalid. Value must be a string.
      {"RetentionPeriod":{"RetentionPeriodValue":0,"RetentionPeriodUnit":"DAYS"},"ResourceType":"EC2_IMAGE"} | 400 | ValidationException | 1 validation error detected: Value '0' at 'retentionPeriod.retentionPeriodValue' failed to satisfy constraint: Member must have value greater than or equal to 1
      {"RetentionPeriod":{"RetentionPeriodValue":1},"ResourceType":"EC2_IMAGE"} | 400 | ValidationException | 1 validation error detected: Value at 'retentionPeriod.retentionPeriodUnit' failed to satisfy constraint: Member must not be null
      {"RetentionPeriod":{"RetentionPeriodValue":1.5,"RetentionPeriodUnit":"DAYS"},"ResourceType":"EC2_IMAGE"} | 400 | SerializationException | Value (1.5) for parameter retentionPeriodValue is invalid. Value must be an integer.
      []                                                                       | 400 | SerializationException | The body is no JSON object
      """)
  void what_is_no_rule_is_refused_in_words_of_the_service(
      String body, int status, String exception, String words) {
    PartitionState before = registry.state();

    assertError(
        ask("POST", "/rules", body.replace("WEEK", WEEK)),
        status,
        exception,
        exception.equals("ValidationException") ? "INVALID_PARAMETER_VALUE" : "",
        words);
    assertThat(registry.state()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{} {}", "{\"a\":1,\"a\":2}", "ResourceType=EC2_IMAGE"})
  void what_is_no_JSON_is_refused(String body) {
    QueryAnswer answer = ask("POST", "/rules", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(json(answer).get("__type").textValue()).isEqualTo("SerializationException");
    assertThat(json(answer).get("Message").textValue()).startsWith("The body is no JSON: ");
  }

  @Test
  void every_broken_rule_is_told_beside_the_words() {
    assertThat(ask("POST", "/rules", "{}").headers().get("x-amikit-violation"))
        .hasSize(2)
        .allMatch(told -> told.contains("value.required-attribute"));
    assertThat(ask("GET", "/rules/?", "").headers().get("x-amikit-violation"))
        .singleElement()
        .matches(told -> told.contains("retention-rule.identifier"));
  }

  @Rules("BIN-30")
  @Test
  void an_unknown_rule_is_not_found() {
    for (String method : new String[] {"GET", "DELETE"}) {
      assertError(
          ask(method, "/rules/" + NO_RULE, ""),
          404,
          "ResourceNotFoundException",
          "RULE_NOT_FOUND",
          "The rule 'abcdef12345' does not exist");
    }
  }

  @Rules({"BIN-28", "BIN-29"})
  @Test
  void what_the_state_of_a_rule_forbids_is_a_conflict() {
    String tagged = bin.createRule(CreateRule.builder()
            .resourceType(ResourceType.EC2_IMAGE)
            .retentionPeriodDays(1)
            .addResourceTag(ResourceTag.of("env"))
            .build())
        .identifier();

    assertError(
        ask("PATCH", "/rules/" + tagged + "/unlock", ""),
        409,
        "ConflictException",
        "INVALID_RULE_STATE",
        "The rule '%s' is not locked".formatted(tagged));
    assertError(
        ask("PATCH", "/rules/" + tagged + "/lock", LOCK),
        409,
        "ConflictException",
        "INVALID_RULE_STATE",
        "The rule '%s' cannot be locked because it has resourceTags".formatted(tagged));
  }

  @Rules("BIN-07")
  @Test
  void a_rule_more_than_there_may_be_is_beyond_the_quota() {
    rule();
    rule();
    rule();

    assertError(
        ask("POST", "/rules", "{\"ResourceType\":\"EC2_IMAGE\"," + WEEK + "}"),
        402,
        "ServiceQuotaExceededException",
        "SERVICE_QUOTA_EXCEEDED",
        "You have reached your quota of 3 for the number of retention rules allowed in this"
            + " Region.");
  }

  @Rules("BIN-27")
  @Test
  void the_type_of_a_rule_is_not_changed() {
    assertError(
        ask("PATCH", "/rules/" + rule(), "{\"ResourceType\":\"EBS_SNAPSHOT\"}"),
        400,
        "ValidationException",
        "INVALID_PARAMETER_VALUE",
        "The parameter ResourceType is not supported.");
  }

  @Test
  void the_rule_is_named_by_the_path_alone() {
    assertError(
        ask("PATCH", "/rules/" + rule(), "{\"Identifier\":\"abcdef12345\"}"),
        400,
        "ValidationException",
        "INVALID_PARAMETER_VALUE",
        "The parameter Identifier is not supported.");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /",
    "GET, /rules",
    "POST, /rules/abcdef12345",
    "PUT, /rules/abcdef12345",
    "PATCH, /rules/abcdef12345/open",
    "POST, /list-rules/x",
    "GET, /tags",
    "GET, /tags/a/b"
  })
  void another_operation_is_unknown(String method, String path) {
    assertError(
        ask(method, path, ""),
        404,
        "UnknownOperationException",
        "",
        "There is no operation %s %s.".formatted(method, path));
  }

  @Test
  void a_path_that_cannot_be_decoded_is_refused() {
    assertError(
        ask("GET", "/rules/%zz", ""),
        400,
        "SerializationException",
        "",
        "The path contains a syntax error");
  }

  @Test
  void a_rule_has_no_tags_of_its_own() {
    String tags = "/tags/arn%3Aaws%3Arbin%3Aus-east-1%3A111122223333%3Arule%2F";
    String rule = rule();

    assertThat(ask("GET", tags + rule, "").body()).isEqualTo("{\"Tags\":[]}");
    assertThat(ask("DELETE", tags + rule + "?tagKeys=env", "").status()).isEqualTo(204);
    assertThat(ask("POST", tags + rule, "{\"Tags\":[]}").status()).isEqualTo(201);
    assertError(
        ask("POST", tags + rule, "{\"Tags\":[{\"Key\":\"env\",\"Value\":\"prod\"}]}"),
        400,
        "ValidationException",
        "INVALID_PARAMETER_VALUE",
        "The parameter Tags is not supported.");
    assertError(
        ask("POST", tags + rule, "{}"),
        400,
        "ValidationException",
        "INVALID_PARAMETER_VALUE",
        "1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must"
            + " not be null");
    assertError(
        ask("DELETE", tags + rule, ""),
        400,
        "ValidationException",
        "INVALID_PARAMETER_VALUE",
        "1 validation error detected: Value at 'tagKeys' failed to satisfy constraint: Member must"
            + " not be null");
    for (String other : new String[] {
      tags + NO_RULE,
      tags.replace("us-east-1", "eu-west-1") + rule,
      tags.replace("111122223333", "444455556666") + rule,
      tags.replace("aws", "aws-cn") + rule
    }) {
      assertThat(ask("GET", other, "").status()).as(other).isEqualTo(404);
    }
    assertThat(ask("GET", "/tags/" + rule, "").body())
        .contains("ValidationException", "Value '" + rule + "' at 'resourceArn' failed");
  }

  @Test
  void what_is_no_refusal_comes_out_as_it_is() {
    RecycleBinProtocol broken = RecycleBinProtocol.of((account, region) -> {
      throw new IllegalStateException("broken");
    });

    assertThatThrownBy(() -> broken.answer(OWNER, HERE, "GET", "/rules/" + NO_RULE, ""))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken");
  }

  @Test
  void a_path_is_the_service_s_by_its_first_step() {
    assertThat(RecycleBinProtocol.hasPath("/rules/abcdef12345")).isTrue();
    assertThat(RecycleBinProtocol.hasPath("/list-rules")).isTrue();
    assertThat(RecycleBinProtocol.hasPath("/tags/arn")).isTrue();
    assertThat(RecycleBinProtocol.hasPath("/")).isFalse();
    assertThat(RecycleBinProtocol.hasPath("/_amikit/reset")).isFalse();
  }

  private static void assertError(
      QueryAnswer answer, int status, String exception, String reason, String words) {
    JsonNode error = json(answer);
    assertThat(error.path("Message").textValue()).isEqualTo(words);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers().get("x-amzn-ErrorType")).containsExactly(exception);
    assertThat(error.path("__type").textValue()).isEqualTo(exception);
    assertThat(error.path("Reason").asText()).isEqualTo(reason);
  }

  private static JsonNode json(QueryAnswer answer) {
    try {
      return new JsonMapper().readTree(answer.body());
    } catch (JsonProcessingException malformed) {
      throw new AssertionError(answer.body(), malformed);
    }
  }

  private String rule() {
    return bin.createRule(CreateRule.ofRegion(ResourceType.EC2_IMAGE, 1)).identifier();
  }

  private QueryAnswer ask(String method, String target, String body) {
    return protocol.answer(OWNER, HERE, method, target, body);
  }
}
