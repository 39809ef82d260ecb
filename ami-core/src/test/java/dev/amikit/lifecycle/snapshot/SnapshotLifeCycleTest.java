package dev.amikit.lifecycle.snapshot;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static dev.amikit.lifecycle.snapshot.SnapshotStage.DELETED;
import static dev.amikit.lifecycle.snapshot.SnapshotStage.IN_RECYCLE_BIN;
import static dev.amikit.lifecycle.snapshot.SnapshotStage.RECOVERABLE;
import static dev.amikit.lifecycle.snapshot.SnapshotStage.RECOVERING;
import static dev.amikit.lifecycle.snapshot.SnapshotStage.UNKNOWN;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.TableText;
import dev.amikit.lifecycle.Transition;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;

class SnapshotLifeCycleTest {
  /**
   * What the rulebook says, cell by cell: where an action leads, or {@code -} for IncorrectState,
   * or {@code NotFound} for InvalidSnapshot.NotFound. The last column is for the states that are
   * never produced.
   */
  private static final String RULEBOOK = """
      action                        | pending                 | completed    | in error     | in the bin          | deleted  | never produced
      CompleteSnapshot              | completed, bin, deleted | -            | -            | NotFound            | NotFound | -
      FailSnapshot                  | in error, bin, deleted  | -            | -            | NotFound            | NotFound | -
      DeleteSnapshot                | pending                 | bin, deleted | bin, deleted | NotFound            | NotFound | -
      RestoreSnapshotFromRecycleBin | NotFound                | NotFound     | NotFound     | completed, in error | NotFound | NotFound
      ExpireSnapshot                | -                       | -            | -            | deleted             | NotFound | -
      ArchiveSnapshot               | -                       | completed    | -            | NotFound            | NotFound | -
      FinishArchival                | -                       | completed    | -            | NotFound            | NotFound | -
      RestoreTemporarily            | -                       | completed    | -            | NotFound            | NotFound | -
      FinishTemporaryRestore        | -                       | completed    | -            | NotFound            | NotFound | -
      EndTemporaryRestore           | -                       | completed    | -            | NotFound            | NotFound | -
      RestorePermanently            | -                       | completed    | -            | NotFound            | NotFound | -
      FinishPermanentRestore        | -                       | completed    | -            | NotFound            | NotFound | -
      FailTiering                   | -                       | completed    | -            | NotFound            | NotFound | -
      LockSnapshot                  | pending                 | completed    | -            | NotFound            | NotFound | -
      UnlockSnapshot                | pending                 | completed    | in error     | NotFound            | NotFound | -
      ModifyCreateVolumePermission  | pending                 | completed    | in error     | NotFound            | NotFound | -
      ResetCreateVolumePermission   | pending                 | completed    | in error     | NotFound            | NotFound | -
      """;

