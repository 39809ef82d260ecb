package dev.amikit.lifecycle;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static dev.amikit.lifecycle.AmiStage.AVAILABLE;
import static dev.amikit.lifecycle.AmiStage.DISABLED;
import static dev.amikit.lifecycle.AmiStage.ERROR;
import static dev.amikit.lifecycle.AmiStage.INVALID;
import static dev.amikit.lifecycle.AmiStage.IN_RECYCLE_BIN;
import static dev.amikit.lifecycle.AmiStage.TRANSIENT;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rules;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;

class LifeCycleTest {
  /**
   * What the rulebook says, cell by cell: where an action leads, or {@code -} for
   * InvalidAMIID.Unavailable, or {@code NotFound} for InvalidAMIID.NotFound. The last column is for
   * the three states that are never produced.
   */
  /** What EC2 says of an image in the wrong stage. */
  private static String said(Ami ami, AmiAction action, AmiStage stage) {
    if (action.rule().errorCode() == ErrorCode.INVALID_AMI_ID_NOT_FOUND) {
      return "The image id '[%s]' does not exist".formatted(ami.imageId());
    }
    if (stage == AmiStage.DEREGISTERED) {
      return "The image ID '%s' is no longer available".formatted(ami.imageId());
    }
    return action == AmiAction.LAUNCH
        ? "AMI '%s' is %s, and cannot be run".formatted(ami.imageId(), stage)
        : "The AMI ID '%s' is currently %s and may not be used for this operation"
            .formatted(ami.imageId(), stage);
  }

  private static final String RULEBOOK = """
      action                              | pending      | available           | disabled            | failed       | in the bin   | deregistered | never produced
      FinishCreation                      | available    | -                   | -                   | -            | -            | -            | -
      FailCreation                        | failed       | -                   | -                   | -            | -            | -            | -
      DisableImage                        | -            | disabled            | disabled            | -            | -            | -            | -
      EnableImage                         | -            | available           | available           | -            | -            | -            | -
      DeregisterImage                     | deregistered | bin, deregistered   | bin, deregistered   | deregistered | -            | -            | -
      RestoreImageFromRecycleBin          | NotFound     | NotFound            | NotFound            | NotFound     | available, disabled | NotFound | NotFound
      ExpireInRecycleBin                  | NotFound     | NotFound            | NotFound            | NotFound     | deregistered | NotFound     | NotFound
      EnableImageDeprecation              | -            | available           | disabled            | -            | -            | -            | -
      DisableImageDeprecation             | -            | available           | disabled            | -            | -            | -            | -
      EnableImageDeregistrationProtection | -            | available           | disabled            | -            | -            | -            | -
      DisableImageDeregistrationProtection| -            | available           | disabled            | -            | -            | -            | -
      ModifyLaunchPermission              | -            | available           | -                   | -            | -            | -            | -
      ResetLaunchPermission               | -            | available           | -                   | -            | -            | -            | -
      CancelImageLaunchPermission         | NotFound     | available           | NotFound            | NotFound     | NotFound     | NotFound     | NotFound
      ModifyDescription                   | -            | available           | -                   | -            | -            | -            | -
      ModifyImdsSupport                   | -            | available           | -                   | -            | -            | -            | -
      AttachImageWatermark                | -            | available           | disabled            | -            | -            | -            | -
      DetachImageWatermark                | -            | available           | disabled            | -            | -            | -            | -
      Launch                              | -            | available           | -                   | -            | -            | -            | -
      WithdrawPublicPermission            | -            | available           | -                   | -            | -            | -            | -
      """;

