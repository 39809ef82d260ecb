package dev.amikit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.amikit.awssdk.Ec2Clients;
import dev.amikit.awssdk.QueryProtocol;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import java.time.Clock;
import java.util.Arrays;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeImagesRequest;

/** DescribeImages through the SDK's client, whose own work is most of it. */
final class SdkTopic implements Topic {
  static final AccountId OWNER = AccountId.of("111122223333");
  static final String FORM = "Action=DescribeImages&Owner.1=self";

  @Override
  public void measure(Meter meter) {
    measure(meter, 1);
    measure(meter, 1_000);
    Loopback.measure(meter, "1 image", 1);
    Loopback.measure(meter, "1,000 images", 1_000);
    StartUp.measureClient(meter);
  }

  private static void measure(Meter meter, int count) {
    InMemoryAmiRegistry registry = registry(count);
    QueryProtocol protocol = QueryProtocol.of(registry);
    byte[] answer = answer(protocol);
    Ec2 ec2 = registry.account(OWNER).in(Region.US_EAST_1);
    Ec2Client client = Ec2Clients.of(protocol).client(OWNER, Region.US_EAST_1);
    Ec2Client canned = CannedAnswer.client(answer);
    DescribeImagesRequest request =
        DescribeImagesRequest.builder().owners("self").build();
    ImageQuery query = ImageQuery.builder().owners("self").build();
    Work byClient = (times, kept) -> {
      for (int i = 0; i < times; i++) {
        kept[0] = client.describeImages(request);
      }
    };
    Work byCanned = (times, kept) -> {
      for (int i = 0; i < times; i++) {
        kept[0] = canned.describeImages(request);
      }
    };
    Work byProtocol = (times, kept) -> {
      for (int i = 0; i < times; i++) {
        kept[0] = answer(protocol);
      }
    };
    String images = "%,d image%s".formatted(count, count == 1 ? "" : "s");
    meter.compare(images + ", against a canned answer", Goal.NONE, byClient, byCanned);
    meter.compare("  the protocol alone, against that", Goal.NONE, byProtocol, byCanned);
    meter.compare("  against Ec2", Goal.NONE, byClient, (times, kept) -> {
      for (int i = 0; i < times; i++) {
        kept[0] = ec2.describeImages(query);
      }
    });
  }

  /** Returns a registry in which an account owns some typical images. */
  static InMemoryAmiRegistry registry(int count) {
    InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(Clock.systemUTC());
    registry
        .aws()
        .put(
            Region.US_EAST_1,
            Arrays.stream(TypicalAmi.of(RawImage.numbered(0, count)))
                .map(ami -> ami.toBuilder().ownerId(OWNER).build())
                .toArray(Ami[]::new));
    return registry;
  }

  /** Returns the answer that tells an account its images. */
  static byte[] answer(QueryProtocol protocol) {
    return protocol.answer(OWNER, Region.US_EAST_1, FORM).body().getBytes(UTF_8);
  }
}
