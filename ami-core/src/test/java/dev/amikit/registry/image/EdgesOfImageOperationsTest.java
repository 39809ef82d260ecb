package dev.amikit.registry.image;

import static dev.amikit.registry.Copying.awsKey;
import static dev.amikit.registry.Copying.copyOf;
import static dev.amikit.registry.Copying.encrypted;
import static dev.amikit.registry.TestImages.TO_FRIEND;
import static dev.amikit.registry.TestImages.TO_ORGANIZATION;
import static dev.amikit.registry.TestImages.TO_UNIT;
import static dev.amikit.registry.TestImages.id;
import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.VirtualizationType;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.image.DeleteSnapshotReturnCode.ReturnCode;
import dev.amikit.registry.operation.BillingProduct;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.state.Instance;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where one step further the answer would be another. */
class EdgesOfImageOperationsTest {
  private static TestRegistry with(Quotas quotas) {
    return new TestRegistry(
        RegistrySettings.builder().ids(IdSource.counting()).quotas(quotas).build());
  }

  @Test
  void a_shared_image_without_products_is_copied_although_there_are_products() {
    TestRegistry ec2 = new TestRegistry(RegistrySettings.builder()
        .ids(IdSource.counting())
        .putBillingProduct("bp-6fa54006", new BillingProduct("Windows", "RunInstances:0002"))
        .build());
    SnapshotId snapshot = ec2.snapshot(
        OWNER, it -> it.addCreateVolumePermission(CreateVolumePermission.userId(FRIEND)));
    Ami shared = ec2.put(image(1, snapshot).addLaunchPermission(TO_FRIEND).build());
    assertThat(ec2.as(FRIEND, THERE).copyImage(copyOf(shared.imageId()).build()))
        .isNotEqualTo(shared.imageId());
  }

  @Test
  void an_image_whose_data_alone_has_a_snapshot_has_no_readable_storage() {
    TestRegistry ec2 = new TestRegistry();
    ec2.put(Ami.builder()
        .imageId(id(1))
        .ownerId(OWNER)
        .name("golden")
        .linux()
        .architecture(Architecture.X86_64)
        .virtualizationType(VirtualizationType.HVM)
        .state(AmiState.AVAILABLE)
        .creationDate(START)
        .ebsRoot("/dev/xvda", EbsBlockDevice.blank(VolumeType.GP3, 8))
        .addBlockDeviceMapping(BlockDeviceMapping.ebs(
            TestLaunch.DATA, EbsBlockDevice.of(VolumeType.GP3, 8, ec2.snapshot())))
        .build());
    assertRefused(
        ec2::state,
        () -> ec2.owner().copyImage(copyOf(id(1)).build()),
        "InvalidRequest",
        "copy-image.storage-readable");
  }

  @Test
  @Rules({"QUOTA-01", "DEC-100"})
  void an_image_of_an_instance_counts_against_the_quota_like_any_other() {
    TestLaunch at = new TestLaunch(with(Quotas.builder().images(1).build()));
    at.put(image -> image);
    CreateImage request =
        CreateImage.builder().instanceId(at.launch().instanceId()).name("made").build();
    assertRefused(
        at.ec2::state,
        () -> at.ec2.owner().createImage(request),
        "ResourceLimitExceeded",
        "image.quota");
  }

  @Test
  void an_image_of_an_instance_has_no_more_tags_than_a_resource_can_have() {
    TestLaunch at = new TestLaunch(with(Quotas.builder().tags(1).build()));
    at.put(image -> image);
    CreateImage.Builder request =
        CreateImage.builder().instanceId(at.launch().instanceId()).name("made");
    Tags one = Tags.of("env", "prod");
    CreateImage tooMany = request
        .tagSpecifications(List.of(TagSpecification.image(one.with(Tags.of("team", "blue")))))
        .build();
    assertRefused(
        at.ec2::state, () -> at.ec2.owner().createImage(tooMany), "TagLimitExceeded", "tags.few");
    CreateImage few =
        request.tagSpecifications(List.of(TagSpecification.image(one))).build();
    assertThat(at.ec2.owner().createImage(few)).isNotNull();
  }

