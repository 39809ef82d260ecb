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
   * @param unknownMembers the members that the library does not know, and so did not read
   * @param kept the record as it was, with these members; empty unless the format keeps them
   */
  record Read<T>(T value, ImmutableList<String> unknownMembers, Optional<JsonNode> kept)
      implements ReadResult<T> {
    /**
     * Refuses null.
     *
     * @param value the value
     * @param unknownMembers the members that the library does not know, and so did not read
     * @param kept the record as it was, with these members; empty unless the format keeps them
     */
    public Read {
      requireNonNull(value, "value");
      requireNonNull(unknownMembers, "unknownMembers");
      requireNonNull(kept, "kept");
    }

    /**
     * Returns the same record with another value; what was kept stays.
     *
     * @param value the value, commonly a change of this one
     * @return the changed record
     */
    public Read<T> with(T value) {
      return new Read<>(value, unknownMembers, kept);
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
   * @param violations every broken rule, with paths from the record on, spelt as the document does
   * @param unknownMembers the members that the library does not know
   * @param content the record as it was
   */
  record Refused<T>(
      ImmutableList<Violation> violations, ImmutableList<String> unknownMembers, JsonNode content)
      implements ReadResult<T> {
    /**
     * Refuses null.
     *
     * @param violations every broken rule, with paths from the record on, spelt as the document
     *     does
     * @param unknownMembers the members that the library does not know
     * @param content the record as it was
     */
    public Refused {
      requireNonNull(violations, "violations");
      requireNonNull(unknownMembers, "unknownMembers");
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

  /**
   * Returns the members that the library does not know, and so did not read.
   *
   * @return their paths, such as {@code BlockDeviceMappings[0].Ebs.NewMember}; mostly empty
   */
  ImmutableList<String> unknownMembers();

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
