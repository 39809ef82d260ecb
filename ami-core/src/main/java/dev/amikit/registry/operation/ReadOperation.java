package dev.amikit.registry.operation;

/**
 * An operation that only reads: nothing ever happens by it, and a registry carries it out without
 * letting it wait.
 *
 * @param <R> what the operation answers with
 */
public interface ReadOperation<R> extends Operation<R> {}
