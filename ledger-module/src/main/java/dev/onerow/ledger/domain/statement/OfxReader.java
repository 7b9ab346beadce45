package dev.onerow.ledger.domain.statement;

import dev.onerow.ledger.domain.CurrencyCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads OFX and QFX files: SGML 1.x and XML 2.x, and the mixtures of both that banks send. End tags may be missing,
 * values empty, the header wrong or absent. Linear in the size of the file.
 */
public final class OfxReader {
    private OfxReader() {}

    /**
     * Reads the bank and card statements of a file.
     *
     * @param file the bytes as they came
     * @param currency the currency of the account: rows in another one are rejected
     */
    public static StatementReading read(byte[] file, CurrencyCode currency) {
        try {
            OfxAssembly assembly = assemble(OfxText.decode(file));
            List<OfxStatement> found = assembly.statements();
            if (found.isEmpty() && assembly.hasInvestment()) {
                return new StatementReading.InvestmentOnly();
            }
            return new StatementReading.Read(byAccount(found).stream()
                    .map(parts -> OfxMeaning.of(parts, currency))
                    .toList());
        } catch (UnreadableFile unreadable) {
            return new StatementReading.Unreadable(unreadable.detail());
        }
    }

    private static OfxAssembly assemble(String text) {
        OfxScanner scanner = new OfxScanner(text);
        OfxAssembly assembly = new OfxAssembly(text);
        boolean hasTag = findRoot(scanner);
        while (hasTag) {
            hasTag = take(scanner, assembly);
        }
        assembly.endOfFile();
        return assembly;
    }

    private static boolean findRoot(OfxScanner scanner) {
        while (scanner.next()) {
            if (scanner.name().equals("OFX") && !scanner.isClosing()) {
                return true;
            }
        }
        throw new UnreadableFile("The file has no OFX element.");
    }

    /** Takes the tag that the scanner stands at, and moves it to the next one. */
    private static boolean take(OfxScanner scanner, OfxAssembly assembly) {
        String name = scanner.name();
        int start = scanner.tagStart();
        if (scanner.isClosing()) {
            assembly.end(name, start, scanner.tagEnd());
            return scanner.next();
        }
        if (scanner.isEmpty()) {
            return scanner.next();
        }
        int rank = OfxElement.rank(name);
        if (rank <= OfxElement.RECORD) {
            assembly.start(name, start);
            return scanner.next();
        }
        if (!assembly.isListening()) {
            return scanner.next();
        }
        String value = scanner.valueBeforeNext(Limits.VALUE + 1);
        if (!value.isEmpty()) {
            assembly.value(name, value);
        } else if (!OfxElement.isValue(name) && !endsHere(scanner, name)) {
            assembly.start(name, start);
        }
        return scanner.atTag();
    }

    private static boolean endsHere(OfxScanner scanner, String name) {
        return scanner.atTag() && scanner.isClosing() && scanner.name().equals(name);
    }

    /** Some banks cut one account's statement into several. */
    private static Collection<List<OfxStatement>> byAccount(List<OfxStatement> statements) {
        Map<String, List<OfxStatement>> byNumber = new LinkedHashMap<>();
        for (OfxStatement statement : statements) {
            String number = statement.values().getOrDefault("ACCTID", "");
            byNumber.computeIfAbsent(number, none -> new ArrayList<>()).add(statement);
        }
        return byNumber.values();
    }
}
