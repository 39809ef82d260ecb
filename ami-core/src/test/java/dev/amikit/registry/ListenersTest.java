package dev.amikit.registry;

import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestRegistry.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.amikit.id.ImageId;
import dev.amikit.image.AmiState;
import dev.amikit.registry.image.GetImageAncestry;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.RefusedException;
import dev.amikit.tag.Tags;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ListenersTest {
  private final TestRegistry ec2 = new TestRegistry();
  private final ImageId id = ec2.put(image(1, ec2.snapshot()).build()).imageId();
  private final List<RegistryEvent> heard = new ArrayList<>();

  @Test
  void one_that_throws_keeps_nobody_from_hearing_and_its_failure_reaches_its_handler() {
    List<Throwable> thrown = List.of(
        new IllegalStateException("no room"), new AssertionError("wrong"), new IOException("gone"));
    List<Throwable> failures = new ArrayList<>();
    List<RegistryEvent> at = new ArrayList<>();
    for (Throwable each : thrown) {
      ec2.registry.listen(told -> sneak(each), (told, failure) -> {
        at.add(told.event());
        failures.add(failure);
      });
    }
    ec2.listen(told -> heard.add(told.event()));
    PartitionState before = ec2.registry.state();

    ec2.owner().deregisterImage(id);

    assertThat(before.after(heard)).isEqualTo(ec2.registry.state());
    assertThat(heard).isNotEmpty();
    assertThat(failures).hasSize(thrown.size() * heard.size()).hasSameElementsAs(thrown);
    assertThat(at).hasSameElementsAs(heard);
    assertThat(ec2.registry.state().image(HERE, id).orElseThrow().state())
        .isEqualTo(AmiState.DEREGISTERED);
  }

  @Test
  void the_caller_of_a_refused_operation_hears_the_refusal_whatever_listeners_and_handlers_throw() {
    ec2.put(TestImages.binned(2));
    ec2.registry.listen(
        told -> sneak(new AssertionError("wrong")),
        (told, failure) -> sneak(new AssertionError("no help")));
    ec2.listen(told -> heard.add(told.event()));
    ec2.clock.pass(Duration.ofDays(8));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> ec2.owner().disableImage(TestImages.UNKNOWN));
    assertThat(heard).isNotEmpty();
    assertThat(ec2.unheard).isEmpty();
  }

  @Test
  void what_the_clock_has_made_due_is_told_once_whoever_looks_first() {
    ec2.put(TestImages.binned(2));
    ec2.listen(told -> heard.add(told.event()));
    ec2.clock.pass(Duration.ofDays(8));

    assertThat(ec2.owner().listImagesInRecycleBin()).isEmpty();
    List<RegistryEvent> atFirst = List.copyOf(heard);
    assertThat(atFirst).isNotEmpty();
    PartitionState taken = ec2.registry.state();
    assertThat(ec2.owner().listImagesInRecycleBin()).isEmpty();
    ec2.registry.advance();

    assertThat(heard).isEqualTo(atFirst);
    assertThat(ec2.registry.state()).isSameAs(taken);
  }

  @Test
  void one_that_waits_for_another_thread_that_writes_does_not_hang() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      ec2.listen(told -> {
        if (told.event() instanceof RegistryEvent.ImageTagged) {
          return;
        }
        Future<?> other = threads.submit(() -> ec2.owner().createTags(Tags.of("heard", "yes"), id));
        assertThat(catchThrowable(() -> other.get(60, TimeUnit.SECONDS))).isNull();
      });
      ec2.listen(told -> heard.add(told.event()));

      ec2.owner().disableImage(id);

      assertThat(ec2.unheard).isEmpty();
      assertThat(ec2.state().image(HERE, id).orElseThrow().tags())
          .isEqualTo(Tags.of("heard", "yes"));
      assertThat(heard).hasSize(2).last().isInstanceOf(RegistryEvent.ImageTagged.class);
    } finally {
      threads.shutdownNow();
    }
  }

  @SuppressWarnings("unchecked") // the compiler takes it for an unchecked one
  private static <E extends Throwable> void sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @Test
  void what_only_reads_is_told_nobody() {
    ec2.listen(told -> heard.add(told.event()));
    assertThat(ec2.owner().describeImage(id)).isPresent();
    assertThat(ec2.owner().call(new GetImageAncestry(id))).isNotNull();
    assertThat(heard).isEmpty();
  }
}
