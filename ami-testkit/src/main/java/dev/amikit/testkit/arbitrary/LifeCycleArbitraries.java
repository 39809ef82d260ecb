package dev.amikit.testkit.arbitrary;

import static dev.amikit.testkit.arbitrary.Kind.often;
import static dev.amikit.testkit.arbitrary.Kind.seldom;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.AccountId;
import dev.amikit.image.Ami;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.WatermarkKey;
import dev.amikit.lifecycle.AmiAction;
import dev.amikit.lifecycle.AmiCommand;
import dev.amikit.lifecycle.AmiEvent;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.lifecycle.AttachWatermark;
import dev.amikit.lifecycle.CancelLaunchPermission;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Deregister;
import dev.amikit.lifecycle.DeregistrationProtectionChanged;
import dev.amikit.lifecycle.DescriptionChanged;
import dev.amikit.lifecycle.DetachWatermark;
import dev.amikit.lifecycle.Disable;
import dev.amikit.lifecycle.DisableDeprecation;
import dev.amikit.lifecycle.DisableDeregistrationProtection;
import dev.amikit.lifecycle.Enable;
import dev.amikit.lifecycle.EnableDeprecation;
import dev.amikit.lifecycle.EnableDeregistrationProtection;
import dev.amikit.lifecycle.ExpireInRecycleBin;
import dev.amikit.lifecycle.FailCreation;
import dev.amikit.lifecycle.FinishCreation;
import dev.amikit.lifecycle.ImageBecameAvailable;
import dev.amikit.lifecycle.ImageDeprecationDisabled;
import dev.amikit.lifecycle.ImageDeprecationEnabled;
import dev.amikit.lifecycle.ImageDeregistered;
import dev.amikit.lifecycle.ImageDisabled;
import dev.amikit.lifecycle.ImageEnabled;
import dev.amikit.lifecycle.ImageExpired;
import dev.amikit.lifecycle.ImageFailed;
import dev.amikit.lifecycle.ImageLaunched;
import dev.amikit.lifecycle.ImageMovedToRecycleBin;
import dev.amikit.lifecycle.ImageRestoredFromRecycleBin;
import dev.amikit.lifecycle.ImdsSupportChanged;
import dev.amikit.lifecycle.Launch;
import dev.amikit.lifecycle.LaunchPermissionsChanged;
import dev.amikit.lifecycle.LifeCycle;
import dev.amikit.lifecycle.ModifyDescription;
import dev.amikit.lifecycle.ModifyImdsSupport;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.lifecycle.ResetLaunchPermission;
import dev.amikit.lifecycle.RestoreFromRecycleBin;
import dev.amikit.lifecycle.Transition;
import dev.amikit.lifecycle.WatermarkAttached;
import dev.amikit.lifecycle.WatermarkDetached;
import dev.amikit.lifecycle.WithdrawPublicPermission;
import dev.amikit.permission.LaunchPermission;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * What can be done with images, and what then happens. Commands are as callers give them: sound and
 * unsound ones, to images that they suit and to others.
 */
public final class LifeCycleArbitraries {
  private static final AccountId PARTNER = AccountId.of("111122223333");
  private static final WatermarkKey KEY = new WatermarkKey(PARTNER, "golden");
  private static final int LONGEST_DESCRIPTION = 255;
  private static final Duration YEAR = Duration.ofDays(365);

