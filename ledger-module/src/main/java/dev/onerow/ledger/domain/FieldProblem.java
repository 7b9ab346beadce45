package dev.onerow.ledger.domain;

/**
 * What is wrong with one member of what somebody sent.
 *
 * @param pointer JSON pointer to the member
 * @param code a fixed word for machines
 * @param detail a sentence for people
 */
public record FieldProblem(String pointer, String code, String detail) {}
