package dev.amikit.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Answers every request alike. */
final class CannedAnswer implements SdkHttpClient {
  private final byte[] answer;

  private CannedAnswer(byte[] answer) {
    this.answer = answer;
  }

  /** Returns a client of the SDK that is answered by the same bytes always. */
  static Ec2Client client(byte[] answer) {
    return Ec2Client.builder()
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("111122223333", "any")))
        .overrideConfiguration(configuration -> configuration
            .defaultProfileFile(ProfileFile.aggregator().build())
            .defaultProfileName("default"))
        .httpClient(new CannedAnswer(answer))
        .build();
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        try (InputStream content = request.contentStreamProvider().orElseThrow().newStream()) {
          content.readAllBytes();
        }
        return HttpExecuteResponse.builder()
            .response(SdkHttpResponse.builder()
                .statusCode(200)
                .putHeader("Content-Type", "text/xml;charset=UTF-8")
                .build())
            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer)))
            .build();
      }

      @Override
      public void abort() {
        // The answer is there as soon as it is asked for.
      }
    };
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
