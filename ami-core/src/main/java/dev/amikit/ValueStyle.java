package dev.amikit;

import dev.amikit.rule.MissingAttributesException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.annotation.processing.Generated;
import org.immutables.value.Value;

/** How every value of the library is generated: the generated class is never seen. */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    with = "replace*",
    throwForInvalidImmutableState = MissingAttributesException.class,
    allowedClasspathAnnotations = Generated.class)
@interface ValueStyle {}
