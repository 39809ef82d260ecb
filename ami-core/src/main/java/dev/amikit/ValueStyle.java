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
 * its builder: a caller sees the nested class {@code Builder}, which documents the setters and
 * hands what is set to a generated builder of its own. That one refuses a null member by name, but
 * not a null {@code Optional}, collection or element, for which {@code Builder} does it; and it
 * makes a value without a look at its rules. It is no subclass of {@code Builder}, as it would be
 * by default: the type inner builder named here is none that there is.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    builder = "new",
    typeInnerBuilder = "None",
    with = "replace*",
    depluralize = true,
    depluralizeDictionary = "alias:aliases",
    deferCollectionAllocation = true,
    throwForInvalidImmutableState = MissingAttributesException.class,
    allowedClasspathAnnotations = Generated.class)
@interface ValueStyle {}
