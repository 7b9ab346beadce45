package dev.onerow.telemetry.web;

import dev.onerow.persistence.Outcome;
import dev.onerow.telemetry.application.PauseSites;
import dev.onerow.telemetry.domain.Host;
import dev.onerow.telemetry.domain.Sites;
import dev.onerow.telemetry.domain.Sites.PausedPlace;
import dev.onerow.web.answer.Answers;
import dev.onerow.web.answer.Stored;
import dev.onerow.web.condition.Conditions;
import dev.onerow.web.condition.ETag;
import dev.onerow.web.page.Page;
import dev.onerow.web.page.PageParameters;
import dev.onerow.web.page.Paging;
import dev.onerow.web.problem.Problems;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import dev.onerow.web.request.JsonBody;
import dev.onerow.web.request.Nothing;
import dev.onerow.web.request.Query;
import dev.onerow.web.request.ReadBy;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sites, and whether they are to be crawled. */
@Controller("/v1/telemetry/sites")
@ExecuteOn(TaskExecutors.BLOCKING)
class SiteController {
    private static final int LONGEST_REASON = 2_000;

    private final PauseSites pauseSites;
    private final Sites sites;

    SiteController(PauseSites pauseSites, Sites sites) {
        this.pauseSites = pauseSites;
        this.sites = sites;
    }

    @Post("/{host}/pause")
    HttpResponse<Stored<SiteView>> pause(
            Host host, @Nullable @Body @ReadBy(Reason.class) JsonBody body, Conditions conditions) {
        String reason = JsonBody.orEmptyObject(body).read(new Reason()::read).orElse(null);
        return answer(pauseSites.pause(pauseSites.meant(host), reason, conditions::permit));
    }

    @Post("/{host}/resume")
    HttpResponse<Stored<SiteView>> resume(
            Host host, @Nullable @Body @ReadBy(Nothing.class) JsonBody body, Conditions conditions) {
        JsonBody.orEmptyObject(body).read(new Nothing()::read);
        return answer(pauseSites
                .resume(pauseSites.meant(host), conditions::permit)
                .orElseThrow(() -> TelemetryProblems.unknownSite(host).asException()));
    }

    @Get("/paused")
    Page<SiteView> paused(@ReadBy(PageParameters.class) Query query) {
        Paging paging = query.read(in -> Paging.of(query, in));
        PausedPlace after = paging.after()
                .map(position -> new PausedPlace(position.instant(0), position.text(1)))
                .orElse(PausedPlace.START);
        return paging.page(sites.paused(after, paging.fetch()), SiteView::of, SiteController::position);
    }

    @Get("/{host}")
    HttpResponse<SiteView> get(Host host, Conditions conditions) {
        Host site = pauseSites.meant(host);
        return sites.find(site)
                .map(known -> Answers.found(conditions, ETag.of(known.row().number()), SiteView.of(known)))
                .orElseGet(() -> HttpResponse.ok(SiteView.unknown(site)));
    }

    private static HttpResponse<Stored<SiteView>> answer(Sites.Change change) {
        Sites.Known site = change.site();
        if (site == null || change.effect() == Sites.Effect.CONDITION_FAILED) {
            throw Problems.preconditionFailed(
                            site == null ? null : (Long) site.row().number())
                    .asException();
        }
        return HttpResponse.ok(new Stored<>(SiteView.of(site), outcome(change.effect())))
                .header(HttpHeaders.ETAG, ETag.of(site.row().number()).header());
    }

    private static Outcome outcome(Sites.Effect effect) {
        return switch (effect) {
            case INSERTED -> Outcome.INSERTED;
            case UPDATED -> Outcome.UPDATED;
            case UNCHANGED -> Outcome.UNCHANGED;
            case CONDITION_FAILED -> Outcome.REJECTED;
        };
    }

    private static List<Object> position(Sites.Known known) {
        Instant pausedAt = Objects.requireNonNull(known.site().pausedAt());
        return List.of(pausedAt, known.host().value());
    }

    /** Why a site is paused. */
    @Singleton
    static final class Reason implements Form<Optional<String>> {
        @Override
        public Optional<String> read(Fields in) {
            return in.text("reason").notBlank().atMost(LONGEST_REASON).optional();
        }
    }
}
