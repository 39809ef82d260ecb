/**
 * The operations on tags: {@link dev.amikit.registry.tag.CreateTags},
 * {@link dev.amikit.registry.tag.DeleteTags} and {@link dev.amikit.registry.tag.DescribeTags}.
 */
@NullMarked
package dev.amikit.registry.tag;

import org.jspecify.annotations.NullMarked;
