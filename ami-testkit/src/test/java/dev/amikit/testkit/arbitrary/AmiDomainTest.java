package dev.amikit.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.device.VolumeType;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.lifecycle.AmiCommand;
import dev.amikit.lifecycle.AmiEvent;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Deregister;
import dev.amikit.lifecycle.ImageDisabled;
import dev.amikit.lifecycle.LifeCycle;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import dev.amikit.word.Word;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.providers.TypeUsage;

class AmiDomainTest {
  /** Packages of machinery, which is not generated. */
  private static final Set<String> MACHINERY =
      Set.of("dev.amikit.rule", "dev.amikit.word", "dev.amikit");

  @Domain(AmiDomain.class)
  @Property(tries = 20)
  void every_type_is_there_in_the_domain(
      @ForAll Ami ami,
      @ForAll Snapshot snapshot,
      @ForAll AmiState state,
      @ForAll VolumeType type,
      @ForAll Tags tags,
      @ForAll Rule rule,
      @ForAll Word word,
      @ForAll AmiCommand command,
      @ForAll Deregister deregistration,
      @ForAll AmiEvent event,
      @ForAll ImageDisabled disabling,
      @ForAll Decision decision) {
    assertThat(List.of(ami, snapshot, state, type, tags, rule, word)).doesNotContainNull();
    assertThat(List.of(command, deregistration, event, disabling, decision)).doesNotContainNull();
  }

  @Property(tries = 20)
  void every_type_is_there_without_wiring_and_beside_others(
      @ForAll LaunchPermission permission,
      @ForAll DeregistrationProtection protection,
      @ForAll String text,
      @ForAll int number) {
    assertThat(permission).isNotNull();
    assertThat(protection).isNotNull();
  }

  @Example
  @Tag("module-path")
  void every_public_type_that_is_a_value_can_be_generated() throws IOException {
    AmiArbitraryProvider provider = new AmiArbitraryProvider();
    assertThat(publicValueTypes())
        .hasSizeGreaterThan(40)
        .allMatch(type -> provider.canProvideFor(TypeUsage.of(type)));
  }

  private static List<Class<?>> publicValueTypes() throws IOException {
    return CoreTypes.publicTypes().stream()
        .filter(type -> !MACHINERY.contains(type.getPackageName()))
        .filter(type -> !CoreTypes.LARGER.contains(type.getPackageName()))
        .filter(type -> type != LifeCycle.class)
        .toList();
  }
}
