package dev.onerow.rules.code;

/**
 * A type that the code mentions, in whatever way: as the type of something, by a call, or by its name in a text.
 *
 * @param call the method called on it with the descriptors of its parameters, as {@code now()}; else empty
 */
public record Mention(String type, String call, Place place) {}
