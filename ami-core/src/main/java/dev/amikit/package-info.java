/**
 * The map of the library: the domain of Amazon Machine Images, room by room.
 *
 * <p>The values. Start at {@link dev.amikit.image.Ami}:
 *
 * <ul>
 *   <li>{@link dev.amikit.rule}: what a rule is, what breaking it says, and the exceptions;
 *   <li>{@link dev.amikit.word}: open lists of words, such as architectures;
 *   <li>{@link dev.amikit.id}, {@link dev.amikit.tag}, {@link dev.amikit.permission},
 *       {@link dev.amikit.device}: identifiers, tags, who may launch or copy, disks;
 *   <li>{@link dev.amikit.snapshot}, {@link dev.amikit.image}: snapshots and images;
 *   <li>{@link dev.amikit.s3}: images stored in S3;
 *   <li>{@link dev.amikit.fastlaunch}: fast launch of Windows images;
 *   <li>{@link dev.amikit.usage}: who uses images;
 *   <li>{@link dev.amikit.advice}: what AWS recommends of an image.
 * </ul>
 *
 * <p>What can be done with one of them. Start at {@link dev.amikit.lifecycle.AmiCommand}:
 *
 * <ul>
 *   <li>{@link dev.amikit.lifecycle}: the life of an image;
 *   <li>{@link dev.amikit.lifecycle.snapshot}: the life of a snapshot;
 *   <li>{@link dev.amikit.lifecycle.fastlaunch}: the life of fast launch of an image.
 * </ul>
 *
 * <p>How they are found. Start at {@link dev.amikit.query.ImageQuery}:
 *
 * <ul>
 *   <li>{@link dev.amikit.filter}: filters and their wild cards;
 *   <li>{@link dev.amikit.allowed}: Allowed AMIs;
 *   <li>{@link dev.amikit.account}: how accounts have set up EC2;
 *   <li>{@link dev.amikit.visibility}: who sees what;
 *   <li>{@link dev.amikit.page}: answers in pages;
 *   <li>{@link dev.amikit.query}: DescribeImages and DescribeSnapshots as values.
 * </ul>
 *
 * <p>An EC2 in your own process. Start at {@link dev.amikit.registry.InMemoryAmiRegistry}:
 *
 * <ul>
 *   <li>{@link dev.amikit.registry}: the registry, and EC2 as an account sees it;
 *   <li>{@link dev.amikit.registry.image}, {@link dev.amikit.registry.snapshot},
 *       {@link dev.amikit.registry.s3}, {@link dev.amikit.registry.fastlaunch},
 *       {@link dev.amikit.registry.usage}, {@link dev.amikit.registry.instance},
 *       {@link dev.amikit.registry.recyclebin}, {@link dev.amikit.registry.tag},
 *       {@link dev.amikit.registry.account}: the operations, each a class of the name that EC2
 *       gives it;
 *   <li>{@link dev.amikit.registry.operation}: what an operation is, and what a registry is built
 *       with;
 *   <li>{@link dev.amikit.registry.state}: all that a partition holds, as a value, with its events
 *       and tasks.
 * </ul>
 *
 * <p>Four rooms are closed, and no part of the API: {@code dev.amikit.time} reckons with times,
 * {@code dev.amikit.filter.match} matches filters, {@code dev.amikit.registry.plan} has what
 * operations share, and {@code dev.amikit.registry.store} keeps and finds what a state holds.
 *
 * <p>An arrow means "imports"; nothing points back:
 *
 * <pre>
 * registry → its operations → registry.operation → registry.state → query
 *          → { page, { visibility, account } → allowed → filter } → lifecycle → image
 *          → { snapshot, device, permission, tag } → id → word → { rule, time }
 * </pre>
 *
 * <p>{@link dev.amikit.RuleCatalogue} has every rule that a value or an operation is held to.
 *
 * <p>What has many members is made by its {@code Builder}. There a plain name sets a member, in
 * place of what was set before; {@code add} and {@code put} before a name add one element; and
 * {@code build()} checks. Where a type has a text form, such as an ID, the text does as well.
 *
 * <p>All values are immutable and safe to share between threads. Null is refused everywhere, by the
 * name of the parameter; what may be absent is an {@link java.util.Optional}. Nothing here reads a
 * file or the network, and only a registry reads a clock: the one that it was given.
 *
 * <p>Values are no beans: what looks like a getter, such as {@code isPublic()}, is
 * {@link java.beans.Transient}, so that a mapper of beans refuses a value instead of writing a part
 * of it. The module {@code ami-jackson} writes all of it.
 */
@ValueStyle
@NullMarked
package dev.amikit;

import org.jspecify.annotations.NullMarked;
