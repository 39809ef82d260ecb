package dev.amikit.testkit.api;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.module.ModuleReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What callers from other modules see of a module. */
public final class PublicApi {
  private static final MethodHandles.Lookup CALLER = MethodHandles.publicLookup();

  private final ImmutableList<Class<?>> types;

  /** Reads a module. */
  public PublicApi(Module module) throws IOException {
    try (ModuleReader reader = module
        .getLayer()
        .configuration()
        .findModule(module.getName())
        .orElseThrow()
        .reference()
        .open()) {
      types = reader
          .list()
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .<Class<?>>map(name -> Class.forName(module, name))
          .filter(PublicApi::isVisible)
          .collect(ImmutableList.toImmutableList());
    }
  }

  /** The public types of the packages that the module exports, nested ones too. */
  public ImmutableList<Class<?>> types() {
    return types;
  }

  /** The public constructors of a type; none of an abstract one, which nobody can call. */
  static Stream<Executable> constructors(Class<?> type) {
    return Modifier.isAbstract(type.getModifiers())
        ? Stream.of()
        : Arrays.stream(type.getConstructors());
  }

  /** The public methods of a type, with those that it inherits from the same module. */
  static Stream<Executable> methods(Class<?> type) {
    return Arrays.<Executable>stream(type.getMethods())
        .filter(method -> method.getDeclaringClass().getModule().equals(type.getModule()))
        .filter(method -> !method.isSynthetic());
  }

  static boolean isStatic(Executable executable) {
    return executable instanceof Constructor || Modifier.isStatic(executable.getModifiers());
  }

  static boolean isVisible(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && type.getModule().isExported(type.getPackageName())
        && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
  }

  /**
   * Calls a constructor, or a method that a type has; it may have it from a class that is hidden.
   */
  static Object call(Class<?> type, Executable executable, List<Object> receiverAndArguments)
      throws Throwable {
    return handle(type, executable).asFixedArity().invokeWithArguments(receiverAndArguments);
  }

  private static MethodHandle handle(Class<?> type, Executable executable)
      throws ReflectiveOperationException {
    if (executable instanceof Constructor<?> constructor) {
      return CALLER.unreflectConstructor(constructor);
    }
    Method method = (Method) executable;
    MethodType signature =
        MethodType.methodType(method.getReturnType(), method.getParameterTypes());
    return isStatic(method)
        ? CALLER.findStatic(type, method.getName(), signature)
        : CALLER.findVirtual(type, method.getName(), signature);
  }
}
