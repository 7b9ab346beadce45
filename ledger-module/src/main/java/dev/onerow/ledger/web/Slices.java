package dev.onerow.ledger.web;

import dev.onerow.web.page.Page;
import dev.onerow.web.page.Paging;
import dev.onerow.web.page.Position;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Pages of lists that are short enough to be read as a whole, such as the parts of a template. */
final class Slices {
    private Slices() {}

    /**
     * A page of a list.
     *
     * @param position where an element stands, as the cursor keeps it
     * @param isBehind whether an element stands behind such a place
     */
    static <R, V> Page<V> page(
            Paging paging,
            List<R> all,
            Function<R, V> view,
            Function<R, List<?>> position,
            BiPredicate<Position, R> isBehind) {
        Optional<Position> after = paging.after();
        List<R> rest = all.stream()
                .filter(row -> after.isEmpty() || isBehind.test(after.get(), row))
                .limit(paging.fetch())
                .toList();
        return paging.page(rest, view, position);
    }
}
