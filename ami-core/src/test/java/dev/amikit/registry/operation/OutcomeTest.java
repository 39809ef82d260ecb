package dev.amikit.registry.operation;

import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestRegistry.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.lifecycle.DescriptionChanged;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  private final TestRegistry ec2 = new TestRegistry();
  private final ImageId id = ec2.put(image(1, ec2.snapshot()).build()).imageId();

  /** An operation that EC2 does not have: it writes and reads within one decision. */
  private record Describe(ImageId id, String first, String second) implements Operation<String> {
    @Override
    public Outcome<String> decide(Situation situation) {
      Outcome.Course course = Outcome.from(situation.state());
      course.happens(change(first));
      Ami described = course.state().image(HERE, id).orElseThrow();
      return course.happens(change(second)).done(described.description().orElseThrow());
    }

    private RegistryEvent change(String description) {
      return new RegistryEvent.ImageChanged(HERE, id, new DescriptionChanged(description));
    }
  }

  @Test
  void an_operation_of_ones_own_is_carried_out_as_ec2s_are() {
    List<RegistryEvent> heard = new ArrayList<>();
    ec2.listen(recorded -> heard.add(recorded.event()));
    PartitionState before = ec2.state();

    assertThat(ec2.owner().call(new Describe(id, "old", "new"))).isEqualTo("old");

    assertThat(ec2.state().image(HERE, id).orElseThrow().description()).contains("new");
    assertThat(heard).hasSize(2);
    assertThat(before.after(heard)).isEqualTo(ec2.state());
  }

  @Test
  void the_state_is_the_one_that_the_events_lead_to() {
    PartitionState before = ec2.state();
    Outcome.Course course = Outcome.from(before);
    course.happens(new Describe(id, "old", "new").change("old"));
    Outcome.Done<Integer> early = course.done(1);
    course.happens(new Describe(id, "old", "new").change("new"));
    Outcome.Done<Integer> late = course.done(2);

    assertThat(early.events()).hasSize(1);
    assertThat(late.events()).hasSize(2);
    for (Outcome.Done<Integer> done : List.of(early, late)) {
      assertThat(done.before()).isSameAs(before);
      assertThat(done.state()).isEqualTo(before.after(done.events()));
      assertThat(done.orThrow()).isEqualTo(done.result());
      assertThat(done.refusal()).isEmpty();
    }
    assertThat(Outcome.Done.class.getConstructors()).isEmpty();
  }

  @Test
  void what_was_decided_in_another_state_is_not_carried_out() {
    PartitionState before = ec2.state();
    Operation<Integer> blind = situation -> Outcome.from(PartitionState.empty()).done(1);

    assertThatIllegalStateException().isThrownBy(() -> ec2.owner().call(blind));

    assertThat(ec2.state()).isSameAs(before);
  }

  @Test
  void it_says_what_happens_and_what_is_answered() {
    assertThat(Outcome.from(ec2.state()).done("answer"))
        .hasToString("Done{events=[], result=answer}");
  }
}
