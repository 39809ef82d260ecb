package dev.amikit.lifecycle.fastlaunch;

import static dev.amikit.lifecycle.fastlaunch.FastLaunchStage.DISABLED;
import static dev.amikit.lifecycle.fastlaunch.FastLaunchStage.DISABLING;
import static dev.amikit.lifecycle.fastlaunch.FastLaunchStage.DISABLING_FAILED;
import static dev.amikit.lifecycle.fastlaunch.FastLaunchStage.ENABLED;
import static dev.amikit.lifecycle.fastlaunch.FastLaunchStage.ENABLED_FAILED;
import static dev.amikit.lifecycle.fastlaunch.FastLaunchStage.ENABLING;
import static dev.amikit.lifecycle.fastlaunch.FastLaunchStage.ENABLING_FAILED;
import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.lifecycle.Action;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.EnumSet;

/**
 * What can happen to fast launch of an image: the columns of the {@linkplain FastLaunchLifeCycle
 * transition table}.
 */
public enum FastLaunchAction implements Action<FastLaunchStage> {
  /** EnableFastLaunch: for the first time, anew, or with another configuration. */
  ENABLE_FAST_LAUNCH(
      ImmutableMap.of(
          DISABLED, to(ENABLING),
          ENABLING, to(ENABLING),
          ENABLING_FAILED, to(ENABLING),
          ENABLED, to(ENABLED),
          ENABLED_FAILED, to(ENABLING)),
      Rule.rule(
              "enable-fast-launch.stage",
              "fast launch is not enabled while it is being disabled, nor before that succeeded",
              ErrorCode.INCORRECT_STATE,
              "API reference, DisableFastLaunch",
              "FAST-14",
              "FAST-15",
              "FAST-25",
              "FL-08")
          .saying(own("Fast launch of the AMI ID '{imageId}' is {state}."))),
  /** Snapshots of a round are there. */
  FINISH_PROVISIONING(
      ImmutableMap.of(
          ENABLING, to(ENABLED),
          ENABLED, to(ENABLED),
          ENABLED_FAILED, to(ENABLED)),
      Rule.rule(
              "provision-fast-launch.stage",
              "snapshots are made for fast launch that is being enabled or was",
              ErrorCode.INCORRECT_STATE,
              "EC2 User Guide, Monitor EC2 Fast Launch",
              "FAST-11",
              "FAST-13")
          .saying(own("Fast launch of the AMI ID '{imageId}' is {state}."))),
  /** The snapshots of a round could not be made. */
  FAIL_PROVISIONING(
      ImmutableMap.of(
          ENABLING, to(ENABLING_FAILED, ENABLED_FAILED),
          ENABLED, to(ENABLED_FAILED),
          ENABLED_FAILED, to(ENABLED_FAILED)),
      FINISH_PROVISIONING.rule),
  /** DisableFastLaunch. */
  DISABLE_FAST_LAUNCH(
      ImmutableMap.of(
          ENABLING, to(DISABLING),
          ENABLING_FAILED, to(DISABLING),
          ENABLED, to(DISABLING),
          ENABLED_FAILED, to(DISABLING),
          DISABLING_FAILED, to(DISABLING)),
      Rule.rule(
              "disable-fast-launch.stage",
              "fast launch is disabled unless it is being disabled already",
              ErrorCode.INCORRECT_STATE,
              "API reference, DisableFastLaunch; inferred: it names no code",
              "FAST-15",
              "FAST-16")
          .saying(own("Fast launch of the AMI ID '{imageId}' is {state}."))),
  /** The snapshots are removed, or stay because the account said so. */
  FINISH_DISABLING(
      ImmutableMap.of(DISABLING, to(DISABLED)),
      Rule.rule(
              "end-disabling-fast-launch.stage",
              "the disabling of fast launch ends, well or not, while it is under way",
              ErrorCode.INCORRECT_STATE,
              "EC2 User Guide, Monitor EC2 Fast Launch",
              "FAST-15")
          .saying(own("Fast launch of the AMI ID '{imageId}' is {state}."))),
  /** The snapshots could not be removed. */
  FAIL_DISABLING(ImmutableMap.of(DISABLING, to(DISABLING_FAILED)), FINISH_DISABLING.rule),
  /** The image is deregistered, and takes fast launch along. */
  LOSE_IMAGE(
      EnumSet.complementOf(EnumSet.of(DISABLED)).stream()
          .collect(ImmutableMap.toImmutableMap(stage -> stage, stage -> to(DISABLED))),
      FastLaunch.PRESENT);

  private final ImmutableMap<FastLaunchStage, ImmutableSet<FastLaunchStage>> targets;
  private final Rule rule;

  FastLaunchAction(
      ImmutableMap<FastLaunchStage, ImmutableSet<FastLaunchStage>> targets, Rule rule) {
    this.targets = targets;
    this.rule = rule;
  }

  @Override
  public ImmutableMap<FastLaunchStage, ImmutableSet<FastLaunchStage>> targets() {
    return targets;
  }

  @Override
  public Rule rule() {
    return rule;
  }

  @Override
  public Rule rule(FastLaunchStage stage) {
    requireNonNull(stage, "stage");
    return stage == DISABLED ? FastLaunch.PRESENT : rule;
  }

  /** Returns the name, such as {@code EnableFastLaunch}. */
  @Override
  public String toString() {
    return CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.UPPER_CAMEL, name());
  }

  private static ImmutableSet<FastLaunchStage> to(FastLaunchStage first, FastLaunchStage... more) {
    return Sets.immutableEnumSet(first, more);
  }
}
