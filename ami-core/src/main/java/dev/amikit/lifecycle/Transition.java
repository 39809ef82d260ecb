package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;

/**
 * One cell of the {@linkplain LifeCycle transition table}.
 *
 * @param from where the image is
 * @param action what is to happen to it
 * @param targets the stages that it can lead to, the present one if it stays; empty if it is
 *     refused
 */
public record Transition(AmiStage from, AmiAction action, ImmutableSet<AmiStage> targets) {
  /**
   * Refuses null.
   *
   * @param from where the image is
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
    return targets.isEmpty();
  }

  /** {@return whether the image leaves its stage} */
  public boolean isMove() {
    return !isRefused() && !targets.contains(from);
  }
}
