package com.example.pipeline;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;

import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.image.AmiState;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.testkit.ec2.TestEc2;
import dev.amikit.testkit.ec2.TestEc2Extension;
import dev.amikit.testkit.ec2.Worlds;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CopiesTest {
  @RegisterExtension
  static final TestEc2Extension SLOW =
      TestEc2Extension.with(it -> it.completion(CompletionPolicy.after(Duration.ofMinutes(20))));

  @Test
  void take_a_while(TestEc2 aws) {
    Worlds.Bakery world = Worlds.bakery(aws);

    ImageId copy = world
        .production()
        .copyImage(CopyImage.builder()
            .sourceRegion(Region.US_EAST_1)
            .sourceImageId(world.golden().imageId())
            .name("web-1")
            .build());

    assertThat(aws.state()).image(Region.US_EAST_1, copy).isInState(AmiState.PENDING);
    aws.pass(Duration.ofMinutes(20));
    assertThat(aws.state()).image(Region.US_EAST_1, copy).isAvailable();
  }
}
