package dev.amikit.testkit.contract;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.lifecycle.Decision;
import dev.amikit.testkit.arbitrary.TimedCommand;

/**
 * A value, such as an image, and all that is done with it.
 *
 * @param <T> the type of the value
 * @param begin the value as it is first
 * @param commands the commands that it is given, in this order, at times that do not go back
 */
public record Life<T>(T begin, ImmutableList<TimedCommand<T>> commands) {
  /**
   * What is checked of every command on the way.
   *
   * @param <T> the type of the value
   */
  @FunctionalInterface
  public interface Step<T> {
    /**
     * Checks one command.
     *
     * @param before the value as it is then
     * @param command the command
     * @param decision what came of it
     * @param after the value after that
     */
    void check(T before, TimedCommand<T> command, Decision<T> decision, T after);
  }

  /**
   * Refuses null.
   *
   * @param begin the value as it is first
   * @param commands the commands that it is given, in this order, at times that do not go back
   */
  public Life {
    requireNonNull(begin, "begin");
    requireNonNull(commands, "commands");
  }

  /**
   * Gives one command after the other.
   *
   * @param step what is checked of each
   * @return the value that it all comes to
   */
  @CanIgnoreReturnValue
  public T walk(Step<T> step) {
    requireNonNull(step, "step");
    T value = begin;
    for (TimedCommand<T> command : commands) {
      Decision<T> decision = command.decide(value);
      T after = decision.applyTo(value);
      step.check(value, command, decision, after);
      value = after;
    }
    return value;
  }
}
