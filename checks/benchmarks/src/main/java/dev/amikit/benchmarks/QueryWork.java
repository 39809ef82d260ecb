package dev.amikit.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.query.ImageFilters;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.ImageSource;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.visibility.Viewer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What is asked of a registry of many images. */
final class QueryWork {
  private static final int LAST = Work.LAST;
  private static final int PAGE = 1000;
  private static final Viewer STRANGER = Viewer.of(AccountId.of("999999999999"), Stock.NOW);
  private static final ImageQuery PUBLIC =
      ImageQuery.builder().executableUsers("all").maxResults(PAGE).build();

  private final Stock stock;
  private final ImageSource indexed;
  private final ImageSource all;
  private final Map<ImageId, Ami> table;
  private final ImageId[] ids;

  QueryWork(Stock stock) {
    this.stock = stock;
    this.indexed = stock.state().imageSource(Stock.REGION);
    this.all = ImageSource.of(stock.images());
    this.table = new HashMap<>(Maps.uniqueIndex(stock.images(), Ami::imageId));
    this.ids = Arrays.stream(stock.picks()).map(Ami::imageId).toArray(ImageId[]::new);
  }

  static ImageQuery named(String pattern) {
    return name(pattern).build();
  }

  /** A query of one image by its name. */
  ImageQuery exactName() {
    return named(stock.images().get(0).name().orElseThrow().value());
  }

  /** Queries whose images the indexes find, many and few. */
  ImmutableMap<String, ImageQuery> found() {
    return ImmutableMap.<String, ImageQuery>builder()
        .put("owner", own().build())
        .put("owner, state, tag", tagged(available(own()), "Team", "team-0").build())
        .put(
            "owner, state, broad tag",
            tagged(available(own()), "Environment", "production-0").build())
        .buildOrThrow();
  }

  /** Queries of other kinds. */
  ImmutableMap<String, ImageQuery> others() {
    return ImmutableMap.<String, ImageQuery>builder()
        .put(
            "ID",
            ImageQuery.builder().addImageId(stock.images().get(0).imageId()).build())
        .put("infix, own", name("*-00001-*").owners("self").build())
        .put("infix, public", name("*-00001-*").executableUsers("all").build())
        .put("tag", tagged(ImageQuery.builder(), "CostCenter", "cost-center-7").build())
        .put(
            "state, architecture",
            available(ImageQuery.builder())
                .filter(ImageFilters.architecture(Architecture.ARM64))
                .build())
        .buildOrThrow();
  }

  int hits(ImageQuery query) {
    return query.result(indexed, Stock.VIEWER).all().size();
  }

  /** All that is found, sorted by ID; an image becomes what its viewer sees when it is got. */
  Work result(ImageQuery query) {
    return Work.repeated(() -> query.result(indexed, Stock.VIEWER).all());
  }

  /** All that is found as its viewer sees it: copies without what is told to nobody. */
  Work seen(ImageQuery query) {
    return Work.repeated(() -> all(query, indexed, Stock.VIEWER));
  }

  /** As many look-ups in a table as a query finds images. */
  Work gets(int hits) {
    return (times, kept) -> {
      int next = 0;
      for (int i = 0; i < times; i++) {
        for (int hit = 0; hit < hits; hit++) {
          kept[hit & LAST] = table.get(ids[next++ & (ids.length - 1)]);
        }
      }
    };
  }

  /** The first 1,000 public images, called from a registry. */
  Work firstPage() {
    Ec2 me = stock.registry().account(Stock.CALLER).in(Stock.REGION);
    return Work.repeated(() -> me.describeImages(PUBLIC));
  }

  /** The 1,000 after those; they are there only if there are more than 2,000 public images. */
  Work secondPage() {
    InMemoryAmiRegistry registry = stock.registry();
    Ec2 me = registry.account(Stock.CALLER).in(Stock.REGION);
    ImageQuery next = PUBLIC.next(me.describeImages(PUBLIC).nextToken().orElseThrow());
    return Work.repeated(() -> me.describeImages(next));
  }

  boolean hasSecondPage() {
    return hits(PUBLIC) > 2 * PAGE;
  }

  /** A query of all images, none of which an index finds, by one who owns none. */
  Work lookThroughAll(String pattern) {
    ImageQuery query = named(pattern);
    return Work.repeated(() -> all(query, all, STRANGER));
  }

  /** The same by {@code java.util.regex}. */
  Work byRegex(String regex) {
    Pattern name = Pattern.compile(regex);
    return Work.repeated(() -> matching(name));
  }

  /** A result finds as it is looked through. */
  private static ImmutableList<Ami> all(ImageQuery query, ImageSource source, Viewer viewer) {
    return ImmutableList.copyOf(query.result(source, viewer).all());
  }

  private List<Ami> matching(Pattern name) {
    List<Ami> found = new ArrayList<>();
    for (Ami ami : stock.images()) {
      if (name.matcher(ami.name().orElseThrow().value()).matches() && STRANGER.sees(ami)) {
        found.add(ami);
      }
    }
    return found;
  }

  static ImageQuery.Builder own() {
    return ImageQuery.builder().owners("self");
  }

  private static ImageQuery.Builder name(String pattern) {
    return ImageQuery.builder().filter("name", pattern);
  }

  private static ImageQuery.Builder available(ImageQuery.Builder query) {
    return query.filter(ImageFilters.state(AmiState.AVAILABLE));
  }

  private static ImageQuery.Builder tagged(ImageQuery.Builder query, String key, String value) {
    return query.filter("tag:" + key, value);
  }
}
