package dev.amikit.testkit.ec2;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;
import static dev.amikit.testkit.assertion.AmiAssertions.assertThatCalling;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.rule.ErrorCode;
import dev.amikit.testkit.fixture.Accounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a world is made for can be done in it. */
@ExtendWith(TestEc2Extension.class)
class WorldsTest {
  private static void launch(Ec2 ec2, Ami ami) {
    ec2.runInstances(
        RunInstances.builder().imageId(ami.imageId()).instanceType("m7i.large").build());
  }

  @Test
  void production_launches_and_copies_what_the_bakery_shares(TestEc2 aws) {
    Worlds.Bakery world = Worlds.bakery(aws);
    assertThat(world.golden()).isSharedWith(Accounts.OTHER);
    launch(world.production(), world.golden());
    ImageId copy = world
        .production()
        .copyImage(CopyImage.builder()
            .sourceRegion(TestEc2.HOME)
            .sourceImageId(world.golden().imageId())
            .name("ours")
            .build());
    assertThat(world.production().describeImage(copy).orElseThrow()).isAvailable();
  }

  @Test
  void one_unit_launches_and_the_other_does_not(TestEc2 aws) {
    Worlds.Organization world = Worlds.organization(aws);
    launch(world.engineer(), world.golden());
    assertThatCalling(() -> launch(world.seller(), world.golden())).isRefused();
    launch(world.owner(), world.golden());
    assertThat(world.engineering()).isNotEqualTo(world.sales());
    assertThat(world.arn()).isNotNull();
  }

  @Test
  void a_stranger_launches_what_is_published(TestEc2 aws) {
    Worlds.Publisher world = Worlds.publisher(aws);
    assertThat(world.published()).isPublic();
    launch(world.stranger(), world.published());
    assertThatCalling(() -> world.stranger().deregisterImage(world.published().imageId()))
        .isRefusedWith(ErrorCode.AUTH_FAILURE);
    assertThatCalling(() -> world.publisher().deregisterImage(world.published().imageId()))
        .succeeds();
  }

  @Test
  void what_is_deregistered_stays_in_the_bin_for_seven_days(TestEc2 aws) {
    Worlds.Keeper world = Worlds.keeper(aws);
    world.owner().deregisterImage(world.image().imageId());
    assertThat(world.owner().listImagesInRecycleBin()).hasSize(1);
    world.owner().restoreImageFromRecycleBin(world.image().imageId());
    assertThat(world.owner().describeImage(world.image().imageId()).orElseThrow())
        .isAvailable();
    assertThat(world.bin().getRule(world.ofImages().identifier())).isEqualTo(world.ofImages());
    assertThat(world.ofSnapshots().retentionPeriodDays()).isEqualTo(7);
  }
}
