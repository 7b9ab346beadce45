package dev.onerow.telemetry.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** IPv6 addresses in their one canonical text (RFC 5952), so that one host has one name. */
final class Ipv6 {
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final Pattern DOTTED = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final int GROUPS = 8;

    private Ipv6() {}

    /** The canonical text without brackets, or nothing when the text is no IPv6 address. */
    static Optional<String> canonical(String text) {
        return groups(text).map(Ipv6::compressed);
    }

    private static Optional<int[]> groups(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return part(text).filter(all -> all.length == GROUPS);
        }
        String after = text.substring(gap + 2);
        if (after.startsWith(":") || after.contains("::")) {
            return Optional.empty();
        }
        Optional<int[]> head = part(text.substring(0, gap));
        Optional<int[]> tail = part(after);
        if (head.isEmpty() || tail.isEmpty() || head.get().length + tail.get().length >= GROUPS) {
            return Optional.empty();
        }
        int[] all = Arrays.copyOf(head.get(), GROUPS);
        System.arraycopy(tail.get(), 0, all, GROUPS - tail.get().length, tail.get().length);
        return Optional.of(all);
    }

    /** The groups of one side of the gap; a dotted IPv4 address at the end stands for two. */
    private static Optional<int[]> part(String text) {
        if (text.isEmpty()) {
            return Optional.of(new int[0]);
        }
        String[] words = text.split(":", -1);
        int[] groups = new int[words.length + 1];
        int length = 0;
        for (int i = 0; i < words.length; i++) {
            if (i == words.length - 1 && DOTTED.matcher(words[i]).matches()) {
                String[] bytes = words[i].split("\\.", -1);
                groups[length++] = Integer.parseInt(bytes[0]) << 8 | Integer.parseInt(bytes[1]);
                groups[length++] = Integer.parseInt(bytes[2]) << 8 | Integer.parseInt(bytes[3]);
            } else if (GROUP.matcher(words[i]).matches()) {
                groups[length++] = Integer.parseInt(words[i], 16);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(Arrays.copyOf(groups, length));
    }

    private static String compressed(int[] groups) {
        int gapStart = -1;
        int gapLength = 1;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = 0;
            while (i + zeros < GROUPS && groups[i + zeros] == 0) {
                zeros++;
            }
            if (zeros > gapLength) {
                gapStart = i;
                gapLength = zeros;
            }
            i += zeros;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == gapStart) {
                text.append("::");
                i += gapLength - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
