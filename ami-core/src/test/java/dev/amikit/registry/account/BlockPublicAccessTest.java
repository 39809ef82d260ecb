package dev.amikit.registry.account;

import static dev.amikit.account.BlockPublicAccess.BLOCK_ALL_SHARING;
import static dev.amikit.account.BlockPublicAccess.BLOCK_NEW_SHARING;
import static dev.amikit.account.BlockPublicAccess.UNBLOCKED;
import static dev.amikit.lifecycle.ModifyLaunchPermission.grant;
import static dev.amikit.lifecycle.ModifyLaunchPermission.revoke;
import static dev.amikit.registry.TestImages.EVERYONE;
import static dev.amikit.registry.TestImages.TO_FRIEND;
import static dev.amikit.registry.TestImages.TO_ORGANIZATION;
import static dev.amikit.registry.TestImages.TO_UNIT;
import static dev.amikit.registry.TestImages.assertUnchanged;
import static dev.amikit.registry.TestImages.id;
import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestImages.published;
import static dev.amikit.registry.TestImages.sees;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.account.ManagedBy;
import dev.amikit.id.AccountId;
import dev.amikit.id.SnapshotId;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.snapshot.ModifySnapshotAttribute;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockPublicAccessTest {
  private final TestRegistry ec2 = new TestRegistry();

  @Nested
  class Of_images {
    @Test
    @Rules({"BPA-01", "BPA-08"})
    void a_new_account_blocks_new_sharing_in_every_region() {
      assertThat(state()).isEqualTo(managedByAccount(BLOCK_NEW_SHARING));
      assertThat(ec2.as(OWNER, THERE).getImageBlockPublicAccessState())
          .isEqualTo(managedByAccount(BLOCK_NEW_SHARING));
    }

    @Test
    @Rules({"BPA-01", "BPA-07"})
    void disabling_answers_unblocked_and_lets_images_become_public_at_once() {
      ec2.put(image(1).build());
      assertThat(ec2.owner().call(new DisableImageBlockPublicAccess())).isEqualTo(UNBLOCKED);
      assertThat(state()).isEqualTo(managedByAccount(UNBLOCKED));
      ec2.owner().modifyImageAttribute(id(1), grant(EVERYONE));
      assertThat(sees(ec2, STRANGER, id(1))).isTrue();
    }

    @Test
    @Rules({"BPA-01", "ACCT-04"})
    void the_setting_is_one_per_account_and_region() {
      ec2.owner().disableImageBlockPublicAccess();
      assertThat(ec2.as(OWNER, THERE).getImageBlockPublicAccessState().state())
          .isEqualTo(BLOCK_NEW_SHARING);
      assertThat(ec2.as(FRIEND).getImageBlockPublicAccessState().state())
          .isEqualTo(BLOCK_NEW_SHARING);
    }

    @Test
    @Rules({"BPA-02", "COM-13"})
    void enabling_knows_block_new_sharing_only() {
      assertThat(ec2.owner().call(enable(BLOCK_NEW_SHARING))).isEqualTo(BLOCK_NEW_SHARING);
      for (BlockPublicAccess other : ImmutableList.of(UNBLOCKED, BLOCK_ALL_SHARING)) {
        assertRefused(
            ec2::state,
            () -> ec2.owner().call(enable(other)),
            "InvalidParameterValue",
            "enable-image-block-public-access.blocks-new-sharing");
      }
      assertRefused(
          ec2::state,
          () -> EnableImageBlockPublicAccess.builder().build(),
          "MissingParameter",
          "value.required-attribute");
    }

    @Test
    @Rules({"BPA-09"})
    void repeating_a_setting_succeeds() {
      ec2.owner().enableImageBlockPublicAccess();
      assertUnchanged(ec2, () -> ec2.owner().enableImageBlockPublicAccess());
      ec2.owner().disableImageBlockPublicAccess();
      assertUnchanged(ec2, () -> ec2.owner().disableImageBlockPublicAccess());
    }

    @Test
    @Rules({"BPA-03", "PUB-03"})
    void no_image_becomes_public_while_it_is_on_not_even_one_that_is() {
      ec2.put(image(1).build());
      ec2.put(published(2).build());
      for (int number = 1; number <= 2; number++) {
        int each = number;
        assertRefused(
            ec2::state,
            () -> ec2.owner().modifyImageAttribute(id(each), grant(EVERYONE)),
            "OperationNotPermitted",
            "image-sharing.public-sharing-unblocked");
      }
    }

    @Test
    @Rules({"BPA-04"})
    void public_images_stay_public() {
      ec2.owner().disableImageBlockPublicAccess();
      ec2.put(image(1, ec2.snapshot()).build());
      ec2.owner().modifyImageAttribute(id(1), grant(EVERYONE));
      ec2.owner().enableImageBlockPublicAccess();
      assertThat(sees(ec2, STRANGER, id(1))).isTrue();
      assertThat(launch(STRANGER)).isEqualTo(STRANGER);
    }

    @Test
    @Rules({"BPA-05"})
    void explicit_permissions_and_going_private_are_not_touched() {
      ec2.put(published(1).build());
      ec2.owner().modifyImageAttribute(id(1), grant(TO_FRIEND, TO_ORGANIZATION, TO_UNIT));
      ec2.owner().modifyImageAttribute(id(1), revoke(EVERYONE));
      assertThat(ec2.registry
              .state()
              .image(HERE, id(1))
              .orElseThrow()
              .launchPermissions()
              .orElseThrow())
          .containsExactlyInAnyOrder(TO_FRIEND, TO_ORGANIZATION, TO_UNIT);
    }

    @Test
    @Rules({"BPA-10"})
    void it_does_not_limit_the_use_of_public_images_of_others() {
      ec2.put(image(1, ec2.snapshot()).addLaunchPermission(EVERYONE).build());
      assertThat(ec2.as(FRIEND).getImageBlockPublicAccessState().state())
          .isEqualTo(BLOCK_NEW_SHARING);
      assertThat(launch(FRIEND)).isEqualTo(FRIEND);
    }

    @Test
    @Rules({"BPA-11", "ACCT-10"})
    void under_a_declarative_policy_the_account_reads_and_cannot_change_it() {
      manage();
      assertThat(state())
          .isEqualTo(new BlockPublicAccessState(BLOCK_NEW_SHARING, ManagedBy.DECLARATIVE_POLICY));
      assertThat(state().managedBy()).hasToString("declarative-policy");
      for (Operation<?> change :
          ImmutableList.of(enable(BLOCK_NEW_SHARING), new DisableImageBlockPublicAccess())) {
        assertRefused(
            ec2::state,
            () -> ec2.owner().call(change),
            "OperationNotPermitted",
            "account-settings.managed-by-account");
      }
    }

    /** Launches the image as an account, which then owns the instance. */
    private AccountId launch(AccountId account) {
      return ec2.as(account)
          .runInstances(
              RunInstances.builder().imageId(id(1)).instanceType("m7i.large").build())
          .instances()
          .get(0)
          .ownerId();
    }

    private EnableImageBlockPublicAccess enable(BlockPublicAccess state) {
      return EnableImageBlockPublicAccess.of(state);
    }

    private BlockPublicAccessState state() {
      return ec2.owner().getImageBlockPublicAccessState();
    }
  }

  @Nested
  class Of_snapshots {
    private final SnapshotId shared = ec2.snapshot(
        OWNER,
        snapshot -> snapshot
            .addCreateVolumePermission(CreateVolumePermission.everyone())
            .addCreateVolumePermission(CreateVolumePermission.userId(FRIEND)));

    @Test
    @Rules({"SBPA-01", "SHR-10"})
    void a_new_account_blocks_nothing() {
      assertThat(state()).isEqualTo(managedByAccount(UNBLOCKED));
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCK_NEW_SHARING", "BLOCK_ALL_SHARING"})
    @Rules({"SBPA-01", "SBPA-02", "SHR-10"})
    void enabling_takes_both_ways_of_blocking_and_switches_between_them(BlockPublicAccess wanted) {
      for (BlockPublicAccess before : BlockPublicAccess.values()) {
        ec2.registry
            .aws()
            .changeSettings(
                OWNER,
                HERE,
                settings ->
                    settings.toBuilder().snapshotBlockPublicAccess(before).build());
        assertThat(ec2.owner().call(enable(wanted))).isEqualTo(wanted);
        assertThat(state()).isEqualTo(managedByAccount(wanted));
      }
    }

    @Test
    @Rules({"SBPA-02", "SHR-10"})
    void enabling_does_not_take_unblocked() {
      assertRefused(
          ec2::state,
          () -> ec2.owner().call(enable(UNBLOCKED)),
          "InvalidParameterValue",
          "enable-snapshot-block-public-access.blocks");
      assertRefused(
          ec2::state,
          () -> EnableSnapshotBlockPublicAccess.builder().build(),
          "MissingParameter",
          "value.required-attribute");
    }

    @Test
    @Rules({"SBPA-04", "SBPA-05", "SHR-11"})
    void block_all_sharing_hides_public_snapshots_and_leaves_their_permissions_alone() {
      Snapshot stored = stored();
      ec2.owner().enableSnapshotBlockPublicAccess(BLOCK_ALL_SHARING);
      assertThat(reads(STRANGER)).isFalse();
      assertThat(reads(FRIEND)).isTrue();
      assertThat(reads(OWNER)).isTrue();
      assertThat(stored()).isEqualTo(stored);
      ec2.owner().enableSnapshotBlockPublicAccess(BLOCK_NEW_SHARING);
      assertThat(reads(STRANGER)).isTrue();
      ec2.owner().enableSnapshotBlockPublicAccess(BLOCK_ALL_SHARING);
      ec2.owner().disableSnapshotBlockPublicAccess();
      assertThat(reads(STRANGER)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCK_NEW_SHARING", "BLOCK_ALL_SHARING"})
    @Rules({"SBPA-03", "SHR-11"})
    void no_snapshot_becomes_public_while_it_is_on(BlockPublicAccess blocking) {
      ec2.owner().enableSnapshotBlockPublicAccess(blocking);
      ModifySnapshotAttribute request =
          ModifySnapshotAttribute.grant(ec2.snapshot(), CreateVolumePermission.everyone());
      assertRefused(
          ec2::state,
          () -> ec2.owner().modifySnapshotAttribute(request),
          "OperationNotPermitted",
          ModifySnapshotAttribute.PUBLIC_UNBLOCKED.id().value());
      assertThat(stored().isPublic()).isTrue();
    }

    @Test
    @Rules({"SBPA-06", "SHR-13"})
    void images_become_public_all_the_same_also_over_private_snapshots() {
      ec2.owner().enableSnapshotBlockPublicAccess(BLOCK_ALL_SHARING);
      ec2.owner().disableImageBlockPublicAccess();
      ec2.put(image(1, ec2.snapshot()).build());
      ec2.owner().modifyImageAttribute(id(1), grant(EVERYONE));
      assertThat(sees(ec2, STRANGER, id(1))).isTrue();
    }

    @Test
    @Rules({"SBPA-06", "SHR-13"})
    void snapshots_become_public_whatever_is_blocked_of_images() {
      ec2.owner().enableImageBlockPublicAccess();
      ec2.owner().disableSnapshotBlockPublicAccess();
      SnapshotId snapshot = ec2.snapshot();
      ec2.owner()
          .modifySnapshotAttribute(
              ModifySnapshotAttribute.grant(snapshot, CreateVolumePermission.everyone()));
      assertThat(ec2.registry.state().snapshot(HERE, snapshot).orElseThrow().isPublic())
          .isTrue();
    }

    @Test
    @Rules({"SHR-12", "ACCT-10"})
    void under_a_declarative_policy_the_account_reads_and_cannot_change_it() {
      manage();
      assertThat(state())
          .isEqualTo(new BlockPublicAccessState(UNBLOCKED, ManagedBy.DECLARATIVE_POLICY));
      for (Operation<?> change :
          ImmutableList.of(enable(BLOCK_ALL_SHARING), new DisableSnapshotBlockPublicAccess())) {
        assertRefused(
            ec2::state,
            () -> ec2.owner().call(change),
            "OperationNotPermitted",
            "account-settings.managed-by-account");
      }
    }

    private boolean reads(AccountId account) {
      return ec2.registry
          .state()
          .in(HERE)
          .isReadable(account, ec2.registry.state().snapshot(HERE, shared).orElseThrow());
    }

    private Snapshot stored() {
      return ec2.registry.state().snapshot(HERE, shared).orElseThrow();
    }

    private EnableSnapshotBlockPublicAccess enable(BlockPublicAccess state) {
      return EnableSnapshotBlockPublicAccess.of(state);
    }

    private BlockPublicAccessState state() {
      return ec2.owner().getSnapshotBlockPublicAccessState();
    }
  }

  @ParameterizedTest
  @EnumSource
  @Rules({"SBPA-01"})
  void a_setting_is_read_as_it_is_written(BlockPublicAccess setting) {
    assertThat(BlockPublicAccess.of(setting.toString())).isEqualTo(setting);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "block-everything", "UNBLOCKED", "block_new_sharing"})
  @Rules({"SBPA-01"})
  void there_are_no_other_words(String word) {
    assertThatThrownBy(() -> BlockPublicAccess.of(word))
        .isInstanceOf(RuleViolationException.class)
        .hasMessageContaining("block-public-access.known");
  }

  private void manage() {
    ec2.registry
        .aws()
        .changeSettings(
            OWNER,
            HERE,
            settings -> settings.toBuilder().managedByDeclarativePolicy(true).build());
  }

  private static BlockPublicAccessState managedByAccount(BlockPublicAccess state) {
    return new BlockPublicAccessState(state, ManagedBy.ACCOUNT);
  }
}
