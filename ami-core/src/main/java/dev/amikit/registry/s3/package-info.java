/**
 * The operations that store images in Amazon S3 and restore them, named as EC2 names them.
 *
 * <ul>
 *   <li>{@link dev.amikit.registry.s3.CreateStoreImageTask} begins to store an image in a bucket,
 *       and {@link dev.amikit.registry.s3.DescribeStoreImageTasks} tells how far that came, as a
 *       {@link dev.amikit.s3.StoreImageTask} each.
 *   <li>{@link dev.amikit.registry.s3.CreateRestoreImageTask} makes an image of what is stored, in
 *       any Region, account and partition.
 * </ul>
 *
 * <p>There is no S3: the objects that hold images are in the
 * {@link dev.amikit.registry.state.Buckets} of a Region, and {@link dev.amikit.registry.Aws} copies
 * and deletes them as S3 would. {@link dev.amikit.registry.s3.S3Operations} lists the rules of
 * these operations alone.
 */
@NullMarked
package dev.amikit.registry.s3;

import org.jspecify.annotations.NullMarked;
