package dev.amikit.rule;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;

/**
 * One rule of EC2's AMI domain. Rules are constants beside what they guard;
 * {@code dev.amikit.RuleCatalogue} lists them all.
 *
 * @param id its lasting name
 * @param sentence what it asks, as one sentence without a full stop
 * @param errorCode what EC2 answers when it is broken
 * @param source where EC2's documentation says so; or "inferred" or "observed", where it does not
 * @param rulebook the numbers under which the rulebook of the library's authors keeps it
 */
@Immutable
public record Rule(
    RuleId id,
    String sentence,
    ErrorCode errorCode,
    String source,
    ImmutableList<String> rulebook) {
  /**
   * Refuses null.
   *
   * @param id its lasting name
   * @param sentence what it asks, as one sentence without a full stop
   * @param errorCode what EC2 answers when it is broken
   * @param source where EC2's documentation says so; or "inferred" or "observed", where it does not
   * @param rulebook the numbers under which the rulebook of the library's authors keeps it
   */
  public Rule {
    requireNonNull(id, "id");
    requireNonNull(sentence, "sentence");
    requireNonNull(errorCode, "errorCode");
    requireNonNull(source, "source");
    requireNonNull(rulebook, "rulebook");
  }

  /**
   * Returns a rule.
   *
   * @param id its lasting name
   * @param sentence what it asks
   * @param errorCode what EC2 answers when it is broken
   * @param source where EC2's documentation says so
   * @param rulebook its numbers in the rulebook
   * @return the rule
   */
  public static Rule rule(
      String id, String sentence, ErrorCode errorCode, String source, String... rulebook) {
    requireNonNull(id, "id");
    requireNonNull(rulebook, "rulebook");
    return new Rule(new RuleId(id), sentence, errorCode, source, ImmutableList.copyOf(rulebook));
  }

  /**
   * Returns how this rule is broken by an attribute.
   *
   * @param path the attribute, such as {@code blockDeviceMappings[2].ebs.iops}; empty for the value
   *     itself
   * @param found what the attribute holds
   * @return the violation
   */
  public Violation brokenBy(String path, Object found) {
    requireNonNull(found, "found");
    return new Violation(this, path, String.valueOf(found));
  }

  /**
   * Returns the exception that says that this rule is broken by an attribute.
   *
   * @param path the attribute; empty for the value itself
   * @param found what the attribute holds
   * @return the exception, to be thrown
   */
  public RuleViolationException refuse(String path, Object found) {
    return new RuleViolationException(ImmutableList.of(brokenBy(path, found)));
  }

  /** Returns the {@linkplain #id() name} of the rule. */
  @Override
  public String toString() {
    return id.value();
  }
}
