/**
 * DescribeImages and DescribeSnapshots as values, asked of any images and snapshots one has.
 *
 * <ul>
 *   <li>An {@link dev.amikit.query.ImageQuery} is what one asks of images, a
 *       {@link dev.amikit.query.SnapshotQuery} of snapshots.
 *   <li>An {@link dev.amikit.query.ImageSource} is where a query looks: a list
 *       ({@link dev.amikit.query.ImageSource#of}), an answer of EC2, or a Region of a registry. A
 *       {@link dev.amikit.query.SnapshotSource} is the same of snapshots. What they know of all
 *       their {@link dev.amikit.query.Candidates} is not asked of each.
 *   <li>{@link dev.amikit.query.ImageFilters} and {@link dev.amikit.query.SnapshotFilters} make the
 *       filters from typed values.
 *   <li>{@link dev.amikit.query.Newest} picks the newest of what was found.
 * </ul>
 *
 * <p>Who asks is a {@link dev.amikit.visibility.Viewer}; the answer comes in pages, of
 * {@link dev.amikit.page}. As operations of EC2 the two are in {@link dev.amikit.registry.image}
 * and {@link dev.amikit.registry.snapshot}.
 */
@NullMarked
package dev.amikit.query;

import org.jspecify.annotations.NullMarked;
