package dev.amikit.testkit.registry;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutionResult.Status;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Expects of a property that it fails, and looks at what its first parameter shrinks to. */
public abstract class Shrinking implements AroundPropertyHook {
  /**
   * Asserts on what is left.
   *
   * @param context the property, with its annotations
   * @param shrunk its first parameter, shrunk
   */
  protected abstract void check(PropertyLifecycleContext context, Object shrunk);

  @Override
  public final PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    PropertyExecutionResult result = property.execute();
    try {
      assertThat(result.status()).isEqualTo(Status.FAILED);
      check(context, result.falsifiedParameters().orElseThrow().get(0));
      return result.mapToSuccessful();
    } catch (AssertionError e) {
      return result.mapToFailed(e);
    }
  }
}
