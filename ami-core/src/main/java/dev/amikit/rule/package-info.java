/**
 * Rules as things: what a {@link dev.amikit.rule.Rule} says, what a
 * {@link dev.amikit.rule.Violation} of it tells, and the exception that carries violations. Imports
 * nothing else of the library.
 */
@NullMarked
package dev.amikit.rule;

import org.jspecify.annotations.NullMarked;
