package dev.amikit.registry;

import dev.amikit.query.AllowedImagesSettings;

/**
 * Which images an account leaves to itself in a Region, and who says so.
 *
 * @param settings the state and the criteria
 * @param managedBy who manages them
 */
public record AllowedImagesState(AllowedImagesSettings settings, ManagedBy managedBy) {}
