package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;

/**
 * One cell of a {@linkplain TransitionTable transition table}.
 *
 * @param <S> the stages
 * @param <A> the actions
 * @param from where something is in its life
 * @param action what is to happen to it
 * @param targets the stages that it can lead to, the present one if it stays; empty if it is
 *     refused
 */
public record Transition<S, A extends Action<S>>(S from, A action, ImmutableSet<S> targets) {
  /**
   * Refuses null.
   *
   * @param from where something is in its life
   * @param action what is to happen to it
   * @param targets the stages that it can lead to, the present one if it stays; empty if it is
   *     refused
   */
  public Transition {
    requireNonNull(from, "from");
    requireNonNull(action, "action");
    requireNonNull(targets, "targets");
  }

  /** {@return whether the action is refused in this stage, by the rule of the action} */
  public boolean isRefused() {
    // isEmpty() is shared by all sets, and slow where those of many types are asked.
    return targets.size() == 0;
  }

  /** {@return whether the stage is left} */
  public boolean isMove() {
    return !isRefused() && !targets.contains(from);
  }
}
