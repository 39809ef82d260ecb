package dev.amikit.testkit.contract;

import dev.amikit.testkit.registry.History;
import dev.amikit.testkit.registry.History.Attempts;
import dev.amikit.testkit.registry.RegistryUnderTest;
import net.jqwik.api.Arbitrary;

/**
 * Calls of several accounts in two Regions, between which time goes by. It shrinks to the calls
 * that matter, and prints as them, with what the registry of the library answers.
 */
public final class CallSequence {
  private final Attempts attempts;

  private CallSequence(Attempts attempts) {
    this.attempts = attempts;
  }

  /** {@return sequences of about 200 calls, whose work ends at once} */
  static Arbitrary<CallSequence> any() {
    return Attempts.atOnce().map(CallSequence::new);
  }

  /** Makes the calls, of which each is chosen by what there is in the registry by then. */
  void on(RegistryUnderTest.Factory factory) {
    var unused = History.of(attempts, factory).steps();
  }

  /** Returns the calls, a line each, with their answers. */
  @Override
  public String toString() {
    return attempts.toString();
  }
}
