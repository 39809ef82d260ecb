/**
 * AssertJ assertions that speak of images and snapshots; start at
 * {@link dev.amikit.testkit.assertion.AmiAssertions}. Their messages name the fact and the value:
 * {@code Expected ami-0abcdef1234567890 to be disabled but it is available}.
 */
@NullMarked
package dev.amikit.testkit.assertion;

import org.jspecify.annotations.NullMarked;
