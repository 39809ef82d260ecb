package dev.amikit.testkit.contract;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.testkit.registry.RegistryUnderTest;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.spi.ToolProvider;
import net.jqwik.api.Example;

/** A sequence of calls prints as code that makes the same calls, and is answered the same. */
class CallSequenceTest {
  private static final int SEQUENCES = 4;

  /** Notes every call and what it came to. */
  private record Noting(List<String> calls) implements Ec2Contract {
    @Override
    public Registry create(Clock clock, RegistrySettings settings) {
      InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(clock, settings);
      return (account, region) -> new NotingEc2(registry.account(account).in(region), calls);
    }
  }

  private record NotingEc2(Ec2 ec2, List<String> calls) implements Ec2 {
    @Override
    public AccountId caller() {
      return ec2.caller();
    }

    @Override
    public Region region() {
      return ec2.region();
    }

    @Override
    public <R> R call(Operation<R> operation) {
      Twins.Result result = Twins.Result.of(ec2, operation);
      calls.add("%s in %s: %s -> %s".formatted(caller(), region(), operation, result));
      result.refusal().ifPresent(refusal -> {
        throw refusal.toException();
      });
      @SuppressWarnings("unchecked") // an answer to this operation
      R answer = (R) result.answer().orElseThrow();
      return answer;
    }
  }

  @Example
  void printed_code_compiles_and_is_answered_the_same() throws Exception {
    Path directory = Files.createTempDirectory("calls");
    List<CallSequence> sequences =
        CallSequence.any().sampleStream().limit(SEQUENCES).toList();
    for (int i = 0; i < sequences.size(); i++) {
      Files.writeString(directory.resolve("Calls" + i + ".java"), program(i, sequences.get(i)));
    }
    compile(directory);
    try (URLClassLoader loader = new URLClassLoader(
        new URL[] {directory.toUri().toURL()}, CallSequenceTest.class.getClassLoader())) {
      for (int i = 0; i < sequences.size(); i++) {
        List<String> expected = new ArrayList<>();
        sequences
            .get(i)
            .on((clock, settings) -> new Twins(
                RegistryUnderTest.inMemory(clock, settings),
                new Noting(expected).create(clock, settings),
                (model, own, operation, answer) -> {
                  Twins.Result unused = Twins.Result.of(own, operation);
                }));
        List<String> found = new ArrayList<>();
        Runnable calls = (Runnable) loader
            .loadClass("Calls" + i)
            .getConstructor(Ec2Contract.class)
            .newInstance(new Noting(found));
        calls.run();
        assertThat(found).isEqualTo(expected).hasSizeGreaterThan(100);
      }
    }
  }

  private static String program(int number, CallSequence calls) {
    Predicate<String> isImport = line -> line.startsWith("import ");
    String imports = calls.toString().lines().filter(isImport).collect(joining("\n"));
    String code = calls.toString().lines().filter(isImport.negate()).collect(joining("\n"));
    return """
        %s
        public class Calls%d implements dev.amikit.testkit.contract.Ec2Contract, Runnable {
          private final dev.amikit.testkit.contract.Ec2Contract own;

          public Calls%d(dev.amikit.testkit.contract.Ec2Contract own) {
            this.own = own;
          }

          @Override
          public Registry create(
              java.time.Clock clock,
              dev.amikit.registry.operation.RegistrySettings settings) {
            return own.create(clock, settings);
          }

          @Override
          public void run() {
            %s
          }
        }
        """.formatted(imports, number, number, code);
  }

  private static void compile(Path directory) throws IOException {
    StringWriter complaints = new StringWriter();
    PrintWriter out = new PrintWriter(complaints);
    List<String> arguments = new ArrayList<>(List.of(
        "-proc:none",
        "-d",
        directory.toString(),
        "-cp",
        String.join(
            File.pathSeparator,
            System.getProperty("java.class.path"),
            System.getProperty("jdk.module.path", ""))));
    try (var sources = Files.list(directory)) {
      sources.forEach(source -> arguments.add(source.toString()));
    }
    int status = ToolProvider.findFirst("javac")
        .orElseThrow()
        .run(out, out, arguments.toArray(String[]::new));
    assertThat(status).as("%s", complaints).isZero();
  }

  @Example
  void what_nobody_can_make_has_no_code() {
    assertThatThrownBy(() -> new JavaCode().of(new Object()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("There is no code for class java.lang.Object");
  }

  @Example
  void a_text_prints_with_its_escapes() {
    assertThat(new JavaCode().of("a\"b\\c\n\u00e4")).isEqualTo("\"a\\\"b\\\\c\\n\\u00e4\"");
  }
}
