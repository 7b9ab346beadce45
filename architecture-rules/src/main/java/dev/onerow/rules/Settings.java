package dev.onerow.rules;

import java.util.Map;
import java.util.Set;

/**
 * What the rules are applied to.
 *
 * @param root the package
 * @param kernel the package that alone writes
 * @param contexts sub-packages of the root; empty: those that have layers
 * @param migrations their folder on the class path; empty when there are none
 * @param keyed tables that are keyed though no declaration says so
 * @param allowed methods that may write by themselves, with the reason
 * @param owned pairs of owner and part
 * @param databases JDBC URLs of databases made by the migrations
 * @param withTests whether test classes are looked at too
 */
record Settings(
        String root,
        String kernel,
        Set<String> contexts,
        String migrations,
        Set<String> keyed,
        Map<String, String> allowed,
        Set<Ownership> owned,
        Set<String> databases,
        boolean withTests) {

    /** Rows of the part live and die with their owner. */
    record Ownership(String owner, String part) {}
}
