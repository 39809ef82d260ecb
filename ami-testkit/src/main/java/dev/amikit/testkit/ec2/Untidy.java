package dev.amikit.testkit.ec2;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the EC2 of a test, or of all tests of a class, be untidy as {@link Untidiness#ofSeed(long)}
 * says. A test that fails tells the seed.
 *
 * @see TestEc2Extension
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface Untidy {
  /** {@return the seed to repeat a test by; 0 for another one each time} */
  long seed() default 0;
}
