/**
 * Who sees what: a {@link dev.amikit.visibility.Viewer} is an account at a time, with its
 * organization and its Allowed AMIs, and shows images and snapshots as EC2 shows them to that
 * account.
 */
@NullMarked
package dev.amikit.visibility;

import org.jspecify.annotations.NullMarked;
