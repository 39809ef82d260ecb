package dev.amikit.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amikit.image.Ami;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.Newest;
import dev.amikit.registry.InMemoryAmiRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointProgramTest {
  @Test
  void it_tells_where_it_is_and_has_public_images() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (AmiEndpoint endpoint = EndpointProgram.start(
        new PrintStream(out, true, UTF_8), "--port", "0", "--work", "PT30S")) {
      Http http = new Http(endpoint.uri());

      assertThat(out.toString(UTF_8)).contains("AWS_ENDPOINT_URL_EC2=" + endpoint.uri() + " ");
      assertThat(http.ask("Action=DescribeImages&Owner.1=amazon").body())
          .contains("<name>al2023-ami-2023.9.20261103.0-kernel-6.12-arm64</name>");
      assertThat(http.post("/_amikit/advance?by=PT1S", "").statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--port x", "--work 5", "--help"})
  void what_is_no_option_is_told(String arguments) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EndpointProgram.start(System.out, arguments.split(" ")))
        .withMessageStartingWith("options: ");
  }

  @Test
  void the_images_are_launched_by_anybody_in_each_of_their_Regions() {
    InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(Clock.systemUTC());
    PublicImages.putInto(registry);

    assertThat(PublicImages.REGIONS).allSatisfy(region -> {
      var images = registry
          .account("111122223333")
          .in(region)
          .describeImages(ImageQuery.builder()
              .owners("amazon")
              .filter("name", "al2023-ami-*-x86_64")
              .build())
          .items();
      assertThat(images).hasSize(2).allMatch(Ami::isPublic);
      assertThat(Newest.of(images).orElseThrow().name().orElseThrow().toString())
          .contains("20261103");
    });
  }
}
