package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The description of the API against what the service takes and answers: see the files of calls. */
@OnBothDatabases(migrated = false)
class DescriptionIT {
    private static final List<String> CALLED = List.of("registry", "quality", "telemetry", "ledger");

    private final TestDatabase database;

    DescriptionIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void isWhatTheServiceTakesAndAnswers() throws Exception {
        try (OnerowProcess onerow = OnerowProcess.serve(database.url(), Map.of())) {
            String yaml = onerow.get("/openapi.yml").body();
            Description description = new Description(yaml);
            List<String> differences = new ArrayList<>(messagesOfAParser(yaml));
            for (String context : CALLED) {
                String location = "";
                for (HttpCall written : HttpCall.of("/calls/" + context + ".http")) {
                    HttpCall call = written.to(location);
                    HttpResponse<String> answer = onerow.call(call);
                    location = answer.headers().firstValue("Location").orElse(location);
                    description.differences(call, answer).forEach(it -> differences.add(call + ": " + it));
                }
            }

            assertThat(differences).isEmpty();
            assertThat(description.operations()).isEqualTo(Controllers.operations());
            assertThat(description.called()).containsAll(operationsOf(description));
        }
    }

    private static Set<String> operationsOf(Description description) {
        Set<String> operations = new TreeSet<>(description.operations());
        operations.removeIf(name -> CALLED.stream().noneMatch(context -> name.contains(" /v1/" + context + "/")));
        return operations;
    }

    private static List<String> messagesOfAParser(String yaml) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        return new OpenAPIV3Parser().readContents(yaml, null, options).getMessages();
    }
}
