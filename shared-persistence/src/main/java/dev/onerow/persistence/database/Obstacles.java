package dev.onerow.persistence.database;

import dev.onerow.persistence.UnusableDatabase;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** Says to the operator what keeps the database from being used, and which setting or statement ends that. */
final class Obstacles {
    private static final int SQLITE_PRIMARY = 0xff;

    private Obstacles() {}

    /** What a connection met. */
    static UnusableDatabase met(DatabaseUrl url, SQLException failure) {
        String advice = advice(url, failure);
        return new UnusableDatabase(
                url.base() + " cannot be used: " + said(failure) + ". "
                        + (advice == null ? "ONEROW_DATABASE_URL names the database." : advice),
                failure);
    }

    /** What migrations met. What nobody knows a way around is told as it was said, with the place in the script. */
    static UnusableDatabase met(DatabaseUrl url, FlywayException failure) {
        SQLException below = below(failure);
        if (below != null && advice(url, below) != null) {
            return met(url, below);
        }
        return new UnusableDatabase(
                "The schema of " + url.base() + " cannot be brought up to date. "
                        + String.valueOf(failure.getMessage()).strip(),
                failure);
    }

    private static @Nullable SQLException below(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static String said(SQLException failure) {
        String message = String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ");
        if (failure.getCause() instanceof UnknownHostException unknown) {
            message = "there is no host " + unknown.getMessage();
        }
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private static @Nullable String advice(DatabaseUrl url, SQLException failure) {
        return switch (url.kind()) {
            case SQLITE -> ofFile(url.file().toAbsolutePath(), failure);
            case POSTGRESQL -> ofServer(String.valueOf(failure.getSQLState()), String.valueOf(failure.getMessage()));
        };
    }

    private static @Nullable String ofFile(Path file, SQLException failure) {
        if (file.getParent() != null && !Files.isDirectory(file.getParent())) {
            return "There is no folder " + file.getParent() + ": make it, or name another file in ONEROW_DATABASE_URL.";
        }
        int code = failure instanceof SQLiteException sqlite ? sqlite.getResultCode().code & SQLITE_PRIMARY : 0;
        return switch (code) {
            case 3, 8, 14 -> // no permission, read-only, cannot open
                "Let this user write that file and its folder, or name another file in ONEROW_DATABASE_URL.";
            case 5, 6 -> "Another process holds the file: end that one first."; // busy, locked
            case 11, 26 -> // corrupt, no database
                "Name another file in ONEROW_DATABASE_URL, or put a backup in its place.";
            default -> null;
        };
    }

    private static @Nullable String ofServer(String state, String message) {
        if (state.startsWith("28") || message.contains("authentication")) {
            return "ONEROW_DATABASE_USER and ONEROW_DATABASE_PASSWORD say who connects.";
        }
        if (state.startsWith("08")) {
            return "Start that server, or correct its host and port in ONEROW_DATABASE_URL.";
        }
        return switch (state) {
            case "3D000" -> "Make the database (CREATE DATABASE …), or name another one in ONEROW_DATABASE_URL.";
            case "42501" ->
                "Let the role of ONEROW_DATABASE_USER create there (GRANT CREATE ON DATABASE … TO …), or name another.";
            case "25006" -> "Name a server that takes writes in ONEROW_DATABASE_URL.";
            case "53300", "57P03" -> "Start again when that has passed."; // full, or not ready yet
            default -> null;
        };
    }
}
