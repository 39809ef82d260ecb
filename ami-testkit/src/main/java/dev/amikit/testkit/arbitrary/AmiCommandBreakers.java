package dev.amikit.testkit.arbitrary;

import static dev.amikit.image.AmiState.AVAILABLE;
import static dev.amikit.image.AmiState.DISABLED;
import static dev.amikit.image.AmiState.FAILED;
import static dev.amikit.image.AmiState.PENDING;
import static dev.amikit.testkit.arbitrary.AmiArbitraries.amis;
import static dev.amikit.testkit.arbitrary.AmiArbitraries.instants;
import static dev.amikit.testkit.arbitrary.Attempt.attempts;
import static dev.amikit.testkit.arbitrary.Attempt.moments;
import static dev.amikit.testkit.arbitrary.Attempt.timed;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.ImageName;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.image.WatermarkKey;
import dev.amikit.lifecycle.AmiAction;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.lifecycle.AttachWatermark;
import dev.amikit.lifecycle.CancelLaunchPermission;
import dev.amikit.lifecycle.Deregister;
import dev.amikit.lifecycle.DisableDeprecation;
import dev.amikit.lifecycle.EnableDeprecation;
import dev.amikit.lifecycle.EnableDeregistrationProtection;
import dev.amikit.lifecycle.ExpireInRecycleBin;
import dev.amikit.lifecycle.FinishCreation;
import dev.amikit.lifecycle.LifeCycle;
import dev.amikit.lifecycle.ModifyDescription;
import dev.amikit.lifecycle.ModifyImdsSupport;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.lifecycle.RestoreFromRecycleBin;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Attempts to break the rules of the commands of images. */
final class AmiCommandBreakers {
  private static final AccountId ACCOUNT = AccountId.of("111122223333");
  private static final int MOST_ACCOUNTS = 10_000;
  private static final int MOST_WATERMARKS = 5;
  private static final Duration MORE_THAN_TWO_YEARS = Duration.ofDays(732);
  private static final Duration MORE_THAN_TEN_YEARS = Duration.ofDays(3654);

  static final ImmutableMap<Rule, Arbitrary<Attempt<Ami>>> ALL =
      ImmutableMap.<Rule, Arbitrary<Attempt<Ami>>>builder()
          .putAll(inOtherStages())
          .put(FinishCreation.NAMED, finishedWithoutNames())
          .put(
              Deregister.UNPROTECTED,
              Combinators.combine(
                      amis().notInRecycleBin().inState(AVAILABLE, DISABLED, PENDING, FAILED),
                      Arbitraries.of(true, false),
                      instants(),
                      moments(),
                      LifeCycleArbitraries.deregistrations())
                  .as((ami, coolingDown, now, left, command) ->
                      new Attempt<>(guarded(ami, coolingDown, now.plus(left)), command, now)))
          .put(
              RecycleBinStay.ENDS_LATER,
              attempts(amis(), LifeCycleArbitraries.deregistrationsIntoThePast()))
          .put(
              RestoreFromRecycleBin.BEFORE_EXIT_TIME,
              binned((ami, exit, moment) -> new Attempt<>(
                  ami, new RestoreFromRecycleBin(), exit.plus(moment).minusNanos(1))))
          .put(
              ExpireInRecycleBin.AFTER_EXIT_TIME,
              binned((ami, exit, moment) ->
                  new Attempt<>(ami, new ExpireInRecycleBin(), exit.minus(moment))))
          .put(
              EnableDeprecation.NOT_PAST,
              timed(
                  usable().isPrivate(),
                  (ami, now, moment) ->
                      new Attempt<>(ami, new EnableDeprecation(now.minus(moment)), now)))
          .put(EnableDeprecation.NOT_TOO_LATE, deprecatedTooLate())
          .put(
              DisableDeprecation.PRIVATE,
              attempts(usable().isPublic(), Arbitraries.create(DisableDeprecation::new)))
          .put(
              EnableDeregistrationProtection.KEEPS_COOLDOWN,
              Combinators.combine(usable(), Arbitraries.of(true, false), instants(), moments())
                  .as((ami, coolingDown, now, left) -> new Attempt<>(
                      guarded(ami, coolingDown, now.plus(left)),
                      new EnableDeregistrationProtection(false),
                      now)))
          .put(
              ModifyLaunchPermission.NOT_EMPTY,
              attempts(amis(), Arbitraries.create(ModifyLaunchPermission::grant)))
          .put(
              ModifyLaunchPermission.DISJOINT,
              attempts(amis(), LifeCycleArbitraries.permissionsBothGivenAndTaken()))
          .put(ModifyLaunchPermission.ACCOUNTS_IN_REQUEST, attempts(amis(), manyAccounts()))
          .put(
              ModifyLaunchPermission.PUBLIC_WITHOUT_PRODUCT_CODES,
              published(ami -> ami.addProductCode(ProductCode.marketplace("a1b2c3d4e5f6"))))
          .put(
              ModifyLaunchPermission.PUBLIC_WITHOUT_WATERMARKS,
              published(ami -> ami.addImageWatermark(watermark(1))))
          .put(
              ModifyLaunchPermission.PUBLIC_WITHOUT_ENCRYPTION,
              published(ami -> ami.addBlockDeviceMapping(BlockDeviceMapping.ebs(
                  DeviceName.of("/dev/sdz"),
                  EbsBlockDevice.builder().encrypted(true).build()))))
          .put(CancelLaunchPermission.HAS_PERMISSION, cancelledWithoutPermission())
          .put(ModifyDescription.LENGTH, attempts(amis(), LifeCycleArbitraries.longDescriptions()))
          .put(
              ModifyDescription.NOT_EMPTY,
              attempts(amis(), Arbitraries.create(() -> new ModifyDescription(""))))
          .put(ModifyImdsSupport.IS_V2, attempts(amis(), LifeCycleArbitraries.unknownImdsSupport()))
          .put(AttachWatermark.PRIVATE, attempts(usable().isPublic(), attachment()))
          .put(
              AttachWatermark.AT_MOST_FIVE,
              attempts(
                  usable().isPrivate().map(ami -> ami.withImageWatermarks(allWatermarks())),
                  attachment()))
          .buildOrThrow();

