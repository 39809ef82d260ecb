package dev.amikit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.amikit.awssdk.Ec2Clients;
import dev.amikit.awssdk.QueryProtocol;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeImagesRequest;

/** DescribeImages of one image through the SDK's client, whose own work is most of it. */
final class SdkTopic implements Topic {
  @Override
  public void measure(Ratios ratios) {
    Ami image = TypicalAmi.of(RawImage.numbered(0, 1))[0];
    InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(Clock.systemUTC());
    registry.aws().put(Region.US_EAST_1, image);
    Ec2Clients clients = Ec2Clients.of(registry);
    Ec2Client client = clients.client(image.ownerId(), Region.US_EAST_1);
    Ec2Client canned = clients.client(
        image.ownerId(),
        Region.US_EAST_1,
        builder -> builder.httpClient(new CannedAnswer(answer(registry, image))));
    Ec2 ec2 = registry.account(image.ownerId()).in(Region.US_EAST_1);
    DescribeImagesRequest request =
        DescribeImagesRequest.builder().imageIds(image.imageId().value()).build();
    Ratios.Work byClient = (times, kept) -> {
      for (int i = 0; i < times; i++) {
        kept[0] = client.describeImages(request);
      }
    };
    ratios.compare("DescribeImages, against a canned answer", 1.5, byClient, (times, kept) -> {
      for (int i = 0; i < times; i++) {
        kept[0] = canned.describeImages(request);
      }
    });
    ratios.compare("DescribeImages, against Ec2", Ratios.NO_GOAL, byClient, (times, kept) -> {
      for (int i = 0; i < times; i++) {
        kept[0] = ec2.describeImage(image.imageId());
      }
    });
  }

  private static byte[] answer(InMemoryAmiRegistry registry, Ami image) {
    return QueryProtocol.of(registry)
        .answer(
            image.ownerId(), Region.US_EAST_1, "Action=DescribeImages&ImageId.1=" + image.imageId())
        .body()
        .getBytes(UTF_8);
  }

  /** Answers every request alike. */
  private static final class CannedAnswer implements SdkHttpClient {
    private final byte[] answer;

    CannedAnswer(byte[] answer) {
      this.answer = answer;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          try (InputStream content =
              request.contentStreamProvider().orElseThrow().newStream()) {
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
}
