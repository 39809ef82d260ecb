package dev.amikit.benchmarks;

import java.util.function.Supplier;

/** Work that can be done many times; what it makes goes to {@code kept}, so that it is made. */
interface Work {
  /** The last of the 256 places for what is made. */
  int LAST = 255;

  /**
   * Does the work.
   *
   * @param times how often
   * @param kept 256 places for what is made
   */
  void run(int times, Object[] kept);

  /**
   * Work that makes something anew each time. Each use has the same loop, which the compiler cannot
   * fit to one of them: what takes less than a microsecond has a loop of its own.
   */
  static Work repeated(Supplier<?> making) {
    return (times, kept) -> {
      for (int i = 0; i < times; i++) {
        kept[i & LAST] = making.get();
      }
    };
  }
}
