package dev.amikit.testkit.arbitrary;

import dev.amikit.image.Ami;
import java.io.IOException;
import java.lang.module.ModuleReader;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;

/** The types of the library, as its module lists them. */
final class CoreTypes {
  /** Packages of what concerns more than one image; the kit does not speak of them. */
  static final Set<String> LARGER = Set.of("dev.amikit.query", "dev.amikit.registry");

  private CoreTypes() {}

  /** The public types that stand in a file of their own. */
  static List<Class<?>> publicTypes() throws IOException {
    Module core = Ami.class.getModule();
    try (ModuleReader reader = core.getLayer()
        .configuration()
        .findModule(core.getName())
        .orElseThrow()
        .reference()
        .open()) {
      return reader
          .list()
          .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-info"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .<Class<?>>map(name -> Class.forName(core, name))
          .filter(type -> Modifier.isPublic(type.getModifiers()))
          .toList();
    }
  }
}
