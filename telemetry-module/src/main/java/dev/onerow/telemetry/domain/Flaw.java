package dev.onerow.telemetry.domain;

/**
 * One thing that is wrong with a report.
 *
 * @param pointer JSON pointer of the guilty member
 * @param code fixed word for programs
 * @param detail sentence for people; never repeats the value, which may hold a credential
 */
public record Flaw(Kind kind, String pointer, String code, String detail) {
    /** Which problem the client is told of. */
    public enum Kind {
        INVALID_URL,
        INVALID_BODY
    }
}
