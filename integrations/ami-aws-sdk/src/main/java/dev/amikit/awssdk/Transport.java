package dev.amikit.awssdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.io.ByteStreams;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
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
 * Takes the SDK's HTTP requests to a protocol in the same process, as one account in one Region.
 *
 * @param protocol what answers
 * @param account who asks
 * @param region where
 */
record Transport(QueryProtocol protocol, AccountId account, Region region)
    implements SdkHttpClient, SdkAsyncHttpClient {
  @Override
  public String clientName() {
    return "amikit";
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        QueryAnswer answer = answer(request.httpRequest(), content(request));
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
          QueryAnswer answer = answer(request.request(), content);
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

  private QueryAnswer answer(SdkHttpRequest request, byte[] content) {
    return protocol.answer(
        account,
        region,
        content.length > 0
            ? new String(content, UTF_8)
            : request.encodedQueryParameters().orElse(""));
  }

  private static SdkHttpResponse head(QueryAnswer answer) {
    SdkHttpFullResponse.Builder head = SdkHttpResponse.builder().statusCode(answer.status());
    answer.headers().forEach(head::appendHeader);
    return head.build();
  }

  private static byte[] bytes(QueryAnswer answer) {
    return answer.body().getBytes(UTF_8);
  }

  private static byte[] content(HttpExecuteRequest request) throws IOException {
    if (request.contentStreamProvider().isEmpty()) {
      return new byte[0];
    }
    try (InputStream content = request.contentStreamProvider().get().newStream()) {
      return ByteStreams.toByteArray(content);
    }
  }

  private static CompletableFuture<byte[]> content(Publisher<ByteBuffer> publisher) {
    CompletableFuture<byte[]> content = new CompletableFuture<>();
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
        content.complete(bytes.toByteArray());
      }
    });
    return content;
  }
}
