/**
 * Who sees what, and how one asks for it: {@link dev.amikit.query.ImageQuery} and
 * {@link dev.amikit.query.SnapshotQuery} are EC2's DescribeImages and DescribeSnapshots as values.
 *
 * <p>A query is asked on behalf of a {@link dev.amikit.query.Viewer}, of any images one has or of a
 * registry. It says which images the viewer may see, what of them, in which order and in which
 * pages. {@link dev.amikit.query.Newest} picks from what came back.
 *
 * <p>Values are immutable; null is refused.
 */
@NullMarked
package dev.amikit.query;

import org.jspecify.annotations.NullMarked;
