package dev.amikit.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;

/** Texts that differ and have one hash code, as callers could choose them. */
final class Colliding {
  private static final int BITS = 16;

  private Colliding() {}

  /** Returns up to 65,536 such texts. */
  static ImmutableList<String> texts(int count) {
    return IntStream.range(0, count).mapToObj(Colliding::text).collect(toImmutableList());
  }

  /** Of each bit of a number either {@code Aa} or {@code BB}, which are of one hash code. */
  private static String text(int number) {
    StringBuilder text = new StringBuilder(2 * BITS);
    for (int bit = 0; bit < BITS; bit++) {
      text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }
}
