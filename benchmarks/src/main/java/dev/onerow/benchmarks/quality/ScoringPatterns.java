package dev.onerow.benchmarks.quality;

import dev.onerow.benchmarks.Bench;
import dev.onerow.benchmarks.Figure;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.quality.domain.Pattern;
import dev.onerow.quality.domain.Score;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** The scorer alone, which knows no database. */
@Singleton
final class ScoringPatterns implements Figure {

    @Override
    public String name() {
        return "quality-scoring";
    }

    @Override
    public String question() {
        return "How many patterns of 2 KB does the scorer score, with the hash of its input, on one core?";
    }

    @Override
    public void measure(Bench bench) throws SQLException {
        if (bench.kind() == DatabaseKind.POSTGRESQL) {
            bench.report("The scorer knows no database; see SQLite.");
            return;
        }
        List<Pattern> patterns = CodePatterns.patterns(bench.isBrief() ? 10 : 1_000);
        int calls = bench.isBrief() ? 1 : 40;
        bench.report(bench.<List<Pattern>>compare(
                        "patterns of " + patterns.get(0).code().length() + " characters, " + patterns.size()
                                + " a call",
                        List::size,
                        round -> Collections.nCopies(calls, patterns),
                        () -> {})
                .with("score", batch -> batch.forEach(Score::of))
                .with("only the hash", batch -> batch.forEach(Pattern::inputHash))
                .run());
    }
}
