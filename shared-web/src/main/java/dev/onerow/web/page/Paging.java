package dev.onerow.web.page;

import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Query;
import dev.onerow.web.request.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list was asked for. Read it with the other parameters, fetch {@link #fetch()} rows behind
 * {@link #after()} in the order of the list, and let {@link #page} make the answer:
 *
 * <pre>{@code
 * Search search = query.read(in -> new Search(Paging.of(query, in), in.text("host").orNull()));
 * List<Row> rows = finds.page(search.host(), search.paging().after(), search.paging().fetch());
 * return search.paging().page(rows, RowView::of, row -> List.of(row.seen(), row.id()));
 * }</pre>
 *
 * A cursor is bound to the path and to all parameters but {@code limit} and {@code cursor}.
 */
public final class Paging {
    private static final int GREATEST_LIMIT = 500;
    private static final int DEFAULT_LIMIT = 50;
    private static final long MOST_BYTES = 4 << 20;

    private final String list;
    private final int limit;
    private final @Nullable Position after;

    private Paging(String list, int limit, @Nullable Position after) {
        this.list = list;
        this.limit = limit;
        this.after = after;
    }

    /** The parameters {@code limit} and {@code cursor}; faults are noted like all others. */
    public static Paging of(Query query, Fields in) {
        String list = listOf(query);
        Position after = in.text("cursor")
                .map(
                        text -> Cursor.decode(list, text).orElseThrow(IllegalArgumentException::new),
                        "invalid-cursor",
                        "It was not made by the service for this path and these filters.")
                .orNull();
        return new Paging(list, limit(in), after);
    }

    /** The parameter {@code limit} alone, 1 to 500, for lists that have no pages. */
    public static int limit(Fields in) {
        return in.integer("limit").between(1, GREATEST_LIMIT).orElse(DEFAULT_LIMIT);
    }

    /** How many rows the page has at most. */
    public int limit() {
        return limit;
    }

    /** The same page with fewer rows, 1 at least: for rows of which so many cannot be shown at once. */
    public Paging atMost(int rows) {
        return new Paging(list, Math.min(limit, Math.max(1, rows)), after);
    }

    /** How many rows to fetch: one more than the page has, to know whether another page follows. */
    public int fetch() {
        return limit + 1;
    }

    /** Where the page starts, or none for the first one. */
    public Optional<Position> after() {
        return Optional.ofNullable(after);
    }

    /**
     * The answer.
     *
     * @param fetched up to {@link #fetch()} rows, in the order of the list; what is beyond the limit is the next page's
     * @param view what is shown of a row
     * @param position the values by which the list is ordered, the last one unique
     */
    public <R, V> Page<V> page(
            List<R> fetched,
            Function<? super R, ? extends V> view,
            Function<? super R, ? extends List<? extends @Nullable Object>> position) {
        boolean more = fetched.size() > limit;
        List<R> rows = more ? fetched.subList(0, limit) : fetched;
        String next = more ? Cursor.encode(list, position.apply(rows.get(limit - 1))) : null;
        List<V> items = new ArrayList<>(rows.size());
        rows.forEach(row -> items.add(view.apply(row)));
        return new Page<>(items, next);
    }

    /**
     * The answer of a list whose rows can be large: it ends early, though with one row at least, where they have more than
     * 4 MiB together, and the next page goes on there. So a page does not fill the memory, whatever the limit.
     *
     * @param sizes the bytes that each of so many rows has, in the order of the list
     * @param rows so many rows
     */
    public <R, V> Page<V> page(
            IntFunction<List<Long>> sizes,
            IntFunction<List<R>> rows,
            Function<? super R, ? extends V> view,
            Function<? super R, ? extends List<? extends @Nullable Object>> position) {
        Paging fitting = atMost(fitting(sizes.apply(limit)));
        return fitting.page(rows.apply(fitting.fetch()), view, position);
    }

    private int fitting(List<Long> sizes) {
        long bytes = 0;
        for (int i = 0; i < sizes.size(); i++) {
            bytes += sizes.get(i);
            if (bytes > MOST_BYTES) {
                return i;
            }
        }
        return limit;
    }

    private static String listOf(Query query) {
        Map<String, List<String>> filters = new TreeMap<>(query.parameters());
        filters.remove("limit");
        filters.remove("cursor");
        return query.path() + "?" + StrictJson.write(filters);
    }
}
