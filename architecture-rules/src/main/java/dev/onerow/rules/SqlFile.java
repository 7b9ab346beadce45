package dev.onerow.rules;

/**
 * A text of SQL on the class path.
 *
 * @param path its path on the class path
 * @param isMigration whether it stands below the folder of the migrations
 */
record SqlFile(String path, boolean isMigration, String text) {

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String folder() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
