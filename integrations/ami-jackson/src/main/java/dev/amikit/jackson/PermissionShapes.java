package dev.amikit.jackson;

import static dev.amikit.jackson.Forms.shared;
import static dev.amikit.jackson.Forms.text;
import static dev.amikit.jackson.Shapes.ACCOUNT_ID;

import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables of permissions. */
final class PermissionShapes {
  private static final String ALL = "all";
  private static final Form<String> GROUP = text(PermissionShapes::all);

  static final Form<LaunchPermission> LAUNCH_PERMISSION =
      shared(Shape.of(PermissionShapes::<LaunchPermission>grantees, PermissionShapes::only)
          .decisive(
              "OrganizationArn",
              text(OrganizationArn::of),
              permission -> permission instanceof LaunchPermission.ToOrganization to
                  ? Optional.of(to.organizationArn())
                  : Optional.empty(),
              (to, v) -> to.add(LaunchPermission.organization(v)))
          .decisive(
              "OrganizationalUnitArn",
              text(OrganizationalUnitArn::of),
              permission -> permission instanceof LaunchPermission.ToOrganizationalUnit to
                  ? Optional.of(to.organizationalUnitArn())
                  : Optional.empty(),
              (to, v) -> to.add(LaunchPermission.organizationalUnit(v)))
          .decisive(
              "UserId",
              ACCOUNT_ID,
              permission -> permission instanceof LaunchPermission.ToAccount to
                  ? Optional.of(to.userId())
                  : Optional.empty(),
              (to, v) -> to.add(LaunchPermission.userId(v)))
          .decisive(
              "Group",
              GROUP,
              permission -> permission.isToEveryone() ? Optional.of(ALL) : Optional.empty(),
              (to, v) -> to.add(LaunchPermission.group(v)))
          .end());

  static final Form<CreateVolumePermission> CREATE_VOLUME_PERMISSION =
      shared(Shape.of(PermissionShapes::<CreateVolumePermission>grantees, PermissionShapes::only)
          .decisive(
              "UserId",
              ACCOUNT_ID,
              permission -> permission instanceof CreateVolumePermission.ToAccount to
                  ? Optional.of(to.userId())
                  : Optional.empty(),
              (to, v) -> to.add(CreateVolumePermission.userId(v)))
          .decisive(
              "Group",
              GROUP,
              permission -> permission.isToEveryone() ? Optional.of(ALL) : Optional.empty(),
              (to, v) -> to.add(CreateVolumePermission.group(v)))
          .end());

  private PermissionShapes() {}

  private static String all(String group) {
    if (!group.equals(ALL)) {
      throw LaunchPermission.GROUP_IS_ALL.refuse("", group);
    }
    return group;
  }

  private static <P> List<P> grantees() {
    return new ArrayList<>();
  }

  private static <P> P only(List<P> permissions) {
    if (permissions.size() != 1) {
      throw JsonRules.ONE_GRANTEE.refuse("", permissions.size() + " grantees");
    }
    return permissions.get(0);
  }
}
