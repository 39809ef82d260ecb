package dev.amikit.testkit.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.common.collect.ImmutableList;
import dev.amikit.testkit.member.Members;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What is promised of a mapping of values to documents of one's own, such as rows of a table: that
 * nothing gets lost on the way there and back. To be implemented by a test class, for images and
 * snapshots and for every other value of the library, or for records of one's own.
 *
 * <pre>{@code
 * class RowsTest implements MappingContract<Ami, Row> {
 *   @Override
 *   public Arbitrary<Ami> values() {
 *     return AmiArbitraries.amis();
 *   }
 *
 *   @Override
 *   public Row write(Ami ami) {
 *     return Row.of(ami);
 *   }
 *
 *   @Override
 *   public Ami read(Row row) {
 *     return row.toAmi();
 *   }
 * }
 * }</pre>
 *
 * @param <T> the type of the values
 * @param <D> the type of the documents, which are equal if they say the same
 */
public interface MappingContract<T, D> {
  /** {@return the values that are tried, every kind that there is} */
  @Provide
  Arbitrary<T> values();

  /**
   * Writes a value.
   *
   * @param value the value
   * @return the document of it
   */
  D write(T value);

  /**
   * Reads a document that was written.
   *
   * @param document the document
   * @return the value that it is of
   */
  T read(D document);

  /**
   * Returns what documents are meant to tell of a value.
   *
   * @param value the value
   * @return the value itself, unless overridden for documents that leave something out on purpose
   */
  default T told(T value) {
    return requireNonNull(value, "value");
  }

  /**
   * Returns values that differ from a value in one member each. Those that may not be are left out.
   *
   * @param value the value
   * @param other where other members come from
   * @return the values, as to every member: with the other's, without, empty, and with an unknown
   *     word, as far as there is such a thing
   * @throws UnsupportedOperationException if the value is neither a record nor has a builder; then
   *     this has to be overridden
   */
  default ImmutableList<Change<T>> changes(T value, T other) {
    return Changes.of(requireNonNull(value, "value"), requireNonNull(other, "other"));
  }

  /**
   * Builds a value anew.
   *
   * @param value the value
   * @return an equal value, and another object
   * @throws UnsupportedOperationException if the value is neither a record nor has a builder; then
   *     this has to be overridden
   */
  default T rebuilt(T value) {
    return Members.of(requireNonNull(value, "value")).rebuilt(value);
  }

  /**
   * What was written is read back as an equal value.
   *
   * <p>If it fails, look at the members that the failure names: at those that are left out, at
   * times and numbers that are cut, at lists whose order is lost, and at texts that are trimmed.
   *
   * @param value the value
   */
  @Property(tries = 1000)
  default void what_was_written_must_be_read_back_equal(@ForAll("values") T value) {
    assertReadsBack(value, "the value");
  }

  /**
   * Two values that differ in one member have different documents, of which each is read back as
   * its own; unless no document is meant to tell that member.
   *
   * <p>If it fails, look for the member that the failure names where documents are written.
   *
   * @param value a value
   * @param other another, whose members it gets one by one
   */
  @Property(tries = 100)
  default void values_that_differ_in_one_member_must_have_different_documents(
      @ForAll("values") T value, @ForAll("values") T other) {
    assertAreKept(value, other, Change.Kind.ANOTHER);
  }

  /**
   * What was not told stays untold, and what was told to be nothing stays nothing: launch
   * permissions that nobody told are not the same as no permissions, and no description is not the
   * same as an empty one.
   *
   * <p>If it fails, look for an empty list or text that is written like none, or read as none.
   *
   * @param value a value, whose members are left out and emptied one by one
   */
  @Property(tries = 100)
  default void untold_and_empty_must_stay_two_things(@ForAll("values") T value) {
    assertAreKept(value, value, Change.Kind.UNTOLD, Change.Kind.EMPTY);
  }

  /**
   * A word that the library does not know, as AWS may add one, is kept letter by letter.
   *
   * <p>If it fails, look for an enum that words are read into, and for a column that is too narrow.
   *
   * @param value a value, whose words are replaced by unknown ones one by one
   */
  @Property(tries = 100)
  default void an_unknown_word_must_be_kept(@ForAll("values") T value) {
    assertAreKept(value, value, Change.Kind.UNKNOWN_WORD);
  }

  /**
   * Equal values have equal documents, each time.
   *
   * <p>If it fails, look for what goes by the identity of an object, by the order of a hash table,
   * by the clock or by chance.
   *
   * @param value the value
   */
  @Property(tries = 100)
  default void equal_values_must_have_equal_documents(@ForAll("values") T value) {
    D document = write(value);
    assertThat(write(value)).as("the document of %s, a second time", value).isEqualTo(document);
    assertThat(write(rebuilt(value)))
        .as("the document of a value that equals %s", value)
        .isEqualTo(document);
  }

  private void assertAreKept(T value, T other, Change.Kind... kinds) {
    for (Change<T> change : changes(value, other)) {
      if (Arrays.asList(kinds).contains(change.kind())) {
        String what = "the value with " + change;
        if (!told(change.value()).equals(told(value))) {
          assertThat(write(change.value()))
              .as("the document of %s, and that of %s", what, value)
              .isNotEqualTo(write(value));
        }
        assertReadsBack(change.value(), what);
      }
    }
  }

  private void assertReadsBack(T value, String what) {
    D document = write(value);
    T expected = told(value);
    T found;
    try {
      found = read(document);
    } catch (RuntimeException e) {
      throw new AssertionError("%s cannot be read back of %s".formatted(what, document), e);
    }
    if (!expected.equals(found)) {
      fail(
          "%s is read back otherwise:%s%nof %s",
          what, Members.differences(expected, found), document);
    }
    assertThat(found).as(what).hasSameHashCodeAs(expected);
  }
}
