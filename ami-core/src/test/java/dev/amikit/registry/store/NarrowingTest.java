package dev.amikit.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.UserId;
import dev.amikit.tag.Tags;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What is narrowed keeps all that is asked for, and what is said of it is so of each. */
class NarrowingTest {
  private static final ImmutableList<AccountId> ACCOUNTS = ImmutableList.of(
      AccountId.of("111122223333"), AccountId.of("444455556666"), AccountId.of("777788889999"));

  /** Something with an attribute that an index finds, and one that none does. */
  record Thing(AccountId owner, Tags tags, String state, String unknown) {
    static Thing of(Random random) {
      return new Thing(
          ACCOUNTS.get((int) Math.sqrt(random.nextInt(9))),
          random.nextBoolean() ? Tags.of("env", word(random)) : Tags.none(),
          word(random),
          word(random));
    }

    private static String word(Random random) {
      return random.nextInt(4) == 0 ? "rare" : "common";
    }

    boolean passes(Filter filter) {
      return filter.values().stream().anyMatch(value -> switch (filter.name()) {
        case "owner-id" -> owner.value().equals(value);
        case "tag:env" ->
          owner.equals(ACCOUNTS.get(0)) && tags.get("env").equals(Optional.of(value));
        case "state" -> state.equals(value);
        default -> unknown.equals(value);
      });
    }

    boolean isOwned(Set<UserId> owners) {
      return owners.isEmpty()
          || owners.contains(UserId.of(owner))
          || owners.contains(UserId.SELF) && owner.equals(ACCOUNTS.get(0));
    }
  }

  record Question(Set<UserId> owners, List<Filter> filters) {
    boolean finds(Thing thing) {
      return thing.isOwned(owners) && filters.stream().allMatch(thing::passes);
    }
  }

  @Property(tries = 200)
  void it_keeps_what_is_asked_for_and_says_of_all_what_is_so_of_each(
      @ForAll("counts") int count, @ForAll long seed, @ForAll("questions") Question question) {
    Random random = new Random(seed);
    List<Thing> things =
        IntStream.range(0, count).mapToObj(row -> Thing.of(random)).toList();
    Postings<Thing, AccountId> byOwner = Postings.by(Thing::owner);
    Postings<Thing, OwnTag> byTag =
        Postings.by(Thing::tags, thing -> OwnTag.each(thing.owner(), thing.tags()));
    Postings<Thing, String> byState = Postings.by(Thing::state);
    for (int row = 0; row < count; row++) {
      byOwner = byOwner.changed(row, null, things.get(row));
      byTag = byTag.changed(row, null, things.get(row));
      byState = byState.changed(row, null, things.get(row));
    }
    Postings<Thing, String> states = byState;
    Narrowing narrowing = new Narrowing(ACCOUNTS.get(0), byOwner, byTag);
    narrowing.to(ImmutableList.copyOf(Iterables.transform(ACCOUNTS, byOwner::of)));
    narrowing.toOwned(question.owners());
    for (Filter filter : question.filters()) {
      narrowing.toFiltered(
          filter,
          (name, value) -> name.equals("state") ? Optional.of(states.of(value)) : Optional.empty());
    }

    Narrowed narrowed = narrowing.narrowed();

    assertThat(narrowed.rows().asList()).doesNotHaveDuplicates();
    assertThat(narrowed.rows().asList())
        .containsAll(IntStream.range(0, count)
            .filter(row -> question.finds(things.get(row)))
            .boxed()
            .toList());
    assertThat(narrowed.rows().stream().mapToObj(things::get))
        .allMatch(thing -> narrowed.passed().stream().allMatch(thing::passes))
        .allMatch(thing -> !narrowed.areOwned() || thing.isOwned(question.owners()));
    assertThat(question.filters()).containsAll(narrowed.passed());
    Statistics.label("a filter is known of all and another is not")
        .collect(!narrowed.passed().isEmpty()
            && narrowed.passed().size()
                < ImmutableSet.copyOf(question.filters()).size())
        .coverage(some -> some.check(true).percentage(share -> share > 10));
    Statistics.label("two parts are known of all")
        .collect(narrowed.passed().size() + (narrowed.areOwned() ? 1 : 0) > 1)
        .coverage(some -> some.check(true).percentage(share -> share > 10));
  }

  @Provide
  Arbitrary<Integer> counts() {
    return Arbitraries.of(0, 100, 1_000, 5_000);
  }

  @Provide
  Arbitrary<Question> questions() {
    Arbitrary<UserId> owner = Arbitraries.of(
        UserId.SELF, UserId.of(ACCOUNTS.get(0)), UserId.of(ACCOUNTS.get(1)), UserId.AMAZON);
    Arbitrary<String> word = Arbitraries.of("rare", "rare", "common", "none");
    Arbitrary<String> value =
        Arbitraries.oneOf(word, word, Arbitraries.of("ra*", ACCOUNTS.get(0).value()));
    Arbitrary<Filter> filter = Combinators.combine(
            Arbitraries.of("owner-id", "tag:env", "state", "unknown"),
            value.list().ofMinSize(1).ofMaxSize(2))
        .as((name, values) -> new Filter(name, ImmutableList.copyOf(values)));
    Arbitrary<Set<UserId>> owners = owner.set().ofMaxSize(2);
    Arbitrary<List<Filter>> filters = filter.list().ofMaxSize(3);
    return Combinators.combine(owners, filters).as(Question::new);
  }
}
