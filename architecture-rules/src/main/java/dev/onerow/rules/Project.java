package dev.onerow.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import dev.onerow.rules.code.ClassFile;
import dev.onerow.rules.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLConnection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Everything the rules look at, read once: classes, class files, SQL files and the keyed tables. */
final class Project {
    private static final Pattern TEST_JAR = Pattern.compile(".*-tests\\.jar!/.*");

    private final Settings settings;
    private final JavaClasses classes;
    private final Map<String, ClassFile> files;
    private final List<SqlFile> sql;
    private final KeyedTables tables;

    private Project(Settings settings, JavaClasses classes, Map<String, URI> uris) {
        this.settings = settings;
        this.classes = classes;
        this.files = new TreeMap<>();
        uris.forEach((name, uri) -> files.put(name, read(uri)));
        this.sql = SqlFiles.find(uris, settings.migrations());
        this.tables = KeyedTables.of(classes, settings.keyed());
    }

    static Project read(Settings settings) {
        ClassFileImporter importer = new ClassFileImporter().withImportOption(new NotThisLibrary());
        if (!settings.withTests()) {
            importer = importer.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.matches(TEST_JAR));
        }
        JavaClasses classes = importer.importPackages(settings.root(), settings.kernel());
        Map<String, URI> uris = classes.stream()
                .filter(type -> type.getSource().isPresent())
                .collect(Collectors.toMap(
                        JavaClass::getName,
                        type -> type.getSource().map(Source::getUri).orElseThrow(),
                        (one, other) -> one,
                        TreeMap::new));
        return new Project(settings, classes, uris);
    }

    private static ClassFile read(URI uri) {
        try {
            URLConnection connection = uri.toURL().openConnection();
            connection.setUseCaches(false);
            try (InputStream bytes = connection.getInputStream()) {
                return ClassFile.read(bytes);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + uri, failure);
        }
    }

    Settings settings() {
        return settings;
    }

    JavaClasses classes() {
        return classes;
    }

    KeyedTables tables() {
        return tables;
    }

    List<ClassFile> kernel() {
        return files.values().stream().filter(file -> isKernel(file.name())).toList();
    }

    /** The classes of the root that do not belong to the kernel. */
    List<ClassFile> code() {
        return files.values().stream().filter(file -> !isKernel(file.name())).toList();
    }

    List<ClassFile> all() {
        return List.copyOf(files.values());
    }

    List<SqlFile> migrations() {
        return sql.stream().filter(SqlFile::isMigration).toList();
    }

    List<SqlFile> otherSql() {
        return sql.stream().filter(file -> !file.isMigration()).toList();
    }

    /** Those of the scratch databases; none when none was handed in. */
    List<Schema> schemas() {
        return settings.databases().stream().map(Schema::of).toList();
    }

    boolean isKernel(String type) {
        return isIn(type, settings.kernel());
    }

    static boolean isIn(String type, String packageName) {
        return type.startsWith(packageName + ".");
    }

    /** The rules do not look at themselves: they read databases, and talk of statements. */
    private static final class NotThisLibrary implements ImportOption {
        private final String own = Location.of(
                        OnerowRules.class.getProtectionDomain().getCodeSource().getLocation())
                .asURI()
                .toString();

        @Override
        public boolean includes(Location location) {
            return !location.asURI().toString().startsWith(own);
        }
    }
}
