package dev.onerow.telemetry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostTest {
    private static final Map<String, String> HOSTS_OF_URLS = Map.ofEntries(
            Map.entry("https://Daily.Example.COM/story", "daily.example.com"),
            Map.entry("HTTPS://daily.example.com", "daily.example.com"),
            Map.entry("https://daily.example.com./story", "daily.example.com"),
            Map.entry("https://daily.example.com:443/", "daily.example.com"),
            Map.entry("http://daily.example.com:80?x=1", "daily.example.com"),
            Map.entry("http://daily.example.com:0080/", "daily.example.com"),
            Map.entry("http://daily.example.com:#top", "daily.example.com"),
            Map.entry("http://h:8080/", "h:8080"),
            Map.entry("http://h:443/", "h:443"),
            Map.entry("https://h:80/", "h:80"),
            Map.entry("https://user:p@ss@h/", "h"),
            Map.entry("https://M\u00dcNCHEN.example/", "xn--mnchen-3ya.example"),
            Map.entry("https://daily\u3002example\u3002com\u3002/", "daily.example.com"),
            Map.entry("https://\uff44aily.example/", "daily.example"),
            Map.entry("https://d%61ily.example/", "daily.example"),
            Map.entry("https://my_host.example/", "my_host.example"),
            Map.entry("https://[::1]/", "[::1]"),
            Map.entry("https://[2001:DB8:0:0:0:0:0:1]:8443/", "[2001:db8::1]:8443"),
            Map.entry("https://[::ffff:192.0.2.1]:443/", "[::ffff:c000:201]"),
            Map.entry("https://192.0.2.1/", "192.0.2.1"));

    @Test
    void isTheNetworkPartOfAnUrlInItsOneForm() {
        assertThat(HOSTS_OF_URLS)
                .allSatisfy((url, host) -> assertThat(hostOf(url)).as(url).contains(host));
    }

    @Test
    void isNotFoundInWhatIsNoAbsoluteHttpUrlOrNamesNoHost() {
        assertThat(new String[] {
                    "/b/story",
                    "//daily.example.com/",
                    "daily.example.com",
                    "ftp://daily.example.com/",
                    "javascript://daily.example.com/%0aalert(1)",
                    "http:/daily.example.com",
                    "http:daily.example.com",
                    " https://daily.example.com/",
                    "https://",
                    "https:///story",
                    "https://user:secret@/story",
                    "https://./",
                    "https://daily..example/",
                    "https://daily.example../",
                    "https://daily example/",
                    "https://daily\texample/",
                    "https://daily.example\\@evil.example/",
                    "https://daily.example/a\nb",
                    "https://daily%2fexample/",
                    "https://daily%00example/",
                    "https://daily\uff0fexample/",
                    "https://daily.example:port/",
                    "https://daily.example:65536/",
                    "https://[::1/",
                    "https://[::1]x/",
                    "https://[fe80::1%25eth0]/",
                    "https://[1:2:3:4:5:6:7:8:9]/",
                    "https://" + "a".repeat(64) + ".example/",
                    "https://" + "a.".repeat(127) + "a/"
                })
                .allSatisfy(url -> assertThat(hostOf(url)).as(url).isEmpty());
    }

    @Test
    void isTheSameWhetherGivenByItselfOrInAnUrl() {
        HOSTS_OF_URLS.forEach(
                (url, host) -> assertThat(Host.parse(host, schemeOf(url)).map(Host::value))
                        .as(host)
                        .contains(host));
    }

    @Test
    void leavesBothWellKnownPortsOutWhenNoSchemeSaysWhichIsTheDefault() {
        assertThat(Host.parse("h:80").map(Host::value)).contains("h");
        assertThat(Host.parse("h:443").map(Host::value)).contains("h");
        assertThat(Host.parse("h:8080").map(Host::value)).contains("h:8080");
    }

    @Test
    void keepsEveryPortForLookingRowsUp() {
        assertThat(Host.parseKeepingPort("H.:443").map(Host::value)).contains("h:443");
    }

    @Test
    void putsABareAddressOfVersion6IntoBrackets() {
        assertThat(Host.parse("2001:DB8::1").map(Host::value)).contains("[2001:db8::1]");
    }

    @Test
    void takesOneGroupOfZerosOutOfAnAddressTheLongestAndFirst() {
        assertThat(Host.parse("[1:0:0:2:0:0:0:3]").map(Host::value)).contains("[1:0:0:2::3]");
        assertThat(Host.parse("[1:0:0:2:3:0:0:4]").map(Host::value)).contains("[1::2:3:0:0:4]");
        assertThat(Host.parse("[1:0:2:3:4:5:6:7]").map(Host::value)).contains("[1:0:2:3:4:5:6:7]");
        assertThat(Host.parse("[1:2:3:4:5:6:0:0]").map(Host::value)).contains("[1:2:3:4:5:6::]");
        assertThat(Host.parse("[0:0:0:0:0:0:0:0]").map(Host::value)).contains("[::]");
        assertThat(Host.parse("[1::2::3]")).isEmpty();
        assertThat(Host.parse("[:::]")).isEmpty();
        assertThat(Host.parse("[::1.2.3.256]")).isEmpty();
    }

    @Test
    void neverThrowsAndReadAgainStaysWhatItIs() {
        qt().forAll(strings().allPossible().ofLengthBetween(0, 40)).checkAssert(text -> {
            Optional<Host> host = Host.parseKeepingPort(text);

            host.ifPresent(it -> assertThat(Host.parseKeepingPort(it.value())).contains(it));
        });
    }

    @Test
    void readsEveryAddressThatItWrote() {
        qt().forAll(integers().between(0, 0xffff), integers().between(0, 0xff)).checkAssert((group, zeros) -> {
            StringBuilder address = new StringBuilder("[");
            for (int i = 0; i < 8; i++) {
                address.append(i == 0 ? "" : ":").append((zeros >> i & 1) == 0 ? "0" : Integer.toHexString(group));
            }

            Host host = Host.parse(address.append(']').toString()).orElseThrow();

            assertThat(Host.parse(host.value())).contains(host);
        });
    }

    private static Optional<String> hostOf(String url) {
        return WebAddress.parse(url).map(address -> address.host().value());
    }

    private static Scheme schemeOf(String url) {
        return Scheme.of(url.substring(0, url.indexOf(':'))).orElseThrow();
    }
}
