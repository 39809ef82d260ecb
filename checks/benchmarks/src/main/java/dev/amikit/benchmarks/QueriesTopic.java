package dev.amikit.benchmarks;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.page.Page;
import dev.amikit.query.ImageFilters;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.ImageSource;
import dev.amikit.registry.Ec2;
import dev.amikit.visibility.Viewer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Queries of a registry beside the same queries that look through all images, and beside as many
 * look-ups in a {@code HashMap} as they find images; then those that look through all images beside
 * {@code java.util.regex}.
 */
final class QueriesTopic implements Topic {
  private static final int LAST = 255;
  private static final double SCAN_GOAL = 0.5;
  private static final double NANOS_OF_AN_IMAGE = 45;
  private static final int PAGE = 1000;
  private static final Viewer STRANGER = Viewer.of(AccountId.of("999999999999"), Stock.NOW);

  @Override
  public void measure(Ratios ratios) {
    for (Size size : Size.all()) {
      Stock stock = Stock.of(size);
      double get = nanosOfGet(ratios, stock);
      queries(stock).forEach((what, query) -> query(ratios, size.of(what), query, stock, get));
      pages(ratios, size, stock);
      scan(ratios, size.of("look through all, prefix"), "web-01-*", "web-01-.*", stock);
      scan(ratios, size.of("look through all, infix"), "*-00001-*", ".*-00001-.*", stock);
    }
  }

  private static ImmutableMap<String, ImageQuery> queries(Stock stock) {
    Ami first = stock.images().get(0);
    return ImmutableMap.<String, ImageQuery>builder()
        .put("ID", ImageQuery.builder().addImageId(first.imageId()).build())
        .put("owner", own().build())
        .put("name", named(first.name().orElseThrow().value()).build())
        .put("prefix of 5", named("web-00-00001-*").build())
        .put("prefix of 500", named("web-00-000*").build())
        .put("infix, own", named("*-00001-*").owners("self").build())
        .put("infix, public", named("*-00001-*").executableUsers("all").build())
        .put("tag", tagged(ImageQuery.builder(), "CostCenter", "cost-center-7").build())
        .put(
            "state, architecture",
            available(ImageQuery.builder())
                .filter(ImageFilters.architecture(Architecture.ARM64))
                .build())
        .put("owner, state, tag", tagged(available(own()), "Team", "team-0").build())
        .put(
            "owner, state, broad tag",
            tagged(available(own()), "Environment", "production-0").build())
        .build();
  }

  private static void query(Ratios ratios, String what, ImageQuery query, Stock stock, double get) {
    ImageSource indexed = stock.state().imageSource(Stock.REGION);
    ImageSource all = ImageSource.of(stock.images());
    int hits = query.result(indexed, Stock.VIEWER).all().size();
    Ratios.Times times = ratios.compare(
        "%s: %,d".formatted(what, hits),
        Ratios.NO_GOAL,
        repeated(() -> query.result(indexed, Stock.VIEWER)),
        repeated(() -> query.result(all, Stock.VIEWER)));
    ratios.compareFigures(
        "  ns, beside %,d times get".formatted(hits), Ratios.NO_GOAL, times.subject(), hits * get);
  }

  private static void pages(Ratios ratios, Size size, Stock stock) {
    ImageQuery query =
        ImageQuery.builder().executableUsers("all").maxResults(PAGE).build();
    Ec2 me = stock.registry().account(Stock.CALLER).in(Stock.REGION);
    ImageSource all = ImageSource.of(stock.images());
    Supplier<Page<Ami>> page = () -> me.describeImages(query);
    Supplier<Page<Ami>> pageOfAll = () -> query.answer(all, Stock.VIEWER).orThrow();
    ratios.compare(size.of("first page"), Ratios.NO_GOAL, repeated(page), repeated(pageOfAll));
    page.get().nextToken().ifPresent(token -> {
      ImageQuery next = query.next(token);
      ImageQuery nextOfAll = query.next(pageOfAll.get().nextToken().orElseThrow());
      ratios.compare(
          size.of("second page"),
          Ratios.NO_GOAL,
          repeated(() -> me.describeImages(next)),
          repeated(() -> nextOfAll.answer(all, Stock.VIEWER).orThrow()));
    });
  }

  private static void scan(Ratios ratios, String what, String pattern, String regex, Stock stock) {
    ImageQuery query = named(pattern).build();
    ImageSource all = ImageSource.of(stock.images());
    Pattern compiled = Pattern.compile(regex);
    Ratios.Times times = ratios.compare(
        what,
        SCAN_GOAL,
        repeated(() -> query.result(all, STRANGER)),
        repeated(() -> matching(compiled, stock.images())));
    ratios.compareFigures(
        "  ns an image", 1.0, times.subject() / stock.images().size(), NANOS_OF_AN_IMAGE);
  }

  private static List<Ami> matching(Pattern name, List<Ami> images) {
    List<Ami> found = new ArrayList<>();
    for (Ami ami : images) {
      if (name.matcher(ami.name().orElseThrow().value()).matches() && STRANGER.sees(ami)) {
        found.add(ami);
      }
    }
    return found;
  }

  private static double nanosOfGet(Ratios ratios, Stock stock) {
    Map<ImageId, Ami> images = new HashMap<>(Maps.uniqueIndex(stock.images(), Ami::imageId));
    ImageId[] ids = Arrays.stream(stock.picks()).map(Ami::imageId).toArray(ImageId[]::new);
    int last = ids.length - 1;
    return ratios.nanosOf((times, kept) -> {
      for (int i = 0; i < times; i++) {
        kept[i & LAST] = images.get(ids[i & last]);
      }
    });
  }

  private static Ratios.Work repeated(Supplier<?> work) {
    return (times, kept) -> {
      for (int i = 0; i < times; i++) {
        kept[i & LAST] = work.get();
      }
    };
  }

  private static ImageQuery.Builder own() {
    return ImageQuery.builder().owners("self");
  }

  private static ImageQuery.Builder named(String pattern) {
    return ImageQuery.builder().filter("name", pattern);
  }

  private static ImageQuery.Builder available(ImageQuery.Builder query) {
    return query.filter(ImageFilters.state(AmiState.AVAILABLE));
  }

  private static ImageQuery.Builder tagged(ImageQuery.Builder query, String key, String value) {
    return query.filter("tag:" + key, value);
  }
}
