package dev.amikit.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.amikit.registry.InMemoryAmiRegistry;
import java.time.Clock;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Image;

class SdkOverHttpTest {
  private static final String OWNER = "111122223333";

  private final InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(Clock.systemUTC());
  private final AmiEndpoint endpoint = AmiEndpoint.start(registry);

  @AfterEach
  void stop() {
    endpoint.close();
  }

  static Stream<SdkHttpClient.Builder<?>> clients() {
    return Stream.of(UrlConnectionHttpClient.builder(), Apache5HttpClient.builder());
  }

  @ParameterizedTest
  @MethodSource("clients")
  void a_client_makes_an_image_and_finds_it(SdkHttpClient.Builder<?> http) {
    try (Ec2Client ec2 =
        at(Ec2Client.builder(), OWNER, Region.US_EAST_1).httpClientBuilder(http).build()) {
      String image = image(ec2, "golden");

      ec2.waiter().waitUntilImageAvailable(r -> r.imageIds(image));
      assertThat(
              ec2.describeImagesPaginator(r -> r.owners("self").maxResults(5)).images())
          .extracting(Image::name, Image::description)
          .containsExactly(tuple("golden", "über & <unter>"));
      assertThatThrownBy(() -> image(ec2, "golden"))
          .isInstanceOfSatisfying(Ec2Exception.class, refused -> {
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("InvalidAMIName.Duplicate");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.requestId()).isNotBlank();
          });
    }
  }

  @Test
  void the_account_and_the_Region_are_those_of_the_signature() {
    try (Ec2Client owner = client(OWNER, Region.US_EAST_1);
        Ec2Client elsewhere = client(OWNER, Region.EU_WEST_1);
        Ec2Client other = client("444455556666", Region.US_EAST_1)) {
      image(owner, "golden");

      assertThat(owner.describeImages(r -> r.owners("self")).images())
          .extracting(Image::ownerId)
          .containsExactly(OWNER);
      assertThat(elsewhere.describeImages(r -> r.owners("self")).images()).isEmpty();
      assertThat(other.describeImages(r -> r.owners(OWNER)).images()).isEmpty();
    }
  }

  @Test
  void an_asynchronous_client_is_answered_too() {
    try (Ec2AsyncClient ec2 = at(Ec2AsyncClient.builder(), OWNER, Region.US_EAST_1)
        .httpClientBuilder(NettyNioAsyncHttpClient.builder())
        .build()) {
      assertThat(ec2.createVolume(r -> r.size(8).availabilityZone("us-east-1a"))
              .join()
              .size())
          .isEqualTo(8);
      assertThatThrownBy(
              () -> ec2.deregisterImage(r -> r.imageId("ami-0123456789abcdef0")).join())
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(
              Ec2Exception.class,
              refused -> assertThat(refused.awsErrorDetails().errorCode())
                  .isEqualTo("InvalidAMIID.NotFound"));
    }
  }

  private Ec2Client client(String account, Region region) {
    return at(Ec2Client.builder(), account, region)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private <B extends AwsClientBuilder<B, C>, C> B at(B builder, String account, Region region) {
    return builder
        .endpointOverride(endpoint.uri())
        .region(region)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(account, "any")));
  }

  private static String image(Ec2Client ec2, String name) {
    String volume =
        ec2.createVolume(r -> r.size(8).availabilityZone("us-east-1a")).volumeId();
    String snapshot = ec2.createSnapshot(r -> r.volumeId(volume)).snapshotId();
    return ec2.registerImage(r -> r.name(name)
            .description("über & <unter>")
            .architecture("x86_64")
            .virtualizationType("hvm")
            .rootDeviceName("/dev/xvda")
            .blockDeviceMappings(BlockDeviceMapping.builder()
                .deviceName("/dev/xvda")
                .ebs(e -> e.snapshotId(snapshot))
                .build()))
        .imageId();
  }
}
