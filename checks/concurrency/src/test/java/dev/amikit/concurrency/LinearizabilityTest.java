package dev.amikit.concurrency;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.amikit.concurrency.Scenario.Looks;
import dev.amikit.concurrency.Scenario.NamesAndSnapshot;
import dev.amikit.concurrency.Scenario.OneImage;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What several threads are answered is what one thread would have been answered that had carried
 * out the same operations one after the other, in an order that time allows.
 */
class LinearizabilityTest {
  @ParameterizedTest
  @EnumSource
  void of_operations_on_one_image(Strategy strategy) {
    strategy.check(OneImage.InRegistry.class, OneImage.Unguarded.class);
  }

  @ParameterizedTest
  @EnumSource
  void of_registrations_with_few_names_and_a_snapshot_that_is_deleted(Strategy strategy) {
    strategy.check(NamesAndSnapshot.InRegistry.class, NamesAndSnapshot.Unguarded.class);
  }

  @ParameterizedTest
  @EnumSource
  void of_looks_at_all_images_with_their_snapshots_and_page_by_page(Strategy strategy) {
    strategy.check(Looks.InRegistry.class, Looks.Unguarded.class);
  }

  /** The same checks find out partitions that are not safe for threads. */
  @Nested
  class Is_not_there {
    private static void assertFound(
        Strategy strategy, Class<? extends Scenario> scenario, Class<? extends Scenario> alone) {
      LincheckAssertionError error =
          assertThrows(LincheckAssertionError.class, () -> strategy.check(scenario, alone));
      assertTrue(error.getMessage().contains("= Invalid execution results ="), error::getMessage);
    }

    @ParameterizedTest
    @EnumSource
    void where_an_image_is_changed_by_all_at_once(Strategy strategy) {
      assertFound(strategy, OneImage.Unguarded.class, OneImage.Unguarded.class);
    }

    @ParameterizedTest
    @EnumSource
    void where_images_are_registered_by_all_at_once(Strategy strategy) {
      assertFound(strategy, NamesAndSnapshot.Unguarded.class, NamesAndSnapshot.Unguarded.class);
    }

    @ParameterizedTest
    @EnumSource
    void where_answers_come_from_a_state_that_is_no_more(Strategy strategy) {
      assertFound(strategy, OneImage.Hasty.class, OneImage.Unguarded.class);
    }

    @ParameterizedTest
    @EnumSource
    void where_half_an_operation_can_be_seen(Strategy strategy) {
      assertFound(strategy, Looks.Piecemeal.class, Looks.Unguarded.class);
    }

    @ParameterizedTest
    @EnumSource
    void where_pages_are_cut_from_different_states(Strategy strategy) {
      assertFound(strategy, Looks.Shifting.class, Looks.Unguarded.class);
    }
  }
}
