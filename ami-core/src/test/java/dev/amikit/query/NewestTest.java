package dev.amikit.query;

import static dev.amikit.query.Samples.CREATED;
import static dev.amikit.query.Samples.ami;
import static dev.amikit.query.Samples.image;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.image.Ami;
import dev.amikit.image.Architecture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewestTest {
  private static final Ami OLD = image(1).name("web-1").build();
  private static final Ami NEW = image(2)
      .name("web-2")
      .architecture(Architecture.ARM64)
      .creationDate(CREATED.plusSeconds(1))
      .build();
  private static final Ami TWIN = image(3).name("db-1").build();
  private static final Ami UNDATED =
      image(4).name("db-0").creationDate(Optional.empty()).build();
  private static final List<Ami> ALL = List.of(UNDATED, TWIN, OLD, NEW);

  @Test
  void the_newest_is_the_last_made() {
    assertThat(Newest.of(ALL)).contains(NEW);
    assertThat(Newest.of(List.of())).isEmpty();
    assertThat(Newest.of(List.of(UNDATED))).contains(UNDATED);
  }

  @Test
  void of_one_date_the_lesser_id_comes_first_and_no_date_is_oldest() {
    assertThat(ALL.stream().sorted(Newest.FIRST)).containsExactly(NEW, OLD, TWIN, UNDATED);
  }

  @Test
  void each_name_prefix_has_its_newest() {
    assertThat(Newest.perNamePrefix(ALL, "db-", "web-", "cache-", "web-1"))
        .containsExactly(entry("db-", TWIN), entry("web-", NEW), entry("web-1", OLD));
  }

  @Test
  void each_kind_has_its_newest() {
    assertThat(Newest.per(ALL, Ami::architecture))
        .containsExactly(entry(Architecture.ARM64, NEW), entry(Architecture.X86_64, OLD));
  }

  @Test
  void architectures_are_grouped_newest_first() {
    assertThat(Newest.byArchitecture(ALL).get(Architecture.X86_64))
        .containsExactly(OLD, TWIN, UNDATED);
    assertThat(Newest.byArchitecture(ALL).get(Architecture.ARM64)).containsExactly(NEW);
    assertThat(Newest.byArchitecture(List.of(ami(1))).keySet()).containsOnly(Architecture.X86_64);
  }
}
