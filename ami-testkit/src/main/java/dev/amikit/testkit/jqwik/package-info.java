/**
 * How jqwik comes to know the generators of the kit: by itself, or where a property says so by a
 * {@link dev.amikit.testkit.jqwik.AmiDomain}.
 */
@NullMarked
package dev.amikit.testkit.jqwik;

import org.jspecify.annotations.NullMarked;
