package dev.amikit.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Resources with owners are what a plain scan of a map finds. */
class OwnedTest {
  private static final List<AccountId> ACCOUNTS =
      List.of(AccountId.of("111122223333"), AccountId.of("444455556666"));

  /** A resource, whose owner follows from its ID. */
  record Thing(String id, int value) {
    AccountId owner() {
      return ACCOUNTS.get(id.charAt(0) % 2);
    }
  }

  /** A resource comes or changes; or goes, where there is no value. */
  record Step(String id, Optional<Integer> value) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of("a", "b", "c", "d", "e", "f", "g", "h"),
            Arbitraries.integers().between(0, 9).optional(0.6))
        .as(Step::new)
        .list()
        .ofMaxSize(60);
  }

  @Property
  void each_account_is_told_its_own_in_the_order_of_their_ids(@ForAll("steps") List<Step> steps) {
    TreeMap<String, Thing> plain = new TreeMap<>();
    Owned<String, Thing> owned = Owned.none(Thing::owner, Thing::id);
    for (Step step : steps) {
      if (step.value().isPresent()) {
        Thing thing = new Thing(step.id(), step.value().get());
        plain.put(step.id(), thing);
        owned = owned.with(thing);
      } else {
        plain.remove(step.id());
        owned = owned.without(step.id());
      }
      assertThat(owned.get(step.id())).isEqualTo(Optional.ofNullable(plain.get(step.id())));
      assertThat(owned.all()).containsExactlyInAnyOrderElementsOf(plain.values());
      for (AccountId account : ACCOUNTS) {
        assertThat(owned.ownedBy(account))
            .containsExactlyElementsOf(plain.values().stream()
                .filter(thing -> thing.owner().equals(account))
                .toList());
      }
    }
    assertThat(owned).isEqualTo(of(plain)).hasSameHashCodeAs(of(plain));
  }

  private static Owned<String, Thing> of(TreeMap<String, Thing> things) {
    Owned<String, Thing> owned = Owned.none(Thing::owner, Thing::id);
    for (Thing thing : things.descendingMap().values()) {
      owned = owned.with(thing);
    }
    return owned;
  }
}
