package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.page.Answer;
import dev.amikit.page.Page;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Violation;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on an answer of what lists: a page, or a refusal.
 *
 * @param <T> what is listed
 */
public final class AnswerAssert<T> extends RefusableAssert<AnswerAssert<T>, @Nullable Answer<T>> {
  AnswerAssert(@Nullable Answer<T> actual) {
    this(actual, Optional.empty());
  }

  @SuppressWarnings("unchecked") // of any T
  private AnswerAssert(@Nullable Answer<T> actual, Optional<ImmutableList<Violation>> selected) {
    super(actual, (Class<AnswerAssert<T>>) (Class<?>) AnswerAssert.class, selected);
  }

  /** {@return this, if it is a page} */
  @CanIgnoreReturnValue
  public AnswerAssert<T> isAnswered() {
    refusal().ifPresent(refusal -> failWithMessage("Expected a page but it was %s", refusal));
    return this;
  }

  /**
   * Goes on to what is on the page.
   *
   * @return an assertion on the items, in their order
   */
  public ListAssert<T> items() {
    return Assertions.assertThat(page().items());
  }

  /** {@return this, if there is no page after this one} */
  @CanIgnoreReturnValue
  public AnswerAssert<T> isLastPage() {
    if (page().nextToken().isPresent()) {
      failWithMessage("Expected the last page but there is a token for the next one");
    }
    return this;
  }

  /** {@return this, if there is a page after this one} */
  @CanIgnoreReturnValue
  public AnswerAssert<T> isNotLastPage() {
    if (page().nextToken().isEmpty()) {
      failWithMessage("Expected a token for the next page but this is the last one");
    }
    return this;
  }

  @Override
  Optional<Refusal> refusal() {
    return answer().refusal();
  }

  @Override
  AnswerAssert<T> on(ImmutableList<Violation> left) {
    return new AnswerAssert<>(actual, Optional.of(left));
  }

  @Override
  String otherwise() {
    return "it was a page with " + page().items();
  }

  private Page<T> page() {
    isAnswered();
    return answer().orThrow();
  }

  private Answer<T> answer() {
    isNotNull();
    return requireNonNull(actual);
  }
}
