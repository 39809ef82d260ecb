package dev.amikit.lifecycle.fastlaunch;

import static dev.amikit.rule.Refusals.assertRefused;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchConfiguration;
import dev.amikit.fastlaunch.FastLaunchState;
import dev.amikit.id.FastLaunchId;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.TableText;
import dev.amikit.lifecycle.Transition;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import java.time.Instant;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;

class FastLaunchLifeCycleTest {
  private static final Instant BEFORE = Instant.parse("2026-11-01T12:00:00Z");
  private static final Instant NOW = BEFORE.plusSeconds(60);
  private static final FastLaunchId ID = FastLaunchId.parse("111122223333:ami-0abcdef1234567890");
  private static final FastLaunchConfiguration SET_UP = FastLaunchConfiguration.of(5, 6);
  private static final FastLaunchConfiguration OTHERWISE = FastLaunchConfiguration.of(10, 8);

  /** What the rulebook says, cell by cell: where an action leads, or {@code -} if it is refused. */
  private static final String RULEBOOK = """
      action             | disabled | enabling                        | enabling-failed | enabled        | enabled-failed | disabling        | disabling-failed
      EnableFastLaunch   | enabling | enabling                        | enabling        | enabled        | enabling       | -                | -
      FinishProvisioning | -        | enabled                         | -               | enabled        | enabled        | -                | -
      FailProvisioning   | -        | enabling-failed, enabled-failed | -               | enabled-failed | enabled-failed | -                | -
      DisableFastLaunch  | -        | disabling                       | disabling       | disabling      | disabling      | -                | disabling
      FinishDisabling    | -        | -                               | -               | -              | -              | disabled         | -
      FailDisabling      | -        | -                               | -               | -              | -              | disabling-failed | -
      LoseImage          | -        | disabled                        | disabled        | disabled       | disabled       | disabled         | disabled
      """;

  private static final ImmutableTable<FastLaunchStage, FastLaunchAction, String> EXPECTED =
      TableText.read(
          RULEBOOK,
          FastLaunchAction.class,
          head -> Arrays.stream(FastLaunchStage.values())
              .filter(stage -> stage.toString().equals(head))
              .collect(ImmutableSet.toImmutableSet()));

  private static final ImmutableMap<FastLaunchAction, FastLaunchCommand> COMMANDS =
      ImmutableMap.<FastLaunchAction, FastLaunchCommand>builder()
          .put(FastLaunchAction.ENABLE_FAST_LAUNCH, new Enable(ID, OTHERWISE))
          .put(FastLaunchAction.FINISH_PROVISIONING, new FinishProvisioning())
          .put(FastLaunchAction.FAIL_PROVISIONING, new FailProvisioning(false, "No Sysprep"))
          .put(FastLaunchAction.DISABLE_FAST_LAUNCH, new Disable())
          .put(FastLaunchAction.FINISH_DISABLING, new FinishDisabling())
          .put(FastLaunchAction.FAIL_DISABLING, new FailDisabling("Locked"))
          .put(FastLaunchAction.LOSE_IMAGE, new LoseImage())
          .buildOrThrow();

  private static FastLaunch in(FastLaunchState state) {
    return new FastLaunch(ID, SET_UP, state, FastLaunch.USER_INITIATED, BEFORE);
  }

