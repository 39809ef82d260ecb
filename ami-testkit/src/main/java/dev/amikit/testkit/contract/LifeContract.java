package dev.amikit.testkit.contract;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableTable;
import dev.amikit.lifecycle.Action;
import dev.amikit.lifecycle.Command;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Event;
import dev.amikit.lifecycle.Transition;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rule;
import dev.amikit.testkit.arbitrary.AmiArbitraries;
import dev.amikit.testkit.arbitrary.TimedCommand;
import java.time.Instant;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/**
 * What every life promises that is a transition table, commands that decide and events that are
 * replayed: that of an image, that of a snapshot, and any other over the same types. To be
 * implemented by a test class.
 *
 * @param <T> the type of what lives
 * @param <S> the stages of its life
 * @param <A> what can happen in it
 */
public interface LifeContract<T, S, A extends Action<S>> {
  /**
   * A cell of the table, with a value in its stage and a command for its action.
   *
   * @param <T> the type of what lives
   * @param <S> the stages of its life
   * @param <A> what can happen in it
   * @param transition the cell
   * @param value the value
   * @param command the command
   */
  record Cell<T, S, A extends Action<S>>(Transition<S, A> transition, T value, Command<T> command) {
    /**
     * Refuses null.
     *
     * @param transition the cell
     * @param value the value
     * @param command the command
     */
    public Cell {
      requireNonNull(transition, "transition");
      requireNonNull(value, "value");
      requireNonNull(command, "command");
    }
  }

  /** {@return the transition table of the life, every cell} */
  ImmutableTable<S, A, Transition<S, A>> transitions();

  /**
   * Returns where a value is in its life.
   *
   * @param value the value
   * @return its stage
   */
  S stageOf(T value);

  /**
   * Builds a value anew, with every rule that it must keep.
   *
   * @param value the value
   * @return an equal value, and another object
   */
  T rebuilt(T value);

  /**
   * Returns values in a stage.
   *
   * @param stage the stage
   * @return every kind of value that there can be in it
   */
  Arbitrary<T> valuesIn(S stage);

  /**
   * Returns commands for an action.
   *
   * @param action the action
   * @return commands of it that are well-formed
   */
  Arbitrary<? extends Command<T>> soundCommandsFor(A action);

  /** {@return values in any stage} */
  @Provide
  Arbitrary<T> values();

  /** {@return commands of any kind, sound and unsound} */
  @Provide
  Arbitrary<TimedCommand<T>> commands();

  /** {@return values that much is done with} */
  @Provide
  Arbitrary<Life<T>> lives();

  /**
   * Returns whether a command may be refused only by another rule than the table's where the table
   * permits it.
   *
   * @return true unless overridden; false if the rules of the table are about more than stages
   */
  default boolean tableRulesAreAboutStagesOnly() {
    return true;
  }

  /**
   * Returns whether every event shows in the value that it happens to.
   *
   * @param value the value
   * @return true unless overridden; false for a value that does not tell all about itself
   */
  default boolean showsEveryEvent(T value) {
    return true;
  }

  /** {@return times at which commands are given} */
  @Provide
  default Arbitrary<Instant> times() {
    return AmiArbitraries.instants();
  }

  /** {@return a value and a command for every cell of the table, each cell as often as another} */
  @Provide
  default Arbitrary<Cell<T, S, A>> cells() {
    return cells(transition -> true);
  }

  /** {@return a value and a command for every cell of the table that is not refused} */
  @Provide
  default Arbitrary<Cell<T, S, A>> permittedCells() {
    return cells(transition -> !transition.isRefused());
  }

  /**
   * Every cell is as the table says: a command is refused by the rule of its cell, or leads to one
   * of the stages that the cell names.
   *
   * <p>If it fails, look at whether the command asks the table before anything else, at which rule
   * refuses it, and at whether its event leads to another stage than the action names.
   *
   * @param cell the cell
   * @param now when the command is given
   */
  @Property(tries = 3000)
  @StatisticsReport(StatisticsReportMode.OFF)
  default void every_cell_of_the_table_must_be_as_it_says(
      @ForAll("cells") Cell<T, S, A> cell, @ForAll("times") Instant now) {
    Transition<S, A> transition = cell.transition();
    Rule rule = transition.action().rule(transition.from());
    Decision<T> decision = cell.command().decide(cell.value(), now);

    assertThat(stageOf(cell.value()))
        .as("the stage of %s", cell.value())
        .isEqualTo(transition.from());
    assertThat(cell.command().action())
        .as("the action of %s", cell.command())
        .isEqualTo(transition.action());
    if (transition.isRefused()) {
      assertThat(decision)
          .as("%s when %s, which the table refuses", cell.command(), transition.from())
          .isRefusedOnlyBy(rule.id().value());
    } else if (decision.isAccepted()) {
      assertThat(transition.targets())
          .as("where %s leads when %s, by the table", cell.command(), transition.from())
          .contains(stageOf(decision.applyTo(cell.value())));
    } else if (tableRulesAreAboutStagesOnly()) {
      assertThat(decision.refusal().orElseThrow().names(rule))
          .as(
              "whether %s is refused by %s when %s, which the table permits",
              cell.command(), rule.id(), transition.from())
          .isFalse();
    }
    Statistics.collect(transition.from(), transition.action());
    Statistics.coverage(coverage -> transitions()
        .values()
        .forEach(each -> coverage.check(each.from(), each.action()).count(count -> count > 0)));
  }

