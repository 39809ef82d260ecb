package dev.amikit.testkit.contract;

import static org.assertj.core.api.Assertions.fail;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import dev.amikit.testkit.contract.Question.About;
import dev.amikit.visibility.Viewer;
import java.util.Collection;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What is promised of who answers queries in a way of one's own, such as by SQL: that what is found
 * is what the library finds, which looks at everything, one by one. A test class implements
 * {@link ImageQueryContract} or {@link SnapshotQueryContract}.
 *
 * <p>Queries come well-formed: a filter that EC2 does not have, a value with a bad escape and an
 * owner that is none are refused, in EC2's words, when a query is built, and reach nobody.
 *
 * @param <Q> the type of the queries
 * @param <T> the type of what they find
 */
public interface QueryContract<Q, T> {
  /**
   * Answers a query.
   *
   * @param query the query; how many a page has does not matter here
   * @param values what there is in the Region; all permissions are told, and the tags are those of
   *     the viewer
   * @param viewer who asks, and when
   * @return those of the values that the query finds, each once, in any order
   */
  Collection<T> find(Q query, List<T> values, Viewer viewer);

  /**
   * Answers a question as the library does.
   *
   * @param question the question
   * @return those of its values that its query finds
   */
  Collection<T> findByLibrary(Question<Q, T> question);

  /**
   * Returns questions.
   *
   * @param about what they are about
   * @return the questions, of which a good part finds some of the values and not all
   */
  Arbitrary<Question<Q, T>> questions(About about);

  /** {@return questions about everything} */
  @Provide
  default Arbitrary<Question<Q, T>> anything() {
    return questions(About.ANYTHING);
  }

  /** {@return questions of one filter} */
  @Provide
  default Arbitrary<Question<Q, T>> filters() {
    return questions(About.FILTERS);
  }

  /** {@return questions with wild cards and escapes} */
  @Provide
  default Arbitrary<Question<Q, T>> patterns() {
    return questions(About.PATTERNS);
  }

  /** {@return questions with several filters of several values} */
  @Provide
  default Arbitrary<Question<Q, T>> several() {
    return questions(About.SEVERAL);
  }

  /** {@return questions for tags} */
  @Provide
  default Arbitrary<Question<Q, T>> tags() {
    return questions(About.TAGS);
  }

  /** {@return questions for owners} */
  @Provide
  default Arbitrary<Question<Q, T>> owners() {
    return questions(About.OWNERS);
  }

  /** {@return questions for what is shared} */
  @Provide
  default Arbitrary<Question<Q, T>> sharing() {
    return questions(About.SHARING);
  }

  /**
   * Each filter looks at its own attribute, and its text fits the whole of it, letter case
   * included; what has no such attribute is not found.
   *
   * <p>If it fails, look at the column of the filter that the failure names: at how booleans, times
   * and numbers are spelt, at letter case, and at null.
   *
   * @param question the question
   */
  @Property(tries = 500)
  default void a_filter_must_look_at_its_attribute(@ForAll("filters") Question<Q, T> question) {
    assertFindsTheSame(question);
  }

  /**
   * {@code *} stands for any characters, {@code ?} for one or none, and after a backslash both and
   * the backslash stand for themselves.
   *
   * <p>If it fails, look at what is a wild card in your language and not in EC2's, such as
   * {@code %} and {@code _}, and at {@code ?}, which may stand for no character.
   *
   * @param question the question
   */
  @Property(tries = 500)
  default void wild_cards_and_escapes_must_match_as_those_of_ec2(
      @ForAll("patterns") Question<Q, T> question) {
    assertFindsTheSame(question);
  }

  /**
   * Of the values of a filter one must fit, of the filters all; where an attribute has several
   * values, one of them must fit.
   *
   * <p>If it fails, look at where "and" and "or" stand, and at joins that find something twice.
   *
   * @param question the question
   */
  @Property(tries = 300)
  default void one_value_of_each_filter_must_fit(@ForAll("several") Question<Q, T> question) {
    assertFindsTheSame(question);
  }

  /**
   * Tags are found by key, by value, or by both of the same tag.
   *
   * <p>If it fails, look at a key and a value that are looked for in two different tags, and at
   * empty values.
   *
   * @param question the question
   */
  @Property(tries = 300)
  default void tags_must_be_found_by_key_and_value(@ForAll("tags") Question<Q, T> question) {
    assertFindsTheSame(question);
  }

  /**
   * Owners are named by account, by the alias that AWS gives them, or as {@code self}.
   *
   * <p>If it fails, look at an alias that is compared with the account, and at who {@code self} is.
   *
   * @param question the question
   */
  @Property(tries = 300)
  default void owners_must_be_found_by_account_self_and_alias(
      @ForAll("owners") Question<Q, T> question) {
    assertFindsTheSame(question);
  }

  /**
   * Nobody finds what is not their own, nor public, nor shared with them; and who asks for what is
   * shared with somebody finds that.
   *
   * <p>If it fails, look at whose permissions are asked: what is public is not shared, and what is
   * one's own is shared with oneself only if it says so.
   *
   * @param question the question
   */
  @Property(tries = 300)
  default void only_what_the_viewer_may_see_must_be_found(
      @ForAll("sharing") Question<Q, T> question) {
    assertFindsTheSame(question);
  }

  /**
   * Any query finds what the library finds, nothing more, nothing less and nothing twice.
   *
   * <p>If it fails where the others do not, look at how the parts of a query go together.
   *
   * @param question the question
   */
  @Property(tries = 1000)
  default void a_query_must_find_what_the_library_finds(
      @ForAll("anything") Question<Q, T> question) {
    assertFindsTheSame(question);
  }

  /**
   * Checks what is found.
   *
   * @param question the question
   * @throws AssertionError if what is found is not what the library finds
   */
  default void assertFindsTheSame(Question<Q, T> question) {
    Multiset<T> expected = HashMultiset.create(findByLibrary(question));
    Multiset<T> found =
        HashMultiset.create(find(question.query(), question.values(), question.viewer()));
    ImmutableList<T> missing = ImmutableList.copyOf(Multisets.difference(expected, found));
    ImmutableList<T> tooMany = ImmutableList.copyOf(Multisets.difference(found, expected));
    if (!missing.isEmpty() || !tooMany.isEmpty()) {
      fail(
          "%s%nby %s%nmust find %d of %d%nbut did not find %s%nand found besides %s",
          question.query(),
          question.viewer(),
          expected.size(),
          question.values().size(),
          missing,
          tooMany);
    }
  }
}
