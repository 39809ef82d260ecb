/**
 * Images stored in Amazon S3: what one holds there is a {@link dev.amikit.s3.StoredImage}, with
 * {@link dev.amikit.s3.S3ObjectTag}s on the object; that one is being stored, or was, tells a
 * {@link dev.amikit.s3.StoreImageTask}, whose {@link dev.amikit.s3.StoreTaskState} says how far it
 * came.
 *
 * <p>The operations are in {@link dev.amikit.registry.s3}.
 */
@NullMarked
package dev.amikit.s3;

import org.jspecify.annotations.NullMarked;
