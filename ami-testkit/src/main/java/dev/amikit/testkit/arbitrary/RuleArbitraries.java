package dev.amikit.testkit.arbitrary;

import com.google.common.collect.ImmutableList;
import dev.amikit.RuleCatalogue;
import dev.amikit.rule.Broken;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.MissingAttributesException;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleId;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Violation;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Rules, and what is said when they are broken. What breaks a rule indeed is made by
 * {@link RuleBreakers} and {@link CommandBreakers}.
 */
public final class RuleArbitraries {
  private static final int LONG = 40;
  private static final int MOST_VIOLATIONS = 3;

  private RuleArbitraries() {}

  /** {@return the rules of the catalogue, each as often as the others} */
  public static Arbitrary<Rule> rules() {
    return Arbitraries.of(RuleCatalogue.all());
  }

  /** {@return IDs of rules of the catalogue, and now and then of one that is still to come} */
  public static Arbitrary<RuleId> ruleIds() {
    return Arbitraries.frequencyOf(
        Tuple.of(9, rules().map(Rule::id)),
        Tuple.of(
            1, Arbitraries.integers().between(1, 999).map(n -> new RuleId("new-rule.no-" + n))));
  }

  /** {@return what EC2 says when a rule of the catalogue is broken, its places not filled} */
  public static Arbitrary<MessageTemplate> messageTemplates() {
    return Arbitraries.of(RuleCatalogue.all().stream()
        .flatMap(rule -> rule.messages().stream())
        .distinct()
        .toList());
  }

  /**
   * {@return violations of any rule of the catalogue, told of a value as a whole, of a member, or
   * of one deep inside; each says one of the messages of its rule, all of whose places are filled}
   */
  public static Arbitrary<Violation> violations() {
    return Combinators.combine(
            rules(),
            Arbitraries.of("", "imageId", "blockDeviceMappings[2].ebs.iops"),
            Arbitraries.frequencyOf(
                Tuple.of(19, Arbitraries.of("absent", "", "0", "ami-0abcdef1234567890")),
                Tuple.of(1, Arbitraries.just("golden-".repeat(LONG))),
                Tuple.of(1, TagArbitraries.texts(0, LONG))),
            Arbitraries.integers().between(0, 9),
            Arbitraries.of("", "", "4 to 16,384 GiB", "did you mean owner-id?"))
        .as((rule, path, found, choice, hint) -> {
          MessageTemplate said = rule.messages().get(choice % rule.messages().size());
          return filled(rule.brokenBy(path, found).saying(said).hinting(hint));
        })
        .withoutEdgeCases();
  }

  /** {@return what one pass over a value finds: nothing, or up to three violations} */
  public static Arbitrary<Broken> brokenRules() {
    return violations().list().ofMaxSize(MOST_VIOLATIONS).map(found -> {
      Broken broken = Broken.NOTHING;
      for (Violation violation : found) {
        broken = broken.and(violation);
      }
      return broken;
    });
  }

  /** {@return refusals for one to three violations, the code being that of the first} */
  public static Arbitrary<Refusal> refusals() {
    return someViolations().map(Refusal::new);
  }

  /** {@return exceptions that carry a refusal, of all kinds} */
  public static Arbitrary<RefusedException> refusedExceptions() {
    return Arbitraries.oneOf(refusals().map(RefusedException::new), ruleViolationExceptions());
  }

  /** {@return exceptions for values that cannot be made, those without all they need included} */
  public static Arbitrary<RuleViolationException> ruleViolationExceptions() {
    return Arbitraries.oneOf(
        someViolations().map(RuleViolationException::new), missingAttributesExceptions());
  }

  /** {@return exceptions for values that lack one to three attributes} */
  public static Arbitrary<MissingAttributesException> missingAttributesExceptions() {
    return Arbitraries.of("imageId", "ownerId", "state", "architecture", "snapshotId")
        .set()
        .ofMinSize(1)
        .ofMaxSize(MOST_VIOLATIONS)
        .map(attributes -> new MissingAttributesException(attributes.toArray(String[]::new)));
  }

  private static Arbitrary<ImmutableList<Violation>> someViolations() {
    return violations().list().ofMinSize(1).ofMaxSize(MOST_VIOLATIONS).map(ImmutableList::copyOf);
  }

  /** A violation with what was found at each place that its path and its value do not fill. */
  private static Violation filled(Violation violation) {
    Violation filled = violation;
    for (String place : violation.template().places()) {
      if (!place.equals("parameter") && !place.equals("value")) {
        filled = filled.with(place, violation.found());
      }
    }
    return filled;
  }
}
