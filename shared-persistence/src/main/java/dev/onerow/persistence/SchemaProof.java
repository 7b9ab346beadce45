package dev.onerow.persistence;

import java.util.List;
import java.util.stream.Stream;

/**
 * Holds every declared table against the live database. At start the application does not open its port while one
 * fails; the same proof is a health indicator, a command, and a call for tests. Reads catalogues only, writes nothing.
 * Where migrations are to be applied yet, their tables are not looked at: that is the one defect then.
 * Thread-safe.
 */
public interface SchemaProof {

    /**
     * Proves all tables declared on the class path.
     *
     * @throws StoreUnavailable when the database is away
     */
    Result prove();

    /**
     * A proof that still holds good: the last one, if since then nothing has altered the schema and no minute has passed,
     * else a new one. Asks the database in any case, but with one short query; of those who ask at once, one does so for
     * all. For whoever asks often, such as readiness.
     *
     * @throws StoreUnavailable when the database is away
     */
    Result recent();

    /**
     * What the proof found.
     *
     * @param tables how many tables were proved
     * @param findings everything found, by table
     */
    record Result(int tables, List<Finding> findings) {

        /** Copies the findings. */
        public Result {
            findings = List.copyOf(findings);
        }

        /** Whether every table can be written as it is declared. */
        public boolean holds() {
            return defects().isEmpty();
        }

        /** What must be repaired. */
        public List<Finding> defects() {
            return findings.stream().filter(Finding::isDefect).toList();
        }

        /** What is worth knowing and stops nothing. */
        public List<Finding> notices() {
            return findings.stream().filter(finding -> !finding.isDefect()).toList();
        }

        /** The defects with their repairs, for a person to read and run. */
        public String report() {
            return String.join(
                    "\n\n",
                    Stream.concat(defects().stream(), notices().stream())
                            .map(Finding::text)
                            .toList());
        }
    }

    /**
     * One thing that the proof found.
     *
     * @param table the table it is about
     * @param isDefect whether it must be repaired before the table can be written
     * @param problem what is so, in a sentence
     * @param inTheWay queries that list the rows that a repair would stumble over; often none
     * @param repair statements that repair it, in order, for this database; empty where there is nothing to repair
     */
    record Finding(String table, boolean isDefect, String problem, List<String> inTheWay, List<String> repair) {

        /** Copies the lists. */
        public Finding {
            inTheWay = List.copyOf(inTheWay);
            repair = List.copyOf(repair);
        }

        /** The finding as it is printed. */
        public String text() {
            StringBuilder text = new StringBuilder(isDefect ? "DEFECT  " : "note    ")
                    .append(table)
                    .append(": ")
                    .append(problem);
            inTheWay.forEach(query ->
                    text.append("\n    rows in the way:  ").append(query).append(';'));
            repair.forEach(statement ->
                    text.append("\n    repair:  ").append(statement).append(';'));
            if (repair.size() > 1) {
                text.append("\n    in this order; stop at the first that fails");
            }
            return text.toString();
        }
    }
}
