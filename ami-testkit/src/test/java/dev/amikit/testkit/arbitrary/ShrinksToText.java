package dev.amikit.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.testkit.registry.Shrinking;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Says of a property that it must fail, and how what is left of its first parameter prints. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@AddLifecycleHook(ShrinksToText.Hook.class)
@interface ShrinksToText {
  /** The text, in which {@code …} stands for at most fifty characters. */
  String value();

  /** Expects the failure. */
  final class Hook extends Shrinking {
    @Override
    protected void check(PropertyLifecycleContext context, Object shrunk) {
      String text = context.findAnnotation(ShrinksToText.class).orElseThrow().value();
      assertThat(shrunk.toString()).matches(Pattern.quote(text).replace("…", "\\E.{0,50}\\Q"));
    }
  }
}
