package dev.amikit.testkit.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.testkit.registry.History.Attempts;
import dev.amikit.testkit.registry.History.Kind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.lifecycle.AddLifecycleHook;
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
  final class Hook extends Shrinking {
    private static final int HANDFUL = 10; // of 200

    @Override
    protected void check(PropertyLifecycleContext context, Object shrunk) {
      Kind[] kinds = context.findAnnotation(ShrinksTo.class).orElseThrow().value();
      assertThat(History.of((Attempts) shrunk).steps())
          .as("%s", shrunk)
          .extracting(History.Step::kind)
          .contains(kinds)
          .hasSizeLessThanOrEqualTo(HANDFUL);
    }
  }
}
