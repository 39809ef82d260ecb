package dev.amikit.jackson;

import com.google.common.collect.ImmutableList;
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
public record Answer<T>(
    ImmutableList<ReadResult<T>> records,
    Optional<String> nextToken,
    ImmutableList<String> unknownMembers) {

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
   * Returns the values of all records.
   *
   * @return the values
   * @throws RuleViolationException if a record was refused; paths begin with its place, such as
   *     {@code [3].imageId}
   */
  public ImmutableList<T> allOrThrow() {
    ImmutableList.Builder<Violation> violations = ImmutableList.builder();
    for (int i = 0; i < records.size(); i++) {
      if (records.get(i) instanceof ReadResult.Refused<T> refused) {
        for (Violation violation : refused.violations()) {
          violations.add(violation.within("[" + i + "]"));
        }
      }
    }
    ImmutableList<Violation> all = violations.build();
    if (!all.isEmpty()) {
      throw new RuleViolationException(all);
    }
    return values();
  }
}
