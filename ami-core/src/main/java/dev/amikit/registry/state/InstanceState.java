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
  PENDING(0),
  /** Running. */
  RUNNING(16),
  /** Being terminated. */
  SHUTTING_DOWN(32),
  /** Gone. */
  TERMINATED(48),
  /** Being stopped. */
  STOPPING(64),
  /** Stopped. */
  STOPPED(80);

  private final int code;
  private final String word;

  InstanceState(int code) {
    this.code = code;
    this.word = Ascii.toLowerCase(name()).replace('_', '-');
  }

  /** {@return the number that EC2 gives the state, such as 16 for running} */
  public int code() {
    return code;
  }

  /** Returns the word that EC2 writes, such as {@code shutting-down}. */
  @Override
  public String toString() {
    return word;
  }
}
