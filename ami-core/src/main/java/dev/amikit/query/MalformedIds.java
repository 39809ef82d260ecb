package dev.amikit.query;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Violation;
import java.util.function.Function;

/** The malformed IDs that a builder of a query was given; EC2 tells of the first alone. */
final class MalformedIds {
  private ImmutableList<Violation> first = ImmutableList.of();

  /** Reads IDs in place of those that were read before, and returns those that are well formed. */
  <I> ImmutableList<I> wellFormed(String path, String[] ids, Function<String, I> reader) {
    first = ImmutableList.of();
    ImmutableList.Builder<I> wellFormed = ImmutableList.builder();
    for (int i = 0; i < ids.length; i++) {
      try {
        wellFormed.add(reader.apply(ids[i]));
      } catch (RuleViolationException e) {
        if (first.isEmpty()) {
          first = e.within("%s[%d]".formatted(path, i)).violations();
        }
      }
    }
    return wellFormed.build();
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
