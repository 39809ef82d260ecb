package dev.amikit.jackson;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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

  /** Goes into a member (its name) or an element (its index). */
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

  /** Returns what is made of one text or figure; null if it is refused, which is then known. */
  <V> @Nullable V check(Supplier<V> value) {
    return check(value, path -> "");
  }

  /**
   * Returns what is made of members; null if it is refused, which is then known. The paths that
   * rules of the domain tell are spelt as the form does.
   */
  <V> @Nullable V check(Form<?> form, Supplier<@Nullable V> value) {
    return check(value, path -> requireNonNullElse(form.spell(path), path));
  }

  private <V> @Nullable V check(Supplier<@Nullable V> value, UnaryOperator<String> spelling) {
    try {
      return value.get();
    } catch (RefusedException refused) {
      for (Violation violation : refused.violations()) {
        String path = Arrays.stream(violation.path().split(", "))
            .map(spelling)
            .map(this::pathTo)
            .collect(joining(", "));
        violations.add(withItsWords(violation).at(path));
      }
      return null;
    }
  }

  /** The violation in words that do not change with its path: a member is a place of its name. */
  private static Violation withItsWords(Violation violation) {
    String path = violation.path();
    String member = path.substring(path.lastIndexOf('.') + 1);
    return violation.template().places().contains(member) && !violation.places().containsKey(member)
        ? violation.with(member, violation.found())
        : violation;
  }

  void unknown(String member) {
    unknownMembers.add(pathTo(member));
  }

  /** How many members nobody knows were told so far. */
  int unknownMembersSoFar() {
    return unknownMembers.size();
  }

  /**
   * Puts a step before the paths of unknown members that were told since there were so many. It
   * spares entering each member for the few that have something to tell.
   */
  void within(Object step, int since) {
    if (since < unknownMembers.size()) {
      enter(step);
      unknownMembers.subList(since, unknownMembers.size()).replaceAll(this::pathTo);
      leave();
    }
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
    if (text.length() > 0 && !name.isEmpty() && name.charAt(0) != '[') {
      text.append('.');
    }
    text.append(name);
  }
}