  private static final ImmutableTable<AmiStage, AmiAction, String> EXPECTED =
      TableText.read(RULEBOOK, AmiAction.class, LifeCycleTest::stages);

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules({
    "LIFE-06", "LIFE-07", "LIFE-08", "LIFE-09", "LIFE-10", "DEREG-04", "DEREG-05", "DISABLE-02",
    "DISABLE-17", "DISABLE-18", "PROT-13", "BIN-12", "BIN-21", "ATTR-12", "ATTR-13", "PERM-33",
    "PERM-34", "PERM-35"
  })
  void every_cell_is_as_in_the_rulebook(@ForAll AmiStage stage, @ForAll AmiAction action) {
    Transition<AmiStage, AmiAction> cell = LifeCycle.transition(stage, action);

    assertThat(cell.from()).isEqualTo(stage);
    assertThat(cell.action()).isEqualTo(action);
    assertThat(text(cell)).isEqualTo(EXPECTED.get(stage, action));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules({
    "LIFE-06", "LIFE-07", "LIFE-09", "LIFE-10", "DISABLE-05", "DISABLE-06", "DISABLE-18", "PROT-13",
    "BIN-12", "BIN-18", "BIN-21", "DEREG-05", "DEREG-06", "ATTR-12", "ATTR-13", "LAUNCH-05",
    "LAUNCH-06", "LAUNCH-07"
  })
  void every_command_follows_its_cell(@ForAll AmiStage stage, @ForAll AmiAction action) {
    Ami before = Images.in(stage);
    AmiCommand command = Commands.of(action);
    Instant now = action == AmiAction.EXPIRE_IN_RECYCLE_BIN ? Images.LEAVES_BIN : Images.NOW;

    Decision<Ami> decision = command.decide(before, now);

    assertThat(command.action()).isEqualTo(action);
    assertThat(AmiStage.of(before)).isEqualTo(stage);
    String cell = requireNonNull(EXPECTED.get(stage, action));
    if (cell.equals("-") || cell.equals("NotFound")) {
      assertThat(decision.refusal()).hasValueSatisfying(refusal -> {
        assertThat(refusal.errorCode())
            .hasToString(cell.equals("-") ? "InvalidAMIID.Unavailable" : "InvalidAMIID.NotFound");
        assertThat(refusal.names(action.rule())).isTrue();
        assertThat(refusal.message()).isEqualTo(said(before, action, stage));
      });
      assertThat(decision.applyTo(before)).isSameAs(before);
    } else {
      assertThat(decision.isAccepted()).isTrue();
      // The first of two is where an EBS image goes, and one that was available.
      assertThat(word(AmiStage.of(decision.applyTo(before))))
          .isEqualTo(Splitter.on(", ").splitToList(cell).get(0));
    }
  }

  @Example
  @Rules("LIFE-12")
  void no_action_leads_to_the_states_that_are_never_produced_nor_out_of_them() {
    assertThat(LifeCycle.transitions().values())
        .hasSize(9 * 20)
        .noneMatch(cell -> cell.targets().contains(INVALID)
            || cell.targets().contains(TRANSIENT)
            || cell.targets().contains(ERROR));
    assertThat(List.of(INVALID, TRANSIENT, ERROR))
        .allSatisfy(stage -> assertThat(LifeCycle.transitions().row(stage).values())
            .allMatch(Transition::isRefused));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void an_image_in_the_recycle_bin_keeps_its_state_and_stands_in_a_stage_of_its_own(
      @ForAll AmiState state) {
    Ami outside = Images.unshared().state(state).build();

    assertThat(AmiStage.of(outside).name()).isEqualTo(state.name());
    if (state == AmiState.AVAILABLE || state == AmiState.DISABLED) {
      assertThat(AmiStage.of(Images.binned(state))).isEqualTo(IN_RECYCLE_BIN);
      assertThat(Images.binned(state).state()).isEqualTo(state);
    }
  }

  @Example
  void a_move_leaves_the_stage() {
    assertThat(LifeCycle.transition(AVAILABLE, AmiAction.DISABLE_IMAGE).isMove())
        .isTrue();
    assertThat(LifeCycle.transition(DISABLED, AmiAction.DISABLE_IMAGE).isMove()).isFalse();
    assertThat(LifeCycle.transition(AVAILABLE, AmiAction.LAUNCH).isMove()).isFalse();
    assertThat(LifeCycle.transition(DISABLED, AmiAction.LAUNCH).isMove()).isFalse();
  }

  private static String text(Transition<AmiStage, AmiAction> cell) {
    if (!cell.isRefused()) {
      return cell.targets().stream().map(LifeCycleTest::word).collect(joining(", "));
    }
    return switch (cell.action().rule().errorCode()) {
      case INVALID_AMI_ID_UNAVAILABLE -> "-";
      case INVALID_AMI_ID_NOT_FOUND -> "NotFound";
      default -> cell.action().rule().errorCode().toString();
    };
  }

  private static String word(AmiStage stage) {
    return stage == IN_RECYCLE_BIN ? "bin" : stage.toString();
  }

  private static ImmutableSet<AmiStage> stages(String head) {
    return switch (head) {
      case "in the bin" -> ImmutableSet.of(IN_RECYCLE_BIN);
      case "never produced" -> ImmutableSet.of(INVALID, TRANSIENT, ERROR);
      default ->
        Arrays.stream(AmiStage.values())
            .filter(stage -> stage.toString().equals(head))
            .collect(toImmutableSet());
    };
  }
}
