package dev.amikit.registry.recyclebin;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Ordering;
import dev.amikit.page.PageRequest;
import dev.amikit.page.PageRules;
import dev.amikit.page.Result;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.RetentionRule.RuleLockState;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.Optional;

/**
 * {@code ListRules} of the Recycle Bin: the caller's retention rules in the Region that keep
 * resources of one type, in the order of their IDs.
 *
 * @param resourceType what they keep
 * @param resourceTags tags that a rule names as resource tags, all of them; at most 50, empty for
 *     rules with any or none
 * @param excludeResourceTags tags that a rule names as exclusion tags, all of them; at most 5, none
 *     beside resource tags, empty for rules with any or none
 * @param lockState how far they are locked by now, but not {@link RuleLockState#NONE}; empty for
 *     all rules
 * @param page which page; of rules it has 1 to 1,000, by default 1,000
 * @see <a
 *     href="https://docs.aws.amazon.com/recyclebin/latest/APIReference/API_ListRules.html">ListRules</a>
 */
public record ListRules(
    ResourceType resourceType,
    ImmutableSet<ResourceTag> resourceTags,
    ImmutableSet<ResourceTag> excludeResourceTags,
    Optional<RuleLockState> lockState,
    PageRequest page)
    implements Listing<RuleSummary> {
  /** That a rule was never locked is no word of the API. */
  public static final Rule LOCK_STATE = Rule.rule(
          "list-rules.lock-state",
          "retention rules are listed by the lock states locked, pending_unlock and unlocked",
          ErrorCode.VALIDATION_EXCEPTION,
          "Recycle Bin API reference, ListRules",
          "BIN-29")
      .saying(own("1 validation error detected: Value '{lockState}' at 'lockState' failed to"
          + " satisfy constraint: Member must satisfy enum value set: [locked,"
          + " pending_unlock, unlocked]"));

  /**
   * Refuses null.
   *
   * @param resourceType what they keep
   * @param resourceTags tags that a rule names as resource tags, all of them; at most 50, empty for
   *     rules with any or none
   * @param excludeResourceTags tags that a rule names as exclusion tags, all of them; at most 5,
   *     none beside resource tags, empty for rules with any or none
   * @param lockState how far they are locked by now, but not {@link RuleLockState#NONE}; empty for
   *     all rules
   * @param page which page; of rules it has 1 to 1,000, by default 1,000
   */
  public ListRules {
    requireNonNull(resourceType, "resourceType");
    requireNonNull(resourceTags, "resourceTags");
    requireNonNull(excludeResourceTags, "excludeResourceTags");
    requireNonNull(lockState, "lockState");
    requireNonNull(page, "page");
  }

  /**
   * Asks for all rules of a type, in pages as large as can be.
   *
   * @param resourceType what they keep
   */
  public ListRules(ResourceType resourceType) {
    this(resourceType, ImmutableSet.of(), ImmutableSet.of(), Optional.empty(), PageRequest.first());
  }

  @Override
  public ListRules on(PageRequest page) {
    return new ListRules(resourceType, resourceTags, excludeResourceTags, lockState, page);
  }

  @Override
  public PageRequest cut() {
    return page.orAtMost(PageRules.LARGEST_PAGE);
  }

  @Override
  public ImmutableList<Violation> malformed() {
    return ImmutableList.<Violation>builder()
        .addAll(RetentionRule.malformed(resourceTags, excludeResourceTags))
        .addAll(
            lockState.equals(Optional.of(RuleLockState.NONE))
                ? ImmutableList.of(LOCK_STATE.brokenBy("lockState", RuleLockState.NONE))
                : ImmutableList.of())
        .addAll(PageRules.ofRules(page.maxResults()))
        .build();
  }

  @Override
  public String request() {
    return "retention rules of " + resourceType + " " + sorted(resourceTags) + " but "
        + sorted(excludeResourceTags) + " " + lockState;
  }

  /** The same for equal sets; tags have no order. */
  private static ImmutableList<String> sorted(ImmutableSet<ResourceTag> tags) {
    return Ordering.natural()
        .immutableSortedCopy(Iterables.transform(tags, tag -> tag.key() + " " + tag.value()));
  }

  @Override
  public Outcome<Result<RuleSummary>> find(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      ImmutableList<RuleSummary> found = plan.here()
          .accounts()
          .retentionRules(plan.caller())
          .map(retention -> retention.at(plan.now()))
          .filter(this::isAskedFor)
          .map(RuleSummary::of)
          .collect(ImmutableList.toImmutableList());
      return Result.of(found, RuleSummary::identifier, () -> asked(situation), plan.now())
          .refusingTokensBy(PageRules.TOKEN_OF_RULES);
    });
  }

  private boolean isAskedFor(RetentionRule retention) {
    return retention.resourceType() == resourceType
        && retention.resourceTags().containsAll(resourceTags)
        && retention.excludeResourceTags().containsAll(excludeResourceTags)
        && lockState.map(asked -> retention.lockState() == asked).orElse(true);
  }
}
