package dev.amikit.testkit.arbitrary;

import static java.util.Objects.requireNonNull;

import dev.amikit.image.Ami;
import dev.amikit.lifecycle.AmiCommand;
import dev.amikit.lifecycle.Decision;
import java.time.Instant;

/**
 * A command and when it is given.
 *
 * @param command the command
 * @param time the time
 */
public record TimedCommand(AmiCommand command, Instant time) {
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
   * @param ami the image as it is then
   * @return the decision
   */
  public Decision decide(Ami ami) {
    return command.decide(ami, time);
  }

  /** Returns time and command. */
  @Override
  public String toString() {
    return time + " " + command;
  }
}
