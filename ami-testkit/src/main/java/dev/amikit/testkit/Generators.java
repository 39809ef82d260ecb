package dev.amikit.testkit;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Arbitraries of the library's values. */
public final class Generators {
  private Generators() {}

  /**
   * The seventeen hexadecimal digits of a resource id.
   *
   * @return an arbitrary of digits, without the prefix that tells the kind of resource
   */
  public static Arbitrary<String> idDigits() {
    return Arbitraries.strings().withChars("0123456789abcdef").ofLength(17);
  }
}
