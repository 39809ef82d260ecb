package dev.amikit.image;

/**
 * Why an image is in its state; commonly why it failed.
 *
 * @param code the code, such as {@code Server.InternalError} or {@code Client.InstanceTerminated}
 * @param message the same for people
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StateReason.html">StateReason</a>
 */
public record StateReason(String code, String message) {}
