package dev.amikit.lifecycle.fastlaunch;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.rule.Rule;
import java.util.Arrays;

/** The rules of what can be done with fast launch of an image. */
public final class FastLaunchLifeCycleRules {
  private static final ImmutableList<Rule> RULES = Arrays.stream(FastLaunchAction.values())
      .map(FastLaunchAction::rule)
      .filter(rule -> !rule.equals(FastLaunch.PRESENT))
      .distinct()
      .collect(toImmutableList());

  private FastLaunchLifeCycleRules() {}

  /**
   * {@return the rules of the actions, some of which share one; that there is fast launch is a rule
   * of the fast launch itself}
   */
  public static ImmutableList<Rule> all() {
    return RULES;
  }
}
