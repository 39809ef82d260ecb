/** EBS snapshots, which back the images: start at {@link dev.amikit.snapshot.Snapshot}. */
@NullMarked
package dev.amikit.snapshot;

import org.jspecify.annotations.NullMarked;
