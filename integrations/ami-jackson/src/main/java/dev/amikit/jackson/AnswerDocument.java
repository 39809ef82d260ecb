package dev.amikit.jackson;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMultiset;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Violation;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A document such as DescribeImages answers with: a list of records, and whether there are more.
 *
 * @param <T> the kind of value that a record is
 * @param list the name of the list, such as {@code Images}
 * @param records what became of each record, in the order of the document
 * @param nextToken what to ask for the next page with; empty if this is the last
 * @param unknownMembers the members beside the list that the library does not know
 * @param kept these members as they were; empty unless the format keeps them
 */
public record AnswerDocument<T>(
    String list,
    ImmutableList<ReadResult<T>> records,
    Optional<String> nextToken,
    ImmutableList<String> unknownMembers,
    ImmutableMap<String, JsonNode> kept) {
  /**
   * Refuses null.
   *
   * @param list the name of the list, such as {@code Images}
   * @param records what became of each record, in the order of the document
   * @param nextToken what to ask for the next page with; empty if this is the last
   * @param unknownMembers the members beside the list that the library does not know
   * @param kept these members as they were; empty unless the format keeps them
   */
  public AnswerDocument {
    requireNonNull(list, "list");
    requireNonNull(records, "records");
    requireNonNull(nextToken, "nextToken");
    requireNonNull(unknownMembers, "unknownMembers");
    requireNonNull(kept, "kept");
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
   * Returns the document with its values changed; records that were refused, and what was kept,
   * stay as they are.
   *
   * @param change what becomes of a value
   * @return the changed document
   */
  public AnswerDocument<T> map(UnaryOperator<T> change) {
    requireNonNull(change, "change");
    ImmutableList.Builder<ReadResult<T>> changed = ImmutableList.builder();
    for (ReadResult<T> record : records) {
      changed.add(
          record instanceof ReadResult.Read<T> read
              ? read.with(change.apply(read.value()))
              : record);
    }
    return new AnswerDocument<>(list, changed.build(), nextToken, unknownMembers, kept);
  }

  /**
   * Counts the members of the whole document that the library does not know, in records that were
   * read or refused, and beside the list.
   *
   * @return how often each comes, by its path without places, such as
   *     {@code Images[].BlockDeviceMappings[].Ebs.NewMember}
   */
  public ImmutableSortedMultiset<String> allUnknownMembers() {
    ImmutableSortedMultiset.Builder<String> all = ImmutableSortedMultiset.naturalOrder();
    all.addAll(unknownMembers);
    for (ReadResult<T> record : records) {
      for (String path : record.unknownMembers()) {
        all.add(list + "[]." + path.replaceAll("\\[\\d+]", "[]"));
      }
    }
    return all.build();
  }

  /**
   * Returns why records were refused.
   *
   * @return the refusal with every broken rule, in which paths begin with the place of the record,
   *     such as {@code Images[3].ImageId}; empty if no record was refused
   */
  public Optional<Refusal> refusal() {
    return Refusal.ofAny(violations());
  }

  /**
   * Returns the values of all records, if none was refused.
   *
   * @return the values
   * @throws RuleViolationException if a record was refused; paths begin with its place, such as
   *     {@code Images[3].ImageId}
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
          violations.add(violation.within(list + "[" + i + "]"));
        }
      }
    }
    return violations.build();
  }
}
