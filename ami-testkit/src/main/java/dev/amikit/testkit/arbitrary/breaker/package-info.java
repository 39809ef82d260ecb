/**
 * Requests that are made to be refused:
 * {@link dev.amikit.testkit.arbitrary.breaker.RequestBreakers} has some for every rule that
 * operations are refused by, and each {@link dev.amikit.testkit.arbitrary.breaker.RefusedRequest}
 * breaks that rule and no other.
 */
@NullMarked
package dev.amikit.testkit.arbitrary.breaker;

import org.jspecify.annotations.NullMarked;
