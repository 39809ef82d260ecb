package dev.amikit.rule;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.MISSING_PARAMETER;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import dev.amikit.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {
  private static final Rule EVEN = Rule.rule(
      "number.even", "a number is even", INVALID_PARAMETER_VALUE, "arithmetic", "NUM-01", "NUM-02");
  private static final Rule SMALL =
      Rule.rule("number.small", "a number is small", MISSING_PARAMETER, "arithmetic", "NUM-03");

  @ParameterizedTest
  @ValueSource(strings = {"a.b", "ami.windows-requires-ebs-root", "ec2.v2-0"})
  void a_rule_id_is_words_around_one_dot(String text) {
    assertThat(new RuleId(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a.b.c", "A.b", "a.b c", "a_b.c", "é.b"})
  void anything_else_is_no_rule_id(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new RuleId(text));
  }

  @Test
  void a_rule_carries_what_it_was_made_with_and_shows_its_id() {
    assertThat(EVEN.id()).isEqualTo(new RuleId("number.even")).isLessThan(SMALL.id());
    assertThat(EVEN.sentence()).isEqualTo("a number is even");
    assertThat(EVEN.errorCode()).isEqualTo(INVALID_PARAMETER_VALUE);
    assertThat(EVEN.source()).isEqualTo("arithmetic");
    assertThat(EVEN.rulebook()).containsExactly("NUM-01", "NUM-02");
    assertThat(EVEN).hasToString("number.even");
  }

  @Test
  void a_violation_tells_sentence_path_value_rule_and_code() {
    assertThat(EVEN.brokenBy("counts.first", 7))
        .hasToString(
            "a number is even, but counts.first was '7'" + " [number.even, InvalidParameterValue]");
    assertThat(EVEN.brokenBy("", 7).explanation())
        .isEqualTo("a number is even, but it was '7' [number.even, InvalidParameterValue]");
  }

  @Test
  void a_hint_stands_in_the_explanation_and_not_in_what_ec2_says() {
    Violation violation = EVEN.brokenBy("n", 7).hinting("6 or 8");
    assertThat(violation)
        .hasToString(
            "a number is even, but n was '7' (6 or 8) [number.even, InvalidParameterValue]");
    assertThat(violation.message()).isEqualTo(EVEN.brokenBy("n", 7).message());
    assertThat(violation.within("m").hint()).isEqualTo("6 or 8");
  }

  @Test
  void paths_nest() {
    assertThat(EVEN.brokenBy("b", 7).within("a").path()).isEqualTo("a.b");
    assertThat(EVEN.brokenBy("", 7).within("a").path()).isEqualTo("a");
    assertThat(EVEN.brokenBy("c", 7).within("b[1]").within("a").path()).isEqualTo("a.b[1].c");
  }

  @Test
  void a_long_value_is_cut_in_the_explanation_and_whole_in_the_violation() {
    Violation longest = EVEN.brokenBy("n", "7".repeat(200));
    Violation longer = EVEN.brokenBy("n", "7".repeat(201));
    assertThat(longest.explanation()).contains("'" + "7".repeat(200) + "'").doesNotContain("…");
    assertThat(longer.explanation()).contains("'" + "7".repeat(200) + "…' (201 characters)");
    assertThat(longer.found()).hasSize(201);
  }

  @Test
  void without_words_of_ec2_the_library_speaks_in_its_manner() {
    assertThat(EVEN.brokenBy("counts[1].first[2]", 7).message())
        .isEqualTo("Value (7) for parameter first is invalid. A number is even.");
    assertThat(EVEN.brokenBy("", 7).message())
        .isEqualTo("Value (7) for parameter number is invalid. A number is even.");
    assertThat(SMALL.brokenBy("n", "absent").message())
        .isEqualTo("The request must contain the parameter n");
    assertThat(EVEN.messages())
        .singleElement()
        .satisfies(own -> assertThat(own.evidence()).isEqualTo(MessageTemplate.Evidence.OWN));
  }

  @Test
  void places_are_filled_by_value_path_and_what_is_told() {
    MessageTemplate usual = MessageTemplate.recorded("{n} is no {kind}: {value}");
    MessageTemplate other = MessageTemplate.quoted("Odd.");
    Rule rule = EVEN.saying(usual, other);
    assertThat(usual.places()).containsExactly("n", "kind", "value");
    assertThat(rule.messages()).containsExactly(usual, other);
    assertThat(rule.brokenBy("list[3].n", 7).with("kind", "even number").message())
        .isEqualTo("7 is no even number: 7");
    assertThat(rule.brokenBy("m", 7)
            .with("n", "m")
            .with("kind", "k")
            .within("outer")
            .message())
        .isEqualTo("m is no k: 7");
    assertThat(rule.brokenBy("m", 7).saying(other).message()).isEqualTo("Odd.");
    assertThat(rule.brokenBy("m", 7).saying(other).at("n").path()).isEqualTo("n");
    assertThat(rule.brokenBy("m", 7).message())
        .as("no place is guessed")
        .isEqualTo("{n} is no {kind}: 7");
  }

  @Test
  void a_violation_says_only_what_its_rule_says() {
    Violation violation = EVEN.brokenBy("n", 7);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> violation.saying(MessageTemplate.own("Odd.")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rule(
            EVEN.id(), "", INVALID_PARAMETER_VALUE, "", ImmutableList.of(), ImmutableList.of()));
  }

  @Test
  void no_optional_shows_in_what_was_found() {
    assertThat(EVEN.brokenBy("n", Optional.of(7)).found()).isEqualTo("7");
    assertThat(EVEN.brokenBy("n", Optional.empty()).found()).isEqualTo("absent");
  }

  @Test
  void a_broken_rule_is_told_in_words_of_ec2_and_explained_below() {
    assertThat(EVEN.refuse("n", 7)).isInstanceOf(RefusedException.class).hasMessage("""
            InvalidParameterValue: Value (7) for parameter n is invalid. A number is even.
              - a number is even, but n was '7' [number.even, InvalidParameterValue]""");
  }

  @Test
  void several_broken_rules_are_told_one_a_line() {
    RuleViolationException refusal = new RuleViolationException(
        ImmutableList.of(EVEN.brokenBy("n", 77), SMALL.brokenBy("n", 77)));
    assertThat(refusal).hasMessage("""
            InvalidParameterValue: Value (77) for parameter n is invalid. A number is even.
              - a number is even, but n was '77' [number.even, InvalidParameterValue]
              - a number is small, but n was '77' [number.small, MissingParameter]""");
  }

  @Test
  @Rules({"DEC-161"})
  void a_refused_value_and_a_refused_call_are_caught_by_one_type() {
    RuleViolationException value = EVEN.refuse("n", 7);
    RefusedException call = Refusal.of(EVEN.brokenBy("n", 7)).toException();
    assertThat(List.of(value, call, new MissingAttributesException("n"))).allSatisfy(refused -> {
      assertThat(refused.errorCode()).isEqualTo(refused.refusal().errorCode());
      assertThat(refused.errorMessage()).isEqualTo(refused.refusal().message());
      assertThat(refused.violations()).isEqualTo(refused.refusal().violations()).isNotEmpty();
    });
    assertThat(value.refusal()).isEqualTo(call.refusal());
  }

  @Test
  void a_refused_value_is_a_refusal_with_code_words_and_rules() {
    ImmutableList<Violation> broken =
        ImmutableList.of(EVEN.brokenBy("n", 77), SMALL.brokenBy("n", 77));
    RefusedException refused = new RuleViolationException(broken);
    assertThat(refused.refusal()).isEqualTo(new Refusal(broken));
    assertThat(refused.errorCode()).isEqualTo(INVALID_PARAMETER_VALUE);
    assertThat(refused.errorMessage()).isEqualTo(broken.get(0).message());
    assertThat(refused.violations()).isEqualTo(broken);
  }

  @Test
  void a_refused_request_is_told_with_its_code() {
    RefusedException refused = Refusal.of(EVEN.brokenBy("n", 7)).toException();
    assertThat(refused).hasMessage("""
            InvalidParameterValue: Value (7) for parameter n is invalid. A number is even.
              - a number is even, but n was '7' [number.even, InvalidParameterValue]""");
    assertThat(refused.violations()).containsExactly(EVEN.brokenBy("n", 7));
  }

  @Test
  void a_refusal_within_another_value_nests_every_path() {
    RuleViolationException refusal =
        new RuleViolationException(ImmutableList.of(EVEN.brokenBy("n", 7), SMALL.brokenBy("", 7)));
    assertThat(refusal.within("outer").violations())
        .extracting(Violation::path)
        .containsExactly("outer.n", "outer");
  }

  @Test
  void a_refusal_names_at_least_one_rule() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RuleViolationException(ImmutableList.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Refusal(ImmutableList.of()));
    assertThat(Refusal.ofAny(ImmutableList.of())).isEmpty();
  }

  @Test
  void a_pass_tells_all_that_a_value_breaks_in_its_order() {
    assertThat(brokenBy(8).orKeep(8)).isEqualTo(8);
    assertThat(brokenBy(8)).isSameAs(Broken.NOTHING);
    assertThat(Broken.NOTHING.violations()).isEmpty();
    assertRefused(() -> brokenBy(7).orKeep(7), "number.even");
    assertRefused(() -> brokenBy(10).orKeep(10), "number.small");
    assertRefused(() -> brokenBy(11).orKeep(11), "number.even", "number.small");
    assertThat(brokenBy(11)).hasToString(brokenBy(11).violations().toString());
  }

  @Test
  void a_pass_goes_on_where_parts_have_been_asked_before() {
    Violation odd = EVEN.brokenBy("n", 11);
    assertThat(Broken.NOTHING.and(Optional.empty())).isSameAs(Broken.NOTHING);
    assertThat(Broken.NOTHING.and(ImmutableList.of())).isSameAs(Broken.NOTHING);
    assertThat(Broken.NOTHING.and(Optional.of(odd)).violations()).containsExactly(odd);
    assertThat(Broken.NOTHING.and(odd).and(brokenBy(11).violations()).and(odd).violations())
        .containsExactly(odd, odd, SMALL.brokenBy("n", 11), odd);
  }

  private static Broken brokenBy(int n) {
    Broken broken = Broken.NOTHING;
    if (n % 2 != 0) {
      broken = broken.and(EVEN.brokenBy("n", n));
    }
    return n < 10 ? broken : broken.and(SMALL.brokenBy("n", n));
  }

  @Test
  void a_builder_names_every_attribute_that_it_lacks() {
    MissingAttributesException refusal = catchThrowableOfType(
        MissingAttributesException.class, () -> Snapshot.builder().volumeSize(8).build());
    assertThat(refusal).isNotNull().isInstanceOf(RuleViolationException.class);
    assertThat(refusal.errorCode()).isEqualTo(MISSING_PARAMETER);
    assertThat(refusal.violations())
        .allSatisfy(v -> assertThat(v.rule()).isEqualTo(MissingAttributesException.REQUIRED))
        .extracting(Violation::path)
        .containsExactlyInAnyOrder("snapshotId", "ownerId", "state", "startTime");
    assertThat(refusal.errorMessage())
        .isEqualTo("The request must contain the parameters snapshotId, ownerId, state, startTime");
    // MSG-129: a member of a request that is missing alone is spelled as the Query API does.
    assertThat(new MissingAttributesException("imageId").errorMessage())
        .isEqualTo("The request must contain the parameter ImageId");
  }
}