  private static final ImmutableTable<SnapshotStage, SnapshotAction, String> EXPECTED =
      TableText.read(RULEBOOK, SnapshotAction.class, SnapshotLifeCycleTest::stages);

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules({
    "SNAP-11", "SNAP-12", "SNAP-13", "SNAP-16", "SNAP-41", "SBIN-02", "ARC-01", "ARC-07", "LOCK-07"
  })
  void every_cell_is_as_in_the_rulebook(
      @ForAll SnapshotStage stage, @ForAll SnapshotAction action) {
    Transition<SnapshotStage, SnapshotAction> cell = SnapshotLifeCycle.transition(stage, action);

    assertThat(cell.from()).isEqualTo(stage);
    assertThat(cell.action()).isEqualTo(action);
    assertThat(text(cell)).isEqualTo(EXPECTED.get(stage, action));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules({"SNAP-13", "SNAP-16", "SNAP-41", "SBIN-02", "ARC-01", "ARC-07", "ARC-09", "LOCK-07"})
  void every_command_follows_its_cell(@ForAll SnapshotStage stage, @ForAll SnapshotAction action) {
    Snapshot before = Snapshots.in(stage, action);
    SnapshotCommand command = SnapshotCommands.of(action);
    Instant now = action == SnapshotAction.EXPIRE_SNAPSHOT ? Snapshots.LEAVES_BIN : Snapshots.NOW;

    Decision<Snapshot> decision = command.decide(before, now);

    assertThat(command.action()).isEqualTo(action);
    assertThat(SnapshotStage.of(before)).isEqualTo(stage);
    String cell = requireNonNull(EXPECTED.get(stage, action));
    if (cell.equals("-") || cell.equals("NotFound")) {
      assertThat(decision.refusal()).hasValueSatisfying(refusal -> {
        assertThat(refusal.errorCode())
            .hasToString(cell.equals("-") ? "IncorrectState" : "InvalidSnapshot.NotFound");
        assertThat(refusal.names(action.rule(stage))).isTrue();
        assertThat(refusal.message()).contains(before.snapshotId().toString());
      });
      assertThat(decision.applyTo(before)).isSameAs(before);
    } else {
      assertThat(decision.isAccepted()).isTrue();
      assertThat(decision.events()).isNotEmpty();
      // The first of several is where a snapshot goes that is kept, and one that was completed.
      assertThat(word(SnapshotStage.of(decision.applyTo(before))))
          .isEqualTo(Splitter.on(", ").splitToList(cell).get(0));
    }
  }

  @Example
  @Rules("SNAP-12")
  void no_action_leads_to_the_states_that_are_never_produced_nor_out_of_them() {
    assertThat(SnapshotLifeCycle.transitions().values())
        .hasSize(8 * 17)
        .noneMatch(cell -> cell.targets().contains(RECOVERABLE)
            || cell.targets().contains(RECOVERING)
            || cell.targets().contains(UNKNOWN));
    assertThat(List.of(RECOVERABLE, RECOVERING, UNKNOWN))
        .allSatisfy(
            stage -> assertThat(SnapshotLifeCycle.transitions().row(stage).values())
                .allMatch(Transition::isRefused));
  }

  @Example
  @Rules({"SNAP-12", "SBIN-02"})
  void a_snapshot_stands_in_the_stage_of_its_state_unless_it_is_gone() {
    for (SnapshotState state : SnapshotState.WORDS.known()) {
      Snapshot there = Snapshots.snapshot().state(state).build();
      assertThat(SnapshotStage.of(there).name()).isEqualToIgnoringCase(state.word());
      assertThat(SnapshotStage.of(there).isGone()).isFalse();
      assertThat(SnapshotStage.of(Snapshots.binned().state(state).build()))
          .isEqualTo(IN_RECYCLE_BIN);
      assertThat(SnapshotStage.of(there.toBuilder().deleted(true).build())).isEqualTo(DELETED);
    }
    assertThat(List.of(IN_RECYCLE_BIN, DELETED)).allMatch(SnapshotStage::isGone);
  }

  @Example
  @Rules("SBIN-02")
  void what_is_asked_of_a_snapshot_that_is_gone_is_answered_as_of_an_unknown_one() {
    Snapshot binned = Snapshots.binned().build();

    assertThat(new Delete().decide(binned, Snapshots.NOW).refusal())
        .contains(Refusal.of(Snapshot.EXISTS.brokenBy("snapshotId", binned.snapshotId())))
        .hasValueSatisfying(refusal -> assertThat(refusal.message())
            .isEqualTo("The snapshot 'snap-0abcdef1234567890' does not exist."));
    assertThat(SnapshotLifeCycle.refusal(SnapshotAction.LOCK_SNAPSHOT, Snapshots.completed()))
        .isEmpty();
  }

  private static String text(Transition<SnapshotStage, SnapshotAction> cell) {
    if (!cell.isRefused()) {
      return cell.targets().stream().map(SnapshotLifeCycleTest::word).collect(joining(", "));
    }
    return switch (cell.action().rule(cell.from()).errorCode()) {
      case INCORRECT_STATE -> "-";
      case INVALID_SNAPSHOT_NOT_FOUND -> "NotFound";
      default -> cell.action().rule(cell.from()).errorCode().toString();
    };
  }

  private static String word(SnapshotStage stage) {
    return stage == IN_RECYCLE_BIN ? "bin" : stage.toString();
  }

  private static ImmutableSet<SnapshotStage> stages(String head) {
    return switch (head) {
      case "in the bin" -> ImmutableSet.of(IN_RECYCLE_BIN);
      case "never produced" -> ImmutableSet.of(RECOVERABLE, RECOVERING, UNKNOWN);
      default ->
        Arrays.stream(SnapshotStage.values())
            .filter(stage -> stage.toString().equals(head))
            .collect(toImmutableSet());
    };
  }
}
