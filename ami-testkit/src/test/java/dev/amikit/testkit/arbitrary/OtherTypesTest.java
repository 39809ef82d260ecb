package dev.amikit.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.AccountId;
import dev.amikit.image.Ami;
import dev.amikit.lifecycle.Command;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Event;
import dev.amikit.page.Result;
import dev.amikit.tag.Tags;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.jqwik.AmiDomain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UseType;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContextBase;
import net.jqwik.api.providers.TypeUsage;

/** The kit leaves alone what is not of the library, and does not stand before a project's own. */
class OtherTypesTest {
  /** An enum of a project. */
  public enum Colour {
    RED,
    GREEN
  }

  /** What a project might keep of an image. */
  public record Bake(Ami ami, Optional<AccountId> sharedWith, Colour colour) {}

  /** A life of a project's own. */
  record Machine(int number) {}

  @Property(tries = 20)
  void others_are_made_as_ever(
      @ForAll String text,
      @ForAll @IntRange(min = 3, max = 7) int number,
      @ForAll Colour colour,
      @ForAll @Size(2) List<Ami> amis,
      @ForAll Optional<Ami> ami,
      @ForAll @Size(max = 2) Map<String, Tags> tags,
      @ForAll Ami[] array,
      @ForAll @UseType Bake bake) {
    assertThat(text).isNotNull();
    assertThat(number).isBetween(3, 7);
    assertThat(colour).isIn((Object[]) Colour.values());
    assertThat(amis).hasSize(2).hasOnlyElementsOfType(Ami.class);
    assertThat(ami.map(Ami::getClass)).isNotNull();
    assertThat(tags.values()).allMatch(Tags.class::isInstance);
    assertThat(array).doesNotContainNull();
    assertThat(bake.ami()).isNotNull();
  }

  @Domain(AmiDomain.class)
  @Property(tries = 20)
  void they_are_made_beside_the_domain_too(
      @ForAll String text,
      @ForAll int number,
      @ForAll Colour colour,
      @ForAll List<Ami> amis,
      @ForAll Optional<Ami> ami,
      @ForAll("machines") Machine machine) {
    assertThat(text).isNotNull();
    assertThat(colour).isIn((Object[]) Colour.values());
    assertThat(amis).doesNotContainNull();
    assertThat(machine.number()).isBetween(1, 9);
  }

  @Domain(Own.class)
  @Domain(AmiDomain.class)
  @Property(tries = 20)
  void an_own_domain_has_a_say_on_its_own_types(
      @ForAll Machine machine, @ForAll Command<Machine> command, @ForAll Tags tags) {
    assertThat(machine.number()).isBetween(1, 9);
    assertThat(command).isSameAs(Own.COMMAND);
    assertThat(tags).isNotNull();
  }

  @Domain(value = OwnImages.class, priority = 2)
  @Domain(AmiDomain.class)
  @Property(tries = 20)
  void an_own_provider_of_images_is_asked_first_if_it_says_so(
      @ForAll Ami ami, @ForAll List<Ami> amis) {
    assertThat(ami).isEqualTo(Amis.availableAmi());
    assertThat(amis).allMatch(Amis.availableAmi()::equals);
  }

  @Example
  void lives_of_others_are_left_to_others() {
    AmiArbitraryProvider provider = new AmiArbitraryProvider();
    TypeUsage machine = TypeUsage.of(Machine.class);
    TypeUsage maybeAmi = TypeUsage.of(Optional.class, TypeUsage.of(Ami.class));
    for (Class<?> type :
        List.of(Command.class, Decision.class, Event.class, Result.class, TimedCommand.class)) {
      assertThat(provider.canProvideFor(TypeUsage.of(type, machine)))
          .as("%s", type)
          .isFalse();
      assertThat(provider.canProvideFor(TypeUsage.of(type, maybeAmi)))
          .as("%s", type)
          .isFalse();
      assertThat(provider.canProvideFor(TypeUsage.of(type, TypeUsage.of(Ami.class))))
          .isTrue();
      assertThat(provider.canProvideFor(TypeUsage.of(type))).isTrue();
    }
  }

  @Provide
  Arbitrary<Machine> machines() {
    return Own.MACHINES;
  }

  static final class Own extends DomainContextBase {
    static final Arbitrary<Machine> MACHINES =
        Arbitraries.integers().between(1, 9).map(Machine::new);
    static final Command<Machine> COMMAND = new Command<>() {
      @Override
      public dev.amikit.lifecycle.Action<?> action() {
        return dev.amikit.lifecycle.AmiAction.LAUNCH;
      }

      @Override
      public Decision<Machine> decide(Machine machine, java.time.Instant now) {
        return Decision.unchanged();
      }
    };

    @Provide
    Arbitrary<Machine> machines() {
      return MACHINES;
    }

    @Provide
    Arbitrary<Command<Machine>> commands() {
      return Arbitraries.just(COMMAND);
    }
  }

  static final class OwnImages extends DomainContextBase {
    @Provide
    Arbitrary<Ami> amis() {
      return Arbitraries.just(Amis.availableAmi());
    }
  }
}
