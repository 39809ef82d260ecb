package dev.amikit.registry.instance;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.InstanceId;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;

/** What holds when the life of an instance goes on. */
final class InstanceRules {
  static final Rule STATE = Rule.rule(
      "instance.state",
      "a terminated instance is neither started nor stopped, nor does a volume come or go",
      ErrorCode.INCORRECT_STATE,
      "EC2 User Guide, Instance lifecycle",
      "LAUNCH-42");

  static final Rule STOPPABLE = Rule.rule(
      "instance.stoppable",
      "an instance with its root on instance store is not stopped",
      ErrorCode.UNSUPPORTED_OPERATION,
      "error codes, UnsupportedOperation",
      "ROOT-13");

  private static final ImmutableSet<InstanceState> PRESENT = ImmutableSet.of(
      InstanceState.PENDING, InstanceState.RUNNING, InstanceState.STOPPING, InstanceState.STOPPED);

  private InstanceRules() {}

  /** An instance of the caller that is still there. */
  static Instance present(Plan plan, InstanceId id) {
    Instance instance = plan.ownInstance(id);
    plan.require(PRESENT.contains(instance.state()), STATE, "instanceId", instance.state());
    return instance;
  }
}
