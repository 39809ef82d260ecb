package dev.amikit.image;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.ImageId;
import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * What an image is for. Of the types known today the prefix of the ID says the same.
 *
 * @param word the word as EC2 spells it
 */
public record ImageType(String word) implements Word {
  /** Launches instances. */
  public static final ImageType MACHINE = new ImageType("machine");

  /** The kernel of paravirtual instances. */
  public static final ImageType KERNEL = new ImageType("kernel");

  /** The RAM disk of paravirtual instances. */
  public static final ImageType RAMDISK = new ImageType("ramdisk");

  /** The words known today. */
  public static final Words<ImageType> WORDS = new Words<>(MACHINE, KERNEL, RAMDISK) {
    @Override
    protected ImageType unknown(String word) {
      return new ImageType(word);
    }
  };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public ImageType {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static ImageType of(String word) {
    return WORDS.get(word);
  }

  /**
   * Returns the type that the prefix of an ID says.
   *
   * @param id the ID of an image
   * @return the type of that image
   */
  public static ImageType of(ImageId id) {
    requireNonNull(id, "id");
    return switch (id.prefix()) {
      case "aki-" -> KERNEL;
      case "ari-" -> RAMDISK;
      default -> MACHINE;
    };
  }

  @Override
  public Words<ImageType> words() {
    return WORDS;
  }

  /** Whether an image of this type may have an ID; nobody knows what IDs an unknown type has. */
  boolean fits(ImageId id) {
    return equals(of(id)) || !isKnown();
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof ImageType that && word.equals(that.word);
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
