package dev.amikit.snapshot;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.rule.Rules;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TieringOperationTest {
  @Rules("ARC-09")
  @Test
  void each_has_three_of_the_nine_statuses() {
    assertThat(Arrays.stream(TieringOperation.values())
            .flatMap(move -> Stream.of(move.inProgress(), move.completed(), move.failed()))
            .collect(toSet()))
        .isEqualTo(TieringOperationStatus.WORDS.known().stream().collect(toSet()));
  }

  @Rules("ARC-09")
  @ParameterizedTest
  @EnumSource
  void it_is_under_way_only_while_it_is_in_progress(TieringOperation operation) {
    assertThat(operation.inProgress().word()).endsWith("-in-progress");
    assertThat(TieringOperation.underWay(operation.inProgress())).contains(operation);
    assertThat(TieringOperation.underWay(operation.completed())).isEmpty();
    assertThat(TieringOperation.underWay(operation.failed())).isEmpty();
    assertThat(TieringOperation.underWay(TieringOperationStatus.of("of-tomorrow")))
        .isEmpty();
  }
}
