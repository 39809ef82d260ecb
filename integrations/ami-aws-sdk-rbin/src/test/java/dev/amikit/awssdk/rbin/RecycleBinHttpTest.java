package dev.amikit.awssdk.rbin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.awssdk.InProcessHttpClient;
import dev.amikit.id.Region;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.recyclebin.RuleSummary;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpResponseHandler;
import software.amazon.awssdk.http.async.SdkHttpContentPublisher;

/** What the SDK's client for the Recycle Bin does with its HTTP client is done here by hand. */
class RecycleBinHttpTest {
  private static final String RULE = "{\"ResourceType\":\"EC2_IMAGE\",\"Description\":\"über\","
      + "\"RetentionPeriod\":{\"RetentionPeriodValue\":7,\"RetentionPeriodUnit\":\"DAYS\"}}";

  private final InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(Clock.systemUTC());
  private final InProcessHttpClient http =
      RecycleBinHttp.client(registry, "111122223333", Region.US_EAST_1);

  @Test
  void a_client_asks_as_the_account_in_the_Region() throws IOException {
    HttpExecuteResponse response = call(SdkHttpMethod.POST, "/rules", RULE);

    assertThat(response.httpResponse().statusCode()).isEqualTo(201);
    assertThat(response.httpResponse().firstMatchingHeader("x-amzn-requestid")).isPresent();
    assertThat(response.responseBody().orElseThrow()).asString(UTF_8).contains("\"über\"");
    assertThat(registry
            .account("111122223333")
            .recycleBinIn(Region.US_EAST_1)
            .listRules(ResourceType.EC2_IMAGE))
        .extracting(RuleSummary::description)
        .containsExactly("über");
  }

  @Test
  void path_and_query_come_as_the_client_sends_them() throws IOException {
    String rule = registry
        .account("111122223333")
        .recycleBinIn(Region.US_EAST_1)
        .createRule(CreateRule.ofRegion(ResourceType.EC2_IMAGE, 1))
        .identifier();
    String tags = "/tags/arn%3Aaws%3Arbin%3Aus-east-1%3A111122223333%3Arule%2F" + rule;

    assertThat(call(SdkHttpMethod.GET, "/rules/" + rule, "").httpResponse().statusCode())
        .isEqualTo(200);
    assertThat(http.prepareRequest(HttpExecuteRequest.builder()
                .request(request(SdkHttpMethod.DELETE, tags)
                    .putRawQueryParameter("tagKeys", "a&b")
                    .build())
                .build())
            .call()
            .httpResponse()
            .statusCode())
        .isEqualTo(204);
    assertThat(call(SdkHttpMethod.DELETE, tags, "").httpResponse().statusCode()).isEqualTo(400);
  }

  @Test
  void a_client_that_answers_later_is_answered_too() {
    Heard heard = new Heard();
    http.execute(AsyncExecuteRequest.builder()
            .request(request(SdkHttpMethod.POST, "/rules").build())
            .requestContentPublisher(new Content(AsyncRequestBody.fromString(RULE)))
            .responseHandler(heard)
            .build())
        .join();

    assertThat(heard.status).isEqualTo(201);
    assertThat(heard.body.toString()).contains("\"über\"");
  }

  private HttpExecuteResponse call(SdkHttpMethod method, String path, String body)
      throws IOException {
    return http.prepareRequest(HttpExecuteRequest.builder()
            .request(request(method, path).build())
            .contentStreamProvider(() -> new ByteArrayInputStream(body.getBytes(UTF_8)))
            .build())
        .call();
  }

  private static SdkHttpFullRequest.Builder request(SdkHttpMethod method, String path) {
    return SdkHttpFullRequest.builder()
        .method(method)
        .protocol("https")
        .host("rbin.us-east-1.amazonaws.com")
        .encodedPath(path);
  }

  private record Content(AsyncRequestBody body) implements SdkHttpContentPublisher {
    @Override
    public Optional<Long> contentLength() {
      return body.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
      body.subscribe(subscriber);
    }
  }

  private static final class Heard implements SdkAsyncHttpResponseHandler {
    private int status;
    private final StringBuilder body = new StringBuilder();

    @Override
    public void onHeaders(SdkHttpResponse head) {
      status = head.statusCode();
    }

    @Override
    public void onStream(Publisher<ByteBuffer> stream) {
      SdkPublisher.adapt(stream).subscribe(part -> body.append(UTF_8.decode(part)));
    }

    @Override
    public void onError(Throwable failure) {
      throw new AssertionError(failure);
    }
  }
}
