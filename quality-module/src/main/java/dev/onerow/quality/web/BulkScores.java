package dev.onerow.quality.web;

import dev.onerow.persistence.Transactions;
import dev.onerow.quality.application.RecordStatedScores;
import dev.onerow.quality.domain.Recorded;
import dev.onerow.quality.domain.StatedScore;
import dev.onerow.web.bulk.BulkWrite;
import dev.onerow.web.bulk.LineAnswer;
import dev.onerow.web.request.Fields;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Stores the scores of a bulk request. */
@Singleton
class BulkScores implements BulkWrite<StatedScore> {
    private final RecordStatedScores recordScores;
    private final Transactions transactions;

    BulkScores(RecordStatedScores recordScores, Transactions transactions) {
        this.recordScores = recordScores;
        this.transactions = transactions;
    }

    @Override
    public StatedScore read(Fields line) {
        return StatedScores.readLine(line);
    }

    @Override
    public String example() {
        return "{\"pattern_id\":\"2d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3f8\",\"quality_score\":0.83,\"confidence\":0.9}";
    }

    @Override
    public List<LineAnswer> write(List<StatedScore> lines) {
        List<Recorded> recorded = recordScores.record(lines);
        List<LineAnswer> answers = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            answers.add(RecordedAnswers.line(lines.get(i).patternId(), recorded.get(i)));
        }
        return answers;
    }

    @Override
    public <R> R inOneTransaction(Supplier<R> work) {
        return transactions.write(work);
    }
}
