package dev.amikit.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A trie is what a map is, whatever hash codes its keys have. */
class TrieTest {
  record Key(int hash, int number) {
    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && number == key.number && hash == key.hash;
    }
  }

  record Entry(Key key, int value) implements Trie.Entry<Key> {}

  record Step(Key key, Optional<Integer> value) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> hash = Arbitraries.oneOf(
        Arbitraries.of(0, 1, 32, 1 << 30, 1 << 31, -1, 33, 1 << 30 | 1), Arbitraries.integers());
    Arbitrary<Key> key =
        Combinators.combine(hash, Arbitraries.integers().between(0, 5)).as(Key::new);
    return Combinators.combine(key, Arbitraries.integers().between(0, 3).optional(0.6))
        .as(Step::new)
        .list()
        .ofMaxSize(80);
  }

  @Property
  void it_has_what_a_map_has_after_any_steps_and_every_older_one_what_it_had(
      @ForAll("steps") List<Step> steps) {
    List<Trie<Key, Entry>> tries = new ArrayList<>();
    List<Map<Key, Integer>> maps = new ArrayList<>();
    tries.add(Trie.empty(Comparator.comparing(Key::number)));
    maps.add(new HashMap<>());
    for (Step step : steps) {
      Map<Key, Integer> map = new HashMap<>(maps.get(maps.size() - 1));
      Trie<Key, Entry> before = tries.get(tries.size() - 1);
      tries.add(before.changed(step.key(), found -> {
        assertThat(Optional.ofNullable(found).map(Entry::value))
            .isEqualTo(Optional.ofNullable(map.get(step.key())));
        return step.value().map(value -> new Entry(step.key(), value)).orElse(null);
      }));
      map.compute(step.key(), (key, was) -> step.value().orElse(null));
      maps.add(map);
    }
    for (int i = 0; i < tries.size(); i++) {
      for (Step step : steps) {
        Entry found = tries.get(i).get(step.key());
        assertThat(found == null ? null : found.value()).isEqualTo(maps.get(i).get(step.key()));
      }
    }
  }

  @Property
  void a_change_that_leaves_all_as_it_was_gives_the_same_trie(@ForAll("steps") List<Step> steps) {
    Trie<Key, Entry> trie = Trie.empty(Comparator.comparing(Key::number));
    for (Step step : steps) {
      if (step.value().isPresent()) {
        trie =
            trie.changed(step.key(), was -> new Entry(step.key(), step.value().get()));
      }
      assertThat(trie.changed(step.key(), was -> was)).isSameAs(trie);
    }
  }

  /** What was taken out leaves nothing behind: the ways that led to it are gone as well. */
  @Property
  void whatever_came_and_went_an_empty_trie_is_empty(@ForAll("steps") List<Step> steps) {
    Trie<Key, Entry> trie = Trie.empty(Comparator.comparing(Key::number));
    for (Step step : steps) {
      trie = trie.changed(step.key(), was -> new Entry(step.key(), 1));
    }
    for (Step step : steps) {
      trie = trie.changed(step.key(), was -> null);
    }
    assertThat(trie).hasFieldOrPropertyWithValue("root", null);
  }
}
