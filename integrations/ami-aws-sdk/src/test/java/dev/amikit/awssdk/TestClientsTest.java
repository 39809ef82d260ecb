package dev.amikit.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.testkit.ec2.Account;
import dev.amikit.testkit.ec2.TestEc2;
import dev.amikit.testkit.ec2.TestEc2Extension;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.fixture.Snapshots;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ImageState;

/** A test that has the kit and this module on its path may ask for the SDK's clients. */
class TestClientsTest {
  @RegisterExtension
  static final TestEc2Extension SLOW =
      TestEc2Extension.with(it -> it.completion(CompletionPolicy.after(Duration.ofMinutes(7))));

  @Account("444455556666")
  private Ec2Client friend;

  @Test
  void a_client_works_on_the_ec2_of_the_test_and_its_waiter_moves_the_clock(
      TestEc2 aws, Ec2Client ec2, Ec2AsyncClient async) {
    aws.aws().put(TestEc2.HOME, Amis.availableAmi());
    aws.aws().put(TestEc2.HOME, Snapshots.completedSnapshot());

    String id = ec2.copyImage(copy -> copy.sourceRegion("us-east-1")
            .sourceImageId(Amis.availableAmi().imageId().value())
            .name("copy"))
        .imageId();
    ec2.waiter().waitUntilImageAvailable(request -> request.imageIds(id));

    assertThat(aws.now()).isAfterOrEqualTo(TestEc2.START.plus(Duration.ofMinutes(7)));
    assertThat(async.describeImages(request -> request.imageIds(id)).join().images())
        .singleElement()
        .satisfies(image -> assertThat(image.state()).isEqualTo(ImageState.AVAILABLE));
    assertThat(friend.describeImages(request -> request.owners("self")).images())
        .isEmpty();
  }
}
