package dev.amikit.testkit.arbitrary;

import static java.util.Objects.requireNonNull;

import dev.amikit.lifecycle.Command;
import dev.amikit.lifecycle.Decision;
import java.time.Instant;

/**
 * A command and when it is given.
 *
 * @param <T> the type of what it is asked of
 * @param command the command
 * @param time the time
 */
public record TimedCommand<T>(Command<T> command, Instant time) {
  /**
   * Refuses null.
   *
   * @param command the command
   * @param time the time
   */
  public TimedCommand {
    requireNonNull(command, "command");
    requireNonNull(time, "time");
  }

  /**
   * Decides what comes of the command at its time.
   *
   * @param value what it is asked of, as it is then
   * @return the decision
   */
  public Decision<T> decide(T value) {
    requireNonNull(value, "value");
    return command.decide(value, time);
  }

  /** Returns time and command. */
  @Override
  public String toString() {
    return time + " " + command;
  }
}
