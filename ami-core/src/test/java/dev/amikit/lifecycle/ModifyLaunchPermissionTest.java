package dev.amikit.lifecycle;

import static dev.amikit.lifecycle.Images.EVERYONE;
import static dev.amikit.lifecycle.Images.NOW;
import static dev.amikit.lifecycle.Images.ORGANIZATION;
import static dev.amikit.lifecycle.Images.PARTNER;
import static dev.amikit.lifecycle.Images.UNIT;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.image.Ami;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.rule.Rules;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The algebra of launch permissions, over all sets with one of each kind. */
class ModifyLaunchPermissionTest {
  @Provide
  Arbitrary<Set<LaunchPermission>> permissions() {
    return Arbitraries.of(Sets.powerSet(ImmutableSet.of(PARTNER, EVERYONE, ORGANIZATION, UNIT)));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules({"ATTR-05", "ATTR-09", "PERM-42", "PERM-43"})
  void the_new_set_is_the_old_one_with_what_is_added_and_without_what_is_removed(
      @ForAll("permissions") Set<LaunchPermission> old,
      @ForAll("permissions") Set<LaunchPermission> add,
      @ForAll("permissions") Set<LaunchPermission> remove) {
    Assume.that(!add.isEmpty() || !remove.isEmpty());
    Assume.that(Sets.intersection(add, remove).isEmpty());
    Ami ami = Images.unshared().launchPermissions(old).build();

    Decision<Ami> decision = change(add, remove).decide(ami, NOW);

    Set<LaunchPermission> expected = new HashSet<>(old);
    expected.addAll(add);
    expected.removeAll(remove);
    Ami after = decision.orThrow().applyTo(ami);
    assertThat(after.launchPermissions().orElseThrow()).isEqualTo(expected);
    if (expected.equals(old)) {
      assertThat(after).isSameAs(ami);
      assertThat(decision.events()).isEmpty();
    }
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules({"PUB-01", "PERM-02", "PERM-46"})
  void an_image_is_public_exactly_when_the_group_all_is_in_the_set(
      @ForAll("permissions") Set<LaunchPermission> old,
      @ForAll("permissions") Set<LaunchPermission> changed) {
    Assume.that(!changed.isEmpty());
    Ami ami = Images.unshared().launchPermissions(old).build();

    Ami given = change(changed, ImmutableSet.of()).decide(ami, NOW).orThrow().applyTo(ami);
    Ami taken = change(ImmutableSet.of(), changed).decide(ami, NOW).orThrow().applyTo(ami);

    assertThat(given.isPublic()).isEqualTo(old.contains(EVERYONE) || changed.contains(EVERYONE));
    assertThat(taken.isPublic()).isEqualTo(old.contains(EVERYONE) && !changed.contains(EVERYONE));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules({"PERM-61", "ATTR-20"})
  void a_reset_takes_all_and_can_be_repeated(@ForAll("permissions") Set<LaunchPermission> old) {
    Ami ami = Images.unshared().launchPermissions(old).build();

    Ami reset = new ResetLaunchPermission().decide(ami, NOW).orThrow().applyTo(ami);

    assertThat(reset).isEqualTo(Images.unshared().build());
    assertThat(new ResetLaunchPermission().decide(reset, NOW)).isEqualTo(Decision.unchanged());
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Rules({"PERM-67", "PERM-68", "PERM-69"})
  void only_a_direct_permission_can_be_given_up(@ForAll("permissions") Set<LaunchPermission> old) {
    Ami ami = Images.unshared().launchPermissions(old).build();
    AmiCommand command = Commands.of(AmiAction.CANCEL_IMAGE_LAUNCH_PERMISSION);

    if (old.contains(PARTNER)) {
      assertThat(command
              .decide(ami, NOW)
              .orThrow()
              .applyTo(ami)
              .launchPermissions()
              .orElseThrow())
          .isEqualTo(Sets.difference(old, ImmutableSet.of(PARTNER)));
    } else {
      assertRefused(
          command,
          ami,
          NOW,
          "cancel-image-launch-permission.has-permission",
          "InvalidAMIID.NotFound");
    }
  }

  private static ModifyLaunchPermission change(
      Set<LaunchPermission> add, Set<LaunchPermission> remove) {
    return new ModifyLaunchPermission(ImmutableSet.copyOf(add), ImmutableSet.copyOf(remove));
  }
}
