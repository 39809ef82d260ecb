package dev.amikit.id;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parameter of AWS Systems Manager that holds the ID of an image, as a launch names it:
 * {@code resolve:ssm:NAME} or {@code resolve:ssm:NAME:VERSION}.
 *
 * @param name the name of the parameter, such as {@code /golden/web}: letters, digits and
 *     {@code _.-/}
 * @param version a version number or a label; empty for the newest version
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-systems-manager-parameter-to-find-AMI.html">Reference
 *     AMIs using Systems Manager parameters</a>
 */
public record ImageParameter(String name, Optional<String> version) implements ImageReference {
  static final String PREFIX = "resolve:ssm:";

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.\\-/]+");
  private static final Pattern VERSION = Pattern.compile("[a-zA-Z0-9_.\\-]+");
  private static final Pattern TEXT = Pattern.compile(PREFIX + "([^:]*)(?::(.*))?");

  /** The form of the parameter. */
  public static final Rule FORMAT = Rule.rule(
          "image-parameter.format",
          "a parameter that holds an image ID is resolve:ssm:, its name, and perhaps a colon"
              + " and a version",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "EC2 User Guide, Reference AMIs using Systems Manager parameters",
          "LAUNCH-01")
      .saying(own("Invalid value '{value}' for imageId."));

  /**
   * Checks the form.
   *
   * @param name the name of the parameter
   * @param version a version number or a label; empty for the newest version
   * @throws dev.amikit.rule.RuleViolationException by {@code image-parameter.format}
   */
  public ImageParameter {
    requireNonNull(name, "name");
    requireNonNull(version, "version");
    if (!NAME.matcher(name).matches()
        || version.isPresent() && !VERSION.matcher(version.get()).matches()) {
      throw FORMAT.refuse("", text(name, version));
    }
  }

  /**
   * Returns the parameter of a name, in its newest version.
   *
   * @param name the name, such as {@code /golden/web}
   * @return the parameter
   * @throws dev.amikit.rule.RuleViolationException by {@code image-parameter.format}
   */
  public static ImageParameter of(String name) {
    return new ImageParameter(name, Optional.empty());
  }

  /**
   * Returns the parameter that a text spells.
   *
   * @param value the text, such as {@code resolve:ssm:/golden/web:3}
   * @return the parameter
   * @throws dev.amikit.rule.RuleViolationException by {@code image-parameter.format}
   */
  public static ImageParameter parse(String value) {
    requireNonNull(value, "value");
    Matcher parts = TEXT.matcher(value);
    if (!parts.matches()) {
      throw FORMAT.refuse("", value);
    }
    return new ImageParameter(parts.group(1), Optional.ofNullable(parts.group(2)));
  }

  /** Returns the parameter as a launch names it, such as {@code resolve:ssm:/golden/web:3}. */
  @Override
  public String toString() {
    return text(name, version);
  }

  private static String text(String name, Optional<String> version) {
    return PREFIX + name + version.map(":"::concat).orElse("");
  }
}
