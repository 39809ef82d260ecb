package dev.amikit.testkit.arbitrary;

import dev.amikit.image.Ami;
import java.io.IOException;
import java.lang.module.ModuleReader;
import java.lang.reflect.Modifier;
import java.util.List;

/** The types of the library, as its module lists them. */
public final class CoreTypes {
  private static final String OF_REGISTRIES = "dev.amikit.registry";

  private CoreTypes() {}

  /** Whether a type is about values and what becomes of one, not about registries of many. */
  static boolean isOfValues(Class<?> type) {
    return !(type.getPackageName() + ".").startsWith(OF_REGISTRIES + ".");
  }

  /** The public types of the packages that the module exports, those inside of others too. */
  public static List<Class<?>> publicTypes() throws IOException {
    Module core = Ami.class.getModule();
    try (ModuleReader reader = core.getLayer()
        .configuration()
        .findModule(core.getName())
        .orElseThrow()
        .reference()
        .open()) {
      return reader
          .list()
          .filter(name -> name.endsWith(".class") && !name.contains("-info"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .<Class<?>>map(name -> Class.forName(core, name))
          .filter(CoreTypes::isVisible)
          .toList();
    }
  }

  private static boolean isVisible(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && type.getModule().isExported(type.getPackageName())
        && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
  }
}
