package dev.amikit.permission;

import static dev.amikit.rule.ErrorCode.INVALID_AMI_ATTRIBUTE_ITEM_VALUE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.AccountId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.rule.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionTest {
  private static final String ORGANIZATION =
      "arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5";
  private static final String UNIT =
      "arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12-cdef5678";

  @Rules("PERM-01")
  @Test
  void a_launch_permission_names_exactly_one_of_four() {
    assertThat(LaunchPermission.class.getPermittedSubclasses())
        .containsExactlyInAnyOrder(
            LaunchPermission.ToAccount.class,
            LaunchPermission.ToEveryone.class,
            LaunchPermission.ToOrganization.class,
            LaunchPermission.ToOrganizationalUnit.class);
    assertThat(LaunchPermission.userId("111122223333")).hasToString("111122223333");
    assertThat(LaunchPermission.group("all")).hasToString("all");
    assertThat(LaunchPermission.organization(OrganizationArn.of(ORGANIZATION)))
        .hasToString(ORGANIZATION);
    assertThat(LaunchPermission.organizationalUnit(OrganizationalUnitArn.of(UNIT)))
        .hasToString(UNIT);
  }

  @Rules("SPERM-01")
  @Test
  void a_create_volume_permission_names_an_account_or_everyone_and_no_organization() {
    assertThat(CreateVolumePermission.class.getPermittedSubclasses())
        .containsExactlyInAnyOrder(
            CreateVolumePermission.ToAccount.class, CreateVolumePermission.ToEveryone.class);
    assertThat(CreateVolumePermission.userId("111122223333")).hasToString("111122223333");
    assertThat(CreateVolumePermission.group("all")).hasToString("all");
  }

  @Rules({"PERM-06", "SPERM-01", "ATTR-08", "ERR-06"})
  @ParameterizedTest
  @ValueSource(strings = {"", "All", "ALL", "all ", "everyone", "self", "111122223333"})
  void the_only_group_is_all(String group) {
    assertRefused(
        () -> LaunchPermission.group(group),
        "permission.group-is-all",
        "group",
        INVALID_AMI_ATTRIBUTE_ITEM_VALUE);
    assertRefused(
        () -> CreateVolumePermission.group(group),
        "permission.group-is-all",
        "group",
        INVALID_AMI_ATTRIBUTE_ITEM_VALUE);
  }

  @Rules("PERM-05")
  @ParameterizedTest
  @ValueSource(strings = {"", "all", "self", "1111-2222-3333", "11112222333"})
  void a_user_is_an_account(String userId) {
    assertRefused(
        () -> LaunchPermission.userId(userId),
        "account-id.format",
        "",
        INVALID_AMI_ATTRIBUTE_ITEM_VALUE);
    assertRefused(() -> CreateVolumePermission.userId(userId), "account-id.format");
  }

  @Test
  void only_a_permission_of_the_group_is_to_everyone() {
    assertThat(LaunchPermission.everyone().isToEveryone()).isTrue();
    assertThat(LaunchPermission.userId("111122223333").isToEveryone()).isFalse();
    assertThat(LaunchPermission.organization(OrganizationArn.of(ORGANIZATION)).isToEveryone())
        .isFalse();
    assertThat(
            LaunchPermission.organizationalUnit(OrganizationalUnitArn.of(UNIT)).isToEveryone())
        .isFalse();
    assertThat(CreateVolumePermission.everyone().isToEveryone()).isTrue();
    assertThat(CreateVolumePermission.userId("111122223333").isToEveryone()).isFalse();
  }

  @Test
  void permissions_are_equal_when_they_name_the_same() {
    assertThat(LaunchPermission.group("all")).isEqualTo(LaunchPermission.everyone());
    assertThat(LaunchPermission.userId("111122223333"))
        .isEqualTo(LaunchPermission.userId(AccountId.of("111122223333")))
        .isNotEqualTo(LaunchPermission.userId("444455556666"));
    assertThat(CreateVolumePermission.group("all")).isEqualTo(CreateVolumePermission.everyone());
    assertThat(CreateVolumePermission.userId("111122223333"))
        .isEqualTo(CreateVolumePermission.userId(AccountId.of("111122223333")));
  }
}
