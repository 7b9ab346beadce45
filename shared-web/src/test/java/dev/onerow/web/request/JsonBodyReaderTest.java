package dev.onerow.web.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.BeanContext;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ReferenceCounted;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JsonBodyReaderTest {
    private final AtomicInteger holders = new AtomicInteger(1);

    @Test
    void givesTheBufferOfABodyBack() {
        try (BeanContext beans = BeanContext.build()) {
            JsonBodyReader reader = new JsonBodyReader(new Outlines(beans));

            JsonBody body = reader.read(
                    Argument.of(JsonBody.class),
                    MediaType.APPLICATION_JSON_TYPE,
                    HttpRequest.GET("/").getHeaders(),
                    lent("{\"a\":1}"));

            assertThat(holders).hasValue(0);
            assertThat(body.value()).isEqualTo(Map.of("a", 1L));
        }
    }

    /** A buffer as the server lends it: whoever reads it is its only holder. */
    private ByteBuffer<?> lent(String text) {
        return (ByteBuffer<?>) Proxy.newProxyInstance(
                ByteBuffer.class.getClassLoader(),
                new Class<?>[] {ByteBuffer.class, ReferenceCounted.class},
                (self, called, arguments) -> switch (called.getName()) {
                    case "toByteArray" -> text.getBytes(UTF_8);
                    case "release" -> holders.decrementAndGet() == 0;
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }
}
