package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RuleId;
import dev.amikit.rule.Violation;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/** What became of an attempt to build a value. */
public final class BuildingAssert extends AbstractAssert<BuildingAssert, Optional<Refusal>> {
  private final ImmutableList<Violation> selected;

  BuildingAssert(Optional<Refusal> refusal) {
    this(refusal, refusal.map(Refusal::violations).orElse(ImmutableList.of()));
  }

  private BuildingAssert(Optional<Refusal> refusal, ImmutableList<Violation> selected) {
    super(refusal, BuildingAssert.class);
    this.selected = selected;
  }

  /**
   * Checks that the value was built.
   *
   * @return this
   */
  @CanIgnoreReturnValue
  public BuildingAssert succeeds() {
    actual.ifPresent(refusal -> failWithMessage(
        "Expected a value but it was refused: %s", explained(refusal.violations())));
    return this;
  }

  /**
   * Checks that the value was refused by a rule, whatever others it broke besides.
   *
   * @param rule the ID of the rule
   * @return an assertion on the violations of this rule
   */
  @CanIgnoreReturnValue
  public BuildingAssert isRefusedBy(String rule) {
    requireNonNull(rule, "rule");
    checkRefused();
    return narrowedTo(
        violation -> violation.rule().id().equals(new RuleId(rule)), "a refusal by " + rule);
  }

  /**
   * Checks that the value was refused by these rules and no others.
   *
   * @param rules the IDs of the rules, in any order
   * @return this
   */
  @CanIgnoreReturnValue
  public BuildingAssert isRefusedOnlyBy(String... rules) {
    requireNonNull(rules, "rules");
    checkRefused();
    ImmutableSet<String> broken = selected.stream()
        .map(violation -> violation.rule().id().value())
        .collect(ImmutableSet.toImmutableSet());
    if (!broken.equals(ImmutableSet.copyOf(rules))) {
      failWithMessage(
          "Expected a refusal by %s only but it was by %s",
          String.join(", ", rules), String.join(", ", broken));
    }
    return this;
  }

  /**
   * Checks that one of the violations is of an attribute.
   *
   * @param path the attribute, such as {@code rootDeviceType}; empty for the value itself
   * @return an assertion on the violations of this attribute
   */
  @CanIgnoreReturnValue
  public BuildingAssert at(String path) {
    requireNonNull(path, "path");
    return narrowedTo(violation -> violation.path().equals(path), "a violation at '" + path + "'");
  }

  private BuildingAssert narrowedTo(Predicate<Violation> wanted, String description) {
    ImmutableList<Violation> left =
        selected.stream().filter(wanted).collect(ImmutableList.toImmutableList());
    if (left.isEmpty()) {
      failWithMessage("Expected %s but found: %s", description, explained(selected));
    }
    return new BuildingAssert(actual, left);
  }

  private void checkRefused() {
    if (actual.isEmpty()) {
      failWithMessage("Expected a refusal but the value was built");
    }
  }

  private static String explained(Collection<Violation> violations) {
    return violations.stream().map(Violation::explanation).collect(joining("; "));
  }
}
