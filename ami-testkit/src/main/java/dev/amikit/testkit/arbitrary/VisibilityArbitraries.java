package dev.amikit.testkit.arbitrary;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.id.AccountId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationPath;
import dev.amikit.image.Ami;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.visibility.Viewer;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Who looks at images and snapshots. */
public final class VisibilityArbitraries {
  private VisibilityArbitraries() {}

  /**
   * {@return viewers inside and outside of organizations, at all times, most without a setting of
   * Allowed AMIs}
   */
  public static Arbitrary<Viewer> viewers() {
    return Combinators.combine(
            IdArbitraries.accountIds(),
            IdArbitraries.organizationPaths().optional(0.4),
            allowedImages(),
            AmiArbitraries.instants())
        .as(Viewer::new)
        .withoutEdgeCases();
  }

  /**
   * Viewers who have to do with an image: its owner, those that each of its launch permissions
   * speaks of, and strangers.
   *
   * @param ami the image
   * @return an arbitrary of its viewers, each kind as often as the others
   */
  public static Arbitrary<Viewer> viewersOf(Ami ami) {
    requireNonNull(ami, "ami");
    ImmutableList<UnaryOperator<Viewer>> concerned = ImmutableList.<UnaryOperator<Viewer>>builder()
        .add(viewer -> as(ami.ownerId(), viewer))
        .add(stranger -> stranger)
        .addAll(ami.knownLaunchPermissions().stream()
            .<UnaryOperator<Viewer>>map(permission -> viewer -> permitted(permission, viewer))
            .toList())
        .build();
    return Combinators.combine(viewers(), Arbitraries.of(concerned))
        .as((viewer, concern) -> concern.apply(viewer));
  }

  private static Viewer permitted(LaunchPermission permission, Viewer viewer) {
    if (permission instanceof LaunchPermission.ToAccount to) {
      return as(to.userId(), viewer);
    }
    if (permission instanceof LaunchPermission.ToOrganization to) {
      return viewer.in(OrganizationPath.of(to.organizationArn()));
    }
    return permission instanceof LaunchPermission.ToOrganizationalUnit to
        ? viewer.in(OrganizationPath.of(
            OrganizationArn.of(to.organizationalUnitArn()
                .toString()
                .replaceFirst(":ou/(o-[a-z0-9]+)/.*", ":organization/$1")),
            to.organizationalUnitArn()))
        : viewer;
  }

  private static Viewer as(AccountId account, Viewer viewer) {
    return new Viewer(account, viewer.organization(), viewer.allowedImages(), viewer.at());
  }

  private static Arbitrary<AllowedImagesSettings> allowedImages() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.just(AllowedImagesSettings.initial())),
        Tuple.of(1, AllowedImagesArbitraries.allowedImagesSettings()));
  }
}
