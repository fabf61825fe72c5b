package io.reelrecs.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Signals of the operating system. The JDK has no other way to them than {@code sun.misc.Signal} of
 * the module {@code jdk.unsupported}, which every JDK supports all the same; it is reached by name,
 * because javac warns of it and cannot be told not to.
 */
final class Signals {

  private Signals() {}

  /**
   * Has {@code action} run whenever the process gets a signal, on a thread of the JVM's.
   *
   * @param name without "SIG": TERM, INT, HUP
   * @return gives the signal back to whoever had it before
   * @throws UnsupportedOperationException if this JVM does not hand the signal over
   */
  static Handled handle(String name, Runnable action) {
    try {
      Class<?> signalType = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Object signal = signalType.getConstructor(String.class).newInstance(name);
      Method handle = signalType.getMethod("handle", signalType, handlerType);
      Object handler =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {handlerType},
              (proxy, method, args) -> answer(proxy, method, args, action));
      Object before = handle.invoke(null, signal, handler);
      return () -> restore(handle, signal, before);
    } catch (InvocationTargetException e) {
      throw new UnsupportedOperationException("SIG" + name + ": " + e.getCause().getMessage(), e);
    } catch (ReflectiveOperationException e) {
      throw new UnsupportedOperationException("SIG" + name, e);
    }
  }

  private static Object answer(Object proxy, Method method, Object[] args, Runnable action) {
    return switch (method.getName()) {
      case "equals" -> proxy == args[0];
      case "hashCode" -> System.identityHashCode(proxy);
      case "toString" -> "handler of reelrecs";
      default -> {
        action.run();
        yield null;
      }
    };
  }

  private static void restore(Method handle, Object signal, Object before) {
    try {
      handle.invoke(null, signal, before);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A signal that is ours until it is closed. */
  interface Handled extends AutoCloseable {
    @Override
    void close();
  }
}
