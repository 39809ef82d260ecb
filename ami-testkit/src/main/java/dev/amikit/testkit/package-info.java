/** Generators, assertions and fixtures for tests that deal with Amazon Machine Images. */
@NullMarked
package dev.amikit.testkit;

import org.jspecify.annotations.NullMarked;
