/** Tags of a resource: {@link dev.amikit.tag.Tags} holds what one account attached to it. */
@NullMarked
package dev.amikit.tag;

import org.jspecify.annotations.NullMarked;
