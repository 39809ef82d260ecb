package dev.amikit.jackson;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Violation;
import java.util.Optional;

/**
 * What became of one record of a document: the value, or every rule that it breaks together with
 * all that it said.
 *
 * @param <T> the kind of value
 */
public sealed interface ReadResult<T> {
  /**
   * The value.
   *
   * @param <T> the kind of value
   * @param value the value
   * @param unknownMembers the members that the library does not know, and so did not read, such as
   *     {@code blockDeviceMappings[0].ebs.NewMember}; mostly empty
   */
  record Read<T>(T value, ImmutableList<String> unknownMembers) implements ReadResult<T> {
    /**
     * Refuses null.
     *
     * @param value the value
     * @param unknownMembers the members that the library does not know, and so did not read, such
     *     as {@code blockDeviceMappings[0].ebs.NewMember}; mostly empty
     */
    public Read {
      requireNonNull(value, "value");
      requireNonNull(unknownMembers, "unknownMembers");
    }

    @Override
    public Optional<T> asOptional() {
      return Optional.of(value);
    }

    @Override
    public Optional<Refusal> refusal() {
      return Optional.empty();
    }

    @Override
    public T orThrow() {
      return value;
    }
  }

  /**
   * No value, since there must be none like this.
   *
   * @param <T> the kind of value
   * @param violations every broken rule, with paths from the record on
   * @param content the record as it was
   */
  record Refused<T>(ImmutableList<Violation> violations, JsonNode content)
      implements ReadResult<T> {
    /**
     * Refuses null.
     *
     * @param violations every broken rule, with paths from the record on
     * @param content the record as it was
     */
    public Refused {
      requireNonNull(violations, "violations");
      requireNonNull(content, "content");
    }

    @Override
    public Optional<T> asOptional() {
      return Optional.empty();
    }

    @Override
    public Optional<Refusal> refusal() {
      return Optional.of(new Refusal(violations));
    }

    @Override
    public T orThrow() {
      throw new RuleViolationException(violations);
    }

    /** Returns every broken rule and the record. */
    @Override
    public String toString() {
      return violations.stream().map(Violation::message).collect(joining("; ")) + ": " + content;
    }
  }

  /**
   * Returns the value, if there is one.
   *
   * @return the value; empty if the record was refused
   */
  Optional<T> asOptional();

  /** {@return why the record was refused; empty if there is a value} */
  Optional<Refusal> refusal();

  /**
   * Returns the value, if there is one.
   *
   * @return the value
   * @throws RuleViolationException with every broken rule, if the record was refused
   */
  T orThrow();
}
