/**
 * What every context needs to speak HTTP the same way: problems, entity tags, cursors and the bulk protocol. Holds no
 * word of any domain.
 *
 * <p>A controller is package-private, runs on the blocking executor, and uses these types:
 *
 * <pre>{@code
 * @Controller("/v1/stations")
 * @ExecuteOn(TaskExecutors.BLOCKING)
 * class StationController {
 *     @Put("/{id}")
 *     HttpResponse<Stored<StationView>> put(
 *             StationId id, @Body @ReadBy(StationLines.class) JsonBody body, Conditions conditions) {
 *         StationRequest request = body.read(in -> StationRequest.read(in, id));
 *         Saved saved = saveStation.save(id, request, conditions);
 *         return Answers.stored(saved.outcome(), Answers.path("/v1/stations", id.value()),
 *                 ETag.of(saved.version()), StationView.of(saved));
 *     }
 *
 *     @Get("/{id}")
 *     HttpResponse<StationView> get(StationId id, Conditions conditions) {
 *         Station station = stations.find(id).orElseThrow(() -> StationProblems.unknownStation(id));
 *         return Answers.found(conditions, ETag.of(station.version()), StationView.of(station));
 *     }
 *
 *     @Get
 *     Page<StationView> list(@ReadBy(StationSearch.class) Query query) {
 *         Search search = query.read(in -> new Search(Paging.of(query, in), in.text("city").orNull()));
 *         return search.paging().page(stations.page(search), StationView::of, row -> List.of(row.id()));
 *     }
 *
 *     @Post("/bulk")
 *     @Consumes({BulkRequest.NDJSON, MediaType.APPLICATION_JSON})
 *     @Produces({BulkRequest.NDJSON, MediaType.APPLICATION_JSON})
 *     HttpResponse<?> bulk(@ReadBy(StationLines.class) BulkRequest request) {
 *         return request.answer(stationLines);
 *     }
 * }
 *
 * record StationRequest(String id, @Nullable String name, int seats, Instant openedAt) {
 *     static StationRequest read(Fields in, StationId id) {
 *         in.ignore("version", "created_at", "updated_at", "outcome");
 *         return new StationRequest(
 *                 in.text("id").sameAsPath(id.value()).orElse(id.value()),
 *                 in.text("name").atMost(200).orNull(),
 *                 in.integer("seats").between(1, 900).orElse(40),
 *                 in.instant("opened_at").required());
 *     }
 * }
 * }</pre>
 *
 * <ul>
 *   <li>{@link dev.onerow.web.problem.Problem}: every refusal; {@link dev.onerow.web.problem.Problems} has those that all
 *       contexts share; a {@link dev.onerow.web.problem.ProblemSource} bean explains exceptions of others.
 *   <li>{@link dev.onerow.web.request.JsonBody}, {@link dev.onerow.web.request.Query}: read with a function over
 *       {@link dev.onerow.web.request.Fields}; all faults are gathered, unknown names refused. Routes that take no
 *       {@code Query} and have no {@code @QueryValue} refuse every parameter by themselves.
 *   <li>{@link dev.onerow.web.request.PathIds}: ids of the path arrive as values, or as a 422 of their own type.
 *   <li>{@link dev.onerow.web.condition.Conditions}, {@link dev.onerow.web.condition.ETag}: If-Match and If-None-Match.
 *   <li>{@link dev.onerow.web.answer.Answers}: 201 or 200 with the outcome, 304, 204, 202.
 *   <li>{@link dev.onerow.web.page.Paging}: limit, cursor, next.
 *   <li>{@link dev.onerow.web.bulk.BulkRequest}, {@link dev.onerow.web.bulk.BulkWrite}: the bulk protocol;
 *       {@link dev.onerow.web.bulk.BulkAnswers} its answering side alone; {@link dev.onerow.web.bulk.Streams} long
 *       answers of any media type.
 *   <li>{@link dev.onerow.web.door.WritesNothing}: a {@code POST} that read-only keys may call.
 *   <li>{@link dev.onerow.web.trace.RequestId}: the name of the request at hand, for use cases.
 * </ul>
 *
 * <p>{@code /openapi.yml} is made from the routes and from what is here, so each {@code JsonBody}, {@code Query},
 * {@code BulkRequest} and part says by which form it is read. A form is a bean, and usually the reader itself; its example
 * is shown, and has to be valid. Tests fail where more is read than the form asks for. {@code @ApiResponse} tells what the
 * types do not: another status than 200 (201 for a {@code PUT}, 204 for a {@code DELETE}), a conflict, a body that is
 * written by hand:
 *
 * <pre>{@code
 * HttpResponse<Stored<StationView>> put(StationId id, @Body @ReadBy(StationLines.class) JsonBody body, Conditions conditions)
 *
 * Page<StationView> list(@ReadBy(StationSearch.Parameters.class) Query query)
 *
 * @ApiResponse(responseCode = "202")
 * HttpResponse<JobView> order(@Body @ReadBy(JobRequest.class) JsonBody body, @ReadBy(DryRun.class) Query query)
 * }</pre>
 *
 * Views are {@code @Serdeable} records: members become snake_case, null and empty ones are shown, instants are RFC 3339
 * in UTC. Nothing has to be configured: {@link dev.onerow.web.WebDefaults} is found by itself, in tests as well.
 */
@NullMarked
package dev.onerow.web;

import org.jspecify.annotations.NullMarked;
