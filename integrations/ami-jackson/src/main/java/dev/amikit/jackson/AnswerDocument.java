package dev.amikit.jackson;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Violation;
import java.util.Optional;

/**
 * A document such as DescribeImages answers with: a list of records, and whether there are more.
 *
 * @param <T> the kind of value that a record is
 * @param records what became of each record, in the order of the document
 * @param nextToken what to ask for the next page with; empty if this is the last
 * @param unknownMembers the members beside the list that the library does not know
 */
public record AnswerDocument<T>(
    ImmutableList<ReadResult<T>> records,
    Optional<String> nextToken,
    ImmutableList<String> unknownMembers) {
  /**
   * Refuses null.
   *
   * @param records what became of each record, in the order of the document
   * @param nextToken what to ask for the next page with; empty if this is the last
   * @param unknownMembers the members beside the list that the library does not know
   */
  public AnswerDocument {
    requireNonNull(records, "records");
    requireNonNull(nextToken, "nextToken");
    requireNonNull(unknownMembers, "unknownMembers");
  }

  /** {@return the values of all records that were not refused} */
  public ImmutableList<T> values() {
    return records.stream()
        .flatMap(record -> record.asOptional().stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** {@return the records that were refused} */
  public ImmutableList<ReadResult.Refused<T>> refused() {
    ImmutableList.Builder<ReadResult.Refused<T>> refused = ImmutableList.builder();
    for (ReadResult<T> record : records) {
      if (record instanceof ReadResult.Refused<T> one) {
        refused.add(one);
      }
    }
    return refused.build();
  }

  /**
   * Returns why records were refused.
   *
   * @return the refusal with every broken rule, in which paths begin with the place of the record,
   *     such as {@code [3].imageId}; empty if no record was refused
   */
  public Optional<Refusal> refusal() {
    ImmutableList<Violation> violations = violations();
    return violations.isEmpty() ? Optional.empty() : Optional.of(new Refusal(violations));
  }

  /**
   * Returns the values of all records, if none was refused.
   *
   * @return the values
   * @throws RuleViolationException if a record was refused; paths begin with its place, such as
   *     {@code [3].imageId}
   */
  public ImmutableList<T> orThrow() {
    ImmutableList<Violation> violations = violations();
    if (!violations.isEmpty()) {
      throw new RuleViolationException(violations);
    }
    return values();
  }

  private ImmutableList<Violation> violations() {
    ImmutableList.Builder<Violation> violations = ImmutableList.builder();
    for (int i = 0; i < records.size(); i++) {
      if (records.get(i) instanceof ReadResult.Refused<T> refused) {
        for (Violation violation : refused.violations()) {
          violations.add(violation.within("[" + i + "]"));
        }
      }
    }
    return violations.build();
  }
}
