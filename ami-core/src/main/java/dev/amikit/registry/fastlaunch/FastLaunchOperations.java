package dev.amikit.registry.fastlaunch;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Rule;

/** The operations on fast launch of Windows images. */
public final class FastLaunchOperations {
  private static final ImmutableList<Rule> RULES = ImmutableList.of(
      EnableFastLaunch.WINDOWS,
      EnableFastLaunch.RESOURCE_TYPE,
      EnableFastLaunch.TARGET,
      EnableFastLaunch.PARALLEL,
      EnableFastLaunch.ONE_TEMPLATE,
      EnableFastLaunch.TEMPLATE_NAMED,
      EnableFastLaunch.TEMPLATE_VERSION,
      EnableFastLaunch.CLEAN,
      EnableFastLaunch.PARALLEL_QUOTA);

  private FastLaunchOperations() {}

  /** {@return the rules of these operations alone} */
  public static ImmutableList<Rule> rules() {
    return RULES;
  }
}
