/** Tests of queries with images made by hand; properties over whole images live in the testkit. */
@NullMarked
package dev.amikit.query;

import org.jspecify.annotations.NullMarked;
