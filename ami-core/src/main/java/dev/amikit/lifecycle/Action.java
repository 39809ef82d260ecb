package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.rule.Rule;

/**
 * What can happen in a life: one column of its {@linkplain TransitionTable transition table}.
 *
 * @param <S> the stages of that life
 */
public interface Action<S> {
  /**
   * {@return where the action leads from each stage that it is possible in, the present one if it
   * can stay}
   */
  ImmutableMap<S, ImmutableSet<S>> targets();

  /** {@return the rule by which the action is refused in the stages that it is not possible in} */
  Rule rule();

  /**
   * Returns the rule by which the action is refused in one stage.
   *
   * @param stage a stage that it is not possible in
   * @return the rule; {@link #rule()} unless the stage has a rule of its own
   */
  default Rule rule(S stage) {
    requireNonNull(stage, "stage");
    return rule();
  }
}
