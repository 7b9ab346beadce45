package dev.onerow.rules;

import dev.onerow.rules.code.ClassFile;
import dev.onerow.rules.code.Text;
import dev.onerow.rules.code.Text.Origin;
import dev.onerow.rules.sql.Statement;
import dev.onerow.rules.sql.Statements;
import dev.onerow.rules.sql.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the statements in the texts of class files, each once in its member, in its most telling form. */
final class Sightings {
    private static final String QUERY = "io.micronaut.data.annotation.Query";

    /** The statements of annotations, by the class they stand in: processors copy them into what they generate. */
    private final Map<String, List<Sighting>> annotated = new HashMap<>();

    private final List<ClassFile> files;

    Sightings(List<ClassFile> files) {
        this.files = files;
        files.forEach(file -> file.texts().stream()
                .filter(text -> text.origin() == Origin.ANNOTATION)
                .flatMap(Sightings::in)
                .forEach(sighting -> annotated
                        .computeIfAbsent(file.name(), name -> new ArrayList<>())
                        .add(sighting)));
    }

    /** What people wrote. */
    Stream<Sighting> written() {
        return files.stream().filter(file -> !file.isGenerated()).flatMap(Sightings::ofMembers);
    }

    /** What processors made for a class, without their copies of what its annotations say. */
    Stream<Sighting> generatedFor(String source) {
        return files.stream()
                .filter(file -> file.isGenerated() && file.source().equals(source))
                .flatMap(Sightings::ofMembers)
                .filter(sighting -> !isCopy(sighting, source));
    }

    static boolean isQuery(Text text) {
        return QUERY.equals(text.annotation());
    }

    private static Stream<Sighting> in(Text text) {
        return Statements.in(text.value()).stream().map(statement -> new Sighting(text, statement));
    }

    private static Stream<Sighting> ofMembers(ClassFile file) {
        Map<String, List<Sighting>> byMember = new HashMap<>();
        file.texts().stream()
                .sorted((one, other) -> one.origin().compareTo(other.origin()))
                .forEach(text -> {
                    List<Sighting> seen = byMember.computeIfAbsent(text.place().member(), member -> new ArrayList<>());
                    in(text).filter(sighting -> isNew(sighting, seen)).toList().forEach(seen::add);
                });
        return byMember.values().stream().flatMap(Sightings::telling);
    }

    /** Pieces repeat what a single text of the member has said already. */
    private static boolean isNew(Sighting sighting, List<Sighting> seen) {
        boolean isOfPieces = sighting.text().origin().compareTo(Origin.PIECES) >= 0;
        return !isOfPieces || seen.stream().noneMatch(each -> each.statement().isLike(sighting.statement()));
    }

    /** A beginning without a table is not worth a word where the pieces show the table. */
    private static Stream<Sighting> telling(List<Sighting> seen) {
        return seen.stream()
                .filter(sighting -> sighting.statement().table() != null
                        || seen.stream()
                                .noneMatch(other -> isTheSameWithATable(sighting.statement(), other.statement())));
    }

    private static boolean isTheSameWithATable(Statement nameless, Statement other) {
        return other.verb() == nameless.verb() && other.table() != null;
    }

    private boolean isCopy(Sighting sighting, String source) {
        String shape = Texts.shape(sighting.text().value());
        return annotated.getOrDefault(source, List.of()).stream()
                .anyMatch(original -> original.statement().isLike(sighting.statement())
                        && Texts.shape(original.text().value()).startsWith(shape));
    }
}
