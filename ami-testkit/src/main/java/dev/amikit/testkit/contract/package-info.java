/** Contracts to inherit: properties that hold of every implementation of an idea. */
@NullMarked
package dev.amikit.testkit.contract;

import org.jspecify.annotations.NullMarked;