  private AmiCommandBreakers() {}

  private static ImmutableMap<Rule, Arbitrary<Attempt<Ami>>> inOtherStages() {
    return Arrays.stream(AmiAction.values())
        .collect(ImmutableMap.toImmutableMap(AmiAction::rule, AmiCommandBreakers::inOtherStages));
  }

  private static Arbitrary<Attempt<Ami>> inOtherStages(AmiAction action) {
    List<AmiArbitrary> images = Arrays.stream(AmiStage.values())
        .filter(stage -> LifeCycle.transition(stage, action).isRefused())
        .map(AmiCommandBreakers::amisIn)
        .toList();
    return attempts(
        Arbitraries.oneOf(images).map(ami -> ami), LifeCycleArbitraries.soundCommandsFor(action));
  }

  private static AmiArbitrary amisIn(AmiStage stage) {
    return stage == AmiStage.IN_RECYCLE_BIN
        ? amis().inRecycleBin()
        : amis().notInRecycleBin().inState(AmiState.of(stage.toString()));
  }

  private static AmiArbitrary usable() {
    return amis().notInRecycleBin().inState(AVAILABLE, DISABLED);
  }

  private static Arbitrary<Attempt<Ami>> finishedWithoutNames() {
    return Combinators.combine(
            amis().machines().ebsBacked().inState(PENDING), Arbitraries.of(true, false), instants())
        .as((ami, nameless, now) -> {
          Ami.Builder lacking = ami.toBuilder();
          return new Attempt<>(
              nameless
                  ? lacking.name(Optional.<ImageName>empty()).build()
                  : lacking.rootDeviceName(Optional.empty()).build(),
              new FinishCreation(),
              now);
        });
  }

  private static Arbitrary<Attempt<Ami>> deprecatedTooLate() {
    return Arbitraries.oneOf(
        timed(
            usable().isPrivate(),
            (ami, now, moment) -> new Attempt<>(
                ami, new EnableDeprecation(now.plus(MORE_THAN_TEN_YEARS).plus(moment)), now)),
        timed(
            usable().isPublic(),
            (ami, now, moment) -> new Attempt<>(
                ami.toBuilder()
                    .creationDate(now)
                    .deprecationTime(Optional.empty())
                    .build(),
                new EnableDeprecation(now.plus(MORE_THAN_TWO_YEARS).plus(moment)),
                now)));
  }

  private static Arbitrary<Attempt<Ami>> published(UnaryOperator<Ami.Builder> obstructed) {
    return attempts(
        usable()
            .ebsBacked()
            .inState(AVAILABLE)
            .isPrivate()
            .map(ami -> obstructed
                .apply(ami.toBuilder()
                    .productCodes(List.of())
                    .imageWatermarks(List.of())
                    .blockDeviceMappings(List.of()))
                .build()),
        Arbitraries.create(() -> ModifyLaunchPermission.grant(LaunchPermission.everyone())));
  }

  private static Arbitrary<Attempt<Ami>> cancelledWithoutPermission() {
    return attempts(
        Arbitraries.oneOf(
            usable().inState(AVAILABLE).isPrivate(),
            usable()
                .inState(AVAILABLE)
                .isPrivate()
                .map(ami ->
                    ami.withLaunchPermissions(ImmutableSet.of(LaunchPermission.everyone())))),
        IdArbitraries.accountIds().map(CancelLaunchPermission::new));
  }

  private static Arbitrary<ModifyLaunchPermission> manyAccounts() {
    return Arbitraries.longs()
        .between(MOST_ACCOUNTS + 1, MOST_ACCOUNTS + 9)
        .map(number -> new ModifyLaunchPermission(
            LongStream.range(0, number)
                .mapToObj(n -> LaunchPermission.userId("%012d".formatted(n)))
                .collect(ImmutableSet.toImmutableSet()),
            ImmutableSet.of()));
  }

  private static Arbitrary<AttachWatermark> attachment() {
    return IdArbitraries.regions()
        .map(region -> new AttachWatermark(new WatermarkKey(ACCOUNT, "one too many"), region));
  }

  private static ImmutableList<ImageWatermark> allWatermarks() {
    return IntStream.rangeClosed(1, MOST_WATERMARKS)
        .mapToObj(AmiCommandBreakers::watermark)
        .collect(ImmutableList.toImmutableList());
  }

  private static ImageWatermark watermark(int number) {
    return new ImageWatermark(
        new WatermarkKey(ACCOUNT, "mark-" + number),
        ImageId.of("ami-0abcdef1234567890"),
        Region.US_EAST_1,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  private static Ami guarded(Ami ami, boolean coolingDown, Instant end) {
    return ami.withDeregistrationProtection(Optional.of(
        coolingDown
            ? DeregistrationProtection.disabledAfter(end)
            : DeregistrationProtection.enabledWithCooldown()));
  }

  private static Arbitrary<Attempt<Ami>> binned(Attempt.Making<Ami> attempt) {
    return Combinators.combine(amis().inRecycleBin(), moments())
        .as((ami, moment) ->
            attempt.of(ami, ami.recycleBinStay().orElseThrow().exitTime(), moment));
  }
}
