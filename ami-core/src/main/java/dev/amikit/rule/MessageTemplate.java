package dev.amikit.rule;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.Immutable;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What EC2 says when a rule is broken: a text with named places, such as {@code The snapshot
 * '{snapshotId}' does not exist.}, and how well it is known. A {@link Violation} fills the places.
 *
 * @param text the text, letter by letter; a place is a name of letters in braces
 * @param evidence where it was seen
 */
@Immutable
public record MessageTemplate(String text, Evidence evidence) {
  /** How well a text is known to be EC2's. */
  public enum Evidence {
    /** An answer of EC2 was recorded with it. */
    RECORDED,
    /** A test that its authors ran on AWS asks for it. */
    TESTED,
    /** A user of EC2, or who knows it well, quotes it. */
    QUOTED,
    /** EC2's documentation has it. */
    DOCUMENTED,
    /** The library's own, in the manner of EC2: none of EC2's is known. */
    OWN
  }

  /**
   * Refuses null.
   *
   * @param text the text, letter by letter; a place is a name of letters in braces
   * @param evidence where it was seen
   */
  public MessageTemplate {
    requireNonNull(text, "text");
    requireNonNull(evidence, "evidence");
  }

  /**
   * Returns a text that EC2 was recorded with.
   *
   * @param text the text
   * @return the template
   */
  public static MessageTemplate recorded(String text) {
    return new MessageTemplate(text, Evidence.RECORDED);
  }

  /**
   * Returns a text that a test against EC2 asks for.
   *
   * @param text the text
   * @return the template
   */
  public static MessageTemplate tested(String text) {
    return new MessageTemplate(text, Evidence.TESTED);
  }

  /**
   * Returns a text that users quote.
   *
   * @param text the text
   * @return the template
   */
  public static MessageTemplate quoted(String text) {
    return new MessageTemplate(text, Evidence.QUOTED);
  }

  /**
   * Returns a text of EC2's documentation.
   *
   * @param text the text
   * @return the template
   */
  public static MessageTemplate documented(String text) {
    return new MessageTemplate(text, Evidence.DOCUMENTED);
  }

  /**
   * Returns a text of the library's own, in the manner of EC2.
   *
   * @param text the text
   * @return the template
   */
  public static MessageTemplate own(String text) {
    return new MessageTemplate(text, Evidence.OWN);
  }

  /** {@return the names of the places, in the order of the text} */
  public ImmutableSet<String> places() {
    ImmutableSet.Builder<String> places = ImmutableSet.builder();
    fill(place -> {
      places.add(place);
      return "";
    });
    return places.build();
  }

  /**
   * Returns the text with all its places filled.
   *
   * @param filling what stands at a place, by its name
   * @return the text as EC2 would say it
   */
  public String fill(Function<String, String> filling) {
    requireNonNull(filling, "filling");
    return Place.PATTERN
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(filling.apply(place.group(1))));
  }

  /** What to say of a rule that no text of EC2's is known for: the form that EC2 uses most. */
  static MessageTemplate inTheMannerOfEc2(ErrorCode errorCode, String sentence) {
    return errorCode == ErrorCode.MISSING_PARAMETER
        ? own("The request must contain the parameter {parameter}")
        : own("Value ({value}) for parameter {parameter} is invalid. "
            .concat(sentence.substring(0, 1).toUpperCase(Locale.ROOT))
            .concat(sentence.substring(1))
            .concat("."));
  }

  /** Made when the first text is told; many a program tells none. */
  private static final class Place {
    static final Pattern PATTERN = Pattern.compile("\\{([A-Za-z]+)}");
  }

  @Override
  public String toString() {
    return text;
  }
}