  /**
   * The sound commands of each kind, and how often one comes up; those that end a life do so
   * seldom.
   */
  private static final ImmutableMap<Class<? extends AmiCommand>, Kind<AmiAction, AmiCommand>>
      COMMANDS = ImmutableMap.<Class<? extends AmiCommand>, Kind<AmiAction, AmiCommand>>builder()
          .put(AttachWatermark.class, often(AmiAction.ATTACH_IMAGE_WATERMARK, attachments()))
          .put(
              CancelLaunchPermission.class,
              often(
                  AmiAction.CANCEL_IMAGE_LAUNCH_PERMISSION,
                  accounts().map(CancelLaunchPermission::new)))
          .put(Deregister.class, seldom(AmiAction.DEREGISTER_IMAGE, deregistrations()))
          .put(
              DetachWatermark.class,
              often(AmiAction.DETACH_IMAGE_WATERMARK, watermarkKeys().map(DetachWatermark::new)))
          .put(Disable.class, often(AmiAction.DISABLE_IMAGE, Arbitraries.create(Disable::new)))
          .put(
              DisableDeprecation.class,
              often(
                  AmiAction.DISABLE_IMAGE_DEPRECATION, Arbitraries.create(DisableDeprecation::new)))
          .put(
              DisableDeregistrationProtection.class,
              often(
                  AmiAction.DISABLE_IMAGE_DEREGISTRATION_PROTECTION,
                  Arbitraries.create(DisableDeregistrationProtection::new)))
          .put(Enable.class, often(AmiAction.ENABLE_IMAGE, Arbitraries.create(Enable::new)))
          .put(
              EnableDeprecation.class,
              often(
                  AmiAction.ENABLE_IMAGE_DEPRECATION,
                  AmiArbitraries.instants().map(EnableDeprecation::new)))
          .put(
              EnableDeregistrationProtection.class,
              often(
                  AmiAction.ENABLE_IMAGE_DEREGISTRATION_PROTECTION,
                  Arbitraries.of(true, false).map(EnableDeregistrationProtection::new)))
          .put(
              ExpireInRecycleBin.class,
              seldom(AmiAction.EXPIRE_IN_RECYCLE_BIN, Arbitraries.create(ExpireInRecycleBin::new)))
          .put(
              FailCreation.class,
              seldom(AmiAction.FAIL_CREATION, AmiArbitraries.stateReasons().map(FailCreation::new)))
          .put(
              FinishCreation.class,
              often(AmiAction.FINISH_CREATION, newVolumes().map(FinishCreation::new)))
          .put(Launch.class, often(AmiAction.LAUNCH, Arbitraries.create(Launch::new)))
          .put(
              ModifyDescription.class,
              often(
                  AmiAction.MODIFY_DESCRIPTION,
                  descriptions().filter(text -> !text.isEmpty()).map(ModifyDescription::new)))
          .put(
              ModifyImdsSupport.class,
              often(
                  AmiAction.MODIFY_IMDS_SUPPORT,
                  WordArbitraries.knownWordsOf(ImdsSupport.WORDS).map(ModifyImdsSupport::new)))
          .put(
              ModifyLaunchPermission.class,
              often(AmiAction.MODIFY_LAUNCH_PERMISSION, permissionChanges()))
          .put(
              ResetLaunchPermission.class,
              often(
                  AmiAction.RESET_LAUNCH_PERMISSION,
                  Arbitraries.create(ResetLaunchPermission::new)))
          .put(
              RestoreFromRecycleBin.class,
              often(
                  AmiAction.RESTORE_IMAGE_FROM_RECYCLE_BIN,
                  Arbitraries.create(RestoreFromRecycleBin::new)))
          .put(
              WithdrawPublicPermission.class,
              often(
                  AmiAction.WITHDRAW_PUBLIC_PERMISSION,
                  Arbitraries.create(WithdrawPublicPermission::new)))
          .buildOrThrow();

  static final ImmutableMap<Class<?>, Arbitrary<? extends AmiCommand>> COMMANDS_BY_TYPE =
      Kind.byType(COMMANDS);

