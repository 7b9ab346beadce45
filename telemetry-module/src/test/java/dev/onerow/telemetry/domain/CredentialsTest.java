package dev.onerow.telemetry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class CredentialsTest {
    private static final String BASE = "https://daily.example.com";

    @Test
    void areTakenOutOfAnUrlAndNothingElseIs() {
        Map<String, String> masked = Map.ofEntries(
                Map.entry("/s?id=5&Token=t0p", "/s?id=5&Token=***"),
                Map.entry("/s?access_token=t0p&id=5#top", "/s?access_token=***&id=5#top"),
                Map.entry("/s?api-key=t0p", "/s?api-key=***"),
                Map.entry("/s?X-Amz-Signature=t0p&X-Amz-Date=2026", "/s?X-Amz-Signature=***&X-Amz-Date=2026"),
                Map.entry("/s?token=", "/s?token=***"),
                Map.entry("/s?token", "/s?token"),
                Map.entry("/s?id=5&q=a%20b&&", "/s?id=5&q=a%20b&&"),
                Map.entry("/s?next=%2Fstory%3Fpage%3D2", "/s?next=%2Fstory%3Fpage%3D2"),
                Map.entry("/a%b?c=%", "/a%b?c=%"),
                Map.entry("", ""));

        assertThat(masked)
                .allSatisfy((from, to) -> assertThat(scrubbed(BASE + from)).isEqualTo(BASE + to));
        assertThat(scrubbed("https://User:t0p@Daily.example.com:8443/s")).isEqualTo("https://Daily.example.com:8443/s");
    }

    @Test
    void areFoundWhereverAnAttackerHidesThem() {
        List<String> hiding = List.of(
                "/s?PASSWORD=t0p",
                "/s?%74oken=t0p",
                "/s?%2574oken=t0p",
                "/s?%252525252525252574oken=t0p",
                "/s?to%6Ben%3Dt0p",
                "/s?\uff54oken=t0p",
                "/s?%EF%BD%94oken=t0p",
                "/s?to\u200bken=t0p",
                "/s?to%00ken=t0p",
                "/s?to\u212Aen=t0p",
                "/s?user[token]=t0p",
                "/s?a=1;token=t0p",
                "/s?token=a;t0p",
                "/s?token=a?t0p",
                "/s?token=a=t0p",
                "/s?token=a&token=t0p",
                "/s?a=1?token=t0p",
                "/s#access_token=t0p",
                "/s#/route?token=t0p",
                "/s#token=a#t0p",
                "/s?u=https://x.example/?token=t0p",
                "/s?u=https://me:t0p@x.example/",
                "/s?u=https%3A%2F%2Fme%3At0p%40x.example%2F",
                "/s?u=https%3A%2F%2Fx.example%2F%3Ftoken%3Dt0p",
                "/s?u=%252Fcb%253Ftoken%253Dt0p",
                "/go/https://me:t0p@x.example/",
                "/go/https%3A%2F%2Fme%3At0p%40x.example",
                "/s;jsessionid=t0p",
                "/s;jsessionid=t0p/next?x=1",
                "/s;a=1;jsessionid=t0p?x=1");

        assertThat(hiding).allSatisfy(url -> assertThat(scrubbed(BASE + url)).doesNotContain("t0p"));
    }

    @Test
    void doNotEndAtTheFirstAtSign() {
        assertThat(scrubbed("https://me@work:t0p@t0p@daily.example.com/")).isEqualTo("https://daily.example.com/");
    }

    @Test
    void areTakenOutOfAProxyUrlOfAnySpelling() {
        Map<String, String> masked = Map.of(
                "http://me:t0p@proxy.example:3128", "http://proxy.example:3128",
                "socks5h://me:t0p@[::1]:1080/", "socks5h://[::1]:1080/",
                "me:t0p@proxy.example:3128", "proxy.example:3128",
                "//me:t0p@proxy.example", "//proxy.example",
                "http:me:t0p@proxy.example", "proxy.example",
                "http://me:t0/p@proxy.example:3128", "http://proxy.example:3128",
                "http://me:t?0#p@proxy.example:3128", "http://proxy.example:3128",
                "http://proxy.example:3128?auth=t0p", "http://proxy.example:3128?auth=***",
                "proxy.example:3128", "proxy.example:3128",
                "", "");

        assertThat(masked)
                .allSatisfy((from, to) ->
                        assertThat(Credentials.maskedInProxyUrl(from)).isEqualTo(to));
    }

    @Test
    void areTakenOutOfAddressesInTexts() {
        assertThat(Credentials.maskedInText("Cannot reach http://me:t0p@proxy.example:3128 (time-out),\n giving up"))
                .isEqualTo("Cannot reach http://proxy.example:3128 (time-out),\n giving up");
        assertThat(Credentials.maskedInText("Max retries exceeded with url: /s?id=5&token=t0p (Caused by it)"))
                .isEqualTo("Max retries exceeded with url: /s?id=5&token=*** (Caused by it)");
        assertThat(Credentials.maskedInText("What is 1 + 1 = 2? Nothing secret.  "))
                .isEqualTo("What is 1 + 1 = 2? Nothing secret.  ");
    }

    @Test
    void areMaskedBeforeATextIsCutSoThatNoHalfOfThemIsLeft() {
        String message = "x".repeat(1_980) + " http://me:t0pt0pt0p@proxy.example";

        Extraction extraction = Reports.aReport().error(message).accepted();

        assertThat(extraction.result().errorMessage())
                .isEqualTo("x".repeat(1_980) + " http://proxy.exampl")
                .hasSize(2_000);
    }

    @Test
    void areMaskedOnceAndForAll() {
        qt().withExamples(20_000).forAll(urlTails()).checkAssert(tail -> {
            String once = Credentials.maskedAfterAuthority(tail);

            assertThat(Credentials.maskedAfterAuthority(once)).isEqualTo(once);
            assertThat(Credentials.maskedInProxyUrl(Credentials.maskedInProxyUrl(tail)))
                    .isEqualTo(Credentials.maskedInProxyUrl(tail));
            assertThat(Credentials.maskedInText(Credentials.maskedInText(tail)))
                    .isEqualTo(Credentials.maskedInText(tail));
        });
    }

    @Test
    void neverSurviveAsTheValueOfAParameterWithATellingName() {
        Gen<String> words = integers()
                .between(0, 7)
                .map(i -> List.of("token", "key", "secret", "password", "passwd", "auth", "signature", "session")
                        .get(i));
        qt().withExamples(5_000).forAll(urlTails(), words, urlTails()).checkAssert((before, word, after) -> {
            String url = "/" + before.replace("=", "") + "?x" + word.toUpperCase(Locale.ROOT) + "y=t0p" + after;

            assertThat(Credentials.maskedAfterAuthority(url)).doesNotContain("t0p");
        });
    }

    @Test
    void takeTimeInProportionToTheLengthOfAHostileUrl() {
        String layers = "/s?" + "%25".repeat(300_000) + "74oken=t0p";
        String pairs = "/" + ";a=%41".repeat(150_000) + "?" + "&%74=b".repeat(150_000);

        assertThat(Credentials.maskedAfterAuthority(layers)).doesNotContain("t0p");
        assertThat(Credentials.maskedAfterAuthority(pairs)).hasSize(pairs.length());
    }

    private static String scrubbed(String url) {
        return WebAddress.parse(url).map(WebAddress::url).orElseThrow();
    }

    /** Tails made of what matters to the scrubber, so that few letters make many cases. */
    private static Gen<String> urlTails() {
        List<String> parts = List.of(
                "/", "?", "&", ";", "#", "=", "@", ":", "://", "%", "%25", "%3D", "%3F", "%40", "%2F", "a", "token",
                "***", "key", "%74oken", " ", "h", "%61");
        return strings()
                .betweenCodePoints(0, parts.size() - 1)
                .ofLengthBetween(0, 14)
                .map(text -> {
                    StringBuilder tail = new StringBuilder();
                    text.codePoints().forEach(part -> tail.append(parts.get(part)));
                    return tail.toString();
                });
    }
}
