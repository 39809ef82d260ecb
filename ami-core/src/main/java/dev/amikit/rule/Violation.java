package dev.amikit.rule;

import static java.util.Objects.requireNonNull;

/**
 * A rule, and what broke it.
 *
 * @param rule the rule that is broken
 * @param path the attribute at fault, such as {@code blockDeviceMappings[2].ebs.iops}; empty for
 *     the value as a whole
 * @param found what the attribute held, as text
 */
public record Violation(Rule rule, String path, String found) {
  private static final int LONGEST_FOUND = 200;

  /**
   * Refuses null.
   *
   * @param rule the rule that is broken
   * @param path the attribute at fault, such as {@code blockDeviceMappings[2].ebs.iops}; empty for
   *     the value as a whole
   * @param found what the attribute held, as text
   */
  public Violation {
    requireNonNull(rule, "rule");
    requireNonNull(path, "path");
    requireNonNull(found, "found");
  }

  /**
   * Returns the same violation seen from the value that holds this one.
   *
   * @param outer the attribute through which the outer value holds this one, such as {@code ebs}
   * @return the violation with the longer path
   */
  public Violation within(String outer) {
    requireNonNull(outer, "outer");
    return new Violation(rule, path.isEmpty() ? outer : outer + "." + path, found);
  }

  /**
   * Returns what is required, what came, and which rule says so, in one line.
   *
   * @return the message
   */
  public String message() {
    String subject = path.isEmpty() ? "it" : path;
    return "%s, but %s was %s [%s, %s]"
        .formatted(rule.sentence(), subject, quoted(found), rule.id(), rule.errorCode());
  }

  @Override
  public String toString() {
    return message();
  }

  private static String quoted(String found) {
    return found.length() <= LONGEST_FOUND
        ? "'" + found + "'"
        : "'%s…' (%d characters)".formatted(found.substring(0, LONGEST_FOUND), found.length());
  }
}
