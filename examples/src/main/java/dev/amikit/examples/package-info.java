/** Programs that show the library at work. */
@NullMarked
package dev.amikit.examples;

import org.jspecify.annotations.NullMarked;
