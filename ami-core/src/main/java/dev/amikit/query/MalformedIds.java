package dev.amikit.query;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Violation;
import java.util.function.Consumer;
import java.util.function.Function;

/** The malformed IDs that a builder of a query was given; EC2 tells of the first alone. */
final class MalformedIds {
  private ImmutableList<Violation> first = ImmutableList.of();

  /** Reads IDs, and hands on those that are well formed. */
  <I> void read(String path, String[] ids, Function<String, I> reader, Consumer<I> wellFormed) {
    for (String id : ids) {
      try {
        wellFormed.accept(reader.apply(id));
      } catch (RuleViolationException e) {
        if (first.isEmpty()) {
          first = e.within(path).violations();
        }
      }
    }
  }

  /** Refuses a query that has a malformed ID, or breaks other rules. */
  void refuse(ImmutableList<Violation> others) {
    ImmutableList<Violation> all =
        ImmutableList.<Violation>builder().addAll(first).addAll(others).build();
    if (!all.isEmpty()) {
      throw new RuleViolationException(all);
    }
  }
}
