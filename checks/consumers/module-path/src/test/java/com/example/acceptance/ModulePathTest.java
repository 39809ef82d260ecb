package com.example.acceptance;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.registry.Ec2;
import dev.amikit.testkit.ec2.Account;
import dev.amikit.testkit.ec2.TestEc2;
import dev.amikit.testkit.ec2.TestEc2Extension;
import dev.amikit.testkit.ec2.Worlds;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestEc2Extension.class)
class ModulePathTest {
  @Account("777788889999")
  private Ec2 stranger;

  @Test
  void all_of_it_is_in_modules() {
    assertThat(Stream.of(ModulePathTest.class, TestEc2.class, Ami.class)
            .map(type -> type.getModule().getName()))
        .containsExactly("com.example.acceptance", "dev.amikit.testkit", "dev.amikit.core");
  }

  @Test
  void fields_and_parameters_are_handed_over(TestEc2 aws) {
    Worlds.Publisher world = Worlds.publisher(aws);
    assertThat(stranger.describeImage(world.published().imageId()).orElseThrow())
        .isPublic();
    assertThat(aws.state()).image(Region.US_EAST_1, world.published().imageId()).isAvailable();
  }
}
