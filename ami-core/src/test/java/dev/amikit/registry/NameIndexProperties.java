package dev.amikit.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.ImageId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NameIndexProperties {
  record Entry(String name, int id) implements Comparable<Entry> {
    ImageId imageId() {
      return ImageId.of("ami-%08x".formatted(id));
    }

    @Override
    public int compareTo(Entry other) {
      int byName = name.compareTo(other.name);
      return byName != 0 ? byName : Integer.compare(id, other.id);
    }
  }

  record Step(boolean add, Entry entry) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Entry> entries = Combinators.combine(
            Arbitraries.strings().withChars("ab*-").ofMaxLength(4),
            Arbitraries.integers().between(0, 5))
        .as(Entry::new);
    return Combinators.combine(Arbitraries.of(true, true, false), entries)
        .as(Step::new)
        .list()
        .ofMaxSize(60);
  }

  @Property
  void it_has_what_a_sorted_set_has_after_any_steps(
      @ForAll("steps") List<Step> steps, @ForAll("prefixes") String prefix) {
    NameIndex index = NameIndex.empty();
    TreeSet<Entry> oracle = new TreeSet<>();
    for (Step step : steps) {
      Entry entry = step.entry();
      index = step.add()
          ? index.with(entry.name(), entry.imageId())
          : index.without(entry.name(), entry.imageId());
      if (step.add()) {
        oracle.add(entry);
      } else {
        oracle.remove(entry);
      }
    }
    List<ImageId> ofPrefix = oracle.stream()
        .filter(e -> e.name().startsWith(prefix))
        .map(Entry::imageId)
        .toList();
    List<ImageId> ofName =
        oracle.stream().filter(e -> e.name().equals(prefix)).map(Entry::imageId).toList();
    assertThat(index.size()).isEqualTo(oracle.size());
    assertThat(index.ofPrefix(prefix)).isEqualTo(ofPrefix);
    assertThat(index.countOfPrefix(prefix)).isEqualTo(ofPrefix.size());
    assertThat(index.ofName(prefix)).isEqualTo(ofName);
  }

  @Property(tries = 50)
  void an_earlier_index_stays_as_it_was(@ForAll("steps") List<Step> steps) {
    List<NameIndex> versions = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    NameIndex index = NameIndex.empty();
    for (Step step : steps) {
      index = index.with(step.entry().name(), step.entry().imageId());
      versions.add(index);
      sizes.add(index.ofPrefix("").size());
    }
    for (int i = 0; i < versions.size(); i++) {
      assertThat(versions.get(i).ofPrefix("")).hasSize(sizes.get(i));
    }
  }

  @Provide
  Arbitrary<String> prefixes() {
    return Arbitraries.strings().withChars("ab*-").ofMaxLength(3);
  }
}
