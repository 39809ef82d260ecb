package dev.amikit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.amikit.lifecycle.Command;
import dev.amikit.lifecycle.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a test says about a value, a command or a call that must be refused. */
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

  /** Checks that a command is refused by one rule only, with an error code, and changes nothing. */
  public static <S> void assertRefused(
      Command<S> command, S subject, Instant now, String ruleId, String errorCode) {
    Decision<S> decision = command.decide(subject, now);
    assertThat(decision.refusal())
        .as("%s of %s", command, subject)
        .hasValueSatisfying(refusal -> assertNames(refusal, errorCode, ruleId));
    assertThat(decision.events()).isEmpty();
    assertThat(decision.applyTo(subject)).isSameAs(subject);
  }

  /** Checks that a call is refused with an error code by exactly these rules; the state stays. */
  public static void assertRefused(
      Supplier<?> state, ThrowingCallable call, ErrorCode errorCode, Rule... rules) {
    String[] ruleIds = Stream.of(rules).map(rule -> rule.id().value()).toArray(String[]::new);
    assertRefused(state, call, errorCode.toString(), ruleIds);
  }

  /** Checks that a call is refused with an error code by exactly these rules; the state stays. */
  public static void assertRefused(
      Supplier<?> state, ThrowingCallable call, String errorCode, String... ruleIds) {
    Object before = state.get();
    RefusedException refused = catchThrowableOfType(RefusedException.class, call);
    assertThat(refused).as("the call must be refused").isNotNull();
    assertNames(refused.refusal(), errorCode, ruleIds);
    assertThat(state.get()).isEqualTo(before);
  }

  /** Checks what EC2 would say to a call, code and message, letter by letter. */
  public static void assertSays(ThrowingCallable call, String errorCode, String message) {
    RefusedException refused = catchThrowableOfType(RefusedException.class, call);
    assertThat(refused).as("the call must be refused").isNotNull();
    assertThat(refused.refusal()).hasToString(errorCode + ": " + message);
  }

  private static void assertNames(Refusal refusal, String errorCode, String... ruleIds) {
    assertThat(refusal.errorCode()).as(refusal.message()).hasToString(errorCode);
    refusal.violations().forEach(Refusals::assertAllPlacesFilled);
    assertThat(refusal.violations())
        .extracting(violation -> violation.rule().id().value())
        .containsExactly(ruleIds);
  }

  /** No place of a message may be left open: whoever reads it must not see a name in braces. */
  private static void assertAllPlacesFilled(Violation violation) {
    assertThat(violation.template().places())
        .as("places of '%s'", violation.template())
        .noneMatch(place -> violation.message().contains("{" + place + "}"));
  }

  private static List<Violation> violations(Callable<?> making) {
    List<Violation> found = new ArrayList<>();
    assertThatThrownBy(making::call)
        .isInstanceOfSatisfying(
            RuleViolationException.class, refusal -> found.addAll(refusal.violations()));
    found.forEach(Refusals::assertAllPlacesFilled);
    return found;
  }
}
