package dev.amikit;

import dev.amikit.rule.MissingAttributesException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.annotation.processing.Generated;
import org.immutables.value.Value;

/**
 * How every value of the library is generated. The generated class is never seen, and neither is
 * its builder: a caller sees the nested class {@code Builder} that it extends, which declares and
 * documents the setters. Two methods there are for the value's own file: {@code from} takes over
 * what a value has, and {@code make} makes a value without a look at its rules.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    build = "make",
    with = "replace*",
    depluralize = true,
    depluralizeDictionary = "alias:aliases",
    throwForInvalidImmutableState = MissingAttributesException.class,
    allowedClasspathAnnotations = Generated.class)
@interface ValueStyle {}
