/**
 * Tags of a resource. A {@link dev.amikit.tag.Tag} is a key and a value;
 * {@link dev.amikit.tag.Tags} holds those that one account attached, each key once.
 *
 * <p>Every account has its own tags on a resource; the operations that give and take them are in
 * {@link dev.amikit.registry.tag}.
 */
@NullMarked
package dev.amikit.tag;

import org.jspecify.annotations.NullMarked;
