package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.booking.Booking;
import dev.onerow.ledger.domain.booking.BookingSearch;
import dev.onerow.ledger.domain.booking.ListPosition;
import dev.onerow.ledger.domain.view.LedgerFilter;
import dev.onerow.web.page.Paging;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import dev.onerow.web.request.Query;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which transactions a client asks for, and where in their list it is. */
record BookingQueries(BookingSearch search, @Nullable String ledger, Paging paging) {

    static BookingQueries of(Query query) {
        return query.read(in -> read(query, in));
    }

    /** The list of a ledger, which has the ledger in its path. */
    static BookingQueries ofLedger(Query query) {
        return query.read(in -> readOfLedger(query, in));
    }

    private static BookingQueries read(Query query, Fields in) {
        return new BookingQueries(search(in), Inputs.optionalKey(in, "ledger"), Paging.of(query, in));
    }

    private static BookingQueries readOfLedger(Query query, Fields in) {
        return new BookingQueries(search(in), null, Paging.of(query, in));
    }

    private static BookingSearch search(Fields in) {
        return new BookingSearch(
                Inputs.optionalKey(in, "account"),
                in.date("from").orElse(LedgerFilter.FIRST_DAY),
                in.date("to").orElse(LedgerFilter.LAST_DAY),
                in.text("q").notBlank().atMost(200).orNull(),
                Inputs.optionalKey(in, "category"));
    }

    ListPosition after() {
        return paging.after()
                .map(position -> new ListPosition(
                        LocalDate.parse(position.text(0)),
                        LocalTime.parse(position.text(1)),
                        Math.toIntExact(position.number(2)),
                        position.text(3)))
                .orElse(ListPosition.START);
    }

    static List<Object> position(Stored<Booking> stored) {
        ListPosition place = ListPosition.of(stored.value());
        return List.of(place.date().toString(), place.time().toString(), place.sequence(), place.id());
    }

    @Singleton
    static final class Parameters implements Form<BookingQueries> {
        @Override
        public BookingQueries read(Fields in) {
            return BookingQueries.read(Query.NONE, in);
        }
    }

    @Singleton
    static final class OfLedger implements Form<BookingQueries> {
        @Override
        public BookingQueries read(Fields in) {
            return readOfLedger(Query.NONE, in);
        }
    }
}
