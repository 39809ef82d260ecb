package dev.amikit.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.device.VolumeType;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.lifecycle.AmiCommand;
import dev.amikit.lifecycle.AmiEvent;
import dev.amikit.lifecycle.Command;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Deregister;
import dev.amikit.lifecycle.Event;
import dev.amikit.lifecycle.ImageDisabled;
import dev.amikit.lifecycle.LifeCycle;
import dev.amikit.lifecycle.LifeCycleRules;
import dev.amikit.lifecycle.Transition;
import dev.amikit.lifecycle.TransitionTable;
import dev.amikit.lifecycle.snapshot.Lock;
import dev.amikit.lifecycle.snapshot.SnapshotAction;
import dev.amikit.lifecycle.snapshot.SnapshotCommand;
import dev.amikit.lifecycle.snapshot.SnapshotEvent;
import dev.amikit.lifecycle.snapshot.SnapshotLifeCycle;
import dev.amikit.lifecycle.snapshot.SnapshotLifeCycleRules;
import dev.amikit.lifecycle.snapshot.SnapshotStage;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import dev.amikit.testkit.jqwik.AmiDomain;
import dev.amikit.word.Word;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.providers.TypeUsage;

class AmiDomainTest {
  /** Packages of machinery, which is not generated. */
  private static final Set<String> MACHINERY =
      Set.of("dev.amikit.rule", "dev.amikit.word", "dev.amikit");

  private static final Set<Class<?>> TABLES = Set.of(
      LifeCycle.class,
      LifeCycleRules.class,
      SnapshotLifeCycle.class,
      SnapshotLifeCycleRules.class,
      TransitionTable.class);

  @Domain(AmiDomain.class)
  @Property(tries = 20)
  void every_type_is_there_in_the_domain(
      @ForAll Ami ami,
      @ForAll Snapshot snapshot,
      @ForAll AmiState state,
      @ForAll VolumeType type,
      @ForAll Tags tags,
      @ForAll Rule rule,
      @ForAll Word word,
      @ForAll AmiCommand command,
      @ForAll Deregister deregistration,
      @ForAll AmiEvent event,
      @ForAll ImageDisabled disabling,
      @ForAll Decision<Ami> decision) {
    assertThat(List.of(ami, snapshot, state, type, tags, rule, word)).doesNotContainNull();
    assertThat(List.of(command, deregistration, event, disabling, decision)).doesNotContainNull();
  }

  @Domain(AmiDomain.class)
  @Property(tries = 20)
  void what_both_lives_have_is_made_for_the_one_that_is_asked_for(
      @ForAll Decision<Snapshot> decision,
      @ForAll TimedCommand<Snapshot> timed,
      @ForAll Transition<SnapshotStage, SnapshotAction> cell,
      @ForAll Event<Ami> event,
      @ForAll Command<Snapshot> command,
      @ForAll Lock lock,
      @ForAll Event<?> any) {
    assertThat(decision.events()).allMatch(SnapshotEvent.class::isInstance);
    assertThat(timed.command()).isInstanceOf(SnapshotCommand.class);
    assertThat(command).isInstanceOf(SnapshotCommand.class);
    assertThat(cell.from()).isInstanceOf(SnapshotStage.class);
    assertThat(event).isInstanceOf(AmiEvent.class);
    assertThat(lock).isNotNull();
    assertThat(any).isInstanceOfAny(AmiEvent.class, SnapshotEvent.class);
  }

  @Property(tries = 20)
  void every_type_is_there_without_wiring_and_beside_others(
      @ForAll LaunchPermission permission,
      @ForAll DeregistrationProtection protection,
      @ForAll String text,
      @ForAll int number) {
    assertThat(permission).isNotNull();
    assertThat(protection).isNotNull();
  }

  @Example
  @Tag("module-path")
  void every_public_type_that_is_a_value_can_be_generated() throws IOException {
    AmiArbitraryProvider provider = new AmiArbitraryProvider();
    assertThat(publicValueTypes())
        .hasSizeGreaterThan(40)
        .allMatch(type -> provider.canProvideFor(TypeUsage.of(type)));
  }

  private static List<Class<?>> publicValueTypes() throws IOException {
    return CoreTypes.publicTypes().stream()
        .filter(type -> !MACHINERY.contains(type.getPackageName()))
        .filter(CoreTypes::isOfOne)
        .filter(type -> !TABLES.contains(type))
        .toList();
  }
}
