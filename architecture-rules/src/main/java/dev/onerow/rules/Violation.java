package dev.onerow.rules;

/**
 * One place that breaks one rule.
 *
 * @param subject the class or file, by its full name
 * @param place the class with method and line, or the file with its line
 * @param problem what is wrong there: the statement and its table, or the type that is used
 * @param remedy what to write instead
 */
public record Violation(Rule rule, String subject, String place, String problem, String remedy) {

    @Override
    public String toString() {
        return place + "\n      " + problem + "\n      Instead: " + remedy;
    }
}
