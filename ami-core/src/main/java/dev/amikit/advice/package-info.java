/**
 * Advice: what AWS recommends of an image and refuses nothing for. An
 * {@link dev.amikit.advice.Advice} on an image is given for a day, and is of one
 * {@link dev.amikit.advice.AdviceKind}.
 */
@NullMarked
package dev.amikit.advice;

import org.jspecify.annotations.NullMarked;
