package dev.amikit.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutionResult.Status;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Says of a property that it must fail, and which steps are left of the history that it fails with.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@AddLifecycleHook(ShrinksTo.Hook.class)
@interface ShrinksTo {
  /** The kinds of the steps, in any order. */
  History.Kind[] value();

  /** Expects the failure. */
  final class Hook implements AroundPropertyHook {
    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext context, PropertyExecutor property) {
      PropertyExecutionResult result = property.execute();
      List<Object> falsified = result.falsifiedParameters().orElseThrow();
      try {
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(History.of((History.Attempts) falsified.get(0)).steps())
            .as("%s", falsified.get(0))
            .extracting(History.Step::kind)
            .containsExactlyInAnyOrder(
                context.findAnnotation(ShrinksTo.class).orElseThrow().value());
        return result.mapToSuccessful();
      } catch (AssertionError e) {
        return result.mapToFailed(e);
      }
    }
  }
}
