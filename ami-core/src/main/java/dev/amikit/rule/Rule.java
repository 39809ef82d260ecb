package dev.amikit.rule;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import java.util.Optional;

/**
 * One rule of EC2's AMI domain. Rules are constants beside what they guard;
 * {@code dev.amikit.RuleCatalogue} lists them all.
 *
 * @param id its lasting name
 * @param sentence what it asks, as one sentence without a full stop
 * @param errorCode what EC2 answers when it is broken
 * @param source where EC2's documentation says so; or "inferred" or "observed", where it does not
 * @param rulebook the numbers under which the rulebook of the library's authors keeps it
 * @param messages what EC2 says when it is broken, at least one: first what it says as a rule, then
 *     what it says instead in some operations
 */
@Immutable
public record Rule(
    RuleId id,
    String sentence,
    ErrorCode errorCode,
    String source,
    ImmutableList<String> rulebook,
    ImmutableList<MessageTemplate> messages) {
  private static final String ABSENT = "absent";

  /**
   * Refuses null.
   *
   * @param id its lasting name
   * @param sentence what it asks, as one sentence without a full stop
   * @param errorCode what EC2 answers when it is broken
   * @param source where EC2's documentation says so; or "inferred" or "observed", where it does not
   * @param rulebook the numbers under which the rulebook of the library's authors keeps it
   * @param messages what EC2 says when it is broken, at least one
   */
  public Rule {
    requireNonNull(id, "id");
    requireNonNull(sentence, "sentence");
    requireNonNull(errorCode, "errorCode");
    requireNonNull(source, "source");
    requireNonNull(rulebook, "rulebook");
    requireNonNull(messages, "messages");
    checkArgument(!messages.isEmpty(), "a rule has a message");
  }

  /**
   * Returns a rule for which no text of EC2's is known, so that the library has one of its own. See
   * {@link #saying(MessageTemplate, MessageTemplate...)} for others.
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
    requireNonNull(sentence, "sentence");
    requireNonNull(errorCode, "errorCode");
    requireNonNull(rulebook, "rulebook");
    return new Rule(
        new RuleId(id),
        sentence,
        errorCode,
        source,
        ImmutableList.copyOf(rulebook),
        ImmutableList.of(MessageTemplate.inTheMannerOfEc2(errorCode, sentence)));
  }

  /**
   * Returns the rule with what EC2 says when it is broken.
   *
   * @param usual what it says as a rule
   * @param others what it says instead in some operations
   * @return the rule with these messages
   */
  public Rule saying(MessageTemplate usual, MessageTemplate... others) {
    requireNonNull(usual, "usual");
    requireNonNull(others, "others");
    return new Rule(
        id,
        sentence,
        errorCode,
        source,
        rulebook,
        ImmutableList.<MessageTemplate>builder().add(usual).add(others).build());
  }

  /**
   * Returns how this rule is broken by an attribute.
   *
   * @param path the attribute, such as {@code blockDeviceMappings[2].ebs.iops}; empty for the value
   *     itself
   * @param found what the attribute holds; of an {@code Optional}, what is in it, or "absent"
   * @return the violation, with the usual message of the rule
   */
  public Violation brokenBy(String path, Object found) {
    requireNonNull(found, "found");
    Object value =
        found instanceof Optional<?> held ? held.<Object>map(it -> it).orElse(ABSENT) : found;
    return new Violation(this, path, String.valueOf(value), messages.get(0), ImmutableMap.of(), "");
  }

  /**
   * Returns the exception that says that this rule is broken by an attribute.
   *
   * @param path the attribute; empty for the value itself
   * @param found what the attribute holds
   * @return the exception, to be thrown
   */
  public RuleViolationException refuse(String path, Object found) {
    return brokenBy(path, found).toException();
  }

  /** Returns the {@linkplain #id() name} of the rule. */
  @Override
  public String toString() {
    return id.value();
  }
}
