package dev.amikit.testkit.contract;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.image.Architecture;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.testkit.arbitrary.AmiArbitraries;
import dev.amikit.testkit.arbitrary.IdArbitraries;
import dev.amikit.testkit.arbitrary.SnapshotArbitraries;
import dev.amikit.testkit.arbitrary.WordArbitraries;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.member.Members;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** An honest mapping keeps the contract, and each promise catches who breaks it. */
@SuppressWarnings("ClassCanBeStatic") // groups of jqwik are inner classes
class MappingContractTest {
  /** What is mapped. */
  record Golden(
      ImageId id,
      Architecture architecture,
      Optional<String> description,
      Optional<ImmutableSet<AccountId>> sharedWith) {}

  @Group
  class Kept extends Rows {}

  @Group
  class Kept_of_images implements MappingContract<Ami, Ami> {
    @Override
    public Arbitrary<Ami> values() {
      return AmiArbitraries.amis();
    }

    @Override
    public Ami write(Ami ami) {
      return ami;
    }

    @Override
    public Ami read(Ami document) {
      return document;
    }
  }

  @Group
  class Kept_of_snapshots implements MappingContract<Snapshot, Snapshot> {
    @Override
    public Arbitrary<Snapshot> values() {
      return SnapshotArbitraries.snapshots();
    }

    @Override
    public Snapshot write(Snapshot snapshot) {
      return snapshot;
    }

    @Override
    public Snapshot read(Snapshot document) {
      return document;
    }
  }

  /** Rows of a table, of which an absent cell is null in a database. */
  private static class Rows implements MappingContract<Golden, ImmutableMap<String, String>> {
    @Override
    public Arbitrary<Golden> values() {
      return Combinators.combine(
              IdArbitraries.imageIds(),
              WordArbitraries.wordsOf(Architecture.WORDS),
              Arbitraries.strings().alpha().ofMaxLength(5).optional(),
              IdArbitraries.accountIds()
                  .set()
                  .ofMaxSize(3)
                  .<ImmutableSet<AccountId>>map(ImmutableSet::copyOf)
                  .optional())
          .as(Golden::new);
    }

    @Override
    public ImmutableMap<String, String> write(Golden golden) {
      Map<String, String> row = new HashMap<>();
      row.put("id", golden.id().value());
      row.put("architecture", golden.architecture().word());
      golden.description().ifPresent(text -> row.put("description", text));
      golden
          .sharedWith()
          .ifPresent(accounts -> row.put(
              "shared", accounts.stream().map(AccountId::value).sorted().collect(joining(","))));
      return ImmutableMap.copyOf(change(row));
    }

    Map<String, String> change(Map<String, String> row) {
      return row;
    }

    @Override
    public Golden read(ImmutableMap<String, String> row) {
      return new Golden(
          ImageId.of(cell(row, "id").orElseThrow()),
          Architecture.of(cell(row, "architecture").orElseThrow()),
          cell(row, "description"),
          cell(row, "shared")
              .map(text -> Splitter.on(',')
                  .omitEmptyStrings()
                  .splitToStream(text)
                  .map(AccountId::of)
                  .collect(toImmutableSet())));
    }

    private static Optional<String> cell(ImmutableMap<String, String> row, String name) {
      return Optional.ofNullable(row.get(name));
    }
  }

  private static Rows changing(UnaryOperator<Map<String, String>> change) {
    return new Rows() {
      @Override
      Map<String, String> change(Map<String, String> row) {
        return change.apply(row);
      }
    };
  }

  private static final Golden GOLDEN = new Golden(
      Amis.ID,
      Architecture.ARM64,
      Optional.of("golden"),
      Optional.of(ImmutableSet.of(AccountId.of("111122223333"))));
  private static final Golden OTHER = new Golden(
      ImageId.of("ami-12345678"),
      Architecture.X86_64,
      Optional.of("other"),
      Optional.of(ImmutableSet.of(AccountId.of("444455556666"))));

  private static void assertCaught(ThrowingCallable promise, String... words) {
    assertThatThrownBy(promise).isInstanceOf(AssertionError.class).hasMessageContainingAll(words);
  }

  @Example
  void what_gets_lost_is_caught() {
    Rows losing = changing(row -> {
      row.remove("description");
      return row;
    });
    assertCaught(
        () -> losing.what_was_written_must_be_read_back_equal(GOLDEN),
        "the value is read back otherwise:",
        "description: expected golden but was absent",
        "of {");
  }

  @Example
  void a_document_that_cannot_be_read_is_caught() {
    Rows cutting = changing(row -> {
      row.put("id", "ami-1");
      return row;
    });
    assertCaught(
        () -> cutting.what_was_written_must_be_read_back_equal(GOLDEN),
        "the value cannot be read back of {",
        "ami-1");
  }

  @Example
  void a_member_that_is_not_written_is_caught() {
    Rows forgetting = changing(row -> {
      row.put("description", "golden");
      return row;
    });
    assertCaught(
        () -> forgetting.values_that_differ_in_one_member_must_have_different_documents(
            GOLDEN, OTHER),
        "the document of the value with another description");
  }