  static final ImmutableMap<Class<?>, Arbitrary<? extends AmiEvent>> EVENTS_BY_TYPE =
      ImmutableMap.<Class<?>, Arbitrary<? extends AmiEvent>>builder()
          .put(
              DeregistrationProtectionChanged.class,
              AmiArbitraries.deregistrationProtections().map(DeregistrationProtectionChanged::new))
          .put(DescriptionChanged.class, descriptions().map(DescriptionChanged::new))
          .put(ImageBecameAvailable.class, newVolumes().map(ImageBecameAvailable::new))
          .put(ImageDeprecationDisabled.class, Arbitraries.create(ImageDeprecationDisabled::new))
          .put(
              ImageDeprecationEnabled.class,
              AmiArbitraries.instants().map(ImageDeprecationEnabled::new))
          .put(ImageDeregistered.class, Arbitraries.create(ImageDeregistered::new))
          .put(ImageDisabled.class, Arbitraries.create(ImageDisabled::new))
          .put(ImageEnabled.class, Arbitraries.create(ImageEnabled::new))
          .put(ImageExpired.class, Arbitraries.create(ImageExpired::new))
          .put(ImageFailed.class, AmiArbitraries.stateReasons().map(ImageFailed::new))
          .put(ImageLaunched.class, AmiArbitraries.instants().map(ImageLaunched::new))
          .put(ImageMovedToRecycleBin.class, movesToRecycleBin())
          .put(
              ImageRestoredFromRecycleBin.class,
              Arbitraries.create(ImageRestoredFromRecycleBin::new))
          .put(
              ImdsSupportChanged.class,
              WordArbitraries.knownWordsOf(ImdsSupport.WORDS).map(ImdsSupportChanged::new))
          .put(
              LaunchPermissionsChanged.class,
              disjoint(permissionSets())
                  .map(sets -> new LaunchPermissionsChanged(sets.get1(), sets.get2())))
          .put(
              WatermarkAttached.class, AmiArbitraries.imageWatermarks().map(WatermarkAttached::new))
          .put(WatermarkDetached.class, watermarkKeys().map(WatermarkDetached::new))
          .buildOrThrow();

  private LifeCycleArbitraries() {}

  /** {@return commands of every kind, now and then one that no image obeys} */
  public static Arbitrary<AmiCommand> commands() {
    return Arbitraries.frequencyOf(Tuple.of(19, soundCommands()), Tuple.of(1, unsoundCommands()));
  }

  /** {@return commands of every kind, each of which some image obeys} */
  public static Arbitrary<AmiCommand> soundCommands() {
    return Kind.any(COMMANDS.values());
  }

  /**
   * Commands for one action.
   *
   * @param action the action
   * @return sound commands that ask for it
   */
  public static Arbitrary<AmiCommand> soundCommandsFor(AmiAction action) {
    requireNonNull(action, "action");
    return Kind.of(COMMANDS.values(), action);
  }

  /**
   * Commands that are given one after another. Some follow at once, some a day later, some years;
   * deprecation times are mostly near the time of their command.
   *
   * @param begin the time of the first command
   * @param number how many there are
   * @return an arbitrary of such sequences, their times never going back
   */
  public static Arbitrary<ImmutableList<TimedCommand<Ami>>> sequences(Instant begin, int number) {
    requireNonNull(begin, "begin");
    return Step.sequences(steps(), begin, number);
  }

  /** {@return commands, and when they are given} */
  public static Arbitrary<TimedCommand<Ami>> timedCommands() {
    return Combinators.combine(steps(), AmiArbitraries.instants()).as(Step::at);
  }

  /** {@return events of every kind, each as often as the others} */
  public static Arbitrary<AmiEvent> events() {
    return Arbitraries.oneOf(EVENTS_BY_TYPE.values().stream()
        .map(events -> events.<AmiEvent>map(event -> event))
        .toList());
  }

  /** {@return what commands come to, accepted and refused} */
  public static Arbitrary<Decision<Ami>> decisions() {
    return Combinators.combine(AmiArbitraries.amis(), timedCommands())
        .as((ami, command) -> command.decide(ami));
  }

  /** {@return the cells of the transition table} */
  public static Arbitrary<Transition<AmiStage, AmiAction>> transitions() {
    return Arbitraries.of(LifeCycle.transitions().values());
  }

  private static Arbitrary<AttachWatermark> attachments() {
    return Combinators.combine(watermarkKeys(), IdArbitraries.regions()).as(AttachWatermark::new);
  }

  static Arbitrary<Deregister> deregistrations() {
    return Arbitraries.integers()
        .between(1, 365)
        .map(Duration::ofDays)
        .optional(0.9)
        .map(Deregister::new);
  }

  static Arbitrary<Deregister> deregistrationsIntoThePast() {
    return Arbitraries.integers()
        .between(-1, 0)
        .map(days -> new Deregister(Optional.of(Duration.ofDays(days))));
  }

  private static Arbitrary<ModifyLaunchPermission> permissionChanges() {
    return disjoint(permissionSets())
        .map(sets -> new ModifyLaunchPermission(sets.get1(), sets.get2()));
  }

