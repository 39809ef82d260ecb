package dev.amikit.testkit.arbitrary;

import com.google.common.collect.ImmutableSet;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Permissions of images and of snapshots. */
public final class PermissionArbitraries {
  private PermissionArbitraries() {}

  /** {@return launch permissions of every kind} */
  public static Arbitrary<LaunchPermission> launchPermissions() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, explicitLaunchPermissions()),
        Tuple.of(1, Arbitraries.just(LaunchPermission.everyone())));
  }

  /** {@return launch permissions of accounts, organizations and organizational units} */
  public static Arbitrary<LaunchPermission> explicitLaunchPermissions() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, IdArbitraries.accountIds().map(LaunchPermission::userId)),
        Tuple.of(1, IdArbitraries.organizationArns().map(LaunchPermission::organization)),
        Tuple.of(
            1, IdArbitraries.organizationalUnitArns().map(LaunchPermission::organizationalUnit)));
  }

  /** {@return permissions to make volumes, of every kind} */
  public static Arbitrary<CreateVolumePermission> createVolumePermissions() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, IdArbitraries.accountIds().map(CreateVolumePermission::userId)),
        Tuple.of(1, Arbitraries.just(CreateVolumePermission.everyone())));
  }

  static Arbitrary<ImmutableSet<LaunchPermission>> fewLaunchPermissions() {
    return explicitLaunchPermissions().list().ofMinSize(1).ofMaxSize(3).map(ImmutableSet::copyOf);
  }
}
