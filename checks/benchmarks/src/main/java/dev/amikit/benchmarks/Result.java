package dev.amikit.benchmarks;

/**
 * A figure that has a goal.
 *
 * @param goal what is wanted
 * @param topic the topic that measured it
 * @param what what was measured
 * @param figure the figure, with its unit
 * @param verdict whether the goal is reached
 */
record Result(Goal goal, String topic, String what, String figure, String verdict) {
  /** Returns a row of a table in Markdown. */
  @Override
  public String toString() {
    return "| %s | %s: %s | %s | %s | %s |"
        .formatted(goal.number(), topic, what, figure, goal, verdict);
  }
}
