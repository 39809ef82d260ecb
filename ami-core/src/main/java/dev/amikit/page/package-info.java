/**
 * Answers in pages: a {@link dev.amikit.page.Result} is all that was found, an
 * {@link dev.amikit.page.Answer} a page of it or a refusal.
 */
@NullMarked
package dev.amikit.page;

import org.jspecify.annotations.NullMarked;
