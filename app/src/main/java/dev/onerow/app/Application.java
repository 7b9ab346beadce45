package dev.onerow.app;

import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;

/** The application as a command starts it. */
final class Application {
    private Application() {}

    /**
     * With these settings before all others. Nothing listens before a server is started in it.
     *
     * @throws UnusableSetting when one of the operator's has not its form; nothing was touched then
     */
    static ApplicationContext start(Map<String, Object> settings) {
        ApplicationContext context = ApplicationContext.builder()
                .mainClass(Onerow.class)
                .banner(false)
                .properties(settings)
                .build();
        Settings.check(context.getEnvironment().start());
        return context.start();
    }

    /**
     * For commands that write to the database themselves, whether a server runs on it or not: migrated and proved as
     * before serving, and leaving the jobs that wait there, and the watch over its health, to servers.
     */
    static ApplicationContext onDatabase(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("onerow.quality.backfill.workers", 0);
        all.put("micronaut.health.monitor.enabled", false);
        return start(all);
    }
}
