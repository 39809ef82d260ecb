package dev.amikit.testkit.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.amikit.page.Page;
import dev.amikit.page.PageRequest;
import dev.amikit.page.Result;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a result finds, which is the same in one piece and page by page. */
final class AllPages {
  private static final int SIZE = 7;

  private AllPages() {}

  static <T> List<T> of(Result<T> result) {
    ImmutableList.Builder<T> items = ImmutableList.builder();
    Optional<String> token = Optional.empty();
    do {
      Page<T> page = result.page(new PageRequest(OptionalInt.of(SIZE), token)).orThrow();
      items.addAll(page.items());
      token = page.nextToken();
      assertThat(page.items()).hasSizeLessThanOrEqualTo(SIZE);
    } while (token.isPresent());
    assertThat(items.build()).isEqualTo(ImmutableList.copyOf(result.all()));
    return items.build();
  }
}
