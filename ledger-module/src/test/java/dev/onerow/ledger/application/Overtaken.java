package dev.onerow.ledger.application;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** What others do at a certain moment of a use case: around the calls of a method of something stored. */
final class Overtaken {
    private Overtaken() {}

    /** Something stored, where something happens just before each call of a method. */
    static <T> T before(Class<T> type, T stored, String method, Runnable work) {
        return during(type, stored, method, work, () -> {});
    }

    /** Something stored, where something happens right after each call of a method. */
    static <T> T after(Class<T> type, T stored, String method, Runnable work) {
        return during(type, stored, method, () -> {}, work);
    }

    private static <T> T during(Class<T> type, T stored, String method, Runnable before, Runnable after) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, called, arguments) -> {
                    boolean isIt = called.getName().equals(method);
                    if (isIt) {
                        before.run();
                    }
                    try {
                        return called.invoke(stored, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    } finally {
                        if (isIt) {
                            after.run();
                        }
                    }
                }));
    }
}
