package dev.amikit.testkit.arbitrary;

import java.util.Map;
import java.util.function.Predicate;
import net.jqwik.api.statistics.Statistics;

/** The interesting cases of a type; a property that counts them fails if one does not come up. */
final class Cases {
  private static final int FEW = 3;

  private Cases() {}

  /** Counts which cases a value is; each must come up three times at least. */
  static <T> void count(Map<String, Predicate<T>> cases, T value) {
    cases.forEach((name, is) -> Statistics.label(name)
        .collect(is.test(value))
        .coverage(coverage -> coverage.check(true).count(count -> count >= FEW)));
  }

  /** Counts a value of a closed list; each of the list must come up three times at least. */
  static <T> void countEach(String list, Iterable<? extends T> all, T value) {
    Statistics.label(list)
        .collect(value)
        .coverage(
            coverage -> all.forEach(each -> coverage.check(each).count(count -> count >= FEW)));
  }
}
