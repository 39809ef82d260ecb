package dev.amikit.testkit.arbitrary;

import static java.util.Objects.requireNonNull;

import dev.amikit.word.Word;
import dev.amikit.word.Words;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Words of EC2's lists. */
public final class WordArbitraries {
  private WordArbitraries() {}

  /**
   * Words of a list, and now and then one that AWS might add.
   *
   * @param <W> the type of the words
   * @param list the list
   * @return an arbitrary of its words
   */
  public static <W extends Word> Arbitrary<W> wordsOf(Words<W> list) {
    requireNonNull(list, "list");
    return Arbitraries.frequencyOf(
        Tuple.of(9, knownWordsOf(list)), Tuple.of(1, unknownWordsOf(list)));
  }

  /**
   * The words of a list that are known today.
   *
   * @param <W> the type of the words
   * @param list the list
   * @return an arbitrary of these words
   */
  public static <W extends Word> Arbitrary<W> knownWordsOf(Words<W> list) {
    requireNonNull(list, "list");
    return Arbitraries.of(list.known());
  }

  /**
   * Words that are not in a list.
   *
   * @param <W> the type of the words
   * @param list the list
   * @return an arbitrary of words such as {@code new-1}
   */
  public static <W extends Word> Arbitrary<W> unknownWordsOf(Words<W> list) {
    requireNonNull(list, "list");
    return Arbitraries.integers().between(1, 999).map(n -> list.get("new-" + n));
  }
}
