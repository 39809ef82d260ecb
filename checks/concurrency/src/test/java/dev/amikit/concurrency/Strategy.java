package dev.amikit.concurrency;

import java.util.regex.Pattern;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;

/**
 * How Lincheck looks for an order that does not exist. {@code -Damikit.scenarios} says how many
 * scenarios it makes up, {@code -Damikit.invocations} how often it runs each.
 */
enum Strategy {
  /** Three threads run freely, as fast as they can. */
  STRESS {
    @Override
    Options<?, ?> options() {
      return new StressOptions()
          .threads(3)
          .actorsBefore(1)
          .actorsPerThread(3)
          .actorsAfter(1)
          .iterations(Integer.getInteger("amikit.scenarios", 20))
          .invocationsPerIteration(Integer.getInteger("amikit.invocations", 200));
    }
  },

  /** Two threads are switched between, at every step that another thread could see. */
  MODEL_CHECKING {
    @Override
    Options<?, ?> options() {
      return new ModelCheckingOptions()
          .threads(2)
          .actorsBefore(0)
          .actorsPerThread(2)
          .actorsAfter(1)
          .iterations(Integer.getInteger("amikit.scenarios", 10))
          .invocationsPerIteration(Integer.getInteger("amikit.invocations", 50))
          .addGuarantee(ManagedStrategyGuaranteeKt.forClasses(NOT_SHARED.asMatchPredicate()::test)
              .allMethods()
              .ignore());
    }
  };

  /**
   * Values, and the rules on them: threads are not switched between within these, nor within what
   * these call. So none may stand between a scenario and what threads share.
   */
  private static final Pattern NOT_SHARED = Pattern.compile("com\\.google\\..*|io\\.vavr\\..*"
      + "|dev\\.amikit\\.(?!concurrency\\."
      + "|registry\\.(Ec2|InMemoryAmiRegistry|KeptResults|store\\.Ascending)).*");

  abstract Options<?, ?> options();

  /**
   * Throws LincheckAssertionError if threads are answered what one thread would not be. On a busy
   * machine Lincheck's own ten seconds are too short: a first run also instruments all classes.
   */
  void check(Class<? extends Scenario> scenario, Class<? extends Scenario> alone) {
    options()
        .invocationTimeout$lincheck(120_000)
        .minimizeFailedScenario(false)
        .sequentialSpecification(alone)
        .check(scenario);
  }
}
