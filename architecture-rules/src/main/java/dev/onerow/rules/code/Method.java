package dev.onerow.rules.code;

import java.util.List;
import java.util.Set;

/**
 * One method of a class. A lambda is a method of its own, at the place of the one it stands in.
 *
 * @param signature name and descriptor, unique in its class
 * @param isPrivate whether only this class can call it
 * @param pieces its texts in the order of the code; of a concatenation the whole recipe
 * @param calls the signatures of the methods of the same class that it calls or refers to
 */
public record Method(String signature, Place place, boolean isPrivate, List<String> pieces, Set<String> calls) {}
