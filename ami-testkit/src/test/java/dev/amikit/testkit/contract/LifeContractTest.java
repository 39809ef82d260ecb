package dev.amikit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import dev.amikit.lifecycle.Action;
import dev.amikit.lifecycle.Command;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Event;
import dev.amikit.lifecycle.Transition;
import dev.amikit.lifecycle.TransitionTable;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.testkit.arbitrary.AmiArbitraries;
import dev.amikit.testkit.arbitrary.TimedCommand;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The contract holds of an honest life, that of a volume, and catches whoever breaks a promise. */
class LifeContractTest
    implements LifeContract<
        LifeContractTest.Volume, LifeContractTest.Stage, LifeContractTest.Deed> {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  enum Stage {
    AVAILABLE,
    IN_USE,
    DELETED
  }

  enum Deed implements Action<Stage> {
    ATTACH(Stage.AVAILABLE, Stage.IN_USE),
    DETACH(Stage.IN_USE, Stage.AVAILABLE),
    RESIZE(Stage.AVAILABLE, Stage.AVAILABLE),
    DELETE(Stage.AVAILABLE, Stage.DELETED);

    private final ImmutableMap<Stage, ImmutableSet<Stage>> targets;
    private final Rule rule;

    Deed(Stage from, Stage to) {
      targets = ImmutableMap.of(from, ImmutableSet.of(to));
      rule = LifeContractTest.rule(name().toLowerCase(Locale.ROOT) + "-volume.possible");
    }

    @Override
    public ImmutableMap<Stage, ImmutableSet<Stage>> targets() {
      return targets;
    }

    @Override
    public Rule rule() {
      return rule;
    }
  }

  /** A volume, of 1 GiB or more. That a stage could be changed in it only those use who cheat. */
  static final class Volume {
    private Stage stage;
    private final int size;

    Volume(Stage stage, int size) {
      this.stage = stage;
      this.size = size;
    }

    Volume in(Stage next) {
      return new Volume(next, size);
    }

    Volume of(int gibibytes) {
      return new Volume(stage, gibibytes);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Volume volume && stage == volume.stage && size == volume.size;
    }

    @Override
    public int hashCode() {
      return Objects.hash(stage, size);
    }

    @Override
    public String toString() {
      return stage + " of " + size + " GiB";
    }
  }

  /** A command that decides as it was told to. */
  private record Doing(Deed action, Function<Volume, Decision<Volume>> deciding)
      implements Command<Volume> {
    @Override
    public Decision<Volume> decide(Volume volume, Instant now) {
      return deciding.apply(volume);
    }

    @Override
    public String toString() {
      return action.name();
    }
  }

  private record Becoming(UnaryOperator<Volume> change) implements Event<Volume> {
    @Override
    public Volume evolve(Volume volume) {
      return change.apply(volume);
    }
  }

  /** Equal to another that comes to the same, as events are. */
  private record Changed(Stage stage, int size) implements Event<Volume> {
    @Override
    public Volume evolve(Volume volume) {
      return new Volume(stage, size);
    }
  }

  private static Rule rule(String id) {
    return Rule.rule(id, "can be done as the volume is", ErrorCode.INCORRECT_STATE, "the test");
  }

  private static Decision<Volume> refused(Rule rule, Volume volume) {
    return Decision.refused(rule, "state", volume.stage);
  }

  /** An honest command. */
  private static Command<Volume> honest(Deed action, int size) {
    return new Doing(action, volume -> {
      ImmutableSet<Stage> targets = action.targets().getOrDefault(volume.stage, ImmutableSet.of());
      if (targets.isEmpty()) {
        return refused(action.rule(), volume);
      }
      int next = action == Deed.RESIZE ? size : volume.size;
      Changed changed = new Changed(targets.iterator().next(), next);
      return changed.evolve(volume).equals(volume)
          ? Decision.unchanged()
          : Decision.accepted(changed);
    });
  }

  private static Command<Volume> broken(Deed action, Function<Volume, Decision<Volume>> deciding) {
    return new Doing(action, deciding);
  }

  /** A command that is always accepted, and comes to one event. */
  private static Command<Volume> making(Deed action, UnaryOperator<Volume> change) {
    return broken(action, volume -> Decision.accepted(new Becoming(change)));
  }

  /** An event that makes the volume larger each time that it is replayed. */
  private static Command<Volume> growing() {
    AtomicInteger sizes = new AtomicInteger(8);
    return making(Deed.RESIZE, volume -> volume.of(sizes.incrementAndGet()));
  }

  private static Volume volume(Stage stage) {
    return new Volume(stage, 8);
  }

  private Cell<Volume, Stage, Deed> cell(Stage stage, Command<Volume> command) {
    Deed action = (Deed) command.action();
    return new Cell<>(
        Objects.requireNonNull(transitions().get(stage, action)), volume(stage), command);
  }

  private static TimedCommand<Volume> timed(Command<Volume> command) {
    return new TimedCommand<>(command, NOW);
  }

  private static Life<Volume> life(Stage begin, Command<Volume> command) {
    return new Life<>(volume(begin), ImmutableList.of(timed(command)));
  }

  private static void assertCaught(ThrowingCallable promise, String... words) {
    assertThatThrownBy(promise).isInstanceOf(AssertionError.class).hasMessageContainingAll(words);
  }

  private void assertCellIsCaught(Stage stage, Command<Volume> command, String... words) {
    assertCaught(
        () -> every_cell_of_the_table_must_be_as_it_says(cell(stage, command), NOW), words);
  }

  private void assertCaught(
      Consumer<Life<Volume>> promise, Stage begin, Command<Volume> command, String... words) {
    assertCaught(() -> promise.accept(life(begin, command)), words);
  }

  @Example
  void a_command_that_does_what_the_table_refuses_is_caught() {
    assertCellIsCaught(
        Stage.DELETED,
        making(Deed.ATTACH, volume -> volume.in(Stage.IN_USE)),
        "ATTACH when DELETED, which the table refuses",
        "Expected a refusal but the command was accepted");
  }

  @Example
  void a_command_that_is_refused_by_another_rule_than_that_of_its_cell_is_caught() {
    Rule other = rule("volume.exists");
    assertCellIsCaught(
        Stage.DELETED,
        broken(Deed.ATTACH, volume -> refused(other, volume)),
        "ATTACH when DELETED, which the table refuses",
        "Expected a refusal by attach-volume.possible only but it was by volume.exists");
  }

  @Example
  void a_command_that_leads_where_the_table_does_not_is_caught() {
    assertCellIsCaught(
        Stage.AVAILABLE,
        making(Deed.ATTACH, volume -> volume.in(Stage.DELETED)),
        "where ATTACH leads when AVAILABLE, by the table",
        "[IN_USE]",
        "[DELETED]");
  }

  @Example
  void a_command_that_is_refused_by_the_table_where_the_table_permits_it_is_caught() {
    assertCellIsCaught(
        Stage.AVAILABLE,
        broken(Deed.ATTACH, volume -> refused(Deed.ATTACH.rule(), volume)),
        "whether ATTACH is refused by attach-volume.possible when AVAILABLE, "
            + "which the table permits");
  }

  @Example
  void a_command_that_another_column_speaks_of_is_caught() {
    Cell<Volume, Stage, Deed> cell = new Cell<>(
        Objects.requireNonNull(transitions().get(Stage.AVAILABLE, Deed.ATTACH)),
        volume(Stage.AVAILABLE),
        honest(Deed.DELETE, 8));
    assertCaught(
        () -> every_cell_of_the_table_must_be_as_it_says(cell, NOW),
        "the action of DELETE",
        "ATTACH");
  }

  @Example
  void a_value_that_is_not_in_the_stage_it_was_generated_for_is_caught() {
    Cell<Volume, Stage, Deed> cell = new Cell<>(
        Objects.requireNonNull(transitions().get(Stage.AVAILABLE, Deed.ATTACH)),
        volume(Stage.IN_USE),
        honest(Deed.ATTACH, 8));
    assertCaught(
        () -> every_cell_of_the_table_must_be_as_it_says(cell, NOW),
        "the stage of IN_USE of 8 GiB",
        "AVAILABLE");
  }

  @Example
  void a_command_that_changes_the_value_by_deciding_is_caught() {
    Command<Volume> hasty = broken(Deed.DELETE, volume -> {
      volume.stage = Stage.DELETED;
      return Decision.unchanged();
    });
    assertCaught(
        () -> deciding_must_change_nothing(volume(Stage.AVAILABLE), timed(hasty)),
        "the value when",
        "DELETE has been asked for",
        "DELETED of 8 GiB");
  }

  @Example
  void a_command_that_decides_otherwise_the_second_time_is_caught() {
    AtomicInteger sizes = new AtomicInteger(8);
    Command<Volume> fickle = broken(
        Deed.RESIZE,
        volume -> Decision.accepted(new Changed(volume.stage, sizes.incrementAndGet())));
    assertCaught(
        () -> deciding_must_change_nothing(volume(Stage.AVAILABLE), timed(fickle)),
        "RESIZE, a second time");
  }

  @Example
  void a_refused_command_that_has_changed_the_value_is_caught() {
    Command<Volume> hasty = broken(Deed.ATTACH, volume -> {
      volume.stage = Stage.IN_USE;
      return refused(Deed.ATTACH.rule(), volume);
    });
    assertCaught(
        () -> a_refused_command_must_change_nothing(volume(Stage.AVAILABLE), timed(hasty)),
        "the value when",
        "ATTACH was refused",
        "IN_USE of 8 GiB");
  }

  @Example
  void an_event_that_replayed_gives_something_else_is_caught() {
    assertCaught(
        () -> replaying_the_events_of_an_accepted_command_must_give_the_same_value(
            cell(Stage.AVAILABLE, growing()), NOW),
        "the events of RESIZE, replayed",
        "AVAILABLE of 10 GiB",
        "AVAILABLE of 9 GiB");
  }

  @Example
  void an_event_that_makes_what_cannot_be_built_is_caught() {
    Command<Volume> shrinking = making(Deed.RESIZE, volume -> volume.of(0));
    assertCaught(
        () -> replaying_the_events_of_an_accepted_command_must_give_the_same_value(
            cell(Stage.AVAILABLE, shrinking), NOW),
        "what RESIZE makes, built anew");
    assertCaught(
        this::a_value_must_be_one_that_can_be_built_all_its_life,
        Stage.AVAILABLE,
        shrinking,
        "RESIZE makes, built anew");
  }

  @Example
  void an_event_that_does_not_show_is_caught() {
    assertCaught(
        () -> replaying_the_events_of_an_accepted_command_must_give_the_same_value(
            cell(Stage.AVAILABLE, making(Deed.RESIZE, volume -> volume)), NOW),
        "the value after the events of RESIZE");
  }

  @Example
  void a_step_that_is_not_one_of_the_table_is_caught() {
    assertCaught(
        this::every_step_must_be_one_of_the_table,
        Stage.IN_USE,
        making(Deed.DETACH, volume -> volume.in(Stage.DELETED)),
        "DETACH leads when IN_USE, by the table",
        "[AVAILABLE]",
        "[DELETED]");
  }

  @Example
  void a_command_that_succeeds_when_all_is_over_is_caught() {
    assertCaught(
        this::a_life_that_is_over_must_stay_over,
        Stage.DELETED,
        broken(Deed.DELETE, volume -> Decision.unchanged()),
        "DELETE is accepted when DELETED");
  }

  @Example
  void a_life_whose_events_replayed_give_something_else_is_caught() {
    assertCaught(
        this::all_events_replayed_must_give_the_same_value,
        Stage.AVAILABLE,
        growing(),
        "the events of the whole life, replayed");
  }

  @Override
  public ImmutableTable<Stage, Deed, Transition<Stage, Deed>> transitions() {
    return new TransitionTable<>(Stage.class, Deed.class).cells();
  }

  @Override
  public Stage stageOf(Volume volume) {
    return volume.stage;
  }

  @Override
  public Volume rebuilt(Volume volume) {
    return new Volume(volume.stage, Math.max(1, volume.size));
  }

  @Override
  public Arbitrary<Volume> valuesIn(Stage stage) {
    return sizes().map(size -> new Volume(stage, size));
  }

  @Override
  public Arbitrary<Command<Volume>> soundCommandsFor(Deed action) {
    return sizes().map(size -> honest(action, size));
  }

  @Override
  public Arbitrary<Volume> values() {
    return Arbitraries.of(Stage.class).flatMap(this::valuesIn);
  }

  @Override
  public Arbitrary<TimedCommand<Volume>> commands() {
    return Combinators.combine(
            Arbitraries.of(Deed.class).flatMap(this::soundCommandsFor), AmiArbitraries.instants())
        .as(TimedCommand::new);
  }

  @Override
  public Arbitrary<Life<Volume>> lives() {
    return Combinators.combine(values(), commands().list().ofMaxSize(10))
        .as((volume, commands) -> new Life<>(volume, ImmutableList.copyOf(commands)));
  }

  private static Arbitrary<Integer> sizes() {
    return Arbitraries.integers().between(1, 16_384);
  }
}
