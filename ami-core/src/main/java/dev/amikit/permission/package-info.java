/**
 * Who may use an image or a snapshot besides its owner, whose right is never listed.
 *
 * <ul>
 *   <li>A {@link dev.amikit.permission.LaunchPermission} lets an account, everyone, an organization
 *       or an organizational unit launch an image.
 *   <li>A {@link dev.amikit.permission.CreateVolumePermission} lets an account or everyone make
 *       volumes and copies of a snapshot.
 * </ul>
 *
 * <p>They stand on an {@link dev.amikit.image.Ami} and a {@link dev.amikit.snapshot.Snapshot}; what
 * follows from them for somebody who looks is in {@link dev.amikit.visibility}.
 */
@NullMarked
package dev.amikit.permission;

import org.jspecify.annotations.NullMarked;
