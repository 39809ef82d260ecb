/**
 * DescribeImages and DescribeSnapshots as values: an {@link dev.amikit.query.ImageQuery} or
 * {@link dev.amikit.query.SnapshotQuery} is asked of a source, which may be any images one has
 * ({@link dev.amikit.query.ImageSource#of}). {@link dev.amikit.query.ImageFilters} and
 * {@link dev.amikit.query.SnapshotFilters} make filters from typed values, and
 * {@link dev.amikit.query.Newest} finds the newest image.
 */
@NullMarked
package dev.amikit.query;

import org.jspecify.annotations.NullMarked;
