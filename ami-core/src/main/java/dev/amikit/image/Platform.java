package dev.amikit.image;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Ascii;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;

/**
 * The platform of an image. Only Windows has one: Linux and macOS images show none.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html">Image,
 *     Platform</a>
 */
public enum Platform {
  /** Windows. */
  WINDOWS;

  /** The platform, where there is one, is Windows. */
  public static final Rule IS_WINDOWS = Rule.rule(
      "platform.is-windows",
      "the platform of an image is windows or absent",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, Image, Platform",
      "PLAT-01",
      "PLAT-02",
      "IMG-17");

  private static final String WORD = "windows";

  /**
   * Returns the platform that a word says, whatever its case.
   *
   * @param word the word
   * @return the platform
   * @throws dev.amikit.rule.RuleViolationException by {@code platform.is-windows}
   */
  public static Platform of(String word) {
    requireNonNull(word, "word");
    if (!Ascii.equalsIgnoreCase(WORD, word)) {
      throw IS_WINDOWS.refuse("", word);
    }
    return WINDOWS;
  }

  /** Returns the word that EC2 writes. */
  @Override
  public String toString() {
    return WORD;
  }
}
