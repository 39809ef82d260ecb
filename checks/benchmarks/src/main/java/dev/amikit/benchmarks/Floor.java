package dev.amikit.benchmarks;

/**
 * Work beside which the library's is measured.
 *
 * @param name what it is, such as {@code the record}
 * @param goal what is wanted of the ratio of the library's time to its
 * @param work the work
 */
record Floor(String name, Goal goal, Work work) {}
