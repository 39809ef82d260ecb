package dev.amikit.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;

/**
 * How many images there are.
 *
 * @param images the number
 */
record Size(int images) {
  private static final String DEFAULT = "1000,100000,1000000";
  private static final int SMALL = 1000;

  /** The sizes that the property {@code amikit.sizes} names; three, unless told otherwise. */
  static ImmutableList<Size> all() {
    return Splitter.on(',')
        .splitToStream(System.getProperty("amikit.sizes", DEFAULT))
        .map(images -> new Size(Integer.parseInt(images)))
        .collect(toImmutableList());
  }

  /** Those sizes that are not small. */
  static ImmutableList<Size> allLarge() {
    return all().stream().filter(size -> !size.isSmall()).collect(toImmutableList());
  }

  /** Whether all images fit into the caches of a processor. */
  boolean isSmall() {
    return images <= SMALL;
  }

  /** Whether no other size is greater, for goals that are for as many images as can be. */
  boolean isLargest() {
    return all().stream().allMatch(size -> size.images <= images);
  }

  String of(String what) {
    return "%s, %,d".formatted(what, images);
  }
}