  @Example
  void a_member_that_documents_are_not_meant_to_tell_may_be_left_out() {
    Rows without = new Rows() {
      @Override
      Map<String, String> change(Map<String, String> row) {
        row.remove("description");
        return row;
      }

      @Override
      public Golden told(Golden golden) {
        return new Golden(
            golden.id(), golden.architecture(), Optional.empty(), golden.sharedWith());
      }
    };
    without.what_was_written_must_be_read_back_equal(GOLDEN);
    without.values_that_differ_in_one_member_must_have_different_documents(GOLDEN, OTHER);
    without.untold_and_empty_must_stay_two_things(GOLDEN);
  }

  @Example
  void nothing_that_is_read_as_untold_is_caught() {
    Rows confusing = changing(row -> {
      row.values().removeIf(String::isEmpty);
      return row;
    });
    assertCaught(
        () -> confusing.untold_and_empty_must_stay_two_things(GOLDEN),
        "the value with an empty description is read back otherwise:",
        "description: expected \"\" but was absent");
  }

  @Example
  void permissions_that_nobody_told_and_that_are_read_as_none_are_caught() {
    Rows confusing = changing(row -> {
      row.putIfAbsent("shared", "");
      return row;
    });
    assertCaught(
        () -> confusing.untold_and_empty_must_stay_two_things(GOLDEN),
        "the value with no sharedWith told is read back otherwise:",
        "sharedWith: expected absent but was []");
  }

  @Example
  void an_unknown_word_that_becomes_a_known_one_is_caught() {
    Rows guessing = changing(row -> {
      Architecture architecture = Architecture.of(row.get("architecture"));
      row.put("architecture", (architecture.isKnown() ? architecture : Architecture.X86_64).word());
      return row;
    });
    assertCaught(
        () -> guessing.an_unknown_word_must_be_kept(GOLDEN),
        "the value with an unknown word as architecture is read back otherwise:",
        "architecture: expected new-1 but was x86_64");
  }

  @Example
  void letter_case_that_is_lost_is_caught() {
    Rows shouting = changing(row -> {
      row.computeIfPresent("description", (name, text) -> Ascii.toUpperCase(text));
      return row;
    });
    assertCaught(
        () -> shouting.what_was_written_must_be_read_back_equal(GOLDEN),
        "description: expected golden but was GOLDEN");
  }

  @Example
  void a_document_that_differs_from_itself_is_caught() {
    AtomicInteger times = new AtomicInteger();
    Rows counting = changing(row -> {
      row.put("version", String.valueOf(times.incrementAndGet()));
      return row;
    });
    assertCaught(
        () -> counting.equal_values_must_have_equal_documents(GOLDEN),
        "the document of Golden",
        "a second time");
  }

  @Example
  void a_document_that_tells_which_object_it_is_of_is_caught() {
    Rows identifying = new Rows() {
      @Override
      @SuppressWarnings("ReferenceEquality") // that is what is wrong with it
      public ImmutableMap<String, String> write(Golden golden) {
        return ImmutableMap.of("object", golden == GOLDEN ? "that one" : "another one");
      }
    };
    assertCaught(
        () -> identifying.equal_values_must_have_equal_documents(GOLDEN),
        "the document of a value that equals Golden");
  }

  @Example
  void a_value_whose_members_are_not_known_asks_for_them() {
    assertThatThrownBy(() -> Members.of("text"))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("override changes and rebuilt");
    assertThat(Members.differences("text", "other")).contains("expected text but was other");
  }

  @Property(tries = 5)
  void a_change_differs_in_its_member(
      @ForAll("amis") List<Ami> amis, @ForAll("snapshots") List<Snapshot> snapshots) {
    assertChanges(amis, Set.of("launchPermissions", "description", "deprecationTime", "tags"));
    assertChanges(snapshots, Set.of("createVolumePermissions", "description", "tags"));
    assertThat(kinds(amis)).contains("EMPTY launchPermissions", "UNTOLD isPublic");
    assertThat(kinds(amis)).contains("UNTOLD description", "UNKNOWN_WORD architecture");
    assertThat(kinds(snapshots)).contains("UNTOLD progress", "UNKNOWN_WORD state");
  }

  @Provide
  Arbitrary<List<Ami>> amis() {
    return AmiArbitraries.amis().list().ofSize(30);
  }

  @Provide
  Arbitrary<List<Snapshot>> snapshots() {
    return SnapshotArbitraries.snapshots().list().ofSize(30);
  }

  private static <T> void assertChanges(List<T> values, Set<String> members) {
    Set<String> changed = new HashSet<>();
    for (T value : values) {
      for (Change<T> change : Changes.of(value, values.get(0))) {
        assertThat(Members.differences(value, change.value())).as("%s", change).isNotEmpty();
        changed.add(change.member());
      }
    }
    assertThat(changed).containsAll(members);
  }

  private static <T> Set<String> kinds(List<T> values) {
    Set<String> kinds = new HashSet<>();
    for (T value : values) {
      Changes.of(value, values.get(0))
          .forEach(change -> kinds.add(change.kind() + " " + change.member()));
    }
    return kinds;
  }
}
