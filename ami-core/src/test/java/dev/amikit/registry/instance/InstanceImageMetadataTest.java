package dev.amikit.registry.instance;

import static dev.amikit.registry.TestLaunch.IMAGE;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.OwnerAlias;
import dev.amikit.id.UserId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.lifecycle.ImageMovedToRecycleBin;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.Rules;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What DescribeInstanceImageMetadata tells of an image. */
class InstanceImageMetadataTest {
  private final TestLaunch at = new TestLaunch();

  @Test
  @Rules({"REF-01", "DEC-157"})
  void the_owner_without_an_alias_is_told_by_its_account() {
    at.put(image -> image);
    assertThat(told(at.launch()).imageOwnerAlias()).isEqualTo(UserId.of(OWNER));
  }

  @Test
  @Rules({"REF-01", "DEC-157"})
  void the_owner_with_an_alias_is_told_by_the_alias() {
    at.put(image -> image.imageOwnerAlias(OwnerAlias.AMAZON));
    assertThat(told(at.launch()).imageOwnerAlias()).isEqualTo(UserId.AMAZON);
  }

  @Test
  @Rules({"REF-01", "DEC-162"})
  void an_image_in_the_recycle_bin_is_told_as_a_deregistered_one() {
    Ami image = at.put(it -> it);
    Instance instance = at.launch();
    assertThat(told(instance).state()).isEqualTo(AmiState.AVAILABLE);

    at.ec2
        .registry
        .aws()
        .happen(new RegistryEvent.ImageChanged(
            HERE, IMAGE, new ImageMovedToRecycleBin(START, START.plus(Duration.ofDays(7)))));

    assertThat(told(instance).state()).isEqualTo(AmiState.DEREGISTERED);
    assertThat(told(instance).name()).isEqualTo(image.name());
  }

  @Test
  @Rules("REF-01")
  void an_image_is_told_of_with_its_watermarks_and_dates_though_it_is_not_shared_any_more() {
    LaunchPermission toFriend = LaunchPermission.userId(FRIEND);
    at.put(image -> image.addLaunchPermission(toFriend));
    at.ec2.owner().attachImageWatermark(IMAGE, "baseline");
    at.ec2.owner().enableImageDeprecation(IMAGE, START);
    at.ec2.as(FRIEND).runInstances(TestLaunch.request().build());
    at.ec2.owner().modifyImageAttribute(IMAGE, ModifyLaunchPermission.revoke(toFriend));

    assertThat(at.ec2.as(FRIEND).describeImage(IMAGE)).isEmpty();
    assertThat(at.ec2.as(FRIEND).describeInstanceImageMetadata())
        .extracting(InstanceImageMetadata::imageMetadata)
        .singleElement()
        .satisfies(image -> {
          assertThat(image.imageId()).isEqualTo(IMAGE);
          assertThat(image.state()).isEqualTo(AmiState.AVAILABLE);
          assertThat(image.creationDate()).contains(START);
          assertThat(image.deprecationTime()).contains(START);
          assertThat(image.isPublic()).isFalse();
          assertThat(image.imageWatermarks())
              .extracting(watermark -> watermark.watermarkKey().name())
              .containsExactly("baseline");
        });
  }

  private ImageMetadata told(Instance instance) {
    return at.ec2
        .owner()
        .describeInstanceImageMetadata(instance.instanceId())
        .get(0)
        .imageMetadata();
  }
}