  @Test
  @Rules("CREATE-18")
  void an_image_of_an_instance_that_tells_no_boot_mode_boots_as_the_image_before() {
    TestLaunch at = new TestLaunch();
    at.put(image -> image.bootMode(BootMode.UEFI));
    Instance instance =
        at.launch().toBuilder().currentInstanceBootMode(Optional.empty()).build();
    at.ec2.put(instance);
    ImageId made = at.ec2
        .owner()
        .createImage(
            CreateImage.builder().instanceId(instance.instanceId()).name("made").build());
    assertThat(at.ec2.state().image(HERE, made).flatMap(Ami::bootMode)).contains(BootMode.UEFI);
  }

  /** Somebody else's snapshot in the Recycle Bin is as good as none. */
  @Test
  @Rules("DEREG-13")
  void a_foreign_snapshot_in_the_recycle_bin_is_an_error_of_the_client() {
    TestRegistry ec2 = new TestRegistry();
    SnapshotId binned = ec2.snapshot(
        FRIEND,
        it -> it.recycleBinStay(
            new SnapshotRecycleBinStay(START, START.plus(Duration.ofDays(7)), ImmutableSet.of())));
    ec2.put(image(1, binned).build());
    assertThat(ec2.owner().deregisterImage(new DeregisterImage(id(1), true)))
        .containsExactly(new DeleteSnapshotReturnCode(binned, ReturnCode.CLIENT_ERROR));
    assertThat(ec2.state().snapshot(HERE, binned)).isPresent();
  }

  @Test
  @Rules("ANC-05")
  void the_line_of_an_image_tells_the_alias_that_its_owner_has() {
    TestRegistry ec2 = new TestRegistry();
    ec2.registry
        .aws()
        .changeProfile(
            OWNER, profile -> profile.toBuilder().ownerAlias(OwnerAlias.AMAZON).build());
    ec2.put(image(1).build());
    assertThat(ec2.owner().getImageAncestry(id(1)))
        .extracting(ImageAncestryEntry::imageOwnerAlias)
        .containsExactly(Optional.of(OwnerAlias.AMAZON));
  }

  @Test
  void a_permission_is_taken_from_an_image_over_a_key_that_cannot_be_shared() {
    TestRegistry ec2 = new TestRegistry();
    SnapshotId snapshot = encrypted(ec2, OWNER, awsKey(OWNER, HERE));
    ec2.put(image(1, snapshot).addLaunchPermission(TO_FRIEND).build());
    ec2.owner()
        .modifyImageAttribute(
            id(1), new ModifyLaunchPermission(ImmutableSet.of(), ImmutableSet.of(TO_FRIEND)));
    assertThat(ec2.state().image(HERE, id(1)).flatMap(Ami::launchPermissions))
        .contains(ImmutableSet.of());
  }

  @Test
  @Rules("QUOTA-03")
  void an_image_shared_with_more_than_the_quota_may_change_one_of_them_for_another() {
    TestRegistry ec2 = with(Quotas.builder().sharingEntities(1).build());
    ec2.put(image(1).addLaunchPermission(TO_FRIEND).addLaunchPermission(TO_UNIT).build());
    ec2.owner()
        .modifyImageAttribute(
            id(1),
            new ModifyLaunchPermission(
                ImmutableSet.of(TO_ORGANIZATION), ImmutableSet.of(TO_FRIEND)));
    assertThat(ec2.state().image(HERE, id(1)).flatMap(Ami::launchPermissions))
        .contains(ImmutableSet.of(TO_UNIT, TO_ORGANIZATION));
    assertRefused(
        ec2::state,
        () -> ec2.owner()
            .modifyImageAttribute(
                id(1), new ModifyLaunchPermission(ImmutableSet.of(TO_FRIEND), ImmutableSet.of())),
        "ResourceLimitExceeded",
        "image-sharing.entities");
  }
}
