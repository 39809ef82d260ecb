package dev.amikit.testkit.arbitrary.breaker;

import static java.util.Objects.requireNonNull;

import dev.amikit.registry.operation.Outcome;
import dev.amikit.rule.Rule;
import dev.amikit.testkit.arbitrary.registry.Request;

/**
 * A request that a rule does not let pass.
 *
 * @param rule the rule that it breaks
 * @param request the request
 */
public record RefusedRequest(Rule rule, Request<?> request) {
  /**
   * Refuses null.
   *
   * @param rule the rule that it breaks
   * @param request the request
   */
  public RefusedRequest {
    requireNonNull(rule, "rule");
    requireNonNull(request, "request");
  }

  /** {@return what comes of the request: a refusal by the rule} */
  public Outcome<?> decide() {
    return request.decide();
  }

  /** Returns the rule that is broken, and by what. */
  @Override
  public String toString() {
    return "a request that breaks %s: %s".formatted(rule, request);
  }
}
