package dev.amikit.page;

import static dev.amikit.query.Samples.NOW;
import static dev.amikit.query.Samples.OTHER;
import static dev.amikit.query.Samples.ami;
import static dev.amikit.query.Samples.ids;
import static dev.amikit.query.Samples.image;
import static dev.amikit.query.Samples.other;
import static dev.amikit.query.Samples.owner;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import dev.amikit.image.Ami;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.ImageSource;
import dev.amikit.query.Samples;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rules;
import dev.amikit.visibility.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PagingTest {
  private static final PageKey KEY = PageKey.fresh();

  private static ImageQuery pages(int size) {
    return ImageQuery.builder().maxResults(size).build();
  }

  private static List<Ami> images(int count) {
    return IntStream.range(0, count).mapToObj(Samples::ami).toList();
  }

  private static String firstToken(ImageQuery query, Viewer viewer) {
    return query.answer(images(10), viewer).orThrow().nextToken().get();
  }

  private static void assertInvalidToken(Answer<Ami> answer) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused ->
                assertThat(refused.reason().errorCode()).isEqualTo(ErrorCode.INVALID_NEXT_TOKEN));
  }

  @Property(tries = 200)
  @Rules({"QRY-21", "QRY-22"})
  void all_pages_together_are_the_whole_answer(
      @ForAll @Size(max = 60) Set<@IntRange(max = 1000) Integer> numbers,
      @ForAll @IntRange(min = 5, max = 16) int size) {
    List<Ami> images = numbers.stream().map(Samples::ami).toList();
    List<String> walked = new ArrayList<>();
    ImageQuery query = pages(size);
    Page<Ami> page = query.answer(images, owner()).orThrow();
    walked.addAll(ids(page));
    while (page.nextToken().isPresent()) {
      assertThat(page.items()).hasSize(size);
      page = query.next(page.nextToken().get()).answer(images, owner()).orThrow();
      walked.addAll(ids(page));
    }
    assertThat(walked).isEqualTo(ids(ImageQuery.builder().build().answer(images, owner())));
  }

  @Example
  @Rules("QRY-21")
  void the_last_page_has_no_token() {
    assertThat(pages(10).answer(images(10), owner()).orThrow().nextToken()).isEmpty();
    assertThat(pages(9).answer(images(10), owner()).orThrow().nextToken()).isPresent();
    assertThat(pages(9).answer(images(0), owner()).orThrow().nextToken()).isEmpty();
  }

  @Property(tries = 200)
  void pages_cut_from_a_kept_result_do_not_see_later_changes(
      @ForAll @IntRange(min = 5, max = 9) int size, @ForAll @IntRange(max = 100) long number) {
    List<Ami> live = new ArrayList<>(images(12));
    ImageQuery query = pages(size);
    Result<Ami> kept = query.result(ImageSource.of(live), owner()).kept(number, "images", KEY);
    List<String> walked = new ArrayList<>();
    Optional<String> token = Optional.empty();
    do {
      Page<Ami> page = kept.page(new PageRequest(query.maxResults(), token)).orThrow();
      walked.addAll(ids(page));
      token = page.nextToken();
      token.ifPresent(t -> assertThat(KEY.open(t).get().result()).isEqualTo(number));
      live.remove(live.size() - 1);
      live.add(0, ami(1000 + walked.size()));
    } while (token.isPresent());
    assertThat(walked).isEqualTo(ids(ImageQuery.builder().build().answer(images(12), owner())));
  }

  @Example
  void a_page_after_images_came_and_went_neither_repeats_nor_skips_those_that_stayed() {
    ImageQuery query = pages(5);
    Page<Ami> first = query.answer(images(10), owner()).orThrow();
    List<Ami> changed = new ArrayList<>(images(12));
    changed.remove(4);
    changed.remove(0);
    assertThat(ids(query.next(first.nextToken().get()).answer(changed, owner())))
        .containsExactly(
            "ami-00000005", "ami-00000006", "ami-00000007", "ami-00000008", "ami-00000009");
  }

  @Example
  void later_pages_are_answered_as_of_the_first_request() {
    Instant soon = NOW.plusSeconds(60);
    List<Ami> images = IntStream.range(0, 8)
        .mapToObj(i -> image(i)
            .launchPermissions(ImmutableSet.of(LaunchPermission.everyone()))
            .deprecationTime(soon)
            .build())
        .toList();
    ImageQuery query = pages(5);
    String token = query.answer(images, other()).orThrow().nextToken().get();
    assertThat(query.next(token).answer(images, other().at(soon)).orThrow().items())
        .hasSize(3);
    assertThat(query.answer(images, other().at(soon)).orThrow().items()).isEmpty();
  }

  @Example
  @Rules({"QRY-21", "ERR-39"})
  void a_token_of_another_query_is_refused() {
    String token = firstToken(pages(5), owner());
    for (ImageQuery another : List.of(
        pages(5).toBuilder().filter("name", "*").build(),
        pages(5).toBuilder().owners("self").build(),
        pages(5).toBuilder().executableUsers("self").build(),
        pages(5).toBuilder().includeDeprecated(true).build(),
        pages(5).toBuilder().includeDisabled(true).build())) {
      assertInvalidToken(another.next(token).answer(images(10), owner()));
    }
    assertThat(ids(pages(6).next(token).answer(images(10), owner()))).hasSize(5);
  }

  @Example
  @Rules({"QRY-21", "ERR-39"})
  void a_token_of_another_account_is_refused() {
    assertInvalidToken(
        pages(5).next(firstToken(pages(5), owner())).answer(images(10), Viewer.of(OTHER, NOW)));
  }

  @Example
  void a_token_of_another_kept_result_is_refused() {
    Result<Ami> kept = pages(5).result(ImageSource.of(images(10)), owner());
    String token = kept.kept(1, "images", KEY)
        .page(new PageRequest(OptionalInt.of(3), Optional.empty()))
        .orThrow()
        .nextToken()
        .get();
    assertInvalidToken(
        kept.kept(2, "images", KEY).page(new PageRequest(OptionalInt.of(3), Optional.of(token))));
    assertThat(ids(kept.kept(1, "images", KEY)
            .page(new PageRequest(OptionalInt.of(3), Optional.of(token)))))
        .hasSize(3);
  }

  @Example
  void a_token_under_another_key_is_refused() {
    Result<Ami> found = pages(5).result(ImageSource.of(images(10)), owner());
    PageRequest first = PageRequest.of(5);
    String token =
        found.kept(1, "images", KEY).page(first).orThrow().nextToken().get();
    assertInvalidToken(found.kept(1, "images", PageKey.fresh()).page(first.after(token)));
    assertInvalidToken(found.page(first.after(token)));
    assertThat(ids(found.kept(1, "images", KEY).page(first.after(token)))).hasSize(5);
  }

  @Property(tries = 300)
  @Rules({"QRY-21", "ERR-39"})
  void any_other_text_is_no_token(@ForAll String text) {
    assertInvalidToken(pages(5).next(text).answer(images(10), owner()));
  }

  @Property
  @Rules("ERR-39")
  void a_damaged_token_is_refused(@ForAll @IntRange(max = 200) int at, @ForAll char c) {
    String token = firstToken(pages(5), owner());
    int position = at % token.length();
    String damaged = token.substring(0, position) + c + token.substring(position + 1);
    if (!damaged.equals(token)) {
      assertInvalidToken(pages(5).next(damaged).answer(images(10), owner()));
    }
  }

  @Property(tries = 100)
  void the_order_of_the_images_changes_nothing(
      @ForAll @Size(max = 20) Set<@IntRange(max = 99) Integer> numbers) {
    List<Ami> images = numbers.stream().map(Samples::ami).toList();
    assertThat(pages(7).answer(Lists.reverse(images), owner()))
        .isEqualTo(pages(7).answer(images, owner()));
  }
}
