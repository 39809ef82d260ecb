/**
 * Who sees what. A {@link dev.amikit.visibility.Viewer} is an account at a time, with its place in
 * AWS Organizations and its Allowed AMIs; it tells what that account sees, and shows images and
 * snapshots as EC2 shows them to it.
 *
 * <p>The settings are in {@link dev.amikit.allowed}; a query that a viewer asks is in
 * {@link dev.amikit.query}.
 */
@NullMarked
package dev.amikit.visibility;

import org.jspecify.annotations.NullMarked;
