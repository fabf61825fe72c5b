package io.reelrecs.cli;

import java.io.PrintStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Runs something on SIGHUP, which otherwise would end the process. Where there is no such signal,
 * or the JVM keeps it for itself ({@code -Xrs}), says so and does nothing.
 *
 * <p>The JDK has signals in {@code sun.misc} only, which no compiler lets pass without a warning;
 * hence by reflection.
 */
final class ReloadSignal implements AutoCloseable {

  private static final String NAME = "HUP";

  private final Object before;

  private ReloadSignal(Object before) {
    this.before = before;
  }

  /** Starts to listen. */
  static ReloadSignal listen(Runnable action, PrintStream err) {
    try {
      Class<?> type = Class.forName("sun.misc.SignalHandler");
      InvocationHandler handler =
          (proxy, method, args) ->
              switch (method.getName()) {
                case "handle" -> {
                  action.run();
                  yield null;
                }
                case "equals" -> proxy == args[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "SIGHUP of reelrecs";
              };
      return new ReloadSignal(
          handle(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler)));
    } catch (ReflectiveOperationException e) {
      Throwable why = e instanceof InvocationTargetException ? e.getCause() : e;
      err.println("SIGHUP is not listened to: " + why.getMessage());
      return new ReloadSignal(null);
    }
  }

  /** Has the signal handled; returns what handled it before. */
  private static Object handle(Object handler) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Method handle = signal.getMethod("handle", signal, Class.forName("sun.misc.SignalHandler"));
    return handle.invoke(null, signal.getConstructor(String.class).newInstance(NAME), handler);
  }

  /** Leaves the signal to whoever had it before. */
  @Override
  public void close() {
    if (before != null) {
      try {
        handle(before);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
