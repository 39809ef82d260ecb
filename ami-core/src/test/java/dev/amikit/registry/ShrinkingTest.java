package dev.amikit.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.registry.History.Attempts;
import dev.amikit.registry.History.Kind;
import dev.amikit.registry.History.Step;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Claims about a registry that do not hold, each with all that has to happen for it to fail. */
class ShrinkingTest {
  @Provide
  Arbitrary<Attempts> attempts() {
    return Attempts.any();
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
