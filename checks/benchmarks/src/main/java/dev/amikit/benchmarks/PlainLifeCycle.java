package dev.amikit.benchmarks;

import static dev.amikit.image.AmiState.AVAILABLE;
import static dev.amikit.image.AmiState.DISABLED;

import com.google.common.collect.ImmutableList;
import dev.amikit.image.AmiState;
import dev.amikit.lifecycle.AmiAction;
import dev.amikit.lifecycle.AmiEvent;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.lifecycle.ImageDisabled;
import dev.amikit.lifecycle.LifeCycle;
import dev.amikit.lifecycle.Transition;

/** The life cycle as one flat array, and one command upon it: the floor under decisions. */
@SuppressWarnings("EnumOrdinal") // no look-up is cheaper
final class PlainLifeCycle {
  private static final int ACTIONS = AmiAction.values().length;

  private final Transition<?, ?>[] transitions =
      new Transition<?, ?>[AmiStage.values().length * ACTIONS];
  private final boolean[] canBeDisabled = new boolean[AmiState.values().length];

  PlainLifeCycle() {
    for (AmiStage stage : AmiStage.values()) {
      for (AmiAction action : AmiAction.values()) {
        transitions[stage.ordinal() * ACTIONS + action.ordinal()] =
            LifeCycle.transition(stage, action);
      }
    }
    canBeDisabled[AVAILABLE.ordinal()] = true;
    canBeDisabled[DISABLED.ordinal()] = true;
  }

  Transition<?, ?> transition(AmiStage stage, AmiAction action) {
    return transitions[stage.ordinal() * ACTIONS + action.ordinal()];
  }

  ImmutableList<AmiEvent> disable(PlainAmi ami) {
    return canBeDisabled[ami.state().ordinal()]
        ? ImmutableList.of(new ImageDisabled())
        : ImmutableList.of();
  }

  PlainAmi apply(PlainAmi ami, ImmutableList<AmiEvent> events) {
    PlainAmi changed = ami;
    for (AmiEvent event : events) {
      if (event instanceof ImageDisabled) {
        changed = changed.withState(DISABLED);
      }
    }
    return changed;
  }
}
