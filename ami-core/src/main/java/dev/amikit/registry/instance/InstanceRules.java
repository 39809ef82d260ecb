package dev.amikit.registry.instance;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.amikit.rule.MessageTemplate.documented;
import static dev.amikit.rule.MessageTemplate.quoted;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.DeviceName;
import dev.amikit.id.InstanceId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.page.PageRules;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.VolumeEvent.VolumeAttached;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.MissingAttributesException;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** What holds when the life of an instance goes on. */
final class InstanceRules {
  static final MessageTemplate NOT_STARTED =
      quoted("The instance '{instanceId}' is not in a state from which it can be started.");
  static final MessageTemplate NEVER_RUNNING = quoted(
      "Instance '{instanceId}' cannot be stopped as it has never reached the 'running' state.");

  static final Rule STATE = Rule.rule(
          "instance.state",
          "an instance is stopped once it runs, started once it is stopped, and neither when"
              + " it is gone",
          ErrorCode.INCORRECT_INSTANCE_STATE,
          "EC2 User Guide, Instance lifecycle; error codes, IncorrectInstanceState",
          "LAUNCH-42")
      .saying(
          quoted("This instance '{instanceId}' is not in a state from which it can be stopped."),
          NOT_STARTED,
          NEVER_RUNNING);

  static final Rule STOPPABLE = Rule.rule(
          "instance.stoppable",
          "an instance with its root on instance store is not stopped",
          ErrorCode.UNSUPPORTED_OPERATION,
          "error codes, UnsupportedOperation",
          "ROOT-13")
      .saying(quoted("The instance '{instanceId}' does not have an 'ebs' root device type and"
          + " cannot be stopped."));

  static final Rule ROOT_ATTACHED = Rule.rule(
          "instance.root-attached",
          "an instance is started only with its root volume attached",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "VM Import/Export User Guide, Troubleshooting",
          "CREATE-04")
      .saying(
          documented("Invalid value '{instanceId}' for instanceId. Instance does not have a volume"
              + " attached at root ({rootDeviceName})"));

  private static final ImmutableSet<String> WITH_DIGIT_ON_HVM = ImmutableSet.of("sda1", "sda2");

  private InstanceRules() {}

  /**
   * Changes instances one by one, in the order of their IDs, and tells what became of their states.
   */
  static ImmutableList<InstanceStateChange> changed(
      Plan plan, ImmutableSet<InstanceId> ids, Consumer<Instance> change) {
    plan.require(
        !ids.isEmpty(), () -> MissingAttributesException.absent("instanceIds", "InstanceId"));
    plan.requireNone(PageRules.ofIds("instanceIds", ids.size()));
    ImmutableList<Instance> instances = DescribeInstances.described(plan, ids);
    instances.forEach(change);
    return instances.stream()
        .map(before -> InstanceStateChange.of(before, plan.ownInstance(before.instanceId())))
        .collect(toImmutableList());
  }

  /** That an instance is not in a state for something. */
  static Violation notIn(Rule rule, Instance instance) {
    return rule.brokenBy("instanceId", instance.instanceId())
        .hinting("it is %s".formatted(instance.state()));
  }

  /** Whether what an instance boots from is attached, if it boots from a volume at all. */
  static boolean hasRoot(Instance instance) {
    Ami image = instance.image();
    return image.blockDeviceMappings().stream()
            .noneMatch(device -> image.bootsFrom(device.deviceName()))
        || instance.volumes().keySet().stream().anyMatch(image::bootsFrom);
  }

  /** Whether a device that an hvm image does not have can be named so. */
  static boolean isNameOnHvm(DeviceName name) {
    String text = name.withoutDev();
    return WITH_DIGIT_ON_HVM.contains(text)
        || !text.equals("sda") && !Character.isDigit(text.charAt(text.length() - 1));
  }

  /** That a volume is attached now; EC2 tells whole seconds of it. */
  static VolumeAttached attached(
      Plan plan,
      VolumeId volumeId,
      InstanceId instanceId,
      DeviceName device,
      boolean deleteOnTermination,
      OptionalInt ebsCardIndex) {
    return new VolumeAttached(
        plan.region(),
        volumeId,
        instanceId,
        device,
        plan.now().truncatedTo(ChronoUnit.SECONDS),
        deleteOnTermination,
        ebsCardIndex);
  }
}
