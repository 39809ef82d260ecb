/**
 * Who may use an image or a snapshot besides its owner, whose right is never listed:
 * {@link dev.amikit.permission.LaunchPermission} and
 * {@link dev.amikit.permission.CreateVolumePermission}.
 */
@NullMarked
package dev.amikit.permission;

import org.jspecify.annotations.NullMarked;
