package dev.amikit.jackson;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is found while one record is read: every broken rule, and every member nobody knows. */
final class Reading {
  private final Shared shared;
  private final List<Object> path = new ArrayList<>();
  private final List<Violation> violations = new ArrayList<>();
  private final List<String> unknownMembers = new ArrayList<>();

  Reading(Shared shared) {
    this.shared = shared;
  }

  /** Goes into an attribute (a text) or an element (its index). */
  void enter(Object step) {
    path.add(step);
  }

  /** Comes back from where {@link #enter} went. */
  void leave() {
    path.remove(path.size() - 1);
  }

  void refuse(Rule rule, Object found) {
    violations.add(rule.brokenBy(pathTo(""), found));
  }

  /** Returns what is made; null if it is refused, which is then known. */
  <V> @Nullable V check(Supplier<@Nullable V> value) {
    try {
      return value.get();
    } catch (RefusedException refused) {
      for (Violation v : refused.violations()) {
        violations.add(v.at(pathTo(v.path())));
      }
      return null;
    }
  }

  void unknown(String member) {
    unknownMembers.add(pathTo(member));
  }

  <V> V share(V value) {
    return shared.share(value);
  }

  int refusals() {
    return violations.size();
  }

  ImmutableList<Violation> violations() {
    return ImmutableList.copyOf(violations);
  }

  ImmutableList<String> unknownMembers() {
    return ImmutableList.copyOf(unknownMembers);
  }

  private String pathTo(String last) {
    StringBuilder text = new StringBuilder();
    for (Object step : path) {
      if (step instanceof Integer index) {
        text.append('[').append(index.intValue()).append(']');
      } else {
        append(text, step.toString());
      }
    }
    append(text, last);
    return text.toString();
  }

  private static void append(StringBuilder text, String name) {
    if (text.length() > 0 && !name.isEmpty()) {
      text.append('.');
    }
    text.append(name);
  }
}
