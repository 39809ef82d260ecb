/**
 * Rules as things: what a {@link dev.amikit.rule.Rule} says, what a
 * {@link dev.amikit.rule.Violation} of it tells, and what is thrown when one is broken: the
 * {@link dev.amikit.rule.RefusedException}. Imports nothing else of the library.
 */
@NullMarked
package dev.amikit.rule;

import org.jspecify.annotations.NullMarked;
