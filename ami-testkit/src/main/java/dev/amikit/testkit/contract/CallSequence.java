package dev.amikit.testkit.contract;

import com.google.common.collect.ImmutableList;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.testkit.ec2.MovableClock;
import dev.amikit.testkit.registry.History;
import dev.amikit.testkit.registry.History.Attempts;
import dev.amikit.testkit.registry.History.Call;
import dev.amikit.testkit.registry.History.Passing;
import dev.amikit.testkit.registry.History.Step;
import dev.amikit.testkit.registry.RegistryUnderTest;
import java.time.Instant;
import net.jqwik.api.Arbitrary;

/**
 * Calls of several accounts in two Regions, between which time goes by. It shrinks to the calls
 * that matter, and prints as the code of a test that makes them, with what the registry of the
 * library answers.
 */
public final class CallSequence {
  private static final Instant BEGIN = Instant.parse("2026-11-01T12:00:00.987654321Z");
  private static final int LONGEST_ANSWER = 300;

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

  /**
   * Returns imports, and the code of a method of a class that implements {@link Ec2Contract}. It
   * makes the calls with the IDs that they came to, and expects what is refused to be refused; what
   * is answered stands behind.
   */
  @Override
  public String toString() {
    JavaCode java = new JavaCode();
    StringBuilder code = new StringBuilder();
    code.append(beginning(java));
    History.of(attempts).steps().forEach(step -> code.append(code(step, java)));
    StringBuilder imports = new StringBuilder(
        "import static dev.amikit.testkit.assertion.AmiAssertions.assertThatCalling;\n");
    java.imports().forEach(type -> imports.append("import ").append(type).append(";\n"));
    return imports.append('\n').append(code).toString();
  }

  /** What there is before the first call: a volume and a snapshot of each account everywhere. */
  private static String beginning(JavaCode java) {
    return """
        %s clock = new %s(%s);
        %s registry = create(
            clock,
            %s.builder()
                .ids(%s.counting())
                .quotas(%s.builder().publicImages(50).build())
                .build());
        for (%s account : %s) {
          for (%s region : %s) {
            %s there = registry.as(account, region);
            there.createSnapshot(
                there.createVolume(%s.blank(%s.GP3, 8)).volumeId());
            there.disableImageBlockPublicAccess();
          }
        }
        """.formatted(
            java.name(MovableClock.class),
            java.name(MovableClock.class),
            java.of(BEGIN),
            java.name(Ec2Contract.Registry.class),
            java.name(RegistrySettings.class),
            java.name(IdSource.class),
            java.name(Quotas.class),
            java.name(AccountId.class),
            java.of(History.ACCOUNTS.reverse()),
            java.name(Region.class),
            java.of(ImmutableList.copyOf(History.REGIONS)),
            java.name(Ec2.class),
            java.name(EbsBlockDevice.class),
            java.name(VolumeType.class));
  }

  private static String code(Step step, JavaCode java) {
    if (step.deed() instanceof Passing passing) {
      return "clock.pass(%s);\n".formatted(java.of(passing.duration()));
    }
    Call call = step.call().orElseThrow(); // no work is told to end, as it ends at once
    String code = "registry.as(%s, %s)\n    .call(%s)"
        .formatted(java.of(call.caller()), java.of(call.region()), java.of(call.operation()));
    return step.refusal()
        .map(refused -> "assertThatCalling(() -> %s)\n    .isRefusedWith(%s); // %s\n"
            .formatted(code, java.of(refused.errorCode()), line(refused.errorMessage())))
        .orElseGet(() -> "%s; // %s\n".formatted(code, line(step.answer().orElseThrow())));
  }

  /** What a text is as a comment. */
  private static String line(Object answer) {
    String line = answer.toString().replaceAll("\\R", " ").replace("\\u", "\\ u");
    return line.length() > LONGEST_ANSWER ? line.substring(0, LONGEST_ANSWER) + "..." : line;
  }
}
