package dev.amikit.testkit.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.testkit.registry.History.Attempts;
import dev.amikit.testkit.registry.History.Kind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutionResult.Status;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Says of a property that it must fail, and to which steps its history shrinks. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@AddLifecycleHook(ShrinksTo.Hook.class)
@interface ShrinksTo {
  /**
   * The kinds of steps that it takes, in any order. Now and then some others are left, for which
   * shrinking would have to change more at once.
   */
  Kind[] value();

  /** Expects the failure. */
  final class Hook implements AroundPropertyHook {
    private static final int HANDFUL = 10; // of 200

    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext context, PropertyExecutor property) {
      PropertyExecutionResult result = property.execute();
      try {
        assertThat(result.status()).isEqualTo(Status.FAILED);
        Object attempts = result.falsifiedParameters().orElseThrow().get(0);
        Kind[] kinds = context.findAnnotation(ShrinksTo.class).orElseThrow().value();
        assertThat(History.of((Attempts) attempts).steps())
            .as("%s", attempts)
            .extracting(History.Step::kind)
            .contains(kinds)
            .hasSizeLessThanOrEqualTo(HANDFUL);
        return result.mapToSuccessful();
      } catch (AssertionError e) {
        return result.mapToFailed(e);
      }
    }
  }
}
