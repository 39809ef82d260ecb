package dev.amikit.awssdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.utils.async.SimplePublisher;

/**
 * Takes the requests of a client of the SDK to what answers them in the same process, such as
 * {@link QueryProtocol}. For many threads, as far as what answers is.
 */
public final class InProcessHttpClient implements SdkHttpClient, SdkAsyncHttpClient {
  private final Server server;

  private InProcessHttpClient(Server server) {
    this.server = server;
  }

  /** What answers requests. */
  public interface Server {
    /**
     * Answers a request.
     *
     * @param request the request
     * @param body its body; may be empty
     * @return the answer
     */
    QueryAnswer answer(SdkHttpRequest request, String body);
  }

  /**
   * Returns the client of a server.
   *
   * @param server what answers
   * @return the client, to be handed to the builder of a client of the SDK
   */
  public static InProcessHttpClient of(Server server) {
    requireNonNull(server, "server");
    return new InProcessHttpClient(server);
  }

  @Override
  public String clientName() {
    return "amikit";
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        QueryAnswer answer = server.answer(request.httpRequest(), content(request));
        return HttpExecuteResponse.builder()
            .response(head(answer))
            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes(answer))))
            .build();
      }

      @Override
      public void abort() {
        // The answer is there as soon as it is asked for.
      }
    };
  }

  @Override
  public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
    return content(request.requestContentPublisher())
        .thenCompose(content -> {
          QueryAnswer answer = server.answer(request.request(), content);
          request.responseHandler().onHeaders(head(answer));
          SimplePublisher<ByteBuffer> body = new SimplePublisher<>();
          request.responseHandler().onStream(body);
          return body.send(ByteBuffer.wrap(bytes(answer))).thenCompose(sent -> body.complete());
        })
        .whenComplete((done, failure) -> {
          if (failure != null) {
            request.responseHandler().onError(failure);
          }
        });
  }

  @Override
  public void close() {
    // There is nothing to close.
  }

  private static SdkHttpResponse head(QueryAnswer answer) {
    SdkHttpFullResponse.Builder head = SdkHttpResponse.builder().statusCode(answer.status());
    answer.headers().forEach(head::appendHeader);
    return head.build();
  }

  private static byte[] bytes(QueryAnswer answer) {
    return answer.body().getBytes(UTF_8);
  }

  private static String content(HttpExecuteRequest request) throws IOException {
    if (request.contentStreamProvider().isEmpty()) {
      return "";
    }
    try (InputStream content = request.contentStreamProvider().get().newStream()) {
      return new String(content.readAllBytes(), UTF_8);
    }
  }

  private static CompletableFuture<String> content(Publisher<ByteBuffer> publisher) {
    CompletableFuture<String> content = new CompletableFuture<>();
    publisher.subscribe(new Subscriber<ByteBuffer>() {
      private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

      @Override
      public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
      }

      @Override
      public void onNext(ByteBuffer part) {
        byte[] some = new byte[part.remaining()];
        part.get(some);
        bytes.writeBytes(some);
      }

      @Override
      public void onError(Throwable failure) {
        content.completeExceptionally(failure);
      }

      @Override
      public void onComplete() {
        content.complete(bytes.toString(UTF_8));
      }
    });
    return content;
  }
}
