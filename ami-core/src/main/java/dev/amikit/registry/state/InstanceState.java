package dev.amikit.registry.state;

import com.google.common.base.Ascii;

/**
 * The state of an instance.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceState.html">InstanceState</a>
 */
public enum InstanceState {
  /** Being launched. */
  PENDING,
  /** Running. */
  RUNNING,
  /** Being terminated. */
  SHUTTING_DOWN,
  /** Gone. */
  TERMINATED,
  /** Being stopped. */
  STOPPING,
  /** Stopped. */
  STOPPED;

  /** Returns the word that EC2 writes, such as {@code shutting-down}. */
  @Override
  public String toString() {
    return Ascii.toLowerCase(name()).replace('_', '-');
  }
}
