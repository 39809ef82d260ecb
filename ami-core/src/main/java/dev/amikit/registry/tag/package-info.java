/**
 * The operations on tags, named as EC2 names them: {@link dev.amikit.registry.tag.CreateTags} gives
 * them to resources, {@link dev.amikit.registry.tag.DeleteTags} takes them off, and
 * {@link dev.amikit.registry.tag.DescribeTags} tells them, with a
 * {@link dev.amikit.registry.tag.TagDescription} for each.
 *
 * <p>{@link dev.amikit.registry.tag.TagOperations} lists the rules of these operations alone. What
 * a tag is stands in {@link dev.amikit.tag}; new resources get theirs by a
 * {@link dev.amikit.registry.operation.TagSpecification}.
 */
@NullMarked
package dev.amikit.registry.tag;

import org.jspecify.annotations.NullMarked;
