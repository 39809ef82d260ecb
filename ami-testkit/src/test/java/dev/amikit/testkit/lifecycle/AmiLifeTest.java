package dev.amikit.testkit.lifecycle;

import static dev.amikit.testkit.arbitrary.AmiArbitraries.amis;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableTable;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.lifecycle.AmiAction;
import dev.amikit.lifecycle.AmiEvent;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.lifecycle.Command;
import dev.amikit.lifecycle.LifeCycle;
import dev.amikit.lifecycle.Transition;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.rule.Rules;
import dev.amikit.testkit.arbitrary.LifeCycleArbitraries;
import dev.amikit.testkit.arbitrary.TimedCommand;
import dev.amikit.testkit.contract.Life;
import dev.amikit.testkit.contract.LifeContract;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/**
 * What holds all the life of an image, whatever is done with it. The images to begin with are
 * orderly: what only listings of others know, such as a public image without a date, is not there.
 */
class AmiLifeTest implements LifeContract<Ami, AmiStage, AmiAction> {
  private static final int STEPS = 60;
  private static final Duration TWO_SHORT_YEARS = Duration.ofDays(730);

  @Property(tries = 1000)
  @StatisticsReport(StatisticsReportMode.OFF)
  @Rules({"INV-01", "INV-02", "INV-03", "INV-04", "INV-05", "INV-12", "WMK-07", "DEPR-07"})
  void whatever_is_done_with_an_image_it_keeps_its_rules(@ForAll("lives") Life<Ami> life) {
    life.walk((before, command, decision, after) -> {
      if (after.state() == AmiState.DISABLED || after.isInRecycleBin()) {
        assertThat(after.knownLaunchPermissions()).isEmpty();
      }
      if (after.isPublic()) {
        assertThat(after.deprecationTime().orElseThrow())
            .isBeforeOrEqualTo(twoYearsAfter(after.creationDate().orElseThrow()));
        assertThat(after.productCodes()).isEmpty();
        assertThat(after.imageWatermarks()).isEmpty();
        assertThat(after.blockDeviceMappings()).noneMatch(AmiLifeTest::isEncrypted);
      }
      if (after.state() == AmiState.DEREGISTERED || after.isInRecycleBin()) {
        assertThat(after.isProtectedAt(command.time())).isFalse();
      }
      if (after.isInRecycleBin()) {
        assertThat(after.hasEbsRoot()).isTrue();
      }
      if (before.imdsSupport().isPresent()) {
        assertThat(after.imdsSupport()).isPresent();
      }
      assertThat(after.imageWatermarks()).hasSizeLessThanOrEqualTo(5);

      Statistics.label("accepted")
          .collect(decision.isAccepted())
          .coverage(coverage -> coverage.check(true).percentage(share -> share > 10));
      decision
          .events()
          .forEach(event -> Statistics.label("event")
              .collect(event.getClass())
              .coverage(coverage -> {
                for (Class<?> type : AmiEvent.class.getPermittedSubclasses()) {
                  coverage.check(type).count(count -> count > 0);
                }
              }));
    });
  }

  @Property(tries = 100)
  @Rules({"INV-09", "COM-10"})
  void what_makes_an_image_this_image_never_changes(@ForAll("lives") Life<Ami> life) {
    Ami begin = life.begin();
    life.walk((before, command, decision, after) -> {
      assertThat(after.imageId()).isEqualTo(begin.imageId());
      assertThat(after.ownerId()).isEqualTo(begin.ownerId());
      assertThat(after.name()).isEqualTo(begin.name());
      assertThat(after.creationDate()).isEqualTo(begin.creationDate());
      assertThat(after.sourceInstanceId()).isEqualTo(begin.sourceInstanceId());
      assertThat(after.sourceImageId()).isEqualTo(begin.sourceImageId());
      assertThat(after.sourceImageRegion()).isEqualTo(begin.sourceImageRegion());
    });
  }

  @Override
  @Property(tries = 100)
  @Rules("LIFE-10")
  public void a_life_that_is_over_must_stay_over(@ForAll("lives") Life<Ami> life) {
    assertThat(transitions().row(AmiStage.DEREGISTERED).values()).allMatch(Transition::isRefused);
    LifeContract.super.a_life_that_is_over_must_stay_over(life);
  }

  @Override
  public ImmutableTable<AmiStage, AmiAction, Transition<AmiStage, AmiAction>> transitions() {
    return LifeCycle.transitions();
  }

  @Override
  public AmiStage stageOf(Ami ami) {
    return AmiStage.of(ami);
  }

  @Override
  public Ami rebuilt(Ami ami) {
    return ami.toBuilder().build();
  }

  /** Permissions that are not told may change, and it does not show. */
  @Override
  public boolean showsEveryEvent(Ami ami) {
    return ami.launchPermissions().isPresent();
  }

  @Override
  public Arbitrary<Ami> valuesIn(AmiStage stage) {
    return stage == AmiStage.IN_RECYCLE_BIN
        ? amis().inRecycleBin()
        : amis().notInRecycleBin().inState(AmiState.of(stage.toString()));
  }

  @Override
  public Arbitrary<? extends Command<Ami>> soundCommandsFor(AmiAction action) {
    return LifeCycleArbitraries.soundCommandsFor(action);
  }

  @Override
  public Arbitrary<Ami> values() {
    return amis();
  }

  @Override
  public Arbitrary<TimedCommand<Ami>> commands() {
    return LifeCycleArbitraries.timedCommands();
  }

  @Override
  public Arbitrary<Life<Ami>> lives() {
    return amis()
        .inState(AmiState.PENDING, AmiState.AVAILABLE, AmiState.DISABLED, AmiState.FAILED)
        .map(AmiLifeTest::orderly)
        .flatMap(ami -> LifeCycleArbitraries.sequences(beginning(ami), STEPS)
            .map(commands -> new Life<>(ami, commands)));
  }

  private static Ami orderly(Ami ami) {
    Instant created = ami.creationDate().orElse(Instant.parse("2006-08-25T00:00:00Z"));
    Ami.Builder orderly = ami.toBuilder().creationDate(created);
    if (ami.isPublic() || isPublicInRecycleBin(ami)) {
      orderly
          .deprecationTime(created.plus(TWO_SHORT_YEARS))
          .productCodes(List.of())
          .imageWatermarks(List.of())
          .blockDeviceMappings(ami.blockDeviceMappings().stream()
              .filter(device -> !isEncrypted(device))
              .toList());
    }
    return orderly.build();
  }

  private static Instant beginning(Ami ami) {
    return ami.recycleBinStay()
        .map(RecycleBinStay::enterTime)
        .orElseGet(() -> ami.creationDate().orElseThrow());
  }

  private static boolean isPublicInRecycleBin(Ami ami) {
    return ami.recycleBinStay()
        .filter(stay -> stay.suspendedLaunchPermissions().contains(LaunchPermission.everyone()))
        .isPresent();
  }

  private static boolean isEncrypted(BlockDeviceMapping device) {
    return device.ebs().map(EbsBlockDevice::isEncrypted).orElse(false);
  }

  private static Instant twoYearsAfter(Instant time) {
    return time.atOffset(ZoneOffset.UTC).plusYears(2).toInstant();
  }
}
