package dev.amikit.registry.state;

import static dev.amikit.registry.TestImages.UNKNOWN;
import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.amikit.id.ImageId;
import dev.amikit.image.AmiState;
import dev.amikit.image.ImageName;
import dev.amikit.image.StateReason;
import dev.amikit.registry.Copying;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageStateChangeTest {
  private final TestRegistry ec2 = TestRegistry.completing(CompletionPolicy.whenTold());
  private final ImageId id = ec2.put(image(1, ec2.snapshot()).build()).imageId();
  private final List<ImageStateChange> announced = new ArrayList<>();

  ImageStateChangeTest() {
    ec2.listen(event -> ImageStateChange.of(event.event()).ifPresent(announced::add));
  }

  private static ImageStateChange change(ImageId id, AmiState state) {
    return new ImageStateChange(HERE, id, state);
  }

  private ImageId copy() {
    return ec2.owner().copyImage(Copying.copyOf(id).name(ImageName.of("copy")).build());
  }

  @Test
  @Rules({"LIFE-18", "LIFE-19"})
  void a_new_image_is_announced_when_it_is_made_and_not_before() {
    ImageId copy = copy();
    assertThat(announced).isEmpty();

    ec2.registry.aws().complete(HERE, copy);
    assertThat(announced).containsExactly(change(copy, AmiState.AVAILABLE));
  }

  @Test
  @Rules({"LIFE-18", "LIFE-19"})
  void a_failure_to_make_an_image_is_announced() {
    ImageId copy = copy();
    ec2.registry.aws().fail(HERE, copy, new StateReason("Server.InternalError", "Internal error"));
    assertThat(announced).containsExactly(change(copy, AmiState.FAILED));
  }

  @Test
  @Rules("LIFE-18")
  void disabling_enabling_and_deregistering_are_announced() {
    ec2.owner().disableImage(id);
    ec2.owner().enableImage(id);
    ec2.owner().deregisterImage(id);
    assertThat(announced)
        .containsExactly(
            change(id, AmiState.DISABLED),
            change(id, AmiState.AVAILABLE),
            change(id, AmiState.DEREGISTERED));
  }

  @Test
  @Rules("LIFE-18")
  void an_image_that_enters_the_bin_is_announced_as_deregistered_and_its_return_is_not() {
    ec2.owner().call(CreateRule.ofRegion(RetentionRule.ResourceType.EC2_IMAGE, 7));
    ec2.owner().deregisterImage(id);
    ec2.owner().restoreImageFromRecycleBin(id);
    assertThat(announced).containsExactly(change(id, AmiState.DEREGISTERED));
  }

  @Test
  @Rules("LIFE-18")
  void the_end_of_a_stay_in_the_bin_is_not_announced_again() {
    ec2.owner().call(CreateRule.ofRegion(RetentionRule.ResourceType.EC2_IMAGE, 7));
    ec2.owner().deregisterImage(id);
    announced.clear();
    ec2.pass(Duration.ofDays(8));
    assertThat(announced).isEmpty();
  }

  @Test
  @Rules("LIFE-18")
  void deprecation_and_protection_are_not_announced() {
    ec2.owner().enableImageDeprecation(id, START.plus(Duration.ofDays(1)));
    ec2.pass(Duration.ofDays(2));
    ec2.owner().enableImageDeregistrationProtection(id, false);
    ec2.owner().disableImageDeregistrationProtection(id);
    assertThat(announced).isEmpty();
  }

  @Test
  @Rules("LIFE-19")
  void a_refusal_to_deregister_or_to_disable_is_an_answer_and_no_announcement() {
    ec2.owner().enableImageDeregistrationProtection(id, false);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> ec2.owner().deregisterImage(id));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> ec2.owner().disableImage(UNKNOWN));
    assertThat(announced).isEmpty();
  }
}
