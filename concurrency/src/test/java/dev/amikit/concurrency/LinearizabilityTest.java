package dev.amikit.concurrency;

import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * What several threads are answered is what one thread would have been answered that had carried
 * out the same operations one after the other, in an order that time allows.
 */
class LinearizabilityTest {
  private static void check(Class<? extends Scenario> scenario, Class<?> alone) {
    new StressOptions()
        .threads(3)
        .actorsBefore(1)
        .actorsPerThread(3)
        .actorsAfter(1)
        .iterations(Integer.getInteger("amikit.scenarios", 20))
        .invocationsPerIteration(Integer.getInteger("amikit.invocations", 200))
        .sequentialSpecification(alone)
        .check(scenario);
  }

  @Test
  void of_operations_on_one_image() {
    check(Scenario.OneImage.class, Scenario.OneImage.Alone.class);
  }

  @Test
  void of_registrations_with_few_names_and_a_snapshot_that_is_deleted() {
    check(Scenario.NamesAndSnapshot.class, Scenario.NamesAndSnapshot.Alone.class);
  }
}
