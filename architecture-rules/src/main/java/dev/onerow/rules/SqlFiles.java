package dev.onerow.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the {@code .sql} files beside the classes and below the folder of the migrations, in folders and in jars. */
final class SqlFiles {
    private static final String IN_JAR = "!/";

    private final String migrations;
    private final Map<String, SqlFile> found = new TreeMap<>();

    private SqlFiles(String migrations) {
        this.migrations = migrations;
    }

    /**
     * Reads all files.
     *
     * @param classes where the classes come from
     * @param migrations the folder of the migrations on the class path; empty when there is none
     */
    static List<SqlFile> find(Map<String, URI> classes, String migrations) {
        Set<String> roots = new TreeSet<>();
        classes.forEach((name, uri) -> roots.add(rootOf(uri, name.replace('.', '/') + ".class")));
        SqlFiles files = new SqlFiles(migrations);
        try {
            if (!migrations.isEmpty()) {
                for (URL url : Collections.list(loader().getResources(migrations))) {
                    roots.add(rootOf(url.toURI(), migrations));
                }
            }
            for (String root : roots) {
                files.addAllBelow(root);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException failure) {
            throw new IllegalStateException(failure);
        }
        return List.copyOf(files.found.values());
    }

    private static ClassLoader loader() {
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        return ofThread == null ? SqlFiles.class.getClassLoader() : ofThread;
    }

    private static String rootOf(URI uri, String path) {
        String text = uri.toString();
        String root = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return root.endsWith(path) ? root.substring(0, root.length() - path.length()) : root;
    }

    private void addAllBelow(String root) throws IOException {
        if (root.startsWith("jar:") && root.endsWith(IN_JAR)) {
            Path jar = Path.of(URI.create(root.substring("jar:".length(), root.length() - IN_JAR.length())));
            try (FileSystem inside = FileSystems.newFileSystem(jar)) {
                addAllBelow(inside.getPath("/"));
            }
        } else if (root.startsWith("file:")) {
            addAllBelow(Path.of(URI.create(root)));
        }
    }

    private void addAllBelow(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path :
                    paths.filter(each -> each.toString().endsWith(".sql")).toList()) {
                String relative = root.relativize(path).toString().replace('\\', '/');
                boolean isMigration = !migrations.isEmpty() && relative.startsWith(migrations + "/");
                found.put(relative, new SqlFile(relative, isMigration, Files.readString(path)));
            }
        }
    }
}
