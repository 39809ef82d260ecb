/** Machine images: start at {@link dev.amikit.image.Ami}. */
@NullMarked
package dev.amikit.image;

import org.jspecify.annotations.NullMarked;
