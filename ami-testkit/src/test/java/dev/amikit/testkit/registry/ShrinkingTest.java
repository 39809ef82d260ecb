package dev.amikit.testkit.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.testkit.registry.History.Attempt;
import dev.amikit.testkit.registry.History.Attempts;
import dev.amikit.testkit.registry.History.Kind;
import dev.amikit.testkit.registry.History.Mix;
import dev.amikit.testkit.registry.History.Step;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Claims about a registry that do not hold, each with all that has to happen for it to fail. */
@Tag("long")
class ShrinkingTest {
  @Provide
  Arbitrary<Attempts> attempts() {
    return Attempts.any();
  }

  @Example
  void a_history_prints_as_its_steps() {
    List<Integer> plainest = Collections.nCopies(History.CHOICES, 0);
    List<Attempt> inTurn = Stream.of(Kind.WATERMARK, Kind.REGISTER, Kind.DISABLE, Kind.TIME)
        .map(kind -> new Attempt(kind, plainest))
        .toList();
    assertThat(new Attempts(Mix.EVERYTHING, inTurn)).hasToString("""
            EVERYTHING, 4 steps
            1. 111122223333 in us-east-1: \
            AttachImageWatermark[imageId=ami-0123456789abcdef0, watermarkName=mark-0] \
            -> InvalidAMIID.NotFound: The image id '[ami-0123456789abcdef0]' does not exist
            2. 111122223333 in us-east-1: \
            RegisterImage{name=golden-1, rootDeviceName=/dev/xvda, blockDeviceMappings=\
            [BlockDeviceMapping{deviceName=/dev/xvda, ebs=EbsBlockDevice{snapshotId=snap-0000000000000000e}}], \
            architecture=x86_64, virtualizationType=hvm, billingProducts=[], tagSpecifications=[]} \
            -> ami-00000000000000013
            3. 111122223333 in us-east-1: DisableImage[imageId=ami-00000000000000013]
            4. PT7M go by""");
  }

  @Property(shrinking = ShrinkingMode.FULL)
  @ShrinksTo({Kind.REGISTER, Kind.DISABLE})
  void no_image_is_ever_disabled(@ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    for (Step step : history.steps()) {
      for (Region region : History.REGIONS) {
        assertThat(step.after().images(region)).noneMatch(ami -> ami.state() == AmiState.DISABLED);
      }
    }
  }

  @Property(shrinking = ShrinkingMode.FULL)
  @ShrinksTo({Kind.RETENTION, Kind.REGISTER, Kind.DEREGISTER, Kind.TIME})
  void an_image_stays_in_the_Recycle_Bin(@ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    for (Step step : history.steps()) {
      if (step.kind() == Kind.TIME) {
        for (Region region : History.REGIONS) {
          assertThat(step.before().images(region).filter(Ami::isInRecycleBin))
              .allMatch(
                  ami -> step.after().image(region, ami.imageId()).orElseThrow().isInRecycleBin());
        }
      }
    }
  }

  @Property(shrinking = ShrinkingMode.FULL)
  @ShrinksTo({Kind.REGISTER, Kind.COPY, Kind.COPY})
  void a_copy_is_never_copied(@ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    Set<ImageId> copies = new HashSet<>();
    for (Step step : history.steps()) {
      if (step.happened(CopyImage.class)) {
        CopyImage request = (CopyImage) step.call().orElseThrow().operation();
        assertThat(copies).doesNotContain(request.sourceImageId());
        copies.add(step.made());
      }
    }
  }

  @Property(shrinking = ShrinkingMode.FULL)
  @ShrinksTo({Kind.REGISTER, Kind.TAG})
  void a_replay_may_leave_tags_out(@ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    PartitionState replayed = PartitionState.empty();
    for (RegistryEvent event : history.events()) {
      if (!(event instanceof RegistryEvent.ImageTagged)) {
        replayed = replayed.after(event);
      }
    }
    assertThat(Objects.equals(replayed, history.last())).isTrue();
  }
}
