package dev.amikit.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.Region;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.recyclebin.RuleSummary;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecycleBinServiceTest {
  private static final String SIGNED =
      Http.scoped("111122223333/20261101/us-east-1/rbin/aws4_request");
  private static final String RULE = "{\"ResourceType\":\"EC2_IMAGE\",\"Description\":\"über\","
      + "\"RetentionPeriod\":{\"RetentionPeriodValue\":7,\"RetentionPeriodUnit\":\"DAYS\"}}";

  private volatile boolean isBroken;

  private final InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(new Clock() {
    @Override
    public Instant instant() {
      if (isBroken) {
        throw new IllegalStateException("the clock is broken");
      }
      return Instant.EPOCH;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  });

  private final AmiEndpoint endpoint =
      AmiEndpoint.builder(registry).mostBytes(4_000).start();
  private final Http http = new Http(endpoint.uri());

  @AfterEach
  void stop() {
    isBroken = false;
    endpoint.close();
  }

  @Test
  void a_rule_is_made_listed_and_deleted_beside_EC2() {
    HttpResponse<String> made = http.send("POST", "/rules", SIGNED, RULE);
    String rule = registry
        .account("111122223333")
        .recycleBinIn(Region.US_EAST_1)
        .listRules(ResourceType.EC2_IMAGE)
        .stream()
        .map(RuleSummary::identifier)
        .findFirst()
        .orElseThrow();

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(http.send("GET", "/rules/" + rule, SIGNED, "").body()).contains("\"über\"");
    assertThat(http.send(
                "GET",
                "/tags/arn%3Aaws%3Arbin%3Aus-east-1%3A111122223333%3Arule%2F" + rule,
                SIGNED,
                "")
            .body())
        .isEqualTo("{\"Tags\":[]}");
    assertThat(http.ask("Action=DescribeTags").body()).contains("<DescribeTagsResponse");
    HttpResponse<String> deleted = http.send("DELETE", "/rules/" + rule, SIGNED, "");
    assertThat(deleted.statusCode()).isEqualTo(204);
    assertThat(deleted.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ec2, /list-rules, 401, UnrecognizedClientException",
    "rbin, /, 404, UnknownOperationException",
    "rbin, /rules/x/y, 404, UnknownOperationException",
    "rbin, /rules, 400, ValidationException"
  })
  void the_path_or_the_signature_leads_to_the_service(
      String service, String path, int status, String exception) {
    HttpResponse<String> answer = http.send(
        "POST",
        path,
        Http.scoped("111122223333/20261101/us-east-1/" + service + "/aws4_request"),
        "{}");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue(exception);
    assertThat(answer.body()).contains("\"__type\":\"" + exception + "\"");
  }

  @Test
  void what_the_endpoint_refuses_has_the_form_of_the_service() {
    assertThat(http.post("/rules", RULE).body())
        .contains("\"__type\":\"MissingAuthenticationTokenException\"");
    HttpResponse<String> large = http.send("POST", "/rules", SIGNED, " ".repeat(4_001));
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("\"__type\":\"RequestEntityTooLargeException\"");
    isBroken = true;
    HttpResponse<String> broken = http.send("POST", "/rules", SIGNED, RULE);
    assertThat(broken.statusCode()).isEqualTo(500);
    assertThat(broken.headers().firstValue("x-amzn-ErrorType")).hasValue("InternalServerException");
    assertThat(broken.headers().firstValue("x-amzn-RequestId")).isPresent();
  }
}
