package dev.amikit.registry;

import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestRegistry.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.amikit.id.ImageId;
import dev.amikit.image.AmiState;
import dev.amikit.registry.image.GetImageAncestry;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenersTest {
  private final TestRegistry ec2 = new TestRegistry();
  private final ImageId id = ec2.put(image(1, ec2.snapshot()).build()).imageId();
  private final List<RegistryEvent> heard = new ArrayList<>();

  @Test
  void one_that_throws_keeps_neither_the_operation_from_being_done_nor_others_from_hearing() {
    IllegalStateException first = new IllegalStateException("no room");
    IllegalStateException second = new IllegalStateException("still no room");
    ec2.registry.listen(event -> {
      throw heard.isEmpty() ? first : second;
    });
    ec2.registry.listen(told -> heard.add(told.event()));
    PartitionState before = ec2.registry.state();
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> ec2.owner().deregisterImage(id))
        .isSameAs(first)
        .satisfies(e -> assertThat(e.getSuppressed()).allMatch(also -> also == second));
    assertThat(before.after(heard)).isEqualTo(ec2.registry.state());
    assertThat(ec2.registry.state().image(HERE, id).orElseThrow().state())
        .isEqualTo(AmiState.DEREGISTERED);
  }

  @Test
  void what_only_reads_is_told_nobody() {
    ec2.registry.listen(told -> heard.add(told.event()));
    assertThat(ec2.owner().describeImage(id)).isPresent();
    assertThat(ec2.owner().call(new GetImageAncestry(id))).isNotNull();
    assertThat(heard).isEmpty();
  }
}
