package dev.amikit.testkit.contract;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import dev.amikit.image.Ami;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.ImageSource;
import dev.amikit.testkit.contract.Question.About;
import java.util.Collection;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What is promised of who finds images in a way of one's own, such as by SQL.
 *
 * <pre>{@code
 * class SqlQueryTest implements ImageQueryContract {
 *   @Override
 *   public Collection<Ami> find(ImageQuery query, List<Ami> images, Viewer viewer) {
 *     Catalogue catalogue = Catalogue.in(new TestDatabase());
 *     catalogue.add(images);
 *     return catalogue.find(query, viewer);
 *   }
 * }
 * }</pre>
 */
public interface ImageQueryContract extends QueryContract<ImageQuery, Ami> {
  @Override
  default Collection<Ami> findByLibrary(Question<ImageQuery, Ami> question) {
    requireNonNull(question, "question");
    return question.values().stream()
        .filter(question.query().predicate(ImageSource.of(question.values()), question.viewer()))
        .collect(toImmutableList());
  }

  @Override
  default Arbitrary<Question<ImageQuery, Ami>> questions(About about) {
    return ImageQuestions.about(requireNonNull(about, "about"));
  }

  /** {@return questions for deprecated and disabled images} */
  @Provide
  default Arbitrary<Question<ImageQuery, Ami>> flags() {
    return questions(About.FLAGS);
  }

  /**
   * Other accounts' deprecated images and own disabled images are found only if they are asked for,
   * by a flag or by their ID; images that are deregistered or in the Recycle Bin are never found.
   *
   * <p>If it fails, look at the time of the question, and at whose deprecated images are found
   * anyway: one's own are.
   *
   * @param question the question
   */
  @Property(tries = 500)
  default void deprecated_and_disabled_images_must_be_found_only_when_asked_for(
      @ForAll("flags") Question<ImageQuery, Ami> question) {
    assertFindsTheSame(question);
  }
}
