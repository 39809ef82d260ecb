package dev.amikit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** What a test says about a value that must be refused. */
public final class Refusals {
  private Refusals() {}

  /** Checks that a value is refused, and by exactly these rules, in this order. */
  public static void assertRefused(Callable<?> making, String... ruleIds) {
    assertThat(violations(making)).extracting(v -> v.rule().id().value()).containsExactly(ruleIds);
  }

  /** Checks that a value is refused by one rule only, at a path, with an error code. */
  public static void assertRefused(
      Callable<?> making, String ruleId, String path, ErrorCode errorCode) {
    assertThat(violations(making))
        .extracting(v -> v.rule().id().value(), Violation::path, v -> v.rule().errorCode())
        .containsExactly(tuple(ruleId, path, errorCode));
  }

  private static List<Violation> violations(Callable<?> making) {
    List<Violation> found = new ArrayList<>();
    assertThatThrownBy(making::call)
        .isInstanceOfSatisfying(
            RuleViolationException.class, refusal -> found.addAll(refusal.violations()));
    return found;
  }
}
