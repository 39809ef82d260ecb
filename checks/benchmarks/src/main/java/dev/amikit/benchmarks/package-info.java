/**
 * What the library costs, beside plain records and tables that do the same without rules.
 *
 * <p>{@link dev.amikit.benchmarks.Ratios} measures topics, each by a
 * {@link dev.amikit.benchmarks.Meter}, which compares the two in one JVM, in turn; the classes that
 * end in {@code Benchmark} are for JMH. A new subject is a {@link dev.amikit.benchmarks.Topic}.
 */
@NullMarked
package dev.amikit.benchmarks;

import org.jspecify.annotations.NullMarked;
