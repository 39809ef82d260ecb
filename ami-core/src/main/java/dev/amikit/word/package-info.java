/**
 * Words of lists that AWS keeps and may extend. A list knows the words of today; any other word is
 * kept as it was read, so that tomorrow's images can be held today.
 *
 * <p>A {@link dev.amikit.word.Word} is one entry of such a list, and {@link dev.amikit.word.Words}
 * is the list. The lists themselves stand with what they speak of: architectures and boot modes in
 * {@link dev.amikit.image}, volume types in {@link dev.amikit.device}, storage tiers in
 * {@link dev.amikit.snapshot}.
 */
@NullMarked
package dev.amikit.word;

import org.jspecify.annotations.NullMarked;
