package dev.amikit.registry.account;

import static java.util.Objects.requireNonNull;

import dev.amikit.account.BlockPublicAccess;
import dev.amikit.account.ManagedBy;

/**
 * Whether images or snapshots of an account may become public in a Region, and who says so.
 *
 * @param state the setting
 * @param managedBy who manages it
 */
public record BlockPublicAccessState(BlockPublicAccess state, ManagedBy managedBy) {
  /**
   * Refuses null.
   *
   * @param state the setting
   * @param managedBy who manages it
   */
  public BlockPublicAccessState {
    requireNonNull(state, "state");
    requireNonNull(managedBy, "managedBy");
  }
}
