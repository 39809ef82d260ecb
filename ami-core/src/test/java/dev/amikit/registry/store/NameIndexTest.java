package dev.amikit.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import dev.amikit.id.AccountId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class NameIndexTest {
  private static final AccountId ONE = AccountId.of("111122223333");
  private static final AccountId OTHER = AccountId.of("444455556666");

  record Entry(String name, AccountId owner, int row) implements Comparable<Entry> {
    private static final Comparator<Entry> ORDER =
        Comparator.comparing(Entry::name).thenComparing(Entry::owner).thenComparing(Entry::row);

    @Override
    public int compareTo(Entry other) {
      return ORDER.compare(this, other);
    }
  }

  record Step(boolean add, Entry entry) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Entry> entries = Combinators.combine(
            Arbitraries.strings().withChars("ab*-").ofMaxLength(4),
            Arbitraries.of(ONE, OTHER),
            Arbitraries.integers().between(0, 5))
        .as(Entry::new);
    return Combinators.combine(Arbitraries.of(true, true, false), entries)
        .as(Step::new)
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab*-").ofMaxLength(3);
  }

  @Property
  void it_has_what_a_sorted_set_has_after_any_steps(
      @ForAll("steps") List<Step> steps,
      @ForAll("texts") String text,
      @ForAll @IntRange(max = 10) int atMost) {
    NameIndex index = NameIndex.empty();
    TreeSet<Entry> oracle = new TreeSet<>();
    for (Step step : steps) {
      Entry entry = step.entry();
      if (!step.add()) {
        index = index.without(entry.name(), entry.owner(), entry.row());
        oracle.remove(entry);
      } else if (oracle.add(entry)) {
        index = index.with(entry.name(), entry.owner(), entry.row());
      }
    }
    ImmutableIntArray all = rows(oracle, entry -> true);
    ImmutableIntArray ofPrefix = rows(oracle, entry -> entry.name().startsWith(text));
    ImmutableIntArray ofName = rows(oracle, entry -> entry.name().equals(text));
    ImmutableIntArray ofOne =
        rows(oracle, entry -> entry.name().equals(text) && entry.owner().equals(ONE));
    assertThat(index.ofPrefix("", Integer.MAX_VALUE)).contains(all);
    assertThat(index.ofPrefix(text, atMost)).isEqualTo(ifAtMost(atMost, ofPrefix));
    assertThat(index.ofName(text, atMost)).isEqualTo(ifAtMost(atMost, ofName));
    assertThat(index.ofName(text, ONE)).isEqualTo(ofOne);
  }

  private static ImmutableIntArray rows(TreeSet<Entry> entries, Predicate<Entry> which) {
    return ImmutableIntArray.copyOf(entries.stream().filter(which).mapToInt(Entry::row));
  }

  private static Optional<ImmutableIntArray> ifAtMost(int most, ImmutableIntArray rows) {
    return rows.length() <= most ? Optional.of(rows) : Optional.empty();
  }

  @Property(tries = 50)
  void an_earlier_index_stays_as_it_was(@ForAll("steps") List<Step> steps) {
    List<NameIndex> versions = new ArrayList<>();
    List<ImmutableIntArray> rows = new ArrayList<>();
    NameIndex index = NameIndex.empty();
    for (Step step : steps) {
      Entry entry = step.entry();
      index = step.add()
          ? index.with(entry.name(), entry.owner(), entry.row())
          : index.without(entry.name(), entry.owner(), entry.row());
      versions.add(index);
      rows.add(all(index));
    }
    for (int i = 0; i < versions.size(); i++) {
      assertThat(all(versions.get(i))).isEqualTo(rows.get(i));
    }
  }

  private static ImmutableIntArray all(NameIndex index) {
    return index.ofPrefix("", Integer.MAX_VALUE).orElseThrow();
  }
}
