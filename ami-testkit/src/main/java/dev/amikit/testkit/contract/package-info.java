/**
 * Contracts to inherit: properties that hold of every implementation of an idea. The
 * {@link dev.amikit.testkit.contract.TextFormContract} is that a text reads back as an equal value;
 * a test class implements it.
 *
 * <p>The values come from {@link dev.amikit.testkit.arbitrary}.
 */
@NullMarked
package dev.amikit.testkit.contract;

import org.jspecify.annotations.NullMarked;
