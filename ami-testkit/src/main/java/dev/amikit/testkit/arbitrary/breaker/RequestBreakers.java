package dev.amikit.testkit.arbitrary.breaker;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.RuleCatalogue;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleId;
import dev.amikit.testkit.arbitrary.registry.Request;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * For every rule that operations of a registry are refused by: an operation, and a situation in
 * which it breaks this rule and no other. Ask an own registry for the same and see what it answers.
 * {@link dev.amikit.testkit.arbitrary.RuleBreakers} are their like for values, and
 * {@link dev.amikit.testkit.arbitrary.CommandBreakers} for commands to one image or snapshot.
 */
public final class RequestBreakers {
  private static final ImmutableMap<RuleId, Arbitrary<Request<?>>> REQUESTS = Stream.of(
          AccountRequestBreakers.ALL,
          RegisterImageRequestBreakers.ALL,
          DeviceRequestBreakers.ALL,
          CopyImageRequestBreakers.ALL,
          CreateImageRequestBreakers.ALL,
          ImageRequestBreakers.ALL,
          ImageLifeRequestBreakers.ALL,
          RecycleBinRequestBreakers.ALL,
          TagRequestBreakers.ALL,
          SnapshotRequestBreakers.ALL,
          InstanceRequestBreakers.ALL,
          StorageRequestBreakers.ALL,
          UsageRequestBreakers.ALL,
          FastLaunchRequestBreakers.ALL,
          QueryRequestBreakers.ALL)
      .flatMap(requests -> requests.entrySet().stream())
      .collect(toImmutableMap(entry -> new RuleId(entry.getKey()), entry -> entry.getValue()));

  private RequestBreakers() {}

  /** {@return the rules that there are breakers of} */
  public static ImmutableSet<RuleId> rules() {
    return REQUESTS.keySet();
  }

  /**
   * Requests that break one rule.
   *
   * @param rule the ID of the rule
   * @return an arbitrary of refused requests
   * @throws IllegalArgumentException if no operation is refused by such a rule
   */
  public static Arbitrary<RefusedRequest> of(RuleId rule) {
    requireNonNull(rule, "rule");
    Rule broken = RuleCatalogue.find(rule)
        .orElseThrow(() -> new IllegalArgumentException("there is no rule " + rule));
    Arbitrary<Request<?>> requests = REQUESTS.get(rule);
    if (requests == null) {
      throw new IllegalArgumentException("no operation is refused by " + rule);
    }
    return requests.map(request -> new RefusedRequest(broken, request)).withoutEdgeCases();
  }

  /**
   * Requests that break one rule.
   *
   * @param rule the ID of the rule, such as {@code image-name.free}
   * @return an arbitrary of refused requests
   * @throws IllegalArgumentException if no operation is refused by such a rule
   */
  public static Arbitrary<RefusedRequest> of(String rule) {
    requireNonNull(rule, "rule");
    return of(new RuleId(rule));
  }

  /** {@return requests that break any rule, each as often as the others} */
  public static Arbitrary<RefusedRequest> any() {
    return Arbitraries.oneOf(rules().stream().map(RequestBreakers::of).toList()).withoutEdgeCases();
  }
}
