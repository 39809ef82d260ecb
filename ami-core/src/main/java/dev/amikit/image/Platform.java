package dev.amikit.image;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Ascii;
import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * The platform of an image. Only Windows has one: Linux and macOS images show none.
 *
 * @param word the word as EC2 spells it
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html">Image,
 *     Platform</a>
 */
public record Platform(String word) implements Word {
  /** Windows. */
  public static final Platform WINDOWS = new Platform("windows");

  /** The words known today. */
  public static final Words<Platform> WORDS = new Words<>(WINDOWS) {
    @Override
    protected Platform unknown(String word) {
      return new Platform(word);
    }
  };

  /**
   * Checks that there is a word. Windows, in any case, becomes {@code windows}, as EC2 writes it.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public Platform {
    requireNonNull(word, "word");
    word = Ascii.equalsIgnoreCase(word, "windows") ? "windows" : Words.checked(word);
  }

  /**
   * Returns a word, known or not; {@link #WINDOWS} is read in any case.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static Platform of(String word) {
    return WORDS.get(word);
  }

  @Override
  public Words<Platform> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Platform that && word.equals(that.word);
  }

  @Override
  public int hashCode() {
    return word.hashCode();
  }

  /** Returns the word. */
  @Override
  public String toString() {
    return word;
  }
}
