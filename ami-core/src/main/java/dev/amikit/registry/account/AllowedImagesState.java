package dev.amikit.registry.account;

import static java.util.Objects.requireNonNull;

import dev.amikit.account.ManagedBy;
import dev.amikit.allowed.AllowedImagesSettings;

/**
 * Which images an account leaves to itself in a Region, and who says so.
 *
 * @param settings the state and the criteria
 * @param managedBy who manages them
 */
public record AllowedImagesState(AllowedImagesSettings settings, ManagedBy managedBy) {
  /**
   * Refuses null.
   *
   * @param settings the state and the criteria
   * @param managedBy who manages them
   */
  public AllowedImagesState {
    requireNonNull(settings, "settings");
    requireNonNull(managedBy, "managedBy");
  }
}
