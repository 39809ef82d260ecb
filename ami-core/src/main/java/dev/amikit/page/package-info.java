/**
 * Answers in pages. A {@link dev.amikit.page.Result} is all that a query found, maybe in things
 * that are {@link dev.amikit.page.InOrder}. A {@link dev.amikit.page.PageRequest} asks for a part
 * of it, and gets an {@link dev.amikit.page.Answer}: a {@link dev.amikit.page.Page}, or a refusal.
 * A {@link dev.amikit.page.PageToken} is what stands in the next token of a page, sealed under a
 * {@link dev.amikit.page.PageKey}, of which every registry has its own.
 *
 * <p>{@link dev.amikit.page.PageRules} has what EC2 asks of such a request. Queries are in
 * {@link dev.amikit.query}, and operations that list are a
 * {@link dev.amikit.registry.operation.Listing}.
 */
@NullMarked
package dev.amikit.page;

import org.jspecify.annotations.NullMarked;
