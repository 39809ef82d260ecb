package dev.amikit.registry.state;

import com.google.common.base.Ascii;

/** The state of a volume. Volumes of a registry are made and deleted at once. */
public enum VolumeState {
  /** Attached to no instance. */
  AVAILABLE,
  /** Attached to an instance. */
  IN_USE;

  /** Returns the word that EC2 writes: {@code available} or {@code in-use}. */
  @Override
  public String toString() {
    return Ascii.toLowerCase(name()).replace('_', '-');
  }
}
