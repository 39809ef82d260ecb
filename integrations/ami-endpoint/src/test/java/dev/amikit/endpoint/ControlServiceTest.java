package dev.amikit.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.jackson.AmiJson;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.fixture.Snapshots;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlServiceTest {
  private static final Region HERE = Region.US_EAST_1;

  private final MovableClock clock =
      MovableClock.of(Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC));
  private final InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(
      clock,
      RegistrySettings.builder()
          .completion(CompletionPolicy.after(Duration.ofMinutes(5)))
          .build());
  private final Ec2 ec2 = registry.account("111122223333").in(HERE);
  private final AmiEndpoint endpoint =
      AmiEndpoint.builder(registry).passing(clock::pass).start();
  private final Http http = new Http(endpoint.uri());

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @Test
  void time_passes_when_told() {
    ImageId copy = copy("one");
    assertThat(state(copy)).isEqualTo(AmiState.PENDING);

    assertThat(http.post("/_amikit/advance?by=PT5M", "").statusCode()).isEqualTo(200);

    assertThat(state(copy)).isEqualTo(AmiState.AVAILABLE);
    assertThat(clock.instant()).isEqualTo("2026-11-01T00:05:00Z");
  }

  @Test
  void a_clock_that_is_not_the_endpoints_is_not_moved() {
    try (AmiEndpoint other = AmiEndpoint.start(registry)) {
      assertThat(new Http(other.uri()).post("/_amikit/advance?by=PT5M", "").body())
          .contains("UnsupportedOperation");
    }
  }

  @Test
  void work_ends_when_told() throws JsonProcessingException {
    ImageId one = copy("one");
    ImageId two = copy("two");
    ImageId three = copy("three");

    http.post("/_amikit/complete?region=us-east-1&resource=" + one, "");
    http.post("/_amikit/fail?region=us-east-1&code=Client.Any&message=why&resource=" + two, "");
    assertThat(state(one)).isEqualTo(AmiState.AVAILABLE);
    assertThat(ec2.describeImage(two).orElseThrow()).satisfies(image -> {
      assertThat(image.state()).isEqualTo(AmiState.FAILED);
      assertThat(image.stateReason().orElseThrow().code()).isEqualTo("Client.Any");
    });
    assertThat(json(http.post("/_amikit/complete?region=eu-west-1", "")).get("Ended"))
        .isEmpty();
    JsonNode ended = json(http.post("/_amikit/complete", "")).get("Ended");
    assertThat(ended).hasSize(1);
    assertThat(ended.get(0).get("ResourceId").asText()).isEqualTo(three.toString());
    assertThat(ended.get(0).get("Kind").asText()).isEqualTo("IMAGE_COPY");
    assertThat(state(three)).isEqualTo(AmiState.AVAILABLE);
    assertThat(
            http.post("/_amikit/complete?region=us-east-1&resource=" + one, "").body())
        .contains("IncorrectState", "task.under-way");
  }

  @Test
  void images_and_snapshots_are_put_in_whole_or_not_at_all() {
    String images = AmiJson.images().write(List.of(Amis.publicAmi()));
    String snapshots = AmiJson.snapshots().write(List.of(Snapshots.completedSnapshot()));

    assertThat(http.post("/_amikit/images?region=us-east-1", images).statusCode())
        .isEqualTo(200);
    assertThat(http.post("/_amikit/snapshots?region=us-east-1", snapshots).statusCode())
        .isEqualTo(200);
    assertThat(registry.state().image(HERE, Amis.ID).map(Ami::isPublic)).contains(true);
    assertThat(registry.state().snapshot(HERE, Snapshots.ID)).isPresent();
    assertThat(http.post("/_amikit/images?region=us-east-1", images).statusCode())
        .isEqualTo(409);

    PartitionState before = registry.state();
    assertThat(http.post("/_amikit/images?region=us-east-1", images.replace("hvm", "\u0001"))
            .body())
        .contains("MalformedDocument");
    HttpResponse<String> wrong =
        http.post("/_amikit/images?region=us-west-2", images.replace("ami-0", "omi-0"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("Images[0].ImageId", "image-id.format");
    assertThat(registry.state()).isEqualTo(before);
  }

  @Test
  void events_are_told_from_a_number_on() throws JsonProcessingException {
    ImageId image = register("golden");
    ec2.disableImage(image);

    JsonNode all = json(http.get("/_amikit/events")).get("Events");
    assertThat(all.findValuesAsText("Type")).contains("VolumeCreated", "ImageCreated");
    JsonNode last = all.get(all.size() - 1);
    assertThat(last.get("Type").asText()).isEqualTo("ImageChanged");
    assertThat(last.get("ImageId").asText()).isEqualTo(image.toString());
    assertThat(last.get("Region").asText()).isEqualTo("us-east-1");
    assertThat(last.get("Caller").asText()).isEqualTo("111122223333");
    assertThat(last.get("Event").get("Type").asText()).isEqualTo("ImageDisabled");
    JsonNode created = all.findParents("Image").get(0).get("Image");
    assertThat(created.get("Name").asText()).isEqualTo("golden");
    long before = last.get("Sequence").asLong() - 1;
    assertThat(json(http.get("/_amikit/events?after=" + before)).get("Events")).hasSize(1);
  }

  @Test
  void a_reset_brings_back_what_was_there_at_first() throws JsonProcessingException {
    ImageId image = register("golden");
    try (AmiEndpoint later = AmiEndpoint.start(registry)) {
      Http other = new Http(later.uri());
      copy("copy");

      other.post("/_amikit/reset", "");

      assertThat(registry.state().in(HERE).images().all())
          .extracting(Ami::imageId)
          .containsExactly(image);
      assertThat(json(other.get("/_amikit/events")).get("Events")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST, nothing, 404, NotFound",
    "GET, reset, 405, MethodNotAllowed",
    "POST, reset?all=1, 400, UnknownParameter",
    "POST, advance, 400, MissingParameter",
    "POST, advance?by=5, 400, InvalidParameterValue",
    "POST, advance?by=PT1M&by=PT1M, 400, InvalidParameterCombination",
    "POST, advance?by=%25zz, 400, InvalidParameterValue",
    "POST, complete?regoin=us-east-1, 400, UnknownParameter",
    "POST, complete?region=nowhere, 400, InvalidRegion",
    "POST, complete?resource=ami-0123456789abcdef0, 400, MissingParameter",
    "POST, images?region=us-east-1, 400, MalformedDocument",
    "GET, events?after=x, 400, InvalidParameterValue"
  })
  void what_cannot_be_done_is_told(String method, String call, int status, String code) {
    PartitionState before = registry.state();

    HttpResponse<String> answer = http.send(method, "/_amikit/" + call, "", "");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("\"Code\" : \"" + code + "\"");
    assertThat(registry.state()).isEqualTo(before);
  }

  private AmiState state(ImageId image) {
    return ec2.describeImage(image).orElseThrow().state();
  }

  private ImageId copy(String name) {
    return ec2.copyImage(CopyImage.builder()
        .sourceImageId(register("source of " + name))
        .sourceRegion(HERE)
        .name(name)
        .build());
  }

  private ImageId register(String name) {
    var snapshot = ec2.createSnapshot(
            ec2.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8)).volumeId())
        .snapshotId();
    registry.aws().complete(HERE, snapshot);
    return ec2.registerImage(RegisterImage.builder()
        .name(name)
        .hvm(Architecture.X86_64)
        .ebsRoot("/dev/xvda", snapshot)
        .build());
  }

  private static JsonNode json(HttpResponse<String> answer) throws JsonProcessingException {
    assertThat(answer.statusCode()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }
}
