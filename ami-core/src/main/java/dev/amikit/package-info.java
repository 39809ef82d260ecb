/**
 * The domain of Amazon Machine Images. Start at {@link dev.amikit.image.Ami} for the value, at
 * {@link dev.amikit.lifecycle.AmiCommand} for what can be done with it, at
 * {@link dev.amikit.query.ImageQuery} for how it is found, and at {@link dev.amikit.RuleCatalogue}
 * for the rules that both keep.
 *
 * <p>An arrow means "imports"; nothing points back:
 *
 * <pre>{ lifecycle, query } → image → { snapshot, device, permission, tag } → id → word → rule
 * </pre>
 *
 * <p>What has many members is made by its {@code Builder}. There a plain name sets a member, in
 * place of what was set before; {@code add} and {@code put} before a name add one element; and
 * {@code build()} checks. Where a type has a text form, such as an ID, the text does as well.
 *
 * <p>All values are immutable and safe to share between threads. Null is refused everywhere, by the
 * name of the parameter; what may be absent is an {@link java.util.Optional}. Nothing here reads a
 * clock, a file or the network.
 */
@ValueStyle
@NullMarked
package dev.amikit;

import org.jspecify.annotations.NullMarked;
