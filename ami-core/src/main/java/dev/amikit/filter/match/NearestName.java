package dev.amikit.filter.match;

import java.util.Locale;
import java.util.Optional;

/** The name that somebody probably meant who wrote another one. */
final class NearestName {
  private NearestName() {}

  /**
   * Returns the name that a word is a slip of the pen away from: one letter in three may be wrong,
   * missing or too many, and case does not count.
   *
   * @param word what was written
   * @param names the names that there are
   * @return the nearest of them, of equally near ones the first; empty if none is near
   */
  static Optional<String> of(String word, Iterable<String> names) {
    String written = word.toLowerCase(Locale.ROOT);
    String nearest = "";
    int least = Integer.MAX_VALUE;
    for (String name : names) {
      int distance = distance(written, name);
      if (distance < least && 3 * distance <= Math.max(written.length(), name.length())) {
        nearest = name;
        least = distance;
      }
    }
    return Optional.of(nearest).filter(name -> !name.isEmpty());
  }

  /** How many letters must be put, taken or exchanged to make one word of the other. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int exchanged = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
