package dev.amikit.testkit.ec2;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The tests of a class, run by JUnit as a build runs them, so that those are seen that must fail.
 */
final class RunOfTests {
  static {
    // Modules of JUnit that the kit itself does not need.
    Stream.of("org.junit.platform.engine", "org.junit.platform.launcher")
        .flatMap(name -> ModuleLayer.boot().findModule(name).stream())
        .forEach(RunOfTests.class.getModule()::addReads);
  }

  private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
  private final List<String> passed = Collections.synchronizedList(new ArrayList<>());

  private RunOfTests() {}

  /** Runs the tests of a class, by parameters of JUnit. */
  static RunOfTests of(Class<?> type, Map<String, String> parameters) {
    RunOfTests run = new RunOfTests();
    LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
        .selectors(selectClass(type))
        .filters(EngineFilter.includeEngines("junit-jupiter"))
        .configurationParameters(parameters)
        .build();
    LauncherFactory.create().execute(request, new TestExecutionListener() {
      @Override
      public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        result.getThrowable().ifPresent(run.failures::add);
        if (test.isTest() && result.getThrowable().isEmpty()) {
          run.passed.add(test.getDisplayName());
        }
      }
    });
    return run;
  }

  static RunOfTests of(Class<?> type) {
    return of(type, Map.of());
  }

  /** What the tests failed by, in the order in which they ended. */
  List<Throwable> failures() {
    return List.copyOf(failures);
  }

  /** How many tests passed. */
  int passed() {
    return passed.size();
  }
}