  /**
   * To decide changes nothing: the value stays as it is, and the same question has the same answer.
   *
   * <p>If it fails, look for a command, or a value, that can be changed, and for a command that
   * asks the clock or draws at random; what it needs of these is an argument of it.
   *
   * @param value the value
   * @param command the command
   */
  @Property
  default void deciding_must_change_nothing(
      @ForAll("values") T value, @ForAll("commands") TimedCommand<T> command) {
    T before = rebuilt(value);
    Decision<T> decision = command.decide(value);

    assertThat(value).as("the value when %s has been asked for", command).isEqualTo(before);
    assertThat(command.decide(value)).as("%s, a second time", command).isEqualTo(decision);
  }

  /**
   * A refused command changes nothing: it has no events, applying it gives the same value, and
   * insisting on it throws.
   *
   * <p>If it fails, look for a command that changes the value before it refuses.
   *
   * @param value the value
   * @param command the command
   */
  @Property
  default void a_refused_command_must_change_nothing(
      @ForAll("values") T value, @ForAll("commands") TimedCommand<T> command) {
    T before = rebuilt(value);
    Decision<T> decision = command.decide(value);
    Assume.that(!decision.isAccepted());

    assertThat(decision.events()).isEmpty();
    assertThat(decision.applyTo(value)).isSameAs(value);
    assertThat(value).as("the value when %s was refused", command).isEqualTo(before);
    assertThatThrownBy(() -> decision.orThrow().applyTo(value))
        .isInstanceOf(RefusedException.class);
  }

  /**
   * Events tell all: replayed, they give the same value again, which keeps all its rules; and where
   * there is no event, nothing has changed.
   *
   * <p>If it fails, look for an event that asks for more than it holds, for one whose value cannot
   * be built, and for a command that tells of a change where all is as it wants it.
   *
   * @param cell a value and a command that the table permits
   * @param now when the command is given
   */
  @Property
  default void replaying_the_events_of_an_accepted_command_must_give_the_same_value(
      @ForAll("permittedCells") Cell<T, S, A> cell, @ForAll("times") Instant now) {
    T value = cell.value();
    Decision<T> decision = cell.command().decide(value, now);
    Assume.that(decision.isAccepted());

    T after = decision.orThrow().applyTo(value);
    assertThat(Event.replay(value, decision.events()))
        .as("the events of %s, replayed", cell.command())
        .isEqualTo(after);
    assertThat(rebuilt(after)).as("what %s makes, built anew", cell.command()).isEqualTo(after);
    if (decision.events().isEmpty()) {
      assertThat(after).as("the value after %s without events", cell.command()).isSameAs(value);
    } else if (showsEveryEvent(value)) {
      assertThat(after).as("the value after the events of %s", cell.command()).isNotEqualTo(value);
    }
  }

  /**
   * Whatever is done with a value, it keeps the rules by which it is built.
   *
   * <p>If it fails, look for an event that changes one attribute and leaves another that depends on
   * it.
   *
   * @param life the value, and what is done with it
   */
  @Property(tries = 300)
  default void a_value_must_be_one_that_can_be_built_all_its_life(@ForAll("lives") Life<T> life) {
    life.walk((before, command, decision, after) ->
        assertThat(rebuilt(after)).as("what %s makes, built anew", command).isEqualTo(after));
  }

  /**
   * Every step of a life is one of the table.
   *
   * <p>If it fails where single cells do not, look for values that only a history leads to, such as
   * one with work under way: the generators may lack them.
   *
   * @param life the value, and what is done with it
   */
  @Property(tries = 100)
  default void every_step_must_be_one_of_the_table(@ForAll("lives") Life<T> life) {
    life.walk((before, command, decision, after) -> {
      if (decision.isAccepted()) {
        S stage = stageOf(before);
        assertThat(requireNonNull(transitions().get(stage, command.command().action()))
                .targets())
            .as("where %s leads when %s, by the table", command, stage)
            .contains(stageOf(after));
      } else {
        assertThat(after).as("the value when %s was refused", command).isSameAs(before);
      }
    });
  }

  /**
   * A life that is over stays over: in a stage in which the table refuses everything, everything is
   * refused.
   *
   * <p>If it fails, look for a command that succeeds without events where it should be refused.
   *
   * @param life the value, and what is done with it
   */
  @Property(tries = 100)
  default void a_life_that_is_over_must_stay_over(@ForAll("lives") Life<T> life) {
    life.walk((before, command, decision, after) -> {
      if (transitions().row(stageOf(before)).values().stream().allMatch(Transition::isRefused)) {
        assertThat(decision.isAccepted())
            .as("whether %s is accepted when %s", command, stageOf(before))
            .isFalse();
        assertThat(after).isSameAs(before);
      }
    });
  }

  /**
   * The events of a whole life, replayed, give the value that it came to. So they may be kept
   * instead of it.
   *
   * <p>If it fails where single commands do not, look for an event that depends on more than the
   * value before it.
   *
   * @param life the value, and what is done with it
   */
  @Property(tries = 100)
  default void all_events_replayed_must_give_the_same_value(@ForAll("lives") Life<T> life) {
    ImmutableList.Builder<Event<T>> events = ImmutableList.builder();
    T end = life.walk((before, command, decision, after) -> events.addAll(decision.events()));

    assertThat(Event.replay(life.begin(), events.build()))
        .as("the events of the whole life, replayed")
        .isEqualTo(end);
  }

  private Arbitrary<Cell<T, S, A>> cells(Predicate<Transition<S, A>> wanted) {
    return Arbitraries.oneOf(
            transitions().values().stream().filter(wanted).map(this::cellsOf).toList())
        .withoutEdgeCases();
  }

  private Arbitrary<Cell<T, S, A>> cellsOf(Transition<S, A> transition) {
    return Combinators.combine(valuesIn(transition.from()), soundCommandsFor(transition.action()))
        .as((value, command) -> new Cell<>(transition, value, command));
  }
}