  static Arbitrary<ModifyLaunchPermission> permissionsBothGivenAndTaken() {
    return Combinators.combine(permissionSets(), permissionSets())
        .as((both, more) ->
            new ModifyLaunchPermission(Sets.union(both, more).immutableCopy(), both));
  }

  static Arbitrary<ModifyDescription> longDescriptions() {
    return Arbitraries.strings()
        .alpha()
        .ofMinLength(LONGEST_DESCRIPTION + 1)
        .ofMaxLength(LONGEST_DESCRIPTION + 9)
        .map(ModifyDescription::new);
  }

  static Arbitrary<ModifyImdsSupport> unknownImdsSupport() {
    return WordArbitraries.unknownWordsOf(ImdsSupport.WORDS).map(ModifyImdsSupport::new);
  }

  private static Arbitrary<AmiCommand> unsoundCommands() {
    return Arbitraries.oneOf(
        deregistrationsIntoThePast(),
        permissionsBothGivenAndTaken(),
        Arbitraries.create(ModifyLaunchPermission::grant),
        longDescriptions(),
        unknownImdsSupport());
  }

  private static Arbitrary<ImageMovedToRecycleBin> movesToRecycleBin() {
    return AmiArbitraries.recycleBinStays()
        .map(stay -> new ImageMovedToRecycleBin(stay.enterTime(), stay.exitTime()));
  }

  private static Arbitrary<ImmutableMap<DeviceName, EbsBlockDevice>> newVolumes() {
    return Arbitraries.maps(
            Arbitraries.of("/dev/xvda", "/dev/sda1", "/dev/sdb").map(DeviceName::of),
            IdArbitraries.snapshotIds().map(EbsBlockDevice::ofSnapshot))
        .ofMaxSize(2)
        .map(ImmutableMap::copyOf);
  }

  private static Arbitrary<String> descriptions() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.of("", "Golden image", "Größer \uD83D\uDE00")),
        Tuple.of(1, TagArbitraries.texts(0, LONGEST_DESCRIPTION)));
  }

  /** Few accounts come up again and again, so that commands speak of what others did. */
  private static Arbitrary<AccountId> accounts() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just(PARTNER)), Tuple.of(1, IdArbitraries.accountIds()));
  }

  private static Arbitrary<WatermarkKey> watermarkKeys() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(KEY)), Tuple.of(2, AmiArbitraries.watermarkKeys()));
  }

  private static Arbitrary<ImmutableSet<LaunchPermission>> permissionSets() {
    return Arbitraries.frequencyOf(
            Tuple.of(2, accounts().map(LaunchPermission::userId)),
            Tuple.of(2, Arbitraries.just(LaunchPermission.everyone())),
            Tuple.of(1, PermissionArbitraries.launchPermissions()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(ImmutableSet::copyOf);
  }

  /** Two sets without a common element, at least one of them not empty. */
  private static <T> Arbitrary<Tuple.Tuple2<ImmutableSet<T>, ImmutableSet<T>>> disjoint(
      Arbitrary<ImmutableSet<T>> sets) {
    return Combinators.combine(sets, sets, Arbitraries.of(true, false))
        .as((one, other, swapped) -> {
          ImmutableSet<T> rest = Sets.difference(other, one).immutableCopy();
          return swapped ? Tuple.of(rest, one) : Tuple.of(one, rest);
        });
  }

  /** Commands as they are given at a time; near it, if they set a deprecation time. */
  private static Arbitrary<Step<Ami>> steps() {
    return Step.of(Combinators.combine(commands(), deprecationsAhead())
        .as((command, ahead) -> now -> command instanceof EnableDeprecation
            ? new EnableDeprecation(now.plus(ahead))
            : command));
  }

  private static Arbitrary<Duration> deprecationsAhead() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.longs().between(0, YEAR.toSeconds()).map(Duration::ofSeconds)),
        Tuple.of(2, Arbitraries.of(Duration.ZERO, Duration.ofSeconds(30), Duration.ofNanos(-1))),
        Tuple.of(1, Arbitraries.of(YEAR.multipliedBy(9), YEAR.multipliedBy(11))));
  }
}
