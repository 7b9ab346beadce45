package dev.onerow.web.trace;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The name of one request: the client's {@code X-Request-Id} when it is 1 to 128 characters of {@code A-Z a-z 0-9 . _ ~ :
 * / + = @ -}, else one made here. It is in every answer, and in the log under {@code request_id} wherever the work of
 * the request goes.
 *
 * @param text the id
 */
public record RequestId(String text) implements ThreadPropagatedContextElement<Optional<String>> {
    /** Name of the header, in requests and answers. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final String LOG_KEY = "request_id";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~:/+=@-]{1,128}");

    /** The id that the client sent when it is one, else a new one. */
    private static RequestId sentOrNew(@Nullable String sent) {
        return new RequestId(
                sent != null && FORM.matcher(sent).matches()
                        ? sent
                        : UUID.randomUUID().toString());
    }

    /** The id of the request that this thread works for, or none. */
    public static Optional<RequestId> current() {
        return PropagatedContext.getOrEmpty().find(RequestId.class);
    }

    /** The id of this request, the same whenever it is asked. */
    static RequestId of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, RequestId.class).orElseGet(() -> {
            RequestId id = sentOrNew(request.getHeaders().get(HEADER));
            request.setAttribute(ATTRIBUTE, id);
            return id;
        });
    }

    /** Tells the client the id of its request. Filters do not see answers to requests that could not even be parsed. */
    public static void tell(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        answer.getHeaders().set(HEADER, of(request).text());
    }

    @Override
    public Optional<String> updateThreadContext() {
        Optional<String> before = Optional.ofNullable(MDC.get(LOG_KEY));
        MDC.put(LOG_KEY, text);
        return before;
    }

    @Override
    public void restoreThreadContext(Optional<String> before) {
        before.ifPresentOrElse(id -> MDC.put(LOG_KEY, id), () -> MDC.remove(LOG_KEY));
    }
}
