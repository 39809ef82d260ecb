package dev.amikit.lifecycle;

import static dev.amikit.lifecycle.Images.NOW;
import static dev.amikit.lifecycle.Images.ROOT;
import static dev.amikit.lifecycle.Images.SNAPSHOT;
import static dev.amikit.lifecycle.Images.in;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.StateReason;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreationTest {
  private static final StateReason REASON =
      new StateReason("Client.InvalidSnapshot.NotFound", "The snapshot does not exist");

  @Test
  @Rules("LIFE-02")
  void a_pending_image_cannot_be_launched_until_it_is_available() {
    Ami pending = in(AmiStage.PENDING);
    assertRefused(new Launch(), pending, NOW, "launch.stage", "InvalidAMIID.Unavailable");

    Decision<Ami> decision = new FinishCreation().decide(pending, NOW);

    assertThat(decision.events()).containsExactly(new ImageBecameAvailable(ImmutableMap.of()));
    Ami available = decision.applyTo(pending);
    assertThat(available).isEqualTo(Images.unshared().build());
    assertThat(new Launch().decide(available, NOW).isAccepted()).isTrue();
  }

  @Test
  void the_snapshots_made_meanwhile_stand_in_the_mapping_then() {
    Ami pending = Images.unshared()
        .state(AmiState.PENDING)
        .addBlockDeviceMapping(Images.blank("/dev/sdf"))
        .addBlockDeviceMapping(Images.blank("/dev/sdg"))
        .addBlockDeviceMapping(BlockDeviceMapping.virtual(DeviceName.of("/dev/sdh"), "ephemeral0"))
        .build();
    EbsBlockDevice data =
        EbsBlockDevice.of(VolumeType.GP3, 20, SnapshotId.of("snap-0fedcba9876543210"));

    Ami available = new FinishCreation(
            ImmutableMap.of(DeviceName.of("/dev/sdf"), data, DeviceName.of("/dev/sdh"), data))
        .decide(pending, NOW)
        .orThrow()
        .applyTo(pending);

    assertThat(available.state()).isEqualTo(AmiState.AVAILABLE);
    assertThat(available.blockDeviceMappings())
        .containsExactly(
            BlockDeviceMapping.ebs(ROOT, EbsBlockDevice.of(VolumeType.GP3, 8, SNAPSHOT)),
            BlockDeviceMapping.ebs(DeviceName.of("/dev/sdf"), data),
            Images.blank("/dev/sdg"),
            BlockDeviceMapping.virtual(DeviceName.of("/dev/sdh"), "ephemeral0"));
  }

  @Test
  @Rules("LIFE-05")
  void a_failed_image_tells_why() {
    Ami pending = in(AmiStage.PENDING);
    Decision<Ami> decision = new FailCreation(REASON).decide(pending, NOW);

    assertThat(decision.events()).containsExactly(new ImageFailed(REASON));
    assertThat(decision.applyTo(pending))
        .isEqualTo(Images.unshared().state(AmiState.FAILED).stateReason(REASON).build());
  }

  @Test
  @Rules("LIFE-06")
  void the_only_way_out_of_failed_is_deregistration() {
    Ami failed = in(AmiStage.FAILED);

    assertThat(Commands.all().stream()
            .filter(command -> !command.decide(failed, NOW).events().isEmpty())
            .map(AmiCommand::action)
            .distinct())
        .containsExactly(AmiAction.DEREGISTER_IMAGE);
  }

  @Test
  @Rules("VAL-09")
  void a_machine_image_without_names_does_not_become_available() {
    Ami nameless = Images.unshared()
        .state(AmiState.PENDING)
        .name(Optional.empty())
        .rootDeviceName(Optional.empty())
        .build();

    assertThat(new FinishCreation().decide(nameless, NOW).refusal()).hasValueSatisfying(refusal -> {
      assertThat(refusal.errorCode()).hasToString("MissingParameter");
      assertThat(refusal.names(FinishCreation.NAMED)).isTrue();
      assertThat(refusal.violations())
          .extracting(Violation::path)
          .containsExactly("name", "rootDeviceName");
    });
  }

  @Test
  void a_kernel_needs_no_names_to_become_available() {
    Ami kernel = Images.pendingKernel();

    assertThat(
            new FinishCreation().decide(kernel, NOW).orThrow().applyTo(kernel).state())
        .isEqualTo(AmiState.AVAILABLE);
  }
}
