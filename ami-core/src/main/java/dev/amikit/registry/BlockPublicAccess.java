package dev.amikit.registry;

import com.google.common.base.Ascii;

/** How far an account keeps its images or snapshots from being public. */
public enum BlockPublicAccess {
  /** Not at all. */
  UNBLOCKED,
  /** None can become public; those that are stay so. */
  BLOCK_NEW_SHARING,
  /** None can become public, and those that are count as private; snapshots only. */
  BLOCK_ALL_SHARING;

  /** Returns the word that EC2 writes, such as {@code block-new-sharing}. */
  @Override
  public String toString() {
    return Ascii.toLowerCase(name()).replace('_', '-');
  }
}
