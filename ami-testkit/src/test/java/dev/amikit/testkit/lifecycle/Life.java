package dev.amikit.testkit.lifecycle;

import com.google.common.collect.ImmutableList;
import dev.amikit.lifecycle.Decision;
import dev.amikit.testkit.arbitrary.TimedCommand;

/** An image or a snapshot, and all that is done with it. */
record Life<T>(T begin, ImmutableList<TimedCommand<T>> commands) {
  /** What is checked of every command on the way. */
  interface Step<T> {
    void check(T before, TimedCommand<T> command, Decision<T> decision, T after);
  }

  /** Gives one command after the other, and returns what it all comes to. */
  T walk(Step<T> step) {
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
