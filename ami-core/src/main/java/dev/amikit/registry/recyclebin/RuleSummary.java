package dev.amikit.registry.recyclebin;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.Arn;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.RuleLockState;
import java.util.Optional;

/**
 * What a list of retention rules tells of one; {@link GetRule} tells the rest.
 *
 * @param identifier its ID, 11 letters or digits
 * @param description what its maker says of it; at most 255 characters, at least an empty text
 * @param retentionPeriodDays for how many days it keeps what is deleted, from 1 to 365
 * @param lockState how far it is locked by now
 * @param ruleArn its ARN; empty in answers of before rules had one
 * @see <a
 *     href="https://docs.aws.amazon.com/recyclebin/latest/APIReference/API_RuleSummary.html">RuleSummary</a>
 */
public record RuleSummary(
    String identifier,
    String description,
    int retentionPeriodDays,
    RuleLockState lockState,
    Optional<Arn> ruleArn) {
  /**
   * Refuses null.
   *
   * @param identifier its ID, 11 letters or digits
   * @param description what its maker says of it; at most 255 characters, at least an empty text
   * @param retentionPeriodDays for how many days it keeps what is deleted, from 1 to 365
   * @param lockState how far it is locked by now
   * @param ruleArn its ARN; empty in answers of before rules had one
   */
  public RuleSummary {
    requireNonNull(identifier, "identifier");
    requireNonNull(description, "description");
    requireNonNull(lockState, "lockState");
    requireNonNull(ruleArn, "ruleArn");
  }

  static RuleSummary of(RetentionRule retention) {
    return new RuleSummary(
        retention.identifier(),
        retention.description(),
        retention.retentionPeriodDays(),
        retention.lockState(),
        retention.ruleArn());
  }
}
