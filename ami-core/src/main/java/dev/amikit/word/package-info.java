/**
 * Words of lists that AWS keeps and may extend. A list knows the words of today; any other word is
 * kept as it was read, so that tomorrow's images can be held today.
 */
@NullMarked
package dev.amikit.word;

import org.jspecify.annotations.NullMarked;
