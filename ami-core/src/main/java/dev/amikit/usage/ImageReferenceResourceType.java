package dev.amikit.usage;

import dev.amikit.word.Word;
import dev.amikit.word.Words;

/**
 * A type of resources that refer to images, such as {@code ec2:Instance}.
 *
 * @param word the word as EC2 spells it
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-ami-references.html">
 *     Identify your resources referencing specified AMIs</a>
 */
public record ImageReferenceResourceType(String word) implements Word {
  /** Instances, which refer to the image that they were launched from. */
  public static final ImageReferenceResourceType INSTANCE =
      new ImageReferenceResourceType("ec2:Instance");

  /** Launch templates. */
  public static final ImageReferenceResourceType LAUNCH_TEMPLATE =
      new ImageReferenceResourceType("ec2:LaunchTemplate");

  /** Parameters of Systems Manager. */
  public static final ImageReferenceResourceType SSM_PARAMETER =
      new ImageReferenceResourceType("ssm:Parameter");

  /** Image recipes of EC2 Image Builder. */
  public static final ImageReferenceResourceType IMAGE_RECIPE =
      new ImageReferenceResourceType("imagebuilder:ImageRecipe");

  /** Container recipes of EC2 Image Builder. */
  public static final ImageReferenceResourceType CONTAINER_RECIPE =
      new ImageReferenceResourceType("imagebuilder:ContainerRecipe");

  /** The words known today. */
  public static final Words<ImageReferenceResourceType> WORDS =
      new Words<>(INSTANCE, LAUNCH_TEMPLATE, SSM_PARAMETER, IMAGE_RECIPE, CONTAINER_RECIPE) {
        @Override
        protected ImageReferenceResourceType unknown(String word) {
          return new ImageReferenceResourceType(word);
        }
      };

  /**
   * Checks that there is a word.
   *
   * @param word the word as EC2 spells it
   * @throws dev.amikit.rule.RuleViolationException by {@code word.not-empty}
   */
  public ImageReferenceResourceType {
    word = Words.checked(word);
  }

  /**
   * Returns a word, known or not.
   *
   * @param word the word as EC2 spells it
   * @return the word
   */
  public static ImageReferenceResourceType of(String word) {
    return WORDS.get(word);
  }

  @Override
  public Words<ImageReferenceResourceType> words() {
    return WORDS;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof ImageReferenceResourceType that && word.equals(that.word);
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
