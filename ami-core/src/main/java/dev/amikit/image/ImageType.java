package dev.amikit.image;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.amikit.id.ImageId;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.Arrays;

/** What an image is for; the prefix of its ID says the same. */
public enum ImageType {
  /** Launches instances. */
  MACHINE("machine", "ami-"),
  /** The kernel of paravirtual instances. */
  KERNEL("kernel", "aki-"),
  /** The RAM disk of paravirtual instances. */
  RAMDISK("ramdisk", "ari-");

  /** The list of image types is closed, since each has an ID prefix of its own. */
  public static final Rule KNOWN = Rule.rule(
      "image-type.known",
      "the type of an image is machine, kernel or ramdisk",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, Image, ImageType",
      "BOOT-06",
      "IMG-11");

  private static final ImmutableMap<String, ImageType> BY_WORD =
      Maps.uniqueIndex(Arrays.asList(values()), ImageType::toString);

  private final String word;
  private final String idPrefix;

  ImageType(String word, String idPrefix) {
    this.word = word;
    this.idPrefix = idPrefix;
  }

  /**
   * Returns the type that EC2 spells so.
   *
   * @param word the word, such as {@code machine}
   * @return the type
   * @throws dev.amikit.rule.RuleViolationException by {@code image-type.known}
   */
  public static ImageType of(String word) {
    requireNonNull(word, "word");
    ImageType type = BY_WORD.get(word);
    if (type == null) {
      throw KNOWN.refuse("", word);
    }
    return type;
  }

  /**
   * Returns the type that the prefix of an ID says.
   *
   * @param id the ID of an image
   * @return the type of that image
   */
  public static ImageType of(ImageId id) {
    requireNonNull(id, "id");
    return MACHINE.fits(id) ? MACHINE : KERNEL.fits(id) ? KERNEL : RAMDISK;
  }

  boolean fits(ImageId id) {
    return id.value().startsWith(idPrefix);
  }

  /** Returns the word that EC2 has for the type. */
  @Override
  public String toString() {
    return word;
  }
}