  private static Optional<FastLaunch> at(FastLaunchStage stage) {
    return stage == FastLaunchStage.DISABLED
        ? Optional.empty()
        : Optional.of(in(FastLaunchState.of(stage.toString())));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules({"FAST-11", "FAST-13", "FAST-14", "FAST-15", "FAST-25"})
  void every_cell_is_as_in_the_rulebook(
      @ForAll FastLaunchStage stage, @ForAll FastLaunchAction action) {
    Transition<FastLaunchStage, FastLaunchAction> cell =
        FastLaunchLifeCycle.transition(stage, action);

    assertThat(cell.from()).isEqualTo(stage);
    assertThat(cell.action()).isEqualTo(action);
    assertThat(
            cell.isRefused()
                ? "-"
                : cell.targets().stream().map(FastLaunchStage::toString).collect(joining(", ")))
        .isEqualTo(EXPECTED.get(stage, action));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules({"FAST-11", "FAST-13", "FAST-14", "FAST-15", "FAST-25"})
  void every_command_follows_its_cell(
      @ForAll FastLaunchStage stage, @ForAll FastLaunchAction action) {
    Optional<FastLaunch> before = at(stage);
    FastLaunchCommand command = requireNonNull(COMMANDS.get(action));

    Decision<Optional<FastLaunch>> decision = command.decide(before, NOW);

    assertThat(command.action()).isEqualTo(action);
    assertThat(FastLaunchStage.of(before)).isEqualTo(stage);
    String cell = requireNonNull(EXPECTED.get(stage, action));
    if (cell.equals("-")) {
      assertRefused(command, before, NOW, action.rule(stage).id().value(), "IncorrectState");
      assertThat(decision.refusal()).hasValueSatisfying(refusal -> {
        assertThat(refusal.message())
            .isEqualTo(
                stage == FastLaunchStage.DISABLED
                    ? "Fast launch of the AMI is not enabled."
                    : "Fast launch of the AMI ID 'ami-0abcdef1234567890' is " + stage + ".");
        assertThat(refusal.violations())
            .extracting(Violation::path, Violation::found)
            .containsExactly(tuple("state", stage.toString()));
      });
    } else {
      assertThat(decision.isAccepted()).isTrue();
      assertThat(FastLaunchStage.of(decision.applyTo(before)))
          .hasToString(Splitter.on(", ").splitToList(cell).get(0));
    }
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void a_step_is_what_an_action_leads_to_or_none_at_all(
      @ForAll FastLaunchStage before, @ForAll FastLaunchStage after) {
    boolean leads = EXPECTED.row(before).values().stream()
        .anyMatch(cell -> Splitter.on(", ").splitToList(cell).contains(after.toString()));

    assertThat(FastLaunchLifeCycle.canFollow(before, after)).isEqualTo(leads || before == after);
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules({"FAST-10", "FL-05"})
  void ec2_has_six_states_and_disabled_is_none(@ForAll FastLaunchState state) {
    assertThat(FastLaunchState.of(state.toString())).isEqualTo(state);
    assertThat(FastLaunchState.values())
        .extracting(FastLaunchState::toString)
        .containsExactly(
            "enabling",
            "enabling-failed",
            "enabled",
            "enabled-failed",
            "disabling",
            "disabling-failed");
    assertRefused(
        () -> FastLaunchState.of("disabled"),
        "fast-launch-state.known",
        "",
        ErrorCode.INVALID_PARAMETER_VALUE);
  }

  @Example
  @Rules("FAST-22")
  void what_the_account_asked_for_has_that_for_a_reason_and_the_time() {
    assertThat(new Enable(ID, SET_UP).decide(Optional.empty(), NOW).applyTo(Optional.empty()))
        .contains(
            new FastLaunch(ID, SET_UP, FastLaunchState.ENABLING, "Client.UserInitiated", NOW));
    Optional<FastLaunch> enabled = Optional.of(in(FastLaunchState.ENABLED));
    assertThat(new Disable().decide(enabled, NOW).applyTo(enabled))
        .contains(
            new FastLaunch(ID, SET_UP, FastLaunchState.DISABLING, "Client.UserInitiated", NOW));
  }

  @Example
  @Rules("FAST-14")
  void what_is_enabled_is_set_up_otherwise_and_stays_so() {
    Optional<FastLaunch> enabled = Optional.of(in(FastLaunchState.ENABLED));

    assertThat(new Enable(ID, OTHERWISE).decide(enabled, NOW).applyTo(enabled))
        .contains(
            new FastLaunch(ID, OTHERWISE, FastLaunchState.ENABLED, "Client.UserInitiated", NOW));
  }

  @Example
  @Rules({"FAST-12", "FAST-13", "FAST-22"})
  void what_fails_tells_why_and_whether_it_ever_had_been_enabled() {
    Optional<FastLaunch> enabling = Optional.of(in(FastLaunchState.ENABLING));
    Optional<FastLaunch> enabled = Optional.of(in(FastLaunchState.ENABLED));

    assertThat(new FailProvisioning(false, "No Sysprep").decide(enabling, NOW).applyTo(enabling))
        .contains(new FastLaunch(ID, SET_UP, FastLaunchState.ENABLING_FAILED, "No Sysprep", NOW));
    assertThat(new FailProvisioning(true, "No Sysprep").decide(enabling, NOW).applyTo(enabling))
        .contains(new FastLaunch(ID, SET_UP, FastLaunchState.ENABLED_FAILED, "No Sysprep", NOW));
    assertThat(new FailProvisioning(true, "No Sysprep").decide(enabled, NOW).applyTo(enabled))
        .contains(new FastLaunch(ID, SET_UP, FastLaunchState.ENABLED_FAILED, "No Sysprep", NOW));
  }

  @Example
  @Rules({"FAST-11", "FAST-25"})
  void what_is_enabled_keeps_the_reason_of_the_account_unless_it_recovers() {
    Optional<FastLaunch> enabling = Optional.of(in(FastLaunchState.ENABLING));
    Optional<FastLaunch> failed = Optional.of(
        new FastLaunch(ID, SET_UP, FastLaunchState.ENABLED_FAILED, "No Sysprep", BEFORE));
    Optional<FastLaunch> enabled = Optional.of(in(FastLaunchState.ENABLED));

    assertThat(new FinishProvisioning().decide(enabling, NOW).applyTo(enabling))
        .contains(new FastLaunch(ID, SET_UP, FastLaunchState.ENABLED, "Client.UserInitiated", NOW));
    assertThat(new FinishProvisioning().decide(failed, NOW).applyTo(failed))
        .contains(new FastLaunch(ID, SET_UP, FastLaunchState.ENABLED, FastLaunch.RECOVERED, NOW));
    assertThat(new FinishProvisioning().decide(enabled, NOW).events()).isEmpty();
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void only_what_is_enabled_happens_to_what_is_not_there(@ForAll FastLaunchStage stage) {
    for (FastLaunchCommand command : COMMANDS.values()) {
      command.decide(at(stage), NOW).events().stream()
          .filter(event -> !(event instanceof FastLaunchEnabling))
          .forEach(event -> assertThatThrownBy(() -> event.evolve(Optional.empty()))
              .isInstanceOf(NoSuchElementException.class));
    }
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules("FAST-15")
  void launches_are_served_until_it_is_being_disabled(@ForAll FastLaunchState state) {
    assertThat(in(state).servesLaunches())
        .isEqualTo(state != FastLaunchState.DISABLING && state != FastLaunchState.DISABLING_FAILED);
  }
}
