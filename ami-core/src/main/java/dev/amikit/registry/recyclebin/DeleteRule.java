package dev.amikit.registry.recyclebin;

import static java.util.Objects.requireNonNull;

import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.RetentionRuleEvent;

/**
 * {@code DeleteRule} of the Recycle Bin; what lies there already stays as long as it would have.
 *
 * @param identifier the rule, which is not locked
 * @see <a
 *     href="https://docs.aws.amazon.com/recyclebin/latest/APIReference/API_DeleteRule.html">DeleteRule</a>
 */
public record DeleteRule(String identifier) implements Operation<Return> {
  /**
   * Refuses null.
   *
   * @param identifier the rule, which is not locked
   */
  public DeleteRule {
    requireNonNull(identifier, "identifier");
  }

  @Override
  public Outcome<Return> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      RetentionRules.changeable(plan, identifier);
      plan.happens(
          new RetentionRuleEvent.RetentionRuleDeleted(plan.region(), plan.caller(), identifier));
      return Return.TRUE;
    });
  }
}
