package dev.amikit.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the rules that a test shows, by their numbers in the {@linkplain Rule#rulebook() rulebook}.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Rules {
  /** {@return the numbers, such as {@code WIN-01}} */
  String[] value();
}
