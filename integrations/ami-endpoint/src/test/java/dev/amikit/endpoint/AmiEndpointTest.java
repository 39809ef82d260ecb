package dev.amikit.endpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.base.Strings;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.registry.InMemoryAmiRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmiEndpointTest {
  private static final String SCOPE = "/20261101/us-east-1/ec2/aws4_request";
  private static final String AUTH_FAILURE =
      "<Code>AuthFailure</Code><Message>AWS was not able to validate the provided access"
          + " credentials</Message>";

  /** What the clock of the registry does when it is looked at; a registry looks at it each time. */
  private volatile Runnable looking = () -> {};

  private final InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(new Clock() {
    @Override
    public Instant instant() {
      looking.run();
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

  private final AmiEndpoint endpoint = AmiEndpoint.builder(registry)
      .accessKey("AKIAIOSFODNN7EXAMPLE", AccountId.of("111122223333"))
      .threads(8)
      .mostBytes(4_000)
      .mostParameters(20)
      .start();
  private final Http http = new Http(endpoint.uri());

  @AfterEach
  void stop() {
    looking = () -> {};
    endpoint.close();
  }

  @Test
  void it_is_on_loopback_and_a_free_port() {
    assertThat(endpoint.uri().getHost()).isEqualTo("127.0.0.1");
    assertThat(endpoint.uri().getPort()).isPositive();
    assertThatThrownBy(
            () -> AmiEndpoint.builder(registry).port(endpoint.uri().getPort()).start())
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void parameters_stand_in_a_form_or_in_the_query() {
    String signed = Http.signedBy("111122223333");

    assertThat(http.ask("Action=DescribeTags").body()).contains("<DescribeTagsResponse");
    assertThat(http.send("GET", "/?Action=DescribeTags", signed, "").body())
        .contains("<DescribeTagsResponse");
    assertThat(
            http.send("POST", "/?Action=DescribeTags", signed, "MaxResults=x").body())
        .contains("for parameter maxResults is invalid");
  }

  @Test
  void an_access_key_is_an_account_or_is_known() {
    http.ask("Action=CreateVolume&Size=1&AvailabilityZone=us-east-1a");

    assertThat(registry.account("111122223333").in(Region.US_EAST_1).describeVolumes())
        .hasSize(1);
    assertThat(
            http.send("POST", "/", Http.signedBy("AKIAIOSFODNN7EXAMPLE"), "Action=DescribeVolumes")
                .body())
        .contains("<volumeId>");
    assertThat(http.send("POST", "/", Http.signedBy("444455556666"), "Action=DescribeVolumes")
            .body())
        .doesNotContain("<volumeId>");
  }

  @Test
  void a_presigned_query_tells_who_asks() {
    assertThat(http.get("/?Action=DescribeTags&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
                + ("111122223333" + SCOPE).replace("/", "%2F"))
            .body())
        .contains("<DescribeTagsResponse");
    assertThat(http.post("/", "Action=DescribeTags&X-Amz-Credential=%zz").statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AKIAUNKNOWN" + SCOPE,
        "1111222233334" + SCOPE,
        "111122223333/20261101/us-east-1/s3/aws4_request",
        "111122223333/20261101/nowhere/ec2/aws4_request",
        "111122223333/2026/us-east-1/ec2/aws4_request",
        "111122223333",
        ""
      })
  void who_is_nobody_is_refused_as_EC2_does(String credential) {
    HttpResponse<String> answer =
        http.send("POST", "/", Http.scoped(credential), "Action=DescribeTags");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains(AUTH_FAILURE);
    assertThat(answer.headers().firstValue("x-amikit-violation")).isPresent();
  }

  @Test
  void who_does_not_sign_is_told_what_is_missing() {
    HttpResponse<String> answer = http.post("/", "Action=DescribeTags");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("<Code>MissingParameter</Code>", "must contain the parameter AWSAccessKeyId");
    assertThat(http.send("POST", "/", "Basic eDp5", "Action=DescribeTags").body())
        .contains(AUTH_FAILURE);
    assertThat(http.post("/", "Action=DescribeTags&AWSAccessKeyId=111122223333"))
        .satisfies(signed -> assertThat(signed.body()).contains(AUTH_FAILURE))
        .satisfies(signed -> assertThat(signed.headers().firstValue("x-amikit-violation"))
            .hasValueSatisfying(why -> assertThat(why).contains("version 4")));
  }

  @Test
  void what_is_malformed_is_refused_in_EC2s_form() {
    assertThat(http.ask("Action=DescribeTags&Filter.1.Name=%zz").body())
        .contains("<Code>MalformedQueryString</Code>");
    assertThat(http.ask("").body()).contains("<Code>MissingAction</Code>");
    assertThat(http.ask("Action=DescribeTags&" + "a.".repeat(200) + "=1").body())
        .contains("<Code>UnknownParameter</Code>");
    assertThat(http.send("PUT", "/", Http.signedBy("111122223333"), "Action=DescribeTags"))
        .satisfies(answer -> {
          assertThat(answer.statusCode()).isEqualTo(405);
          assertThat(answer.body()).contains("<Code>MethodNotAllowed</Code>");
        });
    assertThat(http.send("HEAD", "/", "", "").statusCode()).isEqualTo(405);
  }

  @Test
  void a_request_has_bounds() {
    assertThat(http.ask("Action=DescribeTags&x=" + Strings.repeat("x", 3_978)).body())
        .contains("<Code>UnknownParameter</Code>");
    HttpResponse<String> large = http.ask("Action=DescribeTags&x=" + Strings.repeat("x", 3_979));
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("must not be larger than 4000 bytes");
    assertThat(http.send("POST", "/?" + Strings.repeat("x", 3_000), "", Strings.repeat("x", 1_001))
            .statusCode())
        .isEqualTo(413);

    assertThat(http.ask("Action=DescribeTags" + tags(19)).statusCode()).isEqualTo(200);
    assertThat(http.ask("Action=DescribeTags" + tags(20)).body())
        .contains("must not have more than 20 parameters");
  }

  private static String tags(int count) {
    return "&Filter.1.Name=key"
        + IntStream.range(1, count)
            .mapToObj(i -> "&Filter.1.Value." + i + "=v")
            .reduce("", String::concat);
  }

  @Test
  void a_fault_is_answered_with_InternalError_and_an_ID() {
    looking = () -> {
      throw new IllegalStateException("the clock is broken");
    };

    List<LogRecord> logged = new CopyOnWriteArrayList<>();
    Logger log = Logger.getLogger(AmiEndpoint.class.getName());
    Handler handler = new Handler() {
      @Override
      public void publish(LogRecord record) {
        logged.add(record);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
    log.setUseParentHandlers(false);
    log.addHandler(handler);

    HttpResponse<String> answer = http.ask("Action=DescribeTags");

    String requestId = answer.headers().firstValue("x-amzn-RequestId").orElseThrow();
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .contains("<Code>InternalError</Code><Message>An internal error has occurred</Message>")
        .contains("<RequestID>" + requestId + "</RequestID>")
        .doesNotContain("broken", "Exception");
    assertThat(logged).singleElement().satisfies(record -> {
      assertThat(record.getMessage()).contains(requestId);
      assertThat(record.getThrown()).hasMessage("the clock is broken");
    });
    assertThat(http.post("/_amikit/complete", ""))
        .satisfies(other -> assertThat(other.statusCode()).isEqualTo(500))
        .satisfies(other -> assertThat(other.body()).contains("InternalError"));
  }

  @Test
  void who_sends_too_slowly_is_cut_off() throws IOException {
    try (AmiEndpoint hasty = AmiEndpoint.builder(registry)
            .threads(1)
            .time(Duration.ofMillis(200))
            .start();
        Socket slow = new Socket(hasty.uri().getHost(), hasty.uri().getPort())) {
      slow.setSoTimeout(20_000);
      slow.getOutputStream().write("POST / HTTP/1.1\r\nContent-Len".getBytes(UTF_8));

      assertThat(slow.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void who_sends_slowly_keeps_nobody_waiting() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try (AmiEndpoint busy = AmiEndpoint.start(registry)) {
      for (int i = 0; i < 100; i++) {
        Socket socket = new Socket(busy.uri().getHost(), busy.uri().getPort());
        socket.getOutputStream().write("POST / HTTP/1.1\r\nContent-Len".getBytes(UTF_8));
        slow.add(socket);
      }

      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> assertThat(new Http(busy.uri()).ask("Action=DescribeTags").statusCode())
              .isEqualTo(200));
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  /**
   * Requests as no client should send them; each ends the connection, with an answer or without.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /",
        "\0\1\2",
        "PRI * HTTP/2.0",
        "POST",
        "BREW / HTTP/1.1\nConnection: close",
        "OPTIONS * HTTP/1.1\nConnection: close",
        "CONNECT a:80 HTTP/1.1\nConnection: close",
        "TRACE / HTTP/1.1\nConnection: close",
        "GET /% HTTP/1.1\nConnection: close",
        "GET /a b|c^ HTTP/1.1\nConnection: close",
        "GET /..%2f..%2fetc HTTP/1.1\nConnection: close",
        "GET / HTTP/7.7\nConnection: close",
        "GET /?Action=DescribeTags HTTP/1.0",
        "POST / HTTP/1.1\nConnection: close\nContent-Length: -5",
        "POST / HTTP/1.1\nConnection: close\nContent-Length: x",
        "POST / HTTP/1.1\nConnection: close\nContent-Length: 5\nContent-Length: 6",
        "POST / HTTP/1.1\nConnection: close\nContent-Length: 5\nTransfer-Encoding: chunked",
        "POST / HTTP/1.1\nConnection: close\nTransfer-Encoding: chunked\n\nzz\nx",
        "POST / HTTP/1.1\nConnection: close\nTransfer-Encoding: chunked\n\n-1\nx",
        "POST / HTTP/1.1\nConnection: close\nTransfer-Encoding: chunked\n\nffffffffffffffff\nx",
        "POST / HTTP/1.1\nConnection: close\nContent-Type: multipart/form-data",
        "GET / HTTP/1.1\nConnection: close\nno colon",
        "GET /_amikit/%2e%2e/%00 HTTP/1.1\nConnection: close",
      })
  void an_odd_request_ends_in_an_answer_or_a_closed_connection(String request) throws IOException {
    String answer = exchange(request.replace("\n", "\r\n") + "\r\n\r\n");

    assertThat(answer).doesNotContain("\tat ", "dev.amikit");
    assertThat(http.ask("Action=DescribeTags").statusCode()).isEqualTo(200);
  }

  @Test
  void headers_without_end_are_cut_off() throws IOException {
    for (String flood : new String[] {"X: y\r\n".repeat(100_000), "X: " + "y".repeat(1_000_000)}) {
      assertThat(exchange("GET / HTTP/1.1\r\nConnection: close\r\n" + flood + "\r\n\r\n"))
          .doesNotContain("200 OK");
    }
  }

  @Test
  void a_body_comes_in_chunks_when_it_is_asked_for_and_after_another_one() throws IOException {
    String signed = "Host: x\r\nAuthorization: " + Http.signedBy("111122223333") + "\r\n";
    String form = "Action=DescribeTags";
    String plain =
        "POST / HTTP/1.1\r\n" + signed + "Content-Length: " + form.length() + "\r\n\r\n" + form;
    String expected = "POST / HTTP/1.1\r\n" + signed + "Expect: 100-continue\r\nContent-Length: "
        + form.length() + "\r\n\r\n" + form;
    String chunked = "POST / HTTP/1.1\r\n" + signed
        + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
        + Integer.toHexString(form.length()) + "\r\n" + form + "\r\n0\r\n\r\n";

    String answers = exchange(plain + plain + expected + chunked);

    assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(5);
    assertThat(answers.split("<DescribeTagsResponse", -1)).hasSize(5);
    assertThat(answers).containsOnlyOnce("HTTP/1.1 100 Continue");
  }

  /** Sends bytes and returns what comes back until the connection ends, or breaks. */
  private String exchange(String bytes) throws IOException {
    StringBuilder answer = new StringBuilder();
    try (Socket socket = new Socket(endpoint.uri().getHost(), endpoint.uri().getPort())) {
      socket.setSoTimeout(25_000);
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      int read = socket.getInputStream().read();
      while (read >= 0) {
        answer.append((char) read);
        read = socket.getInputStream().read();
      }
    } catch (SocketTimeoutException hanging) {
      throw new AssertionError("neither an answer nor an end", hanging);
    } catch (SocketException reset) {
      return answer.toString();
    }
    return answer.toString();
  }

  @Test
  void what_is_being_answered_when_it_stops_is_answered() throws InterruptedException {
    CountDownLatch isThere = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    looking = () -> {
      isThere.countDown();
      Uninterruptibles.awaitUninterruptibly(goOn);
    };
    CompletableFuture<HttpResponse<String>> asked =
        CompletableFuture.supplyAsync(() -> http.ask("Action=DescribeTags"));
    isThere.await();

    CompletableFuture<Void> closed = CompletableFuture.runAsync(endpoint::close);
    while (http.get("/").statusCode() != 503) {
      assertThat(closed).isNotDone();
    }
    goOn.countDown();

    assertThat(asked.join().statusCode()).isEqualTo(200);
    closed.join();
    assertThatThrownBy(() -> new Socket("127.0.0.1", endpoint.uri().getPort()).close())
        .isInstanceOf(ConnectException.class);
    endpoint.close();
  }

  @Test
  void many_clients_are_answered_at_a_time() {
    ExecutorService callers = Executors.newFixedThreadPool(24);
    List<CompletableFuture<Integer>> calls = IntStream.range(0, 240)
        .mapToObj(i -> CompletableFuture.supplyAsync(
            () -> http.ask("Action=CreateVolume&Size=1&AvailabilityZone=us-east-1a")
                .statusCode(),
            callers))
        .toList();

    assertThat(calls).allSatisfy(call -> assertThat(call.join()).isEqualTo(200));
    assertThat(registry.account("111122223333").in(Region.US_EAST_1).describeVolumes())
        .hasSize(240);
    callers.shutdown();
  }
}
