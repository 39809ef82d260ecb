package dev.amikit.image;

import static java.util.Objects.requireNonNull;

/**
 * Why an image is in its state; commonly why it failed.
 *
 * @param code the code, such as {@code Server.InternalError} or {@code Client.InstanceTerminated}
 * @param message the same for people
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StateReason.html">StateReason</a>
 */
public record StateReason(String code, String message) {
  /**
   * Refuses null.
   *
   * @param code the code, such as {@code Server.InternalError} or {@code Client.InstanceTerminated}
   * @param message the same for people
   */
  public StateReason {
    requireNonNull(code, "code");
    requireNonNull(message, "message");
  }
}
